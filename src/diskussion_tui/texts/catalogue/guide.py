"""The words of the guided practice."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Guide(Words):
    """The guided practice: its exercises by id."""

    number: str
    all_done: str
    only_in_practice: str
    go: str
    say: str
    hands: str
    dissent: str
    merge: str
    place: str
    tag: str
    park: str
    rank: str
    clock: str
    cues: str
    mask: str
    conclude: str
