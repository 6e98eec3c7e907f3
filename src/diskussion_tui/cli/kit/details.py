"""What a discussion says of itself, as options of the shell: the same wherever one is begun or its details are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.changing import number_in
from diskussion_tui.cli.kit.naming import MAX_NAME
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.domain.session.changes import MAX_PARTICIPANTS

if TYPE_CHECKING:
    import datetime as dt
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts

TEXTS = (
    "place",
    "unit",
    "facilitator",
    "note_taker",
    "registry_number",
    "information_class",
    "retention",
)
"""The details that are text: fields of the head, and options called the same."""


def declare(parser: Parser) -> None:
    """An option for each detail."""
    said = parser.words
    for name in TEXTS:
        parser.option(option_of(name), word=said.word_text, help_text=getattr(said, f"help_{name}"))
    parser.option("--participants", word=said.word_number, help_text=said.help_participants)


def given_in(arguments: Namespace, texts: Texts) -> dict[str, str | int]:
    """The details that were given, as `set_details` takes them. Raises `Refused` where one is none."""
    found: dict[str, str | int] = {}
    for name in TEXTS:
        value = getattr(arguments, name)
        if value is not None:
            found[name] = _fitting(clean_line(value), option_of(name), texts)
    if arguments.participants is not None:
        number = number_in(arguments.participants or "0", 0, MAX_PARTICIPANTS)
        if number is None:
            raise Refused(texts.cli.wrong_participants.format(given=clean_line(arguments.participants)))
        found["participants"] = number
    return found


def day_given(given: str | None, texts: Texts) -> dt.date | None:
    """The day that an option says, in any of the ways in which people write one; None where it was not given. Raises `Refused`."""
    from diskussion_tui.intake.called import day_in

    if not given:
        return None
    day = day_in(given)
    if day is None:
        raise Refused(texts.intake.wrong_day.format(given=clean_line(given)))
    return day


def option_of(name: str) -> str:
    """The option that sets a detail."""
    return f"--{name.replace('_', '-')}"


def _fitting(value: str, option: str, texts: Texts) -> str:
    if len(value) > MAX_NAME:
        said = texts.cli
        told = {"option": option, "length": said.grouped(len(value)), "most": MAX_NAME}
        raise Refused(said.detail_too_long.format(**told))
    return value
