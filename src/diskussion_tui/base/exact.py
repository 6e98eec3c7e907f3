"""From plain values to frozen dataclasses, for values that are exactly right.

pydantic stands at the doors and says what is wrong with a file; loading it takes longer than starting the program does.
A file that is right needs none of it: this builds the same values, accepts only the very types that are declared, and
gives up at the first thing that is not. Whoever calls it then lets pydantic look. A test holds the two to each other.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

_PLAIN = (str, int, bool, dt.date, dt.datetime)
BITS = 63
"""A whole number of TOML's has no more bits besides its sign. One with thousands Python refuses to print, wherever it has got to by then."""


class NotExactError(ValueError):
    """Something is missing, unknown, or of another type than is declared."""


def built(kind: type[T], values: object) -> T:
    """A dataclass of type `kind` from a table of values. Raises `NotExactError`."""
    if not isinstance(values, dict):
        raise NotExactError
    declared = _declared(kind)
    if not declared.keys() >= values.keys():
        raise NotExactError
    given = {name: _exactly(declared[name][0], value) for name, value in values.items()}
    if any(required and name not in given for name, (_, required) in declared.items()):
        raise NotExactError
    return kind(**given)


def _exactly(hint: Any, value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    if hint in _PLAIN:
        if type(value) is not hint or (isinstance(value, int) and value.bit_length() > BITS):
            raise NotExactError
        return value
    if get_origin(hint) is Literal:
        if not isinstance(value, str) or value not in get_args(hint):
            raise NotExactError
        return value
    if get_origin(hint) is UnionType:  # X | None: TOML has no nothing, so what is given is an X
        return _exactly(get_args(hint)[0], value)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise NotExactError
        return tuple(_exactly(get_args(hint)[0], item) for item in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return built(hint, value)
    raise NotExactError


@cache
def _declared(kind: type) -> dict[str, tuple[Any, bool]]:
    """A dataclass's fields: the declared type of each, and whether it must be given."""
    hints = get_type_hints(kind)
    return {
        one.name: (hints[one.name], one.default is MISSING and one.default_factory is MISSING)
        for one in fields(kind)
    }
