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

SOFT_BREAK = "\x0b"
"""A new line inside a paragraph, as Word and PowerPoint have them."""

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
    from diskussion_tui.base.unprintable import (
        readable,
    )  # what it looks for takes a while to be made, and most texts have none

    return unicodedata.normalize("NFC", readable(text, SOFT_BREAK))


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
