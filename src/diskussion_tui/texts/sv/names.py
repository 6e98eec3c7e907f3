"""Swedish: names of themes and languages."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.names import Names

WORDS = Names(dark="Mörkt", light="Ljust", projector="Projektor", sv="Svenska", en="English")
