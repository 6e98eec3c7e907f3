"""`diskussion similar`: the notes of a discussion that are like a text, the most alike first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.opening import read
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.domain.workbook.steps import called

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion and the text."""
    words, said = parser.words, parser.words.merging
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("text", words.word_text, said.help_similar)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print what is alike: the end of its id, its question, whether it says the opposite, and its text. 1 where nothing is."""
    from diskussion_tui.base.short_ids import endings
    from diskussion_tui.domain.session.similar import ALIKE, Similar

    said, session = texts.merging, read(arguments, texts)
    text = clean_line(" ".join(arguments.text))
    if not text:
        raise Refused(said.similar_what)
    index = Similar()
    index.take_in(session)
    short = endings({key[1] for key in session.versions if key[0] in {"notes", "purged"}})
    alike = [one for one in index.ranked(text) if one.degree >= ALIKE]
    for one in alike:
        if note := session.note(one.note):
            opposite = [said.opposite] if one.opposite else []
            output.put_row(
                "  ".join((short[note.id], called(note.question), *opposite, clean_line(note.text)))
            )
    return DONE if alike else WRONG
