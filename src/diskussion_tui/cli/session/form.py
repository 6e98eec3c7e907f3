"""`diskussion form`: the workbook as a PDF to fill in where nobody leads on a screen, blank or with what a group has said already.

A form is in the language of its workbook, whatever language the shell speaks: others read it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session
from diskussion_tui.cli.kit.opening import held_in, readable
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import folder_of, workbook_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """What is in it already, and whether it is for pens."""
    said = parser.words
    parser.option("--prefilled", word=said.word_session, help_text=said.help_prefilled)
    parser.option("--print", help_text=said.help_print)
    parser.option("--out", word=said.word_folder, help_text=said.help_out_form)


def run(arguments: Namespace, texts: Texts) -> int:
    """Write the form, and its path on stdout."""
    from diskussion_tui.cli.kit.installed import must_be_installed

    must_be_installed(texts.form.missing, "typst", "pypdf")
    typed = not arguments.print
    if arguments.prefilled and not typed:
        raise Refused(texts.form.one_of_them)
    workbook = workbook_of(arguments, texts)
    path, session = _said(arguments, texts, workbook) if arguments.prefilled else (None, None)
    if session:
        output.say(texts.form.not_carried)
    written = _put(arguments, workbook, session, path)
    output.put_row(str(written))
    return DONE


def _said(arguments: Namespace, texts: Texts, workbook: Workbook) -> tuple[Path, Session]:
    """The discussion that the form begins with, and its file."""
    arguments.session = [arguments.prefilled]
    path = find_session(arguments, texts)
    return path, readable(path, lambda: held_in(path, arguments), texts, workbook)


def _put(arguments: Namespace, workbook: Workbook, session: Session | None, source: Path | None) -> Path:
    from diskussion_tui.reports.form import form
    from diskussion_tui.reports.formats.form_pdf import form_pdf
    from diskussion_tui.store.files.paths import stems
    from diskussion_tui.store.session.report_file import put_called
    from diskussion_tui.texts import words

    spoken = words(workbook.language)
    typed = not arguments.print
    data = form_pdf(form(workbook, spoken, session, typed=typed))
    folder = Path(arguments.out) if arguments.out else folder_of(arguments)
    called = (session.head.name, session.head.date.isoformat()) if session else ()
    last = spoken.form.file_typed if typed else spoken.form.file_written
    return put_called(folder, stems(workbook.file_prefix, *called, last), ".pdf", data, source=source)
