"""Discussions taken up to be compared: read from the disk, for any thread but the screen's. Nothing is locked, and nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.analysis.comparing import compared, framed, side_of
from diskussion_tui.tui.comparing.page import Held

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.environment import Environment


def take_up(paths: Sequence[Path], world: Environment, workbook: Workbook | None, words: Texts) -> Held:
    """What is held side by side: the discussions, or each file of a single one. Raises `NotOpenedError` and `OSError`."""
    found = _sessions(paths, world)
    frame = framed([session for _name, _path, session in found], workbook)
    sides = [side_of(name, [session]) for name, _path, session in found]
    files = {(number, session.id): path for number, (_name, path, session) in enumerate(found)}
    return Held(compared(sides, frame), words, files, _tones(workbook))


def take_up_groups(
    queries: Sequence[str], world: Environment, workbook: Workbook | None, words: Texts
) -> Held:
    """What some queries find, held side by side, a group each. Raises `OSError`."""
    from diskussion_tui.domain.analysis.query.parsing import parse
    from diskussion_tui.domain.analysis.query.vocabulary import vocabulary_of
    from diskussion_tui.workshop.folder import Folder
    from diskussion_tui.workshop.groups import groups_of

    known = vocabulary_of(world.outline)
    library = Folder(world.sessions, world.refuge, also=world.also)
    library.refresh()
    groups = groups_of([(query, parse(query, known).query) for query in queries], library)
    frame = framed([session for group in groups for session in group.sessions], workbook)
    files = {(number, one): path for number, group in enumerate(groups) for one, path in group.paths.items()}
    return Held(compared([group.side for group in groups], frame), words, files, _tones(workbook))


def _tones(workbook: Workbook | None) -> dict[str, str]:
    return {kind.id: kind.role for kind in workbook.kinds} if workbook else {}


def _sessions(paths: Sequence[Path], world: Environment) -> list[tuple[str, Path, Session]]:
    """What each side is called, where it lies, and what was said."""
    from diskussion_tui.workshop.looking_in import look_into, versions_of

    if len(paths) == 1:
        files = versions_of(paths[0], world.places)
        return [(clean_line(path.name), path, session) for path, session in files]
    held = [(path, look_into(path, world.places).session) for path in paths]
    names = [session.head.name for _path, session in held]
    return [(_told(session, names), path, session) for path, session in held]


def _told(session: Session, names: Sequence[str]) -> str:
    """What a side is called: its name, with the day where another has the same."""
    head = session.head
    return f"{head.name} {head.date}" if names.count(head.name) > 1 else head.name
