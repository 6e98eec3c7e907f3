"""Swedish: the field's words that more than one place uses."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.terms import Terms

WORDS = Terms(
    note="Anteckning",
    notes=Plural("{n} anteckning", "{n} anteckningar"),
    sessions=Plural("{n} diskussion", "{n} diskussioner"),
    draft="utkast",
    final="fastställd",
    own_question="Gruppens egen fråga",
    compass="Kompass",
    background="Bakgrund",
    glossary="Förkortningar",
    reflections="Reflektioner",
    facilitator="Samtalsledare",
    note_taker="Antecknare",
    place="Plats",
    unit="Verksamhet",
    registry_number="Diarienummer",
    information_class="Informationsklass",
    retention="Gallring eller bevarande",
    participants="Antal deltagare",
    date="Datum",
    verdict="Framtidsbilden",
    dissent="avvikande mening",
    supporters=Plural("{n} håller med", "{n} håller med"),
    minutes_left=Plural("{n} min kvar", "{n} min kvar"),
    expected_end="klar {time}",
    file_name="Filens namn",
    workbook="Arbetshäfte",
    other_notes="Övriga anteckningar",
)
