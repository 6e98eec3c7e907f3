"""What a field of a record is, said once where it is declared, and read by whatever must treat every field.

Masking, history, merging, search and printing go through the fields of a record and ask each what it is. So a new field is looked
through for personal data, told in the history, merged, found and printed from the day it is declared; what wants its own
sentence or its own place on a page names its `deed`.

| sort | what it is | personal data in it | of several notes merged | found by search | told and printed |
|---|---|---|---|---|---|
| words | what somebody said or wrote | is masked | each once, a line each | yes | as it stands |
| name | what somebody or something is called | is masked | the one they share, else none | no | as it stands |
| choice | one of what the workbook or the program offers | | the one they share, else none | no | by its id |
| counted | how many | | the sum | no | as a number |
| flag | on or off; a text is on where it is not the default | | on, if any is | no | *yes*, or not at all |
| place | cells of the compass | | all of them | no | each by its name |
| reference | ids of other records, or of parts of the workbook | | all of them; of one id the one they share | no | each by its id, or how many |
| moment | a day or a point in time | | the one they share, else none | no | as a day, with the time if it has one |
| bookkeeping | what every version carries | | none | no | with the change that wrote it |

Search finds notes. A single value on which merged notes differ is left out of the merged note, and stays with each of them.
In the file and in JSON every field has its own name and type, whatever it is; `docs/format.md` has a row for each.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diskussion_tui.domain.session.records import Record

Sort = Literal["words", "name", "choice", "counted", "flag", "place", "reference", "moment", "bookkeeping"]
"""What a field can be; the table above says what each is."""
_IS = "is"
Value: TypeAlias = str | int | None
"""What a field holds as a text or a number: what the history tells of it, and JSON has."""


@dataclass(frozen=True, slots=True)
class Is:
    """What a field is. `deed` is what the history tells where it is set, `off` where it is taken back, if that has another name.

    A field without a deed is told as `field`, and printed as `label: value`; one with a deed of its own has its own place on
    the pages too. One that is `given`, or has no default, is said as the record is made, and not told once more as something
    done to it.
    """

    sort: Sort
    deed: str = ""
    off: str = ""
    given: bool = False


def holds(sort: Sort, deed: str = "", *, off: str = "", given: bool = False) -> dict[str, Is]:
    """The `metadata` with which a field says what it is."""
    return {_IS: Is(sort, deed, off, given)}


@cache
def declared(kind: type) -> dict[str, Is]:
    """What each field of a sort of record is, in the order of their declaration; those that do not say are left out."""
    return {one.name: one.metadata[_IS] for one in fields(kind) if _IS in one.metadata}


def fields_of(kind: type, *sorts: Sort) -> tuple[str, ...]:
    """The fields of some sorts."""
    return tuple(name for name, is_ in declared(kind).items() if is_.sort in sorts)


def texts_in(record: Record, *sorts: Sort) -> Iterator[tuple[str, str]]:
    """The fields of some sorts that hold text, with their texts: people's own words where no sort is named."""
    for name in fields_of(type(record), *(sorts or ("words", "name"))):
        yield name, str(getattr(record, name))


@cache
def own_fields(kind: type) -> tuple[str, ...]:
    """The fields in which a sort of record says something: all but what every version carries."""
    return tuple(name for name, is_ in declared(kind).items() if is_.sort != "bookkeeping")


@cache
def told_plainly(kind: type) -> tuple[str, ...]:
    """The fields that have no deed of their own: told and printed by their label."""
    return tuple(name for name in own_fields(kind) if not declared(kind)[name].deed)


def plain_value(value: object) -> Value:
    """What a field holds as a text or a number; None where it was left empty."""
    if isinstance(value, int):
        return value or None
    if isinstance(value, dt.date):
        return value.isoformat()
    return None if value is None else str(value) or None


def default_of(kind: type, name: str) -> object:
    """What a field holds where nothing was said; `MISSING` where something must be."""
    return next(one.default for one in fields(kind) if one.name == name)


def nothing_said(kind: type) -> dict[str, object]:
    """What the fields of a sort of record hold where nothing was said in them, those apart that must say something."""
    return {name: default for name in own_fields(kind) if (default := default_of(kind, name)) is not MISSING}


def says_anything(record: Record) -> bool:
    """Whether a record says anything in one of its own fields."""
    nothing = nothing_said(type(record))
    return any(
        name not in nothing or getattr(record, name) != nothing[name] for name in own_fields(type(record))
    )


def united(name: str, records: Sequence[Record]) -> Any:  # noqa: ANN401 - whatever the field holds
    """What a field of several records becomes when one is made of them."""
    kind, values = type(records[0]), [getattr(one, name) for one in records]
    sort = declared(kind)[name].sort
    if sort == "words":
        return "\n".join(dict.fromkeys(filter(None, values)))
    if sort == "counted":
        return sum(values)
    if sort == "flag":
        return any(values)
    if isinstance(values[0], tuple):
        return tuple(dict.fromkeys(one for several in values for one in several))
    return values[0] if len(set(values)) == 1 else default_of(kind, name)
