"""English: the first screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.home import Home

WORDS = Home(
    title="Discussion",
    go_on="Continue",
    at_question="question {id}",
    also_said="also:",
    new="New discussion",
    new_reason="type a name and press {key_open}",
    named="“{name}”",
    which_is_meant="There is already a “{name}”. Which one do you mean?",
    go_on_with="Continue “{name}”",
    open_that="Open “{name}”",
    begin_another="Begin another: “{name}”",
    called_so="Should a new discussion be called “{name}”?",
    called_so_explained="It looks like a search. No takes you back to it, and nothing has begun.",
    practise="Practise",
    practise_reason="ten minutes on a made-up example",
    prompt="›",
    line_hint="Type a name to begin, or something to search for",
    indexing="read {done} of {of}",
    searching="searching …",
    found="{notes} in {sessions}",
    none_yet="No discussions yet. Type a name and press {key_open} to begin the first.",
    none_found="No matches. Try fewer or shorter words.",
    today="today",
    yesterday="yesterday",
    workbook_faulty="The workbook has errors and cannot be led. Past discussions are still here.",
    other_workbook="The discussion belongs to the workbook “{id}”. Start with --content and that workbook's file.",
    cannot_open="The file could not be opened. It is untouched. Ask for permission to read it, or choose another folder.",
    cannot_begin="The discussion could not be made in {folder}: {why}. Nothing was written.",
)
