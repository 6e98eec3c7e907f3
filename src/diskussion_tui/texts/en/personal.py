"""English: personal data found in a text."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.personal import Personal

WORDS = Personal(
    names=(
        ("identity", "identity number"),
        ("coordination", "coordination number"),
        ("phone", "phone number"),
        ("email", "e-mail address"),
        ("record", "record number"),
    ),
    word_and="and",
    in_line="! {sorts} here. Mask first: {key_mask}.",
    in_note="! {sorts} in the note. {key_mask} masks it.",
    in_note_only="! {sorts} in the note, which cannot be changed now.",
    in_pasted=Plural(
        "{n} has personal data: {key_to_notes} and {key_mask} mask it.",
        "{n} have personal data: {key_to_notes} and {key_mask} mask them.",
    ),
    masked_line="Masked. {key_undo} undoes it.",
    masked_note="Masked. The earlier wording stays in the history. {key_undo} undoes it.",
    nothing="There is nothing to mask here.",
    piped=Plural(
        "Warning: {n} note has personal data. Mask it with diskussion personal DISCUSSION --mask:",
        "Warning: {n} notes have personal data. Mask them with diskussion personal DISCUSSION --mask:",
    ),
    found=Plural("{n} place has personal data.", "{n} places have personal data."),
    cannot_read="{file}: could not be read: {why}.",
    none_found="No personal data was found. Names of people are never found.",
    none_to_mask="There is nothing to mask here. Nothing has changed.",
    done=Plural("Masked in {n} place.", "Masked in {n} places."),
    in_history="The earlier wording stays in the history until the note is purged with diskussion purge.",
    in_draft="What is half typed changes only in the line itself. Open the discussion to remove it.",
    places=(("now", ""), ("bin", "in the bin"), ("history", "in the history"), ("draft", "half typed")),
    mask_needs_one="Say which discussion to mask. A whole folder is not masked at once.",
    note_needs_one="Say which discussion the note belongs to.",
    final="“{name}” is final and cannot be changed. Nothing is masked. Reopen it first.",
)
