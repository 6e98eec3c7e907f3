"""What is taken out of a text, or shown as something else, where it holds what is not printed.

Escape sequences, controls, signs that turn the reading direction, soft hyphens, and the bullets of symbol fonts.

Loaded by `base/text.py` at the first such text: its patterns are large, and a program that starts has seen none.
"""

from __future__ import annotations

import re

_ESCAPE_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI with its parameters
    # OSC, DCS … with bodies, in which none begins: each would look for its end through all that follow
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x9b[0-?]*[ -/]*[@-~]"
    r"|\x1b[ -/]*[0-~]?"
)
_BIDI_AND_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0c-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""What has no sign of its own: controls, halves of a pair, private signs."""
_LINE_END = re.compile("\r\n?|[\x0c\x85\u2029]")
_SOFT_HYPHEN = re.compile("\x02(?=\n)|[\x1f\xad]")
"""Where a word may be divided. Word says it by a control of its own, and so do some readers of PDF at the end of a line."""
_SHOWN_HYPHEN = re.compile(r"(?<=\w)\xad+(?=\d|\n[ \t]*\w)|(?<=\d)\xad+(?=\w)")
"""A soft hyphen that is seen as one: at the end of a line, and beside a number, where scanned text has it for a dash."""
_HARD_HYPHEN = "\x1e"

_SYMBOL_FONT = re.compile("[\uf020-\uf0ff]")
"""Letters of Symbol and Wingdings, as Word and PowerPoint hand their bullets on."""
_SYMBOLS = {
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf072": "❒",
    "\uf076": "❖",
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf0d8": "➢",
    "\uf0df": "←",
    "\uf0e0": "→",
    "\uf0e7": "⇐",
    "\uf0e8": "⇒",
    "\uf0f3": "⇔",
    "\uf0fb": "✗",
    "\uf0fc": "✓",
    "\uf0fd": "☒",
    "\uf0fe": "☑",
    "\uf04a": "☺",
    "\uf04b": "😐",
    "\uf04c": "☹",
}
"""What those are that Word puts in by itself; any other becomes a plain bullet."""


def readable(text: str, soft_break: str) -> str:
    """A text as it may be kept and shown, but for its form (NFC), with `soft_break` where a line ends inside a paragraph."""
    text = _LINE_END.sub("\n", text).replace("\u2028", soft_break)
    text = _ESCAPE_SEQUENCE.sub("", text)
    text = _BIDI_AND_INVISIBLE.sub("", text)
    text = _SOFT_HYPHEN.sub("\xad", text).replace(_HARD_HYPHEN, "\u2011")
    text = _SHOWN_HYPHEN.sub("-", text).replace("\xad", "")
    text = _SYMBOL_FONT.sub(lambda sign: _SYMBOLS.get(sign[0], "•"), text)
    return _CONTROL.sub("\ufffd", text)
