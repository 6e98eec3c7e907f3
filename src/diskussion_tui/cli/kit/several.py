"""Several discussions that a command is about: each found by its name, read from the disk once, and not held open."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.cli.kit.finding import find_session
from diskussion_tui.cli.kit.opening import held_in, readable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


class Named(NamedTuple):
    """A discussion that was named, and the file that was found for it."""

    path: Path
    session: Session


def named_ones(
    given: Iterable[str], arguments: Namespace, texts: Texts, workbook: Workbook | None = None
) -> list[Named]:
    """The discussions that are named, in that order. Raises `Refused` where one is not found, or not readable."""
    return [_named(one, arguments, texts, workbook) for one in given]


def _named(given: str, arguments: Namespace, texts: Texts, workbook: Workbook | None) -> Named:
    own = Namespace(**vars(arguments))
    own.__dict__.pop("library", None)  # looked at for another name it does not have this one
    own.session = given
    path = find_session(own, texts)
    return Named(path, readable(path, lambda: held_in(path, own), texts, workbook))
