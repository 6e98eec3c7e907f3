"""Swedish: the fields of records."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.fields import Fields

WORDS = Fields(
    labels=(
        ("name", "namn"),
        ("wording", "egen fråga"),
        ("objection", "avvikande mening"),
        ("owner", "ansvarig"),
        ("group", "grupp"),
        ("ends", "slutar"),
        ("workbook_version", "arbetshäftets version"),
    ),
    on="ja",
)
