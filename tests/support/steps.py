"""How much is done for something, counted in calls and not by the clock: the same on every machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def calls_of(do: Callable[[], object]) -> int:
    """How many functions are called while something is done, those written in C among them."""
    number = 0

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(before)
    return number


def grows_with(size: int, do: Callable[[int], Callable[[], object]], *, times: int = 4) -> float:
    """How many times the calls grow where what `do` is given grows by `times`: near that where each piece costs the same."""
    do(size)()  # what is only done once, such as loading a module, is done by now
    return calls_of(do(size * times)) / calls_of(do(size))


class Compared(str):
    """A text that counts how often one of its kind is held against another."""

    __slots__ = ()
    times = 0

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__
