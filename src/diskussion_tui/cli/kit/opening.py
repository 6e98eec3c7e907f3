"""Reading or opening the discussion that a command is about, and saying in words what is wrong with it.

One way in for every command: found by its name, read from the disk once, and held against the workbook where a command goes
by one.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session, seen_beside
from diskussion_tui.cli.kit.refusal import MISUSED, WRONG, Refused
from diskussion_tui.cli.kit.setting import places_of, workbook_of
from diskussion_tui.domain.session.faults import NotOpenedError, must_belong, told_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.faults import Fault
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.store.session.replicas import Gathered, Held
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


def read(
    arguments: Namespace, texts: Texts, workbook: Workbook | None = None, *, tell_hidden: bool = False
) -> Session:
    """The discussion that the arguments name, read and not held open. Raises as `readable`.

    With `tell_hidden` a line on stderr says how many notes are not in it since only others have removed them for good.
    """
    path = find_session(arguments, texts)
    found: list[Gathered] = []

    def hold() -> Held:
        found.append(_gathered(path, arguments))
        return found[0].held

    session = readable(path, hold, texts, workbook)
    if tell_hidden:
        _say_hidden(found[0], texts)
    return session


def held_in(path: Path, arguments: Namespace) -> Held:
    """The discussion in a file as it stands on disk. Raises `UnreadableSessionError` and `OSError`."""
    return _gathered(path, arguments).held


def _gathered(path: Path, arguments: Namespace) -> Gathered:
    from diskussion_tui.store.session.replicas import gather_in, gather_with

    if beside := seen_beside(arguments):
        return gather_with(path, beside)
    return gather_in(path, places_of(arguments))


def _say_hidden(gathered: Gathered, texts: Texts) -> None:
    from diskussion_tui.store.session.consent import removed_by_others
    from diskussion_tui.store.session.identity import going_on_as, identity

    if removes := removed_by_others(gathered, going_on_as(gathered, identity())):
        files = ", ".join(clean_line(file) for file, _number in removes)
        number = sum(number for _file, number in removes)
        output.say(f"{texts.purge.set_aside(number)} {texts.purge.set_aside_by.format(files=files)}")


def readable(path: Path, hold: Callable[[], Held], texts: Texts, workbook: Workbook | None = None) -> Session:
    """The discussion in a file, as `hold` reads it. Parts that could not be read are told on stderr.

    Raises `Refused` where the file holds no discussion, or one of another workbook than `workbook`, and `OSError`.
    """
    with told(path, texts):
        held = hold()
        if held.newer:
            output.say(texts.cli.newer.format(file=path))
        _say_unread(path, held.faults, texts)
        if workbook:
            must_belong(held.session.head, workbook)
    return held.session


def opened(arguments: Namespace, texts: Texts) -> Workshop:
    """The discussion that the arguments name, open to be changed; whoever opens it closes it. Raises as `readable`."""
    from diskussion_tui.workshop import clock
    from diskussion_tui.workshop.disk import Disk
    from diskussion_tui.workshop.workshop import Workshop

    path, places = find_session(arguments, texts), places_of(arguments)
    beside = None if places.also else seen_beside(arguments)  # who writes goes by the discussion's own folder
    disk = Disk(*places.home_of(path), beside=beside)
    workbook = workbook_of(arguments, texts)
    with told(path, texts):
        workshop = Workshop.open(path, workbook, disk, now=clock.local_now)
    _say_unread(path, workshop.found.faults, texts)
    if removes := workshop.found.removes:
        output.say(texts.purge.others(sum(number for _file, number in removes)), _of_others(removes, texts))
    return workshop


@contextmanager
def told(path: Path, texts: Texts) -> Iterator[None]:
    """What keeps a discussion from being opened, as the sentence that each kind of it has."""
    try:
        yield
    except NotOpenedError as error:
        code = MISUSED if error.misused else WRONG
        raise Refused(error.in_shell(texts, str(path)), code, _rows(error.faults, texts)) from None
    except OSError as error:
        error.filename = error.filename or str(path)  # a read that fails does not say of what
        raise


def _say_unread(path: Path, faults: Iterable[Fault], texts: Texts) -> None:
    if rows := _rows(faults, texts):
        output.say(texts.cli.parts_unread.format(file=path), rows)


def _of_others(removes: Iterable[tuple[str, int]], texts: Texts) -> list[str]:
    """Which files remove notes that only others have removed, and what one can do about it."""
    return [
        f"  {texts.purge.others_in}",
        *(f"    {clean_line(file)}" for file, _number in removes),
        f"  {texts.purge.others_decide}",
    ]


def _rows(faults: Iterable[Fault], texts: Texts) -> list[str]:
    """What is wrong, a row each, and after them what to do about it, each thing once."""
    faults = list(faults)
    remedies = dict.fromkeys(texts.faults.remedy(fault.code) for fault in faults)
    return [
        *(_row(fault, texts) for fault in told_of(faults)),
        *(f"  {remedy}" for remedy in remedies if remedy),
    ]


def _row(fault: Fault, texts: Texts) -> str:
    place = f"{texts.cli.at_line.format(line=fault.line)}: " if fault.line else ""
    return f"  {place}{texts.faults.of(fault.code, fault.detail)}"
