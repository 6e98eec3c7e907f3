"""A long run says that nothing is lost only where there was something to lose."""

from __future__ import annotations

import pytest

from torture.tally import Loss, Tally


def _after(*, acknowledged: int = 3, losses: int = 0, broke: int = 0) -> Tally:
    tally = Tally(losses=[Loss("lost", "1", "", ())] * losses)
    tally.counts["texts acknowledged"] = acknowledged
    tally.counts["workers that broke"] = broke
    return tally


def test_a_run_in_which_everything_acknowledged_is_there_holds() -> None:
    assert _after().holds
    assert _after().table({}).splitlines()[-1].split() == ["LOSSES", "0"]


@pytest.mark.parametrize("wrong", [{"acknowledged": 0}, {"losses": 1}, {"broke": 1}])
def test_a_run_that_lost_something_or_had_nothing_to_lose_does_not(wrong: dict[str, int]) -> None:
    assert not _after(**wrong).holds


def test_a_run_without_a_word_does_not_say_that_nothing_was_lost() -> None:
    assert "nothing was acknowledged" in _after(acknowledged=0).table({})
