"""A form that was filled in: from the names of its fields and what stands in them to what was given.

A form of ours names its boxes; one of others is read by a mapping that a person has made once (`mapping.py`). Neither the order of
the fields nor the pages are looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.language.listed import noted
from diskussion_tui.domain.session.changes import MAX_PARTICIPANTS
from diskussion_tui.domain.workbook.form import boxes_of
from diskussion_tui.intake.called import day_in
from diskussion_tui.intake.given import Given, GivenNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diskussion_tui.domain.workbook.form import Box
    from diskussion_tui.domain.workbook.workbook import Workbook

MAX_FIELD = 200_000
"""Signs in one field; more is no answer, and would be looked through for minutes."""
_NOTHING = frozenset({"", "Off"})
_HALVED = re.compile("[\uf300-\uf6ff]")
"""The emoji of a viewer that keeps sixteen bits of a sign: what was U+1F44D comes as U+F44D."""
_MOST_NAME = 200


def whole_signs(text: str) -> str:
    """A text with emoji that were cut to sixteen bits made whole again."""
    return _HALVED.sub(lambda sign: chr(ord(sign[0]) + 0x10000), text)


def given_in(fields: Mapping[str, str], workbook: Workbook) -> Given:
    """What was given in the fields of a form of ours; fields that are none of its boxes are not looked at."""
    return given_by(((box, fields.get(box.name, "")) for box in boxes_of(workbook)), workbook)


def given_by(boxes: Iterable[tuple[Box, str]], workbook: Workbook) -> Given:
    """What was given in boxes."""
    filled = [(box, whole_signs(text)) for box, text in boxes if text.strip() not in _NOTHING]
    details = {box.of: clean_line(text)[:_MOST_NAME] for box, text in filled if box.holds == "detail"}
    name, date = details.pop("name", ""), details.pop("date", "")
    known = {verdict.id for verdict in workbook.verdicts}
    verdicts = {
        box.of: text.strip() for box, text in filled if box.holds == "verdict" and text.strip() in known
    }
    wordings = {box.of: clean_line(text) for box, text in filled if box.holds == "wording"}
    notes = tuple(
        note for box, text in filled if box.holds == "notes" for note in _notes(box, text, workbook)
    )
    day = day_in(date)
    return Given(
        name, day, _details(details), verdicts, wordings, notes, said_day="" if day else clean_line(date)
    )


def _notes(box: Box, text: str, workbook: Workbook) -> Iterator[GivenNote]:
    asked = workbook.question(box.of)
    told = (
        _by_kind(text, workbook) if asked and asked.asks == "kinds" and not box.kind else [(box.kind, text)]
    )
    for kind, part in told:
        yield from (GivenNote(box.of, note, kind) for note in noted(part))


def _by_kind(text: str, workbook: Workbook) -> list[tuple[str, str]]:
    """The text of one box for all kinds, in pieces of one kind each: a line that names a kind, and a colon, begins one.

    `Avveckla: fax` is of that kind alone where more stands behind the colon; with nothing behind it, so is what follows.
    """
    words = {word.casefold(): kind.id for kind in workbook.kinds for word in (kind.label, kind.verb)}
    pieces: list[tuple[str, list[str]]] = [("", [])]
    goes_on = ""
    for line in re.split(r"\r\n?|\n", text):
        head, colon, rest = line.partition(":")
        kind = words.get(head.strip(" \t•-–*").casefold(), "") if colon else ""
        if kind and not rest.strip():
            goes_on = kind
            continue
        now, said = (kind, rest) if kind else (goes_on, line)
        if now != pieces[-1][0]:
            pieces.append((now, []))
        pieces[-1][1].append(said)
    return [(kind, "\n".join(lines)) for kind, lines in pieces]


def _details(found: Mapping[str, str]) -> dict[str, str | int]:
    """The details as a discussion holds them. A number of people that is none is left out: it is no reason to leave out the rest."""
    details: dict[str, str | int] = {
        name: text for name, text in found.items() if text and name != "participants"
    }
    number = re.search(r"\d{1,4}", found.get("participants", ""))
    if number and int(number[0]) <= MAX_PARTICIPANTS:
        details["participants"] = int(number[0])
    return details
