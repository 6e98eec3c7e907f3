"""Swedish: the page at the end of a discussion."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.handover import Handover

WORDS = Handover(
    done="Klart.",
    so_far="Så här långt.",
    actions="Åtgärder",
    file="Filen",
    pdf="Rapport som PDF",
    every="Rapporter i alla format: PDF, Word, Excel, webbsida …",
    copy="Kopiera rapporten",
    following="Nästa diskussion: skriv dess namn på första sidan",
    writing="Skriver rapporten …",
    written="Rapporten finns i {file}",
    more=Plural("Och {n} till intill den.", "Och {n} till intill den."),
    not_written="Rapporten kunde inte skrivas: {why}. Diskussionen är sparad.",
    slow="Mappen svarar inte. Diskussionen är sparad; försök med rapporten igen om en stund.",
    copied="Kopierad, om terminalen tillåter det. Går det inte att klistra in: skriv rapporten som ren text.",
    no_line="Här finns ingen rad att skriva i. {key_leave_handover} går tillbaka till diskussionen.",
    not_practising="Av en övning finns inget att lämna över.",
)
