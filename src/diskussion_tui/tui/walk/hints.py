"""The line under the capture line: of all that there is to say, the one thing that matters most now.

Each hint is a function of the walk that says something, with its tone, or nothing; the first that does is shown. What is
new to say gets a function here and a place in `HINTS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.domain.session.similar import LEAST
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui import chrome
from diskussion_tui.tui.rows import clipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.tui.walk.screen import Walk

Hint: TypeAlias = tuple[str, str]
"""What is said, and its tone; the text is empty where there is nothing to say."""

_NOTHING: Hint = ("", "muted")


def hint(walk: Walk) -> Hint:
    """What the line says now."""
    return next((said for said in (one(walk) for one in HINTS) if said[0]), _NOTHING)


def _refused(walk: Walk) -> Hint:
    """Words that could not be saved: nothing may cover that."""
    return _saving(walk) if walk.workshop.saving.state == "refused" else _NOTHING


def _just_said(walk: Walk) -> Hint:
    """The answer to the key before."""
    return walk.said


def _rivals(walk: Walk) -> Hint:
    return (walk.words.walk.versions_hint, "muted") if walk.choosing.at_rivals else _NOTHING


def _personal(walk: Walk) -> Hint:
    return walk.tools.masking.hint()


def _completion(walk: Walk) -> Hint:
    mark = walk.tools.completion.offered
    return (walk.words.conclusions.complete.format(mark=mark), "muted") if mark else _NOTHING


def _saving(walk: Walk) -> Hint:
    return chrome.saving_hint(walk.workshop, walk.words)


def _task(walk: Walk) -> Hint:
    return walk.line.task.hint()


def _break_due(walk: Walk) -> Hint:
    timing = walk.workshop.timing
    if not any(item.is_break for item in timing.show):
        return _NOTHING  # as a rule: the plan is not worked out for every key
    due = timing.standing.due if walk.workshop.writable else None
    said = walk.words.plan.due.format(name=due.name, minutes=due.minutes) if due else ""
    return (said, "bright") if due and timing.running != due.id else _NOTHING


def _reading(walk: Walk) -> Hint:
    return walk.line.task.reading()


def _final(walk: Walk) -> Hint:
    if not walk.session.final:
        return _NOTHING
    half_typed = bool(walk.capture.text.strip())
    return (walk.words.walk.final_kept, "warning") if half_typed else (walk.words.walk.final_hint, "muted")


def _likeness(walk: Walk) -> Hint:
    """What has been said already, while it is typed once more: a suggestion, cut to the one line there is."""
    said, found = walk.words.merging, walk.tools.likeness.found
    note = walk.session.note(found.note) if found else None
    if found is None or note is None or len(walk.capture.text.strip()) < LEAST:
        return _NOTHING
    where = "" if note.question == walk.step.id else f"{called(note.question)}  "
    text = f"{said.opposite if found.opposite else said.like} {where}{' '.join(note.text.split())}"
    row = clipped(((text, "muted"),), max(10, walk.app.size.width - 5))
    return ("".join(part for part, _ in row), "muted")


def _marked(walk: Walk) -> Hint:
    said, number = walk.words.merging, len(walk.marked)
    if not number:
        return _NOTHING
    return ((said.marked_among if walk.choosing.is_among else said.marked)(number), "muted")


HINTS: tuple[Callable[[Walk], Hint], ...] = (
    _refused,
    _just_said,
    _rivals,
    _personal,
    _completion,
    _saving,
    _task,
    _break_due,
    _reading,
    _final,
    _likeness,
    _marked,
)
"""The hints, the most important first."""
