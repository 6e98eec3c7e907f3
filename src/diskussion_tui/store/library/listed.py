"""The notes of a discussion's files as lists and the search have them: the newest of each, merged ones in what they became.

They are read without pydantic and without folding whole sessions: a folder of a thousand discussions is read by the first
search in seconds.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import TYPE_CHECKING, Any, TypeAlias

from diskussion_tui.base.text import clean_note
from diskussion_tui.store.files.coerce import number_of, table_of, word_of
from diskussion_tui.store.library.packed import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Listed: TypeAlias = tuple[tuple[int, bool, str], Shown | tuple[()], str]
"""What says which of two versions is the newer, what is shown of it, and the note that it was merged into."""


def notes_in(path: Path) -> dict[str, Listed]:
    """The notes of a file by their ids: first what says which of two is the newer, then what is shown, if it stands."""
    data = path.read_bytes()
    try:
        found = tomllib.loads(data.decode("utf-8-sig")).get("notes", [])
        notes = [*map(table_of, found if isinstance(found, list) else [found])]
    except (ValueError, RecursionError):
        notes = _intact(data)
    listed: dict[str, Listed] = {}
    for number, note in enumerate(notes):
        shown = (
            word_of(note.get("kind")),
            clean_note(word_of(note.get("text"))),
            number_of(note.get("supporters")),
        )
        gone, into = bool(note.get("gone")), word_of(note.get("merged_into"))
        order = (number_of(note.get("rev", 1)), not (gone or into), _time(note.get("at")))
        note_id = word_of(note.get("id")) or str(number)
        one: Listed = (order, () if gone else shown, into)
        listed[note_id] = max(listed.get(note_id, one), one)
    return listed


def united_notes(files: Iterable[Mapping[str, Listed]]) -> list[tuple[Shown, list[str]]]:
    """The notes that stand in the files of a discussion, each with the texts of those that were merged into it."""
    newest: dict[str, Listed] = {}
    for notes in files:
        for note_id, listed in notes.items():
            newest[note_id] = max(newest.get(note_id, listed), listed)
    found: dict[str, tuple[Shown, list[str]]] = {}
    merged: list[tuple[str, str]] = []
    for note_id, (_order, shown, _into) in sorted(newest.items()):
        into = _standing(note_id, newest)
        if shown and into == note_id:
            found[note_id] = (shown, [])
        elif shown:
            merged.append((into, shown[1]))
    for into, text in merged:
        if into in found:
            found[into][1].append(text)
    return list(found.values())


def _standing(note_id: str, notes: Mapping[str, Listed]) -> str:
    """The note that a note is told in: itself, unless it was merged into one that is there, at any depth."""
    seen = {note_id}
    while (into := notes[note_id][2]) in notes and into not in seen:
        note_id = into
        seen.add(into)
    return note_id


def _intact(data: bytes) -> list[Mapping[str, Any]]:
    """The notes of a damaged file that are whole, every version of them: those that opening it would give."""
    from dataclasses import asdict

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.store.files.codec import read

    return [asdict(version) for version in read(data).versions if isinstance(version, Note)]


def _time(value: object) -> str:
    return str(value) if isinstance(value, dt.date) else ""
