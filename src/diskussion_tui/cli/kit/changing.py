"""Changing a discussion from the shell: opened, changed, on disk or refused in words, closed.

The discussion may be open on a screen at the same time. The exit code is the promise, as with `diskussion note`: 0 says that
what was asked for is on disk.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import note_meant
from diskussion_tui.cli.kit.opening import opened
from diskussion_tui.cli.kit.refusal import WRONG, Refused
from diskussion_tui.domain.session.refusals import InShell, RefusedError
from diskussion_tui.workshop.saving.sink import LATER

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.changing import Changing
    from diskussion_tui.texts.catalogue.cli import Cli
    from diskussion_tui.workshop.workshop import Workshop


TIDYING = 0.5
"""Seconds that a command gives the readable file once all is saved: on a slow share it stays in the journal, which all readers
unite with the file, and whoever opens the discussion next writes it anew."""


@contextmanager
def changing(
    arguments: Namespace, texts: Texts, said: Changing | Cli | None = None, final: str = ""
) -> Iterator[Workshop]:
    """The discussion that the arguments name, open to be changed. Raises `Refused` unless every change is on disk.

    `said` has the sentences where a change is not just a change; `final` says why a final discussion takes none.
    """
    said = said or texts.changing
    workshop = opened(arguments, texts)
    why = later = ""
    try:
        yield workshop
        why = workshop.flush()
    except RefusedError as error:
        final = (final or said.final).format(name=workshop.session.head.name)
        told = InShell(final, said.not_saved, str(workshop.path))
        raise Refused(error.in_shell(texts, told), WRONG) from None
    finally:
        later = workshop.close(TIDYING)
    if why and later not in ("", LATER):  # closing tries once more
        raise Refused(said.not_saved.format(why=texts.reasons.of(later)), WRONG)
    if later == LATER:
        output.say(texts.waiting.untidied.format(file=workshop.path))
    elif later:
        output.say(said.untidy.format(file=workshop.path, why=texts.reasons.of(later)))
    if workshop.refuge:
        output.say(said.elsewhere.format(folder=workshop.refuge))


def standing_notes(given: Iterable[str], workshop: Workshop, texts: Texts) -> list[Note]:
    """The notes that are meant, each once. Raises `Refused` where one is withdrawn, removed or part of another."""
    found: dict[str, Note] = {}
    for one in given:
        note = workshop.session.note(note_meant(clean_line(one), workshop.session, texts))
        if note is None or note.gone or note.merged_into:
            raise Refused(texts.merging.not_standing.format(given=clean_line(one)))
        found[note.id] = note
    return list(found.values())


def number_in(given: str, least: int, most: int) -> int | None:
    """The number that a text is, None where it is none or not within the bounds."""
    plain = given.strip()
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(most)):
        return None
    return int(plain) if least <= int(plain) <= most else None
