"""English: merging notes and splitting them again."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.merging import Merging

WORDS = Merging(
    mark="✓ marked",
    marked=Plural("{n} note marked.", "{n} notes marked."),
    marked_among=Plural(
        "{n} marked. {key_merge_notes} merges it with another, {key_back_to_writing} unmarks it.",
        "{n} marked. {key_merge_notes} merges them, {key_back_to_writing} unmarks them.",
    ),
    of=Plural("⌞ merged from {n}", "⌞ merged from {n}"),
    like="similar:",
    opposite="opposite?:",
    title=Plural("Merge {n} note", "Merge {n} notes"),
    part="{number} of {all}",
    choose_text="Choose one of the texts, or write your own:",
    own_text="own text",
    hands="Agree",
    hands_sum="all: {n}",
    hands_highest="the same people: at most {n}",
    hands_key="{key_count} chooses",
    kind="Kind",
    kind_key="{key_switch} chooses",
    kinds_apart="kept apart",
    kinds_alone="They are of different kinds and are kept apart. To make one of them, choose a kind with {key_switch}.",
    hint="{key_take} merge   {key_up}{key_down} text   {key_change} change   {key_close} cancel",
    with_which="Merge with",
    nothing_else="There is no other note to merge it with.",
    merged=Plural("{n} note merged. {key_undo} undoes.", "{n} notes are one now. {key_undo} undoes."),
    merged_apart=Plural(
        "Merged into {n} note. {key_undo} undoes.",
        "Merged into {n} notes, each kind by itself. {key_undo} undoes.",
    ),
    merged_under="It stands under {step}.",
    elsewhere="It came from notes that are part of another one now. Split that one first.",
    split_question=Plural("Split into {n} note?", "Split into {n} notes?"),
    split_explained="Each becomes what it was. The merged one goes to the bin.",
    split_hands=Plural(
        "{n} agrees with the merged one. That does not come along.",
        "{n} agree with the merged one. That does not come along.",
    ),
    split=Plural("Split into {n} note. {key_undo} undoes.", "Split into {n} notes. {key_undo} undoes."),
    not_merged="The note was not merged from others.",
    more=Plural("… and {n} more", "… and {n} more"),
    originals=Plural("Merged from {n} note", "Merged from {n} notes"),
    purged="purged for good",
    apart="also stands by itself",
    version_merged="merged with others",
    not_standing="The note “{given}” is withdrawn or part of another already. Nothing was changed.",
    too_few="Name at least two notes to merge. The ends of their ids stand in diskussion history.",
    kinds_differ="The notes are of different kinds and are kept apart. To make one of them, add --kind KIND.",
    text_of_one="--text is the text of one note. Add --kind KIND, or merge one kind at a time.",
    hands_wrong="“{given}” does not say how to count those who agree. Write sum, highest or a number, 999 at most.",
    split_what="Name the note to split. The end of its id stands in diskussion history.",
    similar_what="Write the text to compare with at the end of the line.",
)
