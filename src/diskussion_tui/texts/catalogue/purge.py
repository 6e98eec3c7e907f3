"""The words of purging for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Purging(Words):
    """What `diskussion purge` asks and says. `yeses` are the answers that are a yes, in small letters."""

    note: str
    conclusion: str
    names: str
    no_names: str
    names_gone: str
    one_at_a_time: str
    note_again: str
    told_in: str
    concluded: str
    sources_stay: Plural
    whole: str
    journals: str
    yes_or_no: str
    yeses: tuple[str, ...]
    type_it: str
    word: str
    needs_yes: str
    unchanged: str
    is_open: str
    others: Plural
    others_in: str
    set_aside: Plural
    set_aside_by: str
    others_decide: str
    others_agree: Plural
    others_none: str
    others_gone: Plural
    kept: Plural
    whole_kept: str
    note_gone: str
    conclusion_gone: str
    whole_gone: str
    removed: Plural
    twins: str
    left: str
    left_link: str
    not_looked_into: str
    beyond_reach: str
