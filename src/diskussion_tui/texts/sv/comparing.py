"""Swedish: discussions held side by side."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.comparing import Comparing

WORDS = Comparing(
    title="Jämförelse",
    with_which="Jämför ”{name}” med vilken?",
    marked=Plural("{n} markerad", "{n} markerade"),
    overview="Översikt",
    question_of="fråga {n} av {of}",
    several="Flera säger kanske samma",
    only="Bara här",
    only_of="Bara {name}",
    contrast="liknar, men säger kanske emot",
    nothing="inget sagt",
    hands="{hands} håller med",
    per_participant="{hands} per deltagare",
    shared=Plural("{n} sak som flera kanske säger", "{n} saker som flera kanske säger"),
    rule="Gällande anteckningar räknas, en sammanslagen en gång. Likheten är ett förslag ur orden. Händer läggs ihop bara inom en kolumn.",
    not_one_workbook="De hör till olika arbetshäften: frågor med samma nummer kan vara olika frågor.",
    versions="två filer av samma diskussion",
    no_difference="Inget skiljer dem åt.",
    differences=Plural("{n} anteckning skiljer sig", "{n} anteckningar skiljer sig"),
    only_before="finns bara i {name}",
    hands_changed="händer: {before} → {after}",
    moved="fråga: {before} → {after}",
    kind_changed="kategori: {before} → {after}",
    objection="avvikande mening",
    star="stjärna",
    nothing_to_compare="Det finns inget att jämföra: ingen av dem har någon anteckning i kraft.",
    find_prompt="Sök i jämförelsen",
    different_workbooks="Diskussionerna hör till olika arbetshäften: {ids}. Bara bord som svarat på samma frågor kan slås ihop. Inget har skrivits.",
    word_sessions="DISKUSSION …",
    word_read="DISKUSSION [ANTECKNING]",
    help_sessions="två till sex diskussioner, ett namn i taget inom citattecken; två filer av samma diskussion jämförs ord för ord",
    help_tables="bordens diskussioner, ett namn i taget inom citattecken",
    help_read="diskussionens namn inom citattecken, och slutet av en antecknings id för bara den",
    help_group="en grupp av diskussioner, de som sökningen hittar; kan anges flera gånger",
    help_united="vad den nya diskussionen ska heta",
    two_needed='Det behövs minst två. Skriv varje namn inom citattecken, till exempel "Ekerö" "Järva".',
    six_at_most="Högst sex kan jämföras på en gång. Välj färre, eller samla dem i grupper med --group.",
    quote_names="Skriv diskussionens namn inom citattecken, och efter det högst en anteckning.",
    united_unnamed="Vad ska den nya diskussionen heta? Skriv -o och ett namn. Inget har skrivits.",
    verdicts_differ="Borden gav olika omdömen. Inget omdöme är satt på de frågorna:",
)
