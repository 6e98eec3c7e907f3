"""Swedish order, as a dictionary has it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.order import swedish


def test_the_last_letters_come_last_and_accents_count_for_nothing() -> None:
    tags = ["école", "elva", "über", "yta", "zon", "ångest", "Åre", "ätstörning", "öppenvård"]
    mixed = random.Random(1).sample(tags, len(tags))
    assert sorted(mixed, key=swedish) == tags


def test_numbers_are_numbers() -> None:
    assert sorted(["bord 10", "Bord 2", "bord 1"], key=swedish) == ["bord 1", "Bord 2", "bord 10"]


@given(st.lists(st.text(max_size=8), max_size=8))
def test_the_order_is_one_whatever_the_order_before(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(backwards, key=swedish) == sorted(texts, key=swedish)
