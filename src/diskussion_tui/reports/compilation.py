"""What the rows, columns and numbers of a compilation are called and look like: the same on the screen, in the shell and in files.

A workbook says what its kinds, parts, verdicts and places are called. Where it is another one than the discussions were led with,
or none can be read, they are called what their ids say, so that nothing goes unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.analysis import compilation_cells as cells
from diskussion_tui.domain.analysis.compilation_cells import KIND, VERDICT, Ref
from diskussion_tui.domain.workbook.compass import cell_named, groups_of
from diskussion_tui.domain.workbook.steps import called

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Cell, Line, Table
    from diskussion_tui.domain.analysis.compilation_published import Masked
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.profile import Published
    from diskussion_tui.texts.catalogue import Texts


class Column(NamedTuple):
    """How a column is headed: a sign, if it has one, and a word; and the tone of its kind."""

    sign: str
    word: str
    tone: str = "text"

    @property
    def head(self) -> str:
        """Both."""
        return f"{self.sign} {self.word}".strip()


class Labels:
    """What everything is called, in the words of a language and a workbook's; for anybody, without the names of people."""

    def __init__(
        self, of: Compilation, workbook: Workbook | None, words: Texts, publish: Published | None = None
    ) -> None:
        self._publish = publish
        self._of, self._book, self._words = of, workbook, words
        said = words.compiling
        self._columns = {
            cells.DISCUSSIONS: said.discussions,
            cells.UNITS: said.units_column,
            cells.PARTICIPANTS: said.participants,
            cells.NOTES: said.notes,
            cells.CODED: said.coded,
            cells.HANDS: said.hands,
            cells.DISSENT: said.dissenting,
            cells.OBJECTIONS: said.objections,
            cells.OPEN: said.open,
            cells.DONE: said.done,
            cells.NEW: said.new,
            cells.THEMES: said.themes_column,
        }

    def column(self, column: str) -> Column:
        """How a column is headed."""
        if column.startswith(KIND):
            kind = self._book.kind(column.removeprefix(KIND)) if self._book else None
            if kind:
                return Column(kind.sign, kind.label, kind.role)
            return Column("", clean_line(column.removeprefix(KIND)) or self._words.compiling.no_kind, "muted")
        if column.startswith(VERDICT):
            wanted = column.removeprefix(VERDICT)
            known = (one.label for one in self._book.verdicts if one.id == wanted) if self._book else ()
            return Column("", next(iter(known), clean_line(wanted)))
        return Column("", self._columns[column])

    def row(self, table: str, row: str) -> str:
        """What a row is called, on one line."""
        name = getattr(self, f"_in_{table}", None)
        return self.said(clean_line(name(row) if name else row))

    def said(self, text: str) -> str:
        """A text as those may read it whom this is for."""
        return self._publish.veiled(text, self._words.report.hidden_name) if self._publish else text

    def id_of(self, row: str) -> str:
        """The id of a row, which may be what somebody called it."""
        return self._publish.file_name(row, self._words.report.hidden_name) if self._publish else row

    def _in_counts(self, _row: str) -> str:
        return self._words.compiling.all_of_them

    def _in_parts(self, row: str) -> str:
        return self.part(row) if row else self._words.compiling.the_whole

    _in_dissent = _in_actions = _in_parts

    def _in_verdicts(self, row: str) -> str:
        return called(row)

    def _in_themes(self, row: str) -> str:
        return self._of.coded.names.get(row, row)

    def _in_tags(self, row: str) -> str:
        return f"#{self.id_of(row)}"

    def _in_compass(self, row: str) -> str:
        return cell_named(self._book.compass if self._book else None, row).label

    def place(self, cell_id: str) -> str:
        """A place on the compass under the heading of its area."""
        return clean_line(cell_named(self._book.compass if self._book else None, cell_id).name)

    def _in_units(self, row: str) -> str:
        return self._of.units.get(row, row)

    def _in_supported(self, row: str) -> str:
        note = self._of.notes.get(Ref(*row.split("/", 1)))
        return note.text if note else row

    def _in_saturation(self, row: str) -> str:
        one = self._of.discussions[row]
        return f"{one.date.isoformat()} {one.name}"

    def part(self, section_id: str) -> str:
        """A part by its letter and heading."""
        section = self._book.section(section_id) if self._book else None
        if section:
            return f"{section_id}  {section.heading}"
        reflections = self._book and section_id == self._book.reflections.id
        return f"{section_id}  {self._words.terms.reflections}" if reflections else section_id

    def cell(self, cell: Cell) -> str:
        """What a number counts, in words: its row and its column."""
        table = self._words.compiling.table(cell.table).title
        row = "" if cell.table == "counts" else self.row(cell.table, cell.row)
        return " · ".join(filter(None, (table, row, self.column(cell.column).head)))

    def named(self, cell_id: str) -> str:
        """The same of a number that may no longer be there, by its id."""
        table, _, rest = cell_id.partition("/")
        row, _, column = rest.rpartition("/")
        for cell in (self._of.cell(table, row, column),):
            if cell:
                return self.cell(cell)
        return clean_line(cell_id)


def columns_in(table: Table) -> tuple[str, ...]:
    """The columns of a table in which anything was counted, and those of kinds that a workbook has in any case."""
    return tuple(
        column
        for column in table.columns
        if (column.startswith(KIND) and column != KIND)
        or any(line.cells[column].value for line in table.lines)
    )


def parts_in(table: Table, workbook: Workbook | None) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The rows of a table under their headings: places on the compass area by area, all others under none."""
    if table.id != "compass":
        return (("", table.lines),)
    compass = workbook.compass if workbook else None
    known = {line.id: line for line in table.lines}
    groups = groups_of(compass, known)
    found = ((one.heading, tuple(known[cell.id] for cell in one.cells if cell.id in known)) for one in groups)
    return tuple((heading, lines) for heading, lines in found if lines)


def shown(cell: Cell, hidden: Masked | None, threshold: int, words: Texts) -> str:
    """A number as it is shown: where it is published, fewer than so many do not stand there."""
    if hidden and cell.id in hidden.few:
        return words.compiling.few.format(n=threshold)
    if hidden and cell.id in hidden.beside:
        return words.compiling.beside_few
    return words.cli.grouped(cell.value)


FEWEST_OF = 10
"""Of fewer than so many there is no per cent: 57 % of seven says more than seven can bear."""


def share(part: int, whole: int) -> str:
    """A share of a whole in per cent, halves up: 69 of 100 as `69 %`. Empty where the whole is small."""
    return f"{(200 * part + whole) // (2 * whole)} %" if whole >= FEWEST_OF else ""


def share_of(part: int, whole: int, words: Texts) -> str:
    """A share of a whole by itself, of a small whole in numbers: `69 %`, `4 of 7`."""
    return share(part, whole) or words.compiling.part_of.format(part=part, whole=whole)


def with_share(text: str, part: int, whole: int, words: Texts) -> str:
    """A number with its share of a whole, of a small whole with that instead: `69 (69 %)`, `4 of 7`."""
    told = share(part, whole)
    return f"{text} ({told})" if told else words.compiling.part_of.format(part=text, whole=whole)
