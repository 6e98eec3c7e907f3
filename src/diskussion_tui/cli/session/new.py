"""`diskussion new NAME`: a discussion on disk, and its path on stdout, for those who prepare an evening in a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import details, output
from diskussion_tui.cli.kit.naming import create, name_in
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.kit.setting import folder_of, settings_of, workbook_of

if TYPE_CHECKING:
    import datetime as dt
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The name, and what is known of it already."""
    parser.argument("name", parser.words.word_name, parser.words.help_name)
    parser.option("--date", word=parser.words.word_due, help_text=parser.words.help_new_date)
    details.declare(parser)


def run(arguments: Namespace, texts: Texts) -> int:
    """Create the discussion and print its path."""
    name = name_in(arguments, "new", texts)
    known: dict[str, str | int | dt.date] = {
        **settings_of(arguments).settings.details,
        **details.given_in(arguments, texts),
    }
    if day := details.day_given(arguments.date, texts):
        known["date"] = day
    output.put_row(
        str(create(folder_of(arguments), name, workbook_of(arguments, texts), texts, details=known))
    )
    return DONE
