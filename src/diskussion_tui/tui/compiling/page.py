"""The pages of a compilation as rows: pure functions of what was counted, the words and the width.

A row of numbers is kept in pieces, so that the number that is chosen can be marked without setting the page anew: a key costs the
same with ten themes and with three hundred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from rich.cells import cell_len

from diskussion_tui.base.text import clean_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.compilation_cells import (
    DISCUSSIONS,
    NOTES,
    PARTICIPANTS,
    UNITS,
    Ref,
    Table,
)
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.bars import spark, thinned
from diskussion_tui.reports.compilation import parts_in
from diskussion_tui.reports.compilation_layout import Layout, Piece
from diskussion_tui.reports.compilation_plain import notes_a_month, saturation_line
from diskussion_tui.tui.parts.bars import pieces_row
from diskussion_tui.tui.rows import Block, text_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.analysis.compilation_cells import Cell
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.compilation import Labels
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.compiling import Made

PageName = Literal[
    "overview", "themes", "compass", "months", "units", "actions", "dissent", "saturation", "quotes"
]
PAGES: tuple[PageName, ...] = get_args(PageName)
WIDEST = 116
_IN = "  "
_FEW_THEMES, _FEW_TAGS, _FEW_SUPPORTED = 8, 5, 5
"""So many rows of a long table stand on the overview."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page is drawn from."""

    made: Made
    labels: Labels
    workbook: Workbook | None
    words: Texts


@dataclass(frozen=True, slots=True)
class Laid:
    """A block of a page. `pieces` are its numbers, each in its column; `ref` is the note or the like that it is itself."""

    rows: tuple[Row, ...]
    id: str = ""
    pieces: tuple[Piece, ...] = ()
    cells: tuple[Cell, ...] = ()
    ref: Ref | None = None
    name: str = ""

    def block(self, column: str = "") -> Block:
        """The block, with the number of a column marked."""
        if not (self.pieces and column):
            return Block(self.rows, self.id)
        return Block((pieces_row(self.pieces, _IN, column), *self.rows[1:]), self.id)


def laid_out(of: Shown, page: PageName, width: int) -> tuple[Laid, ...]:
    """A page set for a width in cells."""
    width = max(30, min(width, WIDEST))
    pages = {
        "overview": _overview,
        "themes": lambda of, width: (*_table(of, "themes", width), *_table(of, "tags", width)),
        "compass": lambda of, width: _table(of, "compass", width),
        "months": _months,
        "units": lambda of, width: (*_table(of, "units", width), *_table(of, "supported", width)),
        "actions": _actions,
        "dissent": _dissent,
        "saturation": _saturation,
        "quotes": _quotes,
    }
    return tuple(pages[page](of, width))


# ---- pages -----------------------------------------------------------------------------------------------------------


def _overview(of: Shown, width: int) -> Iterator[Laid]:
    yield from _counts(of, width)
    if text := of.made.kept.text:
        yield Laid((*text_rows(text, min(76, width), "lead", _IN, _IN), ()))
    yield from _table(of, "verdicts", width)
    yield from _table(of, "parts", width)
    if of.made.of.tables["themes"].lines:
        yield from _table(of, "themes", width, _FEW_THEMES)
    yield from _table(of, "tags", width, _FEW_TAGS)
    yield from _table(of, "supported", width, _FEW_SUPPORTED)
    yield Laid(text_rows(saturation_line(of.made.of, of.words), width, "muted", _IN, _IN))


def _counts(of: Shown, width: int) -> Iterator[Laid]:
    """How much was counted: a row to move in, or two where one has no room."""
    line, words = of.made.of.tables["counts"].lines[0], of.words
    said = (
        (DISCUSSIONS, words.terms.sessions),
        (UNITS, words.compiling.units_counted),
        (PARTICIPANTS, words.compiling.participants_counted),
        (NOTES, words.terms.notes),
    )
    pieces: list[Piece] = []
    for column, plural in said:
        value = line.cells[column].value
        pieces.append(Piece(f" {words.cli.grouped(value)}", column, "heading"))
        pieces.append(Piece(f" {plural(value).partition(' ')[2]}  "))
    fits = sum(cell_len(text) for text, _ in pieces_row(pieces, _IN)) <= width
    parts = (said,) if fits else (said[:2], said[2:])
    for number, part in enumerate(parts):
        shown = tuple(pieces[number * 4 : number * 4 + len(part) * 2])
        cells = tuple(line.cells[column] for column, _ in part)
        row_id = f"counts/{number}"
        yield Laid((pieces_row(shown, _IN),), row_id, shown, cells)
    yield Laid(((),))


def _months(of: Shown, width: int) -> Iterator[Laid]:
    table = of.made.of.tables["months"]
    if len(table.lines) > 1:
        values = thinned(notes_a_month(table), width - 20)
        first, last = table.lines[0].id, table.lines[-1].id
        yield Laid((((f"{_IN}{first} ", "muted"), (spark(values), "accent"), (f" {last}", "muted")), ()))
    yield from _table(of, "months", width)


def _actions(of: Shown, width: int) -> Iterator[Laid]:
    yield from _table(of, "actions", width)
    table = of.made.of.tables["actions"]
    for state in ("open", "done"):
        refs = [ref for line in table.lines for ref in line.cells[state].behind]
        yield from _listed(of, refs, of.labels.column(state).head, width)


def _dissent(of: Shown, width: int) -> Iterator[Laid]:
    yield from _table(of, "dissent", width)
    refs = [ref for line in of.made.of.tables["dissent"].lines for ref in line.cells["dissent"].behind]
    yield from _listed(of, refs, "", width)


def _saturation(of: Shown, width: int) -> Iterator[Laid]:
    table, said = of.made.of.tables["saturation"], of.words
    if table.lines:
        values = thinned([line.cells["themes"].value for line in table.lines], width - 4)
        yield Laid((((_IN, "text"), (spark(values), "accent")), ()))
        yield Laid((*text_rows(saturation_line(of.made.of, said), width, "text", _IN, _IN), ()))
        yield from _table(of, "saturation", width)
    else:
        yield _head(said.compiling.saturation.title, saturation_line(of.made.of, said), width)


def _quotes(of: Shown, width: int) -> Iterator[Laid]:
    said, kept = of.words.compiling, of.made.kept
    yield _head(said.quotes.title, said.quotes.rule, width)
    text = text_rows(kept.text or said.no_text, min(76, width), "text" if kept.text else "muted", _IN, _IN)
    yield Laid((*text, ()))
    refs = [ref for ref in kept.quotes if ref in of.made.of.notes]
    yield from _listed(of, refs, "", width)
    if not refs:
        yield Laid(text_rows(said.no_quotes, width, "muted", _IN, _IN))


# ---- tables ----------------------------------------------------------------------------------------------------------


def _head(title: str, rule: str, width: int) -> Laid:
    return Laid((*text_rows(title, width, "heading", _IN, _IN), *text_rows(rule, width, "muted", _IN, _IN)))


def _table(of: Shown, name: str, width: int, most: int = 0) -> Iterator[Laid]:
    """A table under its rule; `most` rows of it where the rest stands on a page of its own."""
    table, said = of.made.of.tables[name], of.words.compiling
    if not table.lines:
        if not most:
            empty = said.nothing_coded if name == "themes" else said.nothing_here
            yield _head(said.table(name).title, empty, width)
            yield Laid(((),))
        return
    lines = table.lines[: most or None]
    few = Table(table.id, table.columns, lines)
    layout = Layout(of.made.of, few, of.labels, of.words, width - len(_IN) - 1)
    yield _head(said.table(name).title, said.table(name).rule, width)
    told = [
        row
        for one in (layout.signs, layout.without)
        if one
        for row in text_rows(one, width, "muted", _IN, _IN)
    ]
    yield Laid((*told, pieces_row(list(layout.head()), _IN)))
    for heading, under in parts_in(few, of.workbook):
        if heading:
            yield Laid((((f"{_IN}{heading}", "accent"),),))
        for line in under:
            pieces = tuple(layout.line(line))
            cells = tuple(line.cells[column] for column in layout.columns)
            row_id, label = f"{name}/{line.id}", of.labels.row(name, line.id)
            yield Laid((pieces_row(pieces, _IN),), row_id, pieces, cells, name=label)
    left = len(table.lines) - len(lines)
    yield Laid((((f"{_IN}{said.more_rows(left)}", "muted"),), ()) if left else ((),))


# ---- notes -----------------------------------------------------------------------------------------------------------


def _listed(of: Shown, refs: Iterable[Ref], title: str, width: int) -> Iterator[Laid]:
    refs = list(refs)
    if refs and title:
        yield Laid((((f"{_IN}{title}", "heading"),),))
    for ref in refs:
        yield record(of, ref, width)


def name_of(of: Shown, ref: Ref) -> str:
    """What a record is found by: its text, or what was answered, and where that was said."""
    found = of.made.of.notes.get(ref) or of.made.of.concluded.get(ref)
    return f"{clean_line(found.text) if found else _answered(of, ref)} {_where(of, ref)}"


def _where(of: Shown, ref: Ref) -> str:
    one = of.made.of.discussions[ref.discussion]
    return " · ".join(filter(None, (clean_line(one.name), one.date.isoformat(), clean_line(one.place))))


def _answered(of: Shown, ref: Ref) -> str:
    """What was answered where a record is an answer; empty where it is a discussion."""
    verdict = of.made.of.discussions[ref.discussion].verdicts.get(ref.record, "")
    label = of.labels.column(f"verdict.{verdict}").word if verdict else ""
    return f"{called(ref.record)}  {label}" if verdict else ""


def record(of: Shown, ref: Ref, width: int) -> Laid:
    """What a number counts, to read: a note with its objection and where it was said, a discussion, an answer."""
    compilation, said = of.made.of, of.words.compiling
    where = _where(of, ref)
    found = compilation.notes.get(ref) or compilation.concluded.get(ref)
    inner = min(width, 76)
    if found is None:
        answered = _answered(of, ref)
        rows = text_rows(answered or where, inner, "text", _IN, _IN * 2)
        below = text_rows(where, inner, "muted", _IN * 2, _IN * 2) if answered else ()
        return Laid((*rows, *below, ()), "/".join(ref), ref=ref, name=name_of(of, ref))
    column = of.labels.column(f"kind.{found.kind}")
    sign, tone = (column.sign or "•", column.tone) if found.kind else ("•", "muted")
    first = f"{_IN}{sign} "
    rows = text_rows(found.text, inner, "text", first, " " * cell_len(first))
    rows = (((first, tone), (rows[0][0][0][len(first) :], "text")), *rows[1:])
    told = [called(found.question), where]
    if found.supporters:
        told.append(f"● {found.supporters}")
    if found.owner and f"@{found.owner}" not in found.text:
        told.append(f"@{found.owner}")
    if ref in of.made.kept.quotes:
        told.append(f"” {said.quoted_word}")
    below = text_rows(" · ".join(filter(None, told)), inner, "muted", _IN * 2, _IN * 2)
    objection = found.objection.strip()
    against = text_rows(said.objections_of.format(text=objection), inner, "warning", _IN * 2, _IN * 3)
    rows = (*rows, *(against if objection else ()), *below, ())
    return Laid(rows, "/".join(ref), ref=ref, name=name_of(of, ref))
