"""Every kind of wrong `content.toml` in `tests/support/wrong.py`: rows that say what to do, no crash, the file untouched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.text import clean
from diskussion_tui.content.outline import outline
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.texts import LANGUAGES, words
from tests.support.shell import Shell
from tests.support.wrong import ACTING, WORKBOOKS, WrongWorkbook, in_time, seen_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.shell import Said


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    with in_time():
        yield


@pytest.fixture(params=WORKBOOKS, ids=str)
def kind(request: pytest.FixtureRequest) -> WrongWorkbook:
    return request.param


@pytest.fixture
def path(kind: WrongWorkbook, tmp_path: Path) -> Path:
    folder = tmp_path / "häften"
    folder.mkdir()
    kind.make(folder / kind.file)
    return folder / kind.file


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "diskussioner", monkeypatch)


def _sentence(kind: WrongWorkbook, language: str) -> str:
    """What is said whatever stands in the blanks."""
    return getattr(words(language).problems, kind.said).partition("{")[0]


def _harmless(said: Said) -> None:
    assert "Traceback" not in said.err
    assert not ACTING.search(said.out + said.err)


def test_the_reader_tells_file_line_key_what_is_wrong_and_what_to_write(kind: WrongWorkbook, path: Path):
    for language in LANGUAGES:
        before = seen_in(path.parent)
        reading = read_workbook(path, words(language))
        assert (reading.workbook is None) == bool(kind.said) == bool(reading.problems)
        assert all(
            problem.file == str(path) and problem.what and problem.row() for problem in reading.problems
        )
        if kind.said:
            meant = [
                problem for problem in reading.problems if problem.what.startswith(_sentence(kind, language))
            ]
            assert meant, [problem.row() for problem in reading.problems]
            first = meant[0]
            assert first.key.startswith(kind.key)
            assert first.write
            assert not kind.line or first.line
            assert len(first.row()) < 1_000
        assert seen_in(path.parent) == before


def test_check_prints_a_row_for_each_problem_and_nothing_that_acts_on_a_terminal(
    kind: WrongWorkbook, path: Path, shell: Shell
):
    for language in LANGUAGES:
        before = seen_in(path.parent)
        said = shell.runs("check", str(path), "--lang", language)
        _harmless(said)
        assert said.code == (1 if kind.said else 0)
        number = len(read_workbook(path, words(language)).problems)
        assert len(said.lines) == number
        named = clean(str(path)).replace("\n", " ")
        assert all(line.startswith(named.encode(errors="replace").decode()) for line in said.lines)
        if kind.said:
            assert _sentence(kind, language) in said.out
            assert said.err == f"{words(language).cli.problems(number)}\n"
        else:
            assert said.err.count("\n") == 1
        assert seen_in(path.parent) == before


def test_check_gives_the_same_as_json(kind: WrongWorkbook, path: Path, shell: Shell):
    said = shell.runs("check", str(path), "--json")
    _harmless(said)
    assert [problem["file"] for problem in said.json()] == [str(path)] * len(said.json())
    assert bool(said.json()) == bool(kind.said)


def test_start_begins_nothing_and_shows_the_rows(
    kind: WrongWorkbook, path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
):
    led = []
    monkeypatch.setattr("diskussion_tui.cli.lead.start.lead", lambda *_, **given: led.append(given) or 0)
    for language in LANGUAGES:
        led.clear()
        before = seen_in(path.parent)
        said = shell.runs("start", "Ekerö", "--content", str(path), "--lang", language, terminal=True)
        _harmless(said)
        if kind.said:
            assert (said.code, said.out, led) == (1, "", [])
            sentence, *rows = said.err.splitlines()
            assert sentence == words(language).cli.workbook_faulty
            assert any(_sentence(kind, language) in row for row in rows)
            assert not shell.folder.exists()
        else:
            assert (said.code, len(led)) == (0, 1)
        assert seen_in(path.parent) == before


def test_a_glance_and_the_list_do_without_it(path: Path, shell: Shell):
    assert outline(path).language in {"", "sv"}
    shell.creates("Lidingö")
    said = shell.runs("list", "--content", str(path))
    _harmless(said)
    assert said.code == 0
    assert re.search(r"Lidingö .* utkast", said.out)


def test_a_workbook_that_changes_its_encoding_while_it_is_read_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "eget.toml"
    path.write_bytes("titel = 'vård'".encode("latin-1"))
    read = type(path).read_bytes

    def once(self: Path) -> bytes:
        data = read(self)
        self.unlink()
        return data

    monkeypatch.setattr(type(path), "read_bytes", once)
    (problem,) = read_workbook(path, words("sv")).problems
    assert (problem.what, problem.line) == (words("sv").problems.not_utf8, 1)


def test_the_table_is_as_long_as_it_is_promised_to_be():
    assert len({kind.name for kind in WORKBOOKS}) == len(WORKBOOKS) >= 25
