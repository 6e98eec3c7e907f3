"""Swedish: the compass."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.placing import Placing

WORDS = Placing(
    title="Placera på kompassen",
    placed="placerad",
    proposed="föreslås: ”{word}”",
    hint="{key_take} placera eller ta bort   {key_several} flera   {key_close} klar",
    footer="placera",
    done="Placerad: {cells}. {key_undo} ångrar.",
    taken_off="Inte längre placerad: {cells}. {key_undo} ångrar.",
    summary="Anteckningar på kompassen",
    summary_rule="Ett tecken för varje anteckning, efter kategori",
    other_cells="Övriga platser",
    cell_title="{cell}: {notes}",
    cell_hint="{key_up}{key_down} väljer en plats med anteckningar, {key_edit_note} visar dem",
    cell_missing="Ange var på kompassen anteckningen hör hemma. Platserna:",
    no_such_cell="”{given}” finns inte på kompassen. Platserna:",
    several_cells="”{given}” passar in på flera platser. Skriv mer av namnet, eller platsens id:",
    note_missing="Ange vilken anteckning: slutet av dess id, som i diskussion history.",
    note_gone="Anteckningen {id} är borttagen. Återställ den ur papperskorgen först.",
    none_placed="Ingen anteckning är placerad på kompassen.",
)
