"""Changing a discussion from the shell: opened, changed, on disk or refused in words, closed.

The exit code is the promise, as with `diskussion note`: 0 says that what was asked for is on disk.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.cli import output
from diskussion_tui.cli.finding import find_session, must_belong
from diskussion_tui.cli.opening import readable
from diskussion_tui.cli.refusal import WRONG, Refused
from diskussion_tui.cli.setting import folder_of, refuge_for, workbook_of
from diskussion_tui.domain.changes import FinalError, TooLongError
from diskussion_tui.domain.rounds import ClosedRoundError
from diskussion_tui.domain.text import MAX_NOTE
from diskussion_tui.store.paths import at_home

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


@contextmanager
def changing(arguments: Namespace, texts: Texts) -> Iterator[Workshop]:
    """The discussion that the arguments name, open to be changed. Raises `Refused` unless every change is on disk."""
    from diskussion_tui.workshop.workshop import Workshop  # noqa: PLC0415 - brings pydantic, not for help

    refuge = refuge_for(arguments)
    path = find_session(arguments.session or "", folder_of(arguments), texts, refuge)
    workbook = workbook_of(arguments, texts)
    must_belong(readable(path, texts, refuge).head, workbook, texts)
    workshop = Workshop.open(at_home(path, folder_of(arguments), refuge), workbook, refuge=refuge)
    why = later = ""
    try:
        with _refused_in_words(workshop, texts):
            yield workshop
        why = workshop.flush()
    finally:
        later = workshop.close()
    said = texts.rounds
    if why and later:  # closing tries once more
        raise Refused(said.not_saved.format(why=texts.reasons.of(later)), WRONG)
    if later:
        output.say(said.untidy.format(file=workshop.path, why=texts.reasons.of(later)))
    if workshop.refuge:
        output.say(said.elsewhere.format(folder=workshop.refuge))


@contextmanager
def _refused_in_words(workshop: Workshop, texts: Texts) -> Iterator[None]:
    """What the discussion itself refuses, as sentences."""
    from diskussion_tui.workshop.workshop import ReadOnlyError  # noqa: PLC0415 - as above

    said = texts.cli
    try:
        yield
    except ClosedRoundError:
        raise Refused(texts.rounds.is_closed, WRONG) from None
    except FinalError:
        raise Refused(texts.rounds.final.format(name=workshop.session.head.name), WRONG) from None
    except ReadOnlyError:
        why = texts.reasons.of(workshop.read_only)
        newer = workshop.read_only == "newer"
        sentence = said.newer.format(file=workshop.path) if newer else texts.rounds.not_saved.format(why=why)
        raise Refused(sentence, WRONG) from None
    except TooLongError as error:
        length, most = said.grouped(error.length), said.grouped(MAX_NOTE)
        raise Refused(said.too_long.format(length=length, most=most), WRONG) from None


def number_in(given: str, least: int, most: int) -> int | None:
    """The number that a text is, None where it is none or not within the bounds."""
    plain = given.strip()
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(most)):
        return None
    return int(plain) if least <= int(plain) <= most else None
