"""`diskussion` without a command: the first screen, with the past discussions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """No arguments of its own; its help lists the commands."""
    from diskussion_tui.cli.kit.commands import COMMANDS

    parser.commands = COMMANDS


def run(arguments: Namespace, texts: Texts) -> int:
    """Show the first screen."""
    from diskussion_tui.cli.lead.screens import lead, need_terminal

    need_terminal(texts)
    return lead(arguments, texts)
