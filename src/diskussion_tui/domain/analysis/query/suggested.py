"""Which field somebody meant by a word with a colon behind it that is none: `katgori:avveckla` looks for that very word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import folded, nearest
from diskussion_tui.domain.analysis.query.grammar import FIELDS, field_called
from diskussion_tui.domain.analysis.query.tokens import plain, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def field_meant(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each word of a query that looks like a field and is none, with the name of the field that is nearest."""
    names = {folded(name): field for field in FIELDS for name in (field.swedish, field.english, *field.also)}
    for token in tokens_of(plain(text)):
        given, colon, _value = token.words.partition(":")
        if token.sort == "field" or not colon or field_called(given):
            continue
        if near := nearest(folded(given.lstrip("-")), names):
            field = names[near]
            yield given, near if near in map(folded, field.also) else field.called(language)
