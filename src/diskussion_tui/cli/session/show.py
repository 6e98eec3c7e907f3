"""`diskussion show`: a discussion on paper, or the blank workbook. What is printed is the document that reports are, set as text.

A discussion is shown in its own workbook where that is the one in use. Where it is not, or where the workbook is
broken, the discussion's own headings and questions carry it: a group's words never depend on another file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.opening import read
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import workbook_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.reports.document import Document
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, `--notes` and `--json`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session)
    parser.option("--notes", help_text=words.help_notes)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the discussion, or the blank workbook."""
    if not arguments.session:
        return _blank(arguments, texts)
    session = read(arguments, texts, tell_hidden=True)
    if arguments.json:
        from diskussion_tui.reports.as_json import session_values

        output.put_json(session_values(session))
        return DONE
    return _printed(session, arguments, texts)


def _printed(session: Session, arguments: Namespace, texts: Texts) -> int:
    from diskussion_tui.reports.paper import paper
    from diskussion_tui.reports.report import report

    code, workbook = DONE, None
    try:
        workbook = workbook_of(arguments, texts)
    except Refused as refused:
        output.say(refused.sentence, refused.rows)
        code = refused.code
    page = report if arguments.notes else paper
    _put(page(session, workbook, texts))
    return code


def _blank(arguments: Namespace, texts: Texts) -> int:
    workbook = workbook_of(arguments, texts)
    if arguments.json:
        from dataclasses import asdict

        output.put_json(asdict(workbook))
        return DONE
    from diskussion_tui.reports.paper import blank

    _put(blank(workbook, texts))
    return DONE


def _put(document: Document) -> None:
    from diskussion_tui.reports.formats.text import text

    output.put_text(text(document, output.columns()))
