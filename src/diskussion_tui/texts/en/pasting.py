"""English: a list that is pasted or piped."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.pasting import Pasting

WORDS = Pasting(
    names=(
        ("bullets", "the bullets"),
        ("signs", "the signs of the list"),
        ("numbers", "the numbering"),
        ("boxes", "the check boxes"),
        ("quotes", "quotes around cells"),
        ("kinds", "signs that chose the line's category"),
    ),
    question=Plural("Paste {n} note?", "Paste {n} notes?"),
    question_of_kind=Plural("Paste {n} note into {{kind}}?", "Paste {n} notes into {{kind}}?"),
    more=Plural("… and {n} more", "… and {n} more"),
    by_line=Plural("Yes, {n} note", "Yes, {n} notes, one a line"),
    joined=Plural(
        "Stitch broken lines together ({key_join}): {n} note",
        "Stitch broken lines together ({key_join}): {n} notes",
    ),
    as_text="No, put the whole text in the line",
    hint="{key_up} {key_down} switch   {key_take} chooses   {key_close} no",
    answer_first="Choose first: {key_up} {key_down} switch, {key_take} chooses, {key_close} is no.",
    hint_of_kind="{key_up} {key_down} switch   {key_switch} category   {key_take} chooses   {key_close} no",
    pasted=Plural("{n} note pasted.", "{n} notes pasted."),
    taken="Taken off: {taken}.",
    too_much="At most {most} characters can be pasted at once, this is {n}. Nothing was pasted. Split the text.",
    too_much_piped="At most {most} characters are taken in at once. Nothing was written down. Split the text.",
    copied=Plural(
        "{n} character copied. If it cannot be pasted: hold Shift down and drag instead.",
        "{n} characters copied. If it cannot be pasted: hold Shift down and drag instead.",
    ),
    copy_hint="The terminal pastes with Ctrl+Shift+V (⌘V on a Mac), often with a right click too.",
)
