"""English: the field's words that more than one place uses."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.terms import Terms

WORDS = Terms(
    note="Note",
    notes=Plural("{n} note", "{n} notes"),
    sessions=Plural("{n} discussion", "{n} discussions"),
    draft="draft",
    final="final",
    own_question="The group's own question",
    compass="Compass",
    background="Background",
    glossary="Short forms",
    reflections="Reflections",
    facilitator="Facilitator",
    note_taker="Note-taker",
    place="Place",
    unit="Unit",
    registry_number="Registry number",
    information_class="Information class",
    retention="Retention or disposal",
    participants="Participants",
    date="Date",
    verdict="The picture",
    dissent="dissent",
    supporters=Plural("{n} agrees", "{n} agree"),
    minutes_left=Plural("{n} min left", "{n} min left"),
    expected_end="ends {time}",
    file_name="File name",
    workbook="Workbook",
    other_notes="Other notes",
)
