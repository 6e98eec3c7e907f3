"""`diskussion compare`: discussions, or groups of them, side by side and question by question; two files of one word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import library_of
from diskussion_tui.cli.kit.querying import hint_fields, query_of, vocabulary
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import reading_of
from diskussion_tui.cli.kit.several import named_ones
from diskussion_tui.cli.kit.slow import said_if_slow

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.cli.kit.several import Named
    from diskussion_tui.domain.analysis.comparing import Side
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

_FEW = 5
"""Of groups so many rows of a list are shown: hundreds of discussions say thousands of things."""


def add(parser: Parser) -> None:
    """The discussions, the groups, `--json`."""
    said, words = parser.texts.comparing, parser.words
    parser.argument("given", said.word_sessions, said.help_sessions)
    parser.option("--group", word=parser.texts.query.word_query, help_text=said.help_group, counted=True)
    parser.option("--all", help_text=said.help_all_rows)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print what only one says, what several may say, counts, verdicts and hands."""
    from diskussion_tui.domain.analysis.comparing import FEWEST, MOST, compared, framed

    with said_if_slow(texts.comparing.comparing):
        sides, sessions = _sides(arguments, texts)
        if len(sides) < FEWEST:
            raise Refused(texts.comparing.two_needed)
        if len(sides) > MOST:
            raise Refused(texts.comparing.six_at_most)
        found = compared(sides, framed(sessions, reading_of(arguments, texts).workbook))
    if arguments.json:
        from diskussion_tui.reports.comparing import values

        output.put_json(values(found))
        return DONE
    from diskussion_tui.reports.comparing import plain

    shown = _FEW if arguments.group and not arguments.all else None
    output.put_text(plain(found, texts, output.columns(), shown))
    return DONE


def _sides(arguments: Namespace, texts: Texts) -> tuple[list[Side], list[Session]]:
    """What is held against each other, and all discussions that it was made of."""
    from diskussion_tui.domain.analysis.comparing import side_of

    named = named_ones(arguments.given or [], arguments, texts)
    files = _files(named, arguments)
    sides = [side_of(name, [session]) for name, session in files]
    sessions = [session for _name, session in files]
    if arguments.group:
        from diskussion_tui.workshop.groups import groups_of

        queries = [(query, query_of(query, vocabulary(arguments), texts)) for query in arguments.group]
        for group in groups_of(queries, library_of(arguments)):
            if not group.side.said:
                hint_fields(group.side.name, texts)
            sides.append(group.side)
            sessions += group.sessions
    return sides, sessions


def _files(named: list[Named], arguments: Namespace) -> list[tuple[str, Session]]:
    """The discussions by name; where one is meant twice, or is alone and has several files, those files by themselves."""
    from diskussion_tui.cli.kit.setting import places_of
    from diskussion_tui.workshop.looking_in import versions_of

    ids = [one.session.id for one in named]
    if len(set(ids)) < len(ids):
        each = [(one.path, versions_of(one.path, places_of(arguments))) for one in named]
        return [(path.name, files[0][1]) for path, files in each]
    if len(named) == 1 and not arguments.group:
        files = versions_of(named[0].path, places_of(arguments))
        return [(path.name, session) for path, session in files]
    names = [one.session.head.name for one in named]
    return [
        (f"{head.name} {head.date}" if names.count(head.name) > 1 else head.name, one.session)
        for one in named
        for head in [one.session.head]
    ]
