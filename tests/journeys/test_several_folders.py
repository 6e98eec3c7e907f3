"""Home over more folders than one: each row says which, what is read or led lies where it lay, and a folder that is away is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session import changes
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.texts import words
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock
from tests.support.people import facilitator, on_disk
from tests.support.spring import BEGINS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Ekerö in one folder, Botkyrka in another, both of another day."""
    found = tmp_path / "egna", tmp_path / "söder"
    book = read_workbook(default_workbook(), words("sv")).workbook
    assert book
    for folder, name in zip(found, ("Ekerö", "Botkyrka"), strict=True):
        work = Workshop.begin(folder, name, book, now=FixedClock(BEGINS))
        work.do(changes.add_notes, [work.ids.new()], "B.2", ["Bort med faxen"], "avveckla")
        assert work.close() == ""
    return found


async def test_home_lists_and_finds_in_every_folder_and_says_which(folders: tuple[Path, Path]) -> None:
    own, other = folders
    async with facilitator(own, also=[other]) as me:
        me.sees("2 diskussioner", "Botkyrka  söder", "Ekerö     egna")
        await me.types("fax")
        me.sees("2 anteckningar i 2 diskussioner")
        await me.types(" botkyrka")
        me.sees("1 anteckning i 1 diskussion", "Botkyrka  söder")
        await me.presses("down", "enter")
        me.sees("Botkyrka", "Bort med faxen")


async def test_what_is_led_in_another_folder_is_written_there_and_nothing_in_the_first(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    own, other = folders
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    async with facilitator(own, also=[other], refuge=tmp_path / "refuge") as me:
        await me.types("botkyrka")
        await me.presses("down", "f9")
        await me.goes_to("B.2")
        await me.says("Köer")
        assert me.app.discussions.workshop
        assert me.app.discussions.workshop.shelter == refuge_of(other)  # also where it would go
    assert "Köer" in on_disk(other)
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before


async def test_a_folder_that_is_away_is_told_of(folders: tuple[Path, Path], tmp_path: Path) -> None:
    async with facilitator(folders[0], also=[folders[1], tmp_path / "borta"], size=(120, 36)) as me:
        me.sees("2 diskussioner", "En mapp går inte att läsa.", "borta")


async def test_a_compilation_says_that_a_folder_is_away(folders: tuple[Path, Path], tmp_path: Path) -> None:
    async with facilitator(folders[0], also=[folders[1], tmp_path / "borta"], size=(120, 36)) as me:
        await me.presses("f7")
        await me.types("Våren")
        await me.presses("enter")
        me.sees("2 av 2 filer", "en mapp är inte med", "2 diskussioner")
