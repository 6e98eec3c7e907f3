"""What somebody has put beside a discussion, with its id, holds up neither it nor any other, however large or deep it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.texts import words
from tests.support.people import facilitator
from tests.support.shell import Shell
from tests.support.wrong import NAME, NOTES, WRONG_ID, good, in_time, seen_in, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_DOTS = b"a." * 40_000 + b"a = 1\n"


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(whole())
        file.truncate(5_000_000_000)


MONSTERS: dict[str, Callable[[Path], object]] = {
    "5 GB that are nearly all holes": _sparse,
    "80 KB of a key before its head": lambda path: path.write_bytes(_DOTS + whole()),
    "80 KB of a key behind its notes": lambda path: path.write_bytes(whole() + _DOTS),
    "its head and too many blocks": lambda path: path.write_bytes(whole() + b"[[x]]\n" * 300_000),
    "brackets in each other": lambda path: path.write_bytes(whole() + b"x = " + b"[" * 200_000),
}
"""Copies of a discussion with something done to them."""


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    with in_time():
        yield


@pytest.fixture(params=MONSTERS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / "hel.toml").write_bytes(whole())
    (tmp_path / "lidingo.toml").write_bytes(good())
    MONSTERS[request.param](tmp_path / "kopia.toml")
    return tmp_path


def test_every_command_about_the_discussion_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch):
    shell = Shell(folder, monkeypatch)
    copy = seen_in(folder)["kopia.toml"]
    path = str(folder / "hel.toml")
    for command in ("show", "history", "personal"):
        said = shell.runs(command, path)
        assert "Traceback" not in said.err
        assert said.code == 0
    assert NOTES[0] in shell.runs("show", path).out
    said = shell.runs("note", path, "-q", "B.1", "Ny rad")
    assert (said.code, len(said.lines)) == (0, 1)
    assert "Ny rad" in shell.runs("show", path).out
    listed = shell.runs("list").out
    assert NAME in listed
    assert "Lidingö" in listed
    assert "kopia.toml" in shell.runs("doctor").out
    assert seen_in(folder)["kopia.toml"] == copy


async def test_home_lists_searches_and_opens(folder: Path):
    async with facilitator(folder) as me:
        me.sees(NAME, "Lidingö")
        await me.presses("escape")
        await me.types("Fax")
        await me.waits()
        me.sees(NAME)
    async with facilitator(folder, open_path=folder / "hel.toml") as me:
        assert me.session.head.name == NAME
        await me.goes_to("B.1")
        await me.says("sagt vid sidan av")
        me.sees("sagt vid sidan av")


@pytest.mark.parametrize(
    "data",
    [
        _DOTS,
        b"[[history]]\n" + _DOTS,
        b"x = [" * 200_000,
        b"# crc32 00000000\n" * 300_000,
        b"\x00" * 1_000_000,
    ],
)
def test_a_journal_that_holds_anything_at_all_holds_nothing_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
):
    shell = Shell(tmp_path, monkeypatch)
    path = tmp_path / "hel.toml"
    path.write_bytes(whole())
    live = tmp_path / ".live"
    live.mkdir()
    (live / f"{WRONG_ID}.skriv-zzzz.toml").write_bytes(data)
    assert NOTES[0] in shell.runs("show", str(path)).out
    assert shell.runs("note", str(path), "-q", "B.1", "Ny rad").code == 0
    assert "Traceback" not in shell.runs("doctor").err


def test_a_file_of_too_many_blocks_is_told_with_its_own_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shell = Shell(tmp_path, monkeypatch)
    path = tmp_path / "hel.toml"
    path.write_bytes(whole() + b"[[x]]\n" * 300_000)
    for command in (("show", str(path)), ("doctor",)):
        said = shell.runs(*command)
        assert said.code == 1
        assert words("sv").faults.too_many in " ".join((said.out + said.err).split())
