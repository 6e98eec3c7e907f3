"""Notes and steps as things to choose from, called alike in every list of the walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.view import asked_in_short
from diskussion_tui.tui.walk import pages

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.tui.walk.screen import Walk


def sign(walk: Walk, note: Note) -> str:
    """The sign of a note's kind, a dot where it has none."""
    kind = walk.workshop.workbook.kind(note.kind)
    return kind.sign if kind else "•"


def step_choice(walk: Walk, step: Step) -> Choice:
    """A step as something to choose: its id with what it asks, or its heading; found by either."""
    name = pages.step_name(step, walk.words)
    asked = asked_in_short(step, walk.session, walk.words)
    named = f"{called(step.id)}  {asked or name}" if step.part else name
    text = step.question.text if step.question else ""
    return Choice(step.id, named, "", f"{step.id.replace('.', '')} {step.id} {name} {text}")
