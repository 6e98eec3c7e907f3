"""A compilation that is handed out: each format is what it is called, and whose names would go out is told before."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.reports import compilation_files
from diskussion_tui.reports.compilation_files import FORMATS, Handed, made, telling
from diskussion_tui.reports.exporting import MissingLibraryError
from diskussion_tui.reports.profile import Published
from diskussion_tui.texts import words
from tests.support.reported import workbook
from tests.support.season import AT, compilation, kept

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_kept import Kept

SV = words("sv")
BEGINS = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "html": b"<!DOCTYPE html>", "md": b"# "}


def handed(of: Compilation | None = None, own: Kept | None = None) -> Handed:
    """What is handed out to anybody."""
    return Handed(own or kept(1), of or compilation(1), workbook(), SV, Published())


@pytest.mark.parametrize("wanted", FORMATS)
def test_each_format_is_what_it_is_called(wanted: str) -> None:
    data = made(wanted, handed())
    assert data.startswith(BEGINS[wanted])
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            folders = {name.partition("/")[0] for name in found.namelist()}
            times = {one.date_time for one in found.infolist()}
        assert ("word" in folders, "xl" in folders) == (wanted == "docx", wanted == "xlsx")
        assert times == {(1980, 1, 1, 0, 0, 0)}  # the same bytes whenever it is made


def test_a_format_whose_library_is_not_there_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compilation_files, "is_ready", lambda wanted: wanted != "docx")
    with pytest.raises(MissingLibraryError):
        made("docx", handed())


def test_what_seems_to_be_personal_data_is_told_once_wherever_it_stands() -> None:
    of, today = compilation(1), AT.date()
    said = next(iter(of.notes))
    named = replace(of.notes[said], text="Ring 070-123 45 67")
    of = replace(of, notes={**of.notes, said: named})
    own = replace(kept(1), text="Fråga anna@example.se", quotes=(said,))
    assert telling(handed(of, own), today) == ["Fråga anna@example.se", "Ring 070-123 45 67"]
    assert telling(handed(of, replace(own, quotes=())), today) == ["Fråga anna@example.se"]
    assert telling(handed(own=replace(own, text="Faxen ska bort", name="070-123 45 67")), today) == [
        "070-123 45 67"
    ]
    assert telling(handed(), today) == []
