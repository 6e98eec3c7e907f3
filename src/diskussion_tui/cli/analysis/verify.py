"""`diskussion verify`: counts a compilation anew from the files, and says *the same*, or what has moved. It writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.compilations import compilations_in, refusing
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import reading_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The name, and `--json`."""
    parser.argument("name", parser.words.word_name, parser.words.help_compilation, many=False)
    parser.option("--json", help_text=parser.words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Say whether it is the same."""
    name = clean_line(arguments.name or "")
    if not name:
        raise Refused(texts.compiling.name_needed)
    with refusing(name, texts):
        made = compilations_in(arguments, texts).verify(name)
    from diskussion_tui.reports.compilation_moved import moved_rows, moved_values

    code = DONE if made.moved.same and not any(made.missing) else WRONG
    if arguments.json:
        output.put_json(moved_values(made.kept, made.of, made.moved, made.missing))
        return code
    for row in moved_rows(
        made.kept, made.of, made.moved, made.missing, reading_of(arguments, texts).workbook, texts
    ):
        output.put_row(row)
    return code
