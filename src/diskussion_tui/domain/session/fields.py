"""What a field of a record is, said once where it is declared, and read by whatever must treat every field.

Masking, history, merging, search and printing go through the fields of a record and ask each what it is. So a new field is looked
through for personal data, told in the history, merged, found and printed from the day it is declared; what wants its own
sentence or its own place on a page names its `deed`, and is told and printed by whoever knows that.

| sort | what it is | personal data in it | of several notes merged | found by search |
|---|---|---|---|---|
| words | what somebody said or wrote | is masked | each once, a line each | yes |
| name | what somebody or something is called | is masked | the one they share, else none | no |
| choice | one of what the workbook or the program offers | | the one they share, else none | no |
| counted | how many | | the sum | no |
| flag | on or off | | on, if any is | no |
| place | cells of the compass | | all of them | no |
| reference | ids of other records, or of parts of the workbook | | none: it is the record's own | no |
| moment | a day or a point in time | | the one they share, else none | no |
| bookkeeping | what every version carries | | none | no |
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_type_hints

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diskussion_tui.domain.session.records import Record

Sort = Literal["words", "name", "choice", "counted", "flag", "place", "reference", "moment", "bookkeeping"]
R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Is:
    """What a field is. `deed` names what the history tells of it, and so that reports know it; empty, it is told and printed as `label: value`.

    `given` is said as the record is made, and not told once more as something done to it.
    """

    sort: Sort
    deed: str = ""
    given: bool = False


@cache
def declared(kind: type) -> dict[str, Is]:
    """What each field of a sort of record is, in the order of their declaration; those that do not say are left out."""
    hints = get_type_hints(kind, include_extras=True)
    found = {one.name: _said(hints[one.name]) for one in fields(kind)}
    return {name: is_ for name, is_ in found.items() if is_}


def fields_of(kind: type, *sorts: Sort) -> tuple[str, ...]:
    """The fields of some sorts."""
    return tuple(name for name, is_ in declared(kind).items() if is_.sort in sorts)


def texts_in(record: Record, *sorts: Sort) -> Iterator[tuple[str, str]]:
    """The fields of some sorts that hold text, with their texts: people's own words where no sort is named."""
    for name in fields_of(type(record), *(sorts or ("words", "name"))):
        yield name, str(getattr(record, name))


def told_plainly(kind: type) -> tuple[str, ...]:
    """The fields that nobody knows by name: told and printed by their label."""
    return tuple(
        name
        for name, is_ in declared(kind).items()
        if not (is_.deed or is_.given or is_.sort == "bookkeeping")
    )


def as_made(record: R) -> R:
    """A record as it was when it was made, before anything was done to it."""
    every = {one.name: one for one in fields(record)}
    later = [name for name, is_ in declared(type(record)).items() if not is_.given]
    blank = {name: _default(every[name]) for name in later if _default(every[name]) is not MISSING}
    kept = {"rev", "undoes"}  # which version it is does not change by that
    return replace(record, **{name: value for name, value in blank.items() if name not in kept})


def united_fields(kind: type) -> tuple[str, ...]:
    """The fields that several records of a sort have something to say about when one is made of them."""
    return tuple(name for name, is_ in declared(kind).items() if is_.sort != "bookkeeping")


def united(name: str, records: Sequence[Record]) -> Any:  # noqa: ANN401 - whatever the field holds
    """What a field of several records becomes when one is made of them."""
    kind, values = type(records[0]), [getattr(one, name) for one in records]
    default = next(_default(one) for one in fields(kind) if one.name == name)
    match declared(kind)[name].sort:
        case "words":
            return "\n".join(dict.fromkeys(filter(None, values)))
        case "counted":
            return sum(values)
        case "flag":
            return any(values)
        case "place":
            return tuple(dict.fromkeys(place for places in values for place in places))
        case "name" | "choice" | "moment":
            return values[0] if all(value == values[0] for value in values) else default
    return default


def _default(field: Field[Any]) -> object:
    return field.default


def _said(hint: Any) -> Is | None:  # noqa: ANN401 - whatever a field is declared as
    return next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Is)), None)
