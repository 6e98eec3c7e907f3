"""`diskussion merge`: several notes made into one that stands for them, with the originals kept under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing, standing_notes
from diskussion_tui.cli.kit.refusal import DONE, Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.merging import Hands, Wish
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

_FEWEST = 2


def add(parser: Parser) -> None:
    """The discussion, the notes, and how they are merged."""
    words, said = parser.words, parser.words.merging
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("notes", said.word_notes, said.help_notes)
    parser.option("--text", word=words.word_text, help_text=said.help_text)
    parser.option("--hands", word="sum|highest|N", help_text=said.help_hands)
    parser.option("--kind", word=words.word_kind, help_text=said.help_kind)


def run(arguments: Namespace, texts: Texts) -> int:
    """Merge, and print the ids of what came of it."""
    from diskussion_tui.domain.session import merging

    with changing(arguments, texts) as workshop:
        notes = standing_notes(arguments.notes, workshop, texts)
        ids = [note.id for note in notes]
        wish = _wish(arguments, notes, workshop, texts)
        change = workshop.do(merging.merge, workshop.ids.endless(), ids, (wish,))
    for version in change.versions if change else ():
        if version.id not in ids:
            output.put_row(version.id)
    return DONE


def _wish(arguments: Namespace, notes: list[Note], workshop: Workshop, texts: Texts) -> Wish:
    """How the notes are to be merged. Raises `Refused` where they cannot be."""
    from diskussion_tui.domain.session import merging

    said = texts.merging
    if len(notes) < _FEWEST:
        raise Refused(said.too_few)
    kind = None if arguments.kind is None else _kind(arguments.kind, notes, workshop.workbook, texts)
    groups = merging.groups_of(workshop.session, [note.id for note in notes], kind)
    if not groups:
        raise Refused(said.kinds_differ)
    if arguments.text is not None and (not clean_note(arguments.text) or len(groups) > 1):
        raise Refused(said.text_of_one)
    return merging.Wish(arguments.text or "", _hands(arguments.hands or "sum", texts), kind)


def _hands(given: str, texts: Texts) -> Hands:
    """How hands are counted. Raises `Refused`."""
    if given == "sum" or given == "highest":  # noqa: PLR1714 - the type checker tells the two words apart this way only
        return given
    if given.isascii() and given.isdigit() and len(given) <= len("999"):
        return int(given)
    raise Refused(texts.merging.hands_wrong.format(given=clean_line(given)))


def _kind(given: str, notes: list[Note], workbook: Workbook, texts: Texts) -> str:
    """The kind that all are to have, if any of them stands where kinds are asked for. Raises `Refused`."""
    from diskussion_tui.cli.session.note import kind_of

    asked = next((note.question for note in notes if note.kind), notes[0].question)
    question = workbook.question(asked)
    if question is None:
        raise Refused(texts.cli.no_such_question.format(given=asked, ids=""))
    return kind_of(given, question, workbook, texts)
