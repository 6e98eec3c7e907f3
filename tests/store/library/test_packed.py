"""Packed notes are found exactly as if each text were read by itself, whatever was said in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.text import clean_line, clean_note, folded
from diskussion_tui.store.library.packed import packed
from diskussion_tui.store.library.results import Shown
from tests.support.hostile import hostile_texts

few_letters = st.text("abAÅåßı\u0307o\u0308 \n", max_size=6)
texts = st.one_of(few_letters, hostile_texts).map(clean_note)
notes = st.lists(
    st.tuples(
        st.builds(
            Shown,
            st.sampled_from(["bort", "nytt", "\0"]),
            texts,
            st.integers(0, 9),
            st.sampled_from(["A.1", ""]),
            st.sampled_from(["01H", "x", ""]),
            by=st.just(""),
        ),
        st.one_of(st.just([]), st.lists(texts, max_size=3)),
    ),
    max_size=8,
)
wanted = st.one_of(few_letters, hostile_texts).map(lambda text: tuple(folded(clean_line(text)).split()[:3]))


def _found(said: list, words: tuple[str, ...]) -> list:
    """The notes that hold every word, each in their own text or one they were merged from: most hands first, then the newest."""
    holding = [
        (place, shown)
        for place, (shown, before) in enumerate(said)
        if all(any(word in folded(text) for text in (shown[1], *before)) for word in words)
    ]
    return [shown for _, shown in sorted(holding, key=lambda one: (-one[1].supporters, -one[0]))]


@given(notes, wanted)
def test_packed_notes_are_found_as_if_each_text_were_read_by_itself(said: list, words: tuple[str, ...]):
    held = packed(said)
    assert held.notes() == tuple(shown for shown, _ in said)
    if not words:
        return
    expected = _found(said, words)
    assert [one._replace(by="") for one in held.found(words)] == expected
    assert [one._replace(by="") for one in held.found(words, 3)] == expected[:3]
    assert held.count(words) == len(expected)


@given(notes, st.integers(0, 7), st.data())
def test_every_piece_of_a_text_finds_its_note(said: list, number: int, data: st.DataObject):
    whole = [pair for pair in said if pair[0][1].split()]
    if not whole:
        return
    shown, before = whole[number % len(whole)]
    word = data.draw(st.sampled_from([word for text in (shown[1], *before) for word in folded(text).split()]))
    held = packed(said)
    assert shown in [one._replace(by="") for one in held.found((word,))]
    assert held.count((word,)) == len(_found(said, (word,)))


@pytest.mark.parametrize(
    ("words", "count"), [(("a",), 3), (("aa",), 2), (("aaa",), 1), (("a", "b"), 1), (("b", "c"), 0)]
)
def test_a_note_that_holds_a_word_several_times_counts_once(words: tuple[str, ...], count: int):
    said = ["aaaa", "aa b", "a", "c", "d", "e", "f", "g", "h"]
    assert packed((Shown("", text, 0, "", ""), ()) for text in said).count(words) == count


def test_where_nothing_was_said_nothing_is_found_by_an_empty_word_either():
    assert packed(()).found(("",)) == ()


def test_a_note_found_by_another_text_than_its_own_says_by_which() -> None:
    held = packed(
        [
            (Shown("", "Fast läkarkontakt", 0, "A.1", "1"), ["Inte utan hemsjukvården", "På riktigt"]),
            (Shown("", "Hemsjukvård dygnet runt", 0, "A.1", "2"), ["Hemsjukvården räcker"]),
        ]
    )
    assert {one.text: one.by for one in held.found(("hemsjuk",))} == {
        "Fast läkarkontakt": "inte utan hemsjukvården",
        "Hemsjukvård dygnet runt": "",
    }
    (both,) = held.found(("fast", "riktigt"))
    assert both.by == "på riktigt"
