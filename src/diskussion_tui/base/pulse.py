"""When something that is waited for last gave a sign of life: whoever waits tells slow from hung by it.

Patience is counted from the last answer, not from the beginning: a share on which a hundred files take ten seconds answers all
the time, one that hangs does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Pulse:
    """The last answer, by a clock that is handed in. Any thread may call `beat`."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._at = clock()

    def beat(self) -> None:
        """An answer has come, or the waiting begins."""
        self._at = self._clock()

    def still_for(self) -> float:
        """For how many seconds no answer has come."""
        return max(0.0, self._clock() - self._at)
