"""Which search is the last one, and the keys that were pressed before it was answered.

Who types faster than a disk answers means what was typed, not the list that still stands there: a key that goes by the list waits
for the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Asked:
    """Counts the searches. Those before the last one are too late."""

    def __init__(self) -> None:
        self.last = 0
        self._answered = 0
        self._held: list[Callable[[], object]] = []

    def anew(self) -> int:
        """Another search is asked for; its number."""
        self.last += 1
        return self.last

    def holds(self, key: Callable[[], object]) -> bool:
        """Whether a key has to wait for the answer; it is then done after it."""
        waits = self._answered != self.last
        if waits:
            self._held.append(key)
        return waits

    @property
    def held(self) -> bool:
        """Whether a key waits."""
        return bool(self._held)

    def forget(self) -> None:
        """Another letter was typed: what the keys before it meant is over."""
        self._held.clear()

    def answered(self) -> None:
        """The last search is answered: do what waited for it."""
        self._answered = self.last
        held, self._held = self._held, []
        for key in held:
            key()
