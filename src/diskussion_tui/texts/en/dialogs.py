"""English: what opens over a screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.dialogs import Dialogs

WORDS = Dialogs(
    yes="Yes",
    no="No",
    close_hint="{key_close} closes",
    scroll_hint="{key_up} {key_down} scroll",
    choose_hint="{key_up} {key_down} choose   {key_take} takes   {key_close} closes",
    ask_hint="{key_switch} switches   {key_take} takes   {key_close} no",
    form_hint_one="{key_take} done   {key_close} cancels",
    form_hint="{key_take} next   {key_done} done   {key_close} cancels",
    filter="Type to search",
    nothing_matches="Nothing matches.",
    name="Name",
    name_missing="Write a name.",
    details_title="Details of the session",
    number_wrong="Write a number with digits, 0–9999.",
    jump_title="Go to",
    move_title="Move to",
    bin_title="Bin",
    versions_title="Versions of the note",
    palette_title="All commands",
    help_title="Help",
    help_writing="Write what is said and press {key_save_note}, and it is saved.",
    help_kinds="The kinds, with the key that picks them in an empty line:",
    help_notes="The signs: ● agrees, ★ star, ! dissent, ⌖ place on the compass.",
    help_walk="Names of people are not detected: write no personal data.",
    help_home="Each session is one file, in plain text.",
    cues_title="Cues for the facilitator",
    finish_question="Make the session final?",
    finish_explained="Then nothing changes by mistake. It can be opened again.",
    problems_title="Errors in the workbook",
    problems_explained="Mend the file and start again. diskussion check shows the same list.",
    faults_title="This could not be read",
    faults_explained="Everything else is here. The original is kept in the folder .live before the file is rewritten.",
    error_title="Something went wrong in the program",
    error_explained="What you have saved is in the file. The error:",
    unheard="Something that the terminal sent could not be read and was left out. See whether anything is missing. The error: {error}",
)
