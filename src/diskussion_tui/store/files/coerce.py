"""Values of a file that nobody has checked: what is not of the type that belongs there counts as nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOO_MANY = 100_000_000
"""No discussion has as many of anything."""


def table_of(value: object) -> Mapping[str, Any]:
    """A table, empty where something else stands."""
    return value if isinstance(value, dict) else {}


def list_of(value: object) -> list[Any]:
    """A list, empty where something else stands."""
    return value if isinstance(value, list) else []


def word_of(value: object) -> str:
    """A text, empty where something else stands: a number may be too long for Python to print."""
    return value if isinstance(value, str) else ""


def number_of(value: object) -> int:
    """A count, 0 where something else stands or a number out of all reason."""
    return value if isinstance(value, int) and 0 <= value < _TOO_MANY else 0
