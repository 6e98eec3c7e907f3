"""Why a command cannot run."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class WhyNot(Words):
    """Why a command cannot run here, where no other room has the sentence."""

    first_step: str
    no_dots: str
    no_order: str
    no_summary: str
    no_page: str
    last_step: str
    nothing_begun: str
    nothing_typed: str
    no_discussion: str
    choose_first: str
    no_conclusion: str
    no_kinds: str
    round_open: str
    one_round: str
    nothing_folded: str
    not_counted: str
    nothing_chosen: str
    two_marked: str
