"""Suggestions: a reason for each, learned from the very last decision, and right often enough to be worth reading."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from diskussion_tui.content.source import default_code_book
from diskussion_tui.domain.analysis import suggesting
from diskussion_tui.domain.analysis.codebook import MOST_WORDS
from diskussion_tui.domain.analysis.coding import coding_of
from diskussion_tui.domain.analysis.suggesting import Suggester
from diskussion_tui.store.compiling.codebook_file import book_in, read_book

ROOT = Path(__file__).parents[3]
NOTES = [
    line.split("\t")
    for line in (ROOT / "tests/data/coding/anteckningar.txt").read_text(encoding="utf-8").splitlines()
]


def suggester(book: str, *notes: str) -> Suggester:
    found = Suggester({str(number): text for number, text in enumerate(notes)})
    found.read(found.texts)
    found.take_book(coding_of(book_in(book.encode()).themes).book)
    return found


def themes_of(found: Suggester, note: str) -> list[str]:
    return [one.theme for one in found.suggestions(note)]


BOOK = """
[[themes]]
id = "jour"
name = "Jourtid"
words = ["jour", "!kö", "ny läkare"]
stops = ["journal"]
[[themes]]
id = "fax"
name = "Fax"
words = ["remiss"]
"""


@pytest.mark.parametrize(
    ("note", "themes"),
    [
        ("Bakjour på natten", ["jour"]),
        ("Jouren räcker inte", ["jour"]),
        ("En gemensam journal", []),
        ("Kö till allt", ["jour"]),
        ("Köksmaskiner", []),
        ("Egenremisserna fastnar", ["fax"]),
        ("Ny läkare varje gång", ["jour"]),
        ("Onny läkare", []),
    ],
)
def test_a_themes_word_fits_whole_or_in_compounds_and_its_stop_words_keep_it_out(
    note: str, themes: list[str]
) -> None:
    assert themes_of(suggester(BOOK, note), "0") == themes


def test_a_suggestion_shows_the_words_that_speak_for_it() -> None:
    note = "Slopa egenremisser ﬁ 🙂 och jouren"
    found = suggester(BOOK, note)
    shown = {one.theme: [note[span.start : span.end] for span in one.words] for one in found.suggestions("0")}
    assert shown == {"fax": ["egenremisser"], "jour": ["jouren"]}


def test_a_theme_is_known_by_its_name_and_meaning_less_than_by_its_words() -> None:
    book = """
    [[themes]]
    id = "larm"
    name = "Larmtjänster"
    when = "Ambulanser och annat som rycker ut."
    [[themes]]
    id = "bil"
    name = "Fordon"
    words = ["ambulans"]
    """
    found = suggester(book, "Larmtjänsten svarar sent", "Fler ambulanser", "Ingenting av det")
    assert themes_of(found, "0") == ["larm"]
    assert themes_of(found, "1") == ["bil", "larm"]
    (first,) = found.suggestions("0")
    assert first.by_word
    assert [found.texts["0"][span.start : span.end] for span in first.words] == ["Larmtjänsten"]
    assert themes_of(found, "2") == []


def test_a_theme_that_is_renamed_is_known_by_its_new_name() -> None:
    found = suggester(BOOK, "Larmtjänsten svarar sent")
    assert themes_of(found, "0") == []
    found.take_book(coding_of(book_in(BOOK.replace("Jourtid", "Larmtjänster").encode()).themes).book)
    assert themes_of(found, "0") == ["jour"]


def test_a_word_that_most_notes_have_tells_less_than_one_that_few_have() -> None:
    found = suggester(BOOK, *(f"Remiss nummer{number}" for number in range(30)), "Jour och remiss")
    assert themes_of(found, "30") == ["jour", "fax"]


def test_one_decision_is_enough_for_the_next_suggestion_and_taking_it_back_for_none() -> None:
    found = suggester(BOOK, "Personnummer skrivs för hand", "Personnummer skrivs i blocket", "Helt annat här")
    assert themes_of(found, "1") == []
    found.learn("0", ["fax"])
    (first,) = found.suggestions("1")
    assert (first.theme, first.like, first.by_word) == ("fax", 1, False)
    found.learn("0", [])
    assert themes_of(found, "1") == []


def test_a_word_of_the_code_book_that_is_mostly_wrong_weighs_less() -> None:
    notes = [f"Remiss nummer{number}" for number in range(8)]
    found = suggester(BOOK, *notes, *(f"Helt annat nr{number}" for number in range(20)))
    before = found.weights("7")["fax"]
    for number in range(6):
        found.learn(str(number), ["jour"])
    assert found.weights("7")["fax"] < before / 2
    assert themes_of(found, "7")[0] == "jour"


def test_notes_that_are_like_each_other_come_in_a_row() -> None:
    found = suggester(
        BOOK,
        "Faxen hos kommunen",
        "Lunch i matsalen",
        "Remiss på fax",
        "Matsalen stänger",
        "Faxar till kommunen",
    )
    row = suggesting.in_a_row(found, found.texts)
    assert row[0] == "2"
    assert abs(row.index("0") - row.index("4")) == 1
    assert abs(row.index("1") - row.index("3")) == 1


def test_the_hit_rate_is_measured_on_ones_own_decisions() -> None:
    found = suggester(BOOK, "Remiss ett", "Remiss två", "Remiss tre", "Jour")
    decisions = [("0", ("fax",)), ("1", ("fax",)), ("2", ("fax",)), ("3", ("fax",))]
    for note, themes in decisions:
        found.learn(note, themes)
    assert suggesting.measured(found, decisions) == (1, 1, 1, 0)
    rate = suggesting.hit_rate((1, 1, 2, 0))
    assert (rate.of, rate.first, rate.three) == (4, 2, 3)
    assert found.learned["0"] == ("fax",)


def test_with_the_code_book_that_ships_and_five_confirmed_notes_a_theme_three_of_four_first_suggestions_are_right() -> (
    None
):
    first = three = of = 0
    for seed in range(3):
        chance = random.Random(seed)
        found = Suggester({str(number): text for number, (_, text) in enumerate(NOTES)})
        found.read(found.texts)
        found.take_book(coding_of(read_book(default_code_book()).themes).book)
        by: dict[str, list[str]] = {}
        for number, (theme, _) in enumerate(NOTES):
            by.setdefault(theme, []).append(str(number))
        unseen: list[tuple[str, str]] = []
        for theme, notes in by.items():
            chance.shuffle(notes)
            for note in notes[:5]:
                found.learn(note, [theme])
            unseen += [(note, theme) for note in notes[5:]]
        rate = suggesting.hit_rate(
            [suggesting.place_of([theme], found.ranked(note)) for note, theme in unseen]
        )
        first, three, of = first + rate.first, three + rate.three, of + rate.of
    assert first / of >= 0.75
    assert three / of >= 0.85


def test_the_code_book_that_ships_is_sound() -> None:
    read = read_book(default_code_book())
    assert not read.faults
    assert read.workbook == "vardens-struktur"
    assert 12 <= len(read.themes) <= 17
    assert all(len(one.words) < MOST_WORDS for one in read.themes)
    assert all(one.when and one.words and one.tone for one in read.themes)
    assert len({one.id for one in read.themes}) == len({one.name for one in read.themes}) == len(read.themes)
