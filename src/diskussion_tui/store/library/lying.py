"""What lies in the folders of discussions, by names and stamps alone: the files, what lies beside them, and of which state each is.

No file is read for it, so that looking again at ten thousand of them costs little more than asking the system.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.ground import names_in
from diskussion_tui.store.files.parallel import SLOW, Ahead
from diskussion_tui.store.files.paths import LIVE, session_files
from diskussion_tui.store.session.removals import is_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

YOUNG = 2.0
"""Seconds for which a file counts as just written: no file system counts in longer steps."""
_LISTED = 1e-5
"""Seconds that a local disk takes to list a name at most."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What lies in some folders, by what it is."""

    files: list[Path]
    journals: list[Path]
    half_made: list[Path]
    records: list[Path]


def listed(places: tuple[Path, ...]) -> tuple[Lists, bool, bool]:
    """What lies in some folders; whether the disk is slow; and whether the files were listed before what lies beside them was."""
    if not places:
        return Lists([], [], [], []), False, False
    began = time.perf_counter()
    asked = Ahead(lambda: [path for place in places for path in beside_in(place)])
    early = not asked.quick()
    files, beside = files_in(places), asked.result()
    slow = time.perf_counter() - began > SLOW * 2 * max(1, len(places)) + len(files) * _LISTED
    journals = list(filter(_is_journal, beside))
    half_made = [path for path in beside if path.suffix == ".ny"]
    return Lists(files, journals, half_made, list(filter(is_record, beside))), slow, early


def files_in(places: tuple[Path, ...]) -> list[Path]:
    """The session files of some folders."""
    return [path for place in places for path in session_files(place)]


def _is_journal(path: Path) -> bool:
    return path.suffix == ".toml" and not path.name.startswith(".")


def counts(path: Path) -> bool:
    """Whether what lies beside has a say in what opening a session says."""
    return _is_journal(path) or path.suffix == ".ny" or is_record(path)


def glanced(folder: Path) -> Iterator[tuple[str, int | None]]:
    """The session files of a folder with their stamps, as quickly as the system tells them."""
    before = str(folder / "x")[:-1]
    try:
        with os.scandir(folder) as found:
            for one in found:
                if one.name.lower().endswith(".toml") and not one.name.startswith("."):
                    yield before + one.name, stamp_of(before + one.name)
    except OSError:
        return


def beside_in(folder: Path) -> list[Path]:
    """What lies in a folder's `.live`."""
    try:
        return names_in(folder / LIVE)
    except OSError:
        return []


def stamp_of(path: Path | str) -> int | None:
    """What is another where a file was written to, as `stamp_and_age` has it; None where it is not there."""
    return stamp_and_age(path)[0]


def stamp_and_age(path: Path | str) -> tuple[int | None, bool]:
    """What is another where a file was written to, or where another has taken its name: one number, since many are kept.

    And whether it was written only just now: then it might be written once more without its times telling.
    """
    try:
        stat = os.stat(path)  # noqa: PTH116 - ten thousand times
    except OSError:
        return None, True
    return hash((stat.st_ino, stat.st_size, stat.st_mtime_ns)), stat.st_mtime > time.time() - YOUNG
