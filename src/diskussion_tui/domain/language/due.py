"""The day that a text names as the last one: `senast 1/12`, `den 1 december`, `by 1 December`, `2026-12-01`.

An action is written as it is said, and the day is read from the words. A fraction is no day: `1/2 tjänst` names none, so
that figures with a slash count only behind a word such as *senast*. Without a year the next such day is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("mars", "march", "mar"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augusti", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_LAST = r"(?:senast|före|innan|till|by|before|due)\s+(?:den\s+|the\s+)?"
_ISO = r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d-])"
_SLASH = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[/-](?P<year>\d{4}))?(?![\d/])"
_NAMED = (
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|:?e|:a)?\s+(?P<month>{_NAME})\b(?:\s+(?P<year>\d{{4}})\b)?"
)
_TURNED = rf"\b(?P<month>{_NAME})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}})\b)?"
_TOLD = tuple(re.compile(rf"\b{_LAST}{form}") for form in (_ISO, _SLASH, _NAMED, _TURNED))
_PLAIN = tuple(re.compile(form) for form in (_ISO, _NAMED, _TURNED))
_DAYS = "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_IN_WORDS = re.compile(
    rf"\b(?:{_LAST}(?:på\s+|om\s+|i\s+)?(?=(?:(?:nästa|next)\s+)?(?:(?:{_DAYS})\b|morgon|imorgon|tomorrow|v\.?\s?\d|vecka|week))|senast\s+)"
    rf"((?:nästa\s+|next\s+|på\s+|om\s+|i\s+|(?:v\.?|vecka|week)\s+)*\w+)"
)
"""A last day that is told in words: behind *senast* whatever stands there, behind words that mean more than that only days and weeks."""
_YEARS = 8
"""So many years on there has been a 29 February, even round a century."""


def due_in(text: str, today: dt.date) -> dt.date | None:
    """The last day that `text` names: the one told as such, else the first; None where it names none."""
    words = folded(text)
    for forms in (_TOLD, _PLAIN):
        found = [(one.start(), day) for one in _matches(forms, words) if (day := _day(one, today))]
        if found:
            return min(found)[1]
    return None


def no_date_in(text: str, today: dt.date) -> str:
    """What `text` names as a last day though no calendar has it, such as `31/2`; empty where there is no such thing."""
    words, seen = folded(text), due_in(text, today)
    for forms in (_TOLD,) if seen else (_TOLD, _PLAIN):
        for one in _matches(forms, words):
            if _day(one, today) is None:
                return re.sub(rf"^{_LAST}", "", one.group())
    return ""


def unread_in(text: str, today: dt.date) -> str:
    """What `text` names as a last day in words that are no date, such as `senast fredag`; empty where it names one, or none."""
    if due_in(text, today) or no_date_in(text, today):
        return ""
    found = _IN_WORDS.search(folded(text))
    return found[1] if found else ""


def _matches(forms: tuple[re.Pattern[str], ...], words: str) -> Iterator[re.Match[str]]:
    return (one for form in forms for one in form.finditer(words))


def _day(found: re.Match[str], today: dt.date) -> dt.date | None:
    month, day = _NUMBER.get(found["month"]) or int(found["month"]), int(found["day"])
    if found["year"]:
        return _date(int(found["year"]), month, day)
    coming = (_date(today.year + years, month, day) for years in range(_YEARS + 1))
    return next((one for one in coming if one and one >= today), None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
