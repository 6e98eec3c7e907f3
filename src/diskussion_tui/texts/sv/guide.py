"""Swedish: the guided practice."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.guide import Guide

WORDS = Guide(
    number="Övning {n} av {of}",
    all_done="Klart! Du har provat allt. Fortsätt så länge du vill; {go_home} stänger övningen, och inget av den sparas.",
    only_in_practice="Övningarna finns när du övar: välj Öva på startsidan.",
    go="Gå till fråga A 2: tryck {jump}, skriv a2 och tryck {save_note}. {next_exercise} hoppar över en övning.",
    say="Skriv en anteckning och tryck {save_note}. Tab byter slag. Skriv en till som liknar den.",
    hands="Räkna händer: gå till en anteckning med {to_notes} och tryck en siffra.",
    dissent="Någon håller inte med: tryck {dissent_note} på anteckningen och skriv den avvikande meningen.",
    merge="Två säger samma sak: markera båda med {mark_note} och slå ihop dem med {merge_notes} och {save_note}.",
    place="Var i vården? Välj en anteckning, tryck {compass}, skriv ”aku” och tryck {save_note}.",
    tag="Skriv en anteckning med en tagg, till exempel #fax. {filter} visar sedan bara de taggade.",
    park="Spara till senare: välj en anteckning och tryck {park_note}. {parked} visar det som är parkerat.",
    rank="Vad väger tyngst? Tryck {rank} bland anteckningarna, välj prickar och ge några anteckningar siffror.",
    clock="Samtalet drar ut på tiden: öppna körschemat med {plan} och tryck 5 för fem minuter till.",
    cues="Läs stödorden för momentet med {cues}. Bara du ser dem, inte rummet.",
    mask="Skriv ett påhittat personnummer, 19121212-1212. Raden under varnar: maskera det med {mask}.",
    conclude="Vad blev det? Välj en anteckning, tryck {conclude_note} och gör en slutsats av den.",
)
