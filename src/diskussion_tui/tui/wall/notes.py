"""Notes as a room reads them: with the number that it calls them by, whole ones only, the newest in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.numbers import highest, number_of
from diskussion_tui.domain.workbook import layout
from diskussion_tui.tui.parts.marks import marks_of, tagged
from diskussion_tui.tui.rows import Row, clipped, row_length, text_rows
from diskussion_tui.tui.wall.setting import (
    GAP,
    WIDEST,
    Set,
    column_width,
    fits_in,
    poured,
    side_by_side,
    windows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.tui.wall.stage import Stage

_NARROWEST = 30
"""A column of a kind is at least so wide, or two kinds share one."""
_FLAT = 44
"""A column of notes without kinds is at least so wide."""
_MOST_FLAT = 3
_MOST = 20_000
_kept: dict[tuple[int, int], tuple[Note, object, tuple[Row, ...]]] = {}
"""Rows by the note itself and the width, with what else they were set from."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The notes of a kind, set for a width: its heading, and rows and note of each."""

    head: Row
    blocks: tuple[tuple[Row, ...], ...]
    notes: tuple[Note, ...]

    def needs(self, air: int) -> int:
        """How many rows it takes to show all of it."""
        return 1 + max(1, sum(map(len, self.blocks)) + air * max(0, len(self.blocks) - 1))

    @property
    def least(self) -> int:
        """How many rows it takes to show the newest of it."""
        return 1 + (len(self.blocks[-1]) if self.blocks else 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """A group with the rows it has for its notes, and their pages, as `windows` gives them."""

    group: _Group
    room: int
    air: int
    parted: list[tuple[int, int]]


def note_rows(stage: Stage, note: Note, width: int, digits: int, *, signed: bool = False) -> tuple[Row, ...]:
    """A note: its number, its words, raised hands behind them; under it what somebody said against it.

    The number is `digits` wide, and not shown where that is 0; `signed` has the sign of its kind before the words.
    Remembered: a version of a note never changes, and wrapping a thousand of them again would be a wait for every new one.
    """
    kind = stage.workbook.kind(note.kind)
    number = number_of(stage.session, note) if digits else 0
    told = (kind, number, digits, signed, stage.words.language, stage.now.date())
    key = (id(note), width)
    kept = _kept.get(key)
    if kept and kept[0] is note and kept[1] == told:
        return kept[2]
    if len(_kept) >= _MOST:
        _kept.clear()
    rows = _note_rows(stage, note, width, f"{number:>{digits}}  " if digits else "", signed=signed)
    _kept[key] = (note, told, rows)
    return rows


def _note_rows(stage: Stage, note: Note, width: int, lead: str, *, signed: bool) -> tuple[Row, ...]:
    kind = stage.workbook.kind(note.kind)
    tone = kind.role if kind else "accent"
    lead += f"{kind.sign if kind else '•'} " if signed else ""
    indent = " " * cell_len(lead)
    lines = layout.wrap(stage.public(note.text), width - len(indent), measure=cell_len)
    rows: list[Row] = [
        ((lead if not place else indent, tone), *tagged(line)) for place, line in enumerate(lines)
    ]
    marks = marks_of(note, tone)
    if marks and row_length(rows[-1]) + row_length(marks) + 1 <= width:
        rows[-1] = (*rows[-1], (" ", "text"), *marks)
    elif marks:
        rows.append(((indent, "text"), *marks))
    if note.dissent and note.objection:
        said = f"{stage.words.rounds.dissent}: {stage.public(note.objection)}"
        rows += text_rows(said, width, "muted", indent, indent)
    return tuple(rows)


def by_kind(stage: Stage, question: str, rows: int) -> Set:
    """The notes of a question that asks for kinds: each under its sign and word, side by side as far as the window is wide."""
    kinds = stage.workbook.kinds
    count = max(1, min(len(kinds), (stage.width + GAP) // (_NARROWEST + GAP)))
    cells = min(WIDEST, column_width(stage.width, count))
    notes = stage.notes_of(question)
    digits = _digits(stage, notes)
    columns: list[list[_Group]] = [[] for _ in range(count)]
    for kind in kinds:
        group = _group(stage, kind, notes, cells, digits)
        if len(kinds) == count:
            next(column for column in columns if not column).append(group)
        else:
            min(columns, key=lambda column: sum(one.needs(1) + 1 for one in column)).append(group)
    between = 0 if stage.is_low else 1
    rooms = [rows - between * (len(column) - 1) for column in columns]
    if any(sum(one.least for one in column) > room for column, room in zip(columns, rooms, strict=True)):
        return _compact(stage, columns, notes, rows)
    airy = all(
        sum(one.needs(1) for one in column) <= room for column, room in zip(columns, rooms, strict=True)
    )
    air = 1 if airy else 0
    shared = [_shared_out(column, room, air) for column, room in zip(columns, rooms, strict=True)]
    pages = max((len(part.parted) for column in shared for part in column), default=1)
    back = stage.back % pages
    shown = [_column(stage, column, back, between, digits) for column in shared]
    return Set(
        side_by_side([one.rows for one in shown], cells),
        back,
        pages,
        sum(one.above for one in shown),
        sum(one.below for one in shown),
    )


def flat(stage: Stage, question: str, rows: int) -> Set:
    """The notes of a question without kinds: one after another, in as many columns as it takes and there is room for."""
    notes = stage.notes_of(question)
    if not notes:
        return Set(text_rows(stage.words.wall.no_notes, stage.width, "muted"))
    return _listed(stage, notes, rows)


def _listed(stage: Stage, notes: Sequence[Note], rows: int, *, signed: bool = False) -> Set:
    """Notes one after another, the newest in view."""
    digits = _digits(stage, notes)
    most = max(1, min(_MOST_FLAT, (stage.width + GAP) // (_FLAT + GAP)))
    for count in range(1, most + 1):
        cells = min(WIDEST, column_width(stage.width, count))
        blocks = [note_rows(stage, note, cells, digits, signed=signed) for note in notes]
        heights = list(map(len, blocks))
        if fits_in(count, rows, 0)(heights):
            break
    air = 1 if fits_in(count, rows, 1)(heights) else 0
    parted = windows(heights, fits_in(count, rows, air))
    back = stage.back % len(parted)
    first, end = parted[_page(notes, parted, back)]
    shown = poured(blocks[first:end], count, rows, air, _goes_on(stage, notes[first], digits, signed=signed))
    return Set(side_by_side(shown, cells), back, len(parted), first, len(blocks) - end)


def _goes_on(stage: Stage, note: Note, digits: int, *, signed: bool = False) -> Row:
    """That a note has more than there is room for, under its words, with the hands that were raised for it."""
    kind = stage.workbook.kind(note.kind)
    indent = (digits + 2 if digits else 0) + (2 if signed else 0)
    marks = marks_of(note, kind.role if kind else "accent")
    return ((" " * indent, "text"), ("…", "muted"), *((("  ", "text"), *marks) if marks else ()))


def _group(stage: Stage, kind: Kind, notes: Sequence[Note], cells: int, digits: int) -> _Group:
    """The notes of a kind; those of none that the workbook has stand with the last."""
    known = {one.id for one in stage.workbook.kinds}
    last = kind is stage.workbook.kinds[-1]
    own = tuple(note for note in notes if note.kind == kind.id or (last and note.kind not in known))
    head: Row = ((f"{kind.sign} {kind.label.upper()}", kind.role), (f"  {len(own)}", "muted"))
    blocks = tuple(note_rows(stage, note, cells, digits) for note in own)
    return _Group(clipped(head, cells), blocks, own)


def _shared_out(groups: Sequence[_Group], room: int, air: int) -> list[_Part]:
    """The groups of a column, each with as many rows as its newest notes take, and its notes parted into pages for that.

    The newest of each has its rows; then each in turn gets room for one more, the one with the fewest rows first.
    """
    heights = [list(map(len, group.blocks)) for group in groups]
    taken = [1 if of else 0 for of in heights]
    used = [group.least for group in groups]
    left = room - sum(used)
    waiting = {place for place, of in enumerate(heights) if len(of) > 1}
    while waiting:
        place = min(waiting, key=lambda place: (used[place], place))
        wanted = heights[place][-taken[place] - 1] + air
        if wanted > left:
            waiting.discard(place)
            continue
        taken[place], used[place], left = taken[place] + 1, used[place] + wanted, left - wanted
        if taken[place] == len(heights[place]):
            waiting.discard(place)
    return [
        _Part(group, rows - 1, air, windows(of, fits_in(1, rows - 1, air)))
        for group, rows, of in zip(groups, used, heights, strict=True)
    ]


def _compact(stage: Stage, columns: Sequence[Sequence[_Group]], notes: Sequence[Note], rows: int) -> Set:
    """Where not even the newest note of each kind has room: the kinds with their counts, and the newest notes with signs."""
    heads = [group.head for column in columns for group in column]
    lines: list[list[tuple[str, str]]] = [[]]
    for head in heads:
        if lines[-1] and row_length((*lines[-1], *head)) + 2 > stage.width:  # type: ignore[arg-type]
            lines.append([])
        lines[-1] += [*([("  ", "text")] if lines[-1] else []), *head]
    found = tuple(map(tuple, lines))
    told = _listed(stage, notes, max(1, rows - len(found)), signed=True)
    return Set((*found, *told.rows), told.page, told.pages, told.above, told.below)


def _column(stage: Stage, parts: Sequence[_Part], back: int, between: int, digits: int) -> Set:
    """The groups of a column under each other, so many pages back."""
    found: list[Row] = []
    above = below = 0
    for part in parts:
        blocks = part.group.blocks
        if found and between:
            found.append(())
        found.append(part.group.head)
        first, end = part.parted[_page(part.group.notes, part.parted, back)]
        if blocks:
            goes_on = _goes_on(stage, part.group.notes[first], digits)
            found += poured(blocks[first:end], 1, part.room, part.air, goes_on)[0]
        else:
            found.append(((f"  {stage.words.walk.no_notes_of_kind}", "muted"),))
        above, below = above + first, below + len(blocks) - end
    return Set(tuple(found), above=above, below=below)


def _page(notes: Sequence[Note], parted: Sequence[tuple[int, int]], back: int) -> int:
    """Which page is in view: the one asked for, else the one where something was said or counted last."""
    if back or not notes:
        return min(back, len(parted) - 1)
    newest = max(range(len(notes)), key=lambda place: (notes[place].at, notes[place].change, place))
    return next((page for page, (first, end) in enumerate(parted) if first <= newest < end), 0)


def _digits(stage: Stage, notes: Sequence[Note]) -> int:
    """How wide the numbers are."""
    return len(str(highest(stage.session, notes[0].question))) if notes else 1
