"""The one cleaning that every text from outside passes: keys, pastes, files, pipes, later the network.

User text is only text. What could act on a terminal, a document or the reading direction is taken out or shown as a
mark here, once, so that nothing further in has to think of it. The cleaning is idempotent; tests hold that.
"""

from __future__ import annotations

import re
import unicodedata

MAX_NOTE = 20_000
"""The longest a note may be, in characters; beyond it a text is a document, not something that was said."""

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
_BIDI_AND_INVISIBLE = re.compile(
    "[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_PRIVATE_OR_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
_BULLET = re.compile(r"^\s*(?:[-–—*•·‣▪●○>+]\s+|[•·‣▪●○]|\(?\d{1,3}[.)]\s+|[a-zåäö][.)]\s+)", re.IGNORECASE)


def clean(text: str) -> str:
    r"""`text` as it may be kept and shown: NFC, line ends as \n, nothing that acts on a terminal.

    Escape sequences go with their bodies (an unfinished one loses only its lead-in, so that no words go with it), bidirectional controls and zero-width spaces go, other controls and lone
    surrogates become `\ufffd` so that it is seen that something stood there. The joiners that emoji and many scripts
    need (ZWJ, ZWNJ, variation selectors) stay.
    """
    if text.isprintable():  # as most lines are: no character that is looked for below is
        return unicodedata.normalize("NFC", text)
    text = _LINE_END.sub("\n", text)
    text = _ESCAPE_SEQUENCE.sub("", text)
    text = _BIDI_AND_INVISIBLE.sub("", text)
    text = _PRIVATE_OR_CONTROL.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def clean_note(text: str) -> str:
    """A note's text: clean, without trailing blanks on its lines, blank lines around it, or tabs."""
    lines = [line.rstrip() for line in clean(text).expandtabs(4).split("\n")]
    return "\n".join(lines).strip("\n").strip()


def clean_line(text: str) -> str:
    """A text that stands on one line, such as a name: clean, white space folded."""
    return " ".join(clean(text).split())


def one_line(text: str) -> str:
    """A text in one row of those that are shown, with the blanks it has: clean, line ends and tabs as blanks."""
    return text if text.isprintable() else clean(text).replace("\n", " ").replace("\t", " ")


def excerpt(text: str) -> str:
    """The beginning of a text that is only told of, such as a key that nobody knows: one clean line, not a page."""
    line = clean_line(text[: _EXCERPT * 4])
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT]}…"


def is_list(text: str) -> bool:
    """Whether a pasted text is several notes rather than one: more than one line with words on it."""
    return len(list_items(text)) > 1


def list_items(text: str) -> tuple[str, ...]:
    """The notes of a pasted list: one a line, with bullets and numbering taken off, blank lines passed over."""
    items = (strip_bullet(line) for line in clean(text).split("\n"))
    return tuple(item for item in items if item)


def strip_bullet(line: str) -> str:
    """A line without the bullet or number that stood before it."""
    return _BULLET.sub("", line, count=1).strip()


def folded(text: str) -> str:
    """`text` as search compares it: without regard to case. å, ä and ö stay letters of their own."""
    return unicodedata.normalize("NFC", text).casefold()
