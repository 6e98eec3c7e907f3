"""The code book as a tree, whatever somebody has written into its file: rings, chains without end, themes under nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from diskussion_tui.domain.analysis import codebook
from diskussion_tui.domain.analysis.codebook import DEEPEST, CodeBook, NoSuchThemeError, Theme, book_of
from diskussion_tui.domain.session.changes import Stamp

NOON = dt.datetime(2026, 5, 12, 12, tzinfo=dt.UTC)
MANY = 20_000
"""Themes in a chain or a ring that took a tree hours while it looked for each of them anew."""


def book(*above: tuple[str, str], into: dict[str, str] | None = None) -> CodeBook:
    """A code book of themes, each with the one it is said to lie under."""
    themes = [
        Theme(
            id=one,
            rev=1,
            change="c",
            writer="w",
            at=NOON,
            name=one,
            parent=over,
            into=(into or {}).get(one, ""),
        )
        for one, over in above
    ]
    return book_of({(Theme.table, one.id): (one,) for one in themes})


def shown(of: CodeBook) -> list[tuple[int, str]]:
    return [(depth, one.id) for depth, one in of.tree()]


def test_themes_stand_under_those_they_belong_to_in_the_order_of_their_names() -> None:
    assert shown(book(("b", ""), ("a", ""), ("b2", "b"), ("b1", "b"), ("b11", "b1"))) == [
        (0, "a"),
        (0, "b"),
        (1, "b1"),
        (2, "b11"),
        (1, "b2"),
    ]


def test_a_ring_stands_at_the_top_with_what_lies_under_it() -> None:
    ring = book(("a", "c"), ("b", "a"), ("c", "b"), ("under", "b"), ("self", "self"))
    assert shown(ring) == [(0, "a"), (0, "b"), (1, "under"), (0, "c"), (0, "self")]


def test_what_lies_under_nothing_that_is_known_stands_at_the_top_and_keeps_what_lies_under_it() -> None:
    assert shown(book(("a", "borta"), ("b", "a"))) == [(0, "a"), (1, "b")]


def test_under_a_merged_theme_is_under_the_one_that_took_it() -> None:
    assert shown(book(("a", ""), ("b", ""), ("c", "a"), into={"a": "b"})) == [(0, "b"), (1, "c")]


@pytest.mark.parametrize("last", ["", "t0"], ids=["chain", "ring"])
def test_a_chain_however_long_is_a_tree_at_once_and_no_deeper_than_a_page(last: str) -> None:
    chain = book(*((f"t{n}", f"t{n + 1}") for n in range(MANY)), (f"t{MANY}", last))
    tree = chain.tree()
    assert len(tree) == len({one.id for _, one in tree}) == MANY + 1
    assert max(depth for depth, _ in tree) == (0 if last else DEEPEST)


def test_a_chain_of_merges_is_read_at_once() -> None:
    into = {f"t{n}": f"t{n + 1}" for n in range(300)}
    merged = book(*((f"t{n}", "") for n in range(301)), into=into)
    assert [one.id for one in merged.themes] == ["t300"]
    assert merged.standing("t0") == "t300"


def test_nothing_is_moved_under_itself_nor_looked_for_without_end() -> None:
    stamp = Stamp("x", NOON, "maja")
    of = book(("a", "b"), ("b", "a"), ("c", ""), ("c1", "c"))
    assert codebook.move(of, stamp, "c", "c1") == ()
    (moved,) = codebook.move(of, stamp, "c", "a")
    assert moved.parent == "a"
    with pytest.raises(NoSuchThemeError):
        codebook.move(of, stamp, "c", "borta")
