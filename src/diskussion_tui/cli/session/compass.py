"""`diskussion compass`: today's structure with what a discussion has placed on it, or blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.opening import read
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.kit.setting import workbook_of

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

    workbook = workbook_of(arguments, texts)
    session = read(arguments, texts, workbook) if arguments.session else None
    if arguments.json:
        output.put_json(compass_values(session, workbook.compass))
    else:
        output.put_text(compass(session, workbook, texts, output.columns()))
    return DONE
