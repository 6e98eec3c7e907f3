"""The words for what can be wrong with TOML."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Toml(Words):
    """What can be wrong with TOML, by how the parser's own sentence begins: that speaks only English."""

    known: tuple[tuple[str, str], ...]
    unknown: str

    def of(self, message: str) -> str:
        """The words for what the parser says."""
        return next((words for begins, words in self.known if message.startswith(begins)), self.unknown)
