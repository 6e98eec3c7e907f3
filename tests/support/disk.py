"""Disks to test on: one that does not wait, one that refuses, and one that remembers what it was promised.

`RecordingFs` keeps each call, and `states` builds from the calls every disk that POSIX allows to be found after a power cut:
data that was not synced is absent, torn or zeros; names that were not synced are there or not, in any subset. It follows
storage.md, "Every crash state"; after a failed sync the bytes may be lost although later ones of the file are not.
"""

from __future__ import annotations

import errno
import itertools
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diskussion_tui.store.fs import Fs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class QuickFs(Fs):
    """A disk that never waits: for tests that cut no power."""

    def sync(self, handle: int) -> None: ...

    def sync_folder(self, folder: Path) -> None: ...


class FaultyFs(QuickFs):
    """A disk that refuses the calls that `refuses` gives an error number for, by the call's number and name.

    A refused write leaves half of its data behind, as a full disk does.
    """

    def __init__(self, refuses: Callable[[int, str], int] = lambda _number, _name: 0) -> None:
        self.refuses = refuses
        self.calls: list[str] = []

    def make_folder(self, folder: Path) -> None:
        self._call("make_folder")
        super().make_folder(folder)

    def open_journal(self, path: Path) -> int:
        self._call("open_journal")
        return super().open_journal(path)

    def open_new(self, path: Path) -> int:
        self._call("open_new")
        return super().open_new(path)

    def write(self, handle: int, data: bytes) -> None:
        try:
            self._call("write")
        except OSError:
            super().write(handle, data[: len(data) // 2])
            raise
        super().write(handle, data)

    def sync(self, handle: int) -> None:  # noqa: ARG002 - a disk that does not wait
        self._call("sync")

    def replace(self, source: Path, target: Path) -> None:
        self._call("replace")
        super().replace(source, target)

    def link_new(self, source: Path, target: Path) -> None:
        self._call("link_new")
        super().link_new(source, target)

    def remove(self, path: Path) -> None:
        self._call("remove")
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:  # noqa: ARG002
        self._call("sync_folder")

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if number := self.refuses(len(self.calls), name):
            raise OSError(number, os.strerror(number))


FOLDER = -1
"""What stands in a file's place where a name is a folder's."""


@dataclass
class _Node:
    """A file's data as it was written: each piece with whether the disk has promised it, or broken its promise."""

    pieces: list[list] = field(default_factory=list)  # [data, "pending" | "durable" | "doubtful"]

    def contents(self) -> list[bytes]:
        """Everything that the file may hold after a power cut."""
        found = []
        for doubtful, pending in itertools.product(("kept", "zeros"), ("kept", "absent", "torn", "zeros")):
            data = b""
            for piece, state in self.pieces:
                how = {"durable": "kept", "doubtful": doubtful, "pending": pending}[state]
                data += _left(piece, how)
                if how in ("absent", "torn"):
                    break
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
        for kept in itertools.product((True, False), repeat=len(self.pending)):
            names = dict(self.names)
            for (path, node), there in zip(self.pending, kept, strict=True):
                if there:
                    names[path] = node if node is not None else 0
            reached = {path: node for path, node in names.items() if node > 0 and self._reached(path, names)}
            for contents in itertools.product(*(self.nodes[node].contents() for node in reached.values())):
                yield dict(zip(reached, contents, strict=True))

    def _reached(self, path: Path, names: dict[Path, int]) -> bool:
        made = [*self.names.items(), *self.pending]
        folders = {folder for folder, node in made if node == FOLDER}
        return all(names.get(parent) == FOLDER for parent in path.parents if parent in folders)


class RecordingFs(Fs):
    """A disk that works, and remembers each call as a step that leaves a `Disk` behind it. Nothing is really synced."""

    def __init__(self) -> None:
        self.steps: list[Callable[[Disk], None]] = []
        self.failing_syncs: set[int] = set()
        self.syncs = 0
        self._nodes = itertools.count(1)
        self._now: dict[Path, int] = {}
        self._open: dict[int, int] = {}

    def make_folder(self, folder: Path) -> None:
        for one in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            one.mkdir()
            self._name(one, FOLDER)
            self.sync_folder(one.parent)

    def open_journal(self, path: Path) -> int:
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        if path not in self._now:
            self._new(path)
        self._open[handle] = self._now[path]
        self.sync_folder(path.parent)
        return handle

    def open_new(self, path: Path) -> int:
        handle = super().open_new(path)
        self._new(path)
        self._open[handle] = self._now[path]
        return handle

    def write(self, handle: int, data: bytes) -> None:
        super().write(handle, data)
        node = self._open[handle]
        self.steps.append(lambda disk: disk.nodes[node].pieces.append([data, "pending"]))

    def sync(self, handle: int) -> None:
        self.syncs += 1
        refused = self.syncs in self.failing_syncs
        self._settle(self._open[handle], "doubtful" if refused else "durable")
        if refused:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def close(self, handle: int) -> None:
        del self._open[handle]
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
        def promised(disk: Disk) -> None:
            for path, node in [change for change in disk.pending if change[0].parent == folder]:
                disk.names[path] = node if node is not None else 0
            disk.pending = [change for change in disk.pending if change[0].parent != folder]

        self.steps.append(promised)

    def disks(self) -> Iterator[tuple[int, Disk]]:
        """The disk after each step, with the step's number."""
        disk = Disk()
        yield 0, disk
        for number, step in enumerate(self.steps, 1):
            step(disk)
            yield number, disk

    def _settle(self, node: int, state: str) -> None:
        def settled(disk: Disk) -> None:
            for piece in disk.nodes[node].pieces:
                piece[1] = state if piece[1] == "pending" else piece[1]

        self.steps.append(settled)

    def _new(self, path: Path) -> None:
        node = next(self._nodes)

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
