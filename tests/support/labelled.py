"""The notes of `tests/data/analysis/notes.tsv`, each with its theme: what suggestions are tested and measured on."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NOTES = Path(__file__).parents[1] / "data" / "analysis" / "notes.tsv"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A note and the theme it is about, empty for none; `also` is another one that would be right too."""

    text: str
    theme: str
    also: str


@cache
def labelled() -> tuple[Labelled, ...]:
    """Every labelled note, in the order of the file: theme by theme."""
    with NOTES.open(encoding="utf-8", newline="") as file:
        return tuple(Labelled(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
