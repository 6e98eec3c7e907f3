"""What was seen of an evening led on another system (`tests/support/elsewhere.py`)."""

from __future__ import annotations

from typing import Any


def seen(there: dict[str, Any], evening: str) -> dict[str, Any]:
    """What an evening told; it has not broken off."""
    told: dict[str, Any] = there[evening]
    assert "broke" not in told, told["broke"]
    return told
