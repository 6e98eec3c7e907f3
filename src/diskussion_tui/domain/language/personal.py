"""Personal data in a text: identity and coordination numbers, phone numbers, e-mail addresses and record numbers.

It errs on the side of pointing out, but not on what a discussion of care is full of: amounts, years, dates, times, organisation
numbers, bankgiro, reference numbers, 1177. An identity number therefore needs a real date and a right check digit, a phone
number its leading zero or country, a record number the word that says so. Names cannot be told from other words; nothing
here tries.

What is found is only ever pointed out: nothing here keeps, counts or sends it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Sort = Literal["identity", "coordination", "phone", "email", "record"]
"""A *personnummer*, a *samordningsnummer*, a phone number, an e-mail address, a *journalnummer*."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal data in `text[start:end]`."""

    start: int
    end: int
    sort: Sort


def found_in(text: str, today: dt.date) -> tuple[Finding, ...]:
    """The personal data in a text, in order, none overlapping another. `today` tells a birth from a day to come."""
    if _UNSEEN.search(text):
        seen = [place for place, sign in enumerate(text) if not _UNSEEN.match(sign)]
        plainly = found_in("".join(text[place] for place in seen), today)
        return tuple(Finding(seen[one.start], seen[one.end - 1] + 1, one.sort) for one in plainly)
    if not _WORTH_A_LOOK.search(text):
        return ()
    plain = _plain(text)
    found: list[Finding] = []
    for _ in range(_MOST_LOOKS):
        new = _apart(_each(plain, today), len(plain))
        found += new
        if not any(_MORE_TO_COME.match(plain, one.end) for one in new):
            break
        plain = _without(plain, new)  # a number that leans on another is seen once that one is away
    return tuple(sorted(found, key=lambda finding: finding.start))


def masked(text: str, names: Mapping[str, str], today: dt.date) -> str:
    """A text with a name in brackets for each thing found. `names` has one for each `Sort`, without digits or `@`."""
    for finding in reversed(found_in(text, today)):
        text = f"{text[: finding.start]}[{names[finding.sort]}]{text[finding.end :]}"
    return text


def veiled(text: str, today: dt.date, *, typed: bool = False) -> str:
    """A text, as long as before, with a dot for every digit of what was found: for what a room reads.

    With `typed` also for those of an identity number that has only been begun: by its last digits everybody has read it.
    """
    spans = [(one.start, one.end) for one in found_in(text, today)]
    if typed:
        begun = (match for match in _BEGUN.finditer(_plain(text)) if _was_born(match, today))
        spans += [match.span() for match in begun]
    for start, end in spans:
        text = text[:start] + "".join("•" if one.isdigit() else one for one in text[start:end]) + text[end:]
    return text


def sorts_of(found: Iterable[Finding]) -> tuple[Sort, ...]:
    """The sorts that are among the findings, each once, in order."""
    return tuple(dict.fromkeys(finding.sort for finding in found))


_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Signs that are not seen, and hide nothing: soft hyphens, joiners, marks of direction."""
_WORTH_A_LOOK = re.compile(r"[@\uff20]|\d(?:\D{0,3}\d){3}")
"""An at sign, or four digits not far from each other: less is no personal data, and most notes have neither."""


_MOST_LOOKS = 20
"""How often a text is looked at again: numbers in a chain, each leaning on the one before, are found one a look."""
_MORE_TO_COME = re.compile(r"[^\w\n]{0,3}\w*?[\d@]")
"""What may be one more number right behind another."""


def _each(plain: str, today: dt.date) -> Iterator[Finding]:
    return chain(_emails(plain), _identities(plain, today), _records(plain), _phones(plain))


def _apart(findings: Iterable[Finding], length: int) -> list[Finding]:
    """The findings, without those that overlap one before them."""
    taken, kept = bytearray(length), []
    for finding in findings:
        if not any(taken[finding.start : finding.end]):
            taken[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
            kept.append(finding)
    return sorted(kept, key=lambda finding: finding.start)


def _without(plain: str, found: Iterable[Finding]) -> str:
    """A text, as long as before, with brackets where something was found: as its mask will stand there."""
    pieces, place = [], 0
    for finding in found:
        pieces += [plain[place : finding.start], "]" * (finding.end - finding.start)]
        place = finding.end
    return "".join([*pieces, plain[place:]])


# ---- one way of writing signs and digits --------------------------------------------------------------------------

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "
        ),
        "\uff0b": "+",
        "\uff20": "@",
        "\uff0e": ".",
    }
)
_NOT_OURS = r"[^\W\D0-9]"
_OTHER_DIGIT = re.compile(_NOT_OURS)
_TO_CHANGE = re.compile(f"[{''.join(map(chr, _SIGNS))}]|{_NOT_OURS}")


def _plain(text: str) -> str:
    """`text` with the digits of every script as 0–9, every dash as `-`, every blank as a space: as long as before."""
    if not _TO_CHANGE.search(text):
        return text
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text.translate(_SIGNS))


# ---- e-mail addresses ----------------------------------------------------------------------------------------------

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")


def _emails(text: str) -> Iterator[Finding]:
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Finding(match.start(), match.end(), "email")


# ---- identity and coordination numbers -----------------------------------------------------------------------------

_IDENTITY = re.compile(
    r"(?<!\d)(?P<century>18|19|20)?(?P<year>\d\d)(?P<dash>-?)(?P<month>[01]\d)(?P=dash)(?P<day>[0-36-9]\d)"
    r"(?P<between> ?[-+] ?| ?)(?P<last>\d{4})(?!-?\d)"
)
_BEGUN = re.compile(
    r"(?<![\d-])(?P<century>18|19|20)?(?P<year>\d\d)(?P<month>[01]\d)(?P<day>[0-36-9]\d)(?P<between> ?[-+]? ?)\d{0,4}(?!\d)"
)
"""What an identity number looks like from when its day is there; with dashes in it, it is a day until more has come."""
_COORDINATED = 60
"""What the day of a coordination number has on top."""
_CENTURY = 100


def _identities(text: str, today: dt.date) -> Iterator[Finding]:
    for match in _IDENTITY.finditer(text):
        digits = "".join(match.group("year", "month", "day", "last"))
        if _check_digit_holds(digits) and not _is_a_span_of_time(match) and _was_born(match, today):
            sort: Sort = "coordination" if int(match["day"]) > _COORDINATED else "identity"
            yield Finding(match.start(), match.end(), sort)


def _check_digit_holds(digits: str) -> bool:
    """Whether the last of ten digits is the one that Luhn's algorithm gives the others."""
    weighed = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in weighed) % 10 == 0


def _is_a_span_of_time(match: re.Match[str]) -> bool:
    """Whether it is a day with dashes and then a time, or another year: 2018-05-12 1330, 2018-05-12-2019."""
    return bool(match["dash"]) and (
        len(match["between"]) != 1 or match["between"] == " " or match["last"][:2] in {"19", "20"}
    )


def _was_born(match: re.Match[str], today: dt.date) -> bool:
    """Whether there is such a day, not to come; with a `+`, of a year that makes somebody a hundred or more."""
    short, month, day = map(int, match.group("year", "month", "day"))
    centuries = [int(match["century"])] if match["century"] else [20, 19, 18]
    years = (century * _CENTURY + short for century in centuries)
    latest = today.year - _CENTURY if "+" in match["between"] else today.year
    return any(_has_been(year, month, day % _COORDINATED, today) for year in years if year <= latest)


def _has_been(year: int, month: int, day: int, today: dt.date) -> bool:
    try:
        return dt.date(year, month, day) <= today
    except ValueError:
        return False


# ---- record numbers ------------------------------------------------------------------------------------------------

_RECORD = re.compile(
    r"\b(?:"
    r"(?:(?:patient)?journal|patient|(?:medical )?record|chart)[- ]?(?:nr|nummer|id|number|no)|mrn"
    r")\b[ .:#-]{0,3}(?P<number>[a-z]{0,4}-?\d(?:[ -]?\d){3,})"
    r"|\b(?:patientjournal|journal|medical record)[ :#]{1,2}(?P<bare>\d{5,})(?![-\d])",
    re.IGNORECASE,
)
_RECORD_WORDS = ("journal", "patient", "record", "chart", "mrn")
_COMPACT_DAY = re.compile(r"(?:19|20)\d\d[01]\d[0-3]\d")


def _records(text: str) -> Iterator[Finding]:
    lowered = text.lower()
    if not any(word in lowered for word in _RECORD_WORDS):
        return
    for match in _RECORD.finditer(text):
        group = "number" if match["number"] else "bare"
        if not (match["bare"] and _COMPACT_DAY.fullmatch(match["bare"])):
            yield Finding(match.start(group), match.end(group), "record")


# ---- phone numbers -------------------------------------------------------------------------------------------------

_MORE = r"\d{2,4}(?: ?\d{2,4}){1,4}|\d{2,3}(?:-\d{2,3}){1,3}|\d{5,8}"
_PHONE = re.compile(
    rf"(?=[+(0])(?<![\d+])(?<!\d[-.:])(?<!\d{{4}}/)(?:"
    rf"(?P<abroad>(?:\+ ?|00)[1-9]\d{{0,2}}[ -]?(?:\(0\) ?)?\d{{1,4}}(?:[ -]{{0,2}}\d{{2,8}}){{1,5}})"
    rf"|(?P<open>\()?(?P<area>08|0[1-79]\d{{1,2}}|08\d{{2}})(?(open)\))(?P<gap> ?- ?|[ /])(?P<rest>{_MORE})"
    rf"|(?P<dotted>07\d\.\d{{2,3}}\.\d{{2,3}}\.\d{{2,3}})"
    rf"|(?P<whole>0[1-9]\d{{7,9}})"
    rf")(?![-:]?\d|/[1-9])"
)
_NAMED = re.compile(
    r"\b(?:telnr|tfn|telefon(?:nr|nummer)|tel(?=[.: ])|phone number)[.: ]{1,2}"
    r"(?P<named>[1-9]\d{1,7}(?:[ -]\d{2,4}){0,4})(?![-/:]?\d)",
    re.IGNORECASE,
)
_NAMING = ("tel", "tfn", "phone")
_COUNTED = re.compile(
    r",\d{1,2}(?![\d-]| \d)|:-| ?(?:kr|kronor|sek|euro?|tkr|[tm]n?kr|miljon|miljard|million|procent|percent|%|€)",
    re.IGNORECASE,
)
"""What follows an amount."""
_REFERENCE = re.compile(
    r"\b(?:dnr|diarie\w*|ärende\w*|bg|bankgiro|pg|plusgiro|org|orgnr|organisations\w*|faktura\w*|ocr|reference|invoice)"
    r"[ .:]*(?:nr|nummer|no)?[ .:]*$",
    re.IGNORECASE,
)
"""What comes before a number that has another use."""
_NEAR = 30
"""How far before a number that word may begin."""
_THOUSANDS = re.compile(r"\+? ?\d{1,3}(?: \d{3})+")
_DAY_OR_YEARS = re.compile(
    r"(?:19|20)\d\d[- ]?(?:(?:19|20)\d\d|[01]\d[- ]?[0-3]\d)|[0-3]\d[- /][01]\d[- /](?:19|20)\d\d"
)
_SHORTEST, _LONGEST = 8, 10
"""How many digits a Swedish number has, its zero included."""
_LONG_AREA, _LEAST_AFTER_IT = 4, 5
_ABROAD_SHORTEST, _ABROAD_LONGEST = 8, 15
_NAMED_SHORTEST = 6


def _phones(text: str) -> Iterator[Finding]:
    for match in _PHONE.finditer(text):
        if _stands_alone(text, match.start(), match.end()) and _is_a_phone(match):
            yield Finding(match.start(), match.end(), "phone")
    lowered = text.lower()
    if any(word in lowered for word in _NAMING):
        for match in _NAMED.finditer(text):
            start, end = match.span("named")
            if sum(map(str.isdigit, match["named"])) >= _NAMED_SHORTEST and _stands_alone(text, start, end):
                yield Finding(start, end, "phone")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a number is neither an amount, a day or years, nor another sort of number by the word before it."""
    if _COUNTED.match(text, end) or _DAY_OR_YEARS.fullmatch(text, start, end):
        return False
    return not _REFERENCE.search(text, max(0, start - _NEAR), start)


def _is_a_phone(match: re.Match[str]) -> bool:
    """Whether it has as many digits as a number of its form, grouped as no amount is."""
    number = match[0]
    digits = sum(map(str.isdigit, number))
    if match["abroad"]:
        ours = number.startswith(("+46", "+ 46", "0046"))
        return _ABROAD_SHORTEST <= digits <= _ABROAD_LONGEST and (ours or not _THOUSANDS.fullmatch(number))
    if match["area"]:
        after = digits - len(match["area"])
        if len(match["area"]) >= _LONG_AREA and after < _LEAST_AFTER_IT:
            return False
        if match["area"] == "08" and digits == _SHORTEST and (match["gap"] == " " or "-" in match["rest"]):
            return False  # 08 30 16 30 and 08-30-16-30 are hours
    return _SHORTEST <= digits <= _LONGEST
