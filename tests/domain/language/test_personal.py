"""Personal data is found in every form it is written in, and what a discussion of care is full of is left in peace."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.language.personal import found_in, masked, sorts_of
from tests.support.hostile import hostile_texts

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2026, 5, 12)
NAMES = {
    "identity": "personnummer",
    "coordination": "samordningsnummer",
    "phone": "telefonnummer",
    "email": "e-postadress",
    "record": "journalnummer",
}
AROUND = (
    ("", ""),
    ("Ring ", " i morgon."),
    ("Anna (", ")"),
    ("pnr: ", ", säger hon"),
    ("12 500 000 kr och ", "."),
    ("År 2018\n", "\noch sedan"),
)
SEPARATORS = ("", "-", "+", " ", "–", " - ")
LONGEST_AGO, SHORTEST_AGO = dt.date(1890, 1, 1), dt.date(1927, 1, 1)
FEW = 400


def _check_digit(nine: str) -> str:
    weighed = "".join(str(int(digit) * (2, 1)[place % 2]) for place, digit in enumerate(nine))
    return str(-sum(map(int, weighed)) % 10)


def _number(dice: random.Random, place: int) -> tuple[str, str]:
    """A personnummer or samordningsnummer as somebody may write it, and which of them it is."""
    separator = SEPARATORS[place % len(SEPARATORS)]
    old = separator == "+"
    first, last = (LONGEST_AGO, dt.date(1925, 12, 31)) if old else (SHORTEST_AGO, TODAY)
    born = first + dt.timedelta(days=dice.randrange((last - first).days))
    coordinated = place % 4 == 3
    day = born.day + 60 * coordinated
    nine = f"{born:%y%m}{day:02}{dice.randrange(1000):03}"
    century = f"{born.year // 100}" if place % 2 else ""
    written = f"{century}{nine[:6]}{separator}{nine[6:]}{_check_digit(nine)}"
    return written, "coordination" if coordinated else "identity"


def test_400_of_400_identity_and_coordination_numbers_are_found_in_running_text() -> None:
    dice = random.Random(2040)
    for place in range(FEW):
        number, sort = _number(dice, place)
        before, after = AROUND[place % len(AROUND)]
        text = before + number + after
        assert [(text[one.start : one.end], one.sort) for one in found_in(text, TODAY)] == [(number, sort)]


def test_a_wrong_check_digit_or_a_day_that_does_not_exist_is_no_identity_number() -> None:
    dice = random.Random(2041)
    for place in range(FEW):
        number, _sort = _number(dice, place)
        wrong = number[:-1] + str((int(number[-1]) + 1 + place % 9) % 10)
        assert not {"identity", "coordination"} & set(sorts_of(found_in(f"saken {wrong} gäller", TODAY)))
    for day in ("851301", "850230", "850500", "850532", "850592"):
        assert found_in(f"{day}-123{_check_digit(day + '123')}", TODAY) == ()


def test_nobody_is_born_tomorrow_nor_a_hundred_years_old_too_early() -> None:
    tail = "123" + _check_digit("260513123")
    assert found_in(f"20260513-{tail}", TODAY) == ()
    assert found_in(f"20260513-{tail}", dt.date(2026, 5, 13))
    assert found_in(f"260513-{tail}", TODAY)  # of 1926
    assert found_in(f"260513+{tail}", TODAY)
    young = "850505+123" + _check_digit("850505123")
    assert found_in(young.replace("+", "-"), TODAY)
    assert found_in("19" + young, TODAY) == ()


def _orgnr(dice: random.Random) -> str:
    nine = f"{dice.choice('256789')}{dice.randrange(10)}{dice.randrange(20, 100)}{dice.randrange(10**5):05}"
    digits = nine + _check_digit(nine)
    return dice.choice(("{a}-{b}", "{a}{b}", "16{a}{b}", "16{a}-{b}", "org.nr {a}-{b}", "SE{a}{b}01")).format(
        a=digits[:6], b=digits[6:]
    )


def _bankgiro(dice: random.Random) -> str:
    first = dice.randrange(100, 10_000)
    number = f"{first}-{dice.randrange(10_000):04}"
    plus = f"{dice.randrange(1, 100)} {dice.randrange(100):02} {dice.randrange(100):02}-{dice.randrange(10)}"
    return dice.choice((f"bg {number}", f"Bankgiro: {number}", number, f"plusgiro {plus}", plus))


def _amount(dice: random.Random) -> str:
    number = dice.randrange(1, 10 ** dice.randrange(2, 11))
    spaced = f"{number:,}".replace(",", dice.choice((" ", "\u00a0", "\u202f", ".")))
    unit = dice.choice(
        (" kr", " kronor", " miljoner", " tkr", " mnkr", " invånare", "", ":-", " SEK", ",50 kr")
    )
    return dice.choice(("", "+", "−", "ca ")) + spaced + unit


def _day(dice: random.Random) -> dt.date:
    return dt.date(1990, 1, 1) + dt.timedelta(days=dice.randrange(20_000))


def _date(dice: random.Random) -> str:
    first, last = _day(dice), _day(dice)
    form = dice.choice(
        ("%Y-%m-%d", "%Y%m%d", "%d/%m %Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%y%m%d", "%Y-%m-%d %H:%M")
    )
    return dice.choice(
        (f"{first:{form}}", f"{first:{form}}–{last:{form}}", f"{first:{form}} - {last:{form}}")
    )


def _year(dice: random.Random) -> str:
    first = dice.randrange(1900, 2060)
    return dice.choice(
        ("{a}", "{a}–{b}", "{a}-{b}", "{a} - {b}", "{a}/{c}", "åren {a}, {b} och {d}", "{a}-talet")
    ).format(a=first, b=first + 5, c=(first + 1) % 100, d=first + 9)


def _hours(dice: random.Random) -> str:
    a, b = dice.randrange(24), dice.randrange(24)
    return dice.choice(
        (
            "{a:02}.00–{b:02}.30",
            "{a:02}:15-{b:02}:45",
            "kl {a:02}-{b:02}",
            "{a:02}00-{b:02}30",
            "{a:02} 00 - {b:02} 30",
        )
    ).format(a=a, b=b)


def _reference(dice: random.Random) -> str:
    year, number = dice.randrange(1998, 2027), dice.randrange(1, 10**5)
    return dice.choice(
        (
            "HSN {y}-{n:04}",
            "RS {y}/{n:04}",
            "dnr {n:04}-{y}",
            "Dnr: {y}-{n:05}-{p}",
            "LS {s:02}05-{n:04}",
            "HSN 0{p}04-{n:04}",
            "KS {y}:{n}",
            "diarienr {n:04}/{y}",
            "REG.{y}.{n:04}-{p}",
            "ärende 0{p}1-{n:05}",
        )
    ).format(y=year, s=year % 100, n=number % 10_000, p=dice.randrange(1, 10))


def _everyday(dice: random.Random) -> str:
    number = dice.randrange(1, 10_000)
    return dice.choice(
        (
            "1177 som enda ingång",
            "ring 112 eller 113 13 och 114 14",
            f"tel 1177, val {number % 9}",
            f"rum 0{number % 1000:03}",
            f"sal {number % 90}:{number % 9}",
            f"{10_000 + number % 89_999} Stockholm".replace(str(number), str(number), 1),
            f"SE-114 {number % 90 + 10} Stockholm",
            f"{number % 100},{number % 10} procent av 38 000",
            f"{number % 100}-åringar, 24/7, 7–19 år",
            f"journal {1990 + number % 40} på nätet",
            f"ICD F{number % 100:02}.{number % 10}, version 3.11.{number % 10}",
            f"@anna och #digitalt {number}",
            "kl 08 30 16 30",
        )
    )


HARMLESS: dict[str, Callable[[random.Random], str]] = {
    "organisation numbers": _orgnr,
    "bankgiro and plusgiro": _bankgiro,
    "amounts": _amount,
    "dates": _date,
    "years": _year,
    "hours": _hours,
    "reference numbers": _reference,
    "what else is said": _everyday,
}


@pytest.mark.parametrize("sort", HARMLESS)
def test_there_is_no_false_alarm_among_400(sort: str) -> None:
    dice = random.Random(sort)
    for place in range(FEW):
        text = HARMLESS[sort](dice).join(AROUND[place % 2])
        assert found_in(text, TODAY) == (), text


PHONES = (
    "070-123 45 67",
    "070-123 4567",
    "070 123 45 67",
    "070-123-45-67",
    "070.123.45.67",
    "0701234567",
    "0701-23 45 67",
    "08-123 456 78",
    "08-12 34 56",
    "08 123 45 67",
    "(08) 123 456 78",
    "08/123 456 78",
    "0812345678",
    "018-12 34 56",
    "0498-123 45",
    "0771-11 77 00",
    "010 - 123 45 67",
    "+46 70 123 45 67",
    "+46701234567",
    "+46 (0)70-123 45 67",
    "0046 70 123 45 67",
    "+47 12 34 56 78",
    "+358 40 123 4567",
    "０７０－１２３ ４５ ６７",
)


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize(("before", "after"), AROUND)
def test_a_phone_number_is_found_however_it_is_written(phone: str, before: str, after: str) -> None:
    text = before + phone + after
    assert [(text[one.start : one.end], one.sort) for one in found_in(text, TODAY)] == [(phone, "phone")]


@pytest.mark.parametrize(
    ("text", "number", "sort"),
    [
        ("tel 508 123 45", "508 123 45", "phone"),
        ("telefonnr: 12 34 56", "12 34 56", "phone"),
        ("skriv till anna.berg@region.se.", "anna.berg@region.se", "email"),
        ("(ÅSA_ö+x@vård.example.org)", "ÅSA_ö+x@vård.example.org", "email"),
        ("journalnr 123456", "123456", "record"),
        ("Journal: 12345678 saknas", "12345678", "record"),
        ("patient-id AB-4711 22", "AB-4711 22", "record"),
        ("record number 00123", "00123", "record"),
        ("MRN 4711123", "4711123", "record"),
    ],
)
def test_what_a_word_or_a_sign_gives_away_is_found(text: str, number: str, sort: str) -> None:
    assert [(text[one.start : one.end], one.sort) for one in found_in(text, TODAY)] == [(number, sort)]


@pytest.mark.parametrize(
    "text",
    [
        "+46 500 000 kr",
        "08-123 456 kronor",
        "tel 150 000 kr",
        "tel 20180512",
        "dnr 0123-456 78",
        "bankgiro 0501-234 56",
        "+12 500 000 kr",
        "+1 250 000 invånare",
        "05-12-2018",
        "0401-0123-15",
        "08 30-16 30",
        "journal 20180512",
        "journal: 20180512",
    ],
)
def test_a_close_call_is_no_alarm(text: str) -> None:
    assert found_in(f"om {text}.", TODAY) == ()


def test_a_day_and_a_year_or_a_time_are_no_identity_number_even_where_the_check_digit_holds() -> None:
    tried = 0
    for day in range(1, 29):
        for tail in (f"201{_check_digit(f'1805{day:02}201')}", f"133{_check_digit(f'1805{day:02}133')}"):
            assert found_in(f"2018-05-{day:02} {tail}", TODAY) == ()
            assert found_in(f"2018-05-{day:02} - {tail}", TODAY) == ()
            tried += tail[:2] == "20" and found_in(f"2018-05-{day:02}-{tail}", TODAY) == ()
    assert tried == 28


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("+47 123 456", False),
        ("+47 12 34 56", True),
        ("+47 1234 5678 9012 3", True),
        ("+47 1234 5678 9012 34", False),
        ("08-123 45", False),
        ("08-123 456", True),
        ("013-12 34", False),
        ("013-12 345", True),
        ("0123-1234", False),
        ("0123-12345", True),
        ("0701234567", True),
        ("07012345678", False),
    ],
)
def test_a_phone_number_has_as_many_digits_as_there_are_in_one(number: str, found: bool) -> None:
    assert bool(found_in(f"ring {number}.", TODAY)) == found


@pytest.mark.parametrize("between", [", ", ",", "/", " / ", " eller ", " ", "."])
def test_two_phone_numbers_beside_each_other_are_two(between: str) -> None:
    text = f"ring 070-123 45 67{between}08-123 456 78"
    assert masked(text, NAMES, TODAY) == f"ring [telefonnummer]{between}[telefonnummer]"
    assert len(found_in(text, TODAY)) == 2


def test_the_digits_of_every_script_are_digits() -> None:
    number = "850505-123" + _check_digit("850505123")
    for zero in (0xFF10, 0x0660, 0x06F0, 0x0966):
        written = "".join(chr(zero + int(one)) if one.isdigit() else one for one in number)
        (found,) = found_in(f"han är {written}.", TODAY)
        assert (found.start, found.end, found.sort) == (7, 7 + len(number), "identity")


def test_several_sorts_are_named_once_each_in_the_order_they_stand() -> None:
    found = found_in("a@b.se, 070-123 45 67, c@d.se", TODAY)
    assert sorts_of(found) == ("email", "phone")


def test_a_masked_note_can_still_be_read() -> None:
    text = "Ring Anna, 070-123 45 67 eller anna@region.se, om journalnr 123456."
    assert masked(text, NAMES, TODAY) == (
        "Ring Anna, [telefonnummer] eller [e-postadress], om journalnr [journalnummer]."
    )


PIECES = st.sampled_from(
    [
        "850505-1238",
        "8505651238",
        "070-123 45 67",
        "+46 8 123 456 78",
        "a@b.se",
        "journalnr ",
        "tel ",
        *"0123456789+-@. ()/",
        "12 500 000 kr",
        "2018-05-12",
        "Bygg ut ",
        "٣٤",
    ]
)
speech = st.one_of(hostile_texts, st.lists(st.one_of(PIECES, hostile_texts), max_size=12).map("".join))


@given(speech)
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for finding in found_in(text, TODAY):
        assert end <= finding.start < finding.end <= len(text)
        assert any(sign.isdigit() or sign in "@＠" for sign in text[finding.start : finding.end])
        end = finding.end


@given(speech)
def test_masking_leaves_nothing_to_find_and_nothing_to_mask(text: str) -> None:
    once = masked(text, NAMES, TODAY)
    assert found_in(once, TODAY) == ()
    assert masked(once, NAMES, TODAY) == once


@given(speech)
def test_masking_changes_nothing_but_what_is_found(text: str) -> None:
    found = found_in(text, TODAY)
    left, place = [], 0
    for finding in found:
        left.append(text[place : finding.start])
        place = finding.end
    left.append(text[place:])
    once = masked(text, NAMES, TODAY)
    rest = once
    for piece in left:
        if not found_in(piece, TODAY):  # what the number beside it hid is masked too
            assert piece in rest
            rest = rest[rest.index(piece) + len(piece) :]
    assert found or once == text


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200d", "\u200b", "\u2060", "\ufe0f", "\u202e"])
@pytest.mark.parametrize(
    "number", ["811218-9876", "811218{}9876", "8112{}18-9876", "070{}-123 45 67", "anna{}.test@example.se"]
)
def test_what_is_not_seen_hides_nothing_and_goes_with_the_mask(number: str, unseen: str) -> None:
    text = f"Ring {number.format(unseen)} {unseen}nu"
    (finding,) = found_in(text, TODAY)
    assert text[finding.start : finding.end] == number.format(unseen)
    assert masked(text, NAMES, TODAY).startswith("Ring [")


@pytest.mark.parametrize("dash", "-‐‑‒–—―⁃−﹘﹣－")
def test_every_dash_divides_a_number(dash: str) -> None:
    assert found_in(f"811218{dash}9876", TODAY)
