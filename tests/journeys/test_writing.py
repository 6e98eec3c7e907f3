"""A note-taker at the speed of speech: kinds, lists, long notes, fixing things afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.texts import words
from tests.support.people import SMALL_WORKBOOK, facilitator, leading, session_file

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_note_costs_its_text_and_enter_and_the_line_is_empty_again(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax mellan sjukhus och kommun", "Dubbla remisser"]) as me:
        assert me.notes("B.2", "avveckla") == ["Fax mellan sjukhus och kommun", "Dubbla remisser"]
        assert not me.stage.capture.text
        me.sees("− Avveckla  2", "− 1 Fax mellan sjukhus och kommun")


@pytest.mark.parametrize(("key", "kind"), [("-", "avveckla"), (">", "vidareutveckla"), ("+", "nyutveckla")])
async def test_a_kinds_key_in_the_empty_line_picks_the_kind(tmp_path: Path, key: str, kind: str) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("tab", "tab")
        await me.types(key)
        assert me.stage.place.kind == kind
        await me.says("en sak")
        assert me.notes("A.2", kind) == ["en sak"]


async def test_tab_turns_through_the_kinds_and_back(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        seen = [me.stage.place.kind]
        for _ in range(3):
            await me.presses("tab")
            seen.append(me.stage.place.kind)
        assert seen == ["avveckla", "vidareutveckla", "nyutveckla", "avveckla"]
        await me.presses("shift+tab")
        assert me.stage.place.kind == "nyutveckla"


@pytest.mark.parametrize("comes", ["typed", "slowly", "pasted"])
@pytest.mark.parametrize(
    ("said", "kind", "text"),
    [
        ("+ mer tid", "nyutveckla", "mer tid"),
        ("+mer tid", "nyutveckla", "mer tid"),
        ("> e-hjälp", "vidareutveckla", "e-hjälp"),
        ("- fax", "avveckla", "fax"),
        ("-5 grader", "vidareutveckla", "-5 grader"),
        ("> 65 år ska få hembesök", "vidareutveckla", "> 65 år ska få hembesök"),
        ("+46 är riktnumret", "vidareutveckla", "+46 är riktnumret"),
    ],
)
async def test_a_sign_before_words_chooses_the_kind_and_one_before_a_number_is_text(
    tmp_path: Path, said: str, kind: str, text: str, comes: str
) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.presses("tab")
        if comes == "pasted":
            await me.pastes(said)
        else:
            await me.types(said[0])
            me.clock.passes(seconds=5 if comes == "slowly" and kind != "vidareutveckla" else 0.3)
            await me.types(said[1:])
        await me.presses("enter")
        assert me.notes("A.2", kind) == [text]
        if kind != "vidareutveckla":
            me.sees("Sparat i ")


async def test_a_kind_that_was_chosen_stays_for_a_number_that_comes_later(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.types("+")
        me.clock.passes(seconds=5)
        await me.says("10 nya bussar")
        assert me.notes("A.2", "nyutveckla") == ["10 nya bussar"]


async def test_the_lines_of_a_list_whose_signs_differ_stand_in_their_own_kinds(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.pastes("- fax\n- pärmar\n+ app")
        me.sees("3 anteckningar inklistrade.", "tecken som valde radens kategori")
        assert me.notes("A.2", "avveckla") == ["fax", "pärmar"]
        assert me.notes("A.2", "nyutveckla") == ["app"]
        await me.presses("ctrl+z")
        assert me.notes("A.2") == []


async def test_a_dash_inside_a_text_is_a_dash(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["e-recept - överallt"]) as me:
        assert me.notes("A.2") == ["e-recept - överallt"]


async def test_where_no_kinds_are_asked_for_their_keys_are_letters_like_any(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1", said=["+46 räcker inte"]) as me:
        assert me.notes("A.1") == ["+46 räcker inte"]


async def test_alt_enter_and_ctrl_j_give_a_new_line_in_the_same_note(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.types("första")
        await me.presses("alt+enter")
        await me.types("andra")
        await me.presses("ctrl+j")
        await me.says("tredje")
        assert me.notes("A.1") == ["första\nandra\ntredje"]


async def test_a_short_pasted_list_becomes_one_note_a_line(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.pastes("1. fax\r\n2. pärmar\r\n\r\n")
        assert me.notes("A.2", "avveckla") == ["fax", "pärmar"]
        me.sees("2 anteckningar inklistrade. Borttaget: numreringen.")


async def test_a_long_pasted_list_is_asked_about_first(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.pastes("\n".join(f"- sak {n}" for n in range(12)))
        me.sees("Klistra in 12 anteckningar i Avveckla?", "sak 0", "sak 11")
        await me.presses("enter")
        assert len(me.notes("A.2")) == 12
        await me.presses("ctrl+z")
        assert me.notes("A.2") == []


async def test_no_to_a_pasted_list_leaves_the_text_in_the_line(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes("ett\ntvå\ntre\nfyra")
        await me.presses("escape")
        assert me.stage.capture.text == "ett\ntvå\ntre\nfyra"
        await me.presses("enter")
        assert me.notes("A.1") == ["ett\ntvå\ntre\nfyra"]


async def test_a_list_answered_with_no_is_looked_through_at_once_and_taken_back_with_esc_or_undo(
    tmp_path: Path,
) -> None:
    pasted = "ett\ntvå\nring 811218-9876\nfyra"
    async with leading(tmp_path, at="A.1") as me:
        for key in ("escape", "ctrl+z"):
            await me.pastes(pasted)
            await me.presses("escape")
            me.sees("! Personnummer i raden")
            await me.presses(key)
            assert me.stage.capture.text == ""
            assert me.notes("A.1") == []


async def test_the_question_names_the_category_and_tab_chooses_another(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.pastes("ett\ntvå\ntre\nfyra")
        me.sees("i Avveckla?", "Ja, 4 anteckningar")
        await me.presses("tab")
        me.sees("i Vidareutveckla?")
        await me.presses("j", "enter")
        assert me.notes("A.2", "vidareutveckla") == ["ett", "två", "tre", "fyra"]
        assert me.stage.place.kind == "vidareutveckla"


async def test_lines_that_a_page_has_broken_are_joined_with_one_key(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes("Vi vill ha en sammanhållen hem-\nsjukvård i hela länet")
        me.sees("Slå ihop brutna rader (Ctrl+E): 1 anteckning")
        await me.presses("ctrl+e")
        assert me.notes("A.1") == ["Vi vill ha en sammanhållen hemsjukvård i hela länet"]
        me.sees("1 anteckning inklistrad")


async def test_words_typed_at_the_question_answer_nothing_and_a_letter_with_enter_does(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes("Vi vill ha en sammanhållen hem-\nsjukvård i hela länet")
        await me.says("jag vill nog säga ja")
        me.sees("Välj först: ↑ ↓ byter, Enter väljer, Esc är nej.")
        assert me.notes("A.1") == []
        await me.presses(*["backspace"] * 20, *"s", "enter")
        assert me.notes("A.1") == ["Vi vill ha en sammanhållen hemsjukvård i hela länet"]


async def test_two_long_lines_in_small_letters_are_two_notes_without_a_question(tmp_path: Path) -> None:
    lines = [
        "vårdplatser ansvar längre vårdplatser patienten dygnet",
        "remisser färre en länsgränsen och mobila team",
    ]
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes("\n".join(lines))
        assert me.notes("A.1") == lines


async def test_what_is_taken_off_a_list_is_said_and_what_means_something_stays(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes("\uf0b7\tFax\n\uf0b7\t[ ] Köer")
        assert me.notes("A.1") == ["Fax", "Köer"]
        me.sees("Borttaget: listans punkter, kryssrutorna.")
        await me.pastes("> 65 år\n+ 3 tjänster")
        assert me.notes("A.1")[2:] == ["> 65 år", "+ 3 tjänster"]
        assert "Borttaget" not in me.text()


async def test_more_than_can_be_taken_in_at_once_is_refused_in_words(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.types("kvar")
        await me.pastes("rad\n" * 600_000)
        me.sees("Högst 2\u00a0000\u00a0000 tecken", "Inget är inklistrat.")
        assert me.stage.capture.text == "kvar"


async def test_ctrl_v_says_which_key_pastes_where_nothing_was_copied_in_here(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        for _ in range(2):
            await me.presses("ctrl+v")
            assert "Ctrl+Skift+V" in " ".join(me.text().split())
            await me.presses("f9")
        me.app.copy_to_clipboard("• Fax")
        await me.presses("escape", "ctrl+v", "enter")
        assert me.notes("A.1") == ["• Fax"]


async def test_a_paste_longer_than_a_note_is_refused_in_words_and_loses_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.types("kvar")
        await me.pastes("x" * 1_000_000)
        me.sees("En anteckning rymmer 20\u00a0000 tecken")
        assert me.stage.capture.text == "kvar"


async def test_editing_a_note_puts_back_what_was_half_typed(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.types("halvskri")
        await me.presses("up", "enter")
        me.sees("Ändra")
        await me.types(" bort")
        await me.presses("enter")
        assert me.notes("A.2") == ["Fax bort"]
        assert me.stage.capture.text == "halvskri"


async def test_a_half_typed_edit_comes_back_after_a_crash_with_what_waited_behind_it(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.types("nästa sak")
        await me.presses("up", "enter")
        await me.types(" och pärmar")
        me.stage.keep_draft()
        await me.waits()
    async with facilitator(tmp_path) as me:
        await me.presses("enter")
        me.sees("Ändra", "Fax och pärmar", "Den halvskrivna raden är tillbaka.")
        await me.presses("enter")
        assert me.notes("A.2") == ["Fax och pärmar"]
        assert me.stage.capture.text == "nästa sak"


async def test_escape_leaves_an_edit_as_it_was(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.presses("up", "enter")
        await me.types("!!!")
        await me.presses("escape")
        assert me.notes("A.2") == ["Fax"]
        assert not me.stage.capture.text


async def test_one_key_each_gives_hands_star_dissent_and_kind(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.presses("up", "4", "space", "space", "t", "space", "!", "enter", "space", "k")
        (note,) = me.session.notes_of("A.2")
        assert (note.supporters, note.star, note.dissent, note.kind) == (4, True, True, "vidareutveckla")
        me.sees("●●●● ★ !")
        await me.presses("space", "-")
        assert me.notes("A.2", "avveckla") == ["Fax"]


async def test_two_digits_in_a_row_are_one_number_and_a_later_digit_a_new_one(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax"]) as me:
        await me.presses("up", "1", "2")
        assert me.session.notes_of("A.2")[0].supporters == 12
        me.clock.passes(seconds=10)
        await me.presses("7")
        assert me.session.notes_of("A.2")[0].supporters == 7


async def test_the_arrows_walk_among_the_notes_and_down_leads_back_to_writing(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2") as me:
        await me.types("-")
        await me.says("a1", "a2")
        await me.types(">")
        await me.says("v1")
        await me.presses("up")
        assert me.chosen == "v1"
        await me.presses("left")
        assert me.chosen == "a1"
        await me.presses("down")
        assert me.chosen == "a2"
        await me.presses("down")
        assert me.stage.capture.has_focus


async def test_a_withdrawn_note_comes_back_from_the_bin(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.2", said=["Fax", "Pärmar"]) as me:
        await me.presses("up", "delete")
        assert me.notes("A.2") == ["Fax"]
        await me.goes_to("D.1")
        await me.presses("ctrl+r")
        me.sees("Papperskorg", "Pärmar")
        await me.presses("enter")
        assert me.notes("A.2") == ["Fax", "Pärmar"]
        assert me.step == "A.2"


async def test_a_note_moves_to_another_question(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1", said=["Hemsjukvård"]) as me:
        await me.presses("up", "space", "f")
        await me.types("C2")
        await me.presses("enter")
        assert me.notes("A.1") == []
        assert me.notes("C.2", "avveckla") == ["Hemsjukvård"]
        me.sees("Flyttad till C 2")


async def test_undo_and_redo_reach_over_a_restart(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1", said=["ett", "två"]) as me:
        await me.presses("ctrl+z")
        assert me.notes("A.1") == ["ett"]
    async with facilitator(tmp_path) as me:
        await me.presses("enter")
        assert me.step == "A.1"
        await me.presses("ctrl+y")
        assert me.notes("A.1") == ["ett", "två"]
        await me.presses("ctrl+z", "ctrl+z")
        assert me.notes("A.1") == []
        await me.presses("ctrl+z", "ctrl+z")
        me.sees("Det finns inget att ångra.")


async def test_ctrl_z_in_a_half_typed_line_undoes_typing_not_notes(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1", said=["ett"]) as me:
        await me.types("halvt")
        await me.presses("ctrl+z")
        assert me.notes("A.1") == ["ett"]


async def test_the_verdict_turns_with_tab_and_can_be_taken_back(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        given = []
        for _ in range(4):
            await me.presses("tab")
            given.append(me.session.verdict("A.1"))
        assert given == ["stammer", "delvis", "stammer-inte", ""]
        await me.presses("shift+tab")
        me.sees("● stämmer inte")


async def test_the_own_question_is_worded_first_and_can_be_reworded(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.3") as me:
        me.sees("Gruppens egen fråga", "Er egen fråga")
        await me.says("Vems behov hör vi aldrig talas om?", "De hemlösas")
        assert me.session.wording("A.3") == "Vems behov hör vi aldrig talas om?"
        assert me.notes("A.3") == ["De hemlösas"]
        await me.presses("f3", "backspace")
        await me.types("!")
        await me.presses("enter")
        assert me.session.wording("A.3").endswith("om!")


async def test_enter_on_an_empty_line_goes_on_without_an_own_question(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.3") as me:
        await me.presses("enter")
        await me.says("En sak till")
        assert me.session.wording("A.3") == ""
        assert me.notes("A.3") == ["En sak till"]


async def test_reflections_show_what_the_group_said_in_the_section(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.2", said=["Fax"]) as me:
        await me.goes_to("E.B")
        me.sees("Reflektioner", "Gruppens anteckningar", "− Fax")
        await me.says("Sluta faxa")
        await me.goes_to("E.helheten")
        me.sees("Reflektioner hittills", "Sluta faxa")


async def test_a_final_discussion_takes_nothing_until_it_is_opened_again(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1", said=["ett"]) as me:
        await me.presses("ctrl+p")
        await me.types("fastställ")
        await me.presses("enter", "j", "enter")
        me.sees("Klart.", "1 anteckning")
        await me.presses("escape")
        me.sees("Diskussionen är fastställd och sparad.")
        await me.types("två")
        me.sees("tar inte emot något nytt", "två")
        await me.presses("enter")
        await me.finishes()
        me.sees("Diskussionen är öppen igen.", "två")
        assert me.notes("A.1") == ["ett"]
        await me.presses("enter")
        assert me.notes("A.1") == ["ett", "två"]


async def test_whoever_types_while_the_picture_is_up_writes_under_its_first_question(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B") as me:
        me.sees("B 1 ›")
        await me.says("Vem ringer den som inte svarar")
        me.sees("Sparat under B 1.")
        assert me.step == "B"
        assert me.notes("B.1") == ["Vem ringer den som inte svarar"]


@pytest.mark.parametrize("step", ["start", "kompass"])
async def test_what_is_said_before_the_questions_is_parked(tmp_path: Path, step: str) -> None:
    async with leading(tmp_path, at=step) as me:
        me.sees("Parkeras ›")
        await me.says("Parkeringen är avgiftsbelagd")
        me.sees("Parkerad. F7 visar de parkerade")
        assert [note.text for note in me.session.parked()] == ["Parkeringen är avgiftsbelagd"]
        await me.presses("ctrl+z")
        assert not me.session.parked()


async def test_a_picture_longer_than_the_window_is_read_with_the_arrows(tmp_path: Path) -> None:
    async with leading(tmp_path, at="D", size=(60, 15)) as me:
        before = me.text()
        await me.presses(*["down"] * 4)
        assert me.text() != before
        await me.presses(*["up"] * 4)
        assert me.text() == before


async def test_another_workbook_brings_its_own_kinds_keys_and_questions(tmp_path: Path) -> None:
    async with leading(tmp_path, "Team Blue", lang="en", workbook=SMALL_WORKBOOK, at="1.2") as me:
        kinds = me.stage.workshop.workbook.kinds
        for kind in kinds:
            await me.types(kind.key)
            await me.says(f"about {kind.id}")
        assert [me.notes("1.2", kind.id) for kind in kinds] == [[f"about {kind.id}"] for kind in kinds]
        me.misses("Avveckla")
        file = session_file(tmp_path)
        assert file.name == "Workshop_Team-Blue_2026-05-12.toml"


async def test_a_pasted_list_with_a_line_too_long_is_refused_in_words_and_not_called_pasted(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes("kort\n" + "x" * 30_000)
        me.sees("En anteckning rymmer 20\u00a0000 tecken")
        me.misses("inklistrad")
        assert me.notes("A.1") == []


async def test_an_edit_that_a_list_too_long_is_pasted_into_keeps_the_note(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1", said=["ab"]) as me:
        await me.presses("up", "enter", "backspace", "backspace")
        await me.pastes("rad ett\n" + "x" * 30_000)
        me.sees("En anteckning rymmer 20\u00a0000 tecken")
        await me.presses("escape")
        assert me.notes("A.1") == ["ab"]


async def test_a_note_longer_than_the_big_picture_shows_its_beginning(tmp_path: Path) -> None:
    async with leading(tmp_path, at="A.1") as me:
        await me.pastes("början " + "ord " * 400)
        await me.presses("enter", "f5")
        me.sees("1  början ord", "…")


async def test_an_emoji_of_several_people_that_is_typed_stays_one(tmp_path: Path) -> None:
    async with leading(tmp_path, "Familjen 👩‍👩‍👧", at="A.2", said=["Vårdcentralen för 👩‍👩‍👧"]) as me:
        assert me.session.head.name == "Familjen 👩‍👩‍👧"
        assert me.notes("A.2") == ["Vårdcentralen för 👩‍👩‍👧"]


@pytest.mark.parametrize("keys", [("ctrl+z",), ("f7", "backspace"), ("f7", "backspace", "ctrl+z", "ctrl+y")])
async def test_a_text_that_grew_over_the_line_and_shrinks_again_breaks_nothing(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with leading(tmp_path, at="A.2") as me:
        for _ in range(6):
            await me.presses("alt+enter")
        await me.presses(*keys)
        assert me.stage.capture.document.line_count <= 6
        await me.types("kvar")
        assert "kvar" in me.stage.capture.text


async def test_a_note_that_is_emptied_is_withdrawn_and_no_longer_chosen(tmp_path: Path) -> None:
    async with leading(tmp_path, at="B2", said=["fax"]) as me:
        await me.presses("up", "enter", "ctrl+u", "enter")
        assert me.notes("B.2") == []
        assert me.stage.board.selected == ""
        await me.presses("ctrl+z")
        assert me.notes("B.2") == ["fax"]


@pytest.mark.parametrize("columns", [60, 61, 64, 80])
async def test_no_word_of_a_question_is_cut_off_in_a_narrow_window(tmp_path: Path, columns: int) -> None:
    async with leading(tmp_path, size=(columns, 18)) as me:
        await me.presses("ctrl+l", "ctrl+p")
        await me.types("final")
        await me.presses("enter")
        said = " ".join(me.text().split())
        assert words("en").dialogs.finish_explained in said
