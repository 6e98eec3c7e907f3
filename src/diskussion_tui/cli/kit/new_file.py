"""A file that somebody names and that is not there yet: looked for before the work is done, and written over nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.refusal import WRONG, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.texts.catalogue import Texts


def must_be_free(path: Path, texts: Texts) -> None:
    """Raise `Refused` where a file of this name is there, or no folder for it."""
    if path.exists() or path.is_symlink():
        raise Refused(texts.workbook.is_there.format(file=path), WRONG)
    must_have_folder(path, texts)


def must_have_folder(path: Path, texts: Texts) -> None:
    """Raise `Refused` where there is no folder for a file of this name."""
    if not path.parent.is_dir():
        raise Refused(texts.workbook.no_folder.format(folder=path.parent))


def put_new(path: Path, text: str, texts: Texts) -> None:
    """Write a new file. Raises `Refused` where somebody has taken the name meanwhile, and `OSError`."""
    from diskussion_tui.store.files.atomic import write_free
    from diskussion_tui.store.files.fs import Fs

    try:
        write_free(Fs(), (path,), text.encode(), path.parent)
    except FileExistsError:
        raise Refused(texts.workbook.is_there.format(file=path), WRONG) from None
