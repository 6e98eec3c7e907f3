"""What a system is given besides the program: manual pages, an entry for the desktop, a picture. Each says what the program says."""

from __future__ import annotations

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from diskussion_tui.cli.kit.commands import ALIASES, COMMANDS, parser_of
from diskussion_tui.texts import LANGUAGES, words
from tools import manpage

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
MACROS = {"TH", "SH", "SS", "TP", "PP", "B", "br", '\\"'}


def test_the_manual_pages_are_those_that_the_declarations_give() -> None:
    assert manpage.main(["--check"]) == 0


def test_a_stale_manual_page_is_noticed_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(manpage, "FOLDER", tmp_path / "man")
    assert manpage.main(["--check"]) == 1
    assert "is stale" in capsys.readouterr().err
    assert manpage.main([]) == 0
    assert manpage.main(["--check"]) == 0
    manpage.path_of("sv").write_text("gammal", encoding="utf-8")
    assert manpage.main(["--check"]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_manual_page_has_every_command_with_every_option(language: str) -> None:
    page = manpage.page(language)
    parts = {
        part.split(maxsplit=1)[0].replace("\\-", "-"): part for part in page.split("\n.SS diskussion ")[1:]
    }
    parts = {ALIASES.get(name, name): part for name, part in parts.items()}
    assert parts.keys() == COMMANDS.keys()
    everywhere = {*parser_of("", words(language)).options()}
    for command, part in parts.items():
        for option in {*parser_of(command, words(language)).options()} - everywhere:
            assert option.replace("-", "\\-") in part, command
    for option in everywhere:
        assert option.replace("-", "\\-") in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_manual_page_is_taken_for_a_command_of_man(language: str) -> None:
    lines = manpage.page(language).splitlines()
    assert {line[1:].split()[0] for line in lines if line.startswith(".")} == MACROS
    assert [line for line in lines if line.startswith("'")] == lines[:1]
    assert not re.search(
        r"(?<!\\)-", "\n".join(lines[2:])
    )  # a bare one is a hyphen, and no option is typed with that


def test_the_entry_for_the_desktop_starts_the_program_in_a_terminal() -> None:
    read = ConfigParser(interpolation=None, strict=True)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string((PACKAGING / "diskussion.desktop").read_text(encoding="utf-8"))
    entry = read["Desktop Entry"]
    assert (entry["Type"], entry["Exec"], entry["Terminal"]) == ("Application", "diskussion", "true")
    assert entry["Icon"] == "diskussion"
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[f"{key}[sv]"]
    assert all(entry[key].endswith(";") for key in ("Categories", "Keywords", "Keywords[sv]"))


def test_the_picture_is_drawn_by_itself() -> None:
    picture = ET.parse(PACKAGING / "diskussion.svg").getroot()
    assert picture.get("viewBox") == "0 0 128 128"
    names = {one.tag.rpartition("}")[2] for one in picture.iter()}
    assert names == {"svg", "rect", "g", "path"}
    assert not [value for one in picture.iter() for value in one.attrib.values() if ":" in value]


def test_all_of_it_goes_where_systems_look_for_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    lies = {str(path.relative_to(ROOT)) for path in PACKAGING.rglob("*") if path.is_file()}
    assert {*shared} == lies
    assert {path for path in shared.values() if "man" in path} == {
        "share/man/man1/diskussion.1",
        "share/man/sv/man1/diskussion.1",
    }


def test_the_workflow_runs_what_there_is_and_says_that_nobody_has_run_it() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert "It has not been run" in text
    recipes = set(
        re.findall(r"^([\w-]+)[^\n]*:\n", (ROOT / "justfile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {*re.findall(r"just ([\w-]+)", text)} <= recipes
    for module in re.findall(r"python -m (tools\.\w+)", text):
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file()
    for folder in re.findall(r"\btests/\w+|\.ci/\w+", text):
        assert (ROOT / folder).exists()
    assert {"ubuntu-latest", "windows-latest", "macos-latest"} <= set(re.findall(r"[\w]+-latest", text))
