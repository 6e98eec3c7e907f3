"""A compilation as plain text for the shell: what was counted, then table by table with its rule, and the quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.analysis.compilation_cells import (
    CODED,
    DISCUSSIONS,
    NOTES,
    PARTICIPANTS,
    UNITS,
)
from diskussion_tui.domain.analysis.compilation_published import NOT_PUBLISHED, masked
from diskussion_tui.domain.analysis.compilation_tables import FEWEST
from diskussion_tui.domain.workbook.layout import wrap
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.bars import spark, thinned
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.compilation import Labels, parts_in, shown
from diskussion_tui.reports.compilation_layout import Layout, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_cells import Ref, Table
    from diskussion_tui.domain.analysis.compilation_kept import Kept
    from diskussion_tui.domain.analysis.compilation_published import Masked
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.profile import Published
    from diskussion_tui.texts.catalogue import Texts

MOST_ROWS = 25
"""So many rows of a table are printed; the others are in JSON and CSV."""


def plain(
    kept: Kept,
    of: Compilation,
    workbook: Workbook | None,
    words: Texts,
    width: int,
    *,
    publish: Published | None = None,
    whole: bool = False,
) -> Iterator[str]:
    """The lines of a compilation; published, without small numbers and without single notes and discussions.

    With `whole` no name is cut, however wide its row becomes: nobody reads it in a narrow window.
    """
    said = words.compiling
    labels = Labels(of, workbook, words, publish)
    yield clean_line(labels.said(kept.name))
    yield from wrap(
        said.query.format(query=labels.said(kept.query)) if kept.query else said.everything, width
    )
    if kept.only:
        yield said.only(len(kept.only))
    hidden = masked(of, kept.threshold) if publish else None
    yield from wrap(
        published_counts(of, hidden, kept.threshold, words) if hidden else counts_line(of, words), width
    )
    if publish:
        yield from _for_anybody(kept, publish, words, width)
    if kept.text:
        yield ""
        for paragraph in labels.said(kept.text).split("\n"):
            yield from wrap(paragraph, width)
    for table in of.tables.values():
        if table.id == "counts" or (publish and table.id in NOT_PUBLISHED) or not table.lines:
            continue
        layout = Layout(of, table, labels, words, width, hidden, kept.threshold).with_names(whole=whole)
        yield ""
        yield said.table(table.id).title
        yield from wrap(said.table(table.id).rule, width)
        for line in filter(None, (layout.signs, layout.without)):
            yield from wrap(line, width)
        yield joined(layout.head())
        for heading, lines in parts_in(table, workbook):
            yield from (heading,) if heading else ()
            yield from (joined(layout.line(line)) for line in lines[:MOST_ROWS])
        if table.id != "compass" and len(table.lines) > MOST_ROWS:
            yield said.more_rows(len(table.lines) - MOST_ROWS)
        yield from pictures(of, table, words, width, publish=publish is not None)
    yield from _quotes(kept, of, labels, words, width, publish=publish)


def _for_anybody(kept: Kept, publish: Published, words: Texts, width: int) -> Iterator[str]:
    said = words.compiling
    yield ""
    yield from wrap(words.report.for_anybody, width)
    if publish.reason:
        yield from wrap(words.report.published_because.format(reason=publish.reason), width)
    yield from wrap(f"{said.published.format(n=kept.threshold)} {said.not_published}", width)


def counts_line(of: Compilation, words: Texts) -> str:
    """How much was counted, on one line."""
    counts, said = of.tables["counts"].lines[0].cells, words.compiling
    values = {column: counts[column].value for column in (DISCUSSIONS, UNITS, PARTICIPANTS, NOTES)}
    told = (
        words.terms.sessions(values[DISCUSSIONS]),
        said.units_counted(values[UNITS]),
        said.participants_counted(values[PARTICIPANTS]),
        words.terms.notes(values[NOTES]),
    )
    return "   ".join(told)


def published_counts(of: Compilation, hidden: Masked, threshold: int, words: Texts) -> str:
    """The same for others, each number by its name: a small one is not shown."""
    counts, labels = of.tables["counts"].lines[0].cells, Labels(of, None, words)
    return "   ".join(
        f"{labels.column(column).head}: {shown(counts[column], hidden, threshold, words)}"
        for column in (DISCUSSIONS, UNITS, PARTICIPANTS, NOTES)
    )


def coded_line(of: Compilation, words: Texts) -> str:
    """How many of the notes are coded: what the numbers of themes are out of."""
    said, counts, grouped = words.compiling, of.tables["counts"].lines[0].cells, words.cli.grouped
    if not counts[CODED].value:
        return said.nothing_coded
    return said.coded_of.format(coded=grouped(counts[CODED].value), notes=grouped(counts[NOTES].value))


def saturation_line(of: Compilation, words: Texts) -> str:
    """How far coding has come, and whether more discussions would bring anything new."""
    said, far = words.compiling, coded_line(of, words)
    if not of.tables["counts"].lines[0].cells[CODED].value:
        return far
    whole = len(of.tables["saturation"].lines)
    if whole < FEWEST:
        return f"{far} · {said.too_few_coded(whole)}"
    return f"{far} · {said.settled(of.settled) if of.settled else said.not_settled}"


def pictures(
    of: Compilation, table: Table, words: Texts, width: int, *, publish: bool = False
) -> Iterator[str]:
    """What is seen of a table as a whole: notes a month, themes as they came."""
    if table.id == "months" and len(table.lines) > 1 and not publish:
        values = notes_a_month(table)
        yield f"{table.lines[0].id} {spark(thinned(values, width - 18))} {table.lines[-1].id}"
    if table.id == "saturation":
        values = [line.cells["themes"].value for line in table.lines]
        yield spark(thinned(values, width))
        yield from wrap(saturation_line(of, words), width)


def notes_a_month(table: Table) -> list[int]:
    """How many notes came in each month from the first to the last, those without any too."""
    counted = {line.id: line.cells[NOTES].value for line in table.lines}
    first, last = (int(line.id[:4]) * 12 + int(line.id[5:]) - 1 for line in (table.lines[0], table.lines[-1]))
    return [counted.get(f"{month // 12:04}-{month % 12 + 1:02}", 0) for month in range(first, last + 1)]


def told(ref: Ref, of: Compilation) -> str:
    """Where and when something was said, and under which question."""
    one = of.discussions[ref.discussion]
    note = of.notes.get(ref) or of.concluded.get(ref)
    question = called(note.question if note else ref.record)
    return " · ".join(filter(None, (clean_line(one.name), one.date.isoformat(), question)))


def _quotes(
    kept: Kept, of: Compilation, labels: Labels, words: Texts, width: int, *, publish: Published | None
) -> Iterator[str]:
    found = [of.notes[ref] for ref in kept.quotes if ref in of.notes]
    if not found:
        return
    yield ""
    yield words.compiling.quotes.title
    for note in found:
        sign = labels.column(f"kind.{note.kind}").sign or "•"
        hang = " " * (cells(sign) + 1)
        text = publish.veiled(note.text, words.report.hidden_name) if publish else note.text
        yield from wrap(f"{text}  ({note.section})", width, f"{sign} ", hang)
