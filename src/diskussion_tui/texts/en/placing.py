"""English: the compass."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.placing import Placing

WORDS = Placing(
    title="Place on the compass",
    placed="placed",
    proposed="proposed: “{word}”",
    hint="{key_take} places or takes off   {key_several} several   {key_close} done",
    footer="place",
    done="Placed: {cells}. {key_undo} undoes.",
    taken_off="No longer placed: {cells}. {key_undo} undoes.",
    summary="Notes on the compass",
    summary_rule="A sign for each note, by kind",
    other_cells="Other places",
    cell_title="{cell}: {notes}",
    cell_hint="{key_up}{key_down} choose a place with notes, {key_edit_note} shows them",
    cell_missing="Say where on the compass the note belongs. The places:",
    no_such_cell="“{given}” is not on the compass. The places:",
    several_cells="“{given}” fits several places. Write more of the name, or the place's id:",
    note_missing="Say which note: the end of its id, as in diskussion history.",
    note_gone="Note {id} is withdrawn. Bring it back from the bin first.",
    none_placed="No note is placed on the compass.",
)
