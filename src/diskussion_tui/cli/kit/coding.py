"""What the commands of coding share: the compilation's notes and the desk of whoever codes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.compilations import compilations_in, refusing
from diskussion_tui.cli.kit.refusal import WRONG, Refused
from diskussion_tui.cli.kit.setting import reading_of, settings_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.coding import Desk


@contextmanager
def desk_in(arguments: Namespace, texts: Texts, coder: str = "") -> Iterator[Desk]:
    """The desk in the compilation that the arguments name; on the way out everything is on disk, or refused. Raises `Refused`."""
    from diskussion_tui.workshop.clock import local_now
    from diskussion_tui.workshop.coding import Desk, coder_in, starter_for

    name = _named(arguments, texts)
    with refusing(name, texts):
        folder = compilations_in(arguments, texts).find(name).folder
    workbook = reading_of(arguments, texts).workbook
    book = workbook.id if workbook else ""
    who = coder or coder_in(folder, settings_of(arguments).settings.coder)
    desk = Desk.at(folder, who, starter_for(book), now=local_now, workbook=book)
    for file, fault in desk.found.faults:
        output.say(texts.coding.unread.format(file=file, why=texts.faults.of(fault.code, fault.detail)))
    for file in desk.found.newer:
        output.say(texts.coding.newer.format(file=file))
    try:
        yield desk
    finally:
        why = desk.close()
    if desk.has_written and not desk.is_named:
        output.say(texts.coding.unnamed.format(coder=desk.coder))
    if why:
        raise Refused(texts.coding.ends_unsaved.format(why=texts.reasons.of(why)), WRONG)


def notes_in(arguments: Namespace, texts: Texts) -> list[Said]:
    """The notes that the compilation counts, counted now, each once. Raises `Refused`."""
    name = _named(arguments, texts)
    with refusing(name, texts):
        made = compilations_in(arguments, texts).verify(name)
    return list({one.id: one for one in made.of.notes.values()}.values())


def _named(arguments: Namespace, texts: Texts) -> str:
    name = clean_line(arguments.name or "")
    if not name:
        raise Refused(texts.compiling.name_needed)
    return name
