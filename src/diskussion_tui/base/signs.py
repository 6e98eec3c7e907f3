"""Signs as people see them: an emoji of several people, a flag, a letter with its accent are one each, of several characters.

Python has no grapheme clusters. `regex` has them and is a megabyte of machine code that every start would load; rich's take
flags and skin tones apart. What is typed here is words with an emoji now and then: these rules, of what joins the character
before it (UAX 29 without the joined consonants of Indic scripts), are what that needs. Nothing is looked at but what stands
around one place, so a key costs the same in a long note.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Final

_ZWJ: Final = "\u200d"
_FAR: Final = 200
"""So far back a sign's beginning is looked for; none is nearly as long."""


def sign_start(text: str, at: int) -> int:
    """Where the sign begins that `at` stands in; `at` itself where it stands before a whole sign, or at an end."""
    if not 0 < at < len(text) or (text[at].isascii()):
        return min(max(at, 0), len(text))
    first = next(
        (place for place in range(at - 1, max(0, at - _FAR), -1) if text[place].isascii()), max(0, at - _FAR)
    )
    start = first
    for place in range(first + 1, at + 1):
        if not _joins(text, start, place):
            start = place
    return start


def next_sign(text: str, at: int) -> int:
    """Where the sign ends that begins at `at`; the text's end where none does."""
    place = at + 1
    while place < len(text) and not text[place].isascii() and _joins(text, at, place):
        place += 1
    return min(place, len(text))


def sign_before(text: str, at: int) -> int:
    """Where the sign begins that ends at `at`; 0 where none does."""
    return sign_start(text, at - 1) if at > 0 else 0


def signs_in(text: str) -> list[str]:
    """The signs of a text, one after the other."""
    bounds = [0]
    while bounds[-1] < len(text):
        bounds.append(next_sign(text, bounds[-1]))
    return [text[start:end] for start, end in pairwise(bounds)]


def fills_one_cell(text: str) -> bool:
    """Whether it is one character that stands by itself in one cell of a terminal: not wide, nor on top of another, nor blank."""
    if len(text) != 1:
        return False
    return unicodedata.east_asian_width(text) not in "WF" and unicodedata.category(text)[0] not in "MCZ"


def _joins(text: str, start: int, place: int) -> bool:
    """Whether the character at `place` belongs to the sign that begins at `start`."""
    character, before = text[place], text[place - 1]
    if character == _ZWJ or unicodedata.category(character)[0] == "M" or _is_tone_or_tag(character):
        return True
    if before == _ZWJ:
        return place - start > 1 and unicodedata.category(character) == "So"
    if _is_flag_letter(character):
        return _is_flag_letter(before) and (place - start) % 2 == 1
    return _is_vowel_or_end(character) and 0x1100 <= ord(before) <= 0xD7FF  # noqa: PLR2004 - Hangul


def _is_tone_or_tag(character: str) -> bool:
    """Whether it is a tone of skin, or a letter of which flags of parts of a country are made."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_vowel_or_end(character: str) -> bool:
    """Whether it is the second or third part of a Korean syllable."""
    return "\u1160" <= character <= "\u11ff"
