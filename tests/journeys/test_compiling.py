"""An analyst compiles a spring of discussions: from the search to a number, to the notes behind it, to the page where it was said."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.settings import Settings
from diskussion_tui.domain.analysis import codebook
from diskussion_tui.domain.analysis.agreement import agreement
from diskussion_tui.domain.analysis.coding import decide
from diskussion_tui.store.compiling.reading import read_coding
from diskussion_tui.store.files.places import Places
from diskussion_tui.tui.compiling.behind import Behind
from diskussion_tui.tui.compiling.screen import Compiled
from diskussion_tui.tui.home.screen import Home
from diskussion_tui.tui.reading.screen import Reading
from diskussion_tui.workshop.coding import Desk
from diskussion_tui.workshop.compiling import Compilations
from tests.support.builders import FixedClock
from tests.support.kept import looks_as_kept
from tests.support.people import facilitator
from tests.support.spring import spring

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.support.people import Facilitator


@pytest.fixture(scope="module")
def led(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("led") / "diskussioner"
    spring(folder)
    return folder


@pytest.fixture
def folder(led: Path, tmp_path: Path) -> Path:
    return shutil.copytree(led, tmp_path / "diskussioner")


@pytest.fixture
async def analyst(folder: Path) -> AsyncIterator[Facilitator]:
    """Somebody at home with six discussions."""
    async with facilitator(folder) as me:
        yield me


async def compiles(me: Facilitator, name: str = "Våren", query: str = "") -> None:
    """Make a compilation of what is searched for."""
    if query:
        await me.types(query)
        await me.presses("f7")
    else:
        await me.presses("space", "s")
    await me.types(name)
    await me.presses("enter")


def codes(folder: Path, word: str) -> None:
    """Somebody else puts every note with a word under a theme called so."""
    made = Compilations(Places(folder.parents[1]), FixedClock()).verify("Våren")
    notes = [ref.record for ref, note in made.of.notes.items() if word in note.text.lower()]
    desk = Desk.at(folder, "anna", now=FixedClock())
    theme = desk.new_id()
    desk.do(lambda coding, stamp: codebook.make(coding.book, stamp, theme, word.capitalize()))
    desk.do(lambda coding, stamp: decide(coding, stamp, "anna", notes, [theme]))
    assert desk.close() == ""


def named(folder: Path, name: str) -> Path:
    return next(folder.glob(f"*{name}*"))


def untouched(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.glob("*.toml")}


async def test_from_a_number_to_its_notes_to_where_it_was_said_and_back(
    analyst: Facilitator, folder: Path
) -> None:
    me, before = analyst, untouched(folder)
    await compiles(me)
    me.sees("Sammanställning  ·  Våren", "6 av 6 filer · samma", "6 diskussioner   5 verksamheter")
    await me.types("vårdmöten")
    await me.presses("escape", "right")
    me.sees("▸5")
    await me.presses("enter")
    assert isinstance(me.app.screen, Behind)
    me.sees("Delar och kategorier · B Vårdmöten 2040 · › Vidareutveckla", "1177 som enda ingång")
    await me.presses("down", "enter")
    assert isinstance(me.app.screen, Reading)
    me.sees("Järva, bord 2  ·  2026", "▸   › 1177 som enda ingång")
    await me.presses("escape", "escape")
    assert isinstance(me.app.screen, Compiled)
    me.sees("▸5")
    await me.presses("escape")
    assert isinstance(me.app.screen, Home)
    assert untouched(folder) == before


async def test_an_answer_is_read_at_its_question(analyst: Facilitator) -> None:
    me = analyst
    await compiles(me)
    await me.presses("down")
    me.sees("▸3 av 6")
    await me.presses("enter", "enter")
    assert isinstance(me.app.screen, Reading)
    me.sees("▸ B 1")


async def test_what_is_searched_for_is_what_is_counted(analyst: Facilitator) -> None:
    me = analyst
    await compiles(me, "Faxen", "fax")
    me.sees("6 diskussioner", "6 anteckningar", "B Vårdmöten 2040  6  0  0", "Taggar")
    me.misses("A Patientens behov")


async def test_one_that_there_is_is_opened_again_and_tells_what_has_moved(
    analyst: Facilitator, folder: Path
) -> None:
    me = analyst
    await compiles(me)
    await me.presses("escape")
    file = named(folder, "Nacka")
    file.write_text(
        file.read_text(encoding="utf-8").replace("enda ingång", "första ingång"), encoding="utf-8"
    )
    kept = (folder / "sammanstallning/Våren/sammanstallning.toml").read_bytes()
    await me.presses("space", "s", "down", "enter")
    me.sees("6 av 6 filer · inte samma")
    await me.presses("space", "v")
    me.sees("Inte samma: ”Våren” stämmer inte med filerna.", "Ändrad fil: 2026-04-28 Nacka")
    await me.presses("escape")
    assert (folder / "sammanstallning/Våren/sammanstallning.toml").read_bytes() == kept
    await me.presses("f5")
    me.sees("6 av 6 filer · samma")
    assert (folder / "sammanstallning/Våren/sammanstallning.toml").read_bytes() != kept


async def test_quotes_and_a_text_of_ones_own_are_kept(analyst: Facilitator, folder: Path) -> None:
    me = analyst
    await compiles(me)
    await me.presses("right", "right", "right", "enter", "f6")
    me.sees("Vald som citat.", "” citat")
    await me.presses("escape", "f4")
    await me.types("Faxen ska bort.")
    await me.presses("enter", "enter")
    await me.types("Det säger tre av sex.")
    await me.presses("escape")
    me.sees("Texten är ändrad. Ctrl+S sparar den, Esc igen kastar ändringen.", "Det säger tre av sex.")
    await me.presses("ctrl+s")
    me.sees("Faxen ska bort.", "Det säger tre av sex.")
    await me.presses("space", "q")
    me.sees("Bort med #fax mellan sjukhus", "Faxen ska bort.")
    text = (folder / "sammanstallning/Våren/sammanstallning.toml").read_text(encoding="utf-8")
    assert text.count("[[quotes]]") == 1
    assert tomllib.loads(text)["compilation"]["text"] == "Faxen ska bort.\n\nDet säger tre av sex."
    await me.presses("down", "f6")
    me.sees("Inga citat är valda ännu.")


async def test_what_is_looked_for_is_counted_and_f3_goes_on(analyst: Facilitator) -> None:
    me = analyst
    await compiles(me)
    await me.presses("right", "right", "right", "enter")
    await me.types("fax")
    me.sees("Hitta rad ›  fax", "1 av 6")
    behind = me.app.screen
    assert isinstance(behind, Behind)
    first = behind.spot
    await me.presses("f3")
    me.sees("2 av 6")
    assert behind.spot != first
    await me.presses("shift+f3", "shift+f3")
    me.sees("6 av 6")


async def test_no_letter_does_anything_but_find(analyst: Facilitator, folder: Path) -> None:
    me = analyst
    await compiles(me)
    kept = (folder / "sammanstallning/Våren/sammanstallning.toml").read_bytes()
    await me.types("vkqrhctuse")
    me.sees("Inga träffar.", "vkqrhctuse")
    await me.presses("escape")
    assert isinstance(me.app.screen, Compiled)
    assert me.app.screen.page == "overview"
    assert (folder / "sammanstallning/Våren/sammanstallning.toml").read_bytes() == kept


async def test_a_damaged_one_is_told_where_and_left_alone(analyst: Facilitator, folder: Path) -> None:
    me = analyst
    await compiles(me)
    await me.presses("escape")
    file = folder / "sammanstallning/Våren/sammanstallning.toml"
    file.write_text("schema_version = 1\n[compilation\n", encoding="utf-8")
    await me.presses("space", "s")
    me.sees("Våren", "skadad")
    await me.presses("down", "enter")
    me.sees("går inte att läsa", "rad 2: det är inte TOML")
    await me.presses("enter", "tab", "f8", "escape")
    assert isinstance(me.app.screen, Home)
    assert file.read_text(encoding="utf-8") == "schema_version = 1\n[compilation\n"


@pytest.mark.parametrize(("columns", "rows"), [(60, 18), (80, 24), (120, 36), (160, 45)])
async def test_it_looks_as_kept(folder: Path, columns: int, rows: int) -> None:
    async with facilitator(folder, size=(columns, rows)) as me:
        await compiles(me)
        looks_as_kept(f"compiled-{columns}x{rows}", me.screen())
        for page in ("kompass", "tidslinje"):
            await me.presses("space", page[0] if page == "kompass" else "h")
            looks_as_kept(f"compiled-{page}-{columns}x{rows}", me.screen())


async def test_in_english_and_in_black_and_white_it_looks_as_kept(folder: Path) -> None:
    async with facilitator(folder, lang="en", theme="light") as me:
        await compiles(me)
        looks_as_kept("compiled-en-light-inks", me.painted())
        await me.presses("down", "down", "right", "right", "enter")
        looks_as_kept("compiled-behind-en-light-inks", me.painted())
    shutil.rmtree(folder / "sammanstallning")
    async with facilitator(folder, theme="projector") as me:
        await compiles(me)
        looks_as_kept("compiled-projector-inks", me.painted())


async def test_every_page_fits_every_window(analyst: Facilitator) -> None:
    me = analyst
    await compiles(me)
    for columns, rows in ((40, 12), (60, 18), (110, 30)):
        await me.resizes(columns, rows)
        for _ in range(9):
            await me.presses("tab", "end")
            assert all(len(line) <= columns for line in me.screen())


async def test_a_report_is_written_for_the_others_and_said_where_it_is(
    analyst: Facilitator, folder: Path
) -> None:
    me = analyst
    await compiles(me)
    await me.presses("enter", "f11")
    assert isinstance(me.app.screen, Behind)
    await me.presses("escape", "f11")
    await me.types("markdown andra")
    await me.presses("enter")
    me.sees("Rapporten ligger i sammanstallning/Våren/Våren.md")
    text = (folder / "sammanstallning/Våren/Våren.md").read_text(encoding="utf-8")
    assert "färre än 5" in text
    assert "Digital vårdcentral" not in text


async def test_what_seems_personal_goes_out_to_others_only_with_a_reason_that_stands_in_it(
    analyst: Facilitator, folder: Path
) -> None:
    me, file = analyst, folder / "sammanstallning/Ring-08-123-45-67/Ring-08-123-45-67.md"
    await compiles(me, name="Ring 08-123 45 67")
    await me.presses("f11")
    await me.types("markdown andra")
    await me.presses("enter")
    me.sees("1 text ser ut att innehålla personuppgifter")
    await me.presses("escape")
    assert not file.exists()
    await me.presses("f11")
    await me.types("markdown andra")
    await me.presses("enter", "tab", "enter")
    await me.types("växelns nummer")
    await me.presses("enter")
    me.sees("Rapporten ligger i sammanstallning/")
    assert "med skälet: växelns nummer" in file.read_text(encoding="utf-8")


async def test_what_is_marked_is_what_is_counted_also_another_day(analyst: Facilitator, folder: Path) -> None:
    me = analyst
    await me.presses("down", "down", "down", "f6", "down", "f6", "f7")
    await me.types("Två av dem")
    await me.presses("enter")
    me.sees("2 av 2 filer · samma", "2 diskussioner")
    await me.presses("escape", "f7")
    me.sees("2 markerade diskussioner")
    await me.presses("down", "enter")
    me.sees("2 av 2 filer · samma", "2 diskussioner")
    text = (folder / "sammanstallning/Två-av-dem/sammanstallning.toml").read_text(encoding="utf-8")
    assert text.count("[[discussions]]") == 2


async def test_with_marks_and_a_search_one_says_which_is_compiled_and_sees_how_much_it_is(
    analyst: Facilitator, folder: Path
) -> None:
    me = analyst
    await me.presses("down", "down", "down", "f6", "down", "f6")
    await me.types("digital")
    await me.presses("f7")
    me.sees(
        "Ny av de markerade", "2 markerade diskussioner", "Ny av sökningen", "4 anteckningar i 4 diskussioner"
    )
    await me.presses("down", "enter")
    me.sees("Sökningen ”digital”: 4 anteckningar i 4 diskussioner. Vad ska den")
    await me.types("Allt digitalt")
    await me.presses("enter")
    me.sees("4 diskussioner", "samma")
    await me.presses("escape", "escape")
    me.sees("2 markerade")
    await me.presses("escape")
    me.misses("markerade")
    text = (folder / "sammanstallning/Allt-digitalt/sammanstallning.toml").read_text(encoding="utf-8")
    assert text.count("[[discussions]]") == 4
    assert 'query = "digital"' in text


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_who_codes_is_asked_in_a_whole_sentence(folder: Path, size: tuple[int, int]) -> None:
    async with facilitator(folder, size=size) as me:
        await compiles(me)
        await me.presses("f7")
        assert "Det står på varje beslut du fattar, här och nästa gång." in " ".join(me.text().split())


async def test_who_codes_is_asked_once_and_kept(folder: Path) -> None:
    kept: dict[str, str] = {}
    async with facilitator(folder, remember=kept.__setitem__) as me:
        await compiles(me)
        await me.presses("f7")
        me.sees("Vem kodar?", "Det står på varje beslut")
        await me.types("!")
        await me.presses("enter")
        me.sees("Skriv åtminstone en bokstav eller siffra.")
        await me.presses("backspace")
        await me.types("Maja B")
        await me.presses("enter")
        me.sees("Koda  ·  Våren", "maja-b")
        await me.presses("1", "escape", "f7")
        me.misses("Vem kodar?")
        me.sees("Koda  ·  Våren", "1 kodad")
    assert kept == {"coder": "Maja B"}
    assert (folder / "sammanstallning/Våren/beslut.maja-b.toml").exists()


async def test_whom_the_settings_name_is_not_asked_nor_anybody_who_has_begun_without(folder: Path) -> None:
    async with facilitator(folder, settings=Settings(coder="Maja")) as me:
        await compiles(me)
        await me.presses("f7")
        me.sees("Koda  ·  Våren", "maja")
    desk = Desk.at(folder / "sammanstallning" / "Våren", now=FixedClock())
    theme = desk.new_id()
    desk.do(lambda coding, stamp: codebook.make(coding.book, stamp, theme, "Fax"))
    assert desk.close() == ""
    async with facilitator(folder, settings=Settings(coder="Maja")) as me:
        await me.presses("f7", "down", "enter", "f7")
        me.sees("Koda  ·  Våren", desk.coder)


async def test_what_is_coded_is_counted_by_theme_and_says_when_it_is_settled(
    analyst: Facilitator, folder: Path
) -> None:
    me = analyst
    await compiles(me)
    await me.presses("escape")
    codes(folder / "sammanstallning" / "Våren", "kontinuitet")
    await me.presses("f7", "down", "enter")
    me.sees("inte samma")
    await me.presses("f5", "space", "t")
    me.sees("6 av 6 filer · samma", "Kontinuitet", "3 av 6")
    await me.presses("shift+tab", "end")
    me.sees("3 av 18 kodade · 0 diskussioner är färdigkodade")
    await me.presses("f8")
    me.sees("Samma: ")


async def test_what_has_just_been_coded_has_moved(analyst: Facilitator) -> None:
    me = analyst
    await compiles(me)
    await me.presses("f8")
    me.sees("Samma: ")
    await me.presses("escape", "f7")
    await me.types("maja")
    await me.presses("enter")
    me.sees("Koda  ·  Våren")
    await me.presses("1", "1", "escape", "f8")
    me.sees("Inte samma: ")


async def test_few_that_are_coded_are_not_none(analyst: Facilitator, folder: Path) -> None:
    me = analyst
    await compiles(me)
    await me.presses("escape")
    codes(folder / "sammanstallning" / "Våren", "kontinuitet")
    await me.presses("f7", "down", "enter", "f5")
    for _ in range(7):
        await me.presses("tab")
    me.sees("Mättnad", "3 av 18 kodade")
    me.misses("Inga anteckningar är kodade ännu.")


GUIDE = Path(__file__).parents[2] / "docs" / "utredaren.md"


def _steps(section: str) -> list[str]:
    """The numbered steps of a section of the analyst's guide, each on one line."""
    text = re.search(
        rf"^## {section}.*?(?=^## )", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert text
    found = re.findall(r"^\d\. (.*?)(?=^\d\. |^\n)", text[0], re.DOTALL | re.MULTILINE)
    return [" ".join(one.split()) for one in found]


def _keys(step: str) -> list[str]:
    return [key.lower() for key in re.findall(r"`(F\d+)`", step)]


async def test_a_colleague_codes_the_same_notes_blind_as_the_guide_says(folder: Path) -> None:
    own, theirs, _copied = _steps("7 Är ni överens")
    keys = {"anna": _keys(own), "bo": _keys(theirs)}
    assert keys == {"anna": ["f7", "f8"], "bo": ["f7", "f8"]}
    for coder, pressed in keys.items():
        async with facilitator(folder, settings=Settings(coder=coder)) as me:
            if coder == "anna":
                await compiles(me)
            else:
                await me.presses("space", "s", "down", "enter")
            await me.presses(*pressed)
            if coder == "bo":
                me.sees("3 gemensamma kvar", "Först kommer 3 som andra har kodat.")
            await me.presses("0", "0", "0")
    found = agreement(read_coding(folder / "sammanstallning" / "Våren").coding)
    assert [(pair, many) for pair, many in found.shared] == [(("anna", "bo"), 3)]
