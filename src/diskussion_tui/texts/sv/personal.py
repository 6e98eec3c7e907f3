"""Swedish: personal data found in a text."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.personal import Personal

WORDS = Personal(
    names=(
        ("identity", "personnummer"),
        ("coordination", "samordningsnummer"),
        ("phone", "telefonnummer"),
        ("email", "e-postadress"),
        ("record", "journalnummer"),
    ),
    word_and="och",
    in_line="! {sorts} i raden. Maskera först: {key_mask}.",
    in_note="! {sorts} i anteckningen. {key_mask} maskerar.",
    in_note_only="! {sorts} i anteckningen, som inte går att ändra nu.",
    in_pasted=Plural(
        "{n} har personuppgifter: {key_to_notes} och {key_mask} maskerar.",
        "{n} har personuppgifter: {key_to_notes} och {key_mask} maskerar.",
    ),
    masked_line="Maskerat. {key_undo} ångrar.",
    masked_note="Maskerat. Den tidigare lydelsen finns kvar i historiken. {key_undo} ångrar.",
    nothing="Här finns inget att maskera.",
    piped=Plural(
        "Varning: {n} anteckning har personuppgifter. Maskera med diskussion personal DISKUSSION --mask:",
        "Varning: {n} anteckningar har personuppgifter. Maskera med diskussion personal DISKUSSION --mask:",
    ),
    found=Plural("{n} ställe har personuppgifter.", "{n} ställen har personuppgifter."),
    cannot_read="{file}: kunde inte läsas: {why}.",
    none_found="Inga personuppgifter upptäcktes. Namn på personer upptäcks aldrig.",
    none_to_mask="Här finns inget att maskera. Inget är ändrat.",
    done=Plural("Maskerat på {n} ställe.", "Maskerat på {n} ställen."),
    in_history="Den tidigare lydelsen finns kvar i historiken tills anteckningen raderas med diskussion purge.",
    in_draft="Det halvskrivna ändras bara i skrivraden. Öppna diskussionen för att ta bort det.",
    places=(("now", ""), ("bin", "i papperskorgen"), ("history", "i historiken"), ("draft", "halvskrivet")),
    mask_needs_one="Ange vilken diskussion som ska maskeras. En hel mapp maskeras inte på en gång.",
    note_needs_one="Ange vilken diskussion anteckningen hör till.",
    final="”{name}” är fastställd och kan inte ändras. Inget är maskerat. Öppna den igen först.",
)
