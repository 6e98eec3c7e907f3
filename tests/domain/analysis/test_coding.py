"""Coding as analysts know it: themes are merged and split, decisions are undone, and two people's work unites."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.domain.analysis import codebook, coding
from diskussion_tui.domain.analysis.coding import TOGETHER, Coding, coding_of, fold
from diskussion_tui.domain.analysis.versions import trail_of
from diskussion_tui.domain.session.changes import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Version

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
COUNT = iter(range(1_000_000))


class Analyst:
    """Somebody who codes: what they do is folded in at once, and kept."""

    def __init__(self, name: str, begun: Iterable[Version] = ()) -> None:
        self.name = name
        self.coding = coding_of(begun)
        self.made: list[Version] = list(begun)

    @property
    def stamp(self) -> Stamp:
        number = next(COUNT)
        return Stamp(f"{number:026d}", NOON + dt.timedelta(seconds=number), self.name)

    def does(self, versions: Iterable[Version]) -> None:
        new = tuple(versions)
        self.made += new
        self.coding = fold(self.coding, new)

    def makes(self, *themes: str) -> None:
        for theme in themes:
            self.does(codebook.make(self.coding.book, self.stamp, theme.lower(), theme, words=theme.lower()))

    def puts(self, note: str, *themes: str) -> None:
        self.does(coding.decide(self.coding, self.stamp, self.name, [note], themes))

    def undoes(self) -> None:
        self.does(coding.undo(self.coding, self.stamp, trail_of(self.coding.versions, self.name).done[-1]))

    def redoes(self) -> None:
        self.does(coding.undo(self.coding, self.stamp, trail_of(self.coding.versions, self.name).undone[-1]))

    def sees(self, note: str) -> tuple[str, ...] | None:
        return self.coding.themes_of(note)


def test_a_merged_theme_takes_every_coders_notes_and_words_with_it_and_undoing_brings_them_back() -> None:
    me = Analyst("maja")
    me.makes("Fax", "Dubbelarbete")
    me.puts("n1", "fax")
    other = Analyst("sven", me.made)
    other.puts("n2", "fax")
    me.does(other.made)
    me.does(codebook.merge(me.coding.book, me.stamp, "fax", "dubbelarbete"))
    assert me.sees("n1") == me.sees("n2") == ("dubbelarbete",)
    assert me.coding.book.theme("fax") is me.coding.book.theme("dubbelarbete")
    assert [one.words for one in me.coding.book.themes] == [("dubbelarbete", "fax")]
    me.undoes()
    assert me.sees("n1") == me.sees("n2") == ("fax",)
    assert [one.words for one in me.coding.book.themes] == [("dubbelarbete",), ("fax",)]
    me.redoes()
    assert me.sees("n1") == ("dubbelarbete",)


def test_two_who_merge_two_themes_into_each_other_keep_one_of_them() -> None:
    me = Analyst("maja")
    me.makes("A", "B")
    me.puts("n", "b")
    other = Analyst("sven", me.made)
    me.does(codebook.merge(me.coding.book, me.stamp, "a", "b"))
    other.does(codebook.merge(other.coding.book, other.stamp, "b", "a"))
    united = coding_of([*me.made, *other.made])
    assert [one.id for one in united.book.themes] == ["a"]
    assert united.themes_of("n") == ("a",)


def test_a_theme_that_is_withdrawn_leaves_its_notes_uncoded_until_it_is_back() -> None:
    me = Analyst("maja")
    me.makes("Fax")
    me.puts("n", "fax")
    me.does(codebook.withdraw(me.coding.book, me.stamp, "fax"))
    assert me.sees("n") is None
    me.undoes()
    assert me.sees("n") == ("fax",)


def test_no_theme_is_a_decision_and_taking_it_out_is_none() -> None:
    me = Analyst("maja")
    me.puts("n")
    assert me.sees("n") == ()
    me.does(coding.clear(me.coding, me.stamp, "maja", ["n"]))
    assert me.sees("n") is None
    me.undoes()
    assert me.sees("n") == ()


def test_a_split_moves_the_notes_and_the_words_that_are_said_and_is_one_step_to_undo() -> None:
    me = Analyst("maja")
    me.makes("Fax")
    me.does(codebook.alter(me.coding.book, me.stamp, "fax", words="fax, journal"))
    me.puts("n1", "fax")
    me.puts("n2", "fax")
    stamp = me.stamp
    (fresh,) = codebook.make(me.coding.book, stamp, "journal", "Journal", words="journal")
    me.does(coding.split(me.coding, stamp, "maja", "fax", fresh, ["n2"]))
    assert (me.sees("n1"), me.sees("n2")) == (("fax",), ("journal",))
    assert [one.words for one in me.coding.book.themes] == [("fax",), ("journal",)]
    me.undoes()
    assert me.sees("n2") == ("fax",)
    assert [one.words for one in me.coding.book.themes] == [("fax", "journal")]


def test_what_coders_settle_together_counts_before_what_each_said() -> None:
    me = Analyst("maja")
    me.makes("A", "B")
    me.puts("n", "a")
    other = Analyst("sven", me.made)
    other.puts("n", "b")
    me.does(other.made)
    assert me.coding.disputed("n")
    me.does(coding.decide(me.coding, me.stamp, TOGETHER, ["n"], ["a"]))
    assert not me.coding.disputed("n")
    assert me.sees("n") == ("a",)
    assert me.coding.coders == ("maja", "sven")


def test_a_name_that_another_theme_has_is_told_of() -> None:
    me = Analyst("maja")
    me.makes("Fax", "Journal")
    with pytest.raises(codebook.NameTakenError):
        codebook.make(me.coding.book, me.stamp, "x", " FAX ")
    with pytest.raises(codebook.NameTakenError):
        codebook.retitle(me.coding.book, me.stamp, "journal", "fax")
    assert codebook.retitle(me.coding.book, me.stamp, "fax", "FAX")


def test_a_theme_moves_under_another_but_never_under_itself() -> None:
    me = Analyst("maja")
    me.makes("A", "B", "C")
    me.does(codebook.move(me.coding.book, me.stamp, "b", "a"))
    me.does(codebook.move(me.coding.book, me.stamp, "c", "b"))
    assert not codebook.move(me.coding.book, me.stamp, "a", "c")
    assert [(depth, one.id) for depth, one in me.coding.book.tree()] == [(0, "a"), (1, "b"), (2, "c")]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["put", "none", "clear", "merge", "withdraw", "move", "undo", "redo"]),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=14,
)


def _done(me: Analyst, steps: list[tuple[str, int, int]]) -> None:
    themes = ["a", "b", "c", "d"]
    for what, first, second in steps:
        book, note = me.coding.book, f"n{second}"
        there = book.theme(themes[first]) is not None and book.theme(themes[second]) is not None
        trail = trail_of(me.coding.versions, me.name)
        if what == "put":
            me.puts(note, themes[first])
        elif what == "none":
            me.puts(note)
        elif what == "clear":
            me.does(coding.clear(me.coding, me.stamp, me.name, [note]))
        elif what == "undo" and trail.done:
            me.undoes()
        elif what == "redo" and trail.undone:
            me.redoes()
        elif what == "merge" and there:
            me.does(codebook.merge(book, me.stamp, themes[first], themes[second]))
        elif what == "move" and there:
            me.does(codebook.move(book, me.stamp, themes[first], themes[second]))
        elif what == "withdraw" and there:
            me.does(codebook.withdraw(book, me.stamp, themes[first]))


def _seen(of: Coding) -> object:
    themes = [(one.id, one.name, one.words, one.parent) for one in of.book.themes]
    tree = [(depth, one.id) for depth, one in of.book.tree()]
    return (
        themes,
        tree,
        {note: (of.themes_of(note), of.disputed(note)) for note in sorted(of.decided)},
    )


def _begun() -> Analyst:
    me = Analyst("maja")
    me.makes("A", "B", "C", "D")
    return me


@settings(max_examples=40)
@given(STEPS, STEPS, st.randoms())
def test_two_coders_work_unites_to_the_same_in_any_order_and_however_often(mine, theirs, chance) -> None:
    me = _begun()
    other = Analyst("sven", me.made)
    _done(me, mine)
    _done(other, theirs)
    every = [*me.made, *other.made]
    expected = _seen(coding_of(every))
    chance.shuffle(every)
    half = len(every) // 2
    assert _seen(fold(fold(coding_of(every[:half]), every[half:]), every[: half + 3])) == expected


@settings(max_examples=40)
@given(STEPS)
def test_undoing_all_leads_back_to_the_beginning_and_redoing_all_to_the_end(steps) -> None:
    me = _begun()
    begun, before = _seen(me.coding), len(trail_of(me.coding.versions, "maja").done)
    _done(me, [step for step in steps if step[0] not in {"undo", "redo"}])
    ended, count = _seen(me.coding), 0
    while len(trail_of(me.coding.versions, "maja").done) > before:
        me.undoes()
        count += 1
    back = _seen(me.coding)
    assert back[0] == begun[0]  # type: ignore[index]
    assert not any(me.sees(note) is not None for note in me.coding.decided)
    for _ in range(count):
        me.redoes()
    assert _seen(me.coding) == ended
