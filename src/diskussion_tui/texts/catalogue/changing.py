"""The words of a change that the shell could not make."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Changing(Words):
    """What the shell says of a change that could not be made, or not all of whose consequences could."""

    final: str
    not_saved: str
    untidy: str
    elsewhere: str
