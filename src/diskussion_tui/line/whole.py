"""What is about the discussion as a whole: help, details, undo, reports, making it final, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.session import changes
from diskussion_tui.line.marking import tell
from diskussion_tui.line.numbering import usage
from diskussion_tui.line.refusals import NotDoneError
from diskussion_tui.line.understanding import MARK, Meant
from diskussion_tui.reports.fields import DETAILS, details_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.line.evening import Evening
    from diskussion_tui.texts.catalogue.line import LineCommand

_UNSET = frozenset({"-", "–"})


def read_help(evening: Evening, text: str) -> None:
    """Every command with what it does, or the one that is named."""
    commands = evening.understanding.commands
    if text:
        meant: Meant = evening.understanding.meant(f"{MARK}{text.lstrip(MARK)}")
        evening.speech.say(_command_told(commands[meant.command]))
        return
    evening.speech.say(evening.words.line.welcome, *map(_command_told, commands.values()))


def details(evening: Evening, text: str) -> None:
    """What the discussion says of itself; or one of it changed."""
    if not text:
        evening.speech.say(
            evening.session.head.name,
            *(f"{label}: {value}" for label, value in details_of(evening.session.head, evening.words)),
        )
        return
    name, value = _detail_meant(evening, text)
    wanted: str | int = clean_line("" if value in _UNSET else value)
    if name == "participants":
        if (
            not str(wanted or "0").isascii()
            or not str(wanted or "0").isdigit()
            or int(wanted or 0) > changes.MAX_PARTICIPANTS
        ):
            raise usage(evening, "details")
        wanted = int(wanted or 0)
    tell(evening, evening.change(changes.set_details, {name: wanted}), f"{_labels(evening)[name]}: {wanted}")


def undo(evening: Evening, _text: str) -> None:
    """Take back the latest change, and say what it was."""
    _go_back(evening, evening.workshop.undo, evening.words.walk.undone, evening.words.walk.nothing_to_undo)


def redo(evening: Evening, _text: str) -> None:
    """Take back the latest undo."""
    _go_back(evening, evening.workshop.redo, evening.words.walk.redone, evening.words.walk.nothing_to_redo)


def report(evening: Evening, text: str) -> None:
    """Reports beside the discussion."""
    from diskussion_tui.reports.exporting import MissingLibraryError
    from diskussion_tui.reports.profile import INTERNAL
    from diskussion_tui.workshop.report import BESIDE, export_of, source_of, write_reports

    wanted, said = [folded(one).strip(",.") for one in text.split()] or ["txt"], evening.words.line
    if wrong := next((one for one in wanted if one not in BESIDE), ""):
        raise NotDoneError(said.no_report.format(given=clean_line(wrong), formats=", ".join(BESIDE)))
    evening.workshop.flush()
    source = source_of(evening.workshop)
    try:
        made = write_reports(source, export_of(source, evening.words, INTERNAL), wanted, lambda *_: None)
    except MissingLibraryError as error:
        raise NotDoneError(said.library_missing.format(library=error.wanted)) from None
    except OSError as error:
        raise NotDoneError(said.not_written.format(why=evening.words.reasons.of_error(error))) from None
    for one, why in made.refused.items():
        evening.speech.say(evening.words.report.refused.format(format=one, why=clean_line(why)))
    if made.files:
        evening.speech.say(said.report.format(files=", ".join(map(str, made.files))))


def finish(evening: Evening, _text: str) -> None:
    """Make the discussion final, once that is meant."""
    said = evening.words.line
    if evening.session.final:
        raise NotDoneError(said.unchanged)

    def do() -> None:
        evening.workshop.timing.stop()
        made = evening.change(changes.set_state, "fastställd")
        tell(evening, made, said.finished.format(file=evening.workshop.path))

    evening.ask(said.finish, do)


def reopen(evening: Evening, _text: str) -> None:
    """Open a final discussion again, once that is meant."""
    said = evening.words.line
    if not evening.session.final:
        raise NotDoneError(said.unchanged)

    def do() -> None:
        evening.lead_on()
        tell(evening, evening.change(changes.set_state, "utkast"), said.reopened)

    evening.ask(said.reopen, do)


def leave(evening: Evening, _text: str) -> None:
    """Close."""
    evening.close()


def _go_back(evening: Evening, take_back: Callable[[], Change | None], yes: str, no: str) -> None:
    from diskussion_tui.reports.history import taken_back

    made = evening.made(take_back)
    if made is None:
        raise NotDoneError(no)
    what = taken_back(evening.session, made, evening.words)
    tell(evening, made, yes.format(what=what))


def _detail_meant(evening: Evening, text: str) -> tuple[str, str]:
    """A detail by its label or the beginning of it, and the value that follows. Raises `NotDoneError`."""
    for name, label in sorted(_labels(evening).items(), key=lambda one: -len(one[1])):
        if folded(text).startswith(folded(label)):
            return name, text[len(label) :].strip()
    first, _, value = text.partition(" ")
    found = [
        name
        for name, label in _labels(evening).items()
        if any(folded(word).startswith(folded(first)) for word in label.split())
    ]
    if len(found) != 1:
        every = ", ".join(_labels(evening).values()).lower()
        raise NotDoneError(evening.words.line.no_such_detail.format(given=clean_line(first), details=every))
    return found[0], value.strip()


def _labels(evening: Evening) -> dict[str, str]:
    terms = evening.words.terms
    return {"name": evening.words.line.name} | {one: getattr(terms, one) for one in DETAILS if one != "date"}


def _command_told(one: LineCommand) -> str:
    return f"{MARK}{' '.join(filter(None, (one.word, one.follows)))}: {one.help}"
