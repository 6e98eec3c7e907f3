"""`diskussion practise`: a made-up discussion to try everything on; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.setting import folder_of
from diskussion_tui.cli.lead.screens import lead, need_terminal
from diskussion_tui.content.source import example_folder

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """Whether to practise at a prompt."""
    parser.option("--line", help_text=parser.words.help_line)


def run(arguments: Namespace, texts: Texts) -> int:
    """Show the example, or lead it at a prompt; nothing of it is kept."""
    if not arguments.line:
        need_terminal(texts)
        return lead(arguments, texts, practise=True)
    from diskussion_tui.cli.lead.prompt import lead_at_prompt
    from diskussion_tui.workshop.practice import copy_for_practice, end_practice

    copy = copy_for_practice(example_folder(), folder_of(arguments))
    try:
        return lead_at_prompt(arguments, texts, copy, practising=True)
    finally:
        end_practice(copy)
