"""Reading a discussion for a command, and saying what of its file could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import WRONG, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.session.faults import Fault
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts


def readable(path: Path, texts: Texts, refuge: Path | None = None) -> Session:
    """The discussion in a file. Parts that could not be read are told on stderr.

    Raises `Refused` where the file holds no discussion, and `OSError`.
    """
    from diskussion_tui.domain.session.faults import UnreadableSessionError
    from diskussion_tui.store.session.reading import read_session

    try:
        held = read_session(path, refuge)
    except UnreadableSessionError as error:
        said = texts.cli.unreadable_session.format(file=path)
        raise Refused(said, WRONG, _rows(error.faults, texts)) from None
    except OSError as error:
        error.filename = error.filename or str(path)  # a read that fails does not say of what
        raise
    if held.newer:
        output.say(texts.cli.newer.format(file=path))
    if held.faults:
        output.say(texts.cli.parts_unread.format(file=path), _rows(held.faults, texts))
    return held.session


def _rows(faults: Iterable[Fault], texts: Texts) -> list[str]:
    """What is wrong, a row each, and after them what to do about it, each thing once."""
    faults = list(faults)
    remedies = dict.fromkeys(texts.faults.remedy(fault.code) for fault in faults)
    return [*(_row(fault, texts) for fault in faults), *(f"  {remedy}" for remedy in remedies if remedy)]


def _row(fault: Fault, texts: Texts) -> str:
    place = f"{texts.cli.at_line.format(line=fault.line)}: " if fault.line else ""
    return f"  {place}{texts.faults.of(fault.code, fault.detail)}"
