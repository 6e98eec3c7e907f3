"""An outline of a workbook: what of it a list of discussions and home's first frame show.

Less than a workbook, and judged by nobody: it is at hand before the whole of it has been read (`content/outline.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class KindOutline:
    """What a list shows of a kind: its id, its sign, its colour role."""

    id: str
    sign: str
    role: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What was seen. `language` is empty where none was."""

    language: str = ""
    title: str = ""
    kinds: tuple[KindOutline, ...] = ()

    @property
    def signs(self) -> Mapping[str, str]:
        """A kind's sign by its id."""
        return {kind.id: kind.sign for kind in self.kinds}
