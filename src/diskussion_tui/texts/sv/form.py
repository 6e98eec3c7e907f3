"""Swedish: a form that is filled in."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.form import FormWords

WORDS = FormWords(
    subject="Formulär att fylla i",
    how_typed="Klicka i en ruta och skriv: en anteckning per rad. Spara som {name}.pdf och skicka in filen.",
    how_written="Skriv en anteckning per rad. I rutan efter raden skriver ni hur många som håller med.",
    who="Vilka ni är",
    name="Gruppens namn",
    date_like="till exempel 2026-11-19",
    notes="Anteckningar",
    own="Gruppens egen fråga",
    wording="Frågan med gruppens egna ord",
    verdict="Framtidsbilden",
    hands="håller med",
    without_kind="Utan kategori",
    tip_detail="{what}",
    tip_notes="{what} En anteckning per rad.",
    tip_kind="{kind}. {what} En anteckning per rad.",
    tip_wording="{what}. Frågan som gruppen vill ställa",
    tip_verdict="{what}",
    tip_option="{what} Svar: {kind}",
    hidden="Vilket arbetshäfte formuläret hör till. Fylls inte i.",
    file_typed="formulär",
    file_written="att-skriva-på",
    not_carried="I formuläret följer inte med: antal som håller med, avvikande meningar, stjärnor, platser på kompassen, slutsatser och historik.",
    missing="För formuläret behövs tillägget ”dokument”. Installera programmet med det: {command}",
    one_of_them="Välj en av --prefilled och --print: det som skrivs med penna börjar tomt.",
)
