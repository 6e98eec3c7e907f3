"""`diskussion park`: a note put aside, or taken back to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing
from diskussion_tui.cli.kit.finding import note_meant
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.workbook.steps import called

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, the note and `--back`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("note", words.word_note, words.help_park_note, many=False)
    parser.option("--back", help_text=words.help_back)


def run(arguments: Namespace, texts: Texts) -> int:
    """Park the note, or take it back."""
    from diskussion_tui.domain.session.parking import park, unpark

    said = texts.cli
    with changing(arguments, texts) as workshop:
        note_id = note_meant(clean_line(arguments.note or ""), workshop.session, texts)
        note = workshop.session.note(note_id)
        if arguments.back and (note is None or not note.parked or note.gone):
            raise Refused(said.not_parked.format(id=note_id), WRONG)
        if not arguments.back and (note is None or not note.in_force):
            raise Refused(said.is_parked.format(id=note_id), WRONG)
        change = workshop.do(unpark if arguments.back else park, note_id)
    told = said.unparked_now if arguments.back else said.parked_now
    for version in change.versions if change else ():
        if isinstance(version, Note):
            output.say(told.format(id=version.id, question=called(version.question)))
    return DONE
