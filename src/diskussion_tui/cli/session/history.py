"""`diskussion history`: what has happened in a discussion, or to one of its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session
from diskussion_tui.cli.kit.opening import readable
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import folder_of, refuge_for

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

MOST_CANDIDATES = 12
"""More notes than this are only counted: the sentence above them must not scroll away."""


def add(parser: Parser) -> None:
    """The discussion, `--note` and `--json`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session)
    parser.option("--note", word=words.word_note, help_text=words.help_note)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print what happened."""
    from diskussion_tui.domain.story.history import history_of, history_of_note

    refuge = refuge_for(arguments)
    path = find_session(" ".join(arguments.session), folder_of(arguments), texts, refuge)
    session = readable(path, texts, refuge)
    note_id = None if arguments.note is None else note_meant(clean_line(arguments.note), session, texts)
    entries = history_of(session) if note_id is None else history_of_note(session, note_id)
    if arguments.json:
        from diskussion_tui.reports.as_json import history_values

        output.put_json(history_values(session, entries))
        return DONE
    from diskussion_tui.reports.history import history

    output.put_text(history(session, entries, texts, output.columns(), note_id or ""))
    return DONE


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
        sentence = said.note_too_short
    notes = [note for note in map(session.note, found or ids) if note]
    raise Refused(sentence.format(given=given, least=LEAST), rows=_candidates(notes, texts))


def _candidates(notes: list[Note], texts: Texts) -> list[str]:
    """A row for each of the notes, of those that there is room for."""
    rows = [_candidate(note) for note in notes[:MOST_CANDIDATES]]
    left = len(notes) - len(rows)
    return [*rows, f"  {texts.cli.more_notes(left)}"] if left else rows


def _candidate(note: Note) -> str:
    from diskussion_tui.reports.page import shortened

    lead = f"  {note.id}  {note.question}  "
    return lead + shortened(note.text, output.columns() - len(lead))
