"""Swedish: the guided practice."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.guide import Guide

WORDS = Guide(
    number="{n} av {of} kvar",
    all_done="Klart! Du har provat allt. Fortsätt så länge du vill; {key_go_home} stänger övningen, och inget av den sparas.",
    only_in_practice="Övningarna finns när du övar: välj Öva på startsidan.",
    go="Gå till fråga A 2: tryck {key_jump}, skriv a2 och tryck {key_save_note}. {key_next_exercise} hoppar över en övning.",
    say="Skriv en anteckning och tryck {key_save_note}. {key_turn} byter kategori. Skriv en till som liknar den.",
    hands="Räkna händer: gå till en anteckning med {key_to_notes} och tryck en siffra.",
    dissent="Någon håller inte med: tryck {key_dissent_note} på anteckningen och skriv den avvikande meningen.",
    merge="Två säger samma sak: markera båda med {key_mark_note} och slå ihop dem med {key_merge_notes} och {key_save_note}.",
    place="Var i vården? Välj en anteckning, tryck {key_compass}, skriv ”aku” och tryck {key_save_note}.",
    tag="Skriv en anteckning med en tagg, till exempel #fax. {key_filter} visar sedan bara de taggade.",
    park="Spara till senare: välj en anteckning och tryck {key_park_note}. {key_parked} visar det som är parkerat.",
    rank="Vad väger tyngst? Tryck {key_rank} bland anteckningarna, välj prickar och ge några anteckningar siffror.",
    clock="Samtalet drar ut på tiden: öppna körschemat med {key_plan} och tryck {key_add_five} för fem minuter till.",
    cues="Läs stödorden för momentet med {key_cues}. De visas aldrig i storbild, men på en speglad skärm läser rummet med.",
    mask="Skriv ett påhittat personnummer, 19121212-1212. Raden under varnar: maskera det med {key_mask}.",
    conclude="Vad blev det? Välj en anteckning, tryck {key_conclude_note} och gör en slutsats av den.",
)
