"""Makes the pictures of documents: a page of the example's report, and one of a compilation of made-up discussions, as they are set.

python -m tools.pages           write docs/rapport.png and docs/sammanstallning.png
python -m tools.pages --check   exit 1 where a picture in the tree is not the one the program gives
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_code_book, default_workbook, example_folder
from diskussion_tui.domain.analysis.compilation import Coded, compiled
from diskussion_tui.domain.analysis.compilation_kept import Kept
from diskussion_tui.reports.compilation_document import document
from diskussion_tui.reports.formats.pdf import template_values
from diskussion_tui.reports.formats.saying import SILENT
from diskussion_tui.reports.formats.typesetting import typeset
from diskussion_tui.reports.report import report
from diskussion_tui.store.compiling.codebook_file import read_book
from diskussion_tui.store.files.paths import session_files
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.texts import words
from tools.corpus.folder import generate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.reports.document import Document

DOCS = Path(__file__).resolve().parents[1] / "docs"
_WORDS = words("sv")
_AT = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)
_DISCUSSIONS, _SEED = 40, 1
_POINTS_AN_INCH = 72.0


def pictures() -> Mapping[str, bytes]:
    """Each picture by its name: the same bytes for the same program."""
    workbook = read_workbook(default_workbook(), _WORDS).workbook
    if workbook is None:
        raise FileNotFoundError(default_workbook())
    return {
        "rapport.png": _page(_report(workbook)),
        "sammanstallning.png": _page(_compilation(workbook)),
    }


def _page(shown: Document) -> bytes:
    """The first page."""
    told = {"document": template_values(shown, SILENT, None, OURS)}
    return typeset("report.typ", told, OURS, format="png", ppi=_POINTS_AN_INCH)[0]


def _report(workbook: Workbook) -> Document:
    (example,) = session_files(example_folder())
    return report(read_session(example).session, workbook, _WORDS)


def _compilation(workbook: Workbook) -> Document:
    """Of discussions whose themes are known, since somebody wrote each of their sentences for one."""
    with tempfile.TemporaryDirectory() as folder:
        made = generate(Path(folder), _DISCUSSIONS, _SEED)
        library = Library(Path(folder))
        library.refresh()
        given = [one for _, one in library.given() if one]
    names = {theme.id: theme.name for theme in read_book(default_code_book()).themes}
    coded = Coded({note: frozenset({theme} & {*names}) for note, theme in made.themes.items()}, names)
    kinds, verdicts = ([one.id for one in those] for those in (workbook.kinds, workbook.verdicts))
    of = compiled(given, None, coded, kinds, verdicts)
    return document(Kept("Hösten 2026", "", _AT, _AT).taking(of, _AT), of, workbook, _WORDS)


def main(arguments: Sequence[str]) -> int:
    """Write or check the pictures; the exit code."""
    stale = []
    for name, made in pictures().items():
        path = DOCS / name
        if "--check" not in arguments:
            path.write_bytes(made)
        elif not path.is_file() or path.read_bytes() != made:
            stale.append(name)
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: not what the program gives: run python -m tools.pages\n")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
