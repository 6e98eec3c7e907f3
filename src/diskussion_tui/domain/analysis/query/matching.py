"""Whether what was said fits what is asked: a query made into one function, once, that is put to every note.

Words are looked for in the discussion's name and in the note together, so that `1177 botkyrka` finds what Botkyrka's discussion
says of 1177. What decides what a field means stands here and nowhere else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diskussion_tui.base.text import folded
from diskussion_tui.domain.analysis.query.grammar import NO, ONLY, YES, bare
from diskussion_tui.domain.analysis.query.nodes import All, Any, Day, Hands, Is, Not, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diskussion_tui.domain.analysis.query.nodes import Node
    from diskussion_tui.domain.analysis.said import Discussion, Said

APART = "\0"
"""Stands between two texts, so that no phrase is found across them."""


class Looked(NamedTuple):
    """A note and the texts that words are looked for in."""

    said: Said
    text: str
    themes: Iterable[str]


Fits: TypeAlias = "Callable[[Looked], bool]"
Fold: TypeAlias = "Callable[[str], str]"


def exact(text: str) -> str:
    """A text as it is compared."""
    return folded(text)


def loose(text: str) -> str:
    """A text as it is compared where nothing else was found: å, ä and ö as a, a and o."""
    return bare(folded(text))


def name_text(discussion: Discussion, fold: Fold) -> str:
    """What a discussion is found by, besides what was said in it."""
    return fold(
        f"{discussion.name} {discussion.date} {discussion.unit} {discussion.registry_number} "
        f"{discussion.information_class} {discussion.retention}"
    )


def note_text(said: Said, fold: Fold) -> str:
    """What a note is found by."""
    return fold(APART.join((said.text, *said.also)))


def fits(node: Node, fold: Fold) -> Fits:  # noqa: PLR0911 - one for each sort of node
    """What puts a query to a note."""
    match node:
        case Text():
            return _text(node, fold)
        case Is(field, values):
            return _is(field, values, fold)
        case Hands(low, high):
            least, most = low or 0, 10**9 if high is None else high
            return lambda one: least <= one.said.supporters <= most
        case Day(field, day):
            if field == "from":
                return lambda one: one.said.discussion.date >= day
            return lambda one: one.said.discussion.date <= day
        case Not(part):
            inner = fits(part, fold)
            return lambda one: not inner(one)
        case All(parts):
            every = [fits(part, fold) for part in parts]
            return lambda one: all(fit(one) for fit in every)
        case Any(parts):
            some = [fits(part, fold) for part in parts]
            return lambda one: any(fit(one) for fit in some)


def _text(text: Text, fold: Fold) -> Fits:
    words = fold(text.words)
    if not text.whole:
        return lambda one: words in one.text
    search = _phrase(words, text.open).search
    return lambda one: search(one.text) is not None


@lru_cache(64)
def _phrase(words: str, is_open: bool) -> re.Pattern[str]:  # noqa: FBT001 - a part of the key
    """Words as they stand, whatever blanks between them; a word's end is only asked for where the words end in a letter."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) and not is_open else ""
    return re.compile(before + r"\s+".join(map(re.escape, words.split())) + after)


def _is(field: str, values: tuple[str, ...], fold: Fold) -> Fits:
    if field in _FLAGS:
        flag, wanted = _FLAGS[field], {value == YES for value in values}
        return lambda one: flag(one.said) in wanted
    if field in _SCOPES:
        hidden = _SCOPES[field]
        wanted = {is_ for value in values for is_ in {YES: (True, False), NO: (False,), ONLY: (True,)}[value]}
        return lambda one: hidden(one.said) in wanted
    if field == "theme":
        wanted_themes = tuple(map(fold, values))
        return lambda one: _any_of(wanted_themes, tuple(one.themes), _same_or_begins, fold)
    had, compare = _HAD[field]
    asked = tuple(fold(value) for value in values)
    return lambda one: _any_of(asked, had(one.said), compare, fold)


def _any_of(
    asked: tuple[str, ...], had: Iterable[str], compare: Callable[[str, str], bool], fold: Fold
) -> bool:
    """Whether one of the values is one of those asked for; an empty one asks for none."""
    held = [fold(value) for value in had if value]
    return any(compare(wanted, value) for wanted in asked if wanted for value in held) or (
        "" in asked and not held
    )


def _same(wanted: str, value: str) -> bool:
    return wanted == value


def _within(wanted: str, value: str) -> bool:
    return wanted in value


def _same_or_begins(wanted: str, value: str) -> bool:
    return value == wanted or value.startswith((f"{wanted} ", f"{wanted},"))


def _word(wanted: str, value: str) -> bool:
    """All of a name, or one of its words."""
    return value == wanted or wanted in value.split()


def _question(wanted: str, value: str) -> bool:
    return value == wanted or value.startswith(f"{wanted}.")


def _cell(wanted: str, value: str) -> bool:
    """A cell of the compass by its id, its name or the beginning of it, or its area."""
    area, slash, form = value.partition("/")
    return value == wanted or (form if slash else area).startswith(wanted) or (bool(slash) and area == wanted)


def _owner(wanted: str, value: str) -> bool:
    return any(word.startswith(wanted) for word in (value, *value.split()))


def verdict_on(said: Said) -> str:
    """The verdict on a note's question; where that asks for none, on its part."""
    verdicts = said.discussion.verdicts
    own = verdicts.get(said.question)
    if own is not None:
        return own
    part = said.section
    return next((given for question, given in verdicts.items() if question.partition(".")[0] == part), "")


_FLAGS: dict[str, Callable[[Said], bool]] = {
    "dissent": lambda said: said.dissent,
    "star": lambda said: said.star,
}
_SCOPES: dict[str, Callable[[Said], bool]] = {
    "withdrawn": lambda said: said.withdrawn,
    "parked": lambda said: said.parked,
}
_HAD: dict[str, tuple[Callable[[Said], Iterable[str]], Callable[[str, str], bool]]] = {
    "part": (lambda said: (said.section,), _same),
    "question": (lambda said: (said.question,), _question),
    "kind": (lambda said: (said.kind,), _same),
    "tag": (lambda said: said.tags, _same),
    "owner": (lambda said: said.owners, _owner),
    "table": (lambda said: (said.table,), _word),
    "compass": (lambda said: said.places, _cell),
    "verdict": (lambda said: (verdict_on(said),), _same),
    "name": (lambda said: (said.discussion.name,), _within),
    "place": (lambda said: (said.discussion.place,), _within),
    "unit": (lambda said: (said.discussion.unit,), _within),
    "workbook": (lambda said: (said.discussion.workbook,), _within),
    "registry": (lambda said: (said.discussion.registry_number,), _within),
    "state": (lambda said: (said.discussion.state,), _same),
    "sort": (lambda said: (said.sort or "anteckning",), _same),
}
