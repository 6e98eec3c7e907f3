"""`diskussion start NAME`: straight into the walk, whether the discussion is there already or begins now.

A facilitator types the same line before the evening and after a break, so the same name never makes a second file on
the same day. A discussion from another day is taken up only while it is a draft and the only one of its name. One that is
final is shown to be read: leading it on is a choice on its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.finding import library_of
from diskussion_tui.cli.kit.naming import create, name_in
from diskussion_tui.cli.kit.opening import told
from diskussion_tui.cli.kit.setting import folder_of, refuge_for, settings_of, workbook_of
from diskussion_tui.cli.lead.screens import lead, need_terminal
from diskussion_tui.domain.session.faults import Fault, UnreadableSessionError, must_belong

if TYPE_CHECKING:
    import datetime as dt
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.texts.catalogue import Texts

FINAL = "fastställd"


def add(parser: Parser) -> None:
    """The name, and whether the discussion is led at a prompt."""
    parser.argument("name", parser.words.word_name, parser.words.help_name)
    parser.option("--line", help_text=parser.words.help_line)


def run(arguments: Namespace, texts: Texts) -> int:
    """Find or begin the discussion, and open it."""
    if arguments.line:
        from diskussion_tui.cli.lead.prompt import lead_at_prompt

        return lead_at_prompt(
            arguments, texts, begun_or_found(arguments, name_in(arguments, "start", texts), texts)
        )
    need_terminal(texts)
    name = name_in(arguments, "start", texts)
    entry = _found(arguments, name, texts)
    if entry is None:
        return lead(arguments, texts, open_path=_begun(arguments, name, texts))
    with told(entry.path, texts):  # before the screens are there: the answer belongs in the shell
        _must_open(entry)
        if entry.state == FINAL:
            return lead(arguments, texts, open_path=entry.path, reads=True)
        must_belong(entry, workbook_of(arguments, texts))
    return lead(arguments, texts, open_path=entry.path)


def begun_or_found(arguments: Namespace, name: str, texts: Texts) -> Path:
    """The discussion of a name that is to go on, or a new one, on disk. Raises `Refused`."""
    entry = _found(arguments, name, texts)
    if entry is None:
        return _begun(arguments, name, texts)
    with told(entry.path, texts):
        _must_open(entry)
    return entry.path


def _found(arguments: Namespace, name: str, texts: Texts) -> Entry | None:
    from diskussion_tui.workshop import clock

    workbook = workbook_of(arguments, texts)
    named = library_of(arguments).those(lambda entry: entry.is_called(name))
    return meant(named, clock.local_now().date(), workbook.id)


def _begun(arguments: Namespace, name: str, texts: Texts) -> Path:
    folder, refuge, details = (
        folder_of(arguments),
        refuge_for(arguments),
        settings_of(arguments).settings.details,
    )
    return create(folder, name, workbook_of(arguments, texts), texts, refuge, details)


def _must_open(entry: Entry) -> None:
    if entry.fault not in {"", "newer"}:
        raise UnreadableSessionError(entry.path.name, (Fault(entry.fault),))


def meant(named: Sequence[Entry], today: dt.date, workbook: str) -> Entry | None:
    """Of the discussions of a name, newest first, the one to go on with; None where a new one should begin."""
    from_today = next((entry for entry in named if entry.date == today), None)
    if from_today:
        return from_today
    drafts = [entry for entry in named if entry.state == "utkast" and entry.workbook == workbook]
    return drafts[0] if len(drafts) == 1 else None
