"""The words of filters."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Filtering(Words):
    """Filters: what each goes by, and what is said while one is on. `value` is a kind, tag, owner, table or cell."""

    title: str
    hint: str
    on: str
    none_here: str
    nothing: str
    not_here: str
    kind: str
    star: str
    dissent: str
    no_hands: str
    tag: str
    owner: str
    table: str
    no_table: str
    cell: str
    no_cell: str
    off: str
