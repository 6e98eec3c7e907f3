"""Swedish: a change that the shell could not make."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.changing import Changing

WORDS = Changing(
    final="”{name}” är fastställd och tar inte emot fler ändringar. Inget är ändrat. Öppna den igen först.",
    not_saved="Det gick inte att spara: {why}. Räkna inte med ändringen. Gör om den när felet är åtgärdat.",
    untidy="Ändringen är sparad, men filen {file} gick inte att skriva om: {why}. Den läggs in nästa gång diskussionen öppnas.",
    elsewhere="Det går inte att spara i diskussionens egen mapp. Ändringen är sparad i {folder} och flyttas tillbaka senare.",
)
