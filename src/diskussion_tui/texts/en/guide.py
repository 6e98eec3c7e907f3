"""English: the guided practice."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.guide import Guide, Task

WORDS = Guide(
    number="{n} of {of} left",
    all_done=Task(
        "Done! You have tried everything. Go on as long as you like;",
        "{key_go_home} closes the practice, and nothing of it is kept.",
        "the command .quit closes the practice, and nothing of it is kept.",
    ),
    only_in_practice=Task(
        "The exercises are there when you practise:",
        "choose Practise at home.",
        "they begin with diskussion practise --line.",
    ),
    go=Task(
        "Go to question A 2:",
        "press {key_jump}, type a2 and press {key_save_note}. {key_next_exercise} skips an exercise.",
        "type .go A2. The command .exercise reads the exercise again, .exercise next skips it.",
    ),
    say=Task(
        "Write a note",
        "and press {key_save_note}. {key_turn} changes its kind. Write another one that is much the same.",
        "on a line. Another kind comes with its sign: .k +. Write another one that is much the same.",
    ),
    hands=Task(
        "Count hands:",
        "go to a note with {key_to_notes} and press a digit.",
        "type .h, the number of a note and how many, like .h 1 4.",
    ),
    dissent=Task(
        "Somebody disagrees:",
        "press {key_dissent_note} on the note and write down the dissenting opinion.",
        "type .dissent, the number and the dissenting opinion.",
    ),
    merge=Task(
        "Two say the same thing:",
        "mark both with {key_mark_note} and merge them with {key_merge_notes} and {key_save_note}.",
        "type .merge and both numbers. The command .r reads them.",
    ),
    place=Task(
        "Where in care?",
        "Choose a note, press {key_compass}, type “aku” and press {key_save_note}.",
        "Type .place, the number and a place, like .place 1 närakuter.",
    ),
    tag=Task(
        "Write a note with a tag, such as #fax.",
        "{key_filter} then shows only those that have it.",
        "The command .find tag:fax then reads only those that have it.",
    ),
    park=Task(
        "Keep it for later:",
        "choose a note and press {key_park_note}. {key_parked} shows what is parked.",
        "type .park and the number. The command .parked reads what is parked.",
    ),
    rank=Task(
        "What weighs most?",
        "Press {key_rank} among the notes, choose dots and give some notes digits.",
        "Type .round 3 for three dots each, then .dots with numbers and counts, like .dots 1 2.",
    ),
    clock=Task(
        "Running over:",
        "open the run of show with {key_plan} and press {key_add_five} for five more minutes.",
        "type .minutes +5 for five more minutes. The command .plan reads the run of show.",
    ),
    cues=Task(
        "Read the cues of this step",
        "with {key_cues}. They never show in the big picture, but on a mirrored screen the room reads along.",
        "with .cues. They never show in the big picture.",
    ),
    mask=Task(
        "Type a made-up personal identity number, 19121212-1212.",
        "The line below warns: mask it with {key_mask}.",
        "You are warned of it: type .mask and the number of the note.",
    ),
    conclude=Task(
        "What came of it?",
        "Choose a note, press {key_conclude_note} and make a conclusion of it.",
        "Type .conclude and the number of a note.",
    ),
)
