"""The clock that measures: also over a night that a laptop has slept through, where the system knows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from diskussion_tui.workshop import clock

if TYPE_CHECKING:
    import pytest


def test_a_laptop_that_has_slept_has_not_stood_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", 7, raising=False)
    monkeypatch.setattr(time, "clock_gettime", {7: 28_800.0}.__getitem__)
    assert clock.steady_seconds() == 28_800.0


def test_a_system_that_does_not_count_its_sleep_still_has_a_clock_that_nobody_sets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(time, "monotonic", lambda: 41.5)
    assert clock.steady_seconds() == 41.5
