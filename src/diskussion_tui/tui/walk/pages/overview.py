"""The discussion as a whole: progress in the header, the rail, the summary at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.plan.show import show_in, used_in
from diskussion_tui.domain.session.summary import answered, overview_of
from diskussion_tui.domain.workbook.steps import called, parts_of
from diskussion_tui.tui.parts.compass import summary_of_compass
from diskussion_tui.tui.parts.conclusions import conclusion_blocks
from diskussion_tui.tui.plan.page import used_rows
from diskussion_tui.tui.rounds.page import top_blocks
from diskussion_tui.tui.rows import Block, Row, clipped, folded
from diskussion_tui.tui.view import step_name, verdict_rows, wording_rows
from diskussion_tui.tui.walk.pages.notes import block_of

if TYPE_CHECKING:
    from diskussion_tui.domain.workbook.steps import Step
from diskussion_tui.tui.view import View

_MOST = 5
PART = "del:"
"""What the id of a heading begins with under which a part of the summary is folded."""
_OPEN, _FOLDED = "▾ ", "▹ "


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


def summary_blocks(view: View, steps: tuple[Step, ...]) -> tuple[Block, ...]:
    """The whole discussion in one column: conclusions, counts, every answered question with its notes, what is parked.

    What stands below the conclusions are parts that can be folded to their headings.
    """
    rows: list[Row] = []
    overview = overview_of(view.session)
    counts = (
        (f"{kind.sign} {kind.label} {overview.kinds.get(kind.id, 0)}   ", kind.role)
        for kind in view.workbook.kinds
    )
    total = (f"{view.words.terms.notes(overview.notes)}   ", "heading")
    parked = len(view.session.parked())
    aside: tuple[Row, ...] = (((view.words.conclusions.parked_count(parked), "muted"),),) if parked else ()
    rows += [*folded((total, *counts), view.width), *aside, ()]
    blocks = [*conclusion_blocks(view), Block(tuple(rows))]
    parts = [
        ("stöd", _most_supported(view), 0),
        ("prioriterat", _prioritised(view), 0),
        ("kompass", summary_of_compass(view), 0),
        *(_question(view, step) for step in steps),
        ("övrigt", _without_place(view, steps), 0),
        ("parkerat", _parked(view), parked),
        ("tid", _time_used(view, steps), 0),
    ]
    return (*blocks, *(block for part in parts for block in _foldable(view, *part)))


def _foldable(view: View, part: str, blocks: tuple[Block, ...], notes: int) -> tuple[Block, ...]:
    """A part under its heading, which can be chosen; or the heading alone, with how many notes are under it."""
    if not blocks:
        return ()
    first, *rest = blocks
    heading, *below = first.rows
    if part in view.folded:
        counted: Row = ((f"   {view.words.terms.notes(notes)}", "muted"),) if notes else ()
        return (Block((((_FOLDED, "muted"), *heading, *counted), ()), f"{PART}{part}"),)
    head = Block((((_OPEN, "muted"), *heading),), f"{PART}{part}")
    return (head, *([Block(tuple(below), first.id)] if below else []), *rest)


def _question(view: View, step: Step) -> tuple[str, tuple[Block, ...], int]:
    """An answered question with its notes."""
    if not step.question or not answered(view.session, step.question.id):
        return step.id, (), 0
    notes = view.session.notes_of(step.question.id)
    lead: Row = ((f"{step.part} {step.number}  ", "accent"), (step.heading, "heading"))
    head = Block((lead, *wording_rows(view, step, view.text_width), *verdict_rows(view, step)))
    said = [block_of(view, note, view.text_width) for note in notes]
    return step.id, (head, *said, Block(((),))), len(notes)


def _parked(view: View) -> tuple[Block, ...]:
    """The notes that wait in a list of their own, each with its question."""
    notes = view.session.parked()
    if not notes:
        return ()
    blocks = [block_of(view, note, view.text_width, beside=called(note.question)) for note in notes]
    return (Block((((view.words.conclusions.parked_title, "heading"),),)), *blocks, Block(((),)))


def _without_place(view: View, steps: tuple[Step, ...]) -> tuple[Block, ...]:
    """The notes under questions that the workbook does not have: nothing that was said may go unseen."""
    known = {step.question.id for step in steps if step.question}
    notes = [note for note in view.session.notes() if note.question not in known]
    if not notes:
        return ()
    blocks = [block_of(view, note, view.text_width) for note in notes]
    return (Block((((view.words.terms.other_notes, "heading"),),)), *blocks, Block(((),)))


def _time_used(view: View, steps: tuple[Step, ...]) -> tuple[Block, ...]:
    """Planned against used time. The running clock is not in it: a page that changes by itself is never at rest."""
    rows = used_rows(show_in(view.session, steps), used_in(view.session), view.words, view.text_width)
    return (Block((*rows, ())),) if rows else ()


def _most_supported(view: View) -> tuple[Block, ...]:
    """The notes that most agree with, first among them the most."""
    raised = sorted(
        (note for note in view.session.notes() if note.supporters), key=lambda note: -note.supporters
    )
    if not raised:
        return ()
    blocks = [block_of(view, note, view.text_width, id_of=False) for note in raised[:_MOST]]
    return (Block((((view.words.walk.most_supported, "heading"),),)), *blocks, Block(((),)))


def _prioritised(view: View) -> tuple[Block, ...]:
    """What came out on top where the group has prioritised."""
    return top_blocks(view, ((section.id, section.heading) for section in view.workbook.sections))


def _first_number(steps: tuple[Step, ...], step: Step) -> str:
    return next(one.number for one in steps if one.part == step.part and one.question)
