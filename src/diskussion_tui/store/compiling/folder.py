"""Where compilations lie, and `sammanstallning.toml`, which says what one has counted.

`<the folder of discussions>/sammanstallning/<name>/`: the folder's name is made of what somebody has called the compilation, fit for
every file system, and what it is called stands in the file. The folder is one of ours (`store/files/ground.py`), so that no link
leads out of it. The file is replaced whole; numbers have a line each, so that what has moved is seen in any diff.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomli_w

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.analysis.compilation_cells import Ref
from diskussion_tui.store.compiling.taking import Faulty, Taking
from diskussion_tui.store.files.atomic import write_whole
from diskussion_tui.store.files.ground import COMPILED, names_in, read_whole
from diskussion_tui.store.files.paths import NOTHING_THERE, safe_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diskussion_tui.domain.analysis.compilation_kept import Kept
    from diskussion_tui.store.files.fs import Fs

FILE = "sammanstallning.toml"
VERSION = 1
_MOST = 20_000_000
"""No such file has more bytes: 100,000 discussions have 15 million."""


class UnreadableCompilationError(Exception):
    """The file of a compilation, `path`, cannot be taken in: `faults` say where and why. `name` is what it is called, if it says so."""

    def __init__(self, path: Path, faults: tuple[Faulty, ...], name: str = "") -> None:
        self.path, self.faults, self.name = path, faults, name
        super().__init__(f"{path}: {', '.join(one.code for one in faults)}")


def folder_of(sessions: Path, name: str) -> Path:
    """The folder of a compilation by what it is called. Raises `ValueError` where nothing of that could stand in a file's name."""
    safe = safe_name(name)
    if not safe:
        raise ValueError(name)
    return sessions / COMPILED / safe


def folders_in(sessions: Path) -> list[Path]:
    """The folders of compilations, in the order of their names. Raises `OSError` where they cannot be listed."""
    try:
        found = names_in(sessions / COMPILED)
    except OSError as error:
        if error.errno in NOTHING_THERE:
            return []
        raise
    return sorted((one for one in found if not one.name.startswith(".")), key=lambda one: folded(one.name))


def read(folder: Path) -> Kept:
    """A compilation as it is kept. Raises `UnreadableCompilationError`, and `OSError`."""
    path = folder / FILE
    data = read_whole(path, most=_MOST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableCompilationError(path, (Faulty("encoding", str(error.start)),)) from None
    taking = Taking(text)
    kept = taking.kept(VERSION)
    if kept is None or taking.faults:
        raise UnreadableCompilationError(path, tuple(taking.faults), kept.name if kept else "")
    return kept


def write(fs: Fs, folder: Path, kept: Kept) -> bool:
    """Keep a compilation, durably and whole; False where the file holds just that already. Raises `OSError`."""
    data = written(kept).encode()
    path = folder / FILE
    try:
        if read_whole(path, most=_MOST) == data:
            return False
    except OSError as error:
        if error.errno not in NOTHING_THERE:
            raise
    fs.make_folder(folder.parent)
    fs.make_folder(folder)
    write_whole(fs, path, data, folder)
    return True


def written(kept: Kept) -> str:
    """The text of the file: the same bytes for the same compilation."""
    return "".join(_blocks(kept))


def _blocks(kept: Kept) -> Iterator[str]:
    yield _dumped({"schema_version": VERSION})
    head: dict[str, Any] = {
        "name": kept.name,
        "query": kept.query,
        "only": list(kept.only),
        "created_by": kept.created_by,
        "created_at": kept.created_at,
        "counted_at": kept.counted_at,
        "threshold": kept.threshold,
        "coded_sha256": kept.coded,
        "text": kept.text,
    }
    yield "\n[compilation]\n" + _dumped(
        {name: value for name, value in head.items() if value not in ("", [])}
    )
    for quote in kept.quotes:
        yield "\n[[quotes]]\n" + _dumped({"discussion": quote.discussion, "note": quote.record})
    for one in kept.discussions:
        values = {"id": one.id, "name": one.name, "date": one.date, "notes": one.notes}
        yield "\n[[discussions]]\n" + _dumped({**values, "sha256": list(one.files)})
    if kept.numbers:
        yield "\n[numbers]\n" + _dumped(dict(kept.numbers))


def _dumped(values: dict[str, Any]) -> str:
    several = [text for text in values.values() if isinstance(text, str) and "\n" in text]
    multiline = bool(several) and not any(
        line.lstrip().startswith("[") for text in several for line in text.split("\n")
    )
    return tomli_w.dumps(values, multiline_strings=multiline)


def quote_of(discussion: str, note: str) -> Ref:
    """A note as it is quoted."""
    return Ref(clean_line(discussion), clean_line(note))
