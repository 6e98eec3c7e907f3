"""What is wrong with a query, or may have been meant by it, as sentences that say what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.query.grammar import EXAMPLES
from diskussion_tui.domain.analysis.query.spelling import value_spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.query.reading import Problem
    from diskussion_tui.texts.catalogue import Texts

MOST_CHOICES = 6


def hints(text: str, words: Texts) -> Iterator[str]:
    """Where a query finds nothing: which field was meant by a word with a colon behind it that is none."""
    from diskussion_tui.domain.analysis.query.suggested import field_meant

    for given, name in field_meant(text, words.language):
        yield words.query.field_meant.format(given=given, field=name)


def told(problem: Problem, words: Texts) -> str:
    """A problem in words: where it is, and what could be written there."""
    said, language = words.query, words.language
    if problem.field is None:
        return said.either.format(given=problem.given.upper())
    field = problem.name or problem.field.called(language)
    choices = [value_spelled(problem.field.key, one, language) for one in problem.choices]
    example = choices[0] if choices else EXAMPLES.get(problem.field.key, "")
    if problem.code == "missing":
        return said.missing.format(field=field, example=f"{field}:{example}")
    if problem.code == "hands":
        return said.hands.format(field=field, given=problem.given)
    if problem.code == "day":
        return said.day.format(field=field, given=problem.given)
    *some, last = choices[:MOST_CHOICES] or [example]
    listed = f"{', '.join(some)} {said.or_word} {last}" if some else last
    return said.unknown.format(field=field, given=problem.given, choices=listed)
