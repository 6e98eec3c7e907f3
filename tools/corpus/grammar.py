"""Sentences with choices: `{Ny|Olika} läkare varje gång` is one of two, `{ort}` any of a slot's words.

Written by hand in `themes/` and read here, so that whoever knows how people talk can add to them without reading code. Choices
may stand in choices. `expand` draws with the caller's own dice: the same dice, the same sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

HERE = Path(__file__).parent
KINDS = {"−": "avveckla", "›": "vidareutveckla", "+": "nyutveckla", "*": ""}
"""What a line of a theme begins with: the kind of note that it makes. A star begins what is said without a kind."""

_INNERMOST = re.compile(r"\{([^{}]*)\}")
_SPACES = re.compile(r"\s+([,.?!])|\s{2,}")


@dataclass(frozen=True, slots=True)
class Theme:
    """What a note can be about. `id` is empty for what belongs to none; `patterns` are its sentences, by kind."""

    id: str
    name: str
    patterns: dict[str, tuple[str, ...]]


@cache
def themes() -> tuple[Theme, ...]:
    """Every theme there is material for, by id; what belongs to none comes last."""
    found = [_theme(path) for path in sorted((HERE / "themes").glob("*.txt"))]
    return tuple(sorted(found, key=lambda one: (not one.id, one.id)))


def _theme(path: Path) -> Theme:
    name, *lines = path.read_text(encoding="utf-8").splitlines()
    name = name.removeprefix("=").strip()
    patterns: dict[str, list[str]] = {kind: [] for kind in KINDS.values()}
    for line in lines:
        patterns[KINDS[line[0]]].append(line[1:].strip())
    return Theme(path.stem if name else "", name, {kind: tuple(those) for kind, those in patterns.items()})


@cache
def slots() -> dict[str, tuple[str, ...]]:
    """The words that can stand in a slot, by its name."""
    return _listed("slots.txt")


@cache
def places() -> dict[str, tuple[str, ...]]:
    """The cells of the compass that a theme is put on, by its id."""
    return _listed("places.txt")


def _listed(file: str) -> dict[str, tuple[str, ...]]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    named = (line.split(": ", 1) for line in lines)
    return {name: tuple(words.split("|")) for name, words in named}


@cache
def besides() -> dict[str, tuple[str, ...]]:
    """What is said besides notes (objections, conclusions, a group's own questions …), by its heading."""
    found: dict[str, list[str]] = {}
    for line in (HERE / "besides.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            found[line[2:]] = []
        else:
            list(found.values())[-1].append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


def expand(pattern: str, dice: Random, **given: str) -> str:
    """A sentence of a pattern; `given` are the words of slots that the caller fills."""
    while "{" in pattern:
        pattern = _INNERMOST.sub(lambda found: _drawn(found[1], dice, given), pattern)
    return _SPACES.sub(lambda found: found[1] or " ", pattern).strip(" ,")


def _drawn(choice: str, dice: Random, given: dict[str, str]) -> str:
    if choice in given:
        return given[choice]
    return dice.choice(slots().get(choice) or choice.split("|"))


def sayings(theme: Theme, kind: str, dice: Random) -> Iterator[str]:
    """Sentence upon sentence of a theme, none of its patterns twice until all have been used."""
    patterns = theme.patterns[kind]
    while True:
        for pattern in dice.sample(patterns, len(patterns)):
            yield expand(pattern, dice)
