"""Raised hands as they are told beside a note, the same wherever there is one."""

from __future__ import annotations

_SHOWN = 5
"""Up to so many hands are a dot each."""


def hands_of(supporters: int) -> str:
    """A ● for each up to five, then one and a number."""
    return "●" * supporters if supporters <= _SHOWN else f"● {supporters}"
