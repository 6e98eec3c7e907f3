"""`diskussion compile`: makes a compilation of what a query finds, or counts one anew, and prints it.

Whatever is printed is counted from the files at that moment. The workbook is only asked what things are called: where it cannot be
read, they are called what their ids say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.compilations import compilations_in, refusing
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import reading_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.compiling import Made

_FORMS = ("csv", "csv_excel", "tsv")


def add(parser: Parser) -> None:
    """The name, the query, and in which form it is printed."""
    words = parser.words
    parser.argument("name", words.word_name, words.help_compilation, many=False)
    parser.argument("query", words.word_query, words.help_query)
    parser.option("--publish", help_text=words.help_publish)
    parser.option("--json", help_text=words.help_json)
    parser.option("--csv", help_text=words.help_csv)
    parser.option("--csv-excel", help_text=words.help_csv_excel)
    parser.option("--tsv", help_text=words.help_tsv)


def run(arguments: Namespace, texts: Texts) -> int:
    """Make it or count it anew, keep it, print it."""
    said = texts.compiling
    if sum(bool(getattr(arguments, one)) for one in ("json", *_FORMS)) > 1:
        raise Refused(said.one_form)
    name = clean_line(arguments.name or "")
    if not name:
        raise Refused(said.name_needed)
    query = " ".join(arguments.query) if arguments.query else None
    with refusing(name, texts):
        made = compilations_in(arguments, texts).make(name, query)
    _put(made, arguments, texts)
    output.say(said.kept_in.format(folder=made.folder))
    if made.unread:
        output.say(f"{said.unread(len(made.unread))} {', '.join(made.unread)}")
    if made.of.twice:
        output.say(said.twice(len(made.of.twice)))
    return DONE


def _put(made: Made, arguments: Namespace, texts: Texts) -> None:
    workbook, publish = reading_of(arguments, texts).workbook, bool(arguments.publish)
    if arguments.json:
        from diskussion_tui.reports.compilation_values import values

        output.put_json(values(made.kept, made.of, workbook, texts, publish=publish))
        return
    form = next((one for one in _FORMS if getattr(arguments, one)), "")
    if form:
        from diskussion_tui.cli.kit.separated import put_rows
        from diskussion_tui.reports.compilation_values import HEAD, rows

        put_rows(HEAD, rows(made.kept, made.of, workbook, texts, publish=publish), form)
        return
    from diskussion_tui.reports.compilation_plain import plain

    for line in plain(made.kept, made.of, workbook, texts, output.columns(), publish=publish):
        output.put_row(line)
