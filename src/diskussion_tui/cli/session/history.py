"""`diskussion history`: what has happened in a discussion, or to one of its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import note_meant
from diskussion_tui.cli.kit.opening import read
from diskussion_tui.cli.kit.refusal import DONE

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, `--note` and `--json`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session)
    parser.option("--note", word=words.word_note, help_text=words.help_note)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print what happened."""
    from diskussion_tui.domain.story.history import history_of, history_of_note

    session = read(arguments, texts)
    note_id = None if arguments.note is None else note_meant(clean_line(arguments.note), session, texts)
    entries = history_of(session) if note_id is None else history_of_note(session, note_id)
    if arguments.json:
        from diskussion_tui.reports.as_json import history_values

        output.put_json(history_values(session, entries))
        return DONE
    from diskussion_tui.reports.history import history

    output.put_text(history(session, entries, texts, output.columns(), note_id or ""))
    return DONE
