"""What a report tells of a note, in brackets behind it: hands, a star, dissent, a table, places. Written and read by the same words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from diskussion_tui.domain.session.merging import Original
    from diskussion_tui.texts.catalogue import Texts

_ENDING = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\Z")
"""What stands in brackets at the end of a note."""


class Behind(NamedTuple):
    """A note without the brackets behind it: its text, what they tell by what it is, and the pieces in them that tell nothing known."""

    text: str
    marks: dict[str, str]
    left: list[str]


class Marks:
    """The marks in a language."""

    def __init__(self, said: Texts) -> None:
        self._ways = _ways(said)

    def behind(self, text: str) -> Behind | None:
        """What is told of a note behind it; None where there are no brackets, or none of it is a mark."""
        found = _ENDING.search(text)
        if found is None:
            return None
        rest, marks = found[1], {}
        for name, pattern in self._ways:
            if told := pattern.search(rest):
                marks[name] = told.groupdict().get("value", "")
                rest = f"{rest[: told.start()]},{rest[told.end() :]}"
        left = [piece for piece in (part.strip() for part in rest.split(",")) if piece]
        return Behind(text[: found.start()], marks, left) if marks else None


def _ways(said: Texts) -> list[tuple[str, re.Pattern[str]]]:
    """How what is told of a note is written, the one that may have commas first."""

    def way(text: str, blank: str, value: str) -> re.Pattern[str]:
        before, _, after = text.partition(blank)
        return re.compile(rf"(?:(?<=, )|\A){re.escape(before)}(?P<value>{value}){re.escape(after)}(?=,|\Z)")

    fewer = re.escape(said.report.fewer).replace(re.escape("{n}"), r"\d+")
    return [
        ("places", way(said.report.placed, "{places}", ".+")),
        ("hands", way(said.report.agree, "{people}", rf"\d+|{fewer}")),
        ("group", way(said.report.table, "{table}", "[^,]+")),
        ("star", re.compile(rf"(?:(?<=, )|\A){re.escape(said.report.starred)}(?=,|\Z)")),
        ("dissent", re.compile(rf"(?:(?<=, )|\A){re.escape(said.terms.dissent)}(?=,|\Z)")),
    ]


def apart(one: Original, words: Texts) -> tuple[str, ...]:
    """That what a note was merged from stands by itself too, and of how many that was merged, which is told there; else nothing."""
    if not one.apart or (one.note and one.note.gone):
        return ()
    return tuple(
        filter(None, (words.report.merged(one.elsewhere) if one.elsewhere else "", words.merging.apart))
    )
