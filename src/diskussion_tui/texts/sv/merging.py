"""Swedish: merging notes and splitting them again."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.merging import Merging

WORDS = Merging(
    mark="✓ markerad",
    marked=Plural("{n} markerad anteckning.", "{n} markerade anteckningar."),
    marked_among=Plural(
        "{n} markerad. {key_merge_notes} slår ihop den med en annan, {key_back_to_writing} avmarkerar.",
        "{n} markerade. {key_merge_notes} slår ihop dem, {key_back_to_writing} avmarkerar.",
    ),
    of=Plural("⌞ sammanslagen av {n}", "⌞ sammanslagen av {n}"),
    like="liknar:",
    opposite="motsats?:",
    title=Plural("Slå ihop {n} anteckning", "Slå ihop {n} anteckningar"),
    part="{number} av {all}",
    choose_text="Välj en av texterna, eller skriv en egen:",
    own_text="egen text",
    hands="Håller med",
    hands_sum="alla: {n}",
    hands_highest="samma personer: högst {n}",
    hands_key="{key_count} väljer",
    kind="Kategori",
    kind_key="{key_switch} väljer",
    kinds_apart="hålls isär",
    kinds_alone="De har olika kategorier och hålls isär. Ska de bli en, välj kategori med {key_switch}.",
    hint="{key_take} slå ihop   {key_up}{key_down} text   {key_change} ändra   {key_close} avbryt",
    with_which="Slå ihop med",
    nothing_else="Det finns ingen annan anteckning att slå ihop den med.",
    merged=Plural(
        "{n} anteckning sammanslagen. {key_undo} ångrar.", "{n} anteckningar är nu en. {key_undo} ångrar."
    ),
    merged_apart=Plural(
        "Sammanslagna till {n} anteckning. {key_undo} ångrar.",
        "Sammanslagna till {n} anteckningar, en för varje kategori. {key_undo} ångrar.",
    ),
    merged_under="Den står under {step}.",
    elsewhere="Den kom av anteckningar som nu ingår i en annan. Dela upp den andra först.",
    split_question=Plural("Dela upp i {n} anteckning?", "Dela upp i {n} anteckningar?"),
    split_explained="Var och en blir som den var. Den sammanslagna läggs i papperskorgen.",
    split_hands=Plural(
        "{n} håller med den sammanslagna. Det följer inte med.",
        "{n} håller med den sammanslagna. Det följer inte med.",
    ),
    split=Plural(
        "Uppdelad i {n} anteckning. {key_undo} ångrar.", "Uppdelad i {n} anteckningar. {key_undo} ångrar."
    ),
    not_merged="Anteckningen är inte sammanslagen av andra.",
    more=Plural("… och {n} till", "… och {n} till"),
    originals=Plural("Sammanslagen av {n} anteckning", "Sammanslagen av {n} anteckningar"),
    purged="raderad för gott",
    apart="står också för sig",
    version_merged="sammanslagen med andra",
    not_standing="Anteckningen ”{given}” är borttagen eller ingår redan i en annan. Inget är ändrat.",
    too_few="Ange minst två anteckningar att slå ihop. Slutet av deras id står i diskussion history.",
    kinds_differ="Anteckningarna har olika kategorier och hålls isär. Ska de bli en, lägg till --kind KATEGORI.",
    text_of_one="--text är texten till en enda anteckning. Lägg till --kind KATEGORI, eller slå ihop en kategori i taget.",
    hands_wrong="”{given}” säger inte hur de som håller med ska räknas. Skriv sum, highest eller ett tal, högst 999.",
    split_what="Ange vilken anteckning som ska delas upp. Slutet av dess id står i diskussion history.",
    similar_what="Skriv texten att jämföra med sist på raden.",
)
