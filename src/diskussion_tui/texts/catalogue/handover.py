"""The words of the page at the end of a discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Handover(Words):
    """The page at the end of a discussion."""

    done: str
    so_far: str
    actions: str
    file: str
    pdf: str
    every: str
    copy: str
    following: str
    writing: str
    written: str
    more: Plural
    not_written: str
    slow: str
    copied: str
    no_line: str
    not_practising: str
