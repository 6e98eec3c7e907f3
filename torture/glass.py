"""Reading the replayed screen: has the program called all of it saved, and what stands above the capture line.

A text in the capture line is only typed. The same text above it has been taken in as a note, and once the header says
that all is saved as well, the program has given its word for it.
"""

from collections.abc import Sequence
from functools import cache

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session.conclusions import SORTS
from diskussion_tui.domain.workbook.steps import Step, steps_of
from diskussion_tui.domain.workbook.workbook import Workbook
from diskussion_tui.texts import words

_WALK = words("sv").walk
_HEADER = 3
"""Two lines and a rule."""
_FOOTER = 3
"""A hint, a rule and the keys; the hint may take more lines, which then hold no prompt."""


@cache
def workbook() -> Workbook:
    """Return the workbook that the program leads through."""
    found = read_workbook(default_workbook(), words("sv")).workbook
    if found is None:
        raise RuntimeError("the workbook in content.toml has problems")
    return found


@cache
def steps() -> tuple[Step, ...]:
    """Return the steps of the walk."""
    return steps_of(workbook())


@cache
def _prompts() -> tuple[str, ...]:
    """Return what stands before the line, whatever it is used for."""
    said, concluding = words("sv"), words("sv").conclusions
    kinds = (f"{kind.sign} {kind.label}" for kind in workbook().kinds)
    edits = (f"{kind.sign} {_WALK.prompt_edit}" for kind in workbook().kinds)
    sorts = [(concluding.sign(sort), concluding.sort(sort)) for sort in SORTS]
    concluded = (f"{sign} {label[:1].upper()}{label[1:]}" for sign, label in sorts)
    reworded = (f"{sign} {concluding.prompt_edit.format(sort=label)}" for sign, label in sorts)
    others = (_WALK.prompt_edit, _WALK.prompt_wording, _WALK.prompt_note, _WALK.prompt_park)
    return (*kinds, *edits, *concluded, *reworded, *others, f"! {said.rounds.prompt_dissent}")


def says_saved(rows: Sequence[str]) -> bool:
    """Say whether the header calls everything saved."""
    return len(rows) > 1 and _WALK.saved in rows[1]


def taken_in(rows: Sequence[str]) -> str:
    """Return what stands between the header and the capture line; empty where no capture line is in view."""
    prompt = _prompt(rows)
    return "\n".join(rows[_HEADER:prompt]) if prompt else ""


def in_line(rows: Sequence[str]) -> str:
    """Return what stands in the capture line and below it."""
    prompt = _prompt(rows)
    return "\n".join(rows[prompt:]) if prompt else ""


def stands_at(rows: Sequence[str], step: Step) -> bool:
    """Say whether the header names a step; those outside the parts it does not name."""
    return not step.part or f"{step.part} {step.number}".strip() + " · " in rows[0]


def _prompt(rows: Sequence[str]) -> int:
    """Return the row in which the capture line begins, 0 where there is none: the lowest that begins with a prompt."""
    for place in range(len(rows) - _FOOTER, _HEADER, -1):
        row = rows[place]
        if row[:1] == " " and row[2:3] != " " and row.lstrip().startswith(_prompts()):
            return place
    return 0
