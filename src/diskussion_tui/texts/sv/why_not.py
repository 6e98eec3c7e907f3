"""Swedish: why a command cannot run."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.why_not import WhyNot

WORDS = WhyNot(
    no_summary="Det går bara i sammanfattningen.",
    no_order="Här ges prickar. I ordning läggs anteckningarna i en annan sorts runda.",
    no_dots="Här läggs anteckningarna i ordning. Prickar ges i en annan sorts runda.",
    no_page="Här finns ingen sida att bläddra i.",
    first_step="Det här är det första momentet.",
    last_step="Det här är det sista momentet.",
    nothing_begun="Du ändrar inget just nu.",
    nothing_typed="Raden är tom.",
    no_discussion="Välj en diskussion först.",
    choose_first="Välj en anteckning först.",
    no_conclusion="Välj en slutsats först.",
    no_kinds="Här har anteckningarna inga kategorier.",
    round_open="Rundan är redan öppen.",
    one_round="Delen har ingen annan runda.",
    nothing_folded="Det finns inget att fälla ut här.",
    not_counted="Diskussionerna är inte räknade ännu.",
    nothing_chosen="Välj något först, med pilarna.",
    two_marked="Markera minst två diskussioner först.",
)
