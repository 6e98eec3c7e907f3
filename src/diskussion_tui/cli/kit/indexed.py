"""How it stands with the index of a folder, as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line

if TYPE_CHECKING:
    from diskussion_tui.store.library.indexing import Status
    from diskussion_tui.texts.catalogue import Texts


def sentence(found: Status, texts: Texts) -> str:
    """How it stands with the index, as one sentence."""
    said = texts.index
    if not found.is_there:
        return (said.none_needed if found.few else said.none).format(fewest=found.fewest)
    file = clean_line(str(found.path))
    size = f"{found.size / 1_000_000:.1f}".replace(".", said.point)
    return said.holds.format(
        sessions=texts.terms.sessions(found.discussions),
        of=texts.cli.grouped(found.files),
        size=size,
        file=file,
    )
