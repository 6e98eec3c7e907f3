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
)
