"""A group that prioritises: dots counted in one pass, an order, several rounds, and what the room and the paper show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.records import Round
from tests.support.people import Clock, facilitator, leading, on_disk, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator

NOTES = ("Fax", "Pärmar", "Brev", "Köer")


async def begins_with_notes(me: Facilitator, *notes: str, question: str = "B.1") -> None:
    await me.begins("Ekerö")
    await me.goes_to(question)
    await me.says(*(notes or NOTES))


async def begins_round(me: Facilitator, choice: str = "") -> None:
    await me.presses("f12")
    await me.types(choice)
    await me.presses("enter")


def result(me: Facilitator, number: int = -1) -> list[tuple[str, int, int, int]]:
    """What came out of a round: texts, points, first and last place."""
    of = me.session.current(Round)[number]
    return [
        (note.text if (note := me.session.note(one.note)) else "", one.points, one.first, one.last)
        for one in rounds.standings(me.session, of)
    ]


async def test_dots_are_counted_in_one_pass_of_digit_keys(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        me.sees("Runda 1 · prickar, 3 per person · 18:00 · pågår", "0 prickar givna")
        await me.presses("2", "7", "0", "2")
        assert [line.strip() for line in me.screen()[4:8]] == [
            "2  1 • Fax",
            "7  2 • Pärmar",
            "0  3 • Brev",
            "▸    2  4 • Köer",
        ]
        me.sees("11 prickar givna", "Det var den sista.")
        await me.presses("enter")
        assert result(me) == [("Pärmar", 7, 1, 1), ("Fax", 2, 2, 3), ("Köer", 2, 2, 3), ("Brev", 0, 0, 0)]
        me.sees(
            "avslutad", "    1   7  • Pärmar", "  2–3   2  • Fax", "  2–3   2  • Köer", "    –   0  • Brev"
        )


async def test_a_number_above_nine_begins_with_a_plus_for_each_ten(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("+", "2", "+", "+", "3", "+", "down", "5")
        assert [points for _, points, *_ in sorted(result(me), key=lambda one: NOTES.index(one[0]))] == [
            12,
            23,
            10,
            5,
        ]


async def test_a_digit_on_a_note_that_was_counted_replaces_its_dots(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("+", "8", "up", "4")
        assert result(me)[0] == ("Fax", 4, 1, 1)


async def test_more_dots_than_there_are_is_said(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.presses("ctrl+n", *["up"] * 4)
        await me.types("4")
        await me.presses("ctrl+s")
        await begins_round(me, "2")
        me.sees("0 av 8 prickar")
        await me.presses("5", "4")
        me.sees("9 av 8 prickar · 1 prick för mycket")


async def test_every_step_of_a_round_can_be_undone_within_it_and_after_a_restart(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("3", "4", "enter")
        await me.presses("ctrl+z")
        me.sees("pågår", "Ångrat: ")
        await me.presses("ctrl+z")
        assert result(me)[0] == ("Fax", 3, 1, 1)
        me.sees("3 prickar givna")
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        await me.presses("f12")
        me.sees("pågår", "3 prickar givna")
        await me.presses("ctrl+z")
        me.sees("0 prickar givna")
        await me.presses("ctrl+y")
        me.sees("3 prickar givna")
        await me.presses("ctrl+z", "ctrl+z")
        me.misses("Runda 1")
        assert me.step == "B.1"
        assert me.session.current(Round) == ()


async def test_an_order_is_made_with_shifted_arrows_and_with_digits(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me, "ordning")
        me.sees("Runda 1 · ordning", "0 av 4 anteckningar har en plats")
        await me.presses("down", "shift+up")
        await me.presses("down", "shift+up", "space", "u")
        assert [text for text, *_ in result(me)[:2]] == ["Fax", "Pärmar"]
        await me.presses("down", "down", "1")
        assert [(text, first) for text, _, first, _ in result(me)] == [
            ("Brev", 1),
            ("Fax", 2),
            ("Pärmar", 3),
            ("Köer", 0),
        ]
        await me.presses("shift+down", "space", "n", "shift+down")
        assert [(text, first) for text, _, first, _ in result(me)][:3] == [
            ("Fax", 1),
            ("Pärmar", 2),
            ("Brev", 0),
        ]
        await me.presses("enter")
        me.sees("avslutad", "    1  • Fax", "    2  • Pärmar", "    –  • Brev")


async def test_two_digits_close_together_are_one_place_in_the_order(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me, *(f"sak {number}" for number in range(1, 13)))
        await begins_round(me, "ordning")
        for _ in range(12):
            await me.presses("end", "shift+up", *["down"] * 12)
        await me.presses(*["pageup"] * 3)
        first = result(me)[0][0]
        await me.presses("1", "2")
        assert result(me)[-1][:2] == (first, 12)


async def test_a_closed_round_takes_no_dot_until_it_is_reopened(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("3", "enter", "shift+up", "down")
        me.sees("Rundan är avslutad. Menyn (Mellanslag) öppnar den igen eller börjar en ny.")
        await me.presses("9")
        assert result(me)[0] == ("Fax", 3, 1, 1)
        assert me.stage.capture.text == "9"
        await me.presses("f12", "space", "o")
        me.sees("pågår", "Rundan är öppen igen.")
        await me.presses("9")
        assert result(me)[0] == ("Fax", 9, 1, 1)


async def test_words_that_are_said_in_a_round_stand_in_the_line_and_the_round_waits(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("4")
        me.clock.passes(seconds=2)
        await me.says("ordna nu resten under våren")
        assert me.notes("B.1")[-1] == "ordna nu resten under våren"
        await me.presses("f12")
        me.sees("pågår", "4 prickar givna", "5 • ordna nu resten under våren")
        await me.presses("f12")
        me.misses("pågår")


@pytest.mark.parametrize("method", ["", "ordning"])
@pytest.mark.parametrize("said", ["12 platser saknas", "7b är fel", "3. Fax", "10 5 eller 7"])
async def test_digits_that_words_follow_give_nothing_in_a_round(
    tmp_path: Path, method: str, said: str
) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me, method)
        await me.presses("2")
        me.clock.passes(seconds=2)
        given = result(me)
        await me.says(said)
        assert result(me)[:4] == given
        assert me.notes("B.1")[-1] == said


@pytest.mark.parametrize("pause", [0.7, 1.0, 1.4])
async def test_dots_given_one_after_the_other_stay_when_somebody_speaks(tmp_path: Path, pause: float) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        for key in ("3", "5", "4"):
            await me.presses(key)
            me.clock.passes(seconds=pause)
        await me.says("Alla är trötta")
        assert me.notes("B.1")[-1] == "Alla är trötta"
        assert sorted(points for _, points, *_ in result(me)) == [0, 0, 3, 4, 5]


@pytest.mark.parametrize(("pause", "said"), [(0.0, "3D finns"), (1.0, "3D finns"), (1.0, "10 procent")])
async def test_a_number_typed_in_one_breath_takes_back_no_dots_but_its_own(
    tmp_path: Path, pause: float, said: str
) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("5")
        me.clock.passes(seconds=0.6 + pause)
        await me.says(said)
        assert me.notes("B.1")[-1] == said
        assert sorted(points for _, points, *_ in result(me)) == [0, 0, 0, 0, 5]


async def test_who_comes_back_to_a_round_goes_on_where_it_was_left(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("3", "5")
        me.clock.passes(seconds=2)
        await me.says("Alla är trötta")
        await me.presses("f12", "4")
        assert sorted(points for _, points, *_ in result(me)) == [0, 0, 3, 4, 5]
        await me.presses("f12", "f12", "6")
        assert sorted(points for _, points, *_ in result(me)) == [0, 3, 4, 5, 6]


@pytest.mark.parametrize("pause", [0.0, 1.0])
async def test_ten_dots_more_never_begin_a_sentence_with_digits_behind_them(
    tmp_path: Path, pause: float
) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        for key in ("3", "5", "+", "+", "2"):
            await me.presses(key)
            me.clock.passes(seconds=pause)
        await me.says("Någon säger något")
        assert me.notes("B.1")[-1] == "Någon säger något"
        assert sorted(points for _, points, *_ in result(me)) == [0, 0, 3, 5, 22]


async def test_a_plus_after_a_pause_is_ten_dots_whatever_is_said_then(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("+")
        me.clock.passes(seconds=1)
        await me.says("Alla är trötta")
        assert me.notes("B.1")[-1] == "Alla är trötta"
        assert result(me)[0] == ("Fax", 10, 1, 1)


async def test_a_plus_that_words_follow_is_no_ten_dots(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me, "Fax", question="B.2")
        await begins_round(me)
        await me.says("+buss hela natten")
        await me.presses("f12")
        await me.says("+ buss hela dagen")
        assert [points for _, points, *_ in result(me)] == [0, 0, 0]
        assert me.notes("B.2", "nyutveckla") == ["buss hela natten", "buss hela dagen"]


async def test_words_behind_numbers_that_were_called_are_words(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("ctrl+k")
        await me.says("2 3 eller 4 platser")
        assert all(points == 0 for _, points, *_ in result(me))
        assert me.notes("B.1")[-1] == "2 3 eller 4 platser"


async def test_what_is_pasted_in_a_round_is_asked_about_in_the_line(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.pastes("ett\ntvå")
        await me.presses("enter")
        assert me.notes("B.1")[-2:] == ["ett", "två"]


async def test_several_rounds_are_kept_apart_and_chosen_with_tab(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("3", "enter", "space", "r")
        me.clock.passes(minutes=42)
        await me.types("ordning")
        await me.presses("enter", "shift+up", "enter")
        me.sees("Runda 2 · ordning · 18:42")
        await me.presses("tab")
        me.sees("Runda 1 · prickar, 3 per person · 18:00")
        await me.presses("tab")
        me.sees("Runda 2 · ordning · 18:42")
        assert [one.method for one in me.session.current(Round)] == ["prickar", "ordning"]


async def test_the_last_choice_is_offered_first_and_esc_begins_nothing(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.presses("f12", "escape")
        assert me.session.current(Round) == ()
        me.sees("Vårdmöten 2040")
        await begins_round(me, "5")
        await me.presses("space", "r")
        me.sees("▸ Prickar, 5 per person")
        await me.presses("escape")
        me.sees("Runda 1 · prickar, 5 per person")


async def test_a_round_that_is_left_waits_and_every_question_of_the_section_is_in_it(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.goes_to("B.2")
        await me.says("Appar")
        await me.goes_to("C.1")
        await me.says("Annat")
        await me.goes_to("B")
        await me.presses("f12", "enter", "4", "escape")
        me.sees("Vårdmöten 2040", "Hemmet blir en plats")
        await me.presses("f12")
        me.sees("pågår", "4 prickar givna", "− Appar")
        me.misses("Annat")


async def test_where_there_is_nothing_to_prioritise_it_says_so(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        await me.presses("f12")
        me.sees("Gå till en av delarna")
        await me.goes_to("B.1")
        await me.presses("f12")
        me.sees("Delen har inga anteckningar att prioritera ännu.")


async def test_the_room_reads_the_result_in_the_big_picture(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("3", "4", "enter", "f5")
        shown = [line.strip() for line in me.screen() if line.strip()]
        assert shown == [
            "B   Vårdmöten 2040",
            "Runda 1 · prickar, 3 per person · 18:00   7 prickar givna",
            "▸   1  • Pärmar",
            "████████████████████ 4",
            "2  • Fax",
            "███████████████ 3",
            "–  • Brev",
            "–  • Köer",
        ]
        await me.presses("escape")
        me.sees("avslutad", "7 prickar givna")


async def test_the_summary_shows_the_top_of_the_latest_closed_round(tmp_path: Path) -> None:
    async with facilitator(tmp_path, size=(80, 40)) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("1", "2", "3", "4", "enter", "escape")
        await me.goes_to("slut")
        me.sees("Prioriterat: B  Vårdmöten 2040  Runda 1 · prickar, 3 per person · 18:00")
        me.sees("1   4  • Köer", "2   3  • Brev", "3   2  • Pärmar")
        me.misses("4   1  • Fax")


async def test_a_note_withdrawn_later_keeps_its_place_and_the_result_says_so(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("9", "3", "enter", "escape")
        await me.presses("escape", "up", "up", "up", "up", "delete")
        assert me.notes("B.1") == ["Pärmar", "Brev", "Köer"]
        await me.presses("f12")
        me.sees("1   9  • Fax", "borttagen", "2   3  • Pärmar")


async def test_what_another_program_counts_is_seen_at_once(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        assert me.app.workshop
        of, note = me.session.current(Round)[0], me.session.notes_of("B.1")[2]
        me.app.workshop.do(rounds.give_dots, of.id, note.id, 8)
        await me.waits()
        me.sees("     8  3 • Brev", "8 prickar givna")


async def test_a_final_discussion_shows_its_rounds_and_takes_no_dot(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("3", "escape")
        await me.finishes()
        await me.presses("f12")
        me.sees("Diskussionen tar inte emot fler ändringar.")
        await me.types("5 platser")
        me.sees("Diskussionen är fastställd")
        assert me.session.final
        assert result(me)[0] == ("Fax", 3, 1, 1)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 36)], ids=["80x24", "40x12", "120x36"])
async def test_the_round_is_whole_in_english_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with facilitator(tmp_path, lang="en", size=size) as me:
        await begins_with_notes(me)
        await begins_round(me)
        await me.presses("3", "enter")
        me.sees("Round 1", "1   3  • Fax", "Space menu")
        await me.presses("f1")
        me.sees("When you prioritise" if size[1] > 12 else "Help")


# ---- hands and dissent -------------------------------------------------------------------------------------------


async def test_a_hand_count_is_one_key_a_note_and_the_line_tells_it(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.presses("up", "7")
        me.sees("7 håller med")
        await me.presses("up", "3", "up", "9", "9", "9")
        me.sees("999 håller med")
        await me.presses("1")
        assert [note.supporters for note in me.session.notes_of("B.1")] == [0, 1, 3, 7]


async def test_dissent_is_a_mark_and_then_words_of_its_own(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.types("halvskrivet")
        await me.presses("up", "space", "!")
        assert me.session.notes_of("B.1")[3].dissent
        me.sees("! Avvikande mening", "Enter sparar. Tom rad: bara märket.")
        await me.says("Köerna behövs")
        note = me.session.notes_of("B.1")[3]
        assert (note.dissent, note.objection) == (True, "Köerna behövs")
        me.sees("▸ 4 Köer !", "    Avvikande: Köerna behövs", "Den avvikande meningen är sparad.")
        assert me.chosen == "Köer"
        assert me.stage.capture.text == "halvskrivet"
        await me.presses("space", "!")
        assert me.stage.capture.text == "Köerna behövs"
        await me.types(" ibland")
        await me.presses("enter")
        assert me.session.notes_of("B.1")[3].objection == "Köerna behövs ibland"


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_without_words_only_the_mark_stays(tmp_path: Path, key: str) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.presses("up", "space", "!", key)
        note = me.session.notes_of("B.1")[3]
        assert (note.dissent, note.objection) == (True, "")
        assert me.chosen == "Köer"


async def test_the_sign_alone_in_the_line_takes_the_mark_off_with_its_words(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.presses("up", "space", "!")
        await me.says("Nej")
        await me.presses("space", "!", "backspace", "backspace", "backspace", "!", "enter")
        note = me.session.notes_of("B.1")[3]
        assert (note.dissent, note.objection) == (False, "")
        me.sees("Avvikande mening borttagen.")
        await me.presses("ctrl+z")
        assert me.session.notes_of("B.1")[3].objection == "Nej"


async def test_a_half_written_dissent_is_back_after_a_crash_and_so_is_the_line_before_it(
    tmp_path: Path,
) -> None:
    clock = Clock()
    async with facilitator(tmp_path, clock=clock) as me:
        await begins_with_notes(me)
        await me.types("halvskrivet")
        await me.presses("up", "space", "!")
        await me.types("Köerna be")
        me.stage.keep_draft()
        await me.waits()
        assert 'task = "avvikande"' in on_disk(tmp_path)
    async with facilitator(tmp_path, clock=clock, open_path=session_file(tmp_path)) as me:
        me.sees("! Avvikande mening", "Köerna be")
        await me.says("hövs")
        note = me.session.notes_of("B.1")[3]
        assert (note.text, note.objection) == ("Köer", "Köerna behövs")
        assert me.stage.capture.text == "halvskrivet"


async def test_who_walks_on_in_the_midst_of_a_dissent_loses_none_of_it(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me)
        await me.presses("up", "space", "!")
        await me.types("Köerna behövs")
        await me.presses("pagedown")
        assert me.session.notes_of("B.1")[3].objection == "Köerna behövs"
        assert me.step == "B.2"


async def test_tab_changes_no_kind_while_a_dissent_is_written(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me, "Fax", question="B.2")
        await me.presses("up", "space", "!", "tab")
        assert me.notes("B.2", "avveckla") == ["Fax"]
        me.misses("Tab kategori")


async def test_the_room_reads_the_dissent_too(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me, "Fax")
        await me.presses("up", "space", "!")
        await me.says("Inte hos oss")
        await me.presses("f5")
        me.sees("1  Fax !", "Avvikande: Inte hos oss")


async def test_what_stands_in_a_dissent_is_only_text(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await begins_with_notes(me, "Fax")
        await me.presses("up", "space", "!")
        await me.pastes("[bold]nej[/] \x1b[31mrött")
        await me.presses("enter")
        me.sees("Avvikande: [bold]nej[/] rött")
