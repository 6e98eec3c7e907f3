"""`diskussion conclude`: a conclusion, an action or a message to pass on, from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, clean_note, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing
from diskussion_tui.cli.kit.finding import note_meant
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.setting import workbook_of

if TYPE_CHECKING:
    import datetime as dt
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.records import ConclusionKind
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, the words by their sort, and what they carry."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session)
    parser.option("--conclusion", word=words.word_text, help_text=words.help_conclusion)
    parser.option("--action", word=words.word_text, help_text=words.help_action)
    parser.option("--message", word=words.word_text, help_text=words.help_message)
    parser.option("--section", word=words.word_section, help_text=words.help_about)
    parser.option("--notes", word=words.word_notes, help_text=words.help_from_notes)
    parser.option("--owner", word=words.word_owner, help_text=words.help_owner)
    parser.option("--due", word=words.word_due, help_text=words.help_due)


def run(arguments: Namespace, texts: Texts) -> int:
    """Write it down and print its id."""
    from diskussion_tui.domain.session.conclusions import Read, conclude, read

    kind, text = _said(arguments, texts)
    workbook = workbook_of(arguments, texts)
    section = _section(arguments.section or "", workbook, texts)

    with changing(arguments, texts) as workshop:
        today = workshop.now().date()
        found = read(text, kind, (), today)
        if found.no_date and not arguments.due:
            raise Refused(texts.cli.no_such_date.format(given=found.no_date))
        due = _day(arguments.due, today, texts) if arguments.due else found.due
        said = Read(section, text, clean_line(arguments.owner or "") or found.owner, due)
        notes = _notes(arguments.notes or "", workshop.session, texts)
        change = workshop.do(conclude, workshop.ids.new(), kind, said, notes)
    if change:
        output.put_row(change.versions[0].id)
    return DONE


def _said(arguments: Namespace, texts: Texts) -> tuple[ConclusionKind, str]:
    """The sort and the words. Raises `Refused` unless there is one of them, and an owner or a day only with an action."""
    sorts: dict[ConclusionKind, str | None] = {
        "slutsats": arguments.conclusion,
        "åtgärd": arguments.action,
        "medskick": arguments.message,
    }
    given = [(kind, text) for kind, text in sorts.items() if text is not None]
    if len(given) != 1:
        raise Refused(texts.cli.one_sort)
    kind, text = given[0]
    if not clean_note(text):
        raise Refused(texts.cli.nothing_said)
    if kind != "åtgärd" and (arguments.owner or arguments.due):
        raise Refused(texts.cli.only_actions)
    return kind, text


def _section(given: str, workbook: Workbook, texts: Texts) -> str:
    """The id of the section meant, empty for the whole. Raises `Refused`."""
    ids = [section.id for section in workbook.sections]
    found = next((one for one in ids if folded(one) == folded(given.strip())), "")
    if given.strip() and not found:
        raise Refused(texts.cli.no_such_section.format(given=clean_line(given), ids=", ".join(ids)))
    return found


def _day(given: str, today: dt.date, texts: Texts) -> dt.date:
    """The day meant by `2026-12-01`, `1/12` or `1 december`. Raises `Refused`."""
    from diskussion_tui.domain.language.due import due_in

    day = due_in(f"senast {given.strip()}", today)
    if day is None:
        raise Refused(texts.cli.no_such_day.format(given=clean_line(given)))
    return day


def _notes(given: str, session: Session, texts: Texts) -> list[str]:
    """The ids of the notes meant, parted by commas. Raises `Refused`."""
    return [note_meant(one, session, texts) for one in map(clean_line, given.split(",")) if one]
