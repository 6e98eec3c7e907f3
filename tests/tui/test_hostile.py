"""What users write is only text: brackets, markup, escape codes, odd letters and whole megabytes, through every view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.content.source import default_workbook, example_folder
from diskussion_tui.tui.dialogs.reader import Reader
from tests.support.builders import another
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator

MARKUP = (
    "Remiss [se bilaga]",
    "[/]",
    "[/b]",
    "[b",
    "[a=b: c]",
    "[@click=app.quit]x[/]",
    "[link=file:///etc/passwd]x[/link]",
    "[red on white]röd[/]",
    "\\[b]",
    "{name} %s $ink",
    "- > + * # ```",
)
ODD = (
    "\x1b[2J\x1b[31mröd\x1b[0m",
    "\x1b]0;titel\x07namn",
    "\x1b]8;;http://x\x1b\\länk\x1b]8;;\x1b\\",
    "\x9b2Jåtta bitar",
    "nul\x00mitt i",
    "klocka\x07 bak\x08steg \x7f",
    "rad\r\nny rad\rännu en",
    "\u202eomvänt\u2066 שלום مرحبا",
    "e\u0301 a\u030a o\u0308",
    "\u0301\u0301\u0301",
    "z" + "\u0336" * 200,
    "👩‍👩‍👧‍👦 🏳️‍🌈 漢字 ﷽",
    "ensam \ud800 halva \udfff",
    "W" * 3000,
    "漢" * 500,
    "a\u00a0b\u2028c\u2029d\u200be",
    "\t\tflikar\t",
)
CORPUS = (*MARKUP, *ODD)
EXECUTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MEGABYTE = "ett ord [/] till " * 60_000
EVERY_STEP = ("start", "A", "A.1", "A.2", "A.3", "E.A", "slut")
EVERY_PAGE = ("f1", "f2", "f4", "f8", "f9", "ctrl+b")
EVERY_DIALOG = ("ctrl+g", "ctrl+n", "ctrl+r", "ctrl+p", "ctrl+f")


def nothing_acts(me: Facilitator) -> None:
    """No control character, escape or half letter is in what is painted, and nobody has been sent away."""
    painted = "".join(strip.text for strip in me.app.screen._compositor.render_strips())
    assert not EXECUTABLE.findall(painted)
    for strip in me.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.style is None or not (segment.style.link or segment.style.meta.get("@click"))
    assert me.app.is_running
    assert me.app._exception is None


async def every_view(me: Facilitator) -> None:
    """Look at the discussion through everything there is to look through."""
    for step in EVERY_STEP:
        await me.goes_to(step)
        nothing_acts(me)
        await me.presses("f5")
        nothing_acts(me)
        await me.presses("f5")
    for key in (*EVERY_PAGE, *EVERY_DIALOG):
        await me.presses(key)
        nothing_acts(me)
        if me.app.screen is not me.stage:
            await me.presses("escape")


async def test_hostile_notes_are_kept_and_shown_and_do_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        for text in CORPUS:
            before = len(me.notes("A.1"))
            await me.pastes(text)
            if me.app.screen is not me.stage:
                await me.presses("n")
            kept = clean_note(me.stage.capture.text)
            nothing_acts(me)
            await me.presses("enter")
            nothing_acts(me)
            assert not me.stage.capture.text.strip()
            assert len(me.notes("A.1")) >= before + bool(kept)
        shown = " ".join(me.notes("A.1"))
        for text in MARKUP:
            assert clean_note(text).lstrip("-> ") in shown
        await every_view(me)


@pytest.mark.parametrize("text", MARKUP)
async def test_markup_is_seen_letter_by_letter_in_every_place(tmp_path: Path, text: str) -> None:
    async with facilitator(tmp_path) as me:
        await me.begins(f"x {text}")
        assert me.session.head.name == clean_line(f"x {text}")
        me.sees(clean_line(text))
        await me.goes_to("A.2")
        await me.types(f"x {text}")
        me.sees(text)
        await me.presses("enter", "up", "enter")
        me.sees(f"x {text}")
        await me.presses("escape")
        await me.goes_to("A.3")
        await me.says(f"x {text}", "svar")
        me.sees(f"3  x {text}")
        await me.presses("f5")
        me.sees(f"A 3   x {text}")
        await me.presses("f5", "ctrl+g")
        await me.types(text)
        nothing_acts(me)
        me.sees(text)


async def test_every_view_stands_hostile_names_wordings_and_details(tmp_path: Path) -> None:
    hostile = "[@click=app.quit]x[/] [/b] \x1b[31m{n} \u202eZ"
    async with facilitator(tmp_path) as me:
        await me.pastes(hostile)
        nothing_acts(me)
        await me.presses("enter")
        await me.presses("ctrl+n")
        for _ in range(4):
            nothing_acts(me)
            await me.pastes(hostile)
            await me.presses("tab")
        await me.pastes("12")
        await me.presses("ctrl+s")
        await me.goes_to("A.3")
        await me.pastes(hostile)
        await me.presses("enter")
        await me.goes_to("A.2")
        await me.pastes(hostile)
        await me.presses("enter", "up", "delete")
        assert me.session.head.place == clean_line(hostile)
        assert me.session.wording("A.3") == clean_line(hostile)
        await every_view(me)
        await me.presses("ctrl+r")
        me.sees("[@click=app.quit]x[/] [/b]")
        await me.presses("enter")
        assert me.notes("A.2") == [clean_note(hostile)]
        await me.presses("ctrl+o")
        nothing_acts(me)
        me.sees("[@click=app.quit]x[/]")


async def test_hostile_searches_and_filters_find_or_find_nothing_and_do_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, "Ekerö [/]") as me:
        await me.presses("ctrl+o", "s")
        for text in CORPUS:
            await me.pastes(text)
            nothing_acts(me)
            await me.presses("ctrl+u")
        await me.pastes("[/]")
        me.sees("1 diskussion", "Ekerö [/]")
        await me.presses("escape", "enter", "ctrl+g")
        for text in CORPUS:
            await me.pastes(text)
            nothing_acts(me)
            await me.presses("ctrl+u")


async def test_a_pasted_megabyte_is_refused_in_notes_and_cut_in_fields(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await me.pastes(MEGABYTE)
        nothing_acts(me)
        await me.presses("enter")
        assert me.session.head.name.startswith("ett ord [/] till")
        await me.goes_to("A.1")
        await me.pastes(MEGABYTE)
        me.sees("En anteckning rymmer 20\u00a0000 tecken")
        await me.pastes(MEGABYTE[:19_999])
        await me.presses("enter")
        assert me.notes("A.1") == [MEGABYTE[:19_999].strip()]
        await me.presses("f5")
        nothing_acts(me)
        await me.goes_to("slut")
        nothing_acts(me)


async def test_hostile_notes_are_undone_one_by_one(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.says(*MARKUP)
        for left in reversed(range(len(MARKUP))):
            await me.presses("ctrl+z")
            assert me.notes("A.1") == list(MARKUP[:left])
        for _ in MARKUP:
            await me.presses("ctrl+y")
        assert me.notes("A.1") == list(MARKUP)


async def test_files_that_hold_anything_at_all_are_listed_found_and_read(tmp_path: Path) -> None:
    (example,) = example_folder().glob("*.toml")
    good = example.read_text(encoding="utf-8")
    escaped = r"[@click=app.quit]x[/] \u001b[31m \u202e \u0000 \u0007 {n}"
    files = {
        "fientlig.toml": good.replace("Vårdcentralen Solgläntan", escaped).replace(
            "Fax mellan sjukhus", f"{escaped} fax"
        ),
        "tom.toml": "",
        "[@click=app.quit]x.toml": "[session]\nname = 3",
        "halv.toml": good[: len(good) // 2],
        "äldre \u202e.toml": "schema_version = 999\n" + good.split("\n", 1)[1],
        "konstig.toml": good.replace("77", "[[[[[")[:9_000],
        "kinds.toml": re.sub(r"avveckla = 12", '"[/]" = 12', good).replace('"A",', '"[/]\\u001b",', 1),
    }
    for number, (name, text) in enumerate(files.items()):
        (tmp_path / name).write_text(another(text, number), encoding="utf-8")
    (tmp_path / "byte.toml").write_bytes(b"\xff\xfe\x00")
    async with facilitator(tmp_path, size=(140, 30)) as me:
        nothing_acts(me)
        me.sees("[@click=app.quit]x[/]", "[@click=app.quit]x.toml", f"{len(files) + 1} diskussioner")
        await me.types("fax")
        me.sees("[@click=app.quit]x[/]", "fax")
        nothing_acts(me)
        await me.presses("escape")
        for _ in range(len(files) + 3):
            await me.presses("down")
            nothing_acts(me)
            await me.presses("enter")
            nothing_acts(me)
            if me.app.workshop:
                await me.presses("ctrl+o")
            elif isinstance(me.app.screen, Reader):
                await me.presses("escape")


async def test_a_hostile_workbook_is_walked_through_whole(tmp_path: Path) -> None:
    book = tmp_path / "bok.toml"
    book.write_text(_workbook_with(r"[/b] \u001b[1m\u202e{n} "), encoding="utf-8")
    async with facilitator(tmp_path / "s", workbook=book) as me:
        nothing_acts(me)
        me.sees("[/b] {n} Vårdens struktur")
        await me.begins("Ekerö")
        nothing_acts(me)
        for _ in me.stage.workshop.steps:
            await me.presses("x", "enter", "pagedown")
            nothing_acts(me)
        await every_view(me)


async def test_a_workbook_that_is_refused_is_told_of_in_its_own_words_without_acting(tmp_path: Path) -> None:
    book = tmp_path / "[b]bok[@click=app.quit].toml"
    book.write_text(
        _workbook_with(r"[@click=app.quit]x[/] \u001b[31m ").replace("role =", '"[/]" ='), encoding="utf-8"
    )
    async with facilitator(tmp_path / "s", workbook=book) as me:
        await me.begins("x")
        nothing_acts(me)
        me.sees("Fel i arbetshäftet", "[/]")


def _workbook_with(hostile: str) -> str:
    """The default workbook with something before every text in it."""
    keys = "title|short_title|subtitle|heading|text|label|verb|meaning|invitation"
    text = default_workbook().read_text(encoding="utf-8")
    return re.sub(rf'^({keys}) = "', lambda found: found[0] + hostile, text, flags=re.MULTILINE)
