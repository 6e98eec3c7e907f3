"""The words of the compass."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Placing(Words):
    """The compass: placing notes on it, seeing what stands in its cells."""

    title: str
    placed: str
    proposed: str
    hint: str
    footer: str
    done: str
    taken_off: str
    summary: str
    summary_rule: str
    other_cells: str
    cell_title: str
    cell_hint: str
    cell_missing: str
    no_such_cell: str
    several_cells: str
    note_missing: str
    note_gone: str
    none_placed: str
