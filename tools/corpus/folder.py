"""A folder filled with made-up discussions, and what each note in it was made from.

Each discussion has dice of its own, thrown after the seed and its number: the first fifty of three hundred are the fifty of
fifty. Beyond `QUICK` of them, shapes that were led once are filled with other words, names, ids and days (`shapes.py`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.files.paths import file_name
from diskussion_tui.texts import words
from tools.corpus.evening import Evening
from tools.corpus.shapes import filled
from tools.corpus.units import meetings
from tools.corpus.wording import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diskussion_tui.domain.workbook.workbook import Workbook
    from tools.corpus.units import Meeting

QUICK = 1_000
"""From so many discussions on they are filled shapes."""
_AFTER = 2 * 3600
"""So many seconds after its beginning a file was last written: long ago, so that whoever looks at times trusts it."""


@dataclass(frozen=True)
class Corpus:
    """What was made: the files in the order they were made, and the theme of each note by the note's id.

    The theme is empty where a note belongs to none. Notes that were withdrawn or merged away have theirs too.
    """

    files: list[Path] = field(default_factory=list)
    themes: dict[str, str] = field(default_factory=dict)


def generate(
    folder: Path, discussions: int, seed: int, notes: int = 30, *, quick: bool | None = None
) -> Corpus:
    """Fill a folder with so many discussions of about `notes` notes each. The same numbers give the same bytes.

    `quick` chooses filled shapes (True) or every discussion led by itself (False); left out, their number decides.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = Corpus()
    taken: set[str] = set()
    quick = discussions >= QUICK if quick is None else quick
    held = islice(meetings(Random(f"{seed} meetings")), discussions)
    for meeting, data, themes in (filled if quick else _led)(held, shipped(), seed, notes):
        path = folder / _free_name(meeting, taken)
        path.write_bytes(data)
        written = meeting.begins.timestamp() + _AFTER
        os.utime(path, (written, written))
        made.files.append(path)
        made.themes.update(themes)
    return made


def _led(
    held: Iterator[Meeting], workbook: Workbook, seed: int, notes: int
) -> Iterator[tuple[Meeting, bytes, dict[str, str]]]:
    for number, meeting in enumerate(held):
        dice = Random(f"{seed} {number}")
        evening = Evening(meeting, workbook, Drawn(meeting.unit, dice), dice)
        yield meeting, Encoder().file(evening.leads(notes)), evening.themes


def shipped() -> Workbook:
    """The workbook that ships with the program."""
    reading = read_workbook(default_workbook(), words("sv"))
    if reading.workbook is None:
        raise ValueError(reading.problems)
    return reading.workbook


def _free_name(meeting: Meeting, taken: set[str]) -> str:
    attempt = 1
    while (name := file_name("Diskussionsstöd", meeting.name, meeting.begins.date(), attempt)) in taken:
        attempt += 1
    taken.add(name)
    return name
