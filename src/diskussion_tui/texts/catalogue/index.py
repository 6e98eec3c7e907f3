"""The words about the index of a folder."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class IndexWords(Words):
    """How it stands with the index. `point` stands between the whole and the rest of a number."""

    holds: str
    none: str
    none_needed: str
    not_made: str
    coming: str
    point: str
