"""Merging and splitting at the screen, with the keyboard alone, at 80×24, and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import facilitator, leading, session_file

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.support.people import Facilitator


@pytest.fixture
async def me(tmp_path: Path) -> AsyncIterator[Facilitator]:
    """A facilitator at question 2 of B with two notes to phase out and one to develop."""
    async with leading(tmp_path, at="B.2", said=["Fax mellan sjukhus", "Bort med faxen"]) as me:
        await me.presses("tab")
        await me.says("Hemsjukvård dygnet runt")
        yield me


async def marks_both(me: Facilitator) -> None:
    """Mark the two notes to phase out, with 5 and 7 who agree."""
    await me.presses("up", "left", "5", "space", "space", "space", "down", "7", "space", "space", "space")


async def test_two_marked_notes_are_merged_with_two_keys_and_all_who_agree(me: Facilitator) -> None:
    await marks_both(me)
    me.sees("✓ markerad", "2 markerade. Mellanslag m slår ihop dem, Esc avmarkerar.", "m slå ihop")
    await me.presses("space", "m")
    me.sees("Slå ihop 2 anteckningar", "● alla: 12", "○ samma personer: högst 7", "▸ 2 − Bort med faxen")
    await me.presses("enter")
    assert me.notes("B.2", "avveckla") == ["Bort med faxen"]
    assert me.chosen == "Bort med faxen"
    me.sees("● 12", "⌞ sammanslagen av 2", "2 anteckningar är nu en. Ctrl+Z ångrar.")
    me.misses("markerad")


async def test_another_of_the_texts_is_chosen_with_the_arrows_and_hands_can_be_the_same_peoples(
    me: Facilitator,
) -> None:
    await marks_both(me)
    await me.presses("space", "m", "up", "f3", "enter")
    assert me.notes("B.2", "avveckla") == ["Fax mellan sjukhus"]
    me.sees("● 7")


async def test_a_text_of_ones_own_is_written_and_not_lost_by_looking_at_the_others(me: Facilitator) -> None:
    await marks_both(me)
    await me.presses("space", "m")
    await me.presses("end")
    await me.types(" före jul")
    me.sees("End ändra", "egen text", "Bort med faxen före jul")
    await me.presses("up", "up")
    me.misses("före jul")
    await me.presses("down", "down")
    me.sees("Bort med faxen före jul")
    await me.presses("enter")
    assert me.notes("B.2", "avveckla") == ["Bort med faxen före jul"]


async def test_a_sentence_in_the_dialog_is_a_text_of_ones_own_and_alters_none(me: Facilitator) -> None:
    await me.presses("ctrl+k", "tab", *"1 2", "enter")
    me.sees("1 − Fax mellan sjukhus", "2 − Bort med faxen")
    await me.types("Tredje saken")
    me.sees("egen text")
    await me.pastes(" är bemanning")
    await me.presses("enter")
    assert me.notes("B.2", "avveckla") == ["Tredje saken är bemanning"]


async def test_who_is_asked_which_to_merge_with_sees_the_numbers(me: Facilitator) -> None:
    await me.presses("up", "left", "space", "m")
    me.sees("Slå ihop med", "2 − Bort med faxen", "3 › Hemsjukvård dygnet runt")


async def test_kinds_are_kept_apart_until_one_is_chosen(me: Facilitator) -> None:
    await me.presses("up", "space", "space", "left", "space", "space", "space", "m")
    me.sees("De har olika kategorier och hålls isär", "● hålls isär")
    await me.presses("enter")
    me.sees("De har olika kategorier")
    assert len(me.session.notes()) == 3
    await me.presses("tab", "tab")
    me.sees("● › Vidareutveckla")
    await me.presses("enter")
    assert len(me.notes("B.2", "vidareutveckla")) == 1
    assert me.notes("B.2", "avveckla") == ["Bort med faxen"]


async def test_each_kind_that_has_several_is_asked_about_and_all_is_one_step_to_undo(me: Facilitator) -> None:
    await me.presses("up", "escape")
    await me.says("Mobila team")
    await me.presses(
        "up",
        "space",
        "space",
        "up",
        "space",
        "space",
        "left",
        "space",
        "space",
        "down",
        "space",
        "space",
        "up",
        "space",
        "space",
        "space",
        "space",
        "space",
        "m",
    )
    me.sees("Slå ihop 2 anteckningar", "1 av 2")
    await me.presses("enter")
    me.sees("2 av 2")
    await me.presses("enter")
    me.sees("Sammanslagna till 2 anteckningar, en för varje kategori")
    assert len(me.session.notes()) == 2
    await me.presses("ctrl+z")
    assert len(me.session.notes()) == 4


async def test_leaving_the_dialog_leaves_everything_marks_too(me: Facilitator) -> None:
    await marks_both(me)
    await me.presses("space", "m", "escape")
    assert len(me.session.notes()) == 3
    me.sees("2 markerade")
    await me.presses("escape")
    me.misses("markerad")
    assert me.chosen == "Bort med faxen"
    await me.presses("escape", "a")
    assert me.stage.capture.text == "a"


async def test_marks_come_along_to_other_questions_and_merge_what_stands_there(me: Facilitator) -> None:
    await marks_both(me)
    await me.goes_to("E.B")
    me.sees("2 markerade anteckningar.")
    await me.says("Faxen är det värsta")
    await me.presses("up", "space", "space")
    me.sees("3 markerade")
    await me.presses("space", "m", "tab", "enter")
    assert me.notes("B.2", "avveckla") == ["Bort med faxen"]
    assert me.notes("E.B") == []
    me.sees("3 anteckningar är nu en. Ctrl+Z ångrar. Den står under B 2.")


async def test_without_marks_the_note_to_merge_with_is_chosen_the_most_alike_first(me: Facilitator) -> None:
    await me.presses("up", "left", "down", "space", "m")
    me.sees("Slå ihop med")
    rows = [line.strip() for line in me.screen() if "B 2" in line]
    assert rows[0].startswith("▸ 1 − Fax mellan sjukhus")
    await me.presses("enter", "enter")
    assert len(me.notes("B.2", "avveckla")) == 1


async def test_alone_there_is_nothing_to_merge_with(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax"]) as me:
        await me.presses("up", "space", "m")
        me.sees("Det finns ingen annan anteckning")
        await me.presses("d")
        me.sees("Anteckningen är inte sammanslagen av andra.")
        await me.presses("o")
        me.sees("Anteckningen är inte sammanslagen av andra.")


async def test_the_originals_are_read_at_any_depth(me: Facilitator) -> None:
    await marks_both(me)
    await me.presses("space", "m", "enter", "space", "m", "enter", "tab", "enter", "space", "o")
    me.sees(
        "Sammanslagen av 3 anteckningar", "Fax mellan sjukhus ●●●●●", "B 2 · Vidareutveckla", "B 2 · Avveckla"
    )
    lines = me.text().splitlines()
    inner = next(line for line in lines if "Fax mellan sjukhus" in line)
    outer = next(line for line in lines if "Hemsjukvård" in line)
    assert len(inner) - len(inner.lstrip()) > len(outer) - len(outer.lstrip())
    await me.presses("escape")
    me.misses("Sammanslagen av 3 anteckningar")


async def test_splitting_shows_what_comes_back_and_that_new_hands_do_not_come_along(me: Facilitator) -> None:
    await marks_both(me)
    await me.presses("space", "m", "enter", "9", "space", "space", "d")
    me.sees("Dela upp i 2 anteckningar?", "− Fax mellan sjukhus", "− Bort med faxen", "9 håller med den")
    await me.presses("escape")
    assert len(me.notes("B.2", "avveckla")) == 1
    await me.presses("space", "d", "enter")
    assert me.notes("B.2", "avveckla") == ["Fax mellan sjukhus", "Bort med faxen"]
    assert [note.supporters for note in me.session.notes_of("B.2", "avveckla")] == [5, 7]
    me.sees("Uppdelad i 2 anteckningar.")


async def test_a_split_note_that_cannot_come_back_from_the_bin_says_why(me: Facilitator) -> None:
    await marks_both(me)
    await me.presses(
        "space",
        "m",
        "enter",
        "space",
        "d",
        "enter",
        "space",
        "space",
        "down",
        "space",
        "space",
        "space",
        "m",
        "enter",
        "ctrl+r",
        "enter",
    )
    me.sees("Den kom av anteckningar som nu ingår i en annan.")
    assert len(me.notes("B.2", "avveckla")) == 1


async def test_merging_is_undone_and_split_after_a_restart(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax mellan sjukhus", "Bort med faxen"]) as me:
        await me.presses("up", "space", "space", "up", "space", "space", "space", "m", "enter")
        assert me.notes("B.2") == ["Fax mellan sjukhus"]
    for keys in (("ctrl+z",), ("ctrl+y",), ("up", "space", "d", "enter")):
        async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
            await me.presses(*keys)
            wanted = 1 if keys == ("ctrl+y",) else 2
            assert len(me.notes("B.2")) == wanted
    async with facilitator(tmp_path, open_path=session_file(tmp_path)) as me:
        assert me.notes("B.2") == ["Fax mellan sjukhus", "Bort med faxen"]


async def test_what_is_said_already_is_shown_quietly_while_it_is_typed_again(me: Facilitator) -> None:
    await me.types("bort me")
    me.misses("liknar")
    await me.types("d alla faxen")
    me.sees("liknar: Bort med faxen")
    await me.presses("enter")
    me.misses("liknar")
    assert len(me.notes("B.2")) == 4
    await me.types("bättre parkering")
    me.misses("liknar")


async def test_the_opposite_is_not_called_alike(me: Facilitator) -> None:
    await me.says("Fler vårdplatser på sjukhusen")
    await me.goes_to("C.2")
    await me.types("färre vårdplatser på sjukhus")
    me.sees("motsats?: B 2  Fler vårdplatser på sjukhusen")
    me.misses("liknar")


async def test_a_note_being_edited_is_not_like_itself(me: Facilitator) -> None:
    await me.presses("up", "enter")
    await me.types(" och natt")
    me.misses("liknar")


async def test_a_likeness_never_covers_a_warning_and_hostile_text_is_only_text(me: Facilitator) -> None:
    await me.says("[bold]Samordnad vårdplan[/] \\[x")
    await me.types("samordnad vårdplan")
    me.sees("liknar: [bold]Samordnad vårdplan[/] \\[x")
    await me.presses("up", "space", "space", "up", "space", "space", "space", "m")
    me.sees("[bold]Samordnad vårdplan[/] \\[x")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36)])
@pytest.mark.parametrize("lang", ["sv", "en"])
async def test_no_word_of_the_dialog_is_cut_off(tmp_path: Path, lang: str, size: tuple[int, int]) -> None:
    async with leading(tmp_path, lang=lang, size=size, at="B.2", said=["Fax mellan sjukhus"]) as me:
        await me.presses("tab")
        await me.says("Fax " * 40)
        await me.presses(
            "up",
            "9",
            "space",
            "space",
            "space",
            "left",
            "8",
            "space",
            "space",
            "space",
            "space",
            "m",
        )
        said = me.app.texts.merging
        me.sees(said.hands_key, said.kind_key, said.kinds_apart, said.title(2))
        words = me.text().split()
        for word in (*said.kinds_alone.split(), *said.hint.split()):
            assert word in words
        await me.presses("tab")
        for part in (said.hands_sum.format(n=17), said.hands_highest.format(n=9)):
            assert " ".join(part.split()) in " ".join(me.text().split())
        me.misses("…")
