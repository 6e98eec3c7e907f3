"""Every disk that a power cut may leave behind gives back every note that was called saved; see evening.py."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.store.evening import SCENARIOS, Evening, evening_in_two_sittings, led, losses

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("parsed_once")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_power_cut_takes_a_note_that_was_called_saved(tmp_path: Path, scenario: Callable[[Evening], None]):
    assert next(losses(led(scenario, tmp_path / "då"), tmp_path / "efter"), "") == ""


def test_the_disks_that_are_looked_at_are_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    counts = {}
    for scenario in SCENARIOS:
        seen: set[int] = set()
        counts[scenario.__name__] = sum(1 for _ in led(scenario, tmp_path / scenario.__name__).disks(seen))
    with capsys.disabled():
        sys.stdout.write(f"\n{sum(counts.values())} disks: {counts}\n")
    assert min(counts.values()) > 10
    assert sum(counts.values()) > 1000


@pytest.mark.parametrize("half", [0, 1])
def test_no_sync_that_fails_and_no_power_cut_after_it_take_what_was_called_saved(tmp_path: Path, half: int):
    """Every sync of files and of folders fails in turn, is tried again as the program does, and then the power goes."""
    whole = led(evening_in_two_sittings, tmp_path / "hel")
    seen: set[int] = set()
    for number in range(1 + half, whole.fs.syncs + 1, 2):
        evening = led(evening_in_two_sittings, tmp_path / f"då {number}", failing=frozenset({number}))
        found = next(losses(evening, tmp_path / f"efter {number}", seen), "")
        assert found == "", f"sync {number}"
    assert len(seen) > 300
