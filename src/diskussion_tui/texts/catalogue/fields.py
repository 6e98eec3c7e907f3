"""The words for the fields of records."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Fields(Words):
    """What fields are called, as it stands within a sentence. Those of the head that forms ask for stand in `terms`.

    `on` is what a field says that can be on or off.
    """

    labels: tuple[tuple[str, str], ...]
    on: str
