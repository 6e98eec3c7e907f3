"""From a text to a query. Every text is one: what no field and no operator explains is words to look for.

Words one after the other must all be there. `ELLER` (`OR`) binds closer than that: `fax ELLER brev del:B` asks for part B of both.
Brackets that are not closed yet end where the text does, so that each letter on the way to a query is one too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.query.nodes import Text, all_of, any_of, not_of
from diskussion_tui.domain.analysis.query.query import Query
from diskussion_tui.domain.analysis.query.reading import Problem, condition
from diskussion_tui.domain.analysis.query.tokens import plain, tokens_of
from diskussion_tui.domain.analysis.query.vocabulary import Vocabulary

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.query.nodes import Node
    from diskussion_tui.domain.analysis.query.tokens import Token

DEEPEST = 12
"""So many brackets may stand within each other; further ones are passed over."""
_NOTHING_KNOWN = Vocabulary()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as a query. With a `problem` the query is what could be read of it all the same: whoever shows one keeps the last good one.

    `text` is the text as it was read, in which a problem's places are told.
    """

    query: Query
    problem: Problem | None = None
    text: str = ""


class _Level:
    """What stands within one pair of brackets, as far as it has been read."""

    def __init__(self, opened: Token | None = None) -> None:
        self.opened = opened
        self.parts: list[Node] = []
        self.either: Token | None = None

    def add(self, node: Node | None) -> None:
        if node is None:
            return
        if self.either and self.parts:
            joined = any_of((self.parts.pop(), node))
            self.parts += [joined] if joined else []
        else:
            self.parts.append(node)
        self.either = None

    def whole(self) -> Node | None:
        node = all_of(self.parts)
        return not_of(node) if node and self.opened and self.opened.denied else node


def parse(text: str, known: Vocabulary | None = None) -> Parsed:
    """A text as a query. Never raises."""
    said = plain(text)
    levels, passed_over = [_Level()], 0
    problems: list[Problem] = []
    for token in tokens_of(said):
        level = levels[-1]
        if token.sort == "open":
            passed_over += len(levels) > DEEPEST
            if len(levels) <= DEEPEST:
                levels.append(_Level(token))
        elif token.sort == "close":
            if passed_over:
                passed_over -= 1
            elif len(levels) > 1:
                _close(levels, problems)
        elif token.sort == "or" and level.parts and not level.either:
            level.either = token
        else:
            level.add(_leaf(token, known or _NOTHING_KNOWN, problems))
    while len(levels) > 1:
        _close(levels, problems)
    _dangles(levels[0], problems)
    return Parsed(Query(levels[0].whole()), min(problems, key=lambda one: one.start, default=None), said)


def _close(levels: list[_Level], problems: list[Problem]) -> None:
    closed = levels.pop()
    _dangles(closed, problems)
    levels[-1].add(closed.whole())


def _dangles(level: _Level, problems: list[Problem]) -> None:
    """Tell of an *or* that has nothing behind it."""
    if level.either:
        token = level.either
        problems.append(Problem("or", token.start, token.end, given=token.words))


def _leaf(token: Token, known: Vocabulary, problems: list[Problem]) -> Node | None:
    if token.sort != "field":
        node = Text(token.words, token.sort == "phrase", token.open) if token.words else None
        return not_of(node) if node and token.denied else node
    asked = condition(token, known)
    if isinstance(asked, Problem):
        problems.append(asked)
        return None
    return not_of(asked) if token.denied else asked
