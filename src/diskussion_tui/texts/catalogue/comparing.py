"""The words of what is held side by side: on the screen, and in what `diskussion compare` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Comparing(Words):
    """Discussions held side by side. What several say is only ever suggested."""

    title: str
    with_which: str
    marked: Plural
    overview: str
    question_of: str
    several: str
    only: str
    only_of: str
    unsought: str
    unsought_of: str
    and_more: str
    contrast: str
    nothing: str
    hands: str
    per_participant: str
    shared: Plural
    rule: str
    in_part: str
    comparing: str
    groups: Plural
    groups_title: str
    groups_own: str
    groups_which: str
    groups_other: str
    groups_year: str
    groups_form: str
    groups_one: str
    groups_two: str
    groups_example: str
    groups_none: str
    groups_unread: str
    groups_empty: str
    not_one_workbook: str
    versions: str
    no_difference: str
    differences: Plural
    only_before: str
    hands_changed: str
    moved: str
    kind_changed: str
    objection: str
    star: str
    nothing_to_compare: str
    find_prompt: str
    different_workbooks: str
    word_sessions: str
    word_read: str
    help_sessions: str
    help_tables: str
    help_read: str
    help_all_rows: str
    help_group: str
    help_united: str
    two_needed: str
    six_at_most: str
    quote_names: str
    united_unnamed: str
    verdicts_differ: str
    unite_title: str
    unite_label: str
    unite_example: str
    unite_unnamed: str
    united: str
    not_united: str
