"""Every row that a wrong file is answered with, kept whole in both languages: its line, its key, what is wrong, what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.look import FILE, read_look
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.settings import problems_of, settings_in
from diskussion_tui.texts import LANGUAGES, words
from tests.content.test_look import PNG
from tests.support.kept import page_looks_as_kept
from tests.support.wrong import WORKBOOKS, in_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.content.problems import Problem

_FIRST = 3
"""So many rows of a file are kept, and how many there are: some have a hundred of one sort."""
_LONG = 300

LOOKS = {
    "a letter that is no UTF-8, on the third line": b'cover = "x"\n\nfont = "\xe5"',
    "as large as it may be": b'cover = "x"\n' + b"#" * (100_000 - 12),
    "larger than it may be": b"#" * 100_001,
    "no TOML": b'cover = "x"\ncover = "y"',
    "all of the wrong sort": b"cover = 1\nfont = 2\nlogo = 3\nlogo_text = 4\nword_template = 5\nfont_files = 6\ncolours = 7",
    "keys that nobody knows": b'covr = "x"\nxyzzy = 1\n[colours]\ninc = "#000000"\nxyzzy = "#000000"',
    "colours that are none": b'[colours]\ntext = "red"\nquiet = 3\nline = "#12345"\nheat = "#1234567"\nkinds = ["#000000", "blue"]',
    "colours that nobody could read": b'[colours]\ntext = "#777777"\nquiet = "#767676"\nkinds = ["#ffffff", "#757575"]',
    "colours that need not be read": b'[colours]\nline = "#FFFFFF"\nheat = "#eeeeee"',
    "a font without its file": b'font = "X"',
    "a file without its font": b'font_files = ["en.ttf"]',
    "fonts that are none": b'font = "X"\nfont_files = ["en.ttf", "logo.png", "inte.ttf"]',
    "files elsewhere": b'logo = "../logo.png"\nlogo_text = "x"\nword_template = "/mall.docx"\nfont = "X"\nfont_files = ["a/b", "a\\\\b", ".."]',
    "a logo as large as it may be": b'logo = "just.png"\nlogo_text = "x"',
    "a logo that is too large": b'logo = "over.png"\nlogo_text = "x"',
    "a logo without words": b'logo = "logo.png"\nlogo_text = " "',
    "a logo that is not there and has no words": b'logo = "inte.png"',
    "words without a logo": b'logo_text = "x"',
    "a template that is a picture": b'word_template = "logo.png"',
}
SETTINGS = {
    "a letter that is no UTF-8": b'unit = "x"\n\ntheme = "\xe5"',
    "no TOML": b'unit = "x"\nunit = "y"',
    "of the wrong sort": b"theme = 3\nunit = true\nfolders = 'a'\nkeys = 3",
    "no choice": b'theme = "pink"\nlanguage = "fi"\n',
    "keys that nobody knows": b'them = "dark"\nxyzzy = 1\n[keys]\nundo = 3\nredo = ["a"]',
}


def _rows(name: str, problems: Iterable[Problem], folder: Path) -> Iterator[str]:
    told = list(problems)
    yield f"{name}: {len(told)}"
    for one in told[:_FIRST] + told[_FIRST:][-1:]:
        row = one.row().replace(f"{folder}/", "")
        yield f"  {row if len(row) < _LONG else f'{row[:_LONG]}… {len(row)}'}{f'  <{one.nearest}>' if one.nearest else ''}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_workbook(tmp_path: Path, language: str) -> None:
    kept: list[str] = []
    with in_time():
        for number, kind in enumerate(one for one in WORKBOOKS if one.said != "unreadable"):  # says why
            folder = tmp_path / str(number)
            folder.mkdir()
            kind.make(folder / kind.file)
            kept += _rows(kind.name, read_workbook(folder / kind.file, words(language)).problems, folder)
    page_looks_as_kept(f"problems-workbook-{language}", kept)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_look(tmp_path: Path, language: str) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "just.png").write_bytes(PNG + bytes(5_000_000 - len(PNG)))
    (tmp_path / "over.png").write_bytes(PNG + bytes(5_000_001 - len(PNG)))
    (tmp_path / "en.ttf").write_bytes(b"\x00\x01\x00\x00 font")
    kept: list[str] = []
    for name, data in LOOKS.items():
        (tmp_path / FILE).write_bytes(data)
        kept += _rows(name, read_look(tmp_path / FILE, words(language)).problems, tmp_path)
    page_looks_as_kept(f"problems-look-{language}", kept)


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_settings(tmp_path: Path, language: str) -> None:
    kept: list[str] = []
    for name, data in SETTINGS.items():
        problems = problems_of(settings_in(data, "settings.toml"), words(language))
        kept += _rows(name, problems, tmp_path)
    page_looks_as_kept(f"problems-settings-{language}", kept)
