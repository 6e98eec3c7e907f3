"""A year of discussions as values, without a disk and without chance: everything that a compilation counts is in it once or oftener."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from diskussion_tui.domain.analysis.codebook import make
from diskussion_tui.domain.analysis.coding import Coding, coding_of, decide, fold
from diskussion_tui.domain.analysis.compilation import Coded, Compilation, Given, compiled
from diskussion_tui.domain.analysis.compilation_cells import Ref
from diskussion_tui.domain.analysis.compilation_kept import Kept
from diskussion_tui.domain.analysis.said import Discussion, Said
from diskussion_tui.domain.session.changes import Stamp
from tests.support.reported import workbook

AT = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
UNITS = ("Geriatriken Danderyd", "Närakuten Järva", "", "Capio vårdcentral Ringen", "Närakuten Järva")
TEXTS = (
    ("A.2", "avveckla", "Faxen mellan sjukhus och kommun #fax", ("akut/Närakuter",)),
    (
        "A.2",
        "nyutveckla",
        "Digital vårdcentral för hela länet",
        ("digital/1177 Vårdguiden", "akut/Närakuter"),
    ),
    (
        "B.2",
        "vidareutveckla",
        "1177 som enda ingång, även till kommunen #ingång",
        ("digital/1177 Vårdguiden",),
    ),
    ("B.2", "avveckla", "Dubbla remisser och prover som tas om #fax", ()),
    (
        "C.2",
        "",
        "Kontinuitet är viktigast: en fast kontakt åt alla som behöver flera sorters vård",
        ("Psykiatri",),
    ),
    ("E.A", "", "Det handlar om tid #tid", ()),
    ("D.2", "nyutveckla", "日本の病院 som förebild", ()),
)
THEMES = ("Fax och papper", "Kontinuitet", "En enda ingång", "Tid")
_MANY = 13


@cache
def season(many: int = _MANY) -> tuple[Given, ...]:
    """The discussions, one every four weeks or so; each says some of `TEXTS`."""
    return tuple(_discussion(number) for number in range(many))


def _discussion(number: int) -> Given:
    told = Discussion(
        f"D{number:02}",
        f"Grupp {number + 1}" + (", bord 2" if number % 4 == 1 else ""),
        dt.date(2025, 11, 3) + dt.timedelta(days=29 * number + number % 3),
        unit=UNITS[number % len(UNITS)],
        participants=(6 + number) * (number % 5 != 3),
        verdicts={
            "A.1": ("stammer", "delvis", "stammer-inte", "egen")[number % 4],
            "B.1": ("delvis", "stammer")[number % 2],
        },
    )
    said = tuple(_note(told, number, at) for at in range(len(TEXTS)) if (number + at) % 3 != 1)
    made = tuple(
        Said(
            told,
            f"C{number:02}",
            "B" if number % 2 else "",
            "",
            text,
            sort=sort,
            owner=owner,
            done=number % 3 == 0,
        )
        for sort, text, owner in [("åtgärd", f"Räkna faxen i mars {number}", "Maja")][: number % 4]
    )
    return Given(told, said, made, (f"{number * 7919:064x}",))


def _note(told: Discussion, number: int, at: int) -> Said:
    question, kind, text, places = TEXTS[at]
    return Said(
        told,
        f"N{number:02}{at}",
        question,
        kind,
        text,
        supporters=(number * 3 + at * 5) % 9,
        dissent=(number + at) % 4 == 0,
        objection="Alla har inte tid med det" if (number + at) % 8 == 0 else "",
        places=places,
        withdrawn=(number, at) == (2, 0),
        parked=(number, at) == (4, 1),
    )


@cache
def coding() -> Coding:
    """What two coders have put the notes under, most of it alike, with memos; some of it under nothing, the last of it not at all."""
    found = coding_of()
    for at, name in enumerate(THEMES):
        stamp = Stamp(f"T{at}", AT, "maja")
        found = fold(
            found, make(found.book, stamp, f"tema{at}", name, words=name, when=f"När det gäller {name}")
        )
    for number, given in enumerate(season()[:-1]):
        for note in given.said:
            at = int(note.id[-1])
            themes = [f"tema{at % 4}", *(["tema3"] if at == 2 and number > 3 else [])] if at != 6 else []
            themes = [one for one in themes if number > 1 or one != "tema3"]
            stamp = Stamp(f"U{note.id}", AT + dt.timedelta(minutes=number), "maja")
            found = fold(found, decide(found, stamp, "maja", [note.id], themes, "Osäker" if at == 3 else ""))
            if number % 3 == 0:
                stamp = Stamp(f"V{note.id}", AT + dt.timedelta(minutes=number), "bo")
                found = fold(found, decide(found, stamp, "bo", [note.id], ["tema1"] if at == 0 else themes))
    return found


@cache
def compilation(many: int = _MANY) -> Compilation:
    """What they say together, coded."""
    themes = {note: frozenset(coding().themes_of(note) or ()) for note in coding().decided}
    names = {one.id: one.name for one in coding().book.themes}
    book = workbook()
    order = [one.id for one in book.kinds], [one.id for one in book.verdicts]
    return compiled(season(many), None, Coded(themes, names), *order)


@cache
def kept(many: int = _MANY) -> Kept:
    """The compilation as it is kept, with an analyst's own words and two quotes."""
    own = Kept(
        "Ett år av samtal",
        "maja",
        AT,
        AT,
        query="slag:avveckla ELLER fax",
        text="Faxen ska bort.\nAlla vill ha en fast kontakt.",
    )
    own = replace(own, quotes=(Ref("D00", "N000"), Ref("D03", "N035"), Ref("D99", "N990")))
    return own.taking(compilation(many), AT)
