"""Notes in one box of a form, and the box read back: what was put in by the program comes back to the letter.

A box is plain text. Notes of one line each stand one a line, as people write them. Where that would not come back as it was (a
note of several lines, one that begins with a dash) every note has a bullet, and its further lines are indented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.domain.language.pasting import pasted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BULLET, _INDENT = "• ", "  "
_ITEM = re.compile(rf"{_BULLET}(?=\S)")


def listed(notes: Iterable[str]) -> str:
    """Notes as the text of one box."""
    notes = list(notes)
    plain = "\n".join(notes)
    if pasted(plain).notes == tuple(notes) and not plain.startswith(_BULLET):
        return plain
    return "\n".join(_BULLET + note.replace("\n", f"\n{_INDENT}") for note in notes)


def noted(text: str) -> tuple[str, ...]:
    """The notes in the text of a box, whoever wrote it."""
    return tuple(note for ours, part in _parts(text) for note in ([part] if ours else pasted(part).notes))


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """A text in pieces: each note that stands behind our bullet, and what others have written between them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    items = [bool(_ITEM.match(line)) for line in lines]
    if not any(items):
        yield False, text
        return
    ours, piece = False, list[str]()
    for line, begins in zip(lines, items, strict=True):
        goes_on = ours and (line.startswith(_INDENT) or not line.strip())
        if begins or not goes_on:
            if begins or ours:
                yield from _whole(ours, piece)
                piece = []
            ours = begins
        piece.append(line.removeprefix(_BULLET if begins else _INDENT) if ours else line)
    yield from _whole(ours, piece)


def _whole(ours: bool, piece: list[str]) -> Iterator[tuple[bool, str]]:  # noqa: FBT001 - the first of a pair
    text = "\n".join(piece).strip("\n") if ours else "\n".join(piece)
    if text.strip():
        yield ours, text
