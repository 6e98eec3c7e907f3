"""Swedish: the guided practice."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.guide import Guide, Task

WORDS = Guide(
    number="{n} av {of} kvar",
    all_done=Task(
        "Klart! Du har provat allt. Fortsätt så länge du vill;",
        "{key_go_home} stänger övningen, och inget av den sparas.",
        "kommandot .stäng stänger övningen, och inget av den sparas.",
    ),
    only_in_practice=Task(
        "Övningarna finns när du övar:",
        "välj Öva på startsidan.",
        "de börjar med diskussion practise --line.",
    ),
    go=Task(
        "Gå till fråga A 2:",
        "tryck {key_jump}, skriv a2 och tryck {key_save_note}. {key_next_exercise} hoppar över en övning.",
        "skriv .gå A2. Kommandot .övning läser övningen igen, .övning nästa hoppar över den.",
    ),
    say=Task(
        "Skriv en anteckning",
        "och tryck {key_save_note}. {key_turn} byter kategori. Skriv en till som liknar den.",
        "på en rad. En annan kategori får ni med dess tecken: .k +. Skriv en till som liknar den.",
    ),
    hands=Task(
        "Räkna händer:",
        "gå till en anteckning med {key_to_notes} och tryck en siffra.",
        "skriv .h, en antecknings nummer och hur många, som .h 1 4.",
    ),
    dissent=Task(
        "Någon håller inte med:",
        "tryck {key_dissent_note} på anteckningen och skriv den avvikande meningen.",
        "skriv .avvikande, numret och den avvikande meningen.",
    ),
    merge=Task(
        "Två säger samma sak:",
        "markera båda med {key_mark_note} och slå ihop dem med {key_merge_notes} och {key_save_note}.",
        "skriv .slå ihop och båda numren. Kommandot .l läser upp dem.",
    ),
    place=Task(
        "Var i vården?",
        "Välj en anteckning, tryck {key_compass}, skriv ”aku” och tryck {key_save_note}.",
        "Skriv .placera, numret och en plats, som .placera 1 närakuter.",
    ),
    tag=Task(
        "Skriv en anteckning med en tagg, till exempel #fax.",
        "{key_filter} visar sedan bara de taggade.",
        "Kommandot .sök tagg:fax läser sedan bara de taggade.",
    ),
    park=Task(
        "Spara till senare:",
        "välj en anteckning och tryck {key_park_note}. {key_parked} visar det som är parkerat.",
        "skriv .parkera och numret. Kommandot .parkerat läser det som är parkerat.",
    ),
    rank=Task(
        "Vad väger tyngst?",
        "Tryck {key_rank} bland anteckningarna, välj prickar och ge några anteckningar siffror.",
        "Skriv .runda 3 för tre prickar per person, sedan .prickar med nummer och antal, som .prickar 1 2.",
    ),
    clock=Task(
        "Samtalet drar ut på tiden:",
        "öppna körschemat med {key_plan} och tryck {key_add_five} för fem minuter till.",
        "skriv .minuter +5 för fem minuter till. Kommandot .körschema läser planen.",
    ),
    cues=Task(
        "Läs stödorden för momentet",
        "med {key_cues}. De visas aldrig i storbild, men på en speglad skärm läser rummet med.",
        "med .stödord. De visas aldrig i storbild.",
    ),
    mask=Task(
        "Skriv ett påhittat personnummer, 19121212-1212.",
        "Raden under varnar: maskera det med {key_mask}.",
        "Det varnas för det: skriv .maskera och anteckningens nummer.",
    ),
    conclude=Task(
        "Vad blev det?",
        "Välj en anteckning, tryck {key_conclude_note} och gör en slutsats av den.",
        "Skriv .slutsats och en antecknings nummer.",
    ),
)
