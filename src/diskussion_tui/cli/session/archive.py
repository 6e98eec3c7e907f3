"""`diskussion archive`: a discussion as a package for the archive, and packages held against what they were when they were made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.beside import folder_beside, tell_of_refuge
from diskussion_tui.cli.kit.finding import find_session, must_be_there
from diskussion_tui.cli.kit.opening import held_in, readable, told
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import home_of, look_of, workbook_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.formats.bag import Checked
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, who answers for it, whether its history is in it, where to; or a package to check."""
    said = parser.words
    parser.argument("session", said.word_session, said.help_session)
    parser.option("--responsible", word=said.word_text, help_text=said.help_responsible)
    parser.option("--history", help_text=said.help_archive_history)
    parser.option("--out", word=said.word_folder, help_text=said.help_out)
    parser.option("--verify", word=said.word_package, help_text=said.help_verify_package)


def run(arguments: Namespace, texts: Texts) -> int:
    """Write the package and print its path, or check one."""
    if arguments.verify is not None:
        if arguments.session:
            raise Refused(texts.archive.one_of_them)
        return _verify(Path(arguments.verify), texts)
    return _write(arguments, texts)


def _write(arguments: Namespace, texts: Texts) -> int:
    from diskussion_tui.reports.formats.typesetting import RefusedPdfError
    from diskussion_tui.reports.profile import INTERNAL
    from diskussion_tui.workshop.archiving import write_package
    from diskussion_tui.workshop.report import Source, export_of

    path = find_session(arguments, texts)
    session = readable(path, lambda: held_in(path, arguments), texts)
    said, head = texts.archive, session.head
    originals = _originals(session, path, arguments, texts) if arguments.history else {}
    for field, label in (
        ("registry_number", texts.terms.registry_number),
        ("retention", texts.terms.retention),
    ):
        if not getattr(head, field):
            output.say(said.lacks.format(label=label))
    if not session.final:
        output.say(said.is_draft)
    source = Source(session, _workbook(arguments, texts), path, folder_beside(path, arguments))
    export = export_of(source, texts, INTERNAL, look_of(arguments, texts), history=bool(arguments.history))
    responsible = clean_line(arguments.responsible or "") or head.unit or head.facilitator
    try:
        written = write_package(source, export, responsible, originals)
    except RefusedPdfError as error:
        raise Refused(texts.report.refused.format(format="pdf", why=clean_line(error.why)), WRONG) from None
    output.put_row(str(written))
    tell_of_refuge(path, arguments, texts)
    return DONE


def _originals(session: Session, path: Path, arguments: Namespace, texts: Texts) -> dict[str, bytes]:
    """The discussion's own files; those that still hold what was removed for good stay out, and are named."""
    from diskussion_tui.workshop.archiving import originals_of

    with told(path, texts):
        found = originals_of(session, path, *home_of(path, arguments))
    if found.unclean:
        rows = [f"  {clean_line(str(one))}" for one in found.unclean]
        output.say(texts.archive.unclean(len(rows)), rows)
    return found.files


def _workbook(arguments: Namespace, texts: Texts) -> Workbook | None:
    try:
        return workbook_of(arguments, texts)
    except Refused as refused:  # the session's own words carry it
        output.say(refused.sentence, refused.rows)
        return None


def _verify(path: Path, texts: Texts) -> int:
    """A row for each file of a package with its hash; on stderr what is not as it was packed."""
    from diskussion_tui.workshop.archiving import check_package

    found, session = check_package(must_be_there(path, texts))
    for file, digest in sorted(found.hashes.items()):
        output.put_row(f"{digest}  {file}")
    wrong = _rows(found, texts)
    if not wrong and session is None:
        wrong = [f"  {texts.archive.unreadable}"]
    if wrong:
        output.say(texts.archive.wrong.format(file=clean_line(str(path))), wrong)
        return WRONG
    said = texts.archive
    name, notes = (session.head.name, texts.terms.notes(len(session.notes()))) if session else ("", "")
    output.say(said.right.format(files=len(found.hashes), name=clean_line(name), notes=notes))
    return DONE


def _rows(found: Checked, texts: Texts) -> list[str]:
    faults = dict(texts.archive.faults)
    return [
        f"  {clean_line(one.file)}: {faults[one.fault]}" if one.file else f"  {faults[one.fault]}"
        for one in found.problems
    ]
