"""What rooms of words are made of: a group whose every field must be given, and a word in its two numbers."""

from __future__ import annotations

from typing import NamedTuple, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Words:
    """A group of words: to the type checker a frozen dataclass, whose every field must be given.

    At run time it only takes them in: real dataclasses compile methods of their own, and with this many fields that
    took longer than all else that `diskussion --help` does.
    """

    def __init__(self, **words: object) -> None:
        vars(self).update(words)


class Plural(NamedTuple):
    """A word in its two numbers, each with `{n}`."""

    one: str
    many: str

    def __call__(self, n: int) -> str:
        """The words for `n`."""
        return (self.one if n == 1 else self.many).format(n=n)
