"""Who codes at this screen: by the settings, or asked once and kept there. Whoever has begun under the machine's own name goes on so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.workshop.coding import coder_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.tui.base_screen import BaseScreen


class Who:
    """What whoever sits here is called; `keep` remembers it for the next start."""

    def __init__(self, called: str, keep: Callable[[str], None]) -> None:
        self._called, self._keep = called, keep

    async def told(self, folder: Path, screen: BaseScreen) -> str:
        """The coder in a compilation's folder, asked over a screen where it is not known; empty where nobody answers."""
        from diskussion_tui.tui.dialogs.form import Asked, Form

        if known := coder_in(folder, self._called):
            return known
        said = screen.words.coding

        def wrong(given: dict[str, str]) -> str:
            return "" if coder_in(folder, given["who"]) else said.who_empty

        asked = Asked("who", said.who_label, "", said.who_example, longest=40)
        given = await screen.ask(Form(said.who, [asked], screen.words, wrong))
        if given is None:
            return ""
        self._called = clean_line(given["who"])
        self._keep(self._called)
        return coder_in(folder, self._called)
