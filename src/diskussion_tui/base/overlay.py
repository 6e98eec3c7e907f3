"""A mapping that never changes and costs little to have with something more in it.

A session is folded anew for every note. Copying a mapping of ten thousand records for that would cost more than all else
that a note costs before it is handed to the disk, so what is new lies in a thin layer over what was there, and the two
become one only now and then.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterator, KeysView, ValuesView

K = TypeVar("K")
V = TypeVar("V")

_THIN = 128
"""So many keys are still copied in a few microseconds."""


class Overlay(Mapping[K, V]):
    """Reads like a dict, in the order in which keys first came. `having` and `without` give another one."""

    __slots__ = ("_below", "_over")

    def __init__(self, below: Mapping[K, V], over: Mapping[K, V] | None = None) -> None:
        self._below = below
        self._over = over or {}

    def having(self, more: Mapping[K, V]) -> Overlay[K, V]:
        """This with other values for some keys, or with more keys."""
        over = {**self._over, **more}
        return Overlay(self._below, over) if len(over) <= _THIN else Overlay({**self._below, **over})

    def without(self, key: K) -> Overlay[K, V]:
        """This without a key: all of it is copied, since it is rarely asked for."""
        return Overlay({one: value for one, value in self.items() if one != key})

    def __getitem__(self, key: K) -> V:
        """What stands uppermost for a key."""
        return self._over[key] if key in self._over else self._below[key]

    def __contains__(self, key: object) -> bool:
        """Whether any layer has the key."""
        return key in self._over or key in self._below

    def __iter__(self) -> Iterator[K]:
        """The keys, each once."""
        return iter(self._one())

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._below) + sum(key not in self._below for key in self._over)

    def keys(self) -> KeysView[K]:
        """The keys, each once."""
        return self._one().keys()

    def values(self) -> ValuesView[V]:
        """The values, in the order of the keys."""
        return self._one().values()

    def items(self) -> ItemsView[K, V]:
        """The keys with their values."""
        return self._one().items()

    def _one(self) -> dict[K, V]:
        return {**self._below, **self._over}
