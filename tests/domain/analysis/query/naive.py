"""A query of a single word or field, read as plainly as can be: what the language must agree with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.said import Said


def fits(asked: str, note: Said) -> bool:
    """Whether a note fits one of the few things asked for here."""
    if asked == "del:B":
        return note.question.startswith("B.")
    if asked == "slag:-":
        return note.kind == "avveckla"
    if asked == "stöd:>1":
        return note.supporters > 1
    if asked == "bord:3":
        return note.table in {"3", "bord 3"}
    return asked.lower() in f"{note.discussion.name} {note.text}".lower()
