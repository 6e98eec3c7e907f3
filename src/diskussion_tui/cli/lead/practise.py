"""`diskussion practise`: a made-up discussion to try everything on; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.lead.screens import lead, need_terminal

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """No arguments."""


def run(arguments: Namespace, texts: Texts) -> int:
    """Show the example."""
    need_terminal(texts)
    return lead(arguments, texts, practise=True)
