"""Handing a discussion out as a report, from whatever screen has it: what it carries is said before, where it lies afterwards.

A story: it asks in which format and for whom, writes beside the screen, tells how far that has come where it takes its time, and
offers to open what it wrote.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.text import clean_line
from diskussion_tui.reports.exporting import CALENDAR, WORDLESS, is_ready
from diskussion_tui.reports.profile import INTERNAL, PUBLIC, carried, personal_in
from diskussion_tui.tui import patience
from diskussion_tui.tui.dialogs.chooser import Choice
from diskussion_tui.tui.dialogs.handing import Handing
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.workshop.report import Written, export_of, formats_beside, write_reports
from diskussion_tui.workshop.showing import show

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.reports.exporting import Export
    from diskussion_tui.reports.profile import Carried
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.base_screen import BaseScreen
    from diskussion_tui.tui.environment import Problem
    from diskussion_tui.tui.toolkit.beside import Task
    from diskussion_tui.workshop.report import Source

_OFFERED = ("pdf", "docx", "xlsx", "html", "every")
_INTERNAL, _PUBLIC, _WHOLE = "internt.", "publikt.", "historik."
_MOST_NAMES = 6
"""So many names are told one by one; of more it is told how many."""
OPEN, FOLDER, ENOUGH = "open", "folder", "enough"


async def hand_out(screen: BaseScreen, source: Source, today: dt.date) -> None:
    """Ask what is wanted, write it, say where it is. Nothing of the discussion changes."""
    said, found = screen.words.handover, carried(source.session)
    dialog = Handing(
        said.hand_out,
        _choices(source.session, screen.words),
        partial(_explained, found, screen.words),
        screen.words,
    )
    chosen = await screen.ask(dialog)
    if not chosen:
        return
    for_whom, _, wanted = chosen.partition(".")
    profile = PUBLIC if f"{for_whom}." == _PUBLIC else INTERNAL
    reason = ""
    if profile is PUBLIC:
        reason = await _reason(screen, source, today)
        if reason is None:
            return
    export = export_of(source, screen.words, profile, history=f"{for_whom}." == _WHOLE, reason=reason)
    formats = formats_beside(source.session) if wanted == "every" else (wanted,)
    formats = tuple(one for one in formats if not (reason and one in WORDLESS))

    def told(sentence: str) -> None:
        screen.read(said.hand_out, lambda width: text_rows(sentence, width), "")

    if files := await written(screen, source, export, formats, told):
        await offer_to_open(screen, files)


def _choices(session: Session, words: Texts) -> list[Choice]:
    said = words.handover
    names = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "html": said.web_page, "every": said.every_format}
    names[CALENDAR] = said.calendar
    ready = [one for one in _OFFERED if one == "every" or is_ready(one)]
    days = [CALENDAR] if CALENDAR in formats_beside(session) else []
    whole = [Choice(f"{_WHOLE}pdf", names["pdf"], said.whole, titled=True)] if is_ready("pdf") else []
    return [
        *(Choice(f"{_INTERNAL}{one}", names[one], said.internal, titled=True) for one in (*ready, *days)),
        *(Choice(f"{_PUBLIC}{one}", names[one], said.public, titled=True) for one in ready),
        *whole,
    ]


def _explained(found: Carried, words: Texts, chosen: str) -> str:
    """What goes out with a choice."""
    return " ".join(_sentences(found, words, chosen))


def _sentences(found: Carried, words: Texts, chosen: str) -> Iterator[str]:
    said = words.handover
    if chosen.endswith(f".{CALENDAR}"):
        yield said.calendar_explained
    old = {"withdrawn": found.withdrawn, "reworded": found.reworded}
    if chosen.startswith(_PUBLIC):
        yield said.without_names.format(n=PUBLIC.fewest)
        return
    yield told_names(found.names, words)
    within = chosen.endswith(("pdf", "every"))
    if within:
        yield said.with_file
    if found.withdrawn or found.reworded:
        yield (said.with_history if chosen.startswith(_WHOLE) else said.without_history).format(**old)


def told_names(names: Sequence[str], words: Texts) -> str:
    """Whose names go out: one by one, or how many where they are many."""
    said = words.handover
    shown = ", ".join(map(clean_line, names)) if len(names) <= _MOST_NAMES else str(len(names))
    return said.with_names.format(names=shown) if names else said.no_names


async def _reason(screen: BaseScreen, source: Source, today: dt.date) -> str | None:
    """Why what seems to be personal data is published, empty where there is none; None where it is not to be."""
    telling = personal_in(source.session, PUBLIC, screen.words.report.hidden_name, today)
    return await reason_for(screen, len(telling))


async def reason_for(screen: BaseScreen, telling: int) -> str | None:
    """Why some texts that seem to hold personal data go out all the same, as above."""
    from diskussion_tui.tui.dialogs.ask import Ask
    from diskussion_tui.tui.dialogs.form import Asked, Form

    words, said = screen.words, screen.words.handover
    if not telling:
        return ""
    if not await screen.ask(Ask(said.personal(telling), said.personal_explained, words)):
        return None
    asked = Asked("reason", said.reason_label, "", said.reason_example)
    given = await screen.ask(
        Form(said.reason_title, [asked], words, lambda it: "" if clean_line(it["reason"]) else said.no_reason)
    )
    return clean_line(given["reason"]) if given else None


async def written(
    screen: BaseScreen,
    source: Source,
    export: Export,
    formats: Sequence[str],
    told: Callable[[str], None],
) -> list[Path]:
    """Write reports beside the screen; which files they are, none where they could not be written, and why is `told`.

    What takes longer than a moment says which of how many it is at, and can be left to itself.
    """
    words, said, at = screen.words, screen.words.handover, ["", 0]

    def begun(number: int, wanted: str) -> None:
        at[:] = [wanted.upper(), number + 1]

    app = screen.app

    def work() -> Written | Sequence[Problem]:
        found = app.look()
        if found and found.problems:
            return found.problems
        return write_reports(source, replace(export, look=found.look) if found else export, formats, begun)

    task: Task[Written | Sequence[Problem]] = app.beside(work, "report")
    writing = partial(_writing, at, len(formats), words)
    if not await task.ends(patience.UNSAID) and not await _waited_for(screen, task, writing):
        told(said.left_writing)
        return []
    return _files_of(task, words, told)


def _writing(at: Sequence[object], of: int, words: Texts) -> str:
    """Which format is being written, and which of how many that is."""
    return words.handover.writing_one.format(format=at[0], n=at[1], of=of)


async def _waited_for(screen: BaseScreen, task: Task[Any], writing: Callable[[], str]) -> bool:
    """Tell what is waited for until a task is over; False where somebody would rather leave it to itself."""
    from diskussion_tui.tui.dialogs.waiting import Waiting

    words = screen.words
    dialog = Waiting(writing, [words.waiting.can_stop], lambda: task.over, words, frozenset({"stopped"}))
    task.tell()
    screen.app.call_when_over(task, dialog.look)
    return await screen.ask(dialog) == "answered"


def _files_of(
    task: Task[Written | Sequence[Problem]], words: Texts, told: Callable[[str], None]
) -> list[Path]:
    """What a task that is over has written; what it could not is told."""
    try:
        made = task.result()
    except OSError as error:
        told(words.handover.not_written.format(why=words.reasons.of_error(error)))
        return []
    if not isinstance(made, Written):
        told(f"{words.look.faulty} {' '.join(one.row() for one in made)}")
        return []
    if made.refused:
        rows = (
            words.report.refused.format(format=one, why=clean_line(why)) for one, why in made.refused.items()
        )
        told(" ".join(rows))
    return made.files


async def offer_to_open(screen: BaseScreen, files: Sequence[Path]) -> None:
    """Say where reports lie, and open the first of them or their folder where that is wanted."""
    words, said, first = screen.words, screen.words.handover, files[0]
    where = said.written.format(file=clean_line(str(first)))
    where = f"{where} {said.more(len(files) - 1)}" if len(files) > 1 else where
    choices = [Choice(ENOUGH, said.enough), Choice(OPEN, said.open_it), Choice(FOLDER, said.open_folder)]
    chosen = await screen.ask(Handing(said.is_written, choices, lambda _: where, words))
    if chosen not in {OPEN, FOLDER}:
        return
    try:
        shown = show(first if chosen == OPEN else first.parent)
    except OSError:
        shown = False
    if not shown:
        screen.read(said.is_written, lambda width: text_rows(f"{said.no_opener} {where}", width), "")
