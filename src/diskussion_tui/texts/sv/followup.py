"""Swedish: following up."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.followup import FollowUpWords

WORDS = FollowUpWords(
    title="Uppföljning",
    find_prompt="Sök bland åtgärderna",
    overdue="! Försenade",
    open="Att göra",
    done="Klara",
    none="Inga åtgärder ännu. De skrivs i en diskussions sammanfattning, till exempel: Ring regionen @Anna senast 1/12.",
    count_overdue=Plural("! {n} försenad", "! {n} försenade"),
    count_open=Plural("{n} att göra", "{n} att göra"),
    count_done=Plural("{n} klar", "{n} klara"),
    is_overdue="försenad",
    is_open="öppen",
    is_done="klar",
    not_done="inte klar",
    told_done="Klar, sparat i diskussionen. {key_untell} ångrar.",
    told_open="Inte klar än, sparat i diskussionen. {key_untell} ångrar.",
    undone="Ångrat: {text}",
    nothing_to_undo="Här är inget att ångra.",
    not_told="Det gick inte att spara: {why}. Åtgärden är som den var.",
    still_telling="Sparas när mappen svarar. Uppdatera med {key_look_again}.",
    not_looked="Mappen gick inte att läsa: {why}. Det som visas är som det var.",
    final="”{name}” är fastställd. Åtgärden är som den var.",
    none_chosen="Ingen åtgärd är vald.",
    hand_out="Åtgärderna att lämna ut",
    calendar="Kalender (.ics): öppna åtgärder med dag",
    table="Tabell (.csv): alla åtgärder",
    calendar_explained="En heldag för varje öppen åtgärd med dag: importera filen i en kalender. Kommer den igen flyttas de som redan finns där.",
    table_explained="En rad för varje åtgärd, de försenade först. Öppnas med Excel.",
    no_days="Ingen öppen åtgärd har en dag.",
    not_written="Filen kunde inte skrivas: {why}. Diskussionerna är som de var.",
    file="uppföljning",
    columns=("Senast", "Läge", "Ansvarig", "Åtgärd", "Del", "Diskussion", "Diskussionens dag", "Id"),
)
