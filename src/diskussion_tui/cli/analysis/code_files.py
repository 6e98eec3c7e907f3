"""The files that `diskussion code` takes in and gives out: code books, projects, tables, another coder's decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.finding import must_be_there
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.cli.kit.setting import reading_of
from diskussion_tui.domain.analysis import codebook
from diskussion_tui.domain.analysis.coding import decide
from diskussion_tui.reports import coding_tables, refi
from diskussion_tui.reports.formats.tables import separated
from diskussion_tui.store.compiling.codebook_file import book_in
from diskussion_tui.store.compiling.decisions import coder_name, decisions_in
from diskussion_tui.store.files.atomic import write_whole
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.ground import read_whole

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Version
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.coding import Desk


class Taken(NamedTuple):
    """The themes of a file that were new, how many there were already, how many decisions were new, and how many lie on no note counted."""

    themes: tuple[str, ...]
    known: int
    decisions: int
    astray: int = 0


def take_in(desk: Desk, path: Path, notes: Callable[[], list[Said]], texts: Texts) -> Taken:
    """Take in a file. Raises `Refused` where it is none that is known, and `OSError`."""
    path = must_be_there(path, texts)
    kind = path.suffix.lower()
    data = read_whole(path, most=refi.MOST if kind == ".qdpx" else 0)
    try:
        if kind == ".qdc":
            return Taken(*_take_themes(desk, map(_of_code, refi.codes_in(data))), 0)
        if kind == ".qdpx":
            return _take_project(desk, data, notes())
        if kind == ".csv":
            return _take_table(desk, coding_tables.table_in(data))
    except (refi.NotRefiError, coding_tables.NotATableError) as error:
        raise _not_read(path, texts.coding.why_not_read(error.why, error.detail), texts) from None
    read = decisions_in(data)
    if read.versions:
        return _take_versions(desk, read.versions)
    book = book_in(data)
    if kind == ".toml" and book.themes:
        return _take_versions(desk, book.themes)
    faults = (*book.faults, *read.faults)
    why = texts.faults.of(faults[0].code, faults[0].detail) if faults else path.suffix
    raise _not_read(path, why, texts)


def _not_read(path: Path, why: str, texts: Texts) -> Refused:
    return Refused(texts.coding.not_importable.format(file=path, why=clean_line(why)))


def _of_code(code: refi.Code) -> dict[str, str]:
    return {"name": code.name, "when": code.description, "parent": code.parent}


def _take_versions(desk: Desk, versions: Iterable[Version]) -> Taken:
    versions = tuple(versions)
    known = {one for those in desk.coding.versions.values() for one in those}
    themes = {one.id: one.name for one in versions if isinstance(one, codebook.Theme)}
    fresh = {one.id: one.name for one in versions if isinstance(one, codebook.Theme) and one not in known}
    decisions = {one.id for one in versions if one.table != codebook.Theme.table and one not in known}
    desk.take_in(versions)
    return Taken(tuple(fresh.values()), len(themes) - len(fresh), len(decisions))


def _take_table(desk: Desk, rows: list[dict[str, str]]) -> Taken:
    decided = coding_tables.decisions_of(rows)
    if not decided:
        return Taken(*_take_themes(desk, coding_tables.themes_of(rows)), 0)
    names = dict.fromkeys(theme for _, _, theme, _ in decided)
    none = {"inget tema", "no theme"}
    themes, known = _take_themes(desk, [{"name": name} for name in names if name.casefold() not in none])
    said: dict[tuple[str, str], tuple[list[str], str]] = {}
    for note, coder, theme, memo in decided:
        of, _ = said.setdefault((note, coder_name(coder) or desk.coder), ([], memo))
        found = desk.coding.book.called(theme)
        of += [found.id] if found else []
    return Taken(themes, known, _decide_all(desk, said))


def _take_project(desk: Desk, data: bytes, notes: list[Said]) -> Taken:
    from diskussion_tui.reports.refi_project import project_in

    project = project_in(data, notes)
    themes, known = _take_themes(desk, map(_of_code, project.codes))
    said: dict[tuple[str, str], tuple[list[str], str]] = {}
    for one in project.placed:
        found = [theme.id for code in one.codes if (theme := desk.coding.book.called(code))]
        said[one.note, coder_name(one.coder) or desk.coder] = (found, one.memo)
    return Taken(themes, known, _decide_all(desk, said), project.astray)


def _decide_all(desk: Desk, said: dict[tuple[str, str], tuple[list[str], str]]) -> int:
    """Decide what somebody has decided elsewhere, by note and coder: themes and a memo. How much of it was new."""
    count = 0
    for (note, coder), (of, memo) in said.items():

        def deciding(
            coding: Coding,
            stamp: Stamp,
            note: str = note,
            coder: str = coder,
            of: tuple[str, ...] = tuple(of),
            memo: str = memo,
        ) -> Iterable[Version]:
            return decide(coding, stamp, coder, [note], of, memo)

        count += bool(desk.do(deciding))
    return count


def _take_themes(desk: Desk, themes: Iterable[dict[str, str]]) -> tuple[tuple[str, ...], int]:
    """Make the themes that there are none of yet, under those they belong to: their names, and how many there were already."""
    fresh: list[str] = []
    known = 0
    for one in themes:
        if desk.coding.book.called(one["name"]):
            known += 1
            continue
        above = desk.coding.book.called(one["parent"]) if one.get("parent") else None
        given = {key: one[key] for key in ("when", "unless", "words", "stops") if one.get(key)}
        theme_id, name, parent = desk.new_id(), one["name"], above.id if above else ""

        def making(
            coding: Coding,
            stamp: Stamp,
            theme_id: str = theme_id,
            name: str = name,
            parent: str = parent,
            given: dict[str, str] = given,
        ) -> Iterable[Version]:
            return codebook.make(coding.book, stamp, theme_id, name, parent=parent, **given)

        if desk.do(making):
            fresh.append(name)
    return tuple(fresh), known


def put(
    desk: Desk,
    path: Path,
    notes: Callable[[], list[Said]],
    name: str,
    arguments: Namespace,
    texts: Texts,
) -> None:
    """Write a file in the form that its name says. Raises `Refused`, and `OSError`."""
    said, kind = texts.coding, path.suffix.lower()
    coding = desk.coding
    if kind == ".qdc":
        data = refi.codebook(coding.book)
    elif kind == ".qdpx":
        data = refi.project(name, notes(), coding)
    elif kind in {".csv", ".xlsx"}:
        workbook = reading_of(arguments, texts).workbook
        kinds = {one.id: one.label for one in workbook.kinds} if workbook else {}
        rows = coding_tables.coding_rows(notes(), coding, kinds, texts)
        if kind == ".csv":
            data = separated(said.columns, rows, "csv-excel").encode()
        else:
            data = _excel(
                [
                    (said.sheet_coding, said.columns, rows),
                    (said.sheet_book, said.book_columns, coding_tables.book_rows(coding.book)),
                ],
                texts,
            )
    else:
        raise Refused(said.not_exportable.format(file=path))
    write_whole(Fs(), path, data, path.parent)


def _excel(sheets: list[tuple[str, tuple[str, ...], Iterable[tuple[str, ...]]]], texts: Texts) -> bytes:
    try:
        return coding_tables.excel(sheets)
    except ModuleNotFoundError:
        raise Refused(texts.coding.no_excel) from None
