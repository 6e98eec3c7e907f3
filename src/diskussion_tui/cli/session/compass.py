"""`diskussion compass`: today's structure with what a discussion has placed on it, or blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session, must_belong
from diskussion_tui.cli.kit.opening import readable
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.kit.setting import folder_of, refuge_for, workbook_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion and `--json`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the compass."""
    from diskussion_tui.reports.compass import compass, compass_values

    workbook, session = workbook_of(arguments, texts), None
    if arguments.session:
        refuge = refuge_for(arguments)
        path = find_session(" ".join(arguments.session), folder_of(arguments), texts, refuge)
        session = readable(path, texts, refuge)
        must_belong(session.head, workbook, texts)
    if arguments.json:
        output.put_json(compass_values(session, workbook.compass))
    else:
        output.put_text(compass(session, workbook, texts, output.columns()))
    return DONE
