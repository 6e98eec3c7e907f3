"""Swedish: the first screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.home import Home

WORDS = Home(
    title="Diskussion",
    go_on="Fortsätt",
    at_question="fråga {id}",
    new="Ny diskussion",
    new_reason="det räcker med ett namn",
    practise="Öva",
    practise_reason="tio minuter på ett påhittat exempel",
    search="Sök",
    search_hint="i namn och anteckningar",
    found="{notes} i {sessions}",
    none_yet="Inga diskussioner ännu. Tryck {key_open} för att börja den första.",
    none_found="Inget hittat. Pröva färre eller kortare ord.",
    today="i dag",
    yesterday="i går",
    workbook_faulty="Arbetshäftet har fel och går inte att leda. Tidigare diskussioner finns kvar.",
    other_workbook="Diskussionen hör till arbetshäftet ”{id}”. Starta med --content och det häftets fil.",
    cannot_open="Filen gick inte att öppna. Den är orörd.",
    cannot_begin="Diskussionen kunde inte skapas i {folder}: {why}. Inget har skrivits.",
)
