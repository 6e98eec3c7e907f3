"""The words for how keys are named."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Keys(Words):
    """How keys are named, by Textual's name for them."""

    named: tuple[tuple[str, str], ...]
