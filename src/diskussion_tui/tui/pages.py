"""What each step of the walk shows, as rows and blocks: pure functions of the session, the step and the width.

A page has a lead, which stays, and columns, which scroll under it. The walk's screen puts them on its widgets; nothing in
here knows a widget, so that every page can be tested, and kept, as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.domain import paper
from diskussion_tui.domain.steps import parts_of, steps_of
from diskussion_tui.domain.summary import answered, overview_of
from diskussion_tui.tui.ink import Block, Row, clipped, row_length, rows_of, text_rows
from diskussion_tui.tui.widgets.board import GAP, column_widths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session import Note, Session
    from diskussion_tui.domain.steps import Step
    from diskussion_tui.domain.workbook import Compass, Kind, Workbook
    from diskussion_tui.texts.catalogue import Texts

TEXT_WIDTH = 76
"""No text runs wider than this, however wide the screen."""
_HANDS_SHOWN = 5
_MOST = 5
_NARROWEST_COLUMN = 18
_MARGIN = 3
"""What stands before a step's text: its letter or number and two blanks."""


@dataclass(frozen=True, slots=True)
class View:
    """What a page is drawn from. `kind` is the one being written into; `width` is in cells."""

    workbook: Workbook
    session: Session
    words: Texts
    width: int
    kind: str = ""
    file: str = ""

    @property
    def text_width(self) -> int:
        """How wide running text may be here."""
        return min(self.width, TEXT_WIDTH)


@dataclass(frozen=True, slots=True)
class Page:
    """A step as it is shown: `lead` stays, `columns` scroll."""

    lead: tuple[Row, ...]
    columns: tuple[tuple[Block, ...], ...] = ()


def page(view: View, step: Step) -> Page:
    """The page of a step."""
    pages = {
        "start": _start,
        "compass": _compass,
        "picture": _picture,
        "question": _question,
        "reflection": _reflection,
        "end": _end,
    }
    return pages[step.role](view, step)


def big_page(view: View, step: Step) -> Page:
    """The page of a step as the room reads it: at most 14 lines of 72 columns, the latest notes where not all fit."""
    width = paper.BIG_COLUMNS
    if step.role == "picture" and step.section:
        return Page(
            (), (_blocks((_title(step), *_spaced(rows_of(paper.picture(step.section, width, airy=False))))),)
        )
    if step.role == "start":
        introduction = view.workbook.introduction
        rows = rows_of(paper.introduction(introduction, width, airy=False))
        return Page((), (_blocks((((view.workbook.title, "heading"),), *_spaced(rows))),))
    if step.question is None:
        return Page((), (_blocks(_fit((((step.heading, "heading"),), (), *_plain_rows(view, step)))),))
    lead: list[Row] = [_title(step), *_wording_rows(view, step, width), ()]
    notes = view.session.notes_of(step.question.id)
    room = paper.BIG_LINES - len(lead) - 1
    shown: list[Row] = []
    left = len(notes)
    for note in reversed(notes):
        rows = note_block(note, view.workbook.kind(note.kind), width).rows
        if len(shown) + len(rows) > room:
            break
        shown = [*rows, *shown]
        left -= 1
    counted = view.words.terms.notes(len(notes)) if not left else view.words.walk.more_above(left)
    return Page((), (_blocks((*lead, *shown, (), ((counted, "muted"),))),))


def note_block(note: Note, kind: Kind | None, width: int, *, id_of: bool = True) -> Block:
    """A note with what the group made of it: sign, text, raised hands, star and dissent."""
    sign = kind.sign if kind else "•"
    tone = kind.role if kind else "muted"
    wrapped = paper.wrap(note.text, width - 2, measure=cell_len)
    rows: list[Row] = [
        ((f"{sign if not place else ' '} ", tone), (line, "text")) for place, line in enumerate(wrapped)
    ]
    marks = marks_of(note, tone)
    if marks:
        if row_length(rows[-1]) + row_length(marks) + 1 <= width:
            rows[-1] = (*rows[-1], (" ", "text"), *marks)
        else:
            rows.append((("  ", "text"), *marks))
    return Block(tuple(rows), note.id if id_of else "")


def marks_of(note: Note, tone: str) -> Row:
    """Raised hands (● up to five, then a number), star, dissent."""
    marks: list[tuple[str, str]] = []
    if note.supporters:
        hands = "●" * note.supporters if note.supporters <= _HANDS_SHOWN else f"● {note.supporters}"
        marks.append((hands, tone))
    if note.star:
        marks.append((" ★" if marks else "★", "bright"))
    if note.dissent:
        marks.append((" !" if marks else "!", "warning"))
    return tuple(marks)


def column_heads(view: View, question: str) -> tuple[Row, ...]:
    """The kinds with their counts over their columns, the one being written into as a filled badge."""
    kinds = view.workbook.kinds
    counts = {kind.id: len(view.session.notes_of(question, kind.id)) for kind in kinds}
    if not side_by_side(view):
        row: list[tuple[str, str]] = []
        for kind in kinds:
            row += [*_head(kind, counts[kind.id], chosen=kind.id == view.kind), ("  ", "text")]
        return (clipped(tuple(row), view.width),)
    row = []
    for kind, cells in zip(kinds, column_widths(view.width, len(kinds)), strict=True):
        head = clipped(_head(kind, counts[kind.id], chosen=kind.id == view.kind), cells)
        row += [*head, (" " * (cells - row_length(head) + GAP), "text")]
    return (tuple(row),)


def side_by_side(view: View) -> bool:
    """Whether the kinds have a column each: they do as long as a column can hold a few words."""
    return min(column_widths(view.width, len(view.workbook.kinds)), default=0) >= _NARROWEST_COLUMN


def progress_row(view: View, steps: tuple[Step, ...], current: str) -> Row:
    """Every part of the walk with its questions: answered ●, here ◐, not yet ○."""
    row: list[tuple[str, str]] = []
    for part, asking in parts_of(steps):
        here = any(step.id == current for step in asking)
        row.append((f"{part} ", "accent" if here else "muted"))
        for step in asking:
            said = answered(view.session, step.id)
            row.append(
                ("◐" if step.id == current else "●" if said else "○", "text" if said or here else "muted")
            )
        row.append(("  ", "text"))
    return tuple(row)


def rail_rows(view: View, steps: tuple[Step, ...], current: str, width: int) -> tuple[Row, ...]:
    """The steps as a rail: one line a part, its questions beside it, the step in view marked."""
    rows: list[Row] = []
    for step in steps:
        if step.role == "question" or (
            step.role == "reflection" and rows and step.number != _first_number(steps, step)
        ):
            continue
        within = [one for one in steps if one.part and one.part == step.part]
        here = step.id == current or any(one.id == current for one in within)
        name = step_name(step, view.words) if step.role != "reflection" else view.words.terms.reflections
        label = f"{step.part or '·'}  {name}"
        rows.append(
            clipped((("▸ " if here else "  ", "accent"), (label, "heading" if here else "text")), width)
        )
        asking = [one for one in within if one.question]
        if asking:
            marks = [
                (f"{'◐' if one.id == current else '●' if answered(view.session, one.id) else '○'} ", "text")
                for one in asking
            ]
            rows.append((("     ", "text"), *marks))
        else:
            rows.append(())
    return tuple(rows)


def step_name(step: Step, words: Texts) -> str:
    """What a step is called where steps are listed."""
    names = {"start": words.walk.step_start, "compass": words.walk.step_compass, "end": words.walk.step_end}
    return names.get(step.role, step.heading)


def background_rows(workbook: Workbook, words: Texts, width: int) -> tuple[Row, ...]:
    """The background and the short forms, to be read."""
    width = min(width, TEXT_WIDTH)
    terms: tuple[Row, ...] = ((), ((words.terms.glossary, "heading"),)) if workbook.glossary else ()
    return (
        *rows_of(paper.background(workbook.background, width)),
        *terms,
        *rows_of(paper.glossary(workbook.glossary, width)),
    )


def summary_blocks(view: View, steps: tuple[Step, ...]) -> tuple[Block, ...]:
    """The whole discussion in one column: counts, then every answered question with its notes."""
    rows: list[Row] = []
    overview = overview_of(view.session)
    counts = (
        (f"{kind.sign} {kind.label} {overview.kinds.get(kind.id, 0)}   ", kind.role)
        for kind in view.workbook.kinds
    )
    total = (f"{view.words.terms.notes(overview.notes)}   ", "heading")
    rows += [clipped((total, *counts), view.width), ()]
    blocks = [Block(tuple(rows)), *_most_supported(view)]
    for step in steps:
        if step.question and answered(view.session, step.question.id):
            lead = (((f"{step.part} {step.number}  ", "accent"), (step.heading, "heading")),)
            blocks.append(
                Block((*lead, *_wording_rows(view, step, view.text_width), *_verdict_rows(view, step)))
            )
            blocks += [
                note_block(note, view.workbook.kind(note.kind), view.text_width, id_of=False)
                for note in view.session.notes_of(step.question.id)
            ]
            blocks.append(Block(((),)))
    return tuple(blocks)


def _most_supported(view: View) -> tuple[Block, ...]:
    """The notes that most agree with, first among them the most."""
    raised = sorted(
        (note for note in view.session.notes() if note.supporters), key=lambda note: -note.supporters
    )
    if not raised:
        return ()
    blocks = [
        note_block(note, view.workbook.kind(note.kind), view.text_width, id_of=False)
        for note in raised[:_MOST]
    ]
    return (Block((((view.words.walk.most_supported, "heading"),),)), *blocks, Block(((),)))


def _start(view: View, step: Step) -> Page:
    workbook, words, head = view.workbook, view.words, view.session.head
    details = [
        (words.terms.date, head.date.isoformat()),
        (words.terms.place, head.place),
        (words.terms.facilitator, head.facilitator),
        (words.terms.note_taker, head.note_taker),
        (words.terms.participants, str(head.participants or "")),
    ]
    said = "   ".join(f"{label}: {value}" for label, value in details if value)
    lead = (
        ((workbook.title, "heading"),),
        ((workbook.subtitle, "muted"),),
        (),
        *text_rows(head.name, view.text_width, "accent"),
        *text_rows(said, view.text_width, "muted"),
        (),
    )
    rows = (
        ((step.heading, "heading"),),
        *rows_of(paper.introduction(workbook.introduction, view.text_width)),
    )
    return Page(lead, (_blocks(rows),))


def _compass(view: View, step: Step) -> Page:
    lead = (((step.heading, "heading"),), ())
    return Page(lead, (_blocks(rows_of(paper.compass(view.workbook.compass, view.text_width))),))


def _picture(view: View, step: Step) -> Page:
    if step.section is None:
        return Page((_title(step),))
    rows = rows_of(paper.picture(step.section, view.text_width - _MARGIN))
    return Page((_title(step), ()), (_blocks(_indented(rows)),))


def _question(view: View, step: Step) -> Page:
    question = step.question
    if question is None:
        return Page((_title(step),))
    lead: list[Row] = [
        _title(step),
        *_wording_rows(view, step, view.text_width),
        *_verdict_rows(view, step, always=True),
        (),
    ]
    if question.asks != "kinds":
        return Page(tuple(lead), (_notes(view, view.session.notes_of(question.id), view.text_width),))
    lead += column_heads(view, question.id)
    kinds = view.workbook.kinds
    if side_by_side(view):
        widths = column_widths(view.width, len(kinds))
        columns = [
            _notes(
                view,
                view.session.notes_of(question.id, kind.id),
                cells,
                empty=view.words.walk.no_notes_of_kind,
            )
            for kind, cells in zip(kinds, widths, strict=True)
        ]
        return Page(tuple(lead), tuple(columns))
    every = [note for kind in kinds for note in view.session.notes_of(question.id, kind.id)]
    return Page(tuple(lead), (_notes(view, every, view.width),))


def _reflection(view: View, step: Step) -> Page:
    question = step.question
    if question is None:
        return Page((_title(step),))
    asked = text_rows(
        view.workbook.reflections.text, view.text_width - _MARGIN, "text", " " * _MARGIN, " " * _MARGIN
    )
    left, right = column_widths(view.width, 2)
    beside = view.words.walk.groups_notes if step.section else view.words.walk.other_reflections
    own: Row = (
        ((view.words.terms.reflections, "heading")),
        (" " * (left - cell_len(view.words.terms.reflections) + GAP), "text"),
        (beside, "muted"),
    )
    lead = (_title(step), *asked, (), own)
    return Page(
        lead, (_notes(view, view.session.notes_of(question.id), left), _said_before(view, step, right))
    )


def _said_before(view: View, step: Step, width: int) -> tuple[Block, ...]:
    """What the group has said in the section looked back on, or in the other reflections: to read, not to change."""
    if step.section:
        asked = [question.id for question in step.section.questions]
    else:
        asked = [field.id for field in view.workbook.reflections.fields if field.id != step.id]
    blocks: list[Block] = []
    for question in asked:
        verdict = next(
            (one.label for one in view.workbook.verdicts if one.id == view.session.verdict(question)), ""
        )
        if verdict:
            blocks.append(Block((((f"{question.rpartition('.')[2]}  ", "muted"), (verdict, "lead")), ())))
        for note in view.session.notes_of(question):
            block = note_block(note, view.workbook.kind(note.kind), width, id_of=False)
            blocks.append(Block((*block.rows, ())))
    return tuple(blocks) or (Block(text_rows(view.words.walk.no_notes_in_section, width, "muted")),)


def _end(view: View, step: Step) -> Page:
    closing = rows_of(paper.closing(view.workbook.closing, view.text_width))
    folder, _, name = view.file.rpartition("/") if "/" in view.file else view.file.rpartition("\\")
    where = (
        *text_rows(f"{view.words.terms.file_name}: {name}", view.text_width, "muted"),
        *text_rows(f"{view.words.walk.path}: {folder}", view.text_width, "muted"),
    )
    lead: tuple[Row, ...] = (((step.heading, "heading"),), *closing, *where, ())
    return Page(lead, (summary_blocks(view, steps_of(view.workbook)),))


def _notes(view: View, notes: Iterable[Note], width: int, *, empty: str = "") -> tuple[Block, ...]:
    """Notes as blocks with air between them; a line that says what to do where there are none."""
    blocks: list[Block] = []
    for note in notes:
        block = note_block(note, view.workbook.kind(note.kind), width)
        blocks += [block, Block(((),))]
    return tuple(blocks) or (Block(text_rows(empty or view.words.walk.no_notes, width, "muted")),)


def _title(step: Step) -> Row:
    return ((f"{step.part}  ", "accent"), (step.heading, "heading"))


def _wording_rows(view: View, step: Step, width: int) -> tuple[Row, ...]:
    """The question with its number before it: as given, as the group worded it, or that it is theirs to word."""
    question = step.question
    if question is None:
        return ()
    if question.asks == "reflection":
        return ()
    own = view.session.wording(question.id)
    text = own or question.text or view.words.terms.own_question
    tone = "text" if own or question.text else "muted"
    number = f"{step.number}".ljust(_MARGIN)
    rows = text_rows(text, width - _MARGIN, tone)
    return tuple(((number if not place else " " * _MARGIN, "accent"), *row) for place, row in enumerate(rows))


def _verdict_rows(view: View, step: Step, *, always: bool = False) -> tuple[Row, ...]:
    """The verdicts to choose from with the chosen one filled; only the chosen one unless `always`."""
    question = step.question
    if question is None or question.asks != "verdict":
        return ()
    given = view.session.verdict(question.id)
    if not always:
        chosen = next((one.label for one in view.workbook.verdicts if one.id == given), "")
        return (((" " * _MARGIN, "text"), (chosen, "accent")),) if chosen else ()
    row: list[tuple[str, str]] = [(" " * _MARGIN, "text")]
    for verdict in view.workbook.verdicts:
        chosen_here = verdict.id == given
        row += [
            (f" {'●' if chosen_here else '○'} {verdict.label} ", "badge-accent" if chosen_here else "text"),
            (" ", "text"),
        ]
    return ((), (*row, (f"  {view.words.walk.verdict_hint}", "muted")))


def _head(kind: Kind, count: int, *, chosen: bool) -> Row:
    badge = f"badge-{kind.role}" if chosen else kind.role
    return ((f"{kind.sign} {kind.label} ", badge), (f" {count}", "muted"))


def _plain_rows(view: View, step: Step) -> tuple[Row, ...]:
    if step.role == "compass":
        return _named(paper.compass_in_short(view.workbook.compass, paper.BIG_COLUMNS), view.workbook.compass)
    return rows_of(paper.closing(view.workbook.closing, paper.BIG_COLUMNS))


def _named(lines: Iterable[paper.Line], compass: Compass) -> tuple[Row, ...]:
    """The compass in short with the names of its areas in bold."""
    names = [*map(paper.area_name, compass.areas), compass.branch_label]
    rows: list[Row] = []
    for line in lines:
        name = next((one for one in names if line.text.startswith(f"{one}:")), "")
        rows.append(((name, "heading"), (line.text.removeprefix(name), "text")))
    return tuple(rows)


def _fit(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows without the blank ones where they would not all fit the big picture."""
    return rows if len(rows) <= paper.BIG_LINES else tuple(row for row in rows if row)


def _spaced(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return ((), *rows) if len(rows) + 2 <= paper.BIG_LINES else rows


def _indented(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(((" " * _MARGIN, "text"), *row) for row in rows)


def _blocks(rows: Iterable[Row]) -> tuple[Block, ...]:
    return (Block(tuple(rows)),)


def _first_number(steps: tuple[Step, ...], step: Step) -> str:
    return next(one.number for one in steps if one.part == step.part and one.question)
