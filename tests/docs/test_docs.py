"""The documents say what the program does: keys, commands, options, paths, links and examples, compared with the code."""

from __future__ import annotations

import ast
import datetime as dt
import re
import tomllib
import zlib
from dataclasses import MISSING, Field, field, fields
from functools import cache
from itertools import chain
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import pytest
from textual.binding import Binding

from diskussion_tui.base import toml
from diskussion_tui.base.settings import Settings
from diskussion_tui.base.value import dataclass
from diskussion_tui.cli.kit.commands import ALIASES, parser_of
from diskussion_tui.cli.kit.commands import COMMANDS as SHELL_COMMANDS
from diskussion_tui.content import reader
from diskussion_tui.content.settings import LISTS, choices
from diskussion_tui.domain.session.fields import holds
from diskussion_tui.domain.session.records import RECORDS, Head, Note, Version
from diskussion_tui.domain.story.diff import TOLD, What
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.blocks import read_journal
from diskussion_tui.store.upkeep.diagnose import INFORMATION, REMEDIES
from diskussion_tui.texts import words
from diskussion_tui.tui.app import DiskussionApp
from diskussion_tui.tui.commands import COMMANDS, command, with_keys
from diskussion_tui.tui.dialogs.ask import Ask
from diskussion_tui.tui.dialogs.chooser import Chooser
from diskussion_tui.tui.dialogs.form import Form
from diskussion_tui.tui.dialogs.paste import AskPaste
from diskussion_tui.tui.dialogs.reader import Reader
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.own_keys import changeable
from diskussion_tui.tui.rounds.screen import Ranking
from diskussion_tui.tui.walk.screen import Walk
from tests.support.sentences import sentences
from tools import keysheet

if TYPE_CHECKING:
    from diskussion_tui.tui.declaring import Command

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbok.md"
FORMAT = ROOT / "docs" / "format.md"
PROMISES = ROOT / "docs" / "promises.md"
PROMISED = re.findall(
    r"^#{2,3} (.+?)\n(.*?)(?=^#|\Z)", PROMISES.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)
DOCTOR = ROOT / "src" / "diskussion_tui" / "store" / "upkeep" / "diagnose.py"
DOCUMENTS = [
    ROOT / "VISION.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
SOURCES = ("", "src/diskussion_tui", "src/diskussion_tui/tui")
"""From where a document may name a file: a table about one package need not repeat the way to it."""
USERS_OWN = re.compile(
    r"\..*|settings\.toml|utseende\.toml|sammanstallning(/.*|\.toml)|rensade[\w.-]*\.toml|Diskussionsstöd_.*\.toml|[\w-]+\.(added|changed|fixed|removed|security)\.md"
)
"""Names of what a user has and the project has not, and of fragments that come and go."""

SWEDISH = {
    "skift": "shift",
    "backsteg": "backspace",
    **{name.casefold(): key for key, name in words("sv").keys.named},
}
KEY = re.compile(
    r"\b(?:Ctrl|Alt|Skift)\+\w+\b|\bF\d{1,2}\b|\b(?:PgDn|PgUp|Esc|Tab|Delete|Enter|Blanksteg|Backsteg)\b"
)
SINGLE_KEY = re.compile(r"`([^`\s\w]|[a-zåäö])`")
BANNED = re.compile(
    r"\b(sessions?|sessionen|sessioner\w*|facilit\w*|scenari\w*|handledar\w*)\b", re.IGNORECASE
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
PATH = re.compile(r"`([\w.-]*(?:/[\w.*-]+)*/?)`")
SUFFIXES = (".py", ".md", ".toml", ".tcss", ".lock")


def test_the_key_sheet_is_what_the_program_would_write_now() -> None:
    assert keysheet.main(["--check"]) == 0, "run python -m tools.keysheet"


def test_a_stale_key_sheet_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tmp_path / "tangenter.md"
    monkeypatch.setattr(keysheet, "SHEET", stale)
    assert keysheet.main(["--check"]) == 1
    keysheet.main([])
    assert keysheet.main(["--check"]) == 0
    stale.write_text(stale.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    assert keysheet.main(["--check"]) == 1


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_stands_in_the_key_sheet_in_both_languages(command: Command) -> None:
    page = keysheet.SHEET.read_text(encoding="utf-8")
    for language in keysheet.SAID:
        assert command.words(with_keys(words(language))).reason in page


def test_every_key_that_the_handbook_names_exists() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    named = {_textual(key) for key in KEY.findall(text)} | {_textual(key) for key in SINGLE_KEY.findall(text)}
    assert not named - _keys() - {"f11"}  # full screen is the terminal's to give


def test_the_format_page_gives_the_measure_of_a_file_as_it_is() -> None:
    page = (
        FORMAT.read_text(encoding="utf-8").partition("\n## The measure of a file\n")[2].partition("\n## ")[0]
    )
    told = re.findall(r"^\| .* \| ([\d,]+) \|$", page, re.MULTILINE)
    measures = (toml.MAX_BYTES, reader.MAX_BYTES, toml.MAX_BLOCKS, toml.MAX_VALUES, toml.MAX_DEPTH)
    assert told == [f"{one:,}" for one in measures]


def test_the_handbook_names_every_key_of_the_commands() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    named = {_textual(key) for key in re.findall(r"`([^`\n]+)`", text)}
    keys = {key for one in COMMANDS for key in (*one.key.split(" "), *(one.elsewhere or {}).values())}
    assert not keys - named - {""}  # what only the palette offers


@pytest.mark.parametrize("command", SHELL_COMMANDS)
def test_the_handbook_names_every_command_of_the_shell(command: str) -> None:
    assert f"`diskussion {command}" in HANDBOOK.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["", *SHELL_COMMANDS])
def test_the_handbook_names_every_option(command: str) -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    for option in parser_of(command, words("sv")).options():
        assert re.search(rf"{option}\b", text), option


def test_the_handbook_invents_no_option_and_no_command() -> None:
    code = " ".join(CODE.findall(HANDBOOK.read_text(encoding="utf-8")))
    known = set(chain.from_iterable(parser_of(name, words("sv")).options() for name in ("", *SHELL_COMMANDS)))
    assert not set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)) - known
    assert not set(re.findall(r"\bdiskussion ([a-z]+(?:-[a-z]+)*)", code)) - {
        *SHELL_COMMANDS,
        *ALIASES,
        "tui",
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_exists(document: Path) -> None:
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = {path for path in PATH.findall(text) if "/" in path or path.endswith(SUFFIXES)}
    assert not {path for path in named if not USERS_OWN.fullmatch(path) and not _exists(path, document)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(document: Path) -> None:
    for link in LINK.findall(CODE.sub("", document.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link


def test_no_document_names_the_machine_it_was_written_on() -> None:
    for document in DOCUMENTS:
        assert not re.search(
            r"/tmp/|(?<!\w)/home/\w|/root\b|/Users/", document.read_text(encoding="utf-8")
        ), document.name


def test_the_swedish_words_hold_no_word_that_is_not_said() -> None:
    said = {
        place: found.group()
        for place, text in sentences("sv").items()
        if (found := BANNED.search(re.sub(r"--\w+|\{\w+\}|\[\[\w+\]\]", "", text)))
    }
    assert not said


def test_the_handbook_holds_no_word_that_is_not_said() -> None:
    assert not BANNED.findall(CODE.sub("", HANDBOOK.read_text(encoding="utf-8")))


def test_the_handbook_says_of_saving_what_the_screen_says() -> None:
    text, walk = HANDBOOK.read_text(encoding="utf-8"), with_keys(words("sv")).walk
    for state in (walk.saved, walk.saving, walk.elsewhere, walk.not_saved, walk.read_only, walk.practising):
        assert re.search(rf"^\| {state}( \d\d:\d\d)? \|", text, re.MULTILINE), state
    flowing = " ".join(text.split())
    for told in (
        walk.not_saved_long.format(why=with_keys(words("sv")).reasons.of("ENOSPC")),
        walk.read_only_newer.partition(". ")[0],
        walk.read_only_refused.format(why=with_keys(words("sv")).reasons.of("EACCES")).rstrip("."),
        walk.recovered(3),
        walk.draft_back,
        walk.from_files(2),
        walk.versions(2),
        walk.faults_found(1).partition(". ")[0],
    ):
        assert told in flowing, told


def test_the_ten_lines_of_python_read_the_example(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    source = re.findall(r"```python\n(.*?)```", FORMAT.read_text(encoding="utf-8"), re.DOTALL)[0]
    exec(compile(source, "docs/format.md", "exec"), {})
    out = capsys.readouterr().out
    assert out.startswith("2026-05-12 Vårdcentralen Solgläntan\nA.1 •")


def test_the_journal_shown_in_the_format_is_sealed_and_can_be_read() -> None:
    shown = re.findall(r"```toml\n(.*?)```", FORMAT.read_text(encoding="utf-8"), re.DOTALL)[0]
    assert shown.startswith(f"# schema {SCHEMA_VERSION}\n")
    sealed = re.findall(r"(.*?)# crc32 ([0-9a-f]{8})\n", shown, re.DOTALL)
    assert [seal for _, seal in sealed] == [f"{zlib.crc32(block.encode()):08x}" for block, _ in sealed]
    journaled = read_journal(shown.encode())
    assert [version.table for version in journaled.versions] == ["session", "notes"]
    assert (journaled.faults, journaled.cut_off, journaled.upto) == ((), 0, len(shown.encode()))


def test_the_changelog_has_a_place_for_the_fragments() -> None:
    assert "<!-- towncrier release notes start -->\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for fragment in (ROOT / "changes").glob("*.md"):
        assert re.fullmatch(r"[\w-]+\.(added|changed|fixed|removed|security)\.md", fragment.name), (
            fragment.name
        )


def test_every_field_that_a_session_file_can_have_is_described() -> None:
    example = next((ROOT / "sessions" / "exempel").glob("*.toml"))
    found = tomllib.loads(example.read_text(encoding="utf-8"))
    text = FORMAT.read_text(encoding="utf-8")
    for table, value in found.items():
        assert f"`[{table}]`" in text or f"`[[{table}]]`" in text or f"`{table}`" in text, table
        for record in value if isinstance(value, list) else [value]:
            if isinstance(record, dict):
                assert not {key for key in record if f"`{key}`" not in text}, table


@pytest.mark.parametrize("table", RECORDS, ids=lambda table: table.table)
def test_every_key_of_a_record_stands_in_its_table_with_its_type_and_default(table: type[Version]) -> None:
    name = "[session]" if table is Head else f"[[{table.table}]]"
    carried = {field.name for field in fields(Version)}
    own = [_row(table, field) for field in fields(table) if field.name not in carried]
    assert _rows(f"### `{name}`") == own, "write the rows so, and behind them what the key means"


def test_every_key_that_all_records_carry_stands_in_their_table() -> None:
    carried = {_row(Version, field) for field in fields(Version)}
    assert {*_rows("## What every record carries")} == carried


def test_the_format_says_which_row_a_new_key_wants() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Later(Note):
        speaker: str = field(default="", metadata=holds("name"))
        heard: dt.date | None = field(default=None, metadata=holds("moment"))

    rows = [_row(Later, field) for field in fields(Later)][-2:]
    assert rows == ['| `speaker` | string | `""` |', "| `heard` | local date | `None` |"]


def _rows(heading: str) -> list[str]:
    """The rows of the table under a heading of the format, up to what the key means."""
    text = FORMAT.read_text(encoding="utf-8")
    own = text.partition(f"{heading}\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    return re.findall(r"^(\| `\w+` \| [^|]+ \| [^|]+ \|) ", own, re.MULTILINE)


def _row(kind: type[Version], field: Field[Any]) -> str:
    """A key's name, type and default as the tables of the format write them."""
    hint = get_type_hints(kind)[field.name]
    if get_origin(hint) is UnionType:
        hint = get_args(hint)[0]
    named = "string" if get_origin(hint) is Literal else TYPES[hint]
    return f"| `{field.name}` | {named} | {_default(field)} |"


TYPES = {
    str: "string",
    int: "integer",
    bool: "boolean",
    dt.date: "local date",
    dt.datetime: "offset date-time",
    tuple[str, ...]: "list of strings",
}
"""What the types of fields are called in the format."""


def test_the_format_describes_the_version_that_is_written_and_every_earlier_one() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    assert f"Format version: **{SCHEMA_VERSION}**" in text
    told = text.partition("## Versions of the format\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\d+) \|", told, re.MULTILINE)
    assert rows == [str(number) for number in range(1, SCHEMA_VERSION + 1)]


def test_every_record_has_one_row_of_deeds() -> None:
    told = FORMAT.read_text(encoding="utf-8").partition("| of | `what` |\n")[2].partition("\n\n")[0]
    of = re.findall(r"^\| (`\w+`(?:, `\w+`)*|any) \| ", told, re.MULTILINE)
    assert len(of) == told.count("\n") == len(set(of))
    assert {f"`{table}`" for table in TOLD} <= set(of)


def test_every_deed_that_the_history_can_tell_of_is_described() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    assert not {deed for deed in get_args(What) if f"`{deed}`" not in text}


@pytest.mark.parametrize("promise", PROMISED, ids=lambda promise: promise[0])
def test_every_promise_names_tests_that_exist_or_says_that_it_is_not_built(promise: tuple[str, str]) -> None:
    title, text = promise
    named = set(re.findall(r"`([\w/]+\.py::\w+)`", text))
    if "Not built yet." in text:
        assert "Kommer." in text
        assert not named
    else:
        assert named
        assert "Not covered: " in text, title
    assert not named - _tests()


def test_every_line_of_the_page_on_shared_folders_names_a_test_that_exists() -> None:
    rows = [
        row
        for row in (ROOT / "docs" / "delad-mapp.md").read_text(encoding="utf-8").splitlines()
        if row.startswith("| ")
    ][2:]
    named = [re.findall(r"`([\w/]+\.py::\w+)`", row) for row in rows]
    assert rows
    assert [row for row, tests in zip(rows, named, strict=True) if len(tests) != 1] == []
    assert {tests[0] for tests in named} <= _tests()


def test_all_seven_promises_are_there() -> None:
    numbers = [title[0] for title, _ in PROMISED if re.match(r"\d\. ", title)]
    assert numbers == [str(number) for number in range(1, 8)]


@cache
def _tests() -> frozenset[str]:
    """Every test function there is, as `file::function` seen from the folder of the tests."""
    tests = ROOT / "tests"
    return frozenset(
        f"{file.relative_to(tests).as_posix()}::{node.name}"
        for file in tests.rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    )


def _default(field: Field[Any]) -> str:
    """A field's default as the tables of the format write it."""
    if field.default is MISSING:
        return "required"
    value = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f'`"{value}"`' if isinstance(field.default, str) else f"`{value}`"


def test_every_code_that_the_doctor_can_give_is_described() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    given = (
        set(re.findall(r'Finding\(\s*"(\w+)"', DOCTOR.read_text(encoding="utf-8")))
        | INFORMATION
        | {*REMEDIES}
    )
    assert not {code for code in given if f"`{code}`" not in text}


def _textual(key: str) -> str:
    """A key as Textual names it, from how the handbook writes it."""
    return "+".join(SWEDISH.get(part.casefold(), part.casefold()) for part in key.split("+"))


def _keys() -> set[str]:
    """Every key that does something: the commands', the kinds', and what screens and dialogs bind besides, and the start of the terminal's own."""
    given = {key for command in COMMANDS for place in command.places for key in command.keys_in(place)}
    keys = {one for key in given for one in key.split(" ")}
    keys |= {key for command in COMMANDS for key in (command.menu or {}).values()}
    for screen in (DiskussionApp, Home, Walk, Ranking, Ask, AskPaste, Chooser, Form, Reader):
        for bound in (binding for base in screen.__mro__ for binding in vars(base).get("BINDINGS", ())):
            one = bound.key if isinstance(bound, Binding) else bound[0]
            keys.update(key.strip() for key in one.split(","))
    found = tomllib.loads((ROOT / "content.toml").read_text(encoding="utf-8"))
    return keys | {"ctrl+shift"} | {kind["key"] for kind in found["kinds"]} | {"!", "down", "up"}


def _exists(path: str, document: Path) -> bool:
    folders = (document.parent, *(ROOT / source for source in SOURCES))
    return any((folder / path).exists() for folder in folders) or (
        "/" not in path and any((ROOT / "src").rglob(path))
    )


def _anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


def test_ten_usual_changes_touch_no_more_files_than_is_promised() -> None:
    table = (
        (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Ten usual changes")[2]
    )
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| ([^|]+) \|$", table, re.MULTILINE)
    assert len(rows) == 10
    for change, most, files in rows:
        named = re.findall(r"`([^`]+)`", files)
        assert 0 < len(named) == len(set(named)) <= int(most), change


@pytest.mark.parametrize(
    ("language", "any_text", "texts"),
    [("sv", "en text", "en lista av texter"), ("en", "a text", "a list of texts")],
)
def test_every_setting_stands_on_its_page_with_what_it_can_be_and_its_sentence(
    language: str, any_text: str, texts: str
) -> None:
    page = (ROOT / "docs" / "installningar.md").read_text(encoding="utf-8")
    for one in fields(Settings):
        given = texts if one.name in LISTS else any_text
        values = ", ".join(f"`{value}`" for value in choices(one.name) if value) or given
        said = words(language).settings.of(one.name)
        default = "[]" if one.name in LISTS else f'"{one.default}"'
        assert f"| `{one.name}` | {values} | `{default}` | {said} |" in page


def test_every_command_that_can_have_another_key_stands_there_too_by_its_id() -> None:
    page = (ROOT / "docs" / "installningar.md").read_text(encoding="utf-8")
    named = [[command(one).words(words(language)).title for language in ("sv", "en")] for one in changeable()]
    rows = [f"| `{one}` | {' | '.join(titles)} |" for one, titles in zip(changeable(), named, strict=True)]
    assert re.findall(r"^\| `.*", page.partition("| id |")[2], re.MULTILINE) == rows
