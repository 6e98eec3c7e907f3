"""A saver that does not wait a second for quiet."""

from __future__ import annotations

import pytest

from diskussion_tui.workshop import saver


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saver, "QUIET", 0.005)
