"""The words of coding: the queue, suggestions and their reasons, themes, and how coders agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.texts.catalogue.base import Plural


class CodingTexts(Words):
    """Coding, on the screen and in the shell."""

    who: str
    who_label: str
    who_empty: str
    who_example: str
    unnamed: str
    title: str
    themes_title: str
    settling: str
    blind: str
    shared_left: Plural
    left: Plural
    coded: Plural
    hit_rate: str
    """With `first`, `three` and `of`."""
    by_word: str
    by_learning: str
    like: Plural
    typed_prompt: str
    new_theme: str
    several_chosen: str
    similar: str
    taken_along: Plural
    all_done: str
    all_settled: str
    no_suggestion: str
    nothing_chosen: str
    decided: str
    decided_none: str
    decided_several: Plural
    undone: str
    redone: str
    nothing_to_undo: str
    nothing_to_redo: str
    skipped: str
    themes_or_words: str
    made: str
    blind_on: str
    blind_first: Plural
    shared_done: str
    blind_off: str
    no_disputes: str
    nothing_similar: str
    several_on: str
    several_off: str
    memo_title: str
    memo_label: str
    memo_kept: str
    others_said: str
    table: str
    theme_form: str
    name: str
    when: str
    unless: str
    words: str
    stops: str
    parent: str
    name_taken: str
    name_empty: str
    no_such_parent: str
    parent_round: str
    merge_question: str
    merged: str
    split_title: str
    split_name: str
    split_words: str
    split_done: str
    withdraw_question: str
    withdraw_explained: str
    withdrawn: str
    changed: str
    notes: Plural
    themes_hint: str
    setting_out: str
    no_themes: str
    not_saved: str
    ends_unsaved: str
    unread: str
    # ---- the shell
    word_name: str
    word_note: str
    word_theme: str
    word_coder: str
    word_file: str
    help_name: str
    help_note: str
    help_suggest: str
    help_set: str
    help_clear: str
    help_none: str
    help_themes: str
    help_make: str
    help_rename: str
    help_merge: str
    help_import: str
    help_export: str
    help_as: str
    help_undo: str
    help_limit: str
    help_all: str
    no_such_theme: str
    no_such_note: str
    several_notes: str
    nothing_changed: str
    shell_decided: str
    shell_cleared: str
    shell_made: str
    shell_renamed: str
    shell_merged: str
    shell_undone: str
    undone_theme: str
    shell_nothing_to_undo: str
    themes_new: Plural
    themes_known: Plural
    decisions: Plural
    imported_nothing: str
    astray: Plural
    not_importable: str
    not_read: tuple[tuple[str, str], ...]
    not_exportable: str
    exported: str
    no_excel: str
    needs_two: str
    none_shared: str
    """With `coders`, as `both` names them."""
    together: str
    shared: Plural
    shared_none: str
    how_shared: str
    """How two coders come to have more notes in common."""
    agree_overall: str
    agree_head: tuple[str, ...]
    interval: str
    disagree_head: str
    newer: str
    none: str
    columns: tuple[str, ...]
    book_columns: tuple[str, ...]
    sheet_coding: str
    sheet_book: str

    def why_not_read(self, why: str, detail: str) -> str:
        """Why a file is no code book, by a code and what that has a blank for."""
        return dict(self.not_read)[why].format(detail=detail)

    def both(self, coders: Iterable[str]) -> str:
        """Coders in a row, as one says them: *anna, bo och maja*."""
        *first, last = coders
        return f"{', '.join(first)} {self.together} {last}" if first else last
