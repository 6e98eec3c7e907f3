"""English: the fields of records."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.fields import Fields

WORDS = Fields(
    labels=(
        ("name", "name"),
        ("wording", "own question"),
        ("objection", "dissent"),
        ("owner", "owner"),
        ("group", "group"),
        ("ends", "stops at"),
        ("workbook_version", "version of the workbook"),
    ),
    on="yes",
)
