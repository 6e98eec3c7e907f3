"""Which words of a text speak of a theme: whole ones, bent ones, parts of compounds, and none that only look alike."""

from __future__ import annotations

import datetime as dt

import pytest

from diskussion_tui.domain.analysis.codebook import Theme
from diskussion_tui.domain.analysis.words import BookWords, words_of

NOON = dt.datetime(2026, 5, 12, 12, tzinfo=dt.UTC)


def _theme(*words: str, stops: tuple[str, ...] = (), name: str = "", when: str = "", id_: str = "t") -> Theme:
    return Theme(
        id=id_, rev=1, change="c", writer="w", at=NOON, name=name, when=when, words=words, stops=stops
    )


def _hits(text: str, *themes: Theme, described: bool = False) -> dict[str, list[tuple[str, str, float]]]:
    """What of a text each theme is found by: the piece of the text, the theme's word, and how surely."""
    found = BookWords(themes, described=described).hits(text, words_of(text))
    return {
        theme: [(text[hit.start : hit.end], hit.word, round(hit.weight, 3)) for hit in hits]
        for theme, hits in found.items()
    }


def _fit(word: str, text: str) -> float:
    """How surely a theme's word fits a word; 0 where it does not."""
    return max((weight for _, _, weight in _hits(text, _theme(word)).get("t", ())), default=0.0)


@pytest.mark.parametrize(
    ("word", "text", "fit"),
    [
        ("fax", "Fax", 1.0),
        ("fax", "faxen", 1.0),
        ("jour", "jourerna", 1.0),
        ("vård", "vårdcentral", 0.7),
        ("vård", "sjukvård", 0.7),
        ("vård", "sjukvårdsupplysning", 0.0),
        ("remiss", "remissvar", 0.9),
        ("remiss", "akutremiss", 0.8),
        ("remiss", "akutremissvar", 0.8),
        ("fax", "faxade", 0.9),
        ("fax", "faxmaskin", 0.0),
        ("fax", "telefax", 0.0),
        ("tv", "tv", 1.0),
        ("tv", "tvs", 0.0),
        ("!jour", "jour", 1.0),
        ("!jour", "jourerna", 0.0),
        ("!jour", "journal", 0.0),
        ("köer", "1177-köer", 0.7),
    ],
)
def test_a_word_fits_by_how_long_it_is_and_where_it_stands(word: str, text: str, fit: float) -> None:
    assert _fit(word, text) == pytest.approx(fit)


def test_a_word_that_looks_alike_keeps_out_only_its_own_theme() -> None:
    jour, paper = _theme("jour", stops=("journal",)), _theme("journal", id_="p")
    assert _hits("Journalen", jour, paper) == {"p": [("Journalen", "journal", 1.0)]}
    assert _hits("Jouren i journalen", jour) == {"t": [("Jouren", "jour", 1.0)]}


def test_of_several_words_of_a_theme_that_fit_the_surest_counts() -> None:
    assert _hits("vårdcentral", _theme("vård", "central", "vårdcentral")) == {
        "t": [("vårdcentral", "vårdcentral", 1.0)]
    }


def test_several_words_are_found_where_a_word_begins_and_in_the_order_of_the_text() -> None:
    theme = _theme("fast kontakt", "köer")
    assert _hits("Köer, en FAST kontakt och stadfast kontakt", theme) == {
        "t": [("Köer", "köer", 1.0), ("FAST kontakt", "fast kontakt", 1.0)]
    }
    assert _hits("fast kontakt", theme) == {"t": [("fast kontakt", "fast kontakt", 1.0)]}
    assert len(_hits("fast kontakt, fast kontakt", theme)["t"]) == 2


def test_several_words_that_mean_something_else_keep_out_what_stands_in_them() -> None:
    theme = _theme("akut", stops=("akut läge",))
    assert _hits("Akut läge", theme) == {}
    assert _hits("Akut läge. Akut", theme) == {"t": [("Akut", "akut", 1.0)]}


def test_words_that_say_nothing_are_no_words() -> None:
    assert [one.text for one in words_of("Det är en remiss-fråga, och 1177!")] == ["remiss-fråga", "1177"]
    (one,) = words_of("  Faxen ")
    assert ((one.start, one.end), one.stem) == ((2, 7), words_of("fax")[0].stem)


def test_the_name_and_the_meaning_of_a_theme_count_less_than_its_words_and_only_where_asked_for() -> None:
    theme = _theme("fax", name="Telefoni", when="När någon ringer växeln om faxen")
    assert _hits("telefoni och växeln", theme) == {}
    found = _hits("telefoni växeln fax", theme, described=True)["t"]
    assert [(piece, weight) for piece, _, weight in found] == [
        ("telefoni", 0.6),
        ("växeln", 0.25),
        ("fax", 1.0),
    ]


def test_letters_that_fold_into_two_move_no_place() -> None:
    text = "Straße: fast kontakt"
    assert _hits(text, _theme("fast kontakt")) == {"t": [("fast kontakt", "fast kontakt", 1.0)]}
