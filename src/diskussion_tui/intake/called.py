"""What a file's name says of whose it is and of which day: `Diskussionsstöd_namn_datum` in all the forms that people write it in.

The rule is simple and nobody keeps it: blanks and hyphens for `_`, `stod` and `stoed`, the day before the name, `(2)` and `_slutlig`
behind it, `Kopia av` before it, and letters of two signs, as a Mac writes them. What is no part of the rule is the name.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {
    **dict.fromkeys(("jan", "januari", "january"), 1),
    **dict.fromkeys(("feb", "februari", "february"), 2),
    **dict.fromkeys(("mar", "mars", "march"), 3),
    **dict.fromkeys(("apr", "april"), 4),
    **dict.fromkeys(("maj", "may"), 5),
    **dict.fromkeys(("jun", "juni", "june"), 6),
    **dict.fromkeys(("jul", "juli", "july"), 7),
    **dict.fromkeys(("aug", "augusti", "august"), 8),
    **dict.fromkeys(("sep", "sept", "september"), 9),
    **dict.fromkeys(("okt", "oct", "oktober", "october"), 10),
    **dict.fromkeys(("nov", "november"), 11),
    **dict.fromkeys(("dec", "december"), 12),
}
_DAYS = (
    re.compile(r"(?<!\d)(?P<y>20\d\d)[-./ _]?(?P<m>\d\d)[-./ _]?(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-./ ](?P<m>\d{1,2})[-./ ](?P<y>20\d\d)(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})[ ._-]?(?P<word>[^\W\d_]{3,9})\.?[ ._-]?(?P<y>20\d\d)(?!\d)", re.IGNORECASE
    ),
    re.compile(r"(?<!\d)(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
)
"""The ways in which a day is written, the surest first; so many digits in a row are so many, and never fewer."""
_NO_YEAR = re.compile(
    r"(?:den )?(?P<d>\d{1,2})(?:[:.]?e)?[ ./-]+(?:(?P<m>\d{1,2})|(?P<word>[^\W\d_]{3,9}))\.?", re.IGNORECASE
)
_CENTURY = 2000
_BEFORE = re.compile(r"^(?:(?:kopia av|copy of|re|sv|vb|fwd?)[ :_-]+)+", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:[ _-]*(?:\(\d{1,3}\)|[ _-](?:kopia|copy|slutlig(?:t|version)?|slutversion|final|klar|signerad|ifylld|publicera|formulär|form|v\d{1,2})))+$",
    re.IGNORECASE,
)
_EDGES = " _-–.,"


class Called(NamedTuple):
    """What a name says: whose the discussion is, and its day; empty and None where it does not say."""

    name: str
    day: dt.date | None


def called(stem: str, prefix: str) -> Called:
    """What a file's name without its suffix says. `prefix` is what the workbook's files begin with.

    One that has neither that prefix nor a day, such as `scan0012`, says nothing.
    """
    text = _BEFORE.sub("", clean_line(stem))
    day, rest = _without_day(text)
    within = _without_prefix(rest.strip(_EDGES), prefix)
    if day is None and within is None:
        return Called("", None)
    name = _BEHIND.sub("", rest if within is None else within).strip(_EDGES)
    return Called(clean_line(re.sub(r"[_]+|(?<=\w)-(?=\w)", " ", name)), day)


def day_in(text: str) -> dt.date | None:
    """The day that a text is or has in it, in any of the ways in which people write one; None where it has none."""
    return _without_day(clean_line(text))[0]


def may_be(text: str, day: dt.date | None) -> bool:
    """Whether what somebody wrote without a year (`19/11`, `19 nov`) is a day."""
    found = _NO_YEAR.fullmatch(clean_line(text))
    if day is None or not found:
        return False
    month = _MONTHS.get(found["word"].casefold(), 0) if found["word"] else int(found["m"])
    return (day.day, day.month) == (int(found["d"]), month)


def _without_day(text: str) -> tuple[dt.date | None, str]:
    for way in _DAYS:
        for found in reversed(list(way.finditer(text))):
            if day := _day(found):
                behind = text[found.end() :]
                return day, f"{text[: found.start()]}{_BEHIND.sub('', f' {behind}')}".strip(_EDGES)
    return None, text


def _day(found: re.Match[str]) -> dt.date | None:
    parts = found.groupdict()
    month = _MONTHS.get(parts["word"].casefold(), 0) if "word" in parts else int(parts["m"])
    year = int(parts["y"])
    try:
        return dt.date(year if year >= _CENTURY else year + _CENTURY, month, int(parts["d"]))
    except ValueError:
        return None


def _without_prefix(text: str, prefix: str) -> str | None:
    for way in _ways(prefix):
        found = re.match(rf"{way}(?=[\W_]|$)", text, re.IGNORECASE)
        if found:
            return text[found.end() :].strip(_EDGES)
    return None


def _ways(prefix: str) -> Iterator[str]:
    """How a word is written by people whose keyboard has it, and by those whose has not."""
    plain = unicodedata.normalize("NFC", prefix)
    yield re.escape(plain)
    bare = "".join(one for one in unicodedata.normalize("NFD", plain) if not unicodedata.combining(one))
    yield re.escape(bare)
    pairs = {"å": "aa", "ä": "ae", "ö": "oe", "Å": "Aa", "Ä": "Ae", "Ö": "Oe"}
    yield re.escape("".join(pairs.get(one, one) for one in plain))
