"""The words for waiting for a disk that does not answer."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Waiting(Words):
    """What is said while the disk is waited for, on the screen and in the shell."""

    reading: str
    folder: str
    can_stop: str
    can_read_known: str
    can_choose: str
    can_home: str
    closing: str
    notes_later: str
    in_shell: str
    gave_up: str
    no_seconds: str
    untidied: str
    typed: str
