"""What a typed line means: words for a note, or a command. No sentence ever becomes a command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.line.commands import DOES
from diskussion_tui.line.refusals import NotDoneError
from diskussion_tui.line.understanding import Meant, Understanding
from diskussion_tui.texts import LANGUAGES, words

SV, EN = Understanding(words("sv")), Understanding(words("en"))


@given(st.text().filter(lambda text: not text.strip().startswith(".")))
def test_whatever_begins_with_no_full_stop_is_a_note(text: str) -> None:
    assert SV.meant(text) == Meant("", text.strip())


@given(st.text(min_size=1).filter(lambda text: text == text.strip() and not text.startswith(".")))
def test_two_full_stops_make_a_note_of_anything(text: str) -> None:
    assert SV.meant(f"..{text}") == Meant("", f".{text}")


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("...och så vidare", "...och så vidare"),
        ("..net ska bort", ".net ska bort"),
        (". punkten kom först", ". punkten kom först"),
        (".5 procent", ".5 procent"),
        (".", "."),
    ],
)
def test_full_stops_that_begin_no_command_stay(typed: str, note: str) -> None:
    assert SV.meant(typed) == Meant("", note)


def test_every_command_has_something_that_does_it() -> None:
    assert set(DOES) == set(SV.commands) == set(EN.commands)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_understood_by_its_name_in_either_language(language: str) -> None:
    for name, one in vars(words(language).line.commands).items():
        for ears in (SV, EN):
            meant = ears.meant(f".{one.word} sju")
            own = {folded: key for key, folded in ((key, two.word) for key, two in ears.commands.items())}
            assert meant == Meant(own.get(one.word, name), "sju")


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        (".n", "next", ""),
        (".Nästa", "next", ""),
        (".h 7 12", "hands", "7 12"),
        (".hän 7 12", "hands", "7 12"),
        (".slå 7 11", "merge", "7 11"),
        (".slå ihop 7 11", "merge", "7 11"),
        (".ta bort 7", "withdraw", "7"),
        (".ta bort paus", "remove_break", ""),
        (".parkera 7", "park", "7"),
        (".parkerat", "parked", ""),
        (".slutsats  två  blanksteg", "conclude", "två  blanksteg"),
        (".gå B2", "go", "B2"),
        (".next", "next", ""),
        (".?", "help", ""),
        (".? händer", "help", "händer"),
    ],
)
def test_first_letters_are_enough_where_they_can_mean_nothing_else(
    typed: str, command: str, rest: str
) -> None:
    assert SV.meant(typed) == Meant(command, rest)


@pytest.mark.parametrize("typed", [".ta 7", ".sl", ".net ska bort", ".hejsan alla"])
def test_what_may_mean_several_things_or_none_is_refused_with_a_word(typed: str) -> None:
    with pytest.raises(NotDoneError) as refused:
        SV.meant(typed)
    assert refused.value.sentences[0].startswith(("Flera kommandon", "Inget kommando"))


def test_a_slip_is_told_what_it_was_near() -> None:
    with pytest.raises(NotDoneError, match=r"Menades \.nästa\?"):
        SV.meant(".nästaa")


def test_names_are_completed() -> None:
    assert SV.completions("slå") == ["slå ihop"]
    assert SV.completions("slut") == ["slutsats", "slutsatser", "sluttid"]
