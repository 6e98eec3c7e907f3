"""`diskussion report`: a discussion as files to hand out, in the formats that people use, beside it or in another folder.

The discussion is only read. A file that is there already and holds something else is let alone: the report then gets a number.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session
from diskussion_tui.cli.kit.installed import INSTALL
from diskussion_tui.cli.kit.opening import held_in, readable
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import workbook_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.reports.exporting import Export
    from diskussion_tui.reports.profile import Profile
    from diskussion_tui.texts.catalogue import Texts

_USUAL = ("pdf",)


def add(parser: Parser) -> None:
    """The discussion, the formats, for whom, and where to."""
    said = parser.words
    parser.argument("session", said.word_session, said.help_session)
    parser.option("--to", word=said.word_formats, help_text=said.help_formats)
    parser.option("--all", help_text=said.help_all_formats)
    parser.option("--profile", word=said.word_profile, help_text=said.help_profile)
    parser.option("--reason", word=said.word_text, help_text=said.help_reason)
    parser.option("--out", word=said.word_folder, help_text=said.help_out)


def run(arguments: Namespace, texts: Texts) -> int:
    """Write the report in each format; a row on stdout for each file."""
    from diskussion_tui.reports.exporting import made

    profile, wanted = _profile(arguments, texts), _formats(arguments, texts)
    path = find_session(arguments, texts)
    session = readable(path, lambda: held_in(path, arguments), texts)
    _must_be_clear(session, profile, arguments, texts)
    export = _export(session, profile, arguments, texts)
    folder = Path(arguments.out) if arguments.out else path.parent
    if "toml" in wanted and not (profile.names and _is_elsewhere(folder, path.parent)):
        if not arguments.all:
            raise Refused(texts.report.no_toml)
        wanted = [one for one in wanted if one != "toml"]
    for one in wanted:
        written = _put(folder, path, export, one, made(export, one))
        output.put_row(str(written))
    return DONE


def _is_elsewhere(folder: Path, home: Path) -> bool:
    """Whether a copy of a discussion can lie in a folder without being taken for one of its files."""
    return folder.absolute() != home.absolute()


def _formats(arguments: Namespace, texts: Texts) -> Sequence[str]:
    """The formats that are wanted; with `--all` those that can be made here, and a line for each that cannot."""
    from diskussion_tui.reports.exporting import FORMATS, is_ready

    if arguments.all:
        for one in FORMATS:
            if not is_ready(one):
                output.say(texts.report.left_out.format(format=one))
        return [one for one in FORMATS if is_ready(one)]
    given = [one.strip().lower().lstrip(".") for one in (arguments.to or ",".join(_USUAL)).split(",")]
    for one in given:
        if one not in FORMATS:
            said = texts.report.no_format
            raise Refused(said.format(given=clean_line(one), formats=", ".join(FORMATS)))
        if not is_ready(one):
            raise Refused(texts.report.missing.format(format=one, command=INSTALL))
    return list(dict.fromkeys(given))


def _profile(arguments: Namespace, texts: Texts) -> Profile:
    from diskussion_tui.reports.profile import INTERNAL, PROFILES

    given = arguments.profile or INTERNAL.id
    if given not in PROFILES:
        said = texts.report.no_profile
        raise Refused(said.format(given=clean_line(given), profiles=", ".join(PROFILES)))
    return PROFILES[given]


def _must_be_clear(session: Session, profile: Profile, arguments: Namespace, texts: Texts) -> None:
    """Nothing goes out to the public that seems to be personal data, unless somebody has said why it may."""
    if profile.names or arguments.reason:
        return
    from diskussion_tui.cli.kit.personal import excerpt, today
    from diskussion_tui.domain.language.personal import found_in
    from diskussion_tui.reports.profile import told

    shown = told(session, profile, texts.report.hidden_name)
    said = [text for note in (*shown.notes(), *shown.parked()) for text in (note.text, note.objection)]
    telling = [text for text in said if found_in(text, today())]
    if telling:
        rows = [f"  {excerpt(text, texts)}" for text in telling]
        raise Refused(texts.report.personal(len(telling)), rows=rows)


def _export(session: Session, profile: Profile, arguments: Namespace, texts: Texts) -> Export:
    from diskussion_tui.reports.exporting import Export
    from diskussion_tui.store.files.codec import Encoder

    try:
        workbook = workbook_of(arguments, texts)
    except Refused as refused:  # the session's own words carry it
        output.say(refused.sentence, refused.rows)
        workbook = None
    return Export(session, workbook, texts, lambda one: Encoder().file(one), profile)


def _put(folder: Path, path: Path, export: Export, wanted: str, data: bytes) -> Path:
    """A report as a file, called as the discussion's own file at `path` begins."""
    from diskussion_tui.store.session.report_file import put_report

    head = export.session.head
    named = (path.stem.partition("_")[0], head.name, head.date)
    return put_report(folder, named, f".{wanted}", data, source=path)
