"""Every kind of wrong session file in `tests/support/wrong.py`, at every door: explained, nothing lost, nothing overwritten."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.content.outline import outline
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.domain.session.records import Head
from diskussion_tui.store.files import codec
from diskussion_tui.store.library.heads import read_entry
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.opening import NewerFormatError
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.reading.screen import Reading
from diskussion_tui.tui.widgets.column import Blocks, Stack
from tests.support.builders import Group, texts_of
from tests.support.disk import QuickFs
from tests.support.people import facilitator
from tests.support.shell import Shell
from tests.support.wrong import (
    ACTING,
    GOOD,
    NAME,
    SESSIONS,
    TAKTEN,
    Wrong,
    evening,
    good,
    in_time,
    seen_in,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.people import Facilitator
    from tests.support.shell import Said

FS = QuickFs()
_READ, _OUTLINE = cache(read_workbook), cache(outline)
_WORD = re.compile("[A-Za-zÅÄÖåäö]{4,}")
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|U[0-9a-f]{8}|.)")


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    with in_time():
        yield


@pytest.fixture(params=SESSIONS, ids=str)
def kind(request: pytest.FixtureRequest) -> Wrong:
    return request.param


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell whose workbook is read once for all these tests: nothing is wrong with that here."""
    monkeypatch.setattr("diskussion_tui.content.reader.read_workbook", _READ)
    monkeypatch.setattr("diskussion_tui.cli.kit.setting.outline", _OUTLINE)
    return Shell(tmp_path / "diskussioner", monkeypatch)


@pytest.fixture
def path(kind: Wrong, shell: Shell) -> Path:
    """The wrong file, in a folder with another that is right."""
    return _laid(kind, shell.folder)


def _laid(kind: Wrong, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "lidingo.toml").write_bytes(good())
    kind.make(folder / kind.file)
    return folder / kind.file


def _named(name: str) -> Wrong:
    return next(kind for kind in SESSIONS if kind.name == name)


def _said_by(texts: tuple[str, ...]) -> list[str]:
    return sorted(map(clean_note, texts))


# The list and the search


def test_the_list_shows_it_with_what_is_wrong_and_the_search_goes_on(kind: Wrong, path: Path):
    before = seen_in(path.parent)
    library = Library(path.parent)
    entries = {entry.path: entry for entry in library.refresh()}
    assert {entry.path.name: entry.fault for entry in entries.values()} == {
        "lidingo.toml": "",
        path.name: kind.listed,
    }
    assert [hit.entry.name for hit in library.search(GOOD)] == [GOOD]
    found = [note.text for note in library.notes_of(entries[path])]
    if kind.notes is not None and kind.listed in {"", "damaged", "newer"}:
        assert set(_said_by(kind.notes)) <= set(found)
        assert all(library.search(text) for text in _said_by(kind.notes) if 0 < len(text) < 100)
    assert seen_in(path.parent) == before


def test_list_prints_one_row_for_it_that_says_why(kind: Wrong, path: Path, shell: Shell):
    for language in LANGUAGES:
        before = seen_in(path.parent)
        said = shell.runs("list", "--lang", language)
        assert (said.code, said.err) == (0, "")
        _harmless(said)
        assert len(said.lines) == 2
        (row,) = [line for line in said.lines if not re.search(rf"  {GOOD} ", line)]
        if kind.listed:
            assert words(language).faults.of(kind.listed) in row
        else:
            assert row.startswith("2026-05-12  ")
            assert words(language).terms.draft in row
        if kind.listed in {"", "newer", "no_schema"}:
            assert read_entry(path).name in row
        else:
            assert clean_line(path.name).encode(errors="replace").decode() in row
        assert seen_in(path.parent) == before


def test_list_as_json_holds_its_path_and_nothing_that_acts_on_a_terminal(path: Path, shell: Shell):
    said = shell.runs("list", "--json")
    _harmless(said)
    assert {entry["path"] for entry in said.json()} == {str(path), str(path.with_name("lidingo.toml"))}


@pytest.mark.parametrize("time", [2.0**40, -1e18, 1e300])
def test_a_time_that_no_calendar_has_does_not_take_a_file_out_of_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, time: float
):
    path = _laid(_named("a byte order mark before it"), tmp_path)
    seen = path.stat()
    odd = SimpleNamespace(
        st_mtime=time, st_mode=seen.st_mode, st_size=seen.st_size
    )  # few disks keep such a time
    monkeypatch.setattr(os, "fstat", lambda _handle: odd)
    assert (read_entry(path).fault, read_entry(path).modified) == ("", None)


# At the shell


def _harmless(said: Said) -> None:
    assert "Traceback" not in said.err
    assert not ACTING.search(said.out + said.err)


def _explained(kind: Wrong, path: Path, said: Said, language: str) -> None:
    """Everything that is wrong is told in the language, with its line where it has one, and what to do about it."""
    texts = words(language)
    first, *rows = said.err.splitlines() or [""]
    for code in kind.told - {"OSError"}:
        sentence = str(getattr(texts.faults, code)).partition("{")[0]
        (told, *_) = [row for row in rows if sentence in row]
        assert code != "damaged_block" or re.match(rf"  {texts.cli.at_line.format(line='[0-9]+')}: ", told)
        assert not texts.faults.remedy(code) or f"  {texts.faults.remedy(code)}" in rows
    if kind.told:
        assert clean_line(path.name).encode(errors="replace").decode() in first
    elif kind.newer:
        assert first == texts.cli.newer.format(file=path)
    else:
        assert (first, rows) == ("", [])


def test_show_gives_what_is_intact_and_says_what_is_not(kind: Wrong, path: Path, shell: Shell):
    for language in LANGUAGES:
        before = seen_in(path.parent)
        said = shell.runs("show", str(path), "--notes", "--lang", language)
        _harmless(said)
        _explained(kind, path, said, language)
        if kind.notes is None:
            assert (said.code, said.out) == (1 if path.exists() else 2, "")
        else:
            assert said.code == 0
            assert all(text.split("\n")[0].split("  ")[0][:60].strip() in said.out for text in kind.notes)
        assert seen_in(path.parent) == before


def test_show_finds_it_by_its_file_name_too(kind: Wrong, path: Path, shell: Shell):
    wanted = read_entry(path).name
    said = shell.runs("show", "--json", "--", wanted)
    _harmless(said)
    assert said.code == (0 if kind.opens else 1)
    assert said.err or not kind.told
    if kind.notes is not None:
        assert sorted(note["text"] for note in said.json()["notes"]) == sorted(kind.notes)


def test_note_is_taken_down_or_refused_and_nothing_is_lost(kind: Wrong, path: Path, shell: Shell):
    original, before = _original(path), seen_in(path.parent)
    said = shell.runs("note", str(path), "-q", "B.1", "Ny rad")
    _harmless(said)
    if kind.notes is None or kind.newer:
        assert (said.code, said.out) == (1 if path.exists() else 2, "")
        assert said.err
        assert seen_in(path.parent) == before
    else:
        assert (said.code, len(said.lines)) == (0, 1)
        _nothing_lost(kind, path, original, "Ny rad")


# The session writer


def _original(path: Path) -> bytes:
    """The bytes of a file that can be read; of anything else nothing."""
    plain = path.is_file() and not path.is_symlink() and path.stat().st_size < 10_000_000
    return path.read_bytes() if plain else b""


def _words(data: bytes) -> set[str]:
    return set(_WORD.findall(_ESCAPE.sub(" ", data.decode("utf-8-sig"))))


def _nothing_lost(kind: Wrong, path: Path, original: bytes, *new: str) -> None:
    """What was intact stands in the file; where something was not, the original lies aside, byte for byte."""
    held = read_session(path)
    assert held.faults == ()
    assert sorted(texts_of(held.session)) == sorted((*(kind.notes or ()), *new))
    aside = list((path.parent / ".live").glob("*.undanlagd"))
    if kind.told:
        assert [one.read_bytes() for one in aside] == [original]
    else:
        assert _words(original) <= _words(path.read_bytes())
        assert aside == []
    left = {one.name for one in (path.parent / ".live").iterdir()} - {one.name for one in aside}
    assert not {name for name in left if not name.endswith(".lock")}


def test_opening_gives_what_is_intact_and_closing_keeps_the_original(kind: Wrong, path: Path):
    original, before = _original(path), seen_in(path.parent)
    if kind.notes is None:
        with pytest.raises((UnreadableSessionError, OSError)) as refused:
            SessionWriter.open(FS, path, "skriv-bertil")
        faults = getattr(refused.value, "faults", (codec.Fault("OSError"),))
        assert {fault.code for fault in faults} == kind.told
        assert all(fault.line for fault in faults if fault.code in {"damaged_block", "not_utf8", "no_schema"})
        assert seen_in(path.parent) == before
    elif kind.newer:
        with pytest.raises(NewerFormatError) as newer:
            SessionWriter.open(FS, path, "skriv-bertil")
        assert sorted(texts_of(newer.value.held.session)) == sorted(kind.notes)
        assert seen_in(path.parent) == before
    else:
        session_writer = SessionWriter.open(FS, path, "skriv-bertil")
        assert {fault.code for fault in session_writer.found.faults} == kind.told
        assert sorted(texts_of(session_writer.session)) == sorted(kind.notes)
        assert path.read_bytes() == original
        session_writer.close()
        _nothing_lost(kind, path, original)


def test_the_highest_revision_can_be_worked_on_like_any_other(tmp_path: Path):
    path = _laid(_named("the highest revision that TOML holds"), tmp_path)
    session_writer = SessionWriter.open(FS, path, "skriv-bertil")
    group = Group("skriv-bertil", session_writer.session, start=900)
    group.clock.passes(minutes=1)
    (note,) = [one for one in session_writer.session.notes() if one.rev > 1_000]
    made = group.does(changes.revise, note.id, "Remisser en gång")
    assert made
    session_writer.append((made,))
    session_writer.close()
    held = read_session(path)
    assert held.faults == ()
    assert "Remisser en gång" in texts_of(held.session)


def test_of_a_head_reworded_in_a_copy_both_wordings_are_kept(tmp_path: Path):
    path = _laid(_named("[session] twice"), tmp_path)
    SessionWriter.open(FS, path, "skriv-bertil").close()
    heads = [one for one in codec.read(path.read_bytes()).versions if isinstance(one, Head)]
    assert {head.name for head in heads} == {NAME, "Gruppen från Ekerö"}


def test_a_file_that_goes_between_the_list_and_the_opening_is_told_of(shell: Shell):
    path = _laid(_named("a byte order mark before it"), shell.folder)
    library = Library(shell.folder)
    for put in (lambda _path: None, os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")):
        library.refresh()
        path.unlink()
        put(path)
        assert read_entry(path).fault == "not_a_file"
        assert not library.search(TAKTEN)
        with pytest.raises((UnreadableSessionError, OSError)):
            SessionWriter.open(FS, path, "skriv-bertil")
        if path.is_dir():
            path.rmdir()
        path.unlink(missing_ok=True)
        path.write_bytes(whole())


# On the screen


async def _opened_from_home(me: Facilitator, path: Path) -> None:
    home = me.app.screen
    assert isinstance(home, Home)
    home._select(str(path))
    await me.presses("enter")


@pytest.mark.parametrize(
    "name",
    [
        "latin-1",
        "nothing but zeros",
        "schema_version = 0",
        "a folder",
        "a pipe",
        "a link to a device without end",
        "a file of 100 MB",
        "an id that is a path",
    ],
)
async def test_what_cannot_be_opened_says_why_over_home_and_home_goes_on(tmp_path: Path, name: str):
    kind = _named(name)
    path = _laid(kind, tmp_path)
    async with facilitator(tmp_path) as me:
        await _opened_from_home(me, path)
        me.sees("orörd.", clean_line(path.name)[:40])
        await me.presses("escape")
        me.sees("Ny diskussion", GOOD)
        await _opened_from_home(me, path.with_name("lidingo.toml"))
        assert me.session.head.name == GOOD


@pytest.mark.parametrize(
    "name",
    [
        "Windows line ends",
        "a NUL before it",
        "cut off in its last note",
        "the marks of a conflict in git",
        "escapes in its name",
        "a name that is not UTF-8",
        "the year 1",
    ],
)
async def test_what_can_be_opened_in_part_is_led_on(tmp_path: Path, name: str):
    kind = _named(name)
    path = _laid(kind, tmp_path)
    async with facilitator(tmp_path) as me:
        await _opened_from_home(me, path)
        if isinstance(me.app.screen, Reading):  # one that is not of today, or damaged, is read first
            await me.presses("f9")
        assert sorted(texts_of(me.session)) == sorted(kind.notes or ())
        await me.goes_to("B.1")
        await me.says("sagt efteråt")
        await me.goes_to("slut")
    _nothing_lost(kind, path, _of(kind, tmp_path / "igen"), "sagt efteråt")


def _of(kind: Wrong, folder: Path) -> bytes:
    folder.mkdir()
    kind.make(folder / kind.file)
    return (folder / kind.file).read_bytes()


async def test_a_file_that_becomes_a_pipe_while_home_shows_it_holds_nothing_up(tmp_path: Path):
    path = _laid(_named("Windows line ends"), tmp_path)
    async with facilitator(tmp_path) as me:
        path.unlink()
        os.mkfifo(path)
        await _opened_from_home(me, path)
        me.sees("orörd.")


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("a kind that nobody knows", (80, 24)),
        ("a kind that nobody knows", (160, 50)),
        ("a question that nobody asked", (80, 24)),
        ("no kind where one belongs", (160, 50)),
    ],
)
async def test_a_note_that_has_no_place_in_the_workbook_is_seen_all_the_same(
    shell: Shell, name: str, size: tuple[int, int]
):
    path = _laid(_named(name), shell.folder)
    assert "Dubbla remisser" in shell.runs("show", str(path)).out
    assert "Dubbla remisser" in json.dumps(shell.runs("show", str(path), "--json").json())
    library = Library(shell.folder)
    library.refresh()
    assert [hit.entry.path for hit in library.search("dubbla remisser")] == [path]
    async with facilitator(shell.folder, open_path=path, size=size) as me:
        await me.goes_to("slut")
        assert any("Dubbla remisser" in str(block) for block in _blocks(me))
        if "question" not in name:
            await me.goes_to("B.2")
            me.sees("Dubbla remisser")


def _blocks(me: Facilitator) -> list:
    found: list = []
    for pane in me.stage.board._panes:
        if isinstance(pane.column, Blocks):
            found += pane.column.blocks
        elif isinstance(pane.column, Stack):
            found += map(pane.column.block, range(len(pane.column)))
    return found


def test_the_table_is_as_long_as_it_is_promised_to_be():
    assert len({kind.name for kind in SESSIONS}) == len(SESSIONS) >= 60
    assert evening(NAME, "x" * 26).session.notes() == ()
