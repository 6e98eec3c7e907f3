"""Swedish: the index."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.index import IndexWords

WORDS = IndexWords(
    holds="Registret har {sessions} av {of} filer, {size} MB: {file}",
    none="Inget register finns ännu. Det görs när startsidan öppnas.",
    none_needed="Inget register behövs: det görs först från {fewest} diskussioner.",
    not_made="Registret kunde inte göras om. Sökningen läser filerna i stället, långsammare men med samma svar.",
    coming="{done} av {of} lästa",
    point=",",
)
