"""Notes as blocks: the sign of the kind, number, text, raised hands, star and dissent; and a question's notes as a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.cells import cell_len

from diskussion_tui.domain.session.fields import told_plainly
from diskussion_tui.domain.session.merging import leaves_of
from diskussion_tui.domain.session.numbers import highest, number_of
from diskussion_tui.domain.session.parking import several_tables
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.compass import cell_named
from diskussion_tui.reports.fields import labelled, table_called
from diskussion_tui.tui.parts.found import with_words_marked
from diskussion_tui.tui.parts.marks import marks_of, tagged
from diskussion_tui.tui.rows import Block, Row, clipped, row_length, text_rows
from diskussion_tui.tui.widgets.column import Stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.tui.view import View


class Beside(NamedTuple):
    """What is told of a note besides what stands in it, in words.

    `rivals`: that there are versions to choose from; `places`: where on the compass it is; `merged`: from how many it was
    merged; `mark`: that it is marked; `dissent`: what stands before a dissenting opinion; `labelled`: fields that have no
    place of their own, each with its label; `number`: the one it can be called by, as wide as the widest beside it.
    """

    dissent: str = ""
    rivals: str = ""
    places: tuple[str, ...] = ()
    merged: str = ""
    mark: str = ""
    labelled: tuple[tuple[str, str], ...] = ()
    number: str = ""


class Notes:
    """Notes as a column knows them: by their ids."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes

    def __len__(self) -> int:
        return len(self._notes)

    def id_at(self, place: int) -> str:
        """The id of the note at a place."""
        return self._notes[place].id

    def place_of(self, hit_id: str, /) -> int | None:
        """Where a note stands, sought from the latest on: that is mostly the one that is meant."""
        places = range(len(self._notes) - 1, -1, -1)
        return next((one for one in places if self._notes[one].id == hit_id), None)


_Kept: TypeAlias = "tuple[Note, Kind | None, Beside, Block]"
_MOST = 20_000
_kept: dict[tuple[int, int, bool], _Kept] = {}
"""Blocks by the note itself, not by what it says: that would be read anew for every note of a page."""


def note_block(note: Note, kind: Kind | None, width: int, beside: Beside, *, id_of: bool = True) -> Block:
    """A note with what the group made of it: sign, text, raised hands, star, dissent, and what is told `beside` it.

    Remembered: a version of a note never changes, and wrapping a thousand of them again would cost every new one a frame.
    """
    key = (id(note), width, id_of)
    kept = _kept.get(key)
    if kept and kept[0] is note and kept[1] is kind and kept[2] == beside:
        return kept[3]
    if len(_kept) >= _MOST:
        _kept.clear()
    block = _note_block(note, kind, width, beside, id_of=id_of)
    _kept[key] = (note, kind, beside, block)
    return block


def _note_block(note: Note, kind: Kind | None, width: int, beside: Beside, *, id_of: bool) -> Block:
    sign = kind.sign if kind else "•"
    tone = kind.role if kind else "muted"
    number = f"{beside.number} " if beside.number else ""
    margin = "  " + " " * len(number)
    rows: list[Row] = [
        ((margin, "text"), *tagged(line))
        if place
        else ((f"{sign} ", tone), *(((number, "muted"),) if number else ()), *tagged(line))
        for place, line in enumerate(layout.wrap(note.text, width - len(margin), measure=cell_len))
    ]
    words = ((beside.merged, "muted"), (beside.mark, "accent"))
    for said in (marks_of(note, tone, beside.rivals), *(((word, tone),) for word, tone in words if word)):
        if said and row_length(rows[-1]) + row_length(said) + 1 <= width:
            rows[-1] = (*rows[-1], (" ", "text"), *said)
        elif said:
            rows.append(((margin, "text"), *said))
    if beside.places:
        rows = _with_places(rows, beside.places, width, margin)
    if note.dissent and note.objection:
        rows += text_rows(note.objection, width, "warning", f"{margin}{beside.dissent}: ", f"{margin}  ")
    for label, said in beside.labelled:
        rows += text_rows(said, width, "muted", f"{margin}{label}: ", f"{margin}  ")
    return Block(tuple(rows), note.id if id_of else "", marks_of(note, tone))


def _with_places(rows: list[Row], places: tuple[str, ...], width: int, margin: str) -> list[Row]:
    """The cells that a note is placed on, by name where a line has room for them, else how many they are."""
    for said in (f"⌖ {', '.join(dict.fromkeys(places))}", f"⌖{len(places)}"):
        mark: Row = (("  ", "text"), (said, "muted"))
        if row_length(rows[-1]) + row_length(mark) <= width:
            return [*rows[:-1], (*rows[-1], *mark)]
        if row_length(mark := ((margin, "text"), (said, "muted"))) <= width:
            return [*rows, mark]
    return rows


def note_stack(view: View, notes: Sequence[Note], width: int, *, empty: str = "") -> Stack:
    """The notes of a question as a column, each with its number; a line that says what to do where there are none."""
    tables = several_tables(view.session)
    told = bool(tables or view.marked or view.hit[0] or view.session.disputed or told_plainly(Note))
    plain = Beside(view.words.rounds.dissent)
    kinds = {kind.id: kind for kind in view.workbook.kinds}
    digits = len(str(highest(view.session, notes[0].question))) if notes else 0

    def draw(place: int) -> Block:
        note = notes[place]
        number = str(number_of(view.session, note)).rjust(digits)
        if told or note.sources or note.places:
            return block_of(view, note, width, tables=tables, number=number)
        # nothing is told beside it, as a rule
        return note_block(note, kinds.get(note.kind), width, plain._replace(number=number))

    said = text_rows(empty or view.words.walk.no_notes, width, "muted")
    return Stack(Notes(notes), draw, view.words.walk, said)


_LOOKED = 60
"""So many notes of a column, the latest, say how wide it is: no more of them are ever in view."""
_USUAL = 40
"""How many letters a note has that takes no more room than others."""


def held_by(notes: Sequence[Note]) -> int:
    """How much notes hold: one each, and as many as it could have been where one is long."""
    latest = notes[-_LOOKED:]
    return len(notes) - len(latest) + sum(max(1, len(note.text) // _USUAL) for note in latest)


def longest_word(notes: Sequence[Note]) -> int:
    """The cells of the longest word in notes, of those that may be in view."""
    return max((cell_len(word) for note in notes[-_LOOKED:] for word in note.text.split()), default=0)


def margin_of(view: View, question: str) -> int:
    """How many cells stand before the words of a note in a question's column: its sign and its number."""
    return 3 + len(str(highest(view.session, question)))


def block_of(
    view: View,
    note: Note,
    width: int,
    *,
    id_of: bool = True,
    beside: str = "",
    tables: bool | None = None,
    number: str = "",
) -> Block:
    """A note as a block, with the words that its marks are told in.

    `beside` is told behind it, else the table that said it, where `tables`, several of them, have spoken.
    """
    told = several_tables(view.session) if tables is None else tables
    said = beside_of(view, note, chosen=id_of)._replace(number=number)
    block = note_block(note, view.workbook.kind(note.kind), width, said, id_of=id_of)
    if note.id == view.hit[0]:
        block = Block(tuple(with_words_marked(row, view.hit[1]) for row in block.rows), block.id, block.marks)
    behind = beside or (table_called(note.group, view.words) if told else "")
    return (
        Block(_with_behind(block.rows, behind, width, 2 + len(number) + bool(number)), block.id, block.marks)
        if behind
        else block
    )


def _with_behind(rows: tuple[Row, ...], behind: str, width: int, margin: int) -> tuple[Row, ...]:
    """Rows with a word behind the last of them, or under its text where there is no room."""
    if row_length(rows[-1]) + cell_len(behind) + 1 <= width:
        return (*rows[:-1], (*rows[-1], (f" {behind}", "muted")))
    return (*rows, clipped(((" " * margin, "text"), (behind, "muted")), width))


def beside_of(view: View, note: Note, *, chosen: bool = True) -> Beside:
    """What is told beside a note; with `chosen` also what only matters where something can be done with it."""
    fields = tuple(labelled(note, view.words))
    beside = Beside(view.words.rounds.dissent, merged=merged_of(view, note), labelled=fields)
    if not chosen:
        return beside
    mark = view.words.merging.mark if note.id in view.marked else ""
    return beside._replace(rivals=rivals_of(view, note), places=places_of(view, note), mark=mark)


def rivals_of(view: View, note: Note) -> str:
    """How many versions of a note stand against each other, in words; empty where it has only one."""
    rivals = view.session.rivals(note.id)
    return view.words.walk.versions(len(rivals)) if rivals else ""


def places_of(view: View, note: Note) -> tuple[str, ...]:
    """The names of the cells that a note is placed on."""
    return tuple(cell_named(view.workbook.compass, cell).name for cell in note.places)


def merged_of(view: View, note: Note) -> str:
    """From how many notes one was merged, in words; empty where it was not."""
    return view.words.merging.of(leaves_of(view.session, note)) if note.sources else ""
