"""The words of the field's words that more than one place uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Terms(Words):
    """The field's words that more than one place uses."""

    note: str
    notes: Plural
    sessions: Plural
    draft: str
    final: str
    own_question: str
    compass: str
    background: str
    glossary: str
    reflections: str
    facilitator: str
    note_taker: str
    place: str
    unit: str
    registry_number: str
    information_class: str
    retention: str
    participants: str
    date: str
    verdict: str
    dissent: str
    supporters: Plural
    minutes_left: Plural
    expected_end: str
    file_name: str
    workbook: str
    other_notes: str
