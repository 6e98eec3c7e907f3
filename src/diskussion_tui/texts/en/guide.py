"""English: the guided practice."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.guide import Guide

WORDS = Guide(
    number="{n} of {of} left",
    all_done="Done! You have tried everything. Go on as long as you like; {key_go_home} closes the practice, and nothing of it is kept.",
    only_in_practice="The exercises are there when you practise: choose Practise at home.",
    go="Go to question A 2: press {key_jump}, type a2 and press {key_save_note}. {key_next_exercise} skips an exercise.",
    say="Write a note and press {key_save_note}. {key_turn} changes its kind. Write another one that is much the same.",
    hands="Count hands: go to a note with {key_to_notes} and press a digit.",
    dissent="Somebody disagrees: press {key_dissent_note} on the note and write down the dissenting opinion.",
    merge="Two say the same thing: mark both with {key_mark_note} and merge them with {key_merge_notes} and {key_save_note}.",
    place="Where in care? Choose a note, press {key_compass}, type “aku” and press {key_save_note}.",
    tag="Write a note with a tag, such as #fax. {key_filter} then shows only those that have it.",
    park="Keep it for later: choose a note and press {key_park_note}. {key_parked} shows what is parked.",
    rank="What weighs most? Press {key_rank} among the notes, choose dots and give some notes digits.",
    clock="Running over: open the run of show with {key_plan} and press {key_add_five} for five more minutes.",
    cues="Read the cues of this step with {key_cues}. They never show in the big picture, but on a mirrored screen the room reads along.",
    mask="Type a made-up personal identity number, 19121212-1212. The line below warns: mask it with {key_mask}.",
    conclude="What came of it? Choose a note, press {key_conclude_note} and make a conclusion of it.",
)
