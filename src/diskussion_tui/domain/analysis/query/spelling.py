"""A query written out again: what is read of it is the same query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.domain.analysis.query.grammar import CAN_LACK, LACKING, field_of
from diskussion_tui.domain.analysis.query.nodes import All, Any, Day, Hands, Is, Not, Text, leaves
from diskussion_tui.domain.analysis.query.tokens import quoted

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.query.nodes import Node

_NEEDS_QUOTES = re.compile(r"[\s,]|^[\"”“„»«]")
_IN_WORDS = frozenset({"named", "flag", "scope"})
_WORDS = {
    "en": {"ja": "yes", "nej": "no", "bara": "only", "utkast": "draft", "fastställd": "final"}
    | {"slutsats": "conclusion", "åtgärd": "action", "medskick": "message", "anteckning": "note"}
}


def spelled(node: Node | None, language: str = "sv") -> str:
    """A query as it is written, with the names of fields and values in a language."""
    return "" if node is None else _spelled(node, language)


def condition_spelled(field: str, values: tuple[str, ...], language: str = "sv") -> str:
    """A field with its values as they are written."""
    return _spelled(Is(field, values), language)


def _spelled(node: Node, language: str) -> str:  # noqa: PLR0911 - one for each sort of node
    match node:
        case Text(words, whole=True, open=True):
            return quoted(words)[:-1]
        case Text(words, whole=True):
            return quoted(words)
        case Text(words):
            return words
        case Is(field, values):
            said = ",".join(value_spelled(field, value, language) for value in values)
            return f"{field_of(field).called(language)}:{said}"
        case Hands(low, high):
            return f"{field_of('support').called(language)}:{_hands(low, high)}"
        case Day(field, _day, written):
            return f"{field_of(field).called(language)}:{written}"
        case Not(part):
            return f"-{_in_brackets(part, language)}"
        case Any(parts):
            joined = " OR " if language == "en" else " ELLER "
            return joined.join(_in_brackets(part, language) for part in parts)
        case All(parts):
            return " ".join(_spelled(part, language) for part in parts)


def _in_brackets(node: Node, language: str) -> str:
    said = _spelled(node, language)
    if isinstance(node, Text) and not node.words.strip("-") and not node.whole:
        return f"({said})"  # a minus sign before a hyphen would be one word with it
    if not isinstance(node, (All, Any)):
        return said
    *_, (last, _denied) = leaves(node)
    if isinstance(last, Text) and last.open:
        return f"({said}"  # both end where the text does
    return f"({said} )" if "(" in said else f"({said})"


def value_spelled(field: str, value: str, language: str = "sv") -> str:
    """A value as it is written behind its colon."""
    if not value:
        return "none" if language == "en" else "ingen"
    said = _WORDS.get(language, {}).get(value, value) if field_of(field).sort in _IN_WORDS else value
    is_a_word_for_none = field in CAN_LACK and value in LACKING
    ends_a_bracket = said.endswith(")") and said.count(")") > said.count("(")
    return quoted(said) if is_a_word_for_none or ends_a_bracket or _NEEDS_QUOTES.search(said) else said


def _hands(low: int | None, high: int | None) -> str:
    if low is None:
        return f"<{(high or 0) + 1}"
    if high is None:
        return f">{low - 1}" if low else ">=0"
    return str(low) if low == high else f"{low}-{high}"
