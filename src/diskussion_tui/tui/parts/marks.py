"""What a note is marked with wherever it is shown: raised hands, star, dissent; and its tags in a calmer tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.language.tags import spans_of
from diskussion_tui.tui.parts.hands import hands_of

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.rows import Row


def tagged(line: str) -> Row:
    """A line of a note with its tags and owners in a calmer tone."""
    row: list[tuple[str, str]] = []
    end = 0
    for start, stop in spans_of(line) if "#" in line or "@" in line else ():
        row += [(line[end:start], "text"), (line[start:stop], "muted")]
        end = stop
    return (*row, (line[end:], "text")) if end < len(line) or not row else tuple(row)


def marks_of(note: Note | Said, tone: str, rivals: str = "") -> Row:
    """Raised hands (● up to five, then a number), star, dissent, and in words that there are versions to choose from."""
    marks: list[tuple[str, str]] = []
    if note.supporters:
        marks.append((hands_of(note.supporters), tone))
    if note.star:
        marks.append((" ★" if marks else "★", "bright"))
    if note.dissent:
        marks.append((" !" if marks else "!", "warning"))
    if rivals:
        marks.append((f" {rivals}" if marks else rivals, "warning"))
    return tuple(marks)
