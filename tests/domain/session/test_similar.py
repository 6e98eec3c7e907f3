"""What is like what is being typed: found whatever the inflection, never for what is said of something else."""

from __future__ import annotations

import pytest
from hypothesis import given

from diskussion_tui.domain.language.opposites import opposed
from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.similar import LEAST, Similar, grams_of
from tests.support.builders import Group
from tests.support.hostile import evenings, hostile_texts

SAID = (
    "Fax mellan sjukhus och kommun",
    "Hemsjukvård dygnet runt",
    "Dubbla remisser till samma undersökning",
    "1177 som enda ingång, även till kommunen",
    "Listning på team i stället för på läkare",
    "Digital vårdcentral för hela länet",
    "Gemensam journal för region och kommun",
    "Färre vårdplatser på akutsjukhusen",
    "More beds in hospitals",
    "Bättre scheman på vårdcentralerna",
    "Samordnad vårdplan",
    "Rehabilitering i hemmet",
)


def _index(*texts: str) -> tuple[Similar, Group]:
    group = Group()
    group.says(*texts)
    index = Similar()
    assert index.take_in(group.session)
    return index, group


def _likest(index: Similar, group: Group, text: str) -> str:
    found = index.likest(text)
    note = group.session.note(found.note) if found else None
    return note.text if note else ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bort med faxen mellan sjukhus", "Fax mellan sjukhus och kommun"),
        ("sjukvård i hemmet dygnet runt", "Hemsjukvård dygnet runt"),
        ("HEMSJUKVÅRDEN DYGNET RUNT", "Hemsjukvård dygnet runt"),
        ("dubbla remisser", "Dubbla remisser till samma undersökning"),
        ("digitala vårdcentraler", "Digital vårdcentral för hela länet"),
        ("en gemensam journal", "Gemensam journal för region och kommun"),
        ("more hospital beds", "More beds in hospitals"),
        ("fler vårdplatser", "Färre vårdplatser på akutsjukhusen"),
    ],
)
def test_what_has_been_said_in_other_words_is_found(typed: str, said: str):
    assert _likest(*_index(*SAID), typed) == said


@pytest.mark.parametrize(
    "typed",
    [
        "mobila team som möter patienten",
        "bättre parkering vid närakuten",
        "kortare köer på akuten",
        "utbilda fler sjuksköterskor",
        "provtagning på apotek",
        "shorter queues at the front desk",
        "och det som är på den",
        "fax",
        "",
    ],
)
def test_what_is_new_is_like_nothing(typed: str):
    assert _likest(*_index(*SAID), typed) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fler vårdplatser", "färre vårdplatser"),
        ("Öka bemanningen", "Minska bemanningen"),
        ("ökad bemanning", "minskad bemanning"),
        ("Mer egenvård", "mindre egenvård"),
        ("Stäng akuten i Nacka", "Öppna akuten i Nacka"),
        ("Bygg nya sjukhus", "Riv nya sjukhus"),
        ("Behåll faxen", "bort med faxen"),
        ("Centralisera röntgen", "decentralisera röntgen"),
        ("Listning på läkare", "inte listning på läkare"),
        ("Vård utan remiss", "vård med remiss"),
        ("flytta in vården", "flytta ut vården"),
        ("More beds", "fewer beds"),
        ("Increase the staff", "decrease the staff"),
        ("close the ward", "open the ward"),
        ("beds", "no beds"),
        ("don't share records", "share records"),
    ],
)
def test_opposites_are_told_from_what_is_alike(one: str, other: str):
    assert opposed(one, other)
    assert opposed(other, one)
    assert not opposed(one, one)
    assert not opposed(other, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fler vårdplatser", "Många fler vårdplatser på akuten"),
        ("fler läkare och färre köer", "färre köer"),
        ("Inga fax", "inte fax"),
        ("Fax mellan sjukhus", "bort med faxen mellan sjukhus"),
    ],
)
def test_what_only_says_more_is_no_opposite(one: str, other: str):
    assert not opposed(one, other)


def test_the_likeness_says_that_it_may_be_the_opposite():
    index, _ = _index("Färre vårdplatser på akutsjukhusen")
    found = index.likest("fler vårdplatser på akuten")
    assert found
    assert found.opposite


def test_nothing_is_said_before_there_are_a_few_letters():
    index, _ = _index("remisser")
    assert index.likest("remisse"[: LEAST - 1]) is None
    assert index.likest("remisser") is not None


def test_the_note_that_is_being_edited_is_not_like_itself():
    index, group = _index("Dubbla remisser", "Samordnad vårdplan")
    (note, _) = (one.id for one in group.session.notes())
    assert index.likest("Dubbla remisser", but=note) is None


def test_what_is_shown_stays_until_another_is_clearly_more_alike():
    index, group = _index("Samordnad vårdplan för äldre", "Samordnad vårdplan för unga")
    old, young = (one.id for one in group.session.notes())
    for shown in (old, young):
        kept = index.likest("Samordnad vårdplan", keep=shown)
        assert kept
        assert kept.note == shown
    clearly = index.likest("Samordnad vårdplan för unga", keep=old)
    assert clearly
    assert clearly.note == young


def test_notes_that_are_reworded_moved_withdrawn_merged_or_undone_are_followed():
    index, group = _index("Dubbla remisser", "Samordnad vårdplan", "Mobila team")
    first, second, third = (one.id for one in group.session.notes())

    def finds(text: str) -> str:
        assert index.take_in(group.session)
        found = index.likest(text)
        return found.note if found else ""

    group.does(changes.move, first, "A.1", "")
    assert finds("dubbla remisser") == first
    group.does(changes.revise, first, "Bättre parkering")
    assert (finds("dubbla remisser"), finds("bättre parkering")) == ("", first)
    group.does(changes.withdraw, second)
    assert finds("samordnad vårdplan") == ""
    group.undoes()
    assert finds("samordnad vårdplan") == second
    group.does(merging.merge, group.ids(), (second, third), (merging.Wish("Trygg hemgång"),))
    assert (finds("samordnad vårdplan"), finds("mobila team")) == ("", "")
    assert finds("trygg hemgång") not in {"", second, third}


@given(evenings(), hostile_texts)
def test_an_index_brought_up_to_date_bit_by_bit_is_that_of_the_whole(evening, typed: str):
    whole, followed = Similar(), Similar()
    assert whole.take_in(evening.session)
    first, *later = evening.changes
    session = session_of(first.versions)
    for change in later:
        session = fold(session, change.versions)
        followed.take_in(session, 1)
    while not followed.take_in(evening.session, 1):
        pass
    for text in (typed, *(note.text for note in evening.session.notes())):
        assert followed.ranked(text) == whole.ranked(text)


def test_a_word_of_one_letter_is_a_likeness_of_its_own():
    assert grams_of("ö") == {" ö"}
    assert grams_of("fax") == {" fa", "fax"}
    assert grams_of("fax x") == {" fa", "fax", " x"}
