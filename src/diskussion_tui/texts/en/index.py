"""English: the index."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.index import IndexWords

WORDS = IndexWords(
    holds="The index has {sessions} of {of} files, {size} MB: {file}",
    none="There is no index yet. It is made when home is opened.",
    none_needed="No index is needed: it is made from {fewest} discussions on.",
    not_made="The index could not be made anew. Searching reads the files instead, slower but with the same answer.",
    coming="{done} of {of} read",
    point=".",
)
