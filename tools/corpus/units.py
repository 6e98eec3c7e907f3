"""Who meets and when: invented units in invented places, with what they care about, over two years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.corpus.grammar import slots

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

FIRST = dt.date(2024, 9, 2)
"""The first day that anybody meets."""
_DAYS = 760
_WEEKDAYS = 5

SORTS: tuple[tuple[str, str, int, dict[str, float]], ...] = (
    ("Vårdcentralen {}", "vårdcentral", 9, {"kontinuitet": 3, "tillganglighet": 2, "ekonomi": 2, "it-system": 2}),
    ("Geriatriken {}", "geriatrik", 4, {"aldre": 6, "samordning": 3, "remisser": 2}),
    ("Närakuten {}", "närakut", 3, {"akut": 6, "tillganglighet": 2, "remisser": 2}),
    ("Psykiatri {}", "psykiatri", 4, {"psykisk-halsa": 7, "kontinuitet": 2, "tillganglighet": 2}),
    ("BUP {}", "psykiatri", 2, {"psykisk-halsa": 8, "tillganglighet": 3, "forebyggande": 2}),
    ("Hemtjänsten {}", "kommun", 4, {"aldre": 4, "samordning": 5, "kontinuitet": 2, "it-system": 2}),
    ("Kommundialog {}", "kommun", 4, {"samordning": 5, "ledning": 2, "narhet": 2, "ekonomi": 2}),
    ("Rehab {}", "rehabilitering", 2, {"egenvard": 4, "remisser": 2, "narhet": 2}),
    ("BVC {}", "barnhälsovård", 2, {"forebyggande": 6, "information": 3, "psykisk-halsa": 2}),
    ("Ambulansen {}", "prehospital vård", 1, {"akut": 8, "it-system": 3}),
    ("Patientforum {}", "patientförening", 4, {"kontinuitet": 3, "information": 4, "tillganglighet": 3, "egenvard": 2}),
    ("Pensionärsrådet {}", "pensionärsråd", 2, {"aldre": 3, "digitalt": 4, "narhet": 4, "kontinuitet": 3}),
    ("Medicinkliniken {}", "sjukhusklinik", 3, {"bemanning": 4, "remisser": 4, "akut": 2, "it-system": 3}),
    ("Förvaltningen, avdelning {}", "förvaltning", 2, {"ledning": 5, "ekonomi": 4, "digitalt": 2}),
)  # fmt: skip
"""What units are called, what sort they are, how many there are of them, and which themes weigh more there."""

LEADERS = (
    "verksamhetsutvecklare",
    "processledare",
    "Anna L",
    "Petra Ek",
    "Jonas",
    "enhetschefen",
    "Leila M",
    "folkhälsostrateg",
)
NOTE_TAKERS = ("medicinsk sekreterare", "Kim", "praktikanten", "Sara", "", "administratör", "Bo")
ROOMS = (
    "Samlingssalen",
    "Fikarummet",
    "Biblioteket",
    "Konferens 3",
    "på video",
    "Aulan",
    "Församlingshemmet",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Somebody who meets: a name, its sort, where it lies, and how much each theme weighs there beyond the usual 1."""

    name: str
    sort: str
    place: str
    cares: dict[str, float]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A discussion to be held: who, when, what it is called, and by how many."""

    unit: Unit
    name: str
    begins: dt.datetime
    participants: int


def units(dice: Random) -> tuple[Unit, ...]:
    """Every unit there is."""
    return tuple(
        Unit(pattern.format(place), sort, place, cares)
        for pattern, sort, number, cares in SORTS
        for place in dice.sample(slots()["ort"], number)
    )


def meetings(dice: Random) -> Iterator[Meeting]:
    """Meeting upon meeting, without end. Some units meet often, and some evenings sit at several tables."""
    every = units(dice)
    weights = [1 / (place + 3) for place in range(len(every))]
    order = dice.sample(every, len(every))
    while True:
        unit = dice.choices(order, weights)[0]
        one = Meeting(
            unit, unit.name, _begins(dice), dice.choices((3, 4, 6, 8, 11, 14, 23), (1, 3, 6, 8, 6, 3, 1))[0]
        )
        tables = dice.choices((1, 2, 3, 4), (70, 12, 12, 6))[0]
        if tables == 1:
            yield one if dice.random() < 0.8 else replace(one, name=f"{unit.name}, {dice.choice(_WHO)}")
        for table in range(1, tables + 1) if tables > 1 else ():
            yield replace(one, name=f"{unit.name}, bord {table}", participants=dice.randint(3, 7))


_WHO = ("ledningsgruppen", "kväll", "läkarna", "sjuksköterskorna", "andra mötet", "arbetsplatsträff", "dag 2")


def _begins(dice: Random) -> dt.datetime:
    """A working day outside July, in the morning, after lunch or in the evening."""
    while True:
        day = FIRST + dt.timedelta(days=dice.randrange(_DAYS))
        if day.weekday() < _WEEKDAYS and day.month not in {7, 12}:
            break
    hour, minute = dice.choice(((8, 30), (9, 0), (13, 0), (13, 15), (14, 30), (17, 30), (18, 0)))
    return dt.datetime.combine(day, dt.time(hour, minute), dt.timezone(offset_on(day)))


def offset_on(day: dt.date) -> dt.timedelta:
    """How far Swedish clocks are ahead on a day, near enough."""
    return dt.timedelta(hours=2 if 4 <= day.month <= 10 else 1)
