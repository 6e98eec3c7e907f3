"""Swedish: the first screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.home import Home

WORDS = Home(
    title="Diskussion",
    go_on="Fortsätt",
    at_question="fråga {id}",
    also_said="även:",
    new="Ny diskussion",
    new_reason="skriv ett namn och tryck {key_open}",
    named="”{name}”",
    which_is_meant="Det finns redan en ”{name}”. Vilken menar du?",
    go_on_with="Fortsätt ”{name}”",
    open_that="Öppna ”{name}”",
    begin_another="Börja en till: ”{name}”",
    called_so="Ska en ny diskussion heta ”{name}”?",
    called_so_explained="Det ser ut som en sökning. Nej går tillbaka till den, och inget har börjat.",
    practise="Öva",
    practise_reason="tio minuter på ett påhittat exempel",
    prompt="›",
    line_hint="Skriv ett namn för att börja, eller något att söka efter",
    indexing="läst {done} av {of}",
    searching="söker …",
    found="{notes} i {sessions}",
    none_yet="Inga diskussioner ännu. Skriv ett namn och tryck {key_open} för att börja den första.",
    none_found="Inga träffar. Prova färre eller kortare ord.",
    today="i dag",
    yesterday="i går",
    workbook_faulty="Arbetshäftet har fel och går inte att leda. Tidigare diskussioner finns kvar.",
    other_workbook="Diskussionen hör till arbetshäftet ”{id}”. Starta med --content och det häftets fil.",
    cannot_open="Filen gick inte att öppna. Den är orörd. Be om rättighet att läsa den, eller välj en annan mapp.",
    cannot_begin="Diskussionen kunde inte skapas i {folder}: {why}. Inget har skrivits.",
)
