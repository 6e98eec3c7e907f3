"""`diskussion key-in [SCAN]`: a form that came back on paper, typed in at the prompt, and the scan of it kept beside.

Who, where and when is asked once. A scan tells which discussion it was typed in as, so that the same command goes on with it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.changing import number_in
from diskussion_tui.cli.kit.finding import library_of
from diskussion_tui.cli.kit.naming import MAX_NAME, create
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import folder_of, places_of, refuge_for, workbook_of
from diskussion_tui.cli.lead.prompt import ears, ended_kindly, heard, lead_at_prompt, speech
from diskussion_tui.domain.session.changes import MAX_PARTICIPANTS
from diskussion_tui.domain.workbook.form import DETAILS
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts

T = TypeVar("T")
_Scan = tuple[str, bytes]


def add(parser: Parser) -> None:
    """The scans of the paper, where there are any."""
    parser.argument("files", parser.words.word_file, parser.words.help_scans)


def run(arguments: Namespace, texts: Texts) -> int:
    """Ask who, where and when, unless the scan was begun with before; then box after box."""
    scans = [_read(expanded(Path(one)), texts) for one in arguments.files or ()]
    path = _begun_with(arguments, scans) or _asked_for(arguments, texts)
    if path is None:
        return DONE
    _keep(places_of(arguments).home_of(path).folder, path, scans, texts)
    return lead_at_prompt(arguments, texts, path, keyed=True)


def _read(path: Path, texts: Texts) -> _Scan:
    from diskussion_tui.intake.pdf import MAX_BYTES
    from diskussion_tui.store.files.ground import ShutError, read_whole

    try:
        return path.name, read_whole(path, most=MAX_BYTES)
    except ShutError as error:
        sort = ("too_large", "file") if error.code == "too_large" else ("unreadable", error.code)
        why = texts.intake.why(*sort, {})
    except OSError as error:
        why = texts.reasons.of_error(error)
    raise Refused(texts.cli.scan_unread.format(file=path, why=why), WRONG)


def _begun_with(arguments: Namespace, scans: list[_Scan]) -> Path | None:
    """The discussion that one of the scans was typed in as before, or None."""
    from diskussion_tui.store.session.arriving import sessions_of

    folders = places_of(arguments).folders
    known = {session for folder in folders for scan in scans for session in sessions_of(folder, *scan)}
    entries = library_of(arguments).those(lambda entry: not entry.fault) if known else ()
    return next((entry.path for entry in entries if entry.id in known), None)


def _keep(folder: Path, path: Path, scans: list[_Scan], texts: Texts) -> None:
    from diskussion_tui.store.session.arriving import keep_original, sessions_of
    from diskussion_tui.store.session.reading import read_session

    try:
        session = read_session(path).session.id if scans else ""
        for scan in scans:
            if session not in sessions_of(folder, *scan):
                keep_original(folder, session, *scan)
    except OSError as error:
        raise Refused(texts.cli.scan_not_kept.format(why=texts.reasons.of_error(error)), WRONG) from None


# ---- who, where and when ---------------------------------------------------------------------------------------------


def _asked_for(arguments: Namespace, texts: Texts) -> Path | None:
    """The discussion of the group and day that are typed, begun if it is not there; None where somebody stops."""
    from diskussion_tui.intake.called import day_in
    from diskussion_tui.workshop import clock

    said, today = texts.terms, clock.local_now().date()
    with ended_kindly():
        ask = partial(_ask, partial(heard, ears()), speech().say)
        speech().say(texts.line.who_and_when)
        name = ask(texts.line.name, lambda typed: typed[:MAX_NAME] or None, texts.line.name_needed)
        day = name and ask(
            f"{said.date} ({today})", lambda typed: day_in(typed) if typed else today, texts.line.day_needed
        )
        if not name or not day:
            return None
        found = (entry for entry in library_of(arguments).those(lambda entry: entry.is_called(name)))
        if known := next((entry.path for entry in found if entry.date == day and not entry.fault), None):
            return known
        details = {}
        for field in DETAILS[2:]:
            label = getattr(said, field)
            read = _number if field == "participants" else lambda typed: typed[:MAX_NAME]
            given = ask(label, read, texts.line.number_needed)
            if given is None:
                return None
            details[field] = given
    told = {"date": day} | {field: value for field, value in details.items() if value}
    return create(
        folder_of(arguments), name, workbook_of(arguments, texts), texts, refuge_for(arguments), told
    )


def _number(typed: str) -> int | None:
    return number_in(typed or "0", 0, MAX_PARTICIPANTS)


def _ask(
    hear: Callable[[str], str | None],
    say: Callable[[str], None],
    label: str,
    read: Callable[[str], T | None],
    again: str,
) -> T | None:
    """What is typed, as `read` understands it; asked for again where it does not. None at the end of all lines."""
    while (typed := hear(f"{label}: ")) is not None:
        if (value := read(clean_line(typed))) is not None:
            return value
        say(again)
    return None
