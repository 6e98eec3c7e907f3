"""Personal data in what somebody is writing, or in the note they have chosen: what the hint says of it.

Apart from `masking.py`, which masks it: everything here only looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.language.personal import found_in, sorts_of
from diskussion_tui.tui.commands import COMMANDS

if TYPE_CHECKING:
    from diskussion_tui.domain.language.personal import Sort
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.walk.scene import Scene


def chosen(scene: Scene) -> Note | None:
    """The note that is being looked at, or None where the line is."""
    board = scene.board
    return scene.workshop.session.note(board.selected) if scene.among_notes and board.selected else None


def sorts(scene: Scene) -> tuple[Sort, ...]:
    """The sorts of personal data in the chosen note, or else in the line."""
    note = chosen(scene)
    text = f"{note.text}\n{note.objection}" if note else scene.capture.text if scene.writes else ""
    return sorts_of(found_in(text, scene.workshop.now().date()))


def hint(scene: Scene) -> tuple[str, str]:
    """What is found and what can be done about it, with its tone; empty where nothing is."""
    found, said = sorts(scene), scene.words.personal
    if not found:
        return "", "muted"
    sentence = said.in_line
    if chosen(scene):
        sentence = said.in_note if scene.writes else said.in_note_only
    listed = said.listed(found)
    return sentence.format(sorts=listed[:1].upper() + listed[1:], key=key(scene)), "warning"


def key(scene: Scene) -> str:
    """The key that masks, as it is written on the screen."""
    return next(command for command in COMMANDS if command.id == "mask").shown_key(scene.words)
