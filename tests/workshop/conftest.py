"""Threads that do not make a test wait: a quiet moment is over at once."""

from __future__ import annotations

import pytest

from diskussion_tui.workshop.saving import saver, threads


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "QUIET", 0.005)
    monkeypatch.setattr(threads, "LOOK", 0.005)
    monkeypatch.setattr(threads, "RETRY", 0.005)
    monkeypatch.setattr(saver, "HOMEWARD", 0.005)
