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
    written="Rapporten finns i\n{file}",
    more=Plural("Och {n} till intill den.", "Och {n} till intill den."),
    not_written="Rapporten kunde inte skrivas: {why}. Diskussionen är sparad.",
    hand_out="En rapport att lämna ut",
    web_page="Webbsida",
    calendar="Kalender: åtgärder med dag",
    calendar_explained="En heldag för varje öppen åtgärd med dag: importera filen i en kalender. Kommer den igen flyttas de som redan finns där.",
    every_format="Alla format",
    internal="internt",
    public="för andra, utan namn",
    whole="internt, med historik",
    with_names="Med namn: {names}.",
    no_names="Inga namn är angivna.",
    with_file="I PDF:en ligger diskussionens fil, så att den kan läsas in igen.",
    with_history="Filen har också det som tagits bort ({withdrawn}) och tidigare ordalydelser ({reworded}).",
    without_history="Det som tagits bort ({withdrawn}) och tidigare ordalydelser ({reworded}) följer inte med.",
    without_names="Utan namn på samtalsledare, antecknare och ansvariga, utan @namn, historik och diskussionens fil. Färre än {n} personer anges inte som antal. Namn i löpande text känns inte igen: läs igenom först.",
    personal=Plural(
        "{n} text ser ut att innehålla personuppgifter.", "{n} texter ser ut att innehålla personuppgifter."
    ),
    personal_explained="Ta hellre bort dem först. Lämna ut ändå? Du får då ange ett skäl, som skrivs först i rapporten.",
    reason_title="Varför får uppgifterna lämnas ut?",
    reason_label="Skäl",
    reason_example="till exempel numret är växelns",
    no_reason="Utan skäl skrivs ingen rapport.",
    writing_one="Skriver {format}, {n} av {of} …",
    left_writing="Rapporten skrivs klart i bakgrunden, om mappen svarar. Diskussionen är sparad.",
    is_written="Rapporten är skriven",
    enough="Klart",
    open_it="Öppna den",
    open_folder="Visa mappen",
    no_opener="Här finns inget program som öppnar filer.",
    copied="Kopierad, om terminalen tillåter det. Går det inte att klistra in: skriv rapporten som ren text.",
    no_line="Här finns ingen rad att skriva i. {key_leave_handover} går tillbaka till diskussionen.",
    nothing_done="Inget av det du skrev är sparat, och ingenting gjordes.",
    not_practising="Av en övning finns inget att lämna över.",
)
