"""The one cleaning: whatever somebody types, pastes or pipes is only text afterwards, and no word of it is gone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from diskussion_tui.base.text import (
    clean,
    clean_line,
    clean_note,
    folded,
    is_blank,
)
from tests.support.hostile import hostile_texts

SEEN = "\ufffd"
ACTING = {
    *map(chr, [*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0)]),
    *"\u202e\u2066\u200b\ufeff\u2028\ue000",
}


@given(hostile_texts)
def test_cleaning_twice_is_cleaning_once(text: str):
    for cleaning in (clean, clean_note, clean_line):
        assert cleaning(cleaning(text)) == cleaning(text)


@given(hostile_texts)
def test_nothing_that_acts_on_a_terminal_or_the_reading_direction_is_left(text: str):
    cleaned = clean(text)
    assert not ACTING & set(cleaned)
    assert cleaned.encode().decode() == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


@given(hostile_texts)
def test_every_letter_and_digit_outside_escape_sequences_is_kept(text: str):
    plain = text.replace("\x1b", "").translate(dict.fromkeys(range(0x80, 0xA0)))
    wanted = [sign for sign in unicodedata.normalize("NFC", plain) if sign.isalnum()]
    assert [sign for sign in clean(plain) if sign.isalnum()] == wanted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b[31;1mröd\x1b[0m", "röd"),
        ("\x1b[2J\x1b[Hsida", "sida"),
        ("\x1b]0;titel\x07ord", "ord"),
        ("\x1b]8;;http://x\x1b\\länk\x1b]8;;\x1b\\", "länk"),
        ("\x1bPq#0\x1b\\bild", "bild"),
        ("\x9b31mröd", "röd"),
        ("\x9d0;titel\x9cord", "ord"),
        ("\x1b(Bord", "ord"),
    ],
)
def test_an_escape_sequence_goes_with_its_body(text: str, kept: str):
    assert clean(text) == kept


@pytest.mark.parametrize("text", ["\x1b]0;viktiga ord", "\x1b[åäö viktiga ord", "\x1bPviktiga ord"])
def test_an_unfinished_escape_sequence_takes_no_words_with_it(text: str):
    assert clean(text).endswith("viktiga ord")
    assert "\x1b" not in clean(text)


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x7f", "\x81", "\ud800", "\ue000", "\U00100000"])
def test_a_control_a_lone_surrogate_or_a_private_sign_is_shown_as_a_mark(control: str):
    assert clean(f"a{control}b") == f"a{SEEN}b"


@pytest.mark.parametrize("invisible", ["\u202e", "\u2066", "\u200b", "\u200e", "\ufeff", "\u061c"])
def test_a_direction_mark_or_an_invisible_blank_goes_without_a_trace(invisible: str):
    assert clean(f"a{invisible}b") == "ab"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029"])
def test_every_sort_of_line_end_becomes_one(end: str):
    assert clean(f"ett{end}två") == "ett\ntvå"


@pytest.mark.parametrize(
    "text", ["👩‍👩‍👧‍👦", "🏳️‍🌈", "می‌خواهم", "שלום", "مرحبا", "漢字", "åäö ÅÄÖ", "[bold]", "{x}"]
)
def test_emoji_and_the_letters_of_every_script_are_kept_whole(text: str):
    assert clean(text) == text


def test_a_letter_with_a_loose_accent_becomes_the_letter():
    assert clean("a\u030a e\u0301") == "å é"


def test_a_note_loses_blanks_around_it_and_tabs_but_not_its_lines():
    assert clean_note("\n\n  Ett\tord  \r\n\r\n två \n\n") == "Ett   ord\n\n två"


def test_a_line_has_its_white_space_folded():
    assert clean_line("  Vårdcentralen\t\n Ekerö ") == "Vårdcentralen Ekerö"


@pytest.mark.parametrize(
    "unseen", ["", " \u00a0", "\u200d", "\u00ad", "\ufe0f", "\u2800", "\u200b\u2060", "\u3164"]
)
def test_what_shows_nothing_is_blank_and_no_note(unseen: str):
    assert is_blank(unseen)
    assert clean_note(unseen) == clean_line(unseen) == ""


@pytest.mark.parametrize("seen", ["a", "\ufffd", "👩\u200d👧", "☎\ufe0f", "-", "שלום"])
def test_what_shows_something_is_not_blank(seen: str):
    assert not is_blank(seen)
    assert clean_note(seen) == seen


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("hem\u00adsjuk\u00advård", "hemsjukvård"),
        ("811218\u00ad9876", "811218-9876"),
        ("covid\u00ad19", "covid-19"),
        ("hem\u00ad\nsjukvården", "hem-\nsjukvården"),
        ("hem\u00ad", "hem"),
        ("e\x1ehälsa", "e\u2011hälsa"),
        ("hem\x1fsjukvård", "hemsjukvård"),
        ("hem\x02\r\nsjukvården", "hem-\nsjukvården"),
        ("en rad\x0bsamma stycke", "en rad\nsamma stycke"),
        ("sida ett\x0csida två", "sida ett\nsida två"),
        ("\uf0b7 punkt", "• punkt"),
        ("remiss \uf0e0 svar \uf04a", "remiss → svar ☺"),
        ("\uf099 okänt", "• okänt"),
    ],
)
def test_what_word_powerpoint_and_pdf_put_between_words_leaves_no_damage(text: str, kept: str):
    assert clean(text) == kept
    assert SEEN not in clean(text)


def test_a_hard_hyphen_hides_no_word_from_search():
    assert folded("e\u2011hälsa") == folded("E-hälsa")


def test_search_sees_no_difference_between_cases_but_between_a_and_its_ringed_sister():
    assert folded("ÅTGÄRD A\u030a") == "åtgärd å"
    assert folded("a") != folded("å")


def test_nothing_that_can_be_printed_is_taken_out_or_marked():
    printable = "".join(filter(str.isprintable, map(chr, range(0x110000))))
    for text in (printable, f"{printable}\n"):  # a line, and what is looked through in full
        assert clean(text) == unicodedata.normalize("NFC", text)
