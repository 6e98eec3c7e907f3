"""A compilation as a document to hand out: what was counted, what the analyst says of it, and the tables, each with its rule.

Then stands how all of it was counted and what such numbers can say, and last, as appendices, what is long: objections and actions in
words, and the discussions with their checksums. For others than those who work with it (`publish`) small numbers are left out, and with them everything that is about single notes
and discussions: only the quotes that were chosen stand there, without where they were said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.analysis.compilation_cells import (
    CODED,
    DISCUSSIONS,
    DISSENT,
    DONE,
    HANDS,
    KIND,
    NEW,
    NOTES,
    OPEN,
    PARTICIPANTS,
    UNITS,
    VERDICT,
    Ref,
)
from diskussion_tui.domain.analysis.compilation_kept import NOTHING_MISSING
from diskussion_tui.domain.analysis.compilation_published import NOT_PUBLISHED, masked
from diskussion_tui.reports.compilation import Labels, columns_in, parts_in, shown, with_share
from diskussion_tui.reports.compilation_moved import missing_rows
from diskussion_tui.reports.compilation_plain import coded_line, saturation_line, told
from diskussion_tui.reports.document import (
    Bar,
    Bars,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Map,
    Paragraph,
    Spot,
)
from diskussion_tui.reports.document import Table as Set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Cell, Line, Table
    from diskussion_tui.domain.analysis.compilation_kept import Kept, Missing
    from diskussion_tui.domain.analysis.compilation_published import Masked
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Block
    from diskussion_tui.reports.profile import Published
    from diskussion_tui.texts.catalogue import Texts

_BARRED = ("themes", "tags")
"""Tables that are drawn as bars too: in how many discussions."""
_HEATED = ("parts", "themes", "compass")
"""Tables whose numbers of each kind are shaded. Those of no kind are not: reflections have none, and would outshine all else."""
_MOST_BARS = 15
_MOST_TOLD = 5
"""So many of the largest spots of a map are told in words."""
_SUMS = frozenset({NOTES})


def document(
    kept: Kept,
    of: Compilation,
    workbook: Workbook | None,
    words: Texts,
    *,
    publish: Published | None = None,
    missing: Missing = NOTHING_MISSING,
) -> Document:
    """The whole document. `missing` are the files that were not counted, or not all of them."""
    telling = _Telling(kept, of, workbook, words, publish, missing)
    title = workbook.title if workbook else ""
    day = kept.counted_at.date()
    return Document(
        telling.said(clean_line(kept.name)),
        words.language,
        day,
        tuple(telling.blocks()),
        " · ".join(filter(None, (title, day.isoformat()))),
        words.compiling.title,
        words.report.contents,
        words.report.where_pages,
    )


class _Telling:
    """What is told, and of what."""

    def __init__(
        self,
        kept: Kept,
        of: Compilation,
        workbook: Workbook | None,
        words: Texts,
        publish: Published | None,
        missing: Missing,
    ) -> None:
        self._missing = missing
        self._kept, self._of, self._book, self._words, self._publish = kept, of, workbook, words, publish
        self._labels = Labels(of, workbook, words, publish)
        self._hidden: Masked | None = masked(of, kept.threshold) if publish else None

    def blocks(self) -> Iterator[Block]:
        said, kept = self._words.compiling, self._kept
        if self._publish:
            yield from self._for_whom(self._publish)
        yield Facts(tuple(self._facts()))
        if self._publish:
            yield Paragraph(said.published.format(n=kept.threshold), "quiet")
        if kept.text:
            yield Paragraph(self.said(kept.text), "lead")
        yield from self._quotes()
        for table in self._of.tables.values():
            if table.id == "counts" or not table.lines or (self._publish and table.id in NOT_PUBLISHED):
                continue
            yield Heading(said.table(table.id).title)
            yield from self._supported(table) if table.id == "supported" else self._table(table)
        yield from self._method()
        if not self._publish:
            yield from self._behind("dissent", DISSENT)
            yield from self._behind("actions", OPEN, DONE)
            yield from self._files()

    def _for_whom(self, publish: Published) -> Iterator[Block]:
        """That anybody may read it, and why what seems personal is in it."""
        yield Paragraph(self._words.report.for_anybody, "quiet")
        if publish.reason:
            yield Paragraph(self._words.report.published_because.format(reason=publish.reason), "quiet")

    def _facts(self) -> Iterator[tuple[str, str]]:
        said, counts = self._words.compiling, self._of.tables["counts"].lines[0].cells
        only = said.only(len(self._kept.only)) if self._kept.only else ""
        yield (
            said.selection,
            " · ".join(filter(None, (only, self.said(self._kept.query)))) or said.all_discussions,
        )
        for column in (DISCUSSIONS, UNITS, PARTICIPANTS, NOTES):
            yield self._labels.column(column).head, self._shown(counts[column])
        if counts[CODED].value:
            yield said.coded, self._shown(counts[CODED])

    def _quotes(self) -> Iterator[Block]:
        refs = [ref for ref in self._kept.quotes if ref in self._of.notes]
        if refs:
            yield Heading(self._words.compiling.quotes_alone)
            yield Items(tuple(self._item(ref) for ref in refs))

    def _item(self, ref: Ref, *marks: str) -> Item:
        """A note, with where it was said unless it is for others, behind its other marks."""
        found = self._of.notes.get(ref) or self._of.concluded[ref]
        sign = self._labels.column(f"{KIND}{found.kind}").sign if found.kind else ""
        objection = found.objection.strip()
        under = (Item(self._words.compiling.objections_of.format(text=objection)),) if objection else ()
        where = found.section if self._publish else told(ref, self._of)
        return Item(
            self.said(found.text), sign, tuple(filter(None, (*marks, where))), () if self._publish else under
        )

    def said(self, text: str) -> str:
        """Somebody's words, for others without anybody's name."""
        return self._labels.said(text)

    def _table(self, table: Table) -> Iterator[Block]:
        said = self._words.compiling.table(table.id)
        columns = [one for one in columns_in(table) if one not in _SUMS or table.id in {"months", "units"}]
        kinds = [one for one in columns if one.startswith(KIND)]
        if table.id in _BARRED and not self._publish:
            yield self._bars(table)
        if table.id == "compass" and not self._publish:
            yield self._map(table, kinds)
        head = (said.row, *(self._labels.column(column).head for column in columns))
        heated = {*kinds} - {KIND} if table.id in _HEATED and not self._publish else ()
        heat = tuple(place for place, one in enumerate(columns, 1) if one in heated)
        yield Set(said.rule, head, tuple(self._rows(table, columns)), said.explained, heat=heat, counted=True)
        if table.id == "themes" and not self._publish:
            yield Paragraph(coded_line(self._of, self._words), "quiet")
        if table.id == "saturation":
            yield Paragraph(self._words.compiling.only_new, "quiet")
            yield Paragraph(saturation_line(self._of, self._words))

    def _rows(self, table: Table, columns: list[str]) -> Iterator[tuple[str | int, ...]]:
        for _, lines in parts_in(table, self._book):
            for line in lines:
                if table.id != "saturation" or line.cells[NEW].value:
                    yield (self._row(table.id, line.id), *(self._number(line, column) for column in columns))

    def _row(self, table: str, row: str) -> str:
        """What a row is called; a question of a picture, whose words are the same in every part, by its part."""
        name = self._labels.row(table, row)
        section = self._book.section(row.partition(".")[0]) if self._book and table == "verdicts" else None
        return f"{name} {section.heading}" if section else name

    def _supported(self, table: Table) -> Iterator[Block]:
        """The notes that most hands were raised for, each with where it was said."""
        yield Paragraph(self._words.compiling.table(table.id).rule, "quiet")
        found = ((Ref(*line.id.split("/", 1)), str(self._number(line, HANDS))) for line in table.lines)
        yield Items(tuple(self._item(ref, hands) for ref, hands in found))

    def _method(self) -> Iterator[Block]:
        said, counts = self._words.compiling, self._of.tables["counts"].lines[0].cells
        coded, notes = (self._shown(counts[column]) for column in (CODED, NOTES))
        coding = (said.coded_by_people.format(coded=coded, notes=notes),) if counts[CODED].value else ()
        told_of = missing_rows(self._missing, self._words, named=not self._publish)
        yield Heading(said.method_title)
        yield Items(tuple(map(Item, (*told_of, *said.method, *coding, *said.limits, said.counted_again))))

    def _number(self, line: Line, column: str) -> str | int:
        cell = line.cells[column]
        if self._hides(cell):
            return self._shown(cell)
        if (
            column.startswith(VERDICT)
            and cell.table == "verdicts"
            and cell.value
            and not self._hides(line.cells[NOTES])
        ):
            return with_share(str(cell.value), cell.value, line.cells[NOTES].value, self._words)
        if column == HANDS and (people := line.cells[PARTICIPANTS].value):
            return self._words.compiling.hands_of.format(hands=cell.value, people=people)
        return cell.value

    def _hides(self, cell: Cell) -> bool:
        return self._hidden is not None and self._hidden.hides(cell)

    def _bars(self, table: Table) -> Bars:
        said = self._words.compiling
        bars = tuple(
            Bar(self._labels.row(table.id, line.id), cell.value, str(cell.value))
            for line in table.lines[:_MOST_BARS]
            for cell in (line.cells[DISCUSSIONS],)
        )
        shown_rows = ", ".join(f"{one.label} {one.shown}" for one in bars)
        return Bars(said.in_discussions, bars, f"{said.in_discussions}: {shown_rows}")

    def _map(self, table: Table, kinds: list[str]) -> Map:
        """Where on the compass notes lie: a spot for each place and kind, as large as it is many."""
        said = self._words.compiling
        heads = tuple((self._labels.column(one).head, self._role(one)) for one in kinds)
        regions = tuple(
            (
                heading,
                tuple(
                    Spot(self._labels.place(line.id), tuple(line.cells[one].value for one in kinds))
                    for line in lines
                ),
            )
            for heading, lines in parts_in(table, self._book)
        )
        largest = sorted(
            (
                (value, f"{spot.label} {heads[place][0]} {value}")
                for _, spots in regions
                for spot in spots
                for place, value in enumerate(spot.values)
                if value
            ),
            key=lambda one: -one[0],
        )[:_MOST_TOLD]
        told_of = ", ".join(text for _, text in largest)
        return Map(said.map_caption, heads, regions, said.map_alternative.format(largest=told_of or "0"))

    def _role(self, column: str) -> int:
        """Which of the kinds a column is, as the workbook has them where there is one; none where it is of no kind."""
        found = (one for one in self._of.tables["parts"].columns if one.startswith(KIND) and one != KIND)
        known = [f"{KIND}{one.id}" for one in self._book.kinds] if self._book else [*found]
        return known.index(column) if column in known else -1

    def _behind(self, table: str, *columns: str) -> Iterator[Block]:
        """The notes themselves, of tables that are about single ones."""
        found = {
            column: [ref for line in self._of.tables[table].lines for ref in line.cells[column].behind]
            for column in columns
        }
        if any(found.values()):
            yield self._appendix(self._words.compiling.table(table).title)
        for column, refs in found.items():
            if refs and len(columns) > 1:
                yield Heading(self._labels.column(column).head, 3)
            if refs:
                yield Items(tuple(map(self._item, refs)))

    def _appendix(self, title: str) -> Heading:
        return Heading(self._words.compiling.appendix.format(title=title))

    def _files(self) -> Iterator[Block]:
        """What was counted, so that anybody can see whether it is the same."""
        said = self._words.compiling
        yield self._appendix(said.discussions)
        rows = tuple(
            (
                f"{one.date.isoformat()} {clean_line(one.name)}",
                one.notes,
                one.files[0][:12] if one.files else "",
            )
            for one in self._kept.discussions
        )
        yield Set(said.files_rule, (said.saturation.row, said.notes, "SHA-256"), rows)

    def _shown(self, cell: Cell) -> str:
        return shown(cell, self._hidden, self._kept.threshold, self._words)
