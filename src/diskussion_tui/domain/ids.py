"""ULIDs: ids that sort by time, made by whoever writes, never by a server.

Source: the ULID specification (48 bits of milliseconds, 80 random bits, Crockford's base 32). `next_id` is monotonic
also when the clock goes back: it never returns an id that sorts before the one handed in.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26
_RANDOM_BITS = 80


def next_id(milliseconds: int, randomness: int, last: str = "") -> str:
    """A new id for a time in ms since 1970 and 80 random bits, sorting after `last`."""
    number = (milliseconds << _RANDOM_BITS) | (randomness & ((1 << _RANDOM_BITS) - 1))
    if last:
        number = max(number, _number(last) + 1)
    return _text(number)


def _text(number: int) -> str:
    return "".join(_DIGITS[(number >> (5 * place)) & 31] for place in reversed(range(_LENGTH)))


def _number(text: str) -> int:
    number = 0
    for digit in text:
        number = number * 32 + _DIGITS.index(digit)
    return number
