"""Where what is made of a discussion is put when nobody has said: beside its file, and that is told where it is not in its own folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.setting import home_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.texts.catalogue import Texts


def folder_beside(path: Path, arguments: Namespace) -> Path:
    """The folder that was asked for with `--out`, else the one in which the discussion lies."""
    return Path(arguments.out) if arguments.out else path.parent


def tell_of_refuge(path: Path, arguments: Namespace, texts: Texts) -> None:
    """Say where it was put if that is the refuge, in which nobody looks: the discussion goes home again, what was made of it does not."""
    home, refuge = home_of(path, arguments)
    if not arguments.out and path.parent.absolute() == refuge.absolute():
        put, own = clean_line(str(path.parent)), clean_line(str(home))
        output.say(texts.report.in_refuge.format(folder=put, home=own))
