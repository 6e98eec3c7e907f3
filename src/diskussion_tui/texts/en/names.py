"""English: names of themes and languages."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.names import Names

WORDS = Names(dark="Dark", light="Light", projector="Projector", sv="Svenska", en="English")
