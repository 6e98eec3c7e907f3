"""The walk: the workbook's parts in the order a group meets them, one step each.

Step ids are stable and readable (`start`, `kompass`, `A`, `A.1`, `E.helheten`, `slut`): they stand in session files and are
what a facilitator types to jump.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.workbook.workbook import (
        Behaviour,
        Closing,
        Compass,
        Introduction,
        Question,
        Section,
        Workbook,
    )

Role = Literal["start", "compass", "picture", "question", "reflection", "end"]

START, COMPASS, END = "start", "kompass", "slut"


@dataclass(frozen=True, slots=True)
class Step:
    """A place in the walk. `section` is the focus area in view, None outside them; `question` what is answered here."""

    id: str
    role: Role
    heading: str
    minutes: int
    cues: tuple[str, ...] = ()
    part: str = ""
    section: Section | None = None
    question: Question | None = None
    behaviour: Behaviour = "krympbar"

    @property
    def number(self) -> str:
        """What follows the part in a question's id: `2` of `B.2`; empty where nothing is asked."""
        return self.question.id.removeprefix(self.part).lstrip(".") if self.question else ""


def steps_of(workbook: Workbook) -> tuple[Step, ...]:
    """Every step of the walk in order."""
    return (
        _shown(START, "start", workbook.introduction),
        _shown(COMPASS, "compass", workbook.compass),
        *(step for section in workbook.sections for step in _steps_in(section)),
        *_reflections(workbook),
        _shown(END, "end", workbook.closing),
    )


def _shown(step_id: str, role: Role, of: Introduction | Compass | Closing) -> Step:
    return Step(step_id, role, of.heading, of.minutes, of.cues, behaviour=of.behaviour)


def _steps_in(section: Section) -> Iterator[Step]:
    """The picture of a focus area, then its questions."""
    part, heading = section.id, section.heading
    yield Step(
        part, "picture", heading, section.minutes, section.cues, part, section, behaviour=section.behaviour
    )
    for asked in section.questions:
        yield _asking("question", heading, part, section, asked)


def _reflections(workbook: Workbook) -> Iterator[Step]:
    reflections = workbook.reflections
    for asked, field in zip(workbook.reflections_asked(), reflections.fields, strict=True):
        yield _asking("reflection", field.heading, reflections.id, workbook.section(field.section), asked)


def _asking(role: Role, heading: str, part: str, section: Section | None, asked: Question) -> Step:
    return Step(
        asked.id, role, heading, asked.minutes, asked.cues, part, section, asked, behaviour=asked.behaviour
    )


def called(question_id: str) -> str:
    """A question as it is called wherever people read it: `B 2`, `E helheten`. In files, and where it is typed, it is its id."""
    return question_id.replace(".", " ")


def step_named(steps: tuple[Step, ...], typed: str) -> Step | None:
    """The step that somebody means: its id, or an id without its full stop (`b2`), whatever the case."""
    wanted = _plain(typed)
    return next((step for step in steps if _plain(step.id) == wanted), None)


def written_at(steps: tuple[Step, ...], step: Step) -> Question | None:
    """The question that what is written at a step becomes a note of: the step's own, on a picture the part's first.

    Where notes are parked it is the first of all, to which they are taken back; in the summary there is none.
    """
    if step.role == "end":
        return None
    asked = step.section.questions if step.section and step.question is None else ()
    first = (one.question for one in steps if one.question)
    return step.question or next(iter(asked), None) or next(first, None)


def parks_at(step: Step) -> bool:
    """Whether what is written at a step is put aside for later, since the step is about no question."""
    return step.role in {"start", "compass"}


def parts_of(steps: tuple[Step, ...]) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """The parts of the walk in order (`A` … `E`), each with its steps that ask something."""
    parts: dict[str, list[Step]] = {}
    for step in steps:
        if step.question:
            parts.setdefault(step.part, []).append(step)
    return tuple((part, tuple(asking)) for part, asking in parts.items())


def _plain(text: str) -> str:
    return text.replace(".", "").replace(" ", "").casefold()
