"""What people see as one sign is one, whatever it is made of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.signs import next_sign, sign_before, sign_start, signs_in
from tests.support.hostile import hostile_texts

WHOLE = [
    "a",
    "å",
    "e\u0301",
    "👩‍👧",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "❤️",
    "🇸🇪",
    "👍🏽",
    "1️⃣",
    "漢",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "\u1112\u1161\u11ab",
    "🧑🏾‍⚕️",
    "ش",
    "☎️",
]
TEXTS = st.lists(st.one_of(st.sampled_from(WHOLE), st.sampled_from(" ab.")), max_size=9)


@pytest.mark.parametrize("sign", WHOLE)
def test_each_is_one_sign_alone_and_among_others(sign: str) -> None:
    assert signs_in(sign) == [sign]
    assert signs_in(f"x{sign}y") == ["x", sign, "y"]


def test_flags_beside_each_other_are_two() -> None:
    assert signs_in("🇸🇪🇳🇴🇩") == ["🇸🇪", "🇳🇴", "🇩"]


@given(TEXTS)
def test_signs_are_told_apart_from_before_and_from_behind(signs: list[str]) -> None:
    text = "".join(signs)
    bounds = [len("".join(signs[:number])) for number in range(len(signs) + 1)]
    for start, end in pairwise(bounds):
        assert next_sign(text, start) == end
        assert sign_before(text, end) == start
        assert all(sign_start(text, at) == start for at in range(start, end))


@given(hostile_texts)
def test_any_text_is_its_signs(text: str) -> None:
    assert "".join(signs_in(text)) == text
    assert all(0 <= sign_start(text, at) <= at for at in range(len(text) + 1))
    assert [sign_before(text, at) for at in range(1, len(text) + 1)] == [
        sign_start(text, at - 1) for at in range(1, len(text) + 1)
    ]
