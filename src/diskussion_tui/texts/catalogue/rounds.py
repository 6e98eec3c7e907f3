"""The words of prioritising in rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Rounds(Words):
    """Prioritising in rounds, by dots or in an order, and dissenting opinions; on the screen, on paper and in the shell."""

    title: str
    heading: str
    round: str
    order: str
    begins_order: str
    ask: str
    open: str
    closed: str
    place: str
    withdrawn: str
    parked: str
    moved: str
    purged: str
    inherited: str
    dots_hint: str
    dots_or_words: str
    order_hint: str
    closed_hint: str
    read_only_hint: str
    counted: str
    finished: str
    reopened: str
    no_section: str
    no_notes: str
    empty: str
    none_yet: str
    prompt_dissent: str
    dissent: str
    dissent_hint: str
    dissent_saved: str
    dissent_off: str
    given_of: str
    ordered: str
    nothing_to_do: str
    section_missing: str
    no_such_section: str
    no_such_round: str
    no_open_round: str
    is_closed: str
    wrong_dots: str
    wrong_given: str
    wrong_place: str
    not_here: str
    either: str
    wrong_hands: str
    points: Plural
    each: Plural
    given: Plural
    too_many: Plural

    def method(self, method: str, each: int) -> str:
        """How a round ranks: `prickar, 3 per person`, or `ordning`."""
        return self.order if method == "ordning" else self.each(each)
