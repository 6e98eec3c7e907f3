"""`diskussion check`: what is wrong with a workbook, a row a problem, for whoever writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.checking import add_checking, check

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The files, and how they are checked."""
    parser.argument("files", parser.words.word_file, parser.words.help_files)
    add_checking(parser)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the problems of every file."""
    return check(arguments.files, arguments, texts)
