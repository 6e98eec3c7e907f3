"""The words for what happened in a discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class History(Words):
    """What happened in a discussion. The deeds are called as in `domain/story/diff.py`, and follow each other on a line.

    `before` and `after` are the words, numbers or names that a deed is about.
    """

    changes: Plural
    of_note: str
    by_hand: str
    undid: str
    undid_unknown: str
    redid: str
    begun: str
    finalised: str
    reopened: str
    added: str
    kept: str
    reworded: str
    moved: str
    kind: str
    no_kind: str
    hands: str
    starred: str
    unstarred: str
    dissented: str
    undissented: str
    placed: str
    unplaced: str
    objected: str
    objection_off: str
    withdrawn: str
    restored: str
    purged: str
    merged: str
    merged_away: str
    stands_again: str
    verdict_given: str
    verdict_changed: str
    verdict_taken_back: str
    question_worded: str
    question_reworded: str
    question_taken_back: str
    parked: str
    unparked: str
    table: str
    concluded: str
    conclusion_sorted: str
    conclusion_placed: str
    owner: str
    due: str
    done: str
    undone_action: str
    conclusion_notes: str
    round_begun: str
    round_closed: str
    round_reopened: str
    round_withdrawn: str
    round_restored: str
    vote: str
    vote_place: str
    no_vote: str
    plan_minutes: str
    plan_set: str
    plan_behaviour: str
    plan_skipped: str
    plan_kept: str
    plan_as_workbook: str
    break_added: str
    break_removed: str
    break_restored: str
    nothing: str
    beside_stood: str
    beside_fell: str
