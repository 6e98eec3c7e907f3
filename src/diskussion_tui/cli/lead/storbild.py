"""`diskussion storbild [SESSION]`: a window for the room, which follows whoever leads and writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.finding import find_session
from diskussion_tui.cli.kit.opening import held_in, readable
from diskussion_tui.cli.kit.setting import workbook_of
from diskussion_tui.cli.lead.screens import lead, need_terminal

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, if it is not the one that is being led."""
    parser.argument("session", parser.words.word_session, parser.words.help_session)


def run(arguments: Namespace, texts: Texts) -> int:
    """Follow the discussion that was named, or the one that is being led, until the window is closed."""
    need_terminal(texts)
    workbook = workbook_of(arguments, texts)
    path = None
    if arguments.session:
        path = find_session(arguments, texts)
        readable(
            path, lambda: held_in(path, arguments), texts, workbook
        )  # what is wrong is said in the shell
    return lead(arguments, texts, follows=(path,))
