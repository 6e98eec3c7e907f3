"""Disks to test on: one that does not wait, one that refuses, and one that remembers what it was promised.

`RecordingFs` keeps each call, and `states` builds from the calls every disk that POSIX allows to be found after a power cut:
data that was not synced is absent, torn or zeros; names that were not synced are there or not, in any subset. It follows
storage.md, "Every crash state"; after a failed sync the bytes may be lost although later ones of the file are not.

Every combination is built where they are at most `BOUND`. Beyond that one file or name differs at a time from a disk
that kept all, and from one that lost all it may lose: the store reads each file by itself and unites what it read, so
that a third file's tearing adds nothing to what two have shown.
"""

from __future__ import annotations

import errno
import itertools
import math
import os
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diskussion_tui.store.files.fs import Fs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class QuickFs(Fs):
    """A disk that never waits: for tests that cut no power."""

    def sync(self, handle: int) -> None: ...

    def sync_folder(self, folder: Path) -> None: ...


class FaultyFs(QuickFs):
    """A disk that refuses the calls that `refuses` gives an error number for, by the call's number and name.

    A refused write leaves half of its data behind, as a full disk does. With `only` it is the disk of that folder; what
    is elsewhere is on another one, whose calls are not counted.
    """

    def __init__(self, refuses: Callable[[int, str], int] = lambda _number, _name: 0) -> None:
        self.refuses = refuses
        self.only: Path | None = None
        self.calls: list[str] = []
        self._at: dict[int, Path] = {}

    def make_folder(self, folder: Path) -> None:
        self._call("make_folder", folder)
        super().make_folder(folder)

    def open_journal(self, path: Path) -> int:
        self._call("open_journal", path)
        handle = super().open_journal(path)
        self._at[handle] = path
        return handle

    def open_new(self, path: Path) -> int:
        self._call("open_new", path)
        handle = super().open_new(path)
        self._at[handle] = path
        return handle

    def write(self, handle: int, data: bytes) -> None:
        try:
            self._call("write", self._at[handle])
        except OSError:
            super().write(handle, data[: len(data) // 2])
            raise
        super().write(handle, data)

    def sync(self, handle: int) -> None:
        self._call("sync", self._at[handle])

    def replace(self, source: Path, target: Path) -> None:
        self._call("replace", target)
        super().replace(source, target)

    def link_new(self, source: Path, target: Path) -> None:
        self._call("link_new", target)
        super().link_new(source, target)

    def remove(self, path: Path) -> None:
        self._call("remove", path)
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        self._call("sync_folder", folder)

    def _call(self, name: str, path: Path) -> None:
        if self.only is not None and not path.is_relative_to(self.only):
            return
        self.calls.append(name)
        if number := self.refuses(len(self.calls), name):
            raise OSError(number, os.strerror(number))


BOUND = 16
"""So many combinations of what was not promised are all built."""
FOLDER = -1
"""What stands in a file's place where a name is a folder's."""


@dataclass
class _Node:
    """A file's data as it was written: each piece with whether the disk has promised it, or broken its promise."""

    pieces: list[list] = field(default_factory=list)  # [data, "pending" | "durable" | "doubtful"]

    def contents(self) -> list[bytes]:
        """Everything that the file may hold after a power cut: all of it first, the least of it last."""
        found = []
        pending = [place for place, (_, state) in enumerate(self.pieces) if state == "pending"]
        for doubtful in ("kept", "zeros"):
            for place in (len(self.pieces), *reversed(pending)):
                for how in ("absent", "torn", "zeros"):
                    data = b"".join(
                        _left(piece, doubtful if state == "doubtful" else "kept")
                        for piece, state in self.pieces[:place]
                    )
                    data += b"".join(
                        _left(piece, how if number == 0 or how == "zeros" else "absent")
                        for number, (piece, _) in enumerate(self.pieces[place:])
                    )
                    if data not in found:
                        found.append(data)
        return found


def _left(piece: bytes, how: str) -> bytes:
    return {"kept": piece, "absent": b"", "torn": piece[: len(piece) // 2], "zeros": bytes(len(piece))}[how]


@dataclass
class Disk:
    """What the calls so far have made of the disk: names that are promised, names that are not, and the files."""

    nodes: dict[int, _Node] = field(default_factory=dict)
    names: dict[Path, int] = field(default_factory=dict)
    pending: list[tuple[Path, int | None]] = field(default_factory=list)

    def states(self) -> Iterator[dict[Path, bytes]]:
        """Every disk that may be found now: path → content, folders without content."""
        for kept in _combined([(True, False)] * len(self.pending)):
            names = dict(self.names)
            for (path, node), there in zip(self.pending, kept, strict=True):
                if there:
                    names[path] = node if node is not None else 0
            reached = {path: node for path, node in names.items() if node > 0 and self._reached(path, names)}
            nodes = list(dict.fromkeys(reached.values()))
            for contents in _combined([self.nodes[node].contents() for node in nodes]):
                found = dict(zip(nodes, contents, strict=True))
                yield {path: found[node] for path, node in reached.items()}

    def _reached(self, path: Path, names: dict[Path, int]) -> bool:
        made = [*self.names.items(), *self.pending]
        folders = {folder for folder, node in made if node == FOLDER}
        return all(names.get(parent) == FOLDER for parent in path.parents if parent in folders)


def _combined(choices: list) -> Iterator[tuple]:
    """One of each choice in every combination, or, where those are too many, one at a time beside the first and the last."""
    if math.prod(map(len, choices)) <= BOUND:
        yield from itertools.product(*choices)
        return
    for base in (tuple(one[0] for one in choices), tuple(one[-1] for one in choices)):
        yield base
        for place, choice in enumerate(choices):
            yield from (
                (*base[:place], other, *base[place + 1 :]) for other in choice if other != base[place]
            )


class RecordingFs(Fs):
    """A disk that works, and remembers each call as a step that leaves a `Disk` behind it. Nothing is really synced.

    The syncs of files and of folders whose numbers are in `failing_syncs` fail, and below `full` nothing can be written.
    """

    def __init__(self) -> None:
        self.steps: list[Callable[[Disk], None]] = []
        self.failing_syncs: set[int] = set()
        self.syncs = 0
        self.data_syncs = 0
        self.full: Path | None = None
        self.fresh: set[int] = set()
        self._made = 0
        self._now: dict[Path, int] = {}
        self._coming: list[Path] = []
        self._open: dict[int, int] = {}
        self._where: dict[int, Path] = {}

    def make_folder(self, folder: Path) -> None:
        self._coming = [one for one in (folder, *folder.parents) if not one.exists()]
        try:
            super().make_folder(folder)
        finally:
            for one in self._coming:
                if one in self._now and not one.exists():
                    self._name(one, None)
            self._coming = []

    def open_journal(self, path: Path) -> int:
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        if path not in self._now:
            self._new(path)
        self._open[handle], self._where[handle] = self._now[path], path
        return handle

    def open_new(self, path: Path) -> int:
        handle = super().open_new(path)
        self._new(path)
        self._open[handle], self._where[handle] = self._now[path], path
        self.fresh.add(handle)
        return handle

    def write(self, handle: int, data: bytes) -> None:
        full = self.full is not None and self._where[handle].is_relative_to(self.full)
        taken = data[: len(data) // 2] if full else data
        super().write(handle, taken)
        node = self._open[handle]
        self.steps.append(lambda disk: disk.nodes[node].pieces.append([taken, "pending"]))
        if full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def sync(self, handle: int) -> None:
        self.data_syncs += 1
        refused = self._fails()
        self._settle(self._open[handle], "doubtful" if refused else "durable")
        if refused:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def close(self, handle: int) -> None:
        self._open.pop(handle, None)  # one that was only opened to be locked did not come through here
        self._where.pop(handle, None)
        self.fresh.discard(handle)
        super().close(handle)

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self._name(target, self._now[source])
        self._name(source, None)

    def link_new(self, source: Path, target: Path) -> None:
        super().link_new(source, target)
        self._name(target, self._now[source])

    def remove(self, path: Path) -> None:
        super().remove(path)
        if path in self._now:
            self._name(path, None)

    def sync_folder(self, folder: Path) -> None:
        for one in self._coming:
            if one.parent == folder and one.exists() and one not in self._now:
                self._name(one, FOLDER)
        if self._fails():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        self._promise(folder)

    def disks(self) -> Iterator[tuple[int, Disk]]:
        """The disk after each step, with the step's number."""
        disk = Disk()
        yield 0, disk
        for number, step in enumerate(self.steps, 1):
            step(disk)
            yield number, disk

    def _promise(self, folder: Path) -> None:
        def promised(disk: Disk) -> None:
            for path, node in [change for change in disk.pending if change[0].parent == folder]:
                disk.names[path] = node if node is not None else 0
            disk.pending = [change for change in disk.pending if change[0].parent != folder]

        self.steps.append(promised)

    def _fails(self) -> bool:
        self.syncs += 1
        return self.syncs in self.failing_syncs

    @property
    def nodes_made(self) -> int:
        """How many files there have been."""
        return self._made

    def _settle(self, node: int, state: str) -> None:
        def settled(disk: Disk) -> None:
            for piece in disk.nodes[node].pieces:
                piece[1] = state if piece[1] == "pending" else piece[1]

        self.steps.append(settled)

    def _new(self, path: Path) -> None:
        node = self._made = self._made + 1

        def made(disk: Disk) -> None:
            disk.nodes[node] = _Node()
            disk.pending.append((path, node))

        self._now[path] = node
        self.steps.append(made)

    def _name(self, path: Path, node: int | None) -> None:
        if node is None:
            del self._now[path]
        else:
            self._now[path] = node
        self.steps.append(lambda disk: disk.pending.append((path, node)))


class FsByPlace(QuickFs):
    """A disk on which it matters where something is written: `at` is asked before each call."""

    def __init__(self) -> None:
        self._open: dict[int, Path] = {}

    def at(self, path: Path) -> None:
        """Wait, or refuse."""

    def make_folder(self, folder: Path) -> None:
        self.at(folder)
        super().make_folder(folder)

    def open_journal(self, path: Path) -> int:
        self.at(path)
        handle = super().open_journal(path)
        self._open[handle] = path
        return handle

    def open_new(self, path: Path) -> int:
        self.at(path)
        handle = super().open_new(path)
        self._open[handle] = path
        return handle

    def write(self, handle: int, data: bytes) -> None:
        self.at(self._open[handle])
        super().write(handle, data)

    def sync(self, handle: int) -> None:
        self.at(self._open[handle])

    def replace(self, source: Path, target: Path) -> None:
        self.at(target)
        super().replace(source, target)


class HangingFs(FsByPlace):
    """A disk whose calls below `folder` wait for as long as it `hangs`, as a network share does that has gone away."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.let_go = threading.Event()
        self.let_go.set()

    @property
    def hangs(self) -> bool:
        return not self.let_go.is_set()

    @hangs.setter
    def hangs(self, hangs: bool) -> None:
        (self.let_go.clear if hangs else self.let_go.set)()

    def at(self, path: Path) -> None:
        if path.is_relative_to(self.folder):
            self.let_go.wait()


class FullAt(FsByPlace):
    """A disk that is full for everything below the folder `full`."""

    full: Path | None = None

    def at(self, path: Path) -> None:
        if self.full and path.is_relative_to(self.full):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
