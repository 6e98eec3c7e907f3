"""How often the right theme is among the suggestions never falls below what was once measured; the goals are told elsewhere."""

from __future__ import annotations

from random import Random

from benchmarks.suggestions import IN_THE_BOOK, MORE, book, labelled, made_up, missed
from tests.support.labelled import labelled as every


def test_every_label_and_made_up_theme_is_one_of_the_code_book_as_it_is_measured():
    known = {one.id for one in book(words=True).themes}
    assert {one.theme for one in every() if one.theme} == set(IN_THE_BOOK)
    assert {theme for one in (*labelled(), *made_up()) for theme in one.themes} <= known


def test_of_notes_in_words_of_their_own_two_of_three_have_the_right_theme_among_three():
    found = missed(labelled(), 5, Random("floor"))
    assert found["three"] <= 36
    assert found["first"] <= 56


def test_so_have_most_before_anything_is_decided():
    found = missed(labelled(), 0, Random("floor"))
    assert found["three"] <= 40
    assert found["first"] <= 57


def test_where_the_same_matters_come_back_what_a_coder_decides_is_of_use():
    before, after = missed(made_up(), 0, Random("floor")), missed(made_up(), MORE, Random("floor"))
    assert after["three"] <= 25
    assert after["three"] < 0.6 * before["three"]


def test_the_words_of_the_code_book_are_of_use_besides_what_is_learned():
    known, bare = (missed(labelled(), 3, Random("floor"), words=words) for words in (True, False))
    assert known["three"] < bare["three"]
