"""The words of working on notes by their numbers."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Numbers(Words):
    """Notes that are called by their numbers: hands, merging, marking, concluding, dots.

    `hands_for` has `n`, the number that hands are asked for; `counted` has `n`, `hands` and `text`, `given` has `n`, `dots` and `text`.
    What is told of a number that cannot be called has `n`, and `now`, `most` where one of those helps.
    """

    hands: str
    hands_for: str
    merge: str
    mark: str
    conclude: str
    dots: str
    hands_hint: str
    hands_for_hint: str
    merge_hint: str
    mark_hint: str
    conclude_hint: str
    dots_hint: str
    turn: str
    counted: str
    given: str
    several: str
    """With `each`, number and hands of every one: `7 (12), 9 (4)`."""
    no_numbers: str
    no_such: str
    withdrawn: str
    parked: str
    moved: str
    merged: str
    merged_elsewhere: str
    two_needed: str
    too_many: str
    odd: str
    not_here: str
