"""Tables united from home: for any thread but the screen's, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.domain.session.uniting import differing
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.looking_in import look_into
from diskussion_tui.workshop.uniting import unite

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.environment import Environment


class NoWorkbookError(RefusedError):
    """The workbook cannot be read, so nothing can begin that belongs to it."""

    def sentence(self, words: Texts) -> str:
        """What stands in the way."""
        return words.home.workbook_faulty


def unite_in(
    paths: Sequence[Path], name: str, world: Environment, workbook: Workbook | None
) -> tuple[Session, ...]:
    """Make the new discussion; the tables that it was made of. Raises `RefusedError`, `NotOpenedError` and `OSError`."""
    sessions = tuple(look_into(path, world.places).session for path in paths)
    if workbook is None:
        raise NoWorkbookError
    unite(world.sessions, name, sessions, workbook, Disk(world.sessions, world.refuge), world.now)
    return sessions


def told(name: str, sessions: Sequence[Session], words: Texts) -> str:
    """That it is made, and on what the tables judged differently."""
    said = words.comparing
    labels = {one.id: one.label for session in sessions for one in session.frame.verdicts}
    lines = [said.united.format(name=name, sessions=words.terms.sessions(len(sessions)))]
    found = differing(sessions)
    lines += [said.verdicts_differ] if found else []
    lines += [
        f"{called(one.question)}  {'; '.join(f'{who}: {labels.get(id_, id_)}' for who, id_ in one.given)}"
        for one in found
    ]
    return "\n".join(lines)
