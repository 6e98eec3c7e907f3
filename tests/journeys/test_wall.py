"""The window for the room: it follows whoever leads, shows what the room should read and no more, and leaves no trace."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import example_folder
from diskussion_tui.domain.plan import changes as plan
from diskussion_tui.domain.session import changes, conclusions, rounds
from diskussion_tui.domain.session.conclusions import Read
from diskussion_tui.tui.wall.screen import Wall
from diskussion_tui.workshop.following import Follower
from diskussion_tui.workshop.removal import remove_session
from diskussion_tui.workshop.workshop import Workshop
from tests.support.laptop import WORKBOOK, laptop
from tests.support.people import Clock, before_the_wall, leading, session_file

if TYPE_CHECKING:
    from pathlib import Path


def state(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file and folder with its bytes and time stamps."""
    return {
        str(path): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
            path.stat().st_ctime_ns,
        )
        for path in (folder, *sorted(folder.rglob("*")))
    }


async def test_it_waits_until_a_discussion_is_led_and_then_goes_on_by_itself(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    async with before_the_wall(tmp_path, clock=clock) as room:
        await room.looks()
        room.sees("Diskussionen har inte börjat än")
        with laptop(tmp_path, clock=clock):
            await room.looks()
            room.sees("Vårdens struktur", "Ekerö", "Följer ”Ekerö”")


async def test_it_follows_a_note_a_step_and_what_is_taken_back(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("B.2")
            anna.says("B.2", "Fax mellan sjukhus", kind="avveckla")
            await room.looks()
            room.sees("B 2", "− AVVECKLA  1", "1  Fax mellan sjukhus", "› VIDAREUTVECKLA  0", "min kvar")
            anna.workshop.undo()
            anna.workshop.flush()
            await room.looks()
            room.misses("Fax")
            anna.goes_to("C")
            await room.looks()
            room.sees("C   Vårdens specialisering 2040")


async def test_what_is_half_written_the_cues_and_the_warnings_stay_with_whoever_leads(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("A.2", "en halv mening som ingen ska")
            await room.looks()
            room.sees("A 2")
            room.misses("halv", "sparat", "Enter")
            for cue in anna.workshop.steps[3].cues:
                room.misses(cue[:20])


async def test_the_digits_of_a_personal_number_are_dots_on_the_wall(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("A.1")
            anna.says("A.1", "Hon hette 19121212-1212 sa någon")
            await room.looks()
            room.sees("Hon hette ••••••••-•••• sa någon")


async def test_it_shows_the_verdict_as_it_is_given(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("A.1")
            anna.does(changes.set_verdict, "A.1", "delvis")
            await room.looks()
            room.sees("● stämmer delvis  █", "○ stämmer inte    ░")


async def test_a_round_is_ranked_while_it_is_counted_and_those_alike_share_a_place(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("B.2")
            fax, appar, bord = anna.says("B.2", "Fax", "Appar", "Bord", kind="avveckla")
            of = anna.does(rounds.begin_round, anna.workshop.ids.new(), "B", "prickar", 3)
            anna.workshop.show_room(of)
            for note, dots in ((fax, 2), (appar, 5), (bord, 2)):
                anna.does(rounds.give_dots, of, note, dots)
            await room.looks()
            shown = [line.split()[0] for line in room.screen() if "−" in line]
            assert shown == ["1", "2–3", "2–3"]
            room.sees("1  − 2  Appar", "2–3  − 1  Fax", "Runda 1", "9 prickar givna")
            anna.workshop.show_room("")
            anna.workshop.flush()
            await room.looks()
            room.sees("− AVVECKLA  3")
            room.misses("Runda")


async def test_a_break_says_when_it_is_over_in_large_figures(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("B.2")
            fika = anna.does(plan.add_break, anna.workshop.ids.new(), "Fika", 15, "B.3")
            anna.workshop.timing.begin(fika)
            anna.workshop.flush()
            await room.looks()
            over = clock.time + dt.timedelta(minutes=15)
            told = [f"Fika. Vi börjar igen {at:%H:%M}." for at in (over, over + dt.timedelta(minutes=1))]
            assert any(one in room.text() for one in told), room.text()
            room.sees("████")
            room.misses("AVVECKLA")


async def test_it_shows_what_the_group_has_made_of_it_and_the_thanks_at_the_end(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("slut")
            await room.looks()
            room.sees("Tack")
            anna.does(
                conclusions.conclude, anna.workshop.ids.new(), "slutsats", Read("B", "Fasa ut faxen"), []
            )
            await room.looks()
            room.sees("Sammanfattning", "B  Vårdmöten 2040", "Fasa ut faxen")
            anna.does(changes.set_state, "fastställd")
            await room.looks()
            room.sees("Tack", "1 slutsats")


async def test_pages_are_turned_from_the_laptop_and_the_next_note_brings_the_newest(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, size=(60, 18), clock=clock) as room:
            anna.goes_to("A.1")
            anna.says("A.1", *(f"Anteckning nummer {n}" for n in range(1, 31)))
            await room.looks()
            room.sees("30  Anteckning nummer 30", "till ovanför")
            room.misses("Anteckning nummer 5 ", "nedanför")
            anna.workshop.turn_room(1)
            anna.workshop.flush()
            await room.looks()
            room.misses("nummer 30")
            room.sees("till nedanför")
            anna.workshop.show_room("")
            anna.says("A.1", "Den trettioförsta")
            await room.looks()
            room.sees("31  Den trettioförsta")
            await room.presses("pageup")
            room.misses("trettioförsta")


async def test_a_hand_counted_on_an_older_note_brings_it_into_view(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, size=(60, 18), clock=clock) as room:
            anna.goes_to("A.1")
            first, *_ = anna.says("A.1", *(f"Anteckning nummer {n}" for n in range(1, 31)))
            await room.looks()
            room.misses(" 1  Anteckning nummer 1")
            anna.does(changes.support, first, 4)
            await room.looks()
            room.sees("1  Anteckning nummer 1 ●●●●")


async def test_a_discussion_that_is_gone_or_removed_is_told_of_and_the_last_picture_stays(
    tmp_path: Path,
) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        anna.goes_to("A.1")
        anna.says("A.1", "Kvar på väggen")
    path = session_file(tmp_path)
    async with before_the_wall(tmp_path, path, clock=clock) as room:
        await room.looks()
        room.sees("Kvar på väggen")
        away = path.rename(tmp_path / "annat.bak")
        for _ in range(2):
            await room.looks()
        room.sees("finns inte längre på sin plats", "Kvar på väggen")
        away.rename(path)
        await room.looks()
        room.misses("finns inte längre")
        path.write_text("trasig = [", encoding="utf-8")
        for _ in range(2):
            await room.looks()
        room.sees("går inte att läsa just nu", "Kvar på väggen")


async def test_a_discussion_removed_for_good_is_told_of(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        anna.goes_to("A.1")
        session = anna.workshop.session.id
    async with before_the_wall(tmp_path, session_file(tmp_path), clock=clock) as room:
        await room.looks()
        remove_session(tmp_path, tmp_path / "reserv", session)
        for _ in range(2):
            await room.looks()
        room.sees("finns inte längre")


async def test_a_discussion_that_is_only_looked_at_is_left_byte_for_byte_and_stamp_for_stamp(
    tmp_path: Path,
) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        anna.goes_to("B.2")
        anna.says("B.2", "Fax", kind="avveckla")
        anna.does(changes.set_state, "fastställd")
    before = state(tmp_path)
    async with before_the_wall(tmp_path, session_file(tmp_path), clock=clock) as room:
        for _ in range(3):
            await room.looks()
        await room.presses("pagedown", "pageup", "ctrl+t", "ctrl+l")
        await room.resizes(60, 18)
        room.sees("B 2")
    assert state(tmp_path) == before


@pytest.mark.parametrize("size", [(40, 12), (60, 18), (200, 60)])
async def test_it_fits_whatever_window_there_is(tmp_path: Path, size: tuple[int, int]) -> None:
    (example,) = example_folder().glob("*.toml")
    async with before_the_wall(tmp_path, example, size=size) as room:
        await room.looks()
        assert max(map(len, room.screen())) <= size[0]
        await room.resizes(39, 12)
        room.sees("Fönstret är för litet")
        await room.resizes(*size)
        room.misses("Fönstret är för litet")


async def test_another_laptop_that_writes_too_does_not_lead(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("B.2")
            other = Workshop.open(session_file(tmp_path), WORKBOOK, now=clock, steady=clock.steady)
            clock.passes(seconds=2)
            other.enter("D")
            other.add_notes("B.2", ["Från den andra"], "nyutveckla")
            other.flush()
            await room.looks()
            room.sees("B 2", "Från den andra")
            other.close()


async def test_with_one_mirrored_screen_f5_has_the_same_page_and_the_line_under_it(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax mellan sjukhus"]) as me:
        await me.presses("f5")
        me.sees("− AVVECKLA  1", "1  Fax mellan sjukhus", "min kvar")
        me.misses("Enter spara")
        await me.says("Appar")
        me.sees("2  Appar")
        await me.presses("f5")
        me.sees("Avveckla  2")


async def test_what_becomes_a_personal_number_is_dots_while_it_is_typed_before_everybody(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.types("Hon 1912")
        me.sees("Hon 1912")
        await me.presses("f5")
        await me.types("1212-12")
        me.sees("Hon ••••••••-••")
        me.misses("1912")
        await me.presses("f5")
        me.sees("Hon 19121212-12")


async def test_pages_can_be_turned_where_the_screen_is_mirrored(tmp_path: Path) -> None:
    async with leading(
        tmp_path, at="A.1", said=[f"Nummer {n} i raden" for n in range(1, 26)], size=(60, 18)
    ) as me:
        await me.presses("f5")
        me.sees("25  Nummer 25")
        await me.presses("ctrl+up")
        me.misses("Nummer 25")
        await me.says("Den sista")
        me.sees("26  Den sista")


async def test_a_folder_that_does_not_answer_is_told_of_and_every_key_is_heard_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, answers, looks = Clock(dt.datetime.now().astimezone()), threading.Event(), Follower.look
    with laptop(tmp_path, clock=clock) as anna:
        anna.goes_to("A.1")
        anna.says("A.1", "Kvar på väggen")
        monkeypatch.setattr(Follower, "look", lambda _follower: answers.wait(20))
        async with before_the_wall(tmp_path, clock=clock, by_itself=True) as room:
            assert isinstance(room.app.screen, Wall)
            assert room.app.screen.follower
            looks(room.app.screen.follower)
            await room.waits()
            room.sees("Kvar på väggen")
            clock.passes(seconds=5)
            room.app.screen.show_page()
            await room.waits()
            room.sees("Mappen svarar inte", "Kvar på väggen")
            await room.presses("ctrl+l")
            room.sees("The folder does not answer")
            answers.set()


async def test_the_clock_stands_on_the_wall_only_while_it_runs(tmp_path: Path) -> None:
    clock = Clock(dt.datetime.now().astimezone())
    with laptop(tmp_path, clock=clock) as anna:
        async with before_the_wall(tmp_path, clock=clock) as room:
            anna.goes_to("B.2")
            await room.looks()
            room.sees("12 min kvar")
            anna.workshop.timing.pause()
            anna.workshop.flush()
            await room.looks()
            room.misses("min kvar", "paus")
