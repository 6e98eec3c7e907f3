"""A preview is what people will see: the same cells as on the evening, and leafed through with the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import shipped_workbooks
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.texts import words
from diskussion_tui.tui.preview import Leafing, seen
from diskussion_tui.tui.toolkit.idle import idle
from diskussion_tui.tui.toolkit.painted import as_text, painted
from diskussion_tui.workshop.rehearsal import Rehearsal
from tests.support.builders import workbook_in
from tests.support.laptop import laptop
from tests.support.people import STARTS, Clock, before_the_wall, facilitator

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.tui.preview import Seen

SMALL, LARGE = (80, 24), (120, 36)
SAVED = 1
"""The line of the header that says when something was saved last."""


def previewed(name: str, size: tuple[int, int] = SMALL, *, language: str = "sv") -> list[Seen]:
    book = workbook_in(shipped_workbooks()[name], language)
    rehearsal = Rehearsal(book, "Exempelgruppen", STARTS)
    return seen(rehearsal, words(language), size, steps_of(book))


@pytest.fixture(scope="module")
def default() -> dict[str, Seen]:
    """Every step of the default workbook."""
    return {one.step.id: one for one in previewed("vardens-struktur")}


async def test_each_step_is_what_whoever_leads_will_see(tmp_path: Path, default: dict[str, Seen]) -> None:
    async with facilitator(tmp_path / "s") as me:
        await me.begins("Exempelgruppen")
        for one in list(default.values())[:7]:
            await me.goes_to(one.step.id)
            shown, drawn = me.screen(), as_text(one.screen).split("\n")
            del shown[SAVED], drawn[SAVED]
            assert drawn == shown, one.step.id
            await me.talks(one.step.minutes)


async def test_each_step_on_the_wall_is_what_the_room_will_read(
    tmp_path: Path, default: dict[str, Seen]
) -> None:
    clock = Clock()
    with laptop(tmp_path / "s", "Exempelgruppen", clock=clock) as anna:
        async with before_the_wall(tmp_path / "s", anna.workshop.path, clock=clock) as room:
            for step in ("start", "kompass", "A", "A.1", "A.2", "E.A"):
                anna.goes_to(step)
                await room.looks()
                shown, drawn = room.screen(), as_text(default[step].wall).split("\n")
                assert drawn[2:] == shown[2:], step  # above it stands the time that is left


@pytest.mark.parametrize(
    ("name", "language", "size"), [("biblioteket", "sv", (60, 18)), ("keep-change-new", "en", LARGE)]
)
def test_a_workbook_can_be_seen_at_another_size(name: str, language: str, size: tuple[int, int]) -> None:
    for one in previewed(name, size, language=language):
        for strips in (one.screen, one.wall):
            assert [strip.cell_length for strip in strips] == [size[0]] * size[1]


def test_the_librarys_workbook_is_whole_on_the_wall_step_by_step() -> None:
    for one in previewed("biblioteket"):
        drawn = as_text(one.wall)
        assert "…" not in drawn, one.step.id
        assert "sida 1" not in drawn.casefold(), one.step.id


class Reader:
    """Somebody at a terminal who leafs through a preview."""

    def __init__(self, app: Leafing) -> None:
        self.app = app

    async def sees(self) -> list[str]:
        await idle(self.app)
        return as_text(painted(self.app.screen)).split("\n")


async def test_one_leafs_with_the_keys_of_the_walk(default: dict[str, Seen]) -> None:
    found = list(default.values())
    app = Leafing(found, words("sv"), SMALL)
    async with app.run_test(size=SMALL) as pilot:
        me = Reader(app)
        assert await me.sees() == as_text(found[0].screen).split("\n")
        await pilot.press("pageup", "pagedown", "pagedown")
        assert await me.sees() == as_text(found[2].screen).split("\n")
        await pilot.press("f5")
        assert await me.sees() == as_text(found[2].wall).split("\n")
        await pilot.press("pageup", "tab")
        assert await me.sees() == as_text(found[1].screen).split("\n")
        await pilot.press("q")
    assert app.return_code == 0


async def test_where_there_is_room_it_says_what_is_shown_and_which_keys_there_are(
    default: dict[str, Seen],
) -> None:
    app = Leafing([default["A.2"]], words("sv"), SMALL)
    async with app.run_test(size=(90, 30)) as pilot:
        me = Reader(app)
        first, *page, last = await me.sees()
        assert first == "A.2  Patientens behov 2040, på skärmen (80 × 24)"
        assert page[:24] == as_text(default["A.2"].screen).split("\n")
        assert last == "PgDn nästa   PgUp tillbaka   F5 skärmen eller väggen   Esc slut"
        await pilot.resize_terminal(60, 18)
        assert (await me.sees())[-1] == "Fönstret rymmer inte 80 × 24. Förstora det. Esc slutar."
        await pilot.press("escape")
