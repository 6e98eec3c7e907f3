"""What the screen says when the disk, another writer or another version gets in the way, and what can be done there."""

from __future__ import annotations

import asyncio
import errno
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.workshop import disk as on_disk
from diskussion_tui.workshop.saving import saver, threads
from diskussion_tui.workshop.workshop import Workshop
from tests.support.disk import FaultyFs, FullAt, QuickFs
from tests.support.people import facilitator, leading, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator

PATIENCE = 60


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullAt:
    """A disk that can be filled, and threads that do not make a test wait."""
    made = FullAt()
    monkeypatch.setattr(on_disk, "Fs", lambda: made)
    monkeypatch.setattr(threads, "QUIET", 0.005)
    monkeypatch.setattr(threads, "LOOK", 0.005)
    monkeypatch.setattr(threads, "RETRY", 0.005)
    monkeypatch.setattr(saver, "HOMEWARD", 0.005)
    return made


async def _until(me: Facilitator, state: str) -> None:
    """Wait until the screen knows how far saving has come."""
    opened = me.app.workshop
    assert opened
    told = asyncio.Event()
    opened.listen(lambda: told.set() if opened.saving.state == state else None)
    if opened.saving.state != state:
        await asyncio.wait_for(told.wait(), PATIENCE)
    await me.waits()


async def test_a_full_disk_is_told_with_where_the_words_are_now_and_is_over_when_there_is_room(
    tmp_path: Path, disk: FullAt
) -> None:
    home, refuge = tmp_path / "hem", tmp_path / "reserv"
    async with leading(home, refuge=refuge, at="B2", said=["fax"]) as me:
        disk.full = home
        await me.says("dubbla remisser")
        await _until(me, "elsewhere")
        me.sees("✓ sparat på annan plats", "disken är full", "dubbla remisser")
        await me.presses("f1")
        me.sees("Diskussionen sparas just nu i")
        await me.presses("escape")
        await me.types("halv")
        me.sees("✓ sparat på annan plats", "disken är full")
        disk.full = None
        await _until(me, "saved")
        me.sees("✓ sparat ")
        me.misses("disken är full", "annan plats")
    assert "dubbla remisser" in session_file(home).read_text(encoding="utf-8")


async def test_where_every_place_is_full_the_words_stay_and_it_says_not_to_quit(
    tmp_path: Path, disk: FullAt
) -> None:
    home = tmp_path / "hem"
    async with leading(home, at="B2") as me:
        disk.full = tmp_path
        await me.types("fax")
        await me.presses("enter")
        await _until(me, "refused")
        me.sees("✗ inte sparat", "disken är full", "Stäng inte programmet", "fax")
        disk.full = None
        await _until(me, "saved")
        me.misses("✗ inte sparat")


async def test_a_note_that_two_changed_at_once_shows_both_and_one_can_be_chosen(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B2", said=["köer", "fax"]):
        pass
    mine, theirs = tmp_path / "jag", tmp_path / "bo"
    for folder in (mine, theirs):
        folder.mkdir()
        (folder / session_file(tmp_path).name).write_bytes(session_file(tmp_path).read_bytes())
    for folder, text in ((mine, " bort nu"), (theirs, " kvar ett tag")):
        async with facilitator(folder, open_path=session_file(folder)) as me:
            await me.presses("up", "enter", "end")
            await me.types(text)
            await me.presses("enter")
    session_file(theirs).rename(mine / "Ekerö från Bos dator.toml")
    (file, *_) = sorted(mine.glob("Disk*"))
    async with facilitator(mine, open_path=file) as me:
        me.sees("2 versioner")
        assert len(me.notes("B.2")) == 2
        await me.presses("up", "up")
        me.misses("v versioner", "samtidigt")
        await me.presses("down")
        me.sees("v versioner", "Två har ändrat anteckningen samtidigt.")
        await me.presses("space", "v")
        me.sees("fax bort nu", "fax kvar ett tag", "gäller nu", "Anteckningens versioner")
        await me.types("bort nu")
        await me.presses("enter")
        assert me.notes("B.2") == ["köer", "fax bort nu"]
        me.misses("2 versioner", "v versioner")


async def test_a_file_of_a_later_version_can_be_read_and_walked_but_not_changed(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B2", said=["fax"]):
        pass
    file = session_file(tmp_path)
    file.write_text(
        file.read_text(encoding="utf-8").replace("schema_version = 3", "schema_version = 99"),
        encoding="utf-8",
    )
    before = file.read_bytes()
    async with facilitator(tmp_path) as me:
        me.sees("senare version")
        await me.presses("down", "down", "enter")
        me.sees("bara läsning", "fax")
        await me.presses("f9")
        me.sees("kan bara läsas", "skriven av en senare version")
        await me.goes_to("B2")
        me.sees("fax")
        await me.presses("ctrl+z", "ctrl+f", "enter", "pagedown")
        assert me.notes("B.2") == ["fax"]
    assert file.read_bytes() == before
    assert session_file(tmp_path) == file


async def test_a_folder_that_may_only_be_read_says_so_where_one_would_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with leading(tmp_path, at="B2", said=["fax"]):
        pass
    locked = FaultyFs(lambda _number, name: errno.EROFS if name in ("make_folder", "open_journal") else 0)
    monkeypatch.setattr(on_disk, "Fs", lambda: locked)
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        me.sees("fax", "kan bara läsas", "går att läsa men inte att ändra: disken är skrivskyddad")


async def test_a_damaged_part_is_shown_with_its_text_and_kept_aside(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B2", said=["fax", "köer"]):
        pass
    file = session_file(tmp_path)
    damaged = file.read_text(encoding="utf-8").replace('text = "köer"', 'text = "köer')
    file.write_text(damaged, encoding="utf-8")
    async with facilitator(tmp_path, open_path=file) as me:
        me.sees("1 stycke i filen gick inte att läsa")
        await me.presses("f1")
        me.sees("Det här gick inte att läsa", 'text = "köer')
        await me.presses("escape")
        assert me.notes("B.2") == ["fax"]
    (aside,) = (tmp_path / ".live").glob("*.undanlagd")
    assert aside.read_text(encoding="utf-8") == damaged


async def test_what_another_program_says_is_on_the_screen_without_a_key(
    tmp_path: Path, disk: QuickFs
) -> None:
    assert disk
    async with leading(tmp_path, at="B2") as me:
        opened = me.app.workshop
        assert opened
        other = Workshop.open(opened.path, opened.workbook)
        other.add_notes("B.2", ["från skalet"], "avveckla")
        assert other.flush() == ""
        heard = asyncio.Event()
        opened.listen(lambda: heard.set() if opened.session.notes_of("B.2") else None)
        if not opened.session.notes_of("B.2"):
            await asyncio.wait_for(heard.wait(), PATIENCE)
        await me.waits()
        me.sees("från skalet")
        other.close()
