"""The words of a discussion being led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Walk(Words):
    """A discussion being led."""

    places: tuple[tuple[str, str], ...]
    saved: str
    saving: str
    not_saved: str
    not_saved_long: str
    elsewhere: str
    elsewhere_long: str
    elsewhere_now: str
    untidy_long: str
    read_only: str
    read_only_newer: str
    read_only_refused: str
    no_notes: str
    no_own_question: str
    no_notes_of_kind: str
    no_notes_in_section: str
    prompt_note: str
    prompt_park: str
    taken_down: str
    taken_in: str
    final_kept: str
    prompt_wording: str
    prompt_edit: str
    wording_hint: str
    edit_hint: str
    verdict_hint: str
    turn_beside: str
    turn_verdict: str
    final_hint: str
    step_start: str
    step_compass: str
    step_end: str
    naming: str
    groups_notes: str
    fold: str
    unfold: str
    other_reflections: str
    till_above: str
    till_below: str
    lines_more: Plural
    recovered: Plural
    from_files: Plural
    faults_found: Plural
    removes: Plural
    versions: Plural
    versions_hint: str
    versions_one: str
    version_now: str
    version_gone: str
    version_yours: str
    version_by_hand: str
    version_chosen: str
    left_elsewhere: str
    draft_back: str
    undone: str
    redone: str
    hands_or_words: Plural
    undone_others: Plural
    make_final: str
    open_again: str
    find_title: str
    nothing_to_find: str
    more_hits: Plural
    nothing_to_undo: str
    nothing_to_redo: str
    withdrawn: str
    restored: str
    moved: str
    too_long: str
    full: str
    no_cues: str
    no_wording_here: str
    bin_empty: str
    finished: str
    reopened: str
    summary: str
    most_supported: str
    path: str
    too_small: str
    practising: str
    ends_unsaved: str

    def of_step(self, role: str) -> str:
        """What a step without a heading of its own is called where steps are listed; empty for the others."""
        return {"start": self.step_start, "compass": self.step_compass, "end": self.step_end}.get(role, "")
