"""`diskussion handbok`: the handbook, which came with the program, in the browser. Nothing is fetched, and nothing asked of the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.content.source import handbook
from diskussion_tui.workshop.showing import show

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """Whether it is to be opened."""
    parser.option("--print-path", help_text=parser.words.help_print_path)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print where it lies, and open it."""
    first = handbook()
    if not first.is_file():
        raise Refused(texts.cli.no_handbook.format(file=first), WRONG)
    output.put_row(str(first))
    if arguments.print_path:
        return DONE
    try:
        opened = show(first)
    except OSError:
        opened = False
    if not opened:
        output.say(texts.cli.handbook_unopened)
    return DONE
