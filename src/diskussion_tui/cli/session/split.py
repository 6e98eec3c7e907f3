"""`diskussion split`: a merged note taken apart, each original as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing, standing_notes
from diskussion_tui.cli.kit.refusal import DONE, Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion and the note."""
    words, said = parser.words, parser.words.merging
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("note", words.word_note, said.help_split, many=False)


def run(arguments: Namespace, texts: Texts) -> int:
    """Split, and print the ids of what stands by itself again. Hands given to the merged note are told: they stay with it."""
    from diskussion_tui.domain.session import merging

    said = texts.merging
    with changing(arguments, texts) as workshop:
        found = standing_notes([arguments.note] if arguments.note else [], workshop, texts)
        if not found:
            raise Refused(said.split_what)
        (note,) = found
        if not note.sources:
            raise Refused(said.not_merged)
        given = merging.given_since(workshop.session, note)
        change = workshop.do(merging.split, note.id)
    if given:
        output.say(said.split_hands(given))
    for version in change.versions if change else ():
        if version.id != note.id:
            output.put_row(version.id)
    return DONE
