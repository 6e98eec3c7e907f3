"""Fields by their labels: what one is called, how what it holds is set, and those that no page has a place of its own for.

Whoever shows a record whole asks here for what they know nothing of, so that a field is on every page from the day it is
declared. What it is (`domain/session/fields.py`) says how it is set.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from diskussion_tui.base.clock import moment
from diskussion_tui.domain.session.fields import declared, plain_value, told_plainly
from diskussion_tui.domain.workbook.compass import cell_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diskussion_tui.domain.session.fields import Sort, Value
    from diskussion_tui.domain.session.records import Head, Version
    from diskussion_tui.texts.catalogue import Texts


DETAILS = (
    "date",
    "place",
    "unit",
    "facilitator",
    "note_taker",
    "participants",
    "registry_number",
    "information_class",
    "retention",
)
"""What a discussion says of itself besides its name, in the order in which every page has it."""


def details_of(head: Head, words: Texts) -> Iterator[tuple[str, str]]:
    """What a discussion says of itself, each with its label; what was left empty is left out."""
    for name in DETAILS:
        if (value := plain_value(getattr(head, name))) is not None:
            yield getattr(words.terms, name), str(value)


def label_of(field: str, words: Texts) -> str:
    """What a field is called within a sentence; empty where it is called nothing, since it is what the record is."""
    return dict(words.fields.labels).get(field) or getattr(words.terms, field, "")


def labelled(record: Version, words: Texts) -> Iterator[tuple[str, str]]:
    """The fields that no page has a place of its own for, where they hold something: what each is called, as a line begins with it, and what it holds."""
    for field in told_plainly(type(record)):
        held, sort = getattr(record, field), declared(type(record))[field].sort
        values = [plain_value(one) for one in (held if isinstance(held, tuple) else (held,))]
        if told := ", ".join(shown(value, sort, words) for value in values if value is not None):
            label = label_of(field, words)
            yield f"{label[:1].upper()}{label[1:]}", told


def table_called(table: str, words: Texts) -> str:
    """What a table is called: one that is only a number by the word for a table before it. A bare number reads as hands."""
    return f"{words.conclusions.table} {table}" if table.isdigit() else table


def shown(value: Value, sort: Sort, words: Texts, short: Mapping[str, str] | None = None) -> str:
    """What a field holds, set for reading. `short` has the short forms of ids."""
    if value is True:
        return words.fields.on
    text = str(value)
    if sort == "place":
        return cell_named(None, text).name
    if sort == "moment" and "T" in text:
        return moment(datetime.fromisoformat(text))
    return (short or {}).get(text, text)
