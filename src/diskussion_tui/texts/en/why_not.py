"""English: why a command cannot run."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.why_not import WhyNot

WORDS = WhyNot(
    no_summary="That is only done in the summary.",
    no_order="Dots are given here. Notes are put in order in another kind of round.",
    no_dots="Notes are put in order here. Dots are given in another kind of round.",
    no_page="There is no page to turn here.",
    first_step="This is the first step.",
    last_step="This is the last step.",
    nothing_begun="You are not changing anything now.",
    nothing_typed="The line is empty.",
    no_discussion="Choose a discussion first.",
    choose_first="Choose a note first.",
    no_conclusion="Choose a conclusion first.",
    no_kinds="Notes have no kinds here.",
    round_open="The round is open already.",
    one_round="The section has no other round.",
    nothing_folded="There is nothing to unfold here.",
    not_counted="The discussions have not been counted yet.",
    nothing_chosen="Choose something first, with the arrows.",
    two_marked="Mark at least two discussions first.",
)
