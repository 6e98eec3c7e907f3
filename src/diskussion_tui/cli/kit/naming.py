"""Beginning a discussion from the shell: its name, and its file on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.refusal import WRONG, Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts

MAX_NAME = 200
"""Longer than any name; what is longer was pasted by mistake, and would fill every list it stands in."""


def name_in(arguments: Namespace, command: str, texts: Texts) -> str:
    """The name among the arguments, its words joined. Raises `Refused` where it is blank or no name."""
    name = clean_line(" ".join(arguments.name))
    if not name:
        raise Refused(texts.cli.name_missing.format(command=command))
    if len(name) > MAX_NAME:
        said = texts.cli
        raise Refused(said.name_too_long.format(length=said.grouped(len(name)), most=MAX_NAME))
    return name


def create(
    folder: Path,
    name: str,
    workbook: Workbook,
    texts: Texts,
    refuge: Path | None = None,
    details: Mapping[str, str | int | date] | None = None,
) -> Path:
    """A new discussion on disk with its `details`, if need be in `refuge`, and its path. Raises `Refused` where the disk takes none."""
    from diskussion_tui.workshop import clock
    from diskussion_tui.workshop.disk import Disk
    from diskussion_tui.workshop.workshop import Workshop

    try:
        workshop = Workshop.begin(
            folder, name, workbook, Disk(folder, refuge, details=details), now=clock.local_now
        )
    except OSError as error:
        why = texts.reasons.of_error(error)
        raise Refused(texts.cli.not_created.format(folder=folder, why=why), WRONG) from None
    workshop.close()
    return workshop.path
