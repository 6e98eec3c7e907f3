"""Swedish: working on notes by their numbers."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.numbers import Numbers

WORDS = Numbers(
    hands="Händer",
    hands_for="Händer på {n}",
    merge="Slå ihop",
    mark="Markera",
    conclude="Slutsats av",
    dots="Prickar",
    hands_hint="7 12 {key_save_note} ger anteckning 7 tolv händer. {key_turn}: slå ihop, markera, slutsats.",
    hands_for_hint="Skriv hur många och tryck {key_save_note}.",
    merge_hint="7 11 {key_save_note} slår ihop anteckning 7 och 11. {key_turn}: markera, slutsats, händer.",
    mark_hint="7 11 {key_save_note} markerar 7 och 11, eller avmarkerar. {key_turn}: slutsats, händer, slå ihop.",
    conclude_hint="7 11 {key_save_note} gör en slutsats av 7 och 11. {key_turn}: händer, slå ihop, markera.",
    dots_hint="7 3 {key_save_note} ger anteckning 7 tre prickar. Flera på en gång: 7 3 9 2. {key_leave_edit} avbryter.",
    turn="något annat",
    counted="{n}: {hands} · ”{text}”",
    given="{n}: {dots} · ”{text}”",
    several="Håller med: {each}.",
    no_numbers="Det där är inte nummer. Skriv som 7 12, eller tryck {key_leave_edit} så blir det en vanlig anteckning.",
    no_such="Ingen anteckning har nummer {n} här. Det högsta är {most}.",
    withdrawn="Anteckning {n} är borttagen. {key_bin} öppnar papperskorgen.",
    parked="Anteckning {n} är parkerad. {key_parked} visar de parkerade.",
    moved="Anteckning {n} är flyttad till en annan fråga.",
    merged="Anteckning {n} ingår numera i {now}.",
    merged_elsewhere="Anteckning {n} ingår i en annan som inte står här.",
    two_needed="Det behövs minst två nummer för att slå ihop.",
    too_many="Så många kan det inte vara. Högst {most}.",
    odd="Skriv nummer och prickar två och två, som 7 3 9 2.",
    not_here="Här finns inga numrerade anteckningar. Gå till frågan som de hör till.",
)
