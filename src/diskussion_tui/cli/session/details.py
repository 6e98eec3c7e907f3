"""`diskussion details`: what a discussion says of itself, shown or set: who, where, and what a registrar notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import details, output
from diskussion_tui.cli.kit.changing import changing
from diskussion_tui.cli.kit.naming import name_in
from diskussion_tui.cli.kit.opening import read
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.domain.session.changes import set_details
from diskussion_tui.reports.fields import details_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, its name and an option for each detail."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.option("--name", word=words.word_name, help_text=words.help_name)
    details.declare(parser)


def run(arguments: Namespace, texts: Texts) -> int:
    """Set what was given; then, or where nothing was, show what the discussion says of itself."""
    given = details.given_in(arguments, texts)
    if arguments.name is not None:
        arguments.name = [arguments.name]
        given["name"] = name_in(arguments, "details", texts)
    if given:
        with changing(arguments, texts) as workshop:
            workshop.do(set_details, given)
            head = workshop.session.head
    else:
        head = read(arguments, texts).head
    output.put_row(clean_line(head.name))
    for label, value in details_of(head, texts):
        output.put_row(f"{label}: {value}")
    return DONE
