"""What files are read with, the same for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diskussion_tui.domain.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping: of the forms with this fingerprint, of which workbook, whether somebody has looked it over, and the box of each field."""

    fingerprint: str
    workbook: str
    checked: bool
    boxes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What files are read with: the workbook, when it is, what is said of whose and when they are, and the mappings that were made.

    With `draft` a form of others is given a draft of a mapping: the comment above it, and how a field's place is told, with `{page}` and `{number}`.
    """

    workbook: Workbook
    at: dt.datetime
    name: str = ""
    day: dt.date | None = None
    mapped: tuple[Mapped, ...] = ()
    draft: tuple[str, str] | None = None
