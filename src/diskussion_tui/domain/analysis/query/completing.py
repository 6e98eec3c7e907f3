"""A query that is being typed: how its last word could go on, and how a condition is added to it or taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import folded
from diskussion_tui.domain.analysis.query.grammar import FIELDS, bare, field_called
from diskussion_tui.domain.analysis.query.nodes import Is
from diskussion_tui.domain.analysis.query.reading import condition
from diskussion_tui.domain.analysis.query.spelling import condition_spelled, value_spelled
from diskussion_tui.domain.analysis.query.tokens import plain, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diskussion_tui.domain.analysis.query.tokens import Token
    from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary

_LAST = re.compile(r"(?P<before>.*?)(?P<minus>-?)(?P<word>[^\s()\"”“„»«]*)", re.DOTALL)
FEWEST = 2
"""So many letters begin the name of a field: one alone is a word like any other."""


class Offer(NamedTuple):
    """How a text could go on: what it would become, and what stands in the end of it then."""

    text: str
    shown: str


def goes_on(text: str, known: Vocabulary, language: str, *, fewest: int = FEWEST) -> tuple[Offer, ...]:
    """What the last word of a text could become: a field where one is begun, a value behind a colon. Nothing where neither is.

    `fewest` letters begin a field. What begins as the value does comes before what has a word that does.
    """
    found = _LAST.fullmatch(text)
    if not found or not found["word"]:
        return ()
    before, word = f"{found['before']}{found['minus']}", found["word"]
    name, colon, values = word.partition(":")
    field = field_called(name) if colon else None
    if field is None:
        begins = () if colon or len(word) < fewest else _fields(word, language)
        return tuple(Offer(f"{before}{one}:", f"{one}:") for one in begins)
    *earlier, last = values.split(",")
    kept = "".join(f"{value}," for value in earlier)
    spelled = [value_spelled(field.key, one.id, language) for one in known.of(field.key)]
    if folded(last) in map(folded, spelled):
        return ()  # it is there already
    return tuple(Offer(f"{before}{name}:{kept}{value} ", value) for value in _fitting(last, spelled))


def _fitting(begun: str, spelled: Sequence[str]) -> Iterator[str]:
    wanted = bare(folded(begun))
    told = [(value, bare(folded(value)).lstrip('"')) for value in spelled]
    yield from (value for value, plain_value in told if plain_value.startswith(wanted))
    yield from (
        value
        for value, plain_value in told
        if wanted and f" {wanted}" in plain_value and not plain_value.startswith(wanted)
    )


def field_begun(text: str) -> str:
    """The key of the field of which a value is being typed; empty where none is."""
    found = _LAST.fullmatch(text)
    name, colon, _values = found["word"].partition(":") if found else ("", "", "")
    field = field_called(name) if colon else None
    return field.key if field else ""


def _fields(begun: str, language: str) -> tuple[str, ...]:
    """The fields that begin so in a language, else in the other one; else those that are called so, too, by their own name."""
    wanted = bare(folded(begun))
    for spoken in (language, "sv" if language == "en" else "en"):
        names = [field.called(spoken) for field in FIELDS]
        if found := tuple(name for name in names if bare(folded(name)).startswith(wanted)):
            return found
    return tuple(
        field.called(language)
        for field in FIELDS
        if any(bare(folded(name)).startswith(wanted) for name in field.also)
    )


def narrowed(text: str, key: str, value: str, known: Vocabulary, language: str) -> str:
    """A query with a condition that a field holds a value: in place of one on the same field, and taken away where it is there."""
    said = plain(text)
    wanted = condition_spelled(key, (value,), language)
    token = _condition_on(said, key)
    if token is None:
        return f"{said} {wanted}".lstrip()
    holds = condition(token, known)
    same = isinstance(holds, Is) and tuple(map(folded, holds.values)) == (folded(value),)
    kept = (said[: token.start].rstrip(), "" if same else wanted, said[token.end :].lstrip())
    return " ".join(filter(None, kept))


def held(text: str, key: str, known: Vocabulary) -> tuple[str, ...]:
    """The values that a query asks of a field, where it does so for all that it finds."""
    token = _condition_on(plain(text), key)
    asked = condition(token, known) if token else None
    return asked.values if isinstance(asked, Is) else ()


def without(text: str, key: str) -> str:
    """A query without its condition on a field."""
    said = plain(text)
    token = _condition_on(said, key)
    return f"{said[: token.start]}{said[token.end :]}".strip() if token else said


def _condition_on(said: str, key: str) -> Token | None:
    """The first condition on a field that holds for all that is found: in no brackets, no alternative, and not denied."""
    depth, found, before = 0, None, ""
    for token in tokens_of(said):
        if found is not None:
            return None if token.sort == "or" else found
        if token.sort in {"open", "close"}:
            depth = max(0, depth + (1 if token.sort == "open" else -1))
        is_it = token.sort == "field" and token.field is not None and token.field.key == key
        if is_it and not depth and not token.denied and before != "or":
            found = token
        before = token.sort
    return found
