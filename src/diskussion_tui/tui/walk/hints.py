"""The line under the capture line: of all that there is to say, the one thing that matters most now.

Each hint is a function of the scene that says something, with its tone, or nothing; the first that does is shown. What is
new to say gets a function here and a place in `HINTS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.domain.session.conclusions import conclusion, read
from diskussion_tui.domain.session.similar import LEAST
from diskussion_tui.tui import chrome
from diskussion_tui.tui.rows import clipped
from diskussion_tui.tui.walk import personal

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.tui.walk.scene import Scene

Hint: TypeAlias = tuple[str, str]
"""What is said, and its tone; the text is empty where there is nothing to say."""

_NOTHING: Hint = ("", "muted")


def hint(scene: Scene) -> Hint:
    """What the line says now."""
    return next((said for said in (one(scene) for one in HINTS) if said[0]), _NOTHING)


def _refused(scene: Scene) -> Hint:
    """Words that could not be saved: nothing may cover that."""
    return _saving(scene) if scene.workshop.saving.state == "refused" else _NOTHING


def _just_said(scene: Scene) -> Hint:
    """The answer to the key before."""
    return scene.said


def _rivals(scene: Scene) -> Hint:
    return (scene.words.walk.versions_hint, "muted") if scene.at_rivals else _NOTHING


def _saving(scene: Scene) -> Hint:
    return chrome.saving_hint(scene.workshop, scene.words)


def _wording(scene: Scene) -> Hint:
    return (scene.words.walk.wording_hint, "muted") if scene.doing.does == "wording" else _NOTHING


def _dissent(scene: Scene) -> Hint:
    return (scene.words.rounds.dissent_hint, "muted") if scene.doing.does == "dissent" else _NOTHING


def _final(scene: Scene) -> Hint:
    return (scene.words.walk.final_hint, "muted") if scene.workshop.session.final else _NOTHING


def _completion(scene: Scene) -> Hint:
    mark = scene.offered
    return (scene.words.conclusions.complete.format(mark=mark), "muted") if mark else _NOTHING


def _concluding(scene: Scene) -> Hint:
    """What is read from the words that are being typed: section, owner and last day. In an empty line, how to begin."""
    typed = scene.capture.text
    if not (scene.doing.does == "conclusion" or (scene.concludes and scene.doing.does == "note")):
        return _NOTHING
    workbook, said = scene.workshop.workbook, scene.words.conclusions
    if not typed.strip():
        return (said.hint.format(example=workbook.sections[0].id), "muted")
    today = scene.workshop.now().date()
    found = read(typed, scene.sort, [section.id for section in workbook.sections], today)
    edited = conclusion(scene.workshop.session, scene.doing.note)
    section = workbook.section(found.section or (edited.section if edited else ""))
    about = f"{section.id} {section.heading}" if section else ""
    parts = (
        said.about.format(section=about) if about else said.about_whole,
        said.owner.format(name=found.owner) if found.owner else "",
        said.due.format(day=found.due.isoformat()) if found.due else "",
    )
    return (" · ".join(filter(None, parts)), "muted")


def _break_due(scene: Scene) -> Hint:
    timing = scene.workshop.timing
    if not any(item.is_break for item in timing.show):
        return _NOTHING  # as a rule: the plan is not worked out for every key
    due = timing.standing.due if scene.workshop.writable else None
    said = scene.words.plan.due.format(name=due.name, minutes=due.minutes) if due else ""
    return (said, "bright") if due and timing.running != due.id else _NOTHING


def _likeness(scene: Scene) -> Hint:
    """What has been said already, while it is typed once more: a suggestion, cut to the one line there is."""
    said, found = scene.words.merging, scene.likeness
    note = scene.workshop.session.note(found.note) if found else None
    if found is None or note is None or len(scene.capture.text.strip()) < LEAST:
        return _NOTHING
    where = "" if note.question == scene.step.id else f"{note.question}  "
    text = f"{said.opposite if found.opposite else said.like} {where}{' '.join(note.text.split())}"
    row = clipped(((text, "muted"),), max(10, scene.app.size.width - 5))
    return ("".join(part for part, _ in row), "muted")


def _marked(scene: Scene) -> Hint:
    said, number = scene.words.merging, len(scene.marked)
    if not number:
        return _NOTHING
    return ((said.marked_among if scene.among_notes else said.marked)(number), "muted")


HINTS: tuple[Callable[[Scene], Hint], ...] = (
    _refused,
    _just_said,
    _rivals,
    personal.hint,
    _completion,
    _saving,
    _wording,
    _dissent,
    _break_due,
    _concluding,
    _final,
    _likeness,
    _marked,
)
"""The hints, the most important first."""
