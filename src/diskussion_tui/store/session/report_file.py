"""A report as a file beside its discussion: called after it, and never over what somebody else has there."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files.atomic import no_more_open, write_free
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.ground import LIVE, read_whole
from diskussion_tui.store.files.paths import file_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path


class _HeldAlreadyError(Exception):
    """The very same report lies there under this name."""

    def __init__(self, path: Path) -> None:
        self.path = path


def put_report(
    folder: Path,
    named: tuple[str, str, date],
    suffix: str,
    data: bytes,
    fs: Fs | None = None,
    source: Path | None = None,
) -> Path:
    """Put a report durably in a folder, and say which file it is. `named` is prefix, name and day, `suffix` is what stands behind that, with the dot.

    It is no more open than the file at `source`, whose words it tells. A file that has the name and holds the same is the report already; one that holds anything else is let alone. Raises `OSError`.
    """
    names = (path.stem for path in file_names(folder, *named))
    return put_called(folder, names, suffix, data, fs, source)


def put_called(
    folder: Path,
    stems: Iterable[str],
    suffix: str,
    data: bytes,
    fs: Fs | None = None,
    source: Path | None = None,
) -> Path:
    """Put what is handed out durably in a folder, under the first of some names that is free or has the same already. As `put_report`."""
    fs = fs or Fs()
    make_workplace(fs, folder)

    def candidates() -> Iterator[Path]:
        for stem in stems:
            report = folder / f"{stem}{suffix}"
            if _holds(report, data):
                raise _HeldAlreadyError(report)
            yield report

    try:
        return write_free(fs, candidates(), data, folder / LIVE, no_more_open(*filter(None, (source,))))
    except _HeldAlreadyError as held:
        return held.path
    finally:
        with suppress(OSError):  # that of discussions is not empty, or will be made again
            fs.remove_folder(folder / LIVE)


def make_workplace(fs: Fs, folder: Path) -> None:
    """Make the folder in which files for another are made, and that one. Raises `OSError`, which names the one that somebody chose."""
    try:
        fs.make_folder(folder / LIVE)
    except OSError as error:
        error.filename = str(folder)
        raise


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_whole(path) == data
    except OSError:
        return False
