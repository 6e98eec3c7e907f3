"""People that the program knows by name, and a text without them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_APART = re.compile(r"\s*[,&/;]\s*|\s+(?:och|and)\s+", re.IGNORECASE)
"""What stands between persons in one field."""
_BETWEEN = r"[\s\-\u2010-\u2015]"
"""What may stand between the words of one person's name, line breaks too."""
_SHORTEST = 3
"""A name by itself of fewer letters than this is too often another word."""
_WHOSE = r"(?:['’:]?[sSxX]|['’])?"


def persons(field: str) -> tuple[str, ...]:
    """Each person that a field names, without the `@` before them."""
    found = (one.strip().lstrip("@").strip() for one in _APART.split(field))
    return tuple(one for one in found if one)


def without_people(text: str, hidden: str, names: Collection[str], *, small: bool = False) -> str:
    """A text in which `hidden` stands for each person, whole or by one of their names, with the ending of the genitive.

    One of somebody's names by itself is hidden where it begins with a capital letter; in a `small` text, such as the name of a
    file, also where it does not.
    """
    if not names:
        return text
    return _seeking(frozenset(names), small).sub(lambda _found: hidden, text)


@cache
def _seeking(names: frozenset[str], small: bool) -> re.Pattern[str]:  # noqa: FBT001 - a key of the cache
    spelt = [_words(one) for one in sorted(names, key=lambda one: (-len(one), one))]
    whole = [pattern for words in spelt for pattern in _whole(words)]
    alone = dict.fromkeys(one for words in spelt if len(words) > 1 for one in _alone(words))
    singles = "|".join(map(re.escape, sorted(alone, key=len, reverse=True))) or r"(?!)"
    singles = f"(?i:{singles})" if small else f"(?:{singles})"
    start, end = r"(?<![^\W_])", r"(?![^\W_])"
    return re.compile(f"{start}(?:(?i:{'|'.join(whole) or '(?!)'})|{singles}){_WHOSE}{end}")


def _words(name: str) -> list[str]:
    return [one for one in re.split(f"{_BETWEEN}+", name) if one]


def _whole(words: list[str]) -> Iterator[str]:
    """All of somebody's name as it is said, and with the family name first."""
    if not words:
        return
    yield f"{_BETWEEN}+".join(map(re.escape, words))
    if len(words) > 1:
        first = f"{_BETWEEN}+".join(map(re.escape, words[:-1]))
        yield rf"{re.escape(words[-1])}(?:\s*,\s*|{_BETWEEN}+){first}"


def _alone(words: list[str]) -> Iterator[str]:
    """Each of somebody's names as it stands by itself; what is written small beside names with capitals is none."""
    capital = [one for one in words if one[0].isupper()] or words
    for one in capital:
        if sum(map(str.isalpha, one)) >= _SHORTEST:
            yield f"{one[0].upper()}{one[1:]}"
            yield one.upper()
