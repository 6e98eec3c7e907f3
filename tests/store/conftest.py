"""What tests of many disks share."""

from __future__ import annotations

from functools import lru_cache

import pytest

from diskussion_tui.store.files import codec


@pytest.fixture
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes are taken apart once: thousands of disks differ in one file each, and a text always says the same."""
    monkeypatch.setattr(codec, "read", lru_cache(maxsize=None)(codec.read))
