"""The words for the fields of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterable


class Fields(Words):
    """What fields are called, as it stands within a sentence. Those of the head that forms ask for stand in `terms`.

    `on` is what a field says that can be on or off. `columns` head the tables that people open in a spreadsheet; those for other
    programs have the keys themselves, which are the same in every language.
    """

    labels: tuple[tuple[str, str], ...]
    on: str
    columns: tuple[tuple[str, str], ...]

    def heads(self, keys: Iterable[str]) -> tuple[str, ...]:
        """What stands above the columns of a table for people."""
        known = dict(self.columns)
        return tuple(known[key] for key in keys)
