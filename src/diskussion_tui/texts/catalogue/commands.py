"""The words of every command of the screens."""

from __future__ import annotations

from typing import NamedTuple

from diskussion_tui.texts.catalogue.base import Words


class CommandWords(NamedTuple):
    """A command in words: what the footer calls it, and what it is for."""

    title: str
    reason: str


class CommandTexts(Words):
    """Every command of `tui/commands`, by its id."""

    save_note: CommandWords
    leave_edit: CommandWords
    new_line: CommandWords
    turn: CommandWords
    to_notes: CommandWords
    next_step: CommandWords
    previous_step: CommandWords
    jump: CommandWords
    undo: CommandWords
    redo: CommandWords
    help: CommandWords
    compass: CommandWords
    filter: CommandWords
    wording: CommandWords
    picture: CommandWords
    big: CommandWords
    room_back: CommandWords
    room_on: CommandWords
    cues: CommandWords
    background: CommandWords
    page_start: CommandWords
    page_end: CommandWords
    pause: CommandWords
    called_dots: CommandWords
    numbers: CommandWords
    mask: CommandWords
    details: CommandWords
    bin: CommandWords
    finish: CommandWords
    theme: CommandWords
    language: CommandWords
    palette: CommandWords
    go_home: CommandWords
    quit: CommandWords
    edit_note: CommandWords
    withdraw_note: CommandWords
    star_note: CommandWords
    menu: CommandWords
    dissent_note: CommandWords
    hands: CommandWords
    kind_note: CommandWords
    move_note: CommandWords
    park_note: CommandWords
    conclude_note: CommandWords
    parked: CommandWords
    table: CommandWords
    notes_conclusion: CommandWords
    versions_note: CommandWords
    mark_note: CommandWords
    merge_notes: CommandWords
    split_note: CommandWords
    originals_note: CommandWords
    back_to_writing: CommandWords
    rank: CommandWords
    next_exercise: CommandWords
    give_dots: CommandWords
    ten_more: CommandWords
    rank_up: CommandWords
    rank_down: CommandWords
    finish_round: CommandWords
    reopen_round: CommandWords
    new_round: CommandWords
    other_round: CommandWords
    leave_round: CommandWords
    find: CommandWords
    find_next: CommandWords
    lead_on: CommandWords
    leave_reading: CommandWords
    hand_over: CommandWords
    choose: CommandWords
    leave_handover: CommandWords
    open: CommandWords
    read_chosen: CommandWords
    lead_chosen: CommandWords
    practise: CommandWords
    clear: CommandWords
    home_menu: CommandWords
    refresh: CommandWords
    narrow: CommandWords
    narrow_back: CommandWords
    save_query: CommandWords
    plan: CommandWords
    pause_clock: CommandWords
    add_one: CommandWords
    add_five: CommandWords
    take_time: CommandWords
    plan_minutes: CommandWords
    plan_behaviour: CommandWords
    skip_item: CommandWords
    add_break: CommandWords
    remove_break: CommandWords
    set_end: CommandWords
    as_before: CommandWords
    clock_anew: CommandWords
    close_plan: CommandWords
    unfold: CommandWords
    history: CommandWords
    replay: CommandWords
    replay_on: CommandWords
    replay_back: CommandWords
    replay_first: CommandWords
    replay_last: CommandWords
    leave_replay: CommandWords
    open_number: CommandWords
    next_page: CommandWords
    show_themes: CommandWords
    show_compass: CommandWords
    show_growth: CommandWords
    show_quotes: CommandWords
    own_text: CommandWords
    verify: CommandWords
    count_anew: CommandWords
    leave_compilation: CommandWords
    quote_note: CommandWords
    read_counted: CommandWords
    leave_counted: CommandWords
    compilations: CommandWords
    mark: CommandWords
    compare_marked: CommandWords
    compare: CommandWords
    read_note: CommandWords
    next_question: CommandWords
    previous_question: CommandWords
    leave_comparing: CommandWords
