"""The words of merging notes and splitting them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Merging(Words):
    """Marking notes, merging them, splitting them again, and what is like what is being typed."""

    mark: str
    marked: Plural
    marked_among: Plural
    of: Plural
    like: str
    opposite: str
    title: Plural
    part: str
    choose_text: str
    own_text: str
    hands: str
    hands_sum: str
    hands_highest: str
    hands_key: str
    kind: str
    kind_key: str
    kinds_apart: str
    kinds_alone: str
    hint: str
    with_which: str
    nothing_else: str
    merged: Plural
    merged_apart: Plural
    merged_under: str
    elsewhere: str
    split_question: Plural
    split_explained: str
    split_hands: Plural
    split: Plural
    not_merged: str
    more: Plural
    originals: Plural
    purged: str
    apart: str
    version_merged: str
    not_standing: str
    too_few: str
    kinds_differ: str
    text_of_one: str
    hands_wrong: str
    split_what: str
    similar_what: str
