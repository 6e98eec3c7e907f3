"""Whatever a thing is called, its name is only a name: each door to the terminal by itself, and then all of them together."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from hypothesis import given
from rich.style import Style

from diskussion_tui.base.text import excerpt, one_line
from diskussion_tui.cli.kit import output
from diskussion_tui.content.problems import Problem
from diskussion_tui.content.reader import read_text
from diskussion_tui.content.source import default_workbook
from diskussion_tui.store.files import codec
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.tui.rows import strip_of
from tests.support.acting import ACTING, NAMES, acting_texts, harmless
from tests.support.people import facilitator
from tests.support.shell import Said, Shell
from tests.support.wrong import NAME, TAKTEN, WRONG_ID, good, whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Each door by itself


@given(acting_texts)
def test_a_text_on_one_line_is_one_line_and_does_nothing(text: str):
    for made in (one_line(text), excerpt(text)):
        assert harmless(made)
        assert "\n" not in made
    assert one_line(one_line(text)) == one_line(text)
    assert len(excerpt(text * 100)) <= 81


@pytest.mark.parametrize("put", [output.put_row, output.put_text, output.put_json, output.say, output.ask])
@pytest.mark.parametrize("text", NAMES)
def test_nothing_that_a_command_prints_acts_on_the_terminal(
    put: Any, text: str, monkeypatch: pytest.MonkeyPatch
):
    written = io.StringIO()
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, written)
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    put(f"före {text} efter")
    assert harmless(written.getvalue())
    if put is not output.put_text:
        assert written.getvalue().count("\n") <= 1


@given(acting_texts)
def test_nothing_in_a_row_acts_on_the_screen(text: str):
    inks = dict.fromkeys(("text", "warning"), Style())
    strip = strip_of(((text, "text"), (f"[b]{text}", "warning")), inks, 60)
    assert harmless(strip.text)
    assert "\n" not in strip.text
    assert strip.cell_length == 60


@given(acting_texts, acting_texts)
def test_a_problem_with_a_workbook_is_one_row_whatever_file_and_key_are_called(name: str, key: str):
    row = Problem(name, 3, key, f"okänd nyckel {key}", name).row()
    assert harmless(row)
    assert "\n" not in row


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))


def _acts(text: str) -> bool:
    return not harmless(text.replace("\t", ""))


@pytest.mark.parametrize("acting", ACTING)
def test_no_text_that_is_read_from_a_session_file_acts_wherever_in_it_that_stands(acting: str):
    own = {"id": acting, "change": acting, "writer": acting, "undoes": acting}
    note = {"question": acting, "kind": acting, "text": acting, "places": [acting], "sources": [acting]}
    tables = {
        acting: [{"x": 1}],
        "session": own | {"name": acting, "workbook": acting, "place": acting, acting: 1},
        "questions": [{"id": acting, "heading": acting, "text": acting}],
        "notes": [own | note | {"merged_into": acting, acting: 1}, own | {"star": acting}, {"id": acting}],
        "history": [own | {"of": acting}],
        "conclusions": [own | {"kind": "slutsats", "text": acting, "owner": acting, "notes": [acting]}],
    }
    written = tomli_w.dumps({"schema_version": 3} | tables)
    when = "at = 2026-05-12 12:00:00+02:00"
    written = written.replace("change = ", f"{when}\nchange = ")
    written = written.replace("[session]", "[session]\ndate = 2026-05-12\nworkbook_version = 1")
    for data in (written, f"{written}\n[{acting}".replace("\n[session]", "\n[session]\nnamn = \n[session]")):
        content = codec.read(data.encode())
        assert content.faults
        assert not [one for one in _strings(content.versions) if _acts(one)]
        assert not [one for one in _strings(content.frame) if _acts(one)]
        assert not [one for fault in content.faults for one in (fault.detail, fault.text) if _acts(one)]
    assert len(codec.read(written.encode()).versions) == 3


@pytest.mark.parametrize("acting", ACTING)
def test_no_text_that_is_read_from_a_workbook_acts(acting: str):
    text = default_workbook().read_text(encoding="utf-8")
    quoted = tomli_w.dumps({"x": acting}).removeprefix("x = ").strip()
    title = 'title = "Vårdens struktur i Region Stockholm"'
    assert title in text
    reading = read_text(text.replace(title, f"title = {quoted}"), "a.toml", words("sv"))
    assert reading.workbook
    assert not [one for one in _strings(reading.workbook) if _acts(one)]
    for wrong in (
        f"{quoted} = 1\n{text}",
        f"{text}\n[{quoted}]\n{quoted} = 1\n",
        text.replace('asks = "verdict"', f"asks = {quoted}"),
        text.replace('id = "nyutveckla"', f"id = {quoted}\nx = 1"),
    ):
        problems = read_text(wrong, "a.toml", words("sv")).problems
        assert problems
        assert all(harmless(one.row()) and "\n" not in one.row() for one in problems)
        assert not [one for row in problems for one in (row.key, row.what) if _acts(one)]


# All of them together


def _folder(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / name.replace("/", "-").replace("\x00", "")
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_no_command_lets_the_name_of_anything_act_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    folder = _folder(tmp_path, f"mapp {name}")
    shell = Shell(folder, monkeypatch)
    file = name.replace("/", "-").replace("\x00", "")
    quoted = tomli_w.dumps({"x": name.encode(errors="replace").decode()}).removeprefix("x = ").strip()
    (folder / f"hel {file}.toml").write_bytes(good())
    odd = whole().replace(f'name = "{NAME}"'.encode(), f"name = {quoted}\n{quoted} = 1".encode(), 1)
    odd = odd.replace(b'question = "B.1"', f"question = {quoted}\ngroup = {quoted}".encode(), 1)
    odd = odd.replace(b'kind = "avveckla"', f"kind = {quoted}\nplaces = [{quoted}]".encode())
    odd += f"\n[[{quoted}]]\nx = 1\n\n[[notes]]\nid = {quoted}\n".encode()
    (folder / f"udda {file}.toml").write_bytes(odd)
    (folder / f"trasig {file}.toml").write_bytes(b"[[[\n")
    (folder / f"mapp {file}.toml").mkdir()
    live = folder / ".live"
    live.mkdir()
    (live / f"{WRONG_ID}.skriv-{file}.toml").write_bytes(b"[[history]]\n# crc32 deadbeef\n")
    (live / f"okänd {file}").write_bytes(b"x")
    book = tmp_path / f"häfte {file}.toml"
    book.write_text(
        f"{quoted} = 1\n{default_workbook().read_text(encoding='utf-8')}\n[{quoted}]\n", encoding="utf-8"
    )
    said: list[Said] = []
    for path in sorted(folder.glob("*.toml")):
        said += [
            shell.runs(*command, str(path))
            for command in (
                ("show",),
                ("show", "--json"),
                ("history",),
                ("personal",),
                ("plan",),
                ("open", "--help"),
            )
        ]
        said.append(shell.runs("note", str(path), "-q", "B.1", "hej"))
    for language in LANGUAGES:
        said += [
            shell.runs(*command, "--lang", language)
            for command in (
                ("list",),
                ("list", "--json"),
                ("doctor",),
                ("doctor", "--json"),
                ("check", str(book)),
                ("check", "--json", str(book)),
                ("show", name or "x"),
                ("show", str(folder)),
                ("show", "--content", str(book)),
                ("new", "Åre", "--content", str(book)),
                (name or "x",),
                ("list", f"--{name}"),
                ("show", "--lang", name),
            )
        ]
    said.append(shell.runs("new", f"Åre {name}"))
    said.append(shell.runs("doctor", "--repair"))
    assert any(TAKTEN in one.out for one in said)
    for one in said:
        assert "Traceback" not in one.err
        assert harmless(one.out), one.out
        assert harmless(one.err), one.err


@pytest.mark.parametrize("name", NAMES)
async def test_no_screen_lets_the_name_of_anything_act(tmp_path: Path, name: str):
    folder = _folder(tmp_path, f"mapp {name}")
    file = name.replace("/", "-").replace("\x00", "")
    (folder / f"trasig {file}.toml").write_bytes(b"[[[\n")
    (folder / f"lidingo {file}.toml").write_bytes(good())
    async with facilitator(folder) as me:
        for key in ("down", "enter", "escape", "up", "enter", "escape"):
            assert all(map(harmless, me.screen()))
            await me.presses(key)
        assert all(map(harmless, me.screen()))
