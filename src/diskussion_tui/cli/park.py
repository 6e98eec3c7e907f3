"""`diskussion park`: a note put aside, or taken back to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli import output
from diskussion_tui.cli.changing import opened
from diskussion_tui.cli.finding import find_session
from diskussion_tui.cli.history import note_meant
from diskussion_tui.cli.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.setting import folder_of, refuge_for, workbook_of
from diskussion_tui.domain.text import clean_line

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, the note and `--back`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("note", words.word_note, words.help_park_note, many=False)
    parser.option("--back", help_text=words.help_back)


def run(arguments: Namespace, texts: Texts) -> int:
    """Park the note, or take it back."""
    from diskussion_tui.domain.parking import park, unpark  # noqa: PLC0415 - not for help

    path = find_session(arguments.session or "", folder_of(arguments), texts, refuge_for(arguments))
    workbook, said = workbook_of(arguments, texts), texts.cli
    with opened(path, workbook, arguments, texts) as workshop:
        note_id = note_meant(clean_line(arguments.note or ""), workshop.session, texts)
        note = workshop.session.note(note_id)
        if arguments.back and (note is None or not note.parked or note.gone):
            raise Refused(said.not_parked.format(id=note_id), WRONG)
        if not arguments.back and (note is None or not note.in_force):
            raise Refused(said.is_parked.format(id=note_id), WRONG)
        workshop.do(unpark if arguments.back else park, note_id)
    told = said.unparked_now if arguments.back else said.parked_now
    output.say(told.format(id=note_id, question=note.question if note else ""))
    return DONE
