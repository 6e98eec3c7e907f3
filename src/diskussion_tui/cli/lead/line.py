"""`diskussion line [DISCUSSION]`: a discussion led at a prompt, in lines of text, for screen readers and slow or dumb terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.finding import find_session, library_of
from diskussion_tui.cli.kit.naming import name_in
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.lead.prompt import ears, ended_kindly, heard, lead_at_prompt, speech
from diskussion_tui.cli.lead.start import begun_or_found

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.texts.catalogue import Texts

MOST = 10
"""So many discussions are read out to choose from, the latest first."""


def add(parser: Parser) -> None:
    """The discussion, unless it is to be asked for."""
    parser.argument("session", parser.words.word_session, parser.words.help_session)


def run(arguments: Namespace, texts: Texts) -> int:
    """Lead the discussion that was named, or that somebody chooses."""
    path = find_session(arguments, texts) if arguments.session else _chosen(arguments, texts)
    return lead_at_prompt(arguments, texts, path) if path else DONE


def _chosen(arguments: Namespace, texts: Texts) -> Path | None:
    """The discussion whose number or name is typed; None where nothing is. Raises `Refused` as `start` does."""
    said, speak, hear = texts.line, speech(), ears()
    entries = list(library_of(arguments).those(lambda entry: not entry.fault))[:MOST]
    speak.say(said.which.format(number=len(entries)) if entries else said.which_none)
    for number, entry in enumerate(entries, 1):
        speak.say(f"{number}, {_told(entry, texts)}")
    with ended_kindly():
        while (typed := heard(hear, said.which_prompt)) is not None:
            wanted = clean_line(typed)
            if wanted.isascii() and wanted.isdigit():
                if 1 <= int(wanted[:6]) <= len(entries):
                    return entries[int(wanted) - 1].path
                speak.say(said.no_such_discussion)
            elif wanted:
                return _named(arguments, [wanted], texts)
    return None


def _named(arguments: Namespace, name: Sequence[str], texts: Texts) -> Path:
    arguments.name = name
    return begun_or_found(arguments, name_in(arguments, "line", texts), texts)


def _told(entry: Entry, texts: Texts) -> str:
    state = texts.terms.final if entry.state == "fastställd" else texts.terms.draft
    day = entry.date.isoformat() if entry.date else ""
    return ", ".join(filter(None, (clean_line(entry.name), day, state, texts.terms.notes(entry.notes))))
