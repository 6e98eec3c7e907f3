"""Making one change to a discussion from the shell, which may be open on a screen at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.finding import must_belong
from diskussion_tui.cli.note import committed
from diskussion_tui.cli.opening import readable
from diskussion_tui.cli.setting import folder_of, refuge_for
from diskussion_tui.store.paths import at_home

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session import Change
    from diskussion_tui.domain.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


def change_in(
    path: Path,
    workbook: Workbook,
    make: Callable[[Workshop], Change | None],
    arguments: Namespace,
    texts: Texts,
) -> Change | None:
    """Make a change in the discussion in a file; it is on disk when this returns. Raises `Refused`."""
    from diskussion_tui.workshop import clock  # noqa: PLC0415 - after the arguments are known to be right
    from diskussion_tui.workshop.workshop import Workshop  # noqa: PLC0415 - brings pydantic

    refuge = refuge_for(arguments)
    must_belong(readable(path, texts, refuge).head, workbook, texts)
    there = at_home(path, folder_of(arguments), refuge)
    workshop = Workshop.open(there, workbook, now=clock.local_now, refuge=refuge)
    final = texts.cli.final.format(name=workshop.session.head.name)
    return committed(workshop, lambda: make(workshop), final, texts)
