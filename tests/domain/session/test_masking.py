"""Personal data is found wherever in a discussion it stands, and masking it is a change like any other."""

from __future__ import annotations

import pytest

from diskussion_tui.base.text import MAX_NOTE
from diskussion_tui.domain.language.personal import masked
from diskussion_tui.domain.plan import changes as planning
from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.session.masking import mask, places_of
from diskussion_tui.domain.session.records import Planned
from diskussion_tui.domain.session.refusals import FinalError, TooLongError
from diskussion_tui.texts import words
from tests.support.builders import NOON, Group, texts_of

NAMES = dict(words("sv").personal.names)
TODAY = NOON.date()
PHONE = "070-123 45 67"


def _seen(group: Group) -> list[tuple[str, str, str]]:
    return [(place.key[0], place.field, place.where) for place in places_of(group.session, TODAY)]


def test_a_masked_note_keeps_its_other_words_and_can_be_unmasked() -> None:
    group = Group()
    (note,) = group.says(f"Ring Anna {PHONE} i morgon")
    group.does(mask, [("notes", note)], NAMES, TODAY)
    assert texts_of(group.session) == ["Ring Anna [telefonnummer] i morgon"]
    group.undoes()
    assert texts_of(group.session) == [f"Ring Anna {PHONE} i morgon"]


def test_the_words_before_the_mask_are_told_of_until_the_note_is_purged() -> None:
    group = Group()
    (note,) = group.says(f"Ring {PHONE}")
    assert _seen(group) == [("notes", "text", "now")]
    group.does(mask, [("notes", note)], NAMES, TODAY)
    assert _seen(group) == [("notes", "text", "history")]
    group.does(changes.purge, note)
    assert _seen(group) == []


def test_a_note_whose_number_stays_while_its_hands_change_is_told_of_once() -> None:
    group = Group()
    (note,) = group.says(f"Ring {PHONE}")
    group.does(changes.support, note, 4)
    assert _seen(group) == [("notes", "text", "now")]


def test_a_withdrawn_note_is_found_in_the_bin_and_masked_there() -> None:
    group = Group()
    (note,) = group.says(f"Ring {PHONE}")
    group.does(changes.withdraw, note)
    assert _seen(group) == [("notes", "text", "bin")]
    group.does(mask, [("notes", note)], NAMES, TODAY)
    group.does(merging.restore, note)
    assert texts_of(group.session) == ["Ring [telefonnummer]"]


def test_details_and_the_groups_own_question_are_looked_through_and_masked_in_one_step() -> None:
    group = Group()
    group.does(changes.set_details, {"place": f"Hos Anna, {PHONE}"})
    group.does(changes.set_wording, "A.3", "Varför svarar inte anna@region.se?")
    places = places_of(group.session, TODAY)
    assert {(place.key[0], place.field) for place in places} == {("answers", "wording"), ("session", "place")}
    group.does(mask, {place.key for place in places}, NAMES, TODAY)
    assert group.session.head.place == "Hos Anna, [telefonnummer]"
    assert group.session.wording("A.3") == "Varför svarar inte [e-postadress]?"
    group.undoes()
    assert group.session.head.place == f"Hos Anna, {PHONE}"
    assert group.session.wording("A.3") == "Varför svarar inte anna@region.se?"


def test_what_is_half_typed_is_told_of_but_is_no_change_to_make() -> None:
    group = Group()
    draft = changes.draft(group.session, group.stamp(), "A.2", "", f"Ring {PHONE}")
    group.session = fold(group.session, (draft,))
    assert _seen(group) == [("drafts", "text", "draft")]
    assert mask(group.session, group.stamp(), [("drafts", "anna")], NAMES, TODAY) is None


def test_masking_what_needs_none_is_no_step_to_undo() -> None:
    group = Group()
    (note,) = group.says("12 500 000 kr till 1177")
    assert group.does(mask, [("notes", note), ("notes", "finns inte")], NAMES, TODAY) is None


def test_a_final_discussion_is_not_masked() -> None:
    group = Group()
    (note,) = group.says(f"Ring {PHONE}")
    group.does(changes.set_state, "fastställd")
    with pytest.raises(FinalError):
        group.does(mask, [("notes", note)], NAMES, TODAY)


def test_a_mask_that_would_make_the_note_too_long_is_refused() -> None:
    group = Group()
    (note,) = group.says("a@b.se " * (MAX_NOTE // 7))
    with pytest.raises(TooLongError):
        group.does(mask, [("notes", note)], NAMES, TODAY)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_masks_of_both_languages_are_themselves_no_personal_data(language: str) -> None:
    names = dict(words(language).personal.names)
    for name in names.values():
        assert masked(f"[{name}]", names, TODAY) == f"[{name}]"


def test_personal_data_in_the_name_of_a_break_is_found_and_masked() -> None:
    group = Group()
    group.does(planning.add_break, group.new_id(), f"Ring {PHONE}", 5, "A.2")
    ((table, field, where),) = _seen(group)
    assert (table, where) == ("plan", "now")
    group.does(mask, [place.key for place in places_of(group.session, TODAY)], NAMES, TODAY)
    assert [getattr(one, field) for one in group.session.current(Planned)] == ["Ring [telefonnummer]"]
