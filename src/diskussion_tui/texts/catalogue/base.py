"""What rooms of words are made of: a group whose every field must be given, and a word in its two numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, Self, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Words:
    """A group of words: to the type checker a frozen dataclass, whose every field must be given.

    At run time it only takes them in: real dataclasses compile methods of their own, and with this many fields that
    took longer than all else that `diskussion --help` does.
    """

    def __init__(self, **words: object) -> None:
        vars(self).update(words)

    def with_keys(self, keys: Mapping[str, str]) -> Self:
        """The same words with keys in the blanks for them: `{key_undo}` is the key of the command `undo`."""
        return type(self)(**{name: _filled(value, keys) for name, value in vars(self).items()})


class Numbered(NamedTuple):
    """A word in its two numbers, each with `{n}`."""

    one: str
    many: str


class Plural(Numbered):
    """The same, told of a number with its thousands set `apart` as Swedish sets them."""

    __slots__ = ()
    apart = "\u00a0"

    def __call__(self, n: int) -> str:
        """The words for `n`."""
        return (self.one if n == 1 else self.many).format(n=f"{n:,}".replace(",", self.apart))


class EnglishPlural(Plural):
    """The same in English, whose rooms know it as their `Plural`."""

    __slots__ = ()
    apart = ","


def _filled(value: Any, keys: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever words consist of
    """A text, or texts in whatever they stand in, with their keys; every other blank stays one."""
    if isinstance(value, str):
        return re.sub(r"\{key_(\w+)\}", lambda blank: keys[blank[1]], value) if "{key_" in value else value
    if isinstance(value, Words):
        return value.with_keys(keys)
    if isinstance(value, tuple):
        filled = [_filled(one, keys) for one in value]
        return type(value)(*filled) if hasattr(value, "_fields") else tuple(filled)
    return value
