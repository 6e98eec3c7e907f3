"""Threads that do not make a test wait: a quiet moment is over at once."""

from __future__ import annotations

import pytest

from diskussion_tui.workshop import crew, saver


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "QUIET", 0.005)
    monkeypatch.setattr(crew, "LOOK", 0.005)
    monkeypatch.setattr(crew, "RETRY", 0.005)
    monkeypatch.setattr(saver, "HOMEWARD", 0.005)
