"""The words of the page at the end of a discussion."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Handover(Words):
    """The page at the end of a discussion."""

    done: str
    so_far: str
    actions: str
    file: str
    markdown: str
    plain: str
    copy: str
    following: str
    written: str
    not_written: str
    slow: str
    copied: str
    no_line: str
    not_practising: str
