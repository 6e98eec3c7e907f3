"""`diskussion read`: what was said and what came of it as calm text, or one note with its trail and when and by whom it came.

`show` prints the workbook with the answers in their places, for paper; this is the reading page for pipes and screen readers: no
empty questions, and no signs of which the meaning is in their place on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import note_meant
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import reading_of
from diskussion_tui.cli.kit.several import named_ones

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts

_MOST = 2


def add(parser: Parser) -> None:
    """The discussion, and the note where only that is read."""
    words, said = parser.words, parser.texts.comparing
    parser.argument("given", said.word_read, said.help_read)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the discussion, or the note."""
    given = arguments.given or []
    if not given:
        raise Refused(texts.cli.session_missing)
    if len(given) > _MOST:
        raise Refused(texts.comparing.quote_names)
    ((_path, session),) = named_ones(given[:1], arguments, texts)
    note = note_meant(clean_line(given[1]), session, texts) if len(given) == _MOST else ""
    workbook = reading_of(arguments, texts).workbook
    if arguments.json:
        from diskussion_tui.reports.read_aloud import values

        output.put_json(values(session, note))
        return DONE
    from diskussion_tui.reports.read_aloud import discussion, one_note

    page = one_note if note else discussion
    output.put_text(page(session, workbook, texts, output.columns(), note))
    return DONE
