"""The words of names of themes and languages."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Names(Words):
    """Names of themes and languages."""

    dark: str
    light: str
    projector: str
    sv: str
    en: str
