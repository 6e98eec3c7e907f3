"""Frozen dataclasses whose methods are shared, and whose `__init__` is compiled when the first value is made.

To the type checker `dataclass` here is the standard library's, and what it makes is one: `fields`, `replace`, `asdict` and
pydantic take it as such. The standard one compiles six methods for every class as its module is imported. With the hundred
classes of a discussion that took a third as long as the whole import of Textual, before anything could be shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - handed on
else:
    import dataclasses
    from operator import attrgetter
    from typing import NoReturn

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> object:
        """The standard `dataclass(frozen=True, slots=True)`, without `order`, `__post_init__`, and fields with `init` or `hash`."""
        if not (frozen and slots):
            raise TypeError

        def made(kind: type) -> type:
            value = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
            _share(value)
            return value

        return made

    def _share(kind: type) -> None:
        """Give a class the methods of a frozen dataclass."""
        if any(not one.init or one.hash is not None for one in dataclasses.fields(kind)):
            raise TypeError
        names = [one.name for one in dataclasses.fields(kind) if one.compare]
        # A single name would give the value itself, which may be equal to what is no value of this class.
        values = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, n) for n in names]

        def first_init(self: object, *given: object, **named: object) -> None:
            kind.__init__ = _init_of(kind)
            kind.__init__(self, *given, **named)

        def equal(self: object, other: object) -> bool:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self: object) -> int:
            return hash(tuple(values(self)))

        kind.__init__, kind.__eq__, kind.__hash__ = first_init, equal, hashed
        kind.__repr__, kind.__setattr__, kind.__delattr__ = _repr, _refuse, _refuse
        kind.__reduce__ = _reduced

    def _init_of(kind: type) -> Callable[..., None]:
        """The `__init__` that the standard library would write: a parameter a field, set past the refusal."""
        known: dict[str, object] = {}
        placed, named, body = [], [], []
        for one in dataclasses.fields(kind):
            name, default = one.name, ""
            known[f"_set_{name}"] = getattr(kind, name).__set__
            if one.default is not dataclasses.MISSING:
                known[f"_{name}"], default = one.default, f"=_{name}"
            value = name
            if one.default_factory is not dataclasses.MISSING:
                known[f"_{name}"], default = one.default_factory, "=_missing"
                value = f"_{name}() if {name} is _missing else {name}"
            (named if one.kw_only else placed).append(name + default)
            body.append(f"_set_{name}(self, {value})")
        known["_missing"] = dataclasses.MISSING
        heads = ", ".join(["self", *placed, *(["*", *named] if named else [])])
        lines = "\n  ".join(body or ["pass"])
        exec(f"def __init__({heads}):\n  {lines}", known)  # noqa: S102 - as the standard library does; the names are those of our own fields
        return known["__init__"]

    def _reduced(self: object) -> tuple[object, ...]:
        """How a value is handed to another process: made there anew, since nothing may set a field of one that is there."""
        return _made_of, (type(self), {one.name: getattr(self, one.name) for one in dataclasses.fields(self)})

    def _made_of(kind: type, values: dict[str, object]) -> object:
        return kind(**values)

    def _repr(self: object) -> str:
        shown = [f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr]
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _refuse(self: object, name: str, *_value: object) -> NoReturn:
        raise dataclasses.FrozenInstanceError(f"{name} of {type(self).__name__} cannot be changed")
