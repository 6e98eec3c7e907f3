"""ULIDs: ids that sort by time, made by whoever writes, never by a server.

Source: the ULID specification (48 bits of milliseconds, 80 random bits, Crockford's base 32). `next_id` is monotonic
also when the clock goes back: it never returns an id that sorts before the one handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26
_RANDOM_BITS = 80
_STEP_BITS = 16  # taken off the random step, so that a clock long behind does not run away from its time
_LARGEST = "7"  # a first digit beyond it would need more than 128 bits


def next_id(milliseconds: int, randomness: int, last: str = "") -> str:
    """A new id for a time in ms since 1970 and 80 random bits, sorting after `last`.

    Where the clock is behind `last`, the step beyond it is random too: two writers who go on from the same id, each with
    such a clock, would else give two notes one id, and one of the notes would hide the other.
    """
    number = (milliseconds << _RANDOM_BITS) | (randomness & ((1 << _RANDOM_BITS) - 1))
    text = _text(number)
    if text > last:
        return text
    return _text(_number(last) + 1 + (randomness >> _STEP_BITS))


def latest(ids: Iterable[str]) -> str:
    """The last of some texts that are ids, for further ones to sort after; empty where none is.

    One of a time that no clock will show is forged: after it there would soon be no more ids.
    """
    return max((one for one in ids if is_id(one) and one < _BEYOND), default="")


def is_id(text: str) -> bool:
    """Whether a text is an id of this sort; a file written by hand may hold any other."""
    return len(text) == _LENGTH and text[0] <= _LARGEST and all(digit in _DIGITS for digit in text)


# Three ids are made for every note, so both ways are short cuts: two digits at a time, and Python's own base 32.
_PAIRS = tuple(first + second for first in _DIGITS for second in _DIGITS)
_AS_PYTHON_WRITES = str.maketrans(_DIGITS, "0123456789abcdefghijklmnopqrstuv")


def _text(number: int) -> str:
    return "".join([_PAIRS[(number >> place) & 1023] for place in range(120, -1, -10)])


def _number(text: str) -> int:
    return int(text.translate(_AS_PYTHON_WRITES), 32)


_BEYOND = _text(32_503_680_000_000 << _RANDOM_BITS)
"""The first id of the year 3000: also a clock that has gone wrong by decades is before it."""
