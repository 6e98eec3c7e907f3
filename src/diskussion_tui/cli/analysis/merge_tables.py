"""`diskussion merge-tables`: the tables of one evening united into one new discussion. They themselves stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.several import named_ones

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

_FEWEST = 2


def add(parser: Parser) -> None:
    """The discussions, and what the new one is called."""
    words, said = parser.words, parser.texts.comparing
    parser.argument("given", said.word_sessions, said.help_tables)
    parser.option("-o", "--name", word=words.word_name, help_text=said.help_united)


def run(arguments: Namespace, texts: Texts) -> int:
    """Make the new discussion, print its path, and tell on what the tables judged differently."""
    from diskussion_tui.cli.kit.setting import folder_of, refuge_for, workbook_of
    from diskussion_tui.domain.session.refusals import RefusedError
    from diskussion_tui.workshop.disk import Disk
    from diskussion_tui.workshop.uniting import unite

    said = texts.comparing
    name = clean_line(arguments.name or "")
    if not name:
        raise Refused(said.united_unnamed)
    if len(arguments.given) < _FEWEST:
        raise Refused(said.two_needed)
    workbook, folder = workbook_of(arguments, texts), folder_of(arguments)
    sessions = [one.session for one in named_ones(arguments.given, arguments, texts, workbook)]
    try:
        path = unite(folder, name, sessions, workbook, Disk(folder, refuge_for(arguments)))
    except RefusedError as error:
        raise Refused(error.sentence(texts)) from None
    except OSError as error:
        raise Refused(
            texts.cli.not_created.format(folder=folder, why=texts.reasons.of_error(error)), WRONG
        ) from None
    output.put_row(str(path))
    _tell_differing(sessions, texts)
    return DONE


def _tell_differing(sessions: Sequence[Session], texts: Texts) -> None:
    from diskussion_tui.domain.session.uniting import differing

    words = {one.id: one.label for session in sessions for one in session.frame.verdicts}
    if found := differing(sessions):
        rows = [
            f"  {one.question}  {'; '.join(f'{name}: {words.get(id_, id_)}' for name, id_ in one.given)}"
            for one in found
        ]
        output.say(texts.comparing.verdicts_differ, rows)
