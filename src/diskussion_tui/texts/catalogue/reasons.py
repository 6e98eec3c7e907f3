"""The words for why the disk refused."""

from __future__ import annotations

from diskussion_tui.base.refused import symbol
from diskussion_tui.texts.catalogue.base import Words


class Reasons(Words):
    """Why the disk refused, by the symbol of the system's error. Made to stand after a colon or within a sentence."""

    known: tuple[tuple[str, str], ...]
    unknown: str

    def of(self, symbol: str) -> str:
        """The reason for a symbol such as ENOSPC."""
        return dict(self.known).get(symbol) or self.unknown.format(symbol=symbol)

    def of_error(self, error: OSError) -> str:
        """The reason for an error."""
        return self.of(symbol(error))
