"""English: every command of the screens."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.commands import CommandTexts, CommandWords

WORDS = CommandTexts(
    next_exercise=CommandWords("next exercise", "Skips an exercise, when you practise."),
    save_note=CommandWords("save", "Saves the note and empties the line."),
    leave_edit=CommandWords("cancel", "Leaves an edit, or the big picture, as it was."),
    new_line=CommandWords("new line", "A new line in the same note. {key_new_line_2} does the same."),
    turn=CommandWords("kind", "The next kind, or the next verdict on the picture. {key_turn_2} goes back."),
    to_notes=CommandWords("edit", "Goes up among the notes."),
    next_step=CommandWords("next", "The next step."),
    previous_step=CommandWords("back", "The step before."),
    jump=CommandWords("go to", "Goes straight to a step, B 2 for example."),
    undo=CommandWords("undo", "Undoes the latest, also after a restart."),
    redo=CommandWords("redo", "Redoes what was undone."),
    help=CommandWords("help", "Shows the shortcuts and what the signs mean."),
    compass=CommandWords("compass", "Shows the compass. With a note chosen, places that note on it instead."),
    filter=CommandWords(
        "filter", "Shows only some notes: a kind, a tag, a table. Once more shows all of them."
    ),
    wording=CommandWords("own question", "Words the group's own question."),
    picture=CommandWords("picture", "Shows the picture of the section you are in."),
    big=CommandWords("big picture", "Shows what the room should read, large and with nothing around it."),
    room_back=CommandWords("big picture back", "Turns the big picture to earlier notes."),
    room_on=CommandWords(
        "big picture on", "Turns the big picture forward; after the last page it begins again."
    ),
    cues=CommandWords("cues", "Shows cues for the facilitator."),
    background=CommandWords("background", "Shows the background and the short forms."),
    page_start=CommandWords("to the beginning", "Shows the beginning of the page, while the line is empty."),
    page_end=CommandWords("to the end", "Shows the end of the page, while the line is empty."),
    pause=CommandWords("clock", "Stops the clock, or lets it go on."),
    called_dots=CommandWords("by number", "Gives dots by number: 7 3 gives note 7 three dots."),
    numbers=CommandWords(
        "hands",
        "Counts hands by the numbers of the notes: 7 12 gives note 7 twelve hands. Merges, marks and concludes by number too.",
    ),
    mask=CommandWords("mask", "Masks personal data that was found, in the line or in the chosen note."),
    details=CommandWords("meeting", "Name, place, facilitator, note-taker and participants."),
    bin=CommandWords("bin", "Restores a withdrawn note."),
    finish=CommandWords(
        "finalise", "Makes the discussion final, so that nothing changes by mistake, or opens it again."
    ),
    theme=CommandWords("theme", "Switches between dark, light and projector."),
    language=CommandWords("language", "Switches between Swedish and English."),
    palette=CommandWords("all commands", "Searches all commands."),
    go_home=CommandWords("all discussions", "Closes the discussion and shows them all. Everything is saved."),
    quit=CommandWords("quit", "Quits the program. Everything is saved."),
    edit_note=CommandWords("edit", "Puts the note in the line to write in."),
    withdraw_note=CommandWords("withdraw", "Puts the note in the bin."),
    star_note=CommandWords("star", "Sets a star or takes it off."),
    menu=CommandWords("menu", "Shows what can be done with what is chosen. On a note, once more marks it."),
    dissent_note=CommandWords(
        "dissent", "Marks that somebody does not agree, and lets you write what they say."
    ),
    hands=CommandWords("agree", "How many agree. Two digits in a row make a larger number."),
    kind_note=CommandWords("kind", "Changes the note's kind. The kind's own key does too."),
    versions_note=CommandWords("versions", "Shows the note's versions and lets you choose which one counts."),
    move_note=CommandWords("move", "Moves the note to another question."),
    mark_note=CommandWords(
        "mark", "Marks the note, or takes the mark off. It goes along to other questions. An action is done."
    ),
    merge_notes=CommandWords("merge", "Merges the marked notes, or the note with another."),
    split_note=CommandWords("split", "Splits a merged note into those it came from."),
    originals_note=CommandWords("originals", "Shows the notes that a merged one came from."),
    park_note=CommandWords("park", "Parks the note, or takes a parked one back."),
    conclude_note=CommandWords(
        "conclude",
        "Makes a conclusion of the note, or of the marked ones. {key_turn} turns it to an action or a message.",
    ),
    parked=CommandWords("parked", "Shows the parked notes. {key_take} takes the chosen one back."),
    table=CommandWords("table", "Picks which table speaks. New notes carry its name."),
    notes_conclusion=CommandWords("to the note", "Goes to the notes behind a conclusion."),
    fold_all=CommandWords("fold all", "Shows only the headings of the summary, or all of it again."),
    back_to_writing=CommandWords("write", "Back to the line to write in."),
    rank=CommandWords("prioritise", "Ranks the section's notes, by dots or in an order."),
    give_dots=CommandWords(
        "dots", "Gives the note its dots and goes on to the next. In an order: its place."
    ),
    ten_more=CommandWords(
        "ten more", "Gives the note ten more dots. Then a digit: {key_ten_more} and 2 are twelve."
    ),
    rank_up=CommandWords("up", "Moves the note up in the order."),
    rank_down=CommandWords("down", "Moves the note down in the order, and in the end out of it."),
    finish_round=CommandWords("finish", "Closes the round and shows the result."),
    reopen_round=CommandWords("reopen", "Reopens a closed round, with everything given in it."),
    new_round=CommandWords("new round", "Begins another round. Those before it stay."),
    other_round=CommandWords(
        "other rounds", "Shows the section's next round. {key_other_round_2} goes back."
    ),
    leave_round=CommandWords("back", "Back to the discussion. A round that is going on stays open."),
    find=CommandWords("find", "Searches what is shown. Where one only reads, a letter is enough."),
    find_next=CommandWords("next hit", "Goes to the next place where the words stand."),
    lead_on=CommandWords("lead on", "Leads the discussion on. Where it is final, it asks first."),
    leave_reading=CommandWords("back", "Closes the line that finds, or goes back to all discussions."),
    hand_over=CommandWords("hand over", "Shows what came of it, where the file is, and writes a report."),
    choose=CommandWords("choose", "Does what is chosen: writes a report, copies or goes on."),
    leave_handover=CommandWords("back", "Goes back to the discussion."),
    open=CommandWords("choose", "Does what is chosen: begins, continues or opens a discussion."),
    report=CommandWords("report", "Hands the discussion out as PDF, Word, Excel or a web page."),
    read_chosen=CommandWords("read", "Opens the chosen discussion to be read. Nothing is changed."),
    lead_chosen=CommandWords("lead on", "Leads the chosen discussion on, an older one too."),
    practise=CommandWords("practise", "Opens a made-up example. Nothing of it is kept."),
    clear=CommandWords(
        "empty the line",
        "Empties the line, so that all discussions are listed again. In an empty line it takes the marks away.",
    ),
    home_menu=CommandWords(
        "menu", "Shows, in an empty line, what can be done with the discussion that is chosen."
    ),
    narrow=CommandWords(
        "narrow", "Completes a field that is begun, else narrows the search to the next part or kind."
    ),
    narrow_back=CommandWords("widen", "Goes back among what {key_narrow} has narrowed the search to."),
    save_query=CommandWords(
        "save search", "Saves the search under a name; in an empty line shows those saved."
    ),
    refresh=CommandWords("refresh", "Refreshes the list."),
    plan=CommandWords(
        "run of show", "Shows the run of show: planned and used time, breaks and when you stop."
    ),
    pause_clock=CommandWords("pause", "Stops the clock, or lets it go on. Starts a break that is chosen."),
    add_one=CommandWords("+1 min", "Gives the step you are at one more minute."),
    add_five=CommandWords("+5 min", "Gives the step you are at five more minutes."),
    take_time=CommandWords("take time", "Takes five minutes from later steps for the one you are at."),
    plan_minutes=CommandWords("minutes", "Changes the chosen step's minutes."),
    plan_behaviour=CommandWords(
        "time short", "Chooses whether the step is fixed, may shrink or may be left out."
    ),
    skip_item=CommandWords("skip", "Skips the chosen step, or takes it back in."),
    add_break=CommandWords("add break", "Puts a break before the chosen step."),
    remove_break=CommandWords("remove break", "Removes the chosen break."),
    set_end=CommandWords("end time", "Says when you stop. The plan fits itself to it."),
    as_before=CommandWords(
        "as usual", "Gives each step the time it usually takes, going by earlier discussions."
    ),
    clock_anew=CommandWords("start anew", "Sets every clock back to zero."),
    close_plan=CommandWords("back", "Closes the run of show."),
    unfold=CommandWords(
        "unfold", "Shows what a merged note came of, or folds a part. Once more does the opposite."
    ),
    history=CommandWords(
        "history", "Shows when and by whom each thing came: of the chosen note, else of all."
    ),
    replay=CommandWords("replay", "Shows how the discussion grew, change by change."),
    replay_on=CommandWords("next change", "Shows the discussion after the next change."),
    replay_back=CommandWords("previous", "Shows the discussion before the change."),
    replay_first=CommandWords("beginning", "Goes to the beginning."),
    replay_last=CommandWords("end", "Goes to the end."),
    leave_replay=CommandWords("back", "Goes back to the discussion as it is."),
    open_number=CommandWords("open", "Shows the notes behind the chosen number."),
    next_page=CommandWords("turn page", "The next page of the compilation. With shift the one before."),
    code_notes=CommandWords("code", "Codes the notes, a key a decision, with suggestions."),
    show_themes=CommandWords("themes", "Shows themes and tags, those in most discussions first."),
    show_compass=CommandWords("compass", "Shows where on the compass the notes belong."),
    show_growth=CommandWords("timeline", "Shows how it grew, month by month."),
    show_quotes=CommandWords("quotes", "Shows the chosen quotes and the text of your own."),
    own_text=CommandWords("own text", "Writes the text that stands first in the compilation."),
    verify=CommandWords("verify", "Says whether all is the same as when it was counted, or what has moved."),
    count_anew=CommandWords("count anew", "Counts everything anew from the files and keeps it."),
    leave_compilation=CommandWords(
        "back", "Closes the line that finds, or goes back to where you came from."
    ),
    quote_note=CommandWords("quote", "Chooses the note as a quote, or takes it out of the quotes."),
    read_counted=CommandWords("read", "Opens the discussion where it was said, at the note."),
    leave_counted=CommandWords("back", "Closes the line that finds, or goes back to the numbers."),
    compilations=CommandWords(
        "compile", "Counts up what is searched for, or opens a compilation that there is."
    ),
    mark=CommandWords("mark", "Marks the discussion, or takes its mark away. Marked ones can be compared."),
    compare_marked=CommandWords(
        "compare", "Compares the marked discussions, or the chosen one with another."
    ),
    compare_groups=CommandWords(
        "compare groups",
        "Compares two groups of discussions: units, places, years, workbooks or two searches.",
    ),
    follow_up=CommandWords("follow-up", "Shows the actions of all discussions, the overdue ones first."),
    tell_done=CommandWords("done", "Writes in the discussion that the action is done, or that it is not."),
    read_action=CommandWords("read", "Opens the discussion in which the action stands."),
    untell=CommandWords("undo", "Undoes what was written here last."),
    hand_out_actions=CommandWords("hand out", "Writes the actions as a calendar (.ics) or a table (.csv)."),
    look_again=CommandWords("refresh", "Reads the folder again and puts the actions in order."),
    leave_followup=CommandWords("back", "Closes the search line, or the follow-up."),
    compare=CommandWords("compare", "Compares the discussion with the marked ones, or with another."),
    read_note=CommandWords(
        "read", "Reads the discussion at the chosen note. In the overview: goes to the question."
    ),
    next_question=CommandWords("next question", "Goes to the next question."),
    previous_question=CommandWords("previous", "Goes to the question before."),
    leave_comparing=CommandWords("back", "Closes the line that finds, or the comparison."),
    code_theme=CommandWords(
        "theme",
        "Sets the chosen theme, or the one in the line, and goes to the next note. {key_code_theme} on a similar note takes it along.",
    ),
    code_none=CommandWords("no theme", "No theme fits. In an empty line."),
    code_skip=CommandWords("skip", "The next note, without a decision. In an empty line."),
    code_undo=CommandWords(
        "undo",
        "Undoes the latest, themes too, also after a restart. In an empty line; {key_code_undo_2} does the same everywhere.",
    ),
    code_redo=CommandWords("redo", "Does again what was undone."),
    take_along=CommandWords("similar too", "Takes along all similar notes, or none."),
    code_several=CommandWords("several themes", "Several themes on one note."),
    code_memo=CommandWords("memo", "Writes why, to the decision."),
    code_themes=CommandWords("themes", "The code book: names, meaning, words; merge, split, move."),
    code_blind=CommandWords("blind", "Hides or shows what others have decided."),
    code_disputed=CommandWords("settle", "Notes that were coded differently, to be settled together."),
    leave_coding=CommandWords("done", "Empties the line, else goes back."),
    open_theme=CommandWords("change", "Changes the chosen theme, or makes the one in the line."),
    edit_theme=CommandWords("change", "Name, meaning, words, stop words and the theme above."),
    merge_theme=CommandWords("merge", "Merges the theme into another. The decisions follow."),
    split_theme=CommandWords("split", "Splits the theme by words in the notes."),
    withdraw_theme=CommandWords("remove", "Removes the theme. Its notes are uncoded."),
    leave_themes=CommandWords("back", "Empties the line, else goes back."),
    report_compilation=CommandWords(
        "report", "Writes the compilation as PDF, Word, Excel, HTML or Markdown."
    ),
    unite_marked=CommandWords(
        "unite tables",
        "Unites the marked discussions, a table’s each, into a new one. They themselves are not changed.",
    ),
)
