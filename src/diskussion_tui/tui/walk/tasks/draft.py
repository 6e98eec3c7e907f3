"""From a draft that was left to the task it was left in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.conclusions import conclusion
from diskussion_tui.tui.walk.tasks.conclusion import RewordTask
from diskussion_tui.tui.walk.tasks.dissent import DissentTask
from diskussion_tui.tui.walk.tasks.edit import EditTask

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Draft
    from diskussion_tui.tui.walk.screen import Walk
    from diskussion_tui.tui.walk.tasks.task import Task


def taken_up(walk: Walk, draft: Draft) -> Task | None:
    """The task of a record that was being worked on; None where there is none, or it is gone."""
    note = walk.session.note(draft.note) if draft.note else None
    if note and not note.gone:
        return DissentTask(walk, note.id) if draft.task else EditTask(walk, note.id)
    return RewordTask(walk, draft.note) if conclusion(walk.session, draft.note) else None
