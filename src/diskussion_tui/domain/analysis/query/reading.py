"""A field with what stands behind its colon, as a condition; or what is wrong with it, and what to write instead."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import partial
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.query.grammar import CAN_LACK, CLOSED, LACKING, field_called
from diskussion_tui.domain.analysis.query.nodes import Day, Hands, Is
from diskussion_tui.domain.analysis.query.vocabulary import meant

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.query.grammar import Field
    from diskussion_tui.domain.analysis.query.tokens import Token
    from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary

_NUMBERS = re.compile(
    r"(?P<sign>>=|<=|>|<|≥|≤)?(?P<low>\d{1,6})|(?P<from>\d{1,6})(?:-|–|\.\.)(?P<to>\d{1,6})"
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_QUESTION = re.compile(r"(\w+?)[.:]?(\d+)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What of a query cannot be read, from where to where it stands in the plain text.

    `code` says what is wrong: a value is `missing` or `unknown`, is no number of `hands` or no `day`, or `or` has nothing behind
    it. `name` is the field as it was written, `choices` are what could stand behind it, where that is known.
    """

    code: Literal["missing", "unknown", "hands", "day", "or"]
    start: int
    end: int
    field: Field | None = None
    given: str = ""
    choices: tuple[str, ...] = ()
    name: str = ""


def condition(token: Token, known: Vocabulary) -> Is | Hands | Day | Problem:
    """What a field asks for."""
    field = token.field or field_called("namn")
    assert field is not None  # noqa: S101 - a token of a field has one
    given = [(value, as_it_is) for value, as_it_is in token.values if value.strip()]
    wrong = partial(Problem, start=token.start, end=token.end, field=field, name=_name(token))
    if not given:
        return wrong("missing", choices=_choices(field, known))
    if field.sort == "hands":
        return _hands(given[0][0]) or wrong("hands", given=given[0][0])
    if field.sort == "day":
        return _day(field, given[0][0]) or wrong("day", given=given[0][0])
    values: list[str] = []
    for value, as_it_is in given:
        found = _values(field, value, known, as_it_is=as_it_is)
        if not found:
            return wrong("unknown", given=value, choices=_choices(field, known))
        values += found
    return Is(field.key, tuple(dict.fromkeys(values)))


def _name(token: Token) -> str:
    return token.words.lstrip("-").partition(":")[0]


def _choices(field: Field, known: Vocabulary) -> tuple[str, ...]:
    return tuple(one.id for one in known.of(field.key))


def _values(field: Field, given: str, known: Vocabulary, *, as_it_is: bool) -> tuple[str, ...]:
    """The values that are meant; none where nothing can be."""
    if field.key in CAN_LACK and not as_it_is and folded(given) in LACKING:
        return ("",)
    if field.sort == "text":
        return (folded(given),)
    if field.key == "question" and (split := _QUESTION.fullmatch(given)):
        given = f"{split[1]}.{split[2]}"
    found = meant(given, field, known)
    if found or field.key in CLOSED or known.of(field.key):
        return found
    return (folded(given).upper() if field.sort == "id" else folded(given),)


def _hands(given: str) -> Hands | None:
    found = _NUMBERS.fullmatch(given.replace(" ", ""))
    if not found:
        return None
    if found["from"]:
        low, high = sorted((int(found["from"]), int(found["to"])))
        return Hands(low, high)
    number = int(found["low"])
    if found["sign"] == ">":
        return Hands(number + 1)
    if found["sign"] in {">=", "≥"}:
        return Hands(number)
    if found["sign"] == "<":
        return Hands(None, number - 1)
    return Hands(None if found["sign"] else number, number)


def _day(field: Field, given: str) -> Day | None:
    """The first day of what is written for `from`, the last for `to`."""
    found = _DAY.fullmatch(given)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    last = field.key == "to"
    try:
        month_then = month or (12 if last else 1)
        day_then = day or (calendar.monthrange(year, month_then)[1] if last else 1)
        at = dt.date(year, month_then, day_then)
    except (ValueError, calendar.IllegalMonthError):
        return None
    parts = (f"{year:04}", f"{month:02}" if month else "", f"{day:02}" if day else "")
    return Day(field.key, at, "-".join(filter(None, parts)))
