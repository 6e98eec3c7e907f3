"""A change to a discussion from the shell: made, on disk when it is told, and said in words where it cannot be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.cli import output
from diskussion_tui.cli.finding import find_session, must_belong
from diskussion_tui.cli.history import note_meant
from diskussion_tui.cli.opening import readable
from diskussion_tui.cli.refusal import WRONG, Refused
from diskussion_tui.cli.setting import folder_of, refuge_for, workbook_of
from diskussion_tui.domain.changes import FinalError, TooLongError
from diskussion_tui.domain.text import MAX_NOTE, clean_line
from diskussion_tui.store.paths import at_home

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable

    from diskussion_tui.domain.records import Note
    from diskussion_tui.domain.session import Change, Session
    from diskussion_tui.domain.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


def begun(arguments: Namespace, texts: Texts) -> tuple[Session, Workbook]:
    """The discussion that is to be changed, as it is now, and its workbook. Raises `Refused`."""
    refuge = refuge_for(arguments)
    path = find_session(arguments.session or "", folder_of(arguments), texts, refuge)
    workbook = workbook_of(arguments, texts)
    session = readable(path, texts, refuge)
    must_belong(session.head, workbook, texts)
    return session, workbook


def standing_notes(given: Iterable[str], session: Session, texts: Texts) -> list[Note]:
    """The notes that are meant, each once. Raises `Refused` where one is withdrawn, removed or part of another."""
    found: dict[str, Note] = {}
    for one in given:
        note = session.note(note_meant(clean_line(one), session, texts))
        if note is None or note.gone or note.merged_into:
            raise Refused(texts.merging.not_standing.format(given=clean_line(one)))
        found[note.id] = note
    return list(found.values())


def carried_out(
    arguments: Namespace, workbook: Workbook, make: Callable[[Workshop], Change | None], texts: Texts
) -> Change | None:
    """Make a change and return it once it is on disk. Raises `Refused` where it is not."""
    from diskussion_tui.workshop.workshop import ReadOnlyError, Workshop  # noqa: PLC0415 - brings pydantic

    said, refuge = texts.cli, refuge_for(arguments)
    path = find_session(arguments.session or "", folder_of(arguments), texts, refuge)
    workshop = Workshop.open(at_home(path, folder_of(arguments), refuge), workbook, refuge=refuge)
    why = later = ""
    try:
        change = make(workshop)
        why = workshop.flush()
    except FinalError:
        name = workshop.session.head.name
        raise Refused(texts.merging.final.format(name=name), WRONG) from None
    except ReadOnlyError:
        reason = said.newer.format(file=workshop.path)
        if workshop.read_only != "newer":
            reason = texts.merging.not_saved.format(why=texts.reasons.of(workshop.read_only))
        raise Refused(reason, WRONG) from None
    except TooLongError as error:
        length, most = said.grouped(error.length), said.grouped(MAX_NOTE)
        raise Refused(said.too_long.format(length=length, most=most), WRONG) from None
    finally:
        later = workshop.close()
    if why and later:  # closing tries once more
        raise Refused(texts.merging.not_saved.format(why=texts.reasons.of(later)), WRONG)
    if later:
        output.say(said.untidy.format(file=workshop.path, why=texts.reasons.of(later)))
    if workshop.refuge:
        output.say(said.elsewhere.format(folder=workshop.refuge))
    return change
