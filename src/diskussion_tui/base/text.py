"""The one cleaning that every text from outside passes: keys, pastes, files, pipes, later the network.

User text is only text. What could act on a terminal, a document or the reading direction is taken out or shown as a
mark here, once, so that nothing further in has to think of it. The cleaning is idempotent; tests hold that.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_NOTE = 20_000
"""The longest a note may be, in characters; beyond it a text is a document, not something that was said."""

MOST_PASTED = 2_000_000
"""Characters that are taken in at once, pasted or piped: more than any evening has, and looked through in seconds."""

_EXCERPT = 80

JOINERS = frozenset("\u200c\u200d")
"""Take no room of their own, but an emoji of several people or a Persian word falls apart without them."""

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
SOFT_BREAK = "\x0b"
"""A new line inside a paragraph, as Word and PowerPoint have them."""

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

_SHOWN = re.compile(
    "[^\\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""A sign that is seen: neither a blank nor one that only says how others are drawn."""


def clean(text: str) -> str:
    r"""`text` as it may be kept and shown: NFC, line ends as \n, nothing that acts on a terminal.

    Escape sequences go with their bodies (an unfinished one loses only its lead-in, so that no words go with it),
    bidirectional controls and zero-width spaces go, and so do soft hyphens that divide no line or number. Bullets of a
    symbol font become signs that every font has. Other controls, private signs and lone surrogates become `\ufffd` so that
    it is seen that something stood there. The joiners that emoji and many scripts need (ZWJ, ZWNJ, variation selectors) stay.
    """
    return clean_but_soft(text).replace(SOFT_BREAK, "\n")


def clean_but_soft(text: str) -> str:
    """The same, with those line ends that stand inside a paragraph as `SOFT_BREAK`."""
    if text.isprintable():  # as most lines are: no character that is looked for below is
        return unicodedata.normalize("NFC", text)
    text = _LINE_END.sub("\n", text).replace("\u2028", SOFT_BREAK)
    text = _ESCAPE_SEQUENCE.sub("", text)
    text = _BIDI_AND_INVISIBLE.sub("", text)
    text = _SOFT_HYPHEN.sub("\xad", text).replace(_HARD_HYPHEN, "\u2011")
    text = _SHOWN_HYPHEN.sub("-", text).replace("\xad", "")
    text = _SYMBOL_FONT.sub(lambda sign: _SYMBOLS.get(sign[0], "•"), text)
    text = _CONTROL.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen."""
    return _SHOWN.search(text) is None


def clean_note(text: str) -> str:
    """A note's text: clean, without trailing blanks on its lines, blank lines around it, or tabs."""
    lines = [line.rstrip() for line in clean(text).expandtabs(4).split("\n")]
    cleaned = "\n".join(lines).strip("\n").strip()
    return "" if is_blank(cleaned) else cleaned


def clean_line(text: str) -> str:
    """A text that stands on one line, such as a name: clean, white space folded."""
    cleaned = " ".join(clean(text).split())
    return "" if is_blank(cleaned) else cleaned


def one_line(text: str) -> str:
    """A text in one row of those that are shown, with the blanks it has: clean, line ends and tabs as blanks."""
    return text if text.isprintable() else clean(text).replace("\n", " ").replace("\t", " ")


def sentence_case(text: str) -> str:
    """A word or more as the beginning of something: its first letter is a large one."""
    return f"{text[:1].upper()}{text[1:]}"


def excerpt(text: str) -> str:
    """The beginning of a text that is only told of, such as a key that nobody knows: one clean line, not a page."""
    line = clean_line(text[: _EXCERPT * 4])
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT]}…"


_HARD_SIGNS = str.maketrans({"\u2010": "-", "\u2011": "-", **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None)})


def folded(text: str) -> str:
    """`text` as search compares it: without regard to case, a hard hyphen as a hyphen. å, ä and ö stay letters of their own."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).casefold().translate(_HARD_SIGNS)


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known word that `wanted` most likely was meant to be, empty where none is near."""
    import difflib  # only what is wrong needs it

    return next(iter(difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.6)), "")


def is_utf8(text: str) -> bool:
    """Whether no byte outside UTF-8 stands in a text, as Python's surrogate escapes stand for such."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def as_letters(text: str) -> str:
    """A text in which bytes outside UTF-8 are read as Windows' Western letters, which å, ä and ö share with Latin-1."""
    return text if is_utf8(text) else "".join(map(_as_letter, text))


def _as_letter(character: str) -> str:
    if is_utf8(character):
        return character
    try:
        return character.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    except UnicodeEncodeError:
        return "\ufffd"  # half of a pair, on Windows
