"""What one discussion adds to the numbers of a compilation: counted once, added up as often as somebody compiles.

A discussion that has not changed adds the same to every compilation that counts all of its notes, so this is what the index keeps of
it (`store/library/giving.py`). Whether it comes from there or is counted here and now, it is this one function that counted it.
By which rows and columns a note is counted is told here and nowhere else: adding up goes by it, and so does showing what lies
behind a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from diskussion_tui.base.text import folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.compilation_cells import CODED, DISSENT, KIND, NOTES, OBJECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from diskussion_tui.domain.analysis.said import Discussion, Said

    Themes = Mapping[str, Collection[str]]

MOST_SUPPORTED = 20
THEMES = "themes"
APART = "\0"
"""Stands between table, row and column in the name of a number: what people have written holds it nowhere."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many `notes` count, and with how many somebody did not agree (`dissent`).

    `marks` are the numbers that the notes are counted in, each as often as it counts one, and `rows` the rows that those stand in,
    each once. They are texts, so that ten thousand discussions are added up by what Python counts texts with, in C.
    `supported` are the hands and ids of those that most were raised for, `actions` the ids, parts and ends of what was decided on,
    `between` the first and the last id of its notes.
    """

    notes: int = 0
    dissent: int = 0
    marks: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    supported: tuple[tuple[int, str], ...] = ()
    actions: tuple[tuple[str, str, bool], ...] = ()
    between: tuple[str, str] = ("", "")


class Giving(Protocol):
    """A discussion as a compilation asks for it. `files` are the SHA-256 of those it was read from, sorted."""

    @property
    def discussion(self) -> Discussion:
        """The discussion."""
        ...

    @property
    def files(self) -> tuple[str, ...]:
        """Of which files."""
        ...

    @property
    def said(self) -> Sequence[Said]:
        """Its notes, whether they count or not."""
        ...

    @property
    def concluded(self) -> Sequence[Said]:
        """Its conclusions."""
        ...

    def share(self) -> Share:
        """What it adds where all of its notes are counted."""
        ...

    def ids(self) -> Sequence[str]:
        """The ids of its notes that count."""
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """A discussion that has been opened."""

    discussion: Discussion
    said: tuple[Said, ...]
    concluded: tuple[Said, ...] = ()
    files: tuple[str, ...] = ()

    def share(self) -> Share:
        """What it adds where all of its notes are counted."""
        return share_of(counting(self.said), self.concluded)

    def ids(self) -> Sequence[str]:
        """The ids of its notes that count."""
        return [note.id for note in counting(self.said)]


def counting(said: Iterable[Said], matches: Callable[[Said], bool] | None = None) -> list[Said]:
    """The notes that count of some, in the order of their ids; with `matches` those that are meant."""
    found = [note for note in said if note.in_force and not note.sort and (matches is None or matches(note))]
    return sorted(found, key=lambda note: note.id)


def share_of(notes: Sequence[Said], concluded: Iterable[Said] = ()) -> Share:
    """What some notes of a discussion, in the order of their ids, add to the numbers, with what was concluded in it."""
    from diskussion_tui.domain.session.conclusions import ACTION

    marks, rows = marks_in(notes, tuple(OF_NOTES))
    raised = sorted((-note.supporters, note.id) for note in notes if note.supporters)
    return Share(
        len(notes),
        sum(note.dissent for note in notes),
        marks,
        rows,
        tuple((-hands, note) for hands, note in raised[:MOST_SUPPORTED]),
        tuple((one.id, one.section, one.done) for one in concluded if one.in_force and one.sort == ACTION),
        (notes[0].id, notes[-1].id) if notes else ("", ""),
    )


def marks_in(
    notes: Iterable[Said], tables: Iterable[str], themes: Themes | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers that notes are counted in, each as often as it counts one; and the rows that those stand in, each once."""
    marks: list[str] = []
    rows: dict[str, None] = {}
    for note, table in ((note, table) for note in notes for table in tables):
        for row in rows_of(table, note, themes):
            name = f"{table}{APART}{row}"
            rows[name] = None
            marks += (f"{name}{APART}{column}" for column in columns_of(table, note))
    return tuple(sorted(marks)), tuple(sorted(rows))


def parts_of(mark: str) -> tuple[str, str, str]:
    """The table, the row and the column of a number."""
    table, _apart, rest = mark.partition(APART)
    row, _apart, column = rest.rpartition(APART)
    return table, row, column


# ---- where a note is counted -----------------------------------------------------------------------------------------

OF_NOTES: Mapping[str, Callable[[Said], Iterable[str]]] = {
    "parts": lambda note: (note.section,),
    "tags": lambda note: dict.fromkeys(folded(tag) for tag in note.tags),
    "compass": lambda note: dict.fromkeys(note.places),
    "dissent": lambda note: (note.section,) if note.dissent else (),
}
"""In which rows of a table a note stands, whatever it was coded as."""


def rows_of(table: str, note: Said, themes: Themes | None = None) -> Iterable[str]:
    """The rows of a table in which a note is counted."""
    return (themes or {}).get(note.id, ()) if table == THEMES else OF_NOTES[table](note)


def columns_of(table: str, note: Said) -> tuple[str, ...]:
    """The columns in which a note is counted in each of these rows."""
    if table == "dissent":
        return (DISSENT, OBJECTIONS) if note.objection.strip() else (DISSENT,)
    return (f"{KIND}{note.kind}", NOTES, DISSENT) if note.dissent else (f"{KIND}{note.kind}", NOTES)


def is_counted(table: str, row: str, column: str, themes: Themes) -> Callable[[Said], bool]:
    """Whether a note is one of those that a number counts."""
    if table in OF_NOTES or table == THEMES:
        return lambda note: row in rows_of(table, note, themes) and column in columns_of(table, note)
    if column == CODED:
        return lambda note: note.id in themes
    return lambda note: column == NOTES or note.dissent
