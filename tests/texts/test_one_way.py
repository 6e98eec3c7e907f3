"""A time of day and the address of a question are written in one way wherever people read them: 14:23 and A 1.

In files, in tables for other programs and where it is typed, an address is its id, A.1, and a moment is written as ISO 8601 has it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.sentences import sentences

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "diskussion_tui"
KEPT = ROOT / "tests" / "kept"
DOTTED_TIME = re.compile(r"(?<![\d.,v])(?:[01]\d|2[0-3])\.[0-5]\d(?![\d.,])")
ADDRESS = re.compile(
    r"(?<![\w./'\"_:-])[A-E]\.(?:\d|helheten|allt|[A-D]\b)(?!=|\w*\.(?:kind|notes|verdict|wording))"
)
TYPED = ("help_", "behaviour", "_unclear", "syntax", "query.")
"""Texts that show what one types."""
LISTED = ("Momenten är start", "The steps are start", "Frågorna är A.1", "The questions are A.1")
"""What begins a list of what one may type."""
WRITTEN = "ringa 08.00"
"""What somebody wrote in a note of the kept screens."""
FOR_PROGRAMS = ("values", "rows", "archive", "project", "code-book", "excel")
"""Kept pages that are tables and files for other programs."""


def _shown(path: Path) -> list[str]:
    """The lines of a page, without what somebody typed or wrote, or is told to type."""
    lines = path.read_text(encoding="utf-8").replace(WRITTEN, "").splitlines()
    typing = False
    kept = []
    for line in lines:
        typing = any(one in line for one in LISTED) or (typing and line.endswith(","))
        kept += [] if typing or line.startswith(("> ", "$ ")) else [line]
    return kept


def _pages() -> list[Path]:
    """What people read, kept as it was shown: every screen and every report."""
    return [
        path
        for path in sorted(KEPT.glob("*.txt"))
        if not any(sort in path.stem.split("page-")[-1] for sort in FOR_PROGRAMS)
    ]


def test_every_screen_and_report_writes_an_address_as_it_is_called() -> None:
    pages = _pages()
    assert len(pages) > 100
    found = {
        path.name: lines
        for path in pages
        if (lines := [line for line in _shown(path) if ADDRESS.search(line)])
    }
    assert found == {}


def test_every_screen_and_report_writes_a_time_with_a_colon() -> None:
    assert any(re.search(r"\b18:\d\d\b", path.read_text(encoding="utf-8")) for path in _pages())
    found = {
        path.name: lines
        for path in _pages()
        if (lines := [line for line in _shown(path) if DOTTED_TIME.search(line)])
    }
    assert found == {}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_text_has_a_way_of_its_own(language: str) -> None:
    said = sentences(language)
    assert {place: text for place, text in said.items() if DOTTED_TIME.search(text)} == {}
    typed = {place: text for place, text in said.items() if ADDRESS.search(text)}
    assert [place for place in typed if not any(sort in place for sort in TYPED)] == []


def test_the_handbook_writes_times_so_too() -> None:
    for page in sorted((ROOT / "docs").glob("*.md")):
        if page.stem in {"benchmarks", "format"}:
            continue
        lines = page.read_text(encoding="utf-8").splitlines()
        wrong = [line for line in lines if DOTTED_TIME.search(line) and ".sluttid" not in line]
        assert wrong == [], page.name


def test_no_module_writes_a_time_or_an_address_by_itself() -> None:
    written = re.compile(r"%H\D%M|strftime|replace\(['\"]\.['\"], ['\"] ['\"]\)")
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if written.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"base/clock.py", "domain/workbook/steps.py"}
