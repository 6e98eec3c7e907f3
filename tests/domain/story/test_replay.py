"""How a discussion grew, and what differs between two texts: each moment is a session, and no word is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.merging import merge
from diskussion_tui.domain.story.replay import Replay
from diskussion_tui.domain.story.wording import word_diff
from tests.support.builders import Group


def _evening() -> Group:
    group = Group()
    (first,) = group.says("Fax", kind="bort")
    (second,) = group.says("Dubbla remisser", kind="bort")
    group.does(changes.support, first, 3)
    group.does(merge, group.ids(), [first, second])
    return group


def test_a_discussion_grows_from_nothing_to_what_it_is() -> None:
    session = _evening().session
    replay = Replay(session)
    said = [[note.text for note in replay.at(step).notes()] for step in range(len(replay) + 1)]
    assert said[0] == []
    assert said[-1] == [note.text for note in session.notes()]
    assert ["Fax", "Dubbla remisser"] in said


@given(steps=st.lists(st.integers(-2, 9), max_size=12))
def test_a_moment_is_the_same_from_whichever_side_one_comes(steps: list[int]) -> None:
    session = _evening().session
    wandering = Replay(session)
    for step in steps:
        assert wandering.at(step).versions == Replay(session).at(step).versions


@given(before=st.text(max_size=60), after=st.text(max_size=60))
def test_the_pieces_of_two_texts_are_the_texts_to_the_letter(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(one.text for one in pieces if one.sort != "added") == before
    assert "".join(one.text for one in pieces if one.sort != "removed") == after
    assert all(one.text for one in pieces)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Fax mellan sjukhus", "Fax mellan sjukhus och kommun", "=Fax mellan sjukhus|+ och kommun"),
        ("Dubbla remisser", "Dubbla remisser", "=Dubbla remisser"),
        ("", "Nytt", "+Nytt"),
        ("ett två tre", "ett fyra tre", "=ett |-två |+fyra |=tre"),
    ],
)
def test_what_differs_is_told_word_by_word(before: str, after: str, told: str) -> None:
    signs = {"same": "=", "added": "+", "removed": "-"}
    assert "|".join(signs[one.sort] + one.text for one in word_diff(before, after)) == told
