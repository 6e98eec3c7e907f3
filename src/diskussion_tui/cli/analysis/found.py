"""What a query found, printed: for eyes discussion by discussion, for pipes a note a row, or counted.

What people wrote is only text: in CSV for Excel no cell is a formula, and a row with tabs is one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import clean, clean_line, folded, one_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import library_of
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.cli.kit.setting import places_of, seen
from diskussion_tui.domain.analysis.counting import Facet, counted
from diskussion_tui.domain.analysis.query.spelling import value_spelled
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.page import shortened

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.reports.document import Cell
    from diskussion_tui.reports.formats.tables import Dialect
    from diskussion_tui.store.library.fielded import Answers
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.texts.catalogue import Texts

WAYS: tuple[Facet, ...] = get_args(Facet)
_UNDER = " " * 8
"""Before what stands under a note's words."""
_WAYS = {"del": "part", "fråga": "question", "slag": "kind", "månad": "month", "enhet": "unit"} | {
    "namn": "name",
    "plats": "place",
    "tillstånd": "state",
    "arbetshäfte": "workbook",
    "diskussion": "discussion",
}


def look(arguments: Namespace, query: Query, texts: Texts) -> Answers:
    """What a query finds in the folder. Files that could not be read whole on the way are told of on stderr."""
    library = library_of(arguments)
    themes = None
    if not query.is_plain:
        from diskussion_tui.workshop.themes import themes_for

        themes = themes_for(query, library.places.folders)
    found = library.answers(query, themes)
    if library.partly:
        names = tuple(sorted(clean_line(path.name) for path in library.partly))
        output.say(f"{texts.compiling.partly(len(names))} {', '.join(names)}")
    return found


def ways(given: str | None, texts: Texts) -> tuple[Facet, ...]:
    """What is counted by, in the order asked for."""
    found: list[Facet] = []
    for name in (given or "").split(","):
        wanted = clean_line(name).casefold()
        way = next((one for one in WAYS if one == _WAYS.get(wanted, wanted)), None)
        if way:
            found.append(way)
        elif wanted or given is not None:
            said = texts.query.no_way.format(given=wanted or "''", choices=texts.cli.any_of(WAYS))
            raise Refused(said)
    return tuple(dict.fromkeys(found))


def put_counts(answers: Answers, by: tuple[Facet, ...], form: str, limit: int | None, texts: Texts) -> None:
    """Print how many notes there are of each, most first."""
    told = counted((one for those in answers.notes for one in those), by)
    ranked = sorted(told.items(), key=lambda item: (-item[1], tuple(map(swedish, item[0]))))[:limit]
    if form in {"json", "jsonl"}:
        _put_objects([dict(zip((*by, "notes"), (*key, count), strict=True)) for key, count in ranked], form)
    elif form in {"csv", "csv_excel", "tsv"}:
        _put_table((*by, "notes"), ((*key, count) for key, count in ranked), form, texts)
    else:
        names = [
            [value or _none(way, texts) for way, value in zip(by, key, strict=True)] for key, _n in ranked
        ]
        widths = [max(map(cells, column)) for column in zip(*names, strict=True)]
        wide = max((len(str(count)) for _key, count in ranked), default=0)
        for row, (_key, count) in zip(names, ranked, strict=True):
            padded = [text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True)]
            output.put_row("  ".join([*padded, str(count).rjust(wide)]))


def put_notes(
    answers: Answers, query: Query, form: str, limit: int | None, arguments: Namespace, texts: Texts
) -> None:
    """Print the notes; for eyes under their discussions, with how many there are."""
    if not form:
        _put_pages(answers, query, limit, arguments, texts)
        return
    rows = [_values(entry, one) for entry, one in _weightiest(answers, limit)]
    if form in {"json", "jsonl"}:
        _put_objects(rows, form)
    else:
        names = tuple(rows[0]) if rows else COLUMNS
        _put_table(names, (tuple(_cell(value, texts) for value in row.values()) for row in rows), form, texts)


COLUMNS = (
    *(
        "session",
        "name",
        "date",
        "unit",
        "place",
        "state",
        "workbook",
        "file",
        "note",
        "question",
        "part",
        "kind",
    ),
    *("sort", "text", "supporters", "dissent", "objection", "star", "table", "places", "tags", "owners"),
    *("parked", "withdrawn", "at"),
)


def _values(entry: Entry, said: Said) -> dict[str, object]:
    held = said.discussion
    values = (
        *(held.id, held.name, held.date, held.unit, held.place, held.state, held.workbook, str(entry.path)),
        *(
            said.id,
            said.question,
            said.section,
            said.kind,
            said.sort,
            said.text,
            said.supporters,
            said.dissent,
        ),
        *(said.objection, said.star, said.table, list(said.places), list(said.tags), list(said.owners)),
        *(said.parked, said.withdrawn, said.at),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _weightiest(answers: Answers, limit: int | None) -> list[tuple[Entry, Said]]:
    """The notes with their discussions, in the order of their weight whichever discussion they are of."""
    from diskussion_tui.domain.analysis.query.finding import ranked

    of = {id(one): answers.entries[number] for number, those in _pairs(answers) for one in those}
    every = ranked(one for those in answers.notes for one in those)
    return [(of[id(one)], one) for one in every[:limit]]


def _pairs(answers: Answers) -> Iterator[tuple[int, tuple[Said, ...]]]:
    return zip(answers.numbers, answers.notes, strict=True)


def _put_pages(answers: Answers, query: Query, limit: int | None, arguments: Namespace, texts: Texts) -> None:
    sought = [folded(one.words) for one in query.texts]
    left, width, known, places = limit, output.columns(), seen(arguments).signs, places_of(arguments)
    for number, those in _pairs(answers):
        if left is not None and left <= 0:
            break
        entry = answers.entries[number]
        output.put_row(
            "  ".join(filter(None, (str(entry.date or "-"), entry.name, places.name_of(entry.path))))
        )
        for one in those[:left]:
            output.put_row(_line(one, known, width))
            if by := _found_by(one, sought):
                output.put_row(_UNDER + shortened(f"{texts.home.also_said} {by}", width - len(_UNDER)))
        left = None if left is None else left - len(those)
    notes, sessions = sum(map(len, answers.notes)), len(answers.numbers)
    told = texts.query.found.format(notes=texts.terms.notes(notes), sessions=texts.terms.sessions(sessions))
    output.say(told if sessions else texts.query.nothing)


def _found_by(said: Said, sought: Iterable[str]) -> str:
    """The other text of a note by which it was found; empty where its own holds every word, or nothing else does."""
    lacking = [word for word in sought if word not in folded(said.text)]
    return next((one for one in said.also if any(word in folded(one) for word in lacking)), "")


def _line(said: Said, known: Mapping[str, str], width: int) -> str:
    """A note on one line: question, sign, words, hands. On a terminal it is cut to fit."""
    sign = "×" if said.withdrawn else said.sort or known.get(said.kind, "•")
    hands = f"  ● {said.supporters}" if said.supporters else ""
    lead = f"  {called(said.question):<3} {sign} "
    return lead + shortened(clean_line(said.text), max(20, width - len(lead) - len(hands))) + hands


def _none(way: Facet, texts: Texts) -> str:
    if way in {"part", "question"}:
        return texts.query.whole
    return texts.query.no_kind if way == "kind" else "–"


def _put_objects(rows: Sequence[Mapping[str, object]], form: str) -> None:
    if form == "json":
        output.put_json(rows)
        return
    for row in rows:
        output.put_json_line(row)


def _put_table(keys: Sequence[str], rows: Iterable[Sequence[Cell]], form: str, texts: Texts) -> None:
    from diskussion_tui.reports.formats.tables import separated

    dialect: Dialect = "csv-excel" if form == "csv_excel" else "tsv" if form == "tsv" else "csv"
    plain = one_line if dialect == "tsv" else clean
    told = ([plain(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    named = ("id" if key == "session" else key for key in keys)
    names = texts.fields.heads(named) if form == "csv_excel" else keys
    output.put(separated(names, told, dialect).removesuffix("\n"))


def _cell(value: object, texts: Texts) -> Cell:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return value_spelled("star", "ja", texts.language) if value else ""
    return value if isinstance(value, int) else str(value if value is not None else "")
