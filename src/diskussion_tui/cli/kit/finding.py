"""Which discussion somebody means: a path, or part of a name that fits only one; and which of its notes.

Only the heads of the files are read, and what may be meant is opened where they do not say enough, so that finding one among
thousands is quick. A file that cannot be read can be
meant too: opening it is what says what is wrong with it.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.cli.kit.setting import folder_of, places_of
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.store.files.parallel import Ahead
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Sequence

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.store.library.listing import Library
    from diskussion_tui.store.session.beside import Beside
    from diskussion_tui.texts.catalogue import Texts


MOST_CANDIDATES = 12
"""More notes than this are only counted: the sentence above them must not scroll away."""


def find_session(arguments: Namespace, texts: Texts) -> Path:
    """The file of the discussion that the arguments name. Raises `Refused` where there is none, or several."""
    given, folder = named(arguments), folder_of(arguments)
    wanted = clean_line(given)
    if not wanted:
        raise Refused(texts.cli.session_missing)
    path = expanded(Path(given))
    if _is_path(given):
        if path.is_file():
            return path
        if _has_separator(given) and path.exists():
            return path  # a folder, a pipe: opening it is what says so
        if _has_separator(given):
            raise Refused(texts.cli.no_such_file.format(file=given))
    library = arguments.library = _looked_at(arguments)
    called, said = _ways(wanted)
    found = library.those(called) or library.those(said)
    if not found:
        raise Refused(texts.cli.no_such_session.format(given=wanted, folder=folder))
    if len(found) > 1:
        raise Refused(texts.cli.several_sessions.format(given=wanted), rows=map(_candidate, found))
    return found[0].path


def must_be_there(path: Path, texts: Texts) -> Path:
    """A file that somebody named, with `~` for their home. Raises `Refused` where there is none."""
    there = expanded(path)
    if not there.exists():
        raise Refused(texts.cli.no_such_file.format(file=clean_line(str(path))))
    return there


def look_ahead(arguments: Namespace) -> None:
    """Begin to look for the discussion that the arguments name: on a slow disk, while the program gets ready to change it."""
    if not _is_path(named(arguments)):
        arguments.looking = Ahead(partial(_looked_at, arguments))


def _looked_at(arguments: Namespace) -> Library:
    """The folders that a discussion is looked for in, looked at, if not already. Raises `OSError`."""
    if looking := arguments.__dict__.pop("looking", None):
        found: Library = looking.result()
        return found
    return library_of(arguments, _ways(clean_line(named(arguments))))


def seen_beside(arguments: Namespace) -> Beside | None:
    """What was seen in the folders when the discussion was looked for: nobody need look a second time. None for a path."""
    library: Library | None = getattr(arguments, "library", None)
    return library.beside if library else None


def named(arguments: Namespace) -> str:
    """What the arguments call the discussion: one word, or several that need no quotation marks."""
    given = arguments.session or ""
    return given if isinstance(given, str) else " ".join(given)


def library_of(arguments: Namespace, sought: Sequence[Callable[[Entry], bool]] = ()) -> Library:
    """The discussions of every folder in use, looked at. Raises as `library_in`."""
    places = places_of(arguments)
    return library_in(*places.homes[0], sought, places.also)


def library_in(
    folder: Path,
    refuge: Path | None = None,
    sought: Sequence[Callable[[Entry], bool]] = (),
    also: Iterable[Path] = (),
) -> Library:
    """The discussions of a folder and of its refuge, looked at. Raises `OSError` where it is there but cannot be looked into."""
    from diskussion_tui.store.library.listing import Library

    library = Library(folder, refuge, sought=sought, also=also)
    if not library.refresh() and folder.exists():
        next(folder.iterdir(), None)  # nothing found and nothing readable are not the same answer
    return library


def _is_path(given: str) -> bool:
    return _has_separator(given) or given.lower().endswith(".toml")


def _has_separator(given: str) -> bool:
    return any(separator in given for separator in (os.sep, os.altsep) if separator)


def _ways(wanted: str) -> tuple[Callable[[Entry], bool], Callable[[Entry], bool]]:
    """How an entry may be meant: it is called so; else it has every word in its name, its day or its file's name."""
    words = folded(wanted).split()

    def fits(entry: Entry) -> bool:
        said = folded(f"{entry.name} {entry.date or ''} {clean_line(entry.path.name)}")
        return all(word in said for word in words)

    return (lambda entry: entry.is_called(wanted)), fits


def _candidate(entry: Entry) -> str:
    return f"  {entry.date or '-'}  {entry.name}  {entry.path}"


def note_meant(given: str, session: Session, texts: Texts) -> str:
    """The id of the note meant by `given`, withdrawn or not. Raises `Refused` with the candidates otherwise."""
    from diskussion_tui.base.short_ids import LEAST, fitting

    said = texts.cli
    ids = sorted(key[1] for key in session.versions if key[0] in {"notes", "purged"})
    if not ids:
        raise Refused(said.no_notes)
    found = fitting(ids, given)
    if len(found) == 1:
        return found[0]
    sentence = said.several_notes if found else said.no_such_note
    if not found and len(given) < LEAST:
        sentence = said.note_too_short if given else texts.placing.note_missing
    notes = [note for note in map(session.note, found or ids) if note]
    raise Refused(sentence.format(given=given, least=LEAST), rows=_notes_listed(notes, texts))


def note_standing(given: str, session: Session, texts: Texts) -> Note:
    """The note meant by `given`. Raises `Refused` where there is none, or it is withdrawn or was removed for good."""
    found = note_meant(given, session, texts)
    note = session.note(found)
    if note is None:
        raise Refused(texts.purge.note_gone.format(id=found))
    if note.gone:
        raise Refused(texts.placing.note_gone.format(id=found))
    return note


def _notes_listed(notes: list[Note], texts: Texts) -> list[str]:
    """A row for each of the notes, of those that there is room for."""
    rows = [_note_listed(note) for note in notes[:MOST_CANDIDATES]]
    left = len(notes) - len(rows)
    return [*rows, f"  {texts.cli.more_notes(left)}"] if left else rows


def _note_listed(note: Note) -> str:
    from diskussion_tui.reports.page import shortened

    lead = f"  {note.id}  {called(note.question)}  "
    return lead + shortened(note.text, output.columns() - len(lead))
