"""An evening at the prompt: what is typed, what is said back, and what stands in the discussion."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.conclusions import conclusions_of
from diskussion_tui.domain.session.records import Conclusion, Planned
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.workshop.earlier import actions_before
from tests.support.laptop import laptop
from tests.support.people import STARTS, Clock
from tests.support.prompt import at_prompt

if TYPE_CHECKING:
    from pathlib import Path


# ---- writing ---------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_a_note_and_its_number_is_said_once_it_is_saved(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert me.prompt == "B 2, avveckla: "
        assert me.types("Dubbla remisser") == "1 sparad.\n"
        assert me.types("  Fax mellan sjukhus  ") == "2 sparad.\n"
        assert me.notes("B.2", "avveckla") == ["Dubbla remisser", "Fax mellan sjukhus"]
        assert "Fax mellan sjukhus" in [
            note.text for note in read_session(me.evening.workshop.path).session.notes()
        ]


def test_an_empty_line_is_nothing(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert me.types("", "   ") == ""
        assert me.session.notes() == ()


def test_the_kind_stays_where_it_was_set_and_comes_back_with_the_question(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types(".kategori ny", "Digital vårdcentral", ".n", ".t")
        assert me.prompt == "B 2, nyutveckla: "
        me.types(".k -", "Fax")
        assert (me.note("B.2", 0).kind, me.note("B.2", 1).kind) == ("nyutveckla", "avveckla")


@pytest.mark.parametrize(
    ("said", "kind", "text"),
    [
        ("+ mer tid", "nyutveckla", "mer tid"),
        ("+mer tid", "nyutveckla", "mer tid"),
        ("> e-hjälp", "vidareutveckla", "e-hjälp"),
        ("- fax", "avveckla", "fax"),
        ("-5 grader", "avveckla", "-5 grader"),
        ("> 65 år ska få hembesök", "avveckla", "> 65 år ska få hembesök"),
        ("+46 är riktnumret", "avveckla", "+46 är riktnumret"),
    ],
)
def test_a_sign_before_words_chooses_the_kind_and_one_before_a_number_is_text(
    tmp_path: Path, said: str, kind: str, text: str
) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        told = me.types(said)
        assert told == (f"1 sparad i {kind}.\n" if kind != "avveckla" else "1 sparad.\n")
        assert me.notes("B.2", kind) == [text]
        assert me.prompt == f"B 2, {kind}: "


def test_a_sign_alone_and_behind_k_chooses_the_kind_that_has_it(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("+", "Ny bil")
        assert me.notes("B.2", "nyutveckla") == ["Ny bil"]
        me.types(".k >", "Större bil", ".k +", "Nyare bil", ".k - 1")
        assert me.notes("B.2", "vidareutveckla") == ["Större bil"]
        assert me.notes("B.2", "nyutveckla") == ["Nyare bil"]
        assert me.notes("B.2", "avveckla") == ["Ny bil"]


def test_merging_says_how_hands_were_counted_where_that_could_be_otherwise(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Faxar", ".h 1 12 2 5")
        assert "Händerna är allas: 17. Var det samma personer, högst 12, skriv .h 1 12." in me.types(
            ".slå ihop 1 2"
        )
        me.types(".h 1 12", "Brev")
        assert me.session.notes_of("B.2")[0].supporters == 12
        assert "Händerna" not in me.types(".slå ihop 1 3")


def test_the_last_step_says_the_name_of_the_file(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        said = me.types(".gå sammanfattning")
        assert said.split("får namn så här:")[1].split() == [me.evening.workshop.path.name]


def test_an_action_says_how_it_was_read(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        me.types(".gå sammanfattning", ".typ åtgärd")
        assert me.types("Ring @chefen senast 1/12") == (
            "1, åtgärd. Sparat. Ansvarig chefen. Senast 2026-12-01.\n"
        )
        assert "”fredag” blev inget datum" in me.types("Bjud in föreningen senast fredag")


def test_on_the_cover_and_the_compass_words_are_parked_and_can_be_fetched(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        assert me.prompt == "Start, parkeras: "
        assert me.types("Tandvården då?") == "Parkerad och sparad.\n"
        assert "1: Tandvården då?" in me.types(".parkerat")
        assert me.types(".hämta 1") == "Sparad under A 1 som 1.\n"
        assert me.notes("A.1") == ["Tandvården då?"]


def test_on_a_picture_words_go_to_the_sections_first_question(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B") as me:
        assert me.prompt == "B, framtidsbilden, skrivs under B 1: "
        assert me.types("Bilden saknar barn") == "Sparad under B 1 som 1.\n"


def test_the_own_question_is_worded_first_and_an_empty_line_notes_without_one(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B3") as me:
        assert me.prompt == "B 3, egen fråga: "
        me.types("Hur når vi dem som inte söker vård?")
        assert me.session.wording("B.3") == "Hur når vi dem som inte söker vård?"
        me.types("Uppsökande team", ".gå C3", "", "Utan fråga")
        assert me.notes("B.3") == ["Uppsökande team"]
        assert (me.session.wording("C.3"), me.notes("C.3")) == ("", ["Utan fråga"])


def test_a_table_speaks_until_another_does(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types(".bord Bord 3")
        assert me.prompt == "B 2, avveckla, Bord 3: "
        me.types("Fax", ".bord", "Annat")
        assert (me.note("B.2", 0).group, me.note("B.2", 1).group) == ("Bord 3", "")


def test_a_line_more_goes_into_the_latest_note(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", ".ny rad och telefon")
        assert me.notes("B.2") == ["Fax\noch telefon"]


def test_what_has_been_said_already_is_told_by_its_number(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Dubbla remisser till samma undersökning")
        assert "Liknar 1." in me.types("Dubbla remisser till samma undersökningar")
        me.types(".gå C2")
        assert "Liknar en i B 2: Dubbla remisser" in me.types("Dubbla remisser till samma undersökning")


def test_personal_data_is_warned_of_and_masked(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert "Varning: personnummer" in me.types("Anna 19121212-1212 väntade")
        me.types(".maskera 1")
        assert "1212" not in me.notes("B.2")[0]


def test_a_note_that_is_too_long_is_refused_in_words_and_nothing_is_cut(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert "20" in me.types("ord " * 6_000)
        assert me.session.notes() == ()


@pytest.mark.parametrize(
    "typed", [".nästa gång börjar vi tidigare", ".net ska bort", ".var så goda", ".stäng inte vårdcentralen"]
)
def test_no_sentence_runs_a_command_and_what_to_do_is_said(tmp_path: Path, typed: str) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert "Två punkter först" in me.types(typed)
        assert (me.evening.step.id, me.session.notes(), me.evening.over) == ("B.2", (), False)
        me.types(f".{typed}")
        assert me.notes("B.2") == [typed]


# ---- notes by their numbers ------------------------------------------------------------------------------------------


def test_hands_are_counted_for_several_notes_at_once(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Telefon")
        assert me.types(".h 1 12 2 3") == "1: 12 håller med, 2: 3 håller med.\n"
        assert [note.supporters for note in me.session.notes_of("B.2")] == [12, 3]


@pytest.mark.parametrize(
    "typed", [".händer 1", ".händer", ".händer 1 2 3", ".händer ett två", ".händer 9 3", ".händer 1 5000"]
)
def test_hands_that_cannot_be_counted_change_nothing_and_say_why(tmp_path: Path, typed: str) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax")
        assert len(me.types(typed)) > 10
        assert me.note("B.2").supporters == 0


def test_a_note_is_edited_starred_moved_and_withdrawn_by_number(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Telefon", "Post", ".ändra 2 Telefonkö", ".stjärna 2", ".ta bort 3")
        assert me.types(".flytta 1 C2") == "Sparad under C 2 som 1.\n"
        assert [(note.text, note.star) for note in me.session.notes_of("B.2")] == [("Telefonkö", True)]
        assert me.notes("C.2") == ["Fax"]
        assert "1 är flyttad" in me.types(".läs 1")
        assert "1, avveckla: Post" in me.types(".papperskorg")
        me.types(".återställ 1")
        assert me.notes("B.2") == ["Telefonkö", "Post"]


def test_dissent_is_worded_and_taken_off(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", ".avvikande 1 Faxen behövs")
        assert (me.note("B.2").dissent, me.note("B.2").objection) == (True, "Faxen behövs")
        me.types(".avvikande 1 -")
        assert not me.note("B.2").dissent


def test_notes_are_merged_and_split_again(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Faxar", ".h 1 2 2 5")
        assert "Faxar (7 håller med; av 2 anteckningar)" in me.types(".slå 1 2")
        assert "2 ingår i 1" in me.types(".läs 2")
        me.types(".dela upp 1")
        assert me.notes("B.2") == ["Fax", "Faxar"]


def test_notes_of_different_kinds_are_merged_once_one_kind_is_named(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", ".k ny", "Faxar")
        assert "olika kategorier" in me.types(".slå ihop 1 2")
        me.types(".slå ihop 1 2 ny")
        assert [note.kind for note in me.session.notes_of("B.2")] == ["nyutveckla"]


def test_a_note_is_placed_on_the_compass_and_taken_off(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Geriatriken är full")
        assert "Förslag:" in me.types(".placera 1")
        me.types(".placera 1 geriatrik")
        assert len(me.note("B.2").places) == 1
        me.types(".placera 1 -geriatrik")
        assert me.note("B.2").places == ()


def test_the_kind_of_a_note_is_changed_by_number(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Telefon", ".kategori nyutveckla 1 2")
        assert {note.kind for note in me.session.notes_of("B.2")} == {"nyutveckla"}
        assert me.prompt == "B 2, avveckla: "


def test_undo_says_what_it_took_back(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", ".ta bort 1")
        assert "Ångrat: ”Fax”, borttagen" in me.types(".å")
        assert me.notes("B.2") == ["Fax"]
        assert "Gjort om" in me.types(".gör om")
        assert me.notes("B.2") == []


def test_versions_are_read_and_chosen(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", ".ändra 1 Telefax")
        assert "1, 18:00: Fax" in me.types(".versioner 1")
        me.types(".versioner 1 1")
        assert me.notes("B.2") == ["Fax"]


# ---- verdict, conclusions, rounds ------------------------------------------------------------------------------------


def test_the_verdict_is_given_by_its_name(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B1") as me:
        assert me.types(".omdöme stämmer delvis") == "Omdöme: stämmer delvis.\n"
        assert "finns inte" in me.types(".omdöme kanske")
        assert "stämmer delvis" in me.types(".omdöme")


def test_in_the_summary_words_conclude_and_numbers_mean_conclusions(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="slut") as me:
        me.types("Regionen inför en ingång", ".typ åtgärd")
        assert me.prompt == "Sammanfattning, åtgärd: "
        me.types("B: Ring regionen @Anna senast 1/12", ".klar 2", ".ändra 1 Regionen inför två")
        (one,), (two,) = conclusions_of(me.session, ""), conclusions_of(me.session, "B")
        assert (one.text, two.owner, two.done, str(two.due)) == (
            "Regionen inför två",
            "Anna",
            True,
            "2026-12-01",
        )
        me.types(".ta bort 1")
        assert "1, slutsats" not in me.types(".slutsatser")
        assert "2, åtgärd, B" in me.heard


def test_a_conclusion_is_made_of_notes(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Telefon", ".slutsats 1 2")
        (one,) = conclusions_of(me.session, "B")
        assert (one.text, len(one.notes)) == ("Fax\nTelefon", 2)


def test_a_round_gives_dots_by_the_numbers_of_its_own_list(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B1") as me:
        me.types("Bilden är för ljus", ".gå B2", "Fax", "Telefon")
        assert "2, i B 2: Fax" in me.types(".runda 3")
        assert "7 prickar givna" in me.types(".prickar 2 5 3 2")
        heard = me.types(".runda avsluta")
        assert heard.index("Fax") < heard.index("Telefon")
        assert "Ingen runda pågår" in me.types(".prickar 1 1")


def test_of_two_rounds_that_go_on_the_one_that_is_closed_is_told_and_is_closed(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Telefon", ".runda 3", ".runda ordning")
        heard = me.types(".runda avsluta")
        assert "Runda 2" in heard
        assert "avslutad" in heard
        assert "pågår" not in heard


def test_the_end_is_called_what_it_is_called_in_every_list_of_steps(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        assert me.types(".gå slut").startswith("Sammanfattning: Tack!\n")


def test_notes_are_put_in_order(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax", "Telefon", ".runda ordning", ".plats 2 1", ".plats 1 2")
        heard = me.types(".resultat")
        assert heard.index("Telefon") < heard.index("Fax")


# ---- time ------------------------------------------------------------------------------------------------------------


def test_the_clock_warns_once_and_says_when_time_is_up(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.waits()
        me.clock.passes(minutes=7)
        assert me.waits() == "B 2: 5 minuter kvar.\n"
        assert me.waits() == ""
        me.clock.passes(minutes=6)
        assert me.waits() == "Tiden är slut för B 2.\n"
        assert me.waits() == ""


def test_minutes_end_break_and_skip_are_said_and_kept(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert me.types(".minuter +5") == "B 2: 17 min.\n"
        assert "20:30" in me.types(".sluttid 20.30")
        assert "Paus, 15 min" in me.types(".paus 15")
        assert "Klockan går" in me.types(".klockan")
        assert "D 3 utgår" in me.types(".hoppa över D3")
        assert "klar" in me.types(".tid")
        assert sum(one.minutes for one in me.session.current(Planned) if one.name) == 15
        assert "plan 17" in me.types(".körschema")


def test_a_command_that_needs_a_step_asks_for_it_without_a_blank_where_its_name_would_be(
    tmp_path: Path,
) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        for line in (".hoppa över", ".gå"):
            said = me.types(line)
            assert "  " not in said
            assert "B.2" in said
        assert "Momentet X 9 finns inte." in me.types(".hoppa över X 9")


def test_the_clock_stops_and_goes_on(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert me.types(".klockan") == "Klockan står.\n"
        me.clock.passes(minutes=30)
        assert me.types(".klockan") == "Klockan går.\n"
        assert me.evening.workshop.timing.used()["B.2"] < 60


# ---- others, and what becomes of it ----------------------------------------------------------------------------------


def test_what_others_write_is_said_at_the_next_prompt_once(tmp_path: Path) -> None:
    with laptop(tmp_path) as other, at_prompt(tmp_path, path=other.workshop.path, at="B2") as me:
        other.says("B.2", "Fax", "Telefon", kind="avveckla")
        while "nya anteckningar" not in (heard := me.waits()):
            assert heard == ""
        assert "B 2: 2 nya anteckningar av andra." in heard
        assert me.waits() == ""
        assert "1, avveckla: Fax" in me.types(".läs")


def test_finalising_asks_and_only_a_yes_does_it(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert "allmän handling" in me.types(".fastställ")
        assert me.prompt == "Svara ja eller nej: "
        assert "Inget är gjort" in me.types("nej")
        me.types(".fastställ", "Ja, men först det här")
        assert (me.session.final, me.notes("B.2")) == (False, ["Ja, men först det här"])
        assert "fastställd och sparad i" in me.types(".fastställ", "ja")
        assert "tar inte emot något nytt" in me.types("Mer text")
        assert me.notes("B.2") == ["Ja, men först det här"]
        me.types(".öppna igen", "j", "Mer text")
        assert me.notes("B.2")[-1] == "Mer text"


def test_details_are_read_and_set_by_their_names(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        me.types(
            ".om mötet plats Ekerö bibliotek", ".om mötet antal deltagare 12", ".om mötet verksamhet Norr"
        )
        head = me.session.head
        assert (head.place, head.participants, head.unit) == ("Ekerö bibliotek", 12, "Norr")
        assert "finns inte" in me.types(".om mötet väder sol")
        assert "Skriv .om mötet" in me.types(".om mötet antal många")


def test_a_report_is_written_beside_the_discussion(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax")
        assert "Skrivet:" in me.types(".rapport txt md")
        assert {one.suffix for one in tmp_path.iterdir() if one.is_file()} >= {".txt", ".md"}
        assert "finns inte" in me.types(".rapport doc")


def test_one_goes_on_where_the_discussion_was_left_with_what_was_half_typed(tmp_path: Path) -> None:
    with laptop(tmp_path) as other:
        other.goes_to("C.2", "Halvvägs")
        path = other.workshop.path
    with at_prompt(tmp_path, path=path) as me:
        assert "Vidare i C 2." in me.heard
        assert "Halvskrivet sedan sist: Halvvägs" in me.heard
        me.types("Något annat")
        path = me.evening.workshop.path
    held = read_session(path).session
    assert "Halvvägs" in [draft.text for draft in (held.latest_draft(),) if draft]


def test_help_reads_every_command_and_one_of_them(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        heard = me.types(".hjälp")
        assert all(f".{one.word}" in heard for one in me.evening.understanding.commands.values())
        assert me.types(".? händer").startswith(".händer nummer antal")


def test_in_english_everything_is_said_and_understood_in_english(tmp_path: Path) -> None:
    with at_prompt(tmp_path, lang="en", at="B2") as me:
        assert me.types("Fax between hospitals") == "1 saved.\n"
        assert me.types(".hands 1 4").startswith("1: 4")
        assert me.types(".händer 1 5").startswith("1: 5")
        assert "No command is called .foo" in me.types(".foo")


def test_reading_finding_and_the_summary_tell_signs_in_words(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types(
            "Fax mellan sjukhus", ".h 1 3", ".stjärna 1", ".avvikande 1 nej tack", ".gå slut", "Inga fax"
        )
        assert (
            "B 2, 1, avveckla: Fax mellan sjukhus (3 håller med; stjärna; avvikande mening: nej tack)"
            in me.types(".s FAX")
        )
        summary = me.types(".sammanfattning")
        assert "Avveckla: Fax mellan sjukhus" in summary
        assert "1, slutsats, Helheten: Inga fax" in summary
        assert me.types(".stödord")
        assert me.types(".bakgrund")


def test_notes_are_found_by_the_search_language(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        me.types("Fax mellan sjukhus", "Fax till kommunen #brev", ".k ny", "Vårdköer")
        assert me.types(".sök fax -kommunen").startswith("1 träff.\nB 2, 1")
        assert "Vårdköer" in me.types(".sök kategori:nyutveckla")
        assert me.types(".sök tagg:brev").startswith("1 träff.")
        assert "Här räknas å, ä och ö som a och o." in me.types(".sök vardkoer")
        assert "Menade du kategori:?" in me.types(".sök katgori:avveckla")
        assert "Efter kategori: saknas" in me.types(".sök kategori:")


def test_the_actions_of_last_time_are_read_and_followed_up(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="slut", clock=Clock(STARTS - dt.timedelta(days=7))) as me:
        me.types(".typ åtgärd", "Ring regionen @Anna")
    with at_prompt(tmp_path) as me:
        me.evening._earlier = lambda: actions_before(tmp_path, None, me.session.head)
        assert "1, åtgärd, Helheten: Ring regionen" in me.types(".sedan sist")
        me.types(".sedan sist 1 klar")
        (one,) = conclusions_of(me.session, "")
        assert one.done


def test_the_summary_is_gone_to_by_the_name_it_has_and_a_type_is_chosen_only_there(tmp_path: Path) -> None:
    with at_prompt(tmp_path, at="B2") as me:
        assert ".gå sammanfattning" in me.types(".typ åtgärd")
        me.types(".gå sammanfattning")
        assert me.prompt == "Sammanfattning, slutsats: "
        assert me.types(".typ åtgärd") == "åtgärd.\n"
        me.types("Stäng av faxen")
        assert [one.kind for one in me.session.current(Conclusion)] == ["åtgärd"]
