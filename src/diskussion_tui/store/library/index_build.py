"""Filling the index: what it does not know is opened, a few discussions at a time, and kept.

It can be stopped, or killed, between any two and goes on where it was. Programs that do it at the same time share the work: each
begins at another place, and asks before each step what is done.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files.parallel import each
from diskussion_tui.store.library.index_schema import LostError

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.store.library.index import Index, Written
    from diskussion_tui.store.library.look import Look

_STEP = 40
"""So many discussions are kept at a time: a second's work is the most that a kill costs."""


class Builder:
    """Fills the index of a look."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def build(self, stopped: Callable[[], bool], beat: Callable[[], None]) -> bool:
        """Have everything kept that can be; False where it was `stopped` first. Where the index is lost one does without."""
        look = self._look
        index = look.index
        if index is None:
            return True
        try:
            todo = look.unknown
            for step in self._steps(todo):
                if not self._take(index, step, stopped, beat):
                    return False
        except LostError:
            look.without_index()
        return True

    def renew(self, numbers: list[int], beat: Callable[[], None]) -> None:
        """Have what is out of date replaced, and what must not be kept any more wiped off. Raises `LostError`."""
        look, index = self._look, self._look.index
        if index is None:
            return
        if look.shut:
            index.drop(look.shut)
        if numbers:
            self._take(index, numbers, lambda: False, beat)
        if index.is_marked():
            with suppress(LostError):  # another program is just reading: the next look does it
                index.wipe()

    def _steps(self, todo: list[int]) -> list[list[int]]:
        """What there is to do, a step at a time: the newest first, and each program some other steps first than the next."""
        steps = [todo[at : at + _STEP] for at in range(0, len(todo), _STEP)]
        return steps if os.getpid() % 2 else steps[:1] + steps[:0:-1]

    def _take(
        self, index: Index, step: list[int], stopped: Callable[[], bool], beat: Callable[[], None]
    ) -> bool:
        look = self._look
        self._know(index, step)
        todo = [number for number in step if not look.is_known(number)]

        def read(number: int) -> tuple[int, Written | None] | None:
            if stopped():
                return None
            found = number, look.written(number)
            beat()
            return found

        # One after the other where the disk is quick: reading is work, and a busy machine is no slow disk.
        found = each(read, todo, slow=True) if look.seen.slow else list(map(read, todo))
        written = [one[1] for one in found if one and one[1]]
        if written:
            index.write(written)
            self._know(index, [one[0] for one in found if one])
        for one in found:
            if one and not look.is_known(one[0]):
                look.read(one[0])  # what the index cannot keep is kept here
        return None not in found

    def _know(self, index: Index, numbers: list[int]) -> None:
        """Take note of what the index has by now."""
        look, known = self._look, index.rows()
        for number in numbers:
            path = look.entries[number].path
            row = known.get(str(path))
            if row and row.state == look.seen.lasting_state_of(path) != "":
                look.has(number, row)
                if row.told:
                    look.entries[number] = index.entry(row, path)
