"""English: working on notes by their numbers."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.numbers import Numbers

WORDS = Numbers(
    hands="Hands",
    hands_for="Hands for {n}",
    merge="Merge",
    mark="Mark",
    conclude="Conclude from",
    dots="Dots",
    hands_hint="7 12 {key_save_note} gives note 7 twelve hands. {key_turn}: merge, mark, conclude.",
    hands_for_hint="Type how many and press {key_save_note}.",
    merge_hint="7 11 {key_save_note} merges notes 7 and 11. {key_turn}: mark, conclude, hands.",
    mark_hint="7 11 {key_save_note} marks 7 and 11, or takes the marks off. {key_turn}: conclude, hands, merge.",
    conclude_hint="7 11 {key_save_note} makes a conclusion of 7 and 11. {key_turn}: hands, merge, mark.",
    dots_hint="7 3 {key_save_note} gives note 7 three dots. Several at once: 7 3 9 2. {key_leave_edit} cancels.",
    turn="something else",
    counted="{n}: {hands} · “{text}”",
    given="{n}: {dots} · “{text}”",
    several="Agree: {each}.",
    no_numbers="Those are not numbers. Write like 7 12, or press {key_leave_edit} to make it an ordinary note.",
    no_such="No note has number {n} here. The highest is {most}.",
    withdrawn="Note {n} has been deleted. {key_bin} opens the bin.",
    parked="Note {n} is parked. {key_parked} shows what is parked.",
    moved="Note {n} has been moved to another question.",
    merged="Note {n} is part of {now} now.",
    merged_elsewhere="Note {n} is part of another one that is not here.",
    two_needed="It takes at least two numbers to merge.",
    too_many="It cannot be that many. At most {most}.",
    odd="Write numbers and dots two by two, like 7 3 9 2.",
    not_here="There are no numbered notes here. Go to the question they belong to.",
)
