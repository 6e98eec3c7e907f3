"""A workbook as the text of its file: read back it is the same, and what explains it stands above what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import shipped_workbooks, start_file
from diskussion_tui.content.writing import commented, explained, with_id, written
from tests.support.builders import small_workbook, workbook_in

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.content.lines import KeyPath
    from diskussion_tui.domain.workbook.workbook import Workbook


def _read_back(text: str, folder: Path, language: str = "sv") -> Workbook:
    path = folder / "content.toml"
    path.write_text(text, encoding="utf-8")
    return workbook_in(path, language)


@pytest.mark.parametrize("name", ["small", "sv", "en", *shipped_workbooks()])
def test_what_is_written_is_the_same_workbook_when_it_is_read(name: str, tmp_path: Path) -> None:
    files = {"sv": start_file("sv"), "en": start_file("en"), **shipped_workbooks()}
    workbook = workbook_in(files[name]) if name in files else small_workbook()
    assert _read_back(written(workbook, {}), tmp_path) == workbook


def test_each_key_has_a_line_each_table_its_header_and_nothing_stands_there_that_goes_without_saying() -> (
    None
):
    text = written(small_workbook(), {})
    assert text.startswith('schema_version = 1\nid = "parken"\nversion = 1\nlanguage = "sv"\n')
    assert '\n\n[[kinds]]\nid = "bort"\nsign = "−"\nascii = "-"\n' in text or "\n\n[[kinds]]\nid = " in text
    assert '\n\n[[sections.questions]]\nid = "A.3"\nasks = "own"\nminutes = 2\n' in text
    assert "behaviour" not in text
    assert "\n\n\n" not in text


def test_a_comment_stands_right_above_what_it_is_about_and_nothing_else_moves(tmp_path: Path) -> None:
    workbook = small_workbook()
    above: dict[KeyPath, list[str]] = {
        ("title",): ["Vad det heter.", "Kort."],
        ("sections", 0, "questions", 1): ["En fråga."],
    }
    text = written(workbook, above)
    assert '# Vad det heter.\n# Kort.\ntitle = "Parken"' in text
    assert '# En fråga.\n[[sections.questions]]\nid = "A.2"' in text
    bare = [line for line in text.split("\n") if not line.startswith("#")]
    assert bare == written(workbook, {}).split("\n")
    assert _read_back(text, tmp_path) == workbook


def test_what_was_explained_is_found_again_above_each_key() -> None:
    above: dict[KeyPath, tuple[str, ...]] = {("title",): ("Vad det heter.",), ("sections", 0): ("En del.",)}
    assert explained(written(small_workbook(), above)) == above
    text = '# Överst\nid = "a"\n\n# Ett\n# två\ntitle = "b" # inte den\nlanguage = "sv"\n'
    assert explained(text) == {("id",): ("Överst",), ("title",): ("Ett två",)}


def test_a_long_comment_goes_on_in_more_lines_and_no_text_gets_out_of_it() -> None:
    lines = list(commented("ord " * 60 + "\n[tabell]\nid = 1"))
    assert len(lines) == 3
    assert all(line.startswith("# ") and len(line) <= 110 for line in lines)
    assert max(map(len, lines)) > 100


def test_another_id_is_written_once_and_whatever_is_in_it_is_only_text() -> None:
    text = '# id = "x"\nid = "parken"\nversion = 1\n\n[[kinds]]\nid = "bort"\n'
    assert with_id(text, "torget") == text.replace('"parken"', '"torget"')
    assert with_id(text, 'a"\\1') == text.replace('"parken"', '"a\\"\\\\1"')
