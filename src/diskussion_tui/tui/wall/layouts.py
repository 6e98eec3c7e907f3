"""What the room reads at each step: the layouts, and the heading and the last line that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.domain.plan.moments import after
from diskussion_tui.domain.plan.standing import minutes_left, to_the_minute
from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.conclusions import by_section
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.domain.workbook import layout
from diskussion_tui.tui.parts.compass import compass_blocks
from diskussion_tui.tui.parts.conclusions import conclusion_block, section_row
from diskussion_tui.tui.rows import Row, clipped, row_length, rows_of, spread, text_rows
from diskussion_tui.tui.wall.figures import large
from diskussion_tui.tui.wall.notes import by_kind, flat, note_rows
from diskussion_tui.tui.wall.ranking import ranking, round_rows
from diskussion_tui.tui.wall.setting import WIDEST, Set, read_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diskussion_tui.domain.session.records import Round
    from diskussion_tui.tui.wall.stage import Stage

    Rows = tuple[Row, ...]

_MOST_OF_HEAD = 5
"""A question takes no more than this part of the rows; where it would, its section is named instead."""
_MOST_SUPPORTED = 12
_FINE_BELOW = 20
"""Below so many rows a point and those under it need not stand on one page."""


def wall_rows(stage: Stage) -> Rows:
    """What the room reads, exactly as many rows as there are: heading, what is said, and a last line."""
    if stage.time.item.is_break and stage.time.runs:
        return _placed(stage, _break(stage))
    head = _head(stage, *_heading(stage))
    above = 0 if stage.is_low else 1
    room = stage.rows - len(head) - 2 * above - 1
    body = _body(stage)(max(1, room))
    rows = [*[()] * above, *head, *[()] * above, *body.rows]
    rows = rows[: stage.rows - 1]
    rows += [()] * (stage.rows - 1 - len(rows))
    return _placed(stage, (*rows, _last(stage, body)))


def calm_rows(title: str, text: str, columns: int, rows: int) -> Rows:
    """A page that waits: a title and what there is to know, in the middle."""
    width = min(60, max(10, columns - 4))
    said = [*text_rows(title, width, "heading"), (), *text_rows(text, width, "muted")]
    blank = max(0, (rows - len(said)) // 2)
    return (*[()] * blank, *(_centred(row, columns) for row in said))


# ---- what all share ----------------------------------------------------------------------------------------------


def _placed(stage: Stage, rows: Iterable[Row]) -> Rows:
    """Rows between the margins."""
    before = " " * stage.margin
    return tuple(((before, "text"), *row) if row else () for row in rows)


def _centred(row: Row, width: int) -> Row:
    return ((" " * max(0, (width - row_length(row)) // 2), "text"), *row)


def _head(stage: Stage, mark: str, text: str, below: Rows) -> Rows:
    """Where we are and what is asked, with the time that is left at the right, and a line below it where there is one."""
    lead = f"{mark}   " if mark else ""
    clock = () if stage.is_narrow else clock_row(stage)
    room = stage.width - len(lead) - (row_length(clock) + 2 if clock else 0)
    lines = layout.wrap(text, min(WIDEST, max(10, room)))
    first: Row = ((lead, "accent"), (lines[0], "heading"))
    rest = [((" " * len(lead), "text"), (line, "heading")) for line in lines[1:]]
    return (spread(first, clock, stage.width) if clock else first, *rest, *below)


def _heading(stage: Stage) -> tuple[str, str, Rows]:
    """The mark of the step, what it asks or is called, and what stands under that."""
    step, view = stage.step, stage.view(stage.width)
    mark = f"{step.part} {step.number}".strip() if step.question and step.section else step.part
    if of := _round(stage):
        return of.section, step.heading, round_rows(stage, of)
    if step.question is None:
        names = {
            "start": stage.workbook.title,
            "end": "" if stage.session.final else stage.words.walk.summary,
        }
        return mark, names.get(step.role) or step.heading, ()
    if step.question.asks == "reflection":
        return (
            step.part,
            step.heading,
            text_rows(view.workbook.reflections.text, min(WIDEST, stage.width), "lead"),
        )
    own = stage.session.wording(step.question.id)
    asked = (
        stage.public(stage.session.asks(step.question.id, step.question.text))
        or stage.words.terms.own_question
    )
    too_long = len(layout.wrap(asked, max(10, stage.width - 20))) > max(2, stage.rows // _MOST_OF_HEAD)
    return mark, step.heading if too_long and not own else asked, ()


def _last(stage: Stage, body: Set) -> Row:
    """The last line: what of the notes is elsewhere, or which page it is, and the clock where it has no room above."""
    said = stage.words.wall
    parts = [stage.said] if stage.said else []
    if body.above or body.below:
        parts += [said.above(body.above)] if body.above else []
        parts += [said.below(body.below)] if body.below else []
    elif body.pages > 1:
        parts.append(said.page.format(n=body.page + 1, of=body.pages))
    told = " · ".join(parts)
    right: Row = clock_row(stage) if stage.is_narrow else ((told, "muted"),)
    left: Row = ((told, "muted"),) if stage.is_narrow else ()
    return spread(left, right, stage.width)


def clock_row(stage: Stage) -> Row:
    """How long is left, by word and tone; nothing while no clock runs, or of a discussion that is final."""
    said, time = stage.words, stage.time
    minutes = minutes_left(time.left)
    if stage.session.final or time.item.skipped or not time.runs:
        return ()
    if minutes < 0:
        return ((said.plan.over(-minutes), "warning"),)
    return ((said.terms.minutes_left(minutes), "text"),)


# ---- the layouts -------------------------------------------------------------------------------------------------


def _body(stage: Stage) -> Callable[[int], Set]:
    """What sets the body of a step for so many rows."""
    if of := _round(stage):
        return lambda rows: ranking(stage, of, rows)
    if stage.step.question is None:
        bodies = {"start": _cover, "compass": _compass, "picture": _picture, "end": _end}
        return lambda rows: bodies[stage.step.role](stage, rows)
    question = stage.step.question.id
    asks = {"kinds": by_kind, "verdict": _verdict}.get(stage.step.question.asks, flat)
    return lambda rows: asks(stage, question, rows)


def _round(stage: Stage) -> Round | None:
    """The round in view: as long as the laptop has it before it."""
    return rounds.round_named(stage.session, stage.shows) if stage.shows else None


def _cover(stage: Stage, rows: int) -> Set:
    """What the evening is about: for whom, and the points that it opens with."""
    part, name = stage.workbook.introduction, stage.session.head.name

    def blocks(width: int) -> Sequence[Rows]:
        about = (
            *text_rows(stage.workbook.subtitle, width, "muted"),
            *text_rows(name, width, "accent"),
        )
        origin = stage.workbook.provenance
        points = _parts(stage, rows_of(layout.introduction(part, width, airy=False)))
        return [about, *points, *([text_rows(origin, width, "muted")] if origin else [])]

    return read_on(blocks, stage.width, rows, -stage.back)


def _picture(stage: Stage, rows: int) -> Set:
    """The picture of a section: its lead and its points."""
    section = stage.step.section
    if section is None:
        return Set(())
    return read_on(
        lambda width: _parts(stage, rows_of(layout.picture(section, width, airy=False))),
        stage.width,
        rows,
        -stage.back,
    )


def _compass(stage: Stage, rows: int) -> Set:
    """The compass, an area beside the other, with the signs of its notes in the cells."""

    def blocks(width: int) -> Sequence[Rows]:
        areas: list[list[Row]] = [[]]
        for row in (row for block in compass_blocks(stage.view(width)) for row in block.rows):
            if row_length(row):
                areas[-1].append(row)
            elif areas[-1]:
                areas.append([])
        return [tuple(area) for area in areas if area]

    return read_on(blocks, stage.width, rows, -stage.back)


def _verdict(stage: Stage, question: str, rows: int) -> Set:
    """The verdicts, the chosen one with a filled bar, and what is missing under them."""
    given = stage.session.verdict(question)
    widest = max((len(one.label) for one in stage.workbook.verdicts), default=0)
    bar = max(6, min(40, stage.width - widest - 6))
    found: list[Row] = []
    for one in stage.workbook.verdicts:
        chosen = one.id == given
        sign, tone = ("●", "accent") if chosen else ("○", "muted")
        drawn = ("█" if chosen else "░") * bar
        label = (one.label.ljust(widest), "heading" if chosen else "text")
        found.append(((f"{sign} ", tone), label, ("  ", "text"), (drawn, tone)))
    if not stage.is_low:
        found.append(())
    notes = flat(stage, question, max(1, rows - len(found)))
    return Set((*found, *notes.rows), notes.page, notes.pages, notes.above, notes.below)


def _end(stage: Stage, rows: int) -> Set:
    """What the group has made of its notes, or else what most agree on; once all is done, the thanks."""
    found = by_section(stage.session, [section.id for section in stage.workbook.sections])
    if stage.session.final:
        return _thanks(stage, rows)
    if not found:
        return _most_supported(stage, rows) or _thanks(stage, rows)

    def blocks(width: int) -> Sequence[Rows]:
        view = stage.view(width)
        made: list[Rows] = []
        for section, those in found:
            first, *others = [_conclusion(stage, one, width) for one in those]
            made += [(clipped(section_row(view, section), width), *first), *others]
        return made

    return read_on(blocks, stage.width, rows, -stage.back)


def _conclusion(stage: Stage, one: Conclusion, width: int) -> Rows:
    return conclusion_block(one, stage.words, width, stage.now.date()).rows


def _most_supported(stage: Stage, rows: int) -> Set | None:
    """The notes that most agree on, those first that have the most hands; None where nobody has raised any."""
    notes = [note for note in stage.session.notes() if note.supporters]
    notes.sort(key=lambda note: (-note.supporters, note.id))
    if not notes:
        return None
    heading: Rows = (((stage.words.walk.most_supported, "accent"),),)

    def blocks(width: int) -> Sequence[Rows]:
        told = [note_rows(stage, note, width, 0, signed=True) for note in notes[:_MOST_SUPPORTED]]
        return [heading, *told]

    return read_on(blocks, stage.width, rows, -stage.back)


def _thanks(stage: Stage, rows: int) -> Set:
    """The thanks, and what the evening came to in numbers."""
    made = len(stage.session.current(Conclusion))
    counted = [stage.words.terms.notes(len(stage.session.notes()))]
    if made:
        counted.append(stage.words.wall.conclusions(made))

    told = [
        one for one in stage.workbook.closing.text if not one.endswith(":")
    ]  # the file's name is nothing for a room

    def blocks(width: int) -> Sequence[Rows]:
        texts = [text_rows(paragraph, width, "text") for paragraph in told]
        return [*texts, text_rows(" · ".join(counted), width, "muted")]

    return read_on(blocks, stage.width, rows, -stage.back)


def _break(stage: Stage) -> Rows:
    """A break: what it is called, and when it is over."""
    name, said = stage.time.item.name, stage.words.wall
    over = to_the_minute(after(stage.now, max(0, stage.time.left)))
    again = said.again.format(time=time_of_day(over))
    again = again if stage.time.left > 0 else said.again_now
    rows: list[Row] = [*text_rows(f"{name.rstrip('.')}. {again}.", stage.width, "heading")]
    if stage.time.left > 0:
        figures = large(time_of_day(over), stage.width, stage.rows - len(rows) - 4)
        rows += [(), *figures] if figures else []
    blank = max(0, (stage.rows - len(rows)) // 2)
    shown = [_centred(row, stage.width) if row else () for row in rows]
    return (*[()] * blank, *shown, *[()] * (stage.rows - blank - len(rows)))


def _parts(stage: Stage, rows: Rows) -> list[Rows]:
    """Rows parted where a point begins: what stands before the first is one part too."""
    marks = ("• ", "  – ") if stage.rows < _FINE_BELOW else ("• ",)
    parts: list[list[Row]] = [[]]
    for row in rows:
        if row and row[0][0].startswith(marks) and parts[-1]:
            parts.append([])
        parts[-1].append(row)
    return [tuple(part) for part in parts if part]
