"""`diskussion report`: a discussion as files to hand out, in the formats that people use, beside it or in another folder.

The discussion is only read. A file that is there already and holds something else is let alone: the report then gets a number.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.beside import folder_beside, tell_of_refuge
from diskussion_tui.cli.kit.finding import find_session
from diskussion_tui.cli.kit.installed import INSTALL
from diskussion_tui.cli.kit.opening import held_in, readable
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import look_of, workbook_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts

_USUAL = ("pdf",)
TOLD_AFTER = 1.0
"""Seconds after which it is said which report is being written."""


def add(parser: Parser) -> None:
    """The discussion, the formats, for whom, where to, and what to show of it."""
    said = parser.words
    parser.argument("session", said.word_session, said.help_session)
    parser.option("--to", word=said.word_formats, help_text=said.help_formats)
    parser.option("--all", help_text=said.help_all_formats)
    parser.option("--profile", word=said.word_profile, help_text=said.help_profile)
    parser.option("--reason", word=said.word_text, help_text=said.help_reason)
    parser.option("--history", help_text=said.help_with_history)
    parser.option("--out", word=said.word_folder, help_text=said.help_out)
    parser.option("--open", help_text=said.help_open)


def run(arguments: Namespace, texts: Texts) -> int:
    """Write the report in each format; a row on stdout for each file."""
    from diskussion_tui.reports.formats.typesetting import RefusedPdfError
    from diskussion_tui.workshop.report import Source, export_of, write_report

    profile, wanted = _profile(arguments, texts), _formats(arguments, texts)
    path = find_session(arguments, texts)
    session = readable(path, lambda: held_in(path, arguments), texts)
    wanted = _with_days(wanted, session, arguments, texts)
    reason = _reason(session, profile, arguments, texts)
    wanted = _told_why(wanted, reason, arguments, texts)
    folder = folder_beside(path, arguments)
    if "toml" in wanted and not (profile.names and _is_elsewhere(folder, path.parent)):
        if not arguments.all:
            raise Refused(texts.report.no_toml)
        wanted = [one for one in wanted if one != "toml"]
    source = Source(session, _workbook(arguments, texts), path, folder)
    export = export_of(
        source, texts, profile, look_of(arguments, texts), history=bool(arguments.history), reason=reason
    )
    written, code = [], DONE
    for one in wanted:
        try:
            with _told_if_slow(texts.report.writing_one.format(format=one)):
                written.append(write_report(source, export, one))
        except RefusedPdfError as error:
            output.say(texts.report.refused.format(format=one, why=clean_line(error.why)))
            code = WRONG
        else:
            output.put_row(str(written[-1]))
    if written:
        tell_of_refuge(path, arguments, texts)
    if arguments.open and written:
        _open(written, texts)
    return code


@contextmanager
def _told_if_slow(sentence: str) -> Iterator[None]:
    """Say what is being done where it takes its time."""
    timer = threading.Timer(TOLD_AFTER, output.say, (sentence,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _open(written: Sequence[Path], texts: Texts) -> None:
    """Show the report where it is one, else the folder of them all."""
    from diskussion_tui.workshop.showing import show

    first = written[0]
    if not show(first if len(written) == 1 else first.parent):
        output.say(texts.report.no_opener)


def _is_elsewhere(folder: Path, home: Path) -> bool:
    """Whether a copy of a discussion can lie in a folder without being taken for one of its files."""
    return folder.absolute() != home.absolute()


def _formats(arguments: Namespace, texts: Texts) -> Sequence[str]:
    """The formats that are wanted; with `--all` those that can be made here, and a line for each that cannot."""
    from diskussion_tui.reports.exporting import CALENDAR, FORMATS, is_ready

    formats = (*FORMATS, CALENDAR)
    if arguments.all:
        for one in formats:
            if not is_ready(one):
                output.say(texts.report.left_out.format(format=one))
        return [one for one in formats if is_ready(one)]
    given = [one.strip().lower().lstrip(".") for one in (arguments.to or ",".join(_USUAL)).split(",")]
    for one in given:
        if one not in formats:
            said = texts.report.no_format
            raise Refused(said.format(given=clean_line(one), formats=", ".join(formats)))
        if not is_ready(one):
            raise Refused(texts.report.missing.format(format=one, command=INSTALL))
    return list(dict.fromkeys(given))


def _with_days(wanted: Sequence[str], session: Session, arguments: Namespace, texts: Texts) -> Sequence[str]:
    """The formats without the calendar where there is nothing to put into it; asked for by its name, that is refused."""
    from diskussion_tui.reports.exporting import CALENDAR

    if CALENDAR not in wanted:
        return wanted
    from diskussion_tui.reports.appointments import has_days

    if has_days(session):
        return wanted
    if not arguments.all:
        raise Refused(texts.report.no_days)
    return [one for one in wanted if one != CALENDAR]


def _profile(arguments: Namespace, texts: Texts) -> Profile:
    from diskussion_tui.reports.profile import INTERNAL, PROFILES

    given = arguments.profile or INTERNAL.id
    if given not in PROFILES:
        said = texts.report.no_profile
        raise Refused(said.format(given=clean_line(given), profiles=", ".join(PROFILES)))
    return PROFILES[given]


def _reason(session: Session, profile: Profile, arguments: Namespace, texts: Texts) -> str:
    """Why what seems to be personal data goes out to the public, empty where there is none. Nothing does without a reason."""
    if profile.names:
        return ""
    from diskussion_tui.cli.kit.personal import excerpt, today
    from diskussion_tui.reports.profile import personal_in

    telling = personal_in(session, profile, texts.report.hidden_name, today())
    if telling and not clean_line(arguments.reason or ""):
        rows = [f"  {excerpt(text, texts)}" for text in telling]
        raise Refused(texts.report.personal(len(telling)), rows=rows)
    return clean_line(arguments.reason or "") if telling else ""


def _told_why(wanted: Sequence[str], reason: str, arguments: Namespace, texts: Texts) -> Sequence[str]:
    """The formats in which a reason can stand, where there is one; one without, asked for by its name, is refused."""
    from diskussion_tui.reports.exporting import WORDLESS

    lacking = [one for one in wanted if reason and one in WORDLESS]
    for one in lacking:
        sentence = texts.report.no_room_for_reason.format(format=one)
        if not arguments.all:
            raise Refused(sentence)
        output.say(sentence)
    return [one for one in wanted if one not in lacking]


def _workbook(arguments: Namespace, texts: Texts) -> Workbook | None:
    try:
        return workbook_of(arguments, texts)
    except Refused as refused:  # the session's own words carry it
        output.say(refused.sentence, refused.rows)
        return None
