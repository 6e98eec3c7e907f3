"""The catalogue: which words there are. `sv.py` and `en.py` fill it, and the type checker holds them to it.

Words with a number are `Plural`s; words with a blank to fill are templates for `str.format`, with the blanks' names in the
field's docstring where they are not plain. What users wrote is only ever put into a blank, never read as a template.
"""

from __future__ import annotations

from errno import errorcode
from typing import TYPE_CHECKING, NamedTuple, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Words:
    """A group of words: to the type checker a frozen dataclass, whose every field must be given.

    At run time it only takes them in: real dataclasses compile methods of their own, and with this many fields that
    took longer than all else that `diskussion --help` does.
    """

    def __init__(self, **words: object) -> None:
        vars(self).update(words)


class Plural(NamedTuple):
    """A word in its two numbers, each with `{n}`."""

    one: str
    many: str

    def __call__(self, n: int) -> str:
        """The words for `n`."""
        return (self.one if n == 1 else self.many).format(n=n)


class Toml(Words):
    """What can be wrong with TOML, by how the parser's own sentence begins: that speaks only English."""

    known: tuple[tuple[str, str], ...]
    unknown: str

    def of(self, message: str) -> str:
        """The words for what the parser says."""
        return next((words for begins, words in self.known if message.startswith(begins)), self.unknown)


class Problems(Words):
    """What can be wrong with a workbook file, and what to write instead."""

    no_such_file: str
    not_a_file: str
    too_large: str
    not_utf8: str
    save_as_utf8: str
    unreadable: str
    check_the_name: str
    toml: Toml
    not_toml: str
    too_nested: str
    see_toml: str
    schema: str
    schema_write: str
    unknown_key: str
    did_you_mean: str
    known_keys: str
    missing: str
    missing_write: str
    not_one_of: str
    one_of: str
    wrong_type: str
    a_text: str
    a_number: str
    a_list: str
    a_table: str
    another_value: str
    duplicate_id: str
    another_id: str
    no_kinds: str
    no_kinds_write: str
    kind_key: str
    kind_key_write: str
    keys_collide: str
    kind_sign: str
    kind_sign_write: str
    no_sections: str
    no_sections_write: str
    no_questions: str
    no_questions_write: str
    no_wording: str
    no_wording_write: str
    no_verdicts: str
    no_verdicts_write: str
    foreign_id: str
    foreign_id_write: str
    misplaced_reflection: str
    misplaced_reflection_write: str
    no_such_section: str
    negative_minutes: str
    negative_minutes_write: str
    minutes_differ: str
    minutes_write: str
    too_long: str
    too_long_write: str


class Faults(Words):
    """What can be wrong with a session file: one sentence for each code that `store` uses."""

    toml: Toml
    not_a_file: str
    too_large: str
    unreadable: str
    damaged: str
    damaged_block: str
    no_session: str
    no_schema: str
    newer: str
    not_utf8: str
    another_session: str
    unknown_table: str
    unknown_key: str
    bad_record: str
    do_not_a_file: str
    do_too_large: str
    do_damaged_block: str
    do_no_session: str
    do_no_schema: str
    do_not_utf8: str
    do_unknown_table: str
    do_unknown_key: str
    do_bad_record: str

    def of(self, code: str, detail: str = "") -> str:
        """The sentence for a code, with the detail it has a blank for."""
        said = self.toml.of(detail) if code == "damaged_block" else detail
        return str(getattr(self, code)).format(detail=said)

    def remedy(self, code: str) -> str:
        """What to do about it, empty where the sentence itself says so."""
        return str(getattr(self, f"do_{code}", ""))


class Reasons(Words):
    """Why the disk refused, by the symbol of the system's error. Made to stand after a colon or within a sentence."""

    known: tuple[tuple[str, str], ...]
    unknown: str

    def of(self, symbol: str) -> str:
        """The reason for a symbol such as ENOSPC."""
        return dict(self.known).get(symbol) or self.unknown.format(symbol=symbol)

    def of_error(self, error: OSError) -> str:
        """The reason for an error."""
        return self.of(errorcode.get(error.errno or 0, "") or str(error))


class Terms(Words):
    """The field's words that more than one place uses."""

    notes: Plural
    sessions: Plural
    draft: str
    final: str
    own_question: str
    compass: str
    background: str
    glossary: str
    reflections: str
    facilitator: str
    note_taker: str
    place: str
    participants: str
    date: str
    verdict: str
    dissent: str
    supporters: Plural
    minutes_left: Plural
    minutes_over: Plural
    expected_end: str
    file_name: str
    workbook: str
    other_notes: str


class Keys(Words):
    """How keys are named, by Textual's name for them."""

    named: tuple[tuple[str, str], ...]


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
    cues: CommandWords
    background: CommandWords
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
    open: CommandWords
    new: CommandWords
    practise: CommandWords
    search: CommandWords
    refresh: CommandWords
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


class Walk(Words):
    """A discussion being led."""

    places: tuple[tuple[str, str], ...]
    saved: str
    saving: str
    not_saved: str
    not_saved_long: str
    elsewhere: str
    elsewhere_long: str
    elsewhere_now: str
    untidy_long: str
    read_only: str
    read_only_newer: str
    read_only_refused: str
    no_notes: str
    no_notes_of_kind: str
    no_notes_in_section: str
    prompt_note: str
    prompt_wording: str
    prompt_edit: str
    wording_hint: str
    edit_hint: str
    verdict_hint: str
    turn_verdict: str
    final_hint: str
    step_start: str
    step_compass: str
    step_end: str
    naming: str
    groups_notes: str
    other_reflections: str
    more_above: Plural
    recovered: Plural
    from_files: Plural
    faults_found: Plural
    versions: Plural
    versions_hint: str
    versions_one: str
    version_now: str
    version_gone: str
    version_yours: str
    version_by_hand: str
    version_chosen: str
    left_elsewhere: str
    draft_back: str
    undone: str
    redone: str
    nothing_to_undo: str
    nothing_to_redo: str
    withdrawn: str
    restored: str
    moved: str
    pasted: Plural
    too_long: str
    no_cues: str
    no_wording_here: str
    bin_empty: str
    finished: str
    reopened: str
    summary: str
    most_supported: str
    path: str
    too_small: str
    practising: str
    ends_unsaved: str


class Merging(Words):
    """Marking notes, merging them, splitting them again, and what is like what is being typed."""

    mark: str
    marked: Plural
    marked_among: Plural
    of: Plural
    like: str
    opposite: str
    title: Plural
    part: str
    choose_text: str
    own_text: str
    hands: str
    hands_sum: str
    hands_highest: str
    hands_key: str
    kind: str
    kind_key: str
    kinds_apart: str
    kinds_alone: str
    hint: str
    with_which: str
    nothing_else: str
    merged: Plural
    merged_apart: Plural
    merged_under: str
    elsewhere: str
    split_question: Plural
    split_explained: str
    split_hands: Plural
    split: Plural
    not_merged: str
    more: Plural
    originals: Plural
    purged: str
    apart: str
    version_merged: str
    not_standing: str
    too_few: str
    kinds_differ: str
    text_of_one: str
    hands_wrong: str
    split_what: str
    similar_what: str


class Guide(Words):
    """The guided practice: its exercises by id. What stands in braces is a command, shown as its key."""

    number: str
    all_done: str
    only_in_practice: str
    go: str
    say: str
    hands: str
    dissent: str
    merge: str
    place: str
    tag: str
    park: str
    rank: str
    clock: str
    cues: str
    mask: str
    conclude: str


class Home(Words):
    """The first screen."""

    title: str
    go_on: str
    at_question: str
    new: str
    new_reason: str
    practise: str
    practise_reason: str
    search: str
    search_hint: str
    found: str
    none_yet: str
    none_found: str
    today: str
    yesterday: str
    workbook_faulty: str
    other_workbook: str
    cannot_open: str
    cannot_begin: str


class Dialogs(Words):
    """What opens over a screen."""

    yes: str
    no: str
    close_hint: str
    scroll_hint: str
    choose_hint: str
    ask_hint: str
    form_hint: str
    form_hint_one: str
    filter: str
    nothing_matches: str
    new_title: str
    name: str
    name_hint: str
    name_missing: str
    details_title: str
    number_wrong: str
    jump_title: str
    move_title: str
    bin_title: str
    versions_title: str
    palette_title: str
    help_title: str
    help_writing: str
    help_kinds: str
    help_notes: str
    help_walk: str
    help_home: str
    cues_title: str
    finish_question: str
    finish_explained: str
    paste_question: Plural
    paste_explained: str
    problems_title: str
    problems_explained: str
    faults_title: str
    faults_explained: str
    error_title: str
    error_explained: str


class Names(Words):
    """Names of themes and languages."""

    dark: str
    light: str
    projector: str
    sv: str
    en: str


class Placing(Words):
    """The compass: placing notes on it, seeing what stands in its cells."""

    title: str
    placed: str
    proposed: str
    hint: str
    footer: str
    done: str
    taken_off: str
    summary: str
    other_cells: str
    cell_title: str
    cell_hint: str
    cell_missing: str
    no_such_cell: str
    several_cells: str
    note_missing: str
    note_gone: str
    none_placed: str


class Filtering(Words):
    """Filters: what each goes by, and what is said while one is on. `value` is a kind, tag, owner, table or cell."""

    title: str
    hint: str
    on: str
    none_here: str
    nothing: str
    not_here: str
    kind: str
    star: str
    dissent: str
    no_hands: str
    tag: str
    owner: str
    table: str
    no_table: str
    cell: str
    no_cell: str
    off: str


class History(Words):
    """What happened in a discussion. The deeds are called as in `domain/story/diff.py`, and follow each other on a line.

    `before` and `after` are the words, numbers or names that a deed is about.
    """

    changes: Plural
    of_note: str
    by_hand: str
    undid: str
    undid_unknown: str
    redid: str
    begun: str
    finalised: str
    reopened: str
    added: str
    kept: str
    reworded: str
    moved: str
    kind: str
    no_kind: str
    hands: str
    starred: str
    unstarred: str
    dissented: str
    undissented: str
    placed: str
    unplaced: str
    objected: str
    objection_off: str
    withdrawn: str
    restored: str
    purged: str
    merged: str
    merged_away: str
    stands_again: str
    verdict_given: str
    verdict_changed: str
    verdict_taken_back: str
    question_worded: str
    question_reworded: str
    question_taken_back: str
    parked: str
    unparked: str
    table: str
    concluded: str
    conclusion_sorted: str
    conclusion_placed: str
    owner: str
    due: str
    done: str
    undone_action: str
    conclusion_notes: str
    round_begun: str
    round_closed: str
    round_reopened: str
    round_withdrawn: str
    round_restored: str
    vote: str
    vote_place: str
    no_vote: str
    plan_minutes: str
    plan_set: str
    plan_behaviour: str
    plan_skipped: str
    plan_kept: str
    plan_as_workbook: str
    break_added: str
    break_removed: str
    break_restored: str
    ends: str
    nothing: str
    workbook_version: str
    beside_stood: str
    beside_fell: str


class Changing(Words):
    """What the shell says of a change that could not be made, or not all of whose consequences could."""

    final: str
    not_saved: str
    untidy: str
    elsewhere: str


class Rounds(Words):
    """Prioritising in rounds, by dots or in an order, and dissenting opinions; on the screen, on paper and in the shell."""

    title: str
    heading: str
    round: str
    order: str
    begins_order: str
    ask: str
    open: str
    closed: str
    place: str
    withdrawn: str
    parked: str
    moved: str
    purged: str
    inherited: str
    dots_hint: str
    order_hint: str
    closed_hint: str
    read_only_hint: str
    counted: str
    finished: str
    reopened: str
    no_section: str
    no_notes: str
    empty: str
    none_yet: str
    prompt_dissent: str
    dissent: str
    dissent_hint: str
    dissent_saved: str
    dissent_off: str
    given_of: str
    ordered: str
    nothing_to_do: str
    no_such_section: str
    no_such_round: str
    no_open_round: str
    is_closed: str
    wrong_dots: str
    wrong_given: str
    wrong_place: str
    not_here: str
    either: str
    wrong_hands: str
    points: Plural
    each: Plural
    given: Plural
    too_many: Plural

    def method(self, method: str, each: int) -> str:
        """How a round ranks: `prickar, 3 per person`, or `ordning`."""
        return self.order if method == "ordning" else self.each(each)


class Doctor(Words):
    """What `diskussion doctor` says: a sentence for each code of `store/upkeep/diagnose.py` that no fault of a file has.

    `do_` is what a person can do; `would_` and `did_` are what mending would do and has done.
    """

    folder_missing: str
    folder_unreadable: str
    folder_read_only: str
    disk_full: str
    older: str
    newer: str
    copy: str
    copy_more: str
    more_faults: str
    future: str
    open: str
    refuge: str
    journal_ahead: str
    journal_done: str
    journal_others: str
    journal_orphan: str
    journal_headless: str
    journal_empty: str
    journal_damaged: str
    journal_kept: str
    half_made: str
    half_made_now: str
    half_made_more: str
    lock: str
    lock_others: str
    practice: str
    aside: str
    unknown: str
    removed_again: str
    note_again: str
    do_folder_unreadable: str
    do_folder_read_only: str
    do_disk_full: str
    do_newer: str
    do_journal_headless: str
    do_journal_damaged: str
    do_half_made_more: str
    do_future: str
    do_removed_again: str
    do_note_again: str
    do_unknown: str
    do_aside: str
    would_rewrite: str
    did_rewrite: str
    would_unite: str
    did_unite: str
    would_clear: str
    did_clear: str
    would_set_aside: str
    did_set_aside: str
    would_bring_home: str
    did_bring_home: str
    would_write_anew: str
    did_write_anew: str
    would_remove: str
    did_remove: str
    would: str
    did: str
    could_not: str
    is_open: str
    is_newer: str
    is_unreadable: str
    here: str
    nothing: str
    nothing_wrong: str
    informed: Plural
    wrong: Plural
    mendable: Plural
    run_repair: str
    mended: Plural
    left: Plural
    not_there: str

    def of(self, code: str, detail: str, faults: Faults) -> str:
        """The sentence for a code, with the detail it has a blank for."""
        said: str = getattr(self, code, "")
        return said.format(detail=detail) if said else faults.of(code, detail)

    def advice(self, code: str, faults: Faults) -> str:
        """What a person can do about it, empty where there is nothing to do."""
        said: str = getattr(self, f"do_{code}", "")
        return said or faults.remedy(code)


class Purging(Words):
    """What `diskussion purge` asks and says. `yeses` are the answers that are a yes, in small letters."""

    note: str
    note_again: str
    told_in: str
    concluded: str
    sources_stay: Plural
    whole: str
    journals: str
    yes_or_no: str
    yeses: tuple[str, ...]
    type_it: str
    needs_yes: str
    unchanged: str
    is_open: str
    note_gone: str
    whole_gone: str
    removed: Plural
    twins: str
    left: str
    beyond_reach: str


class Personal(Words):
    """Personal data that is found in a text. `names` is what each sort of `domain/language/personal.py` is called, and its mask.

    `sorts` are such names, `key` is the key that masks.
    """

    names: tuple[tuple[str, str], ...]
    word_and: str
    in_line: str
    in_note: str
    in_note_only: str
    in_pasted: Plural
    masked_line: str
    masked_note: str
    nothing: str
    piped: Plural
    found: Plural
    none_found: str
    none_to_mask: str
    done: Plural
    in_history: str
    in_draft: str
    places: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...]
    mask_needs_one: str
    note_needs_one: str
    final: str

    def listed(self, sorts: Iterable[str]) -> str:
        """The names of some sorts: `personnummer`, `personnummer och telefonnummer`."""
        named = [dict(self.names)[sort] for sort in sorts]
        return f" {self.word_and} ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))


class Conclusions(Words):
    """What a group makes of its notes, notes that are parked, and which table speaks. `sorts` by the ids of the sorts."""

    sorts: tuple[tuple[str, str], ...]
    title: str
    whole: str
    owner: str
    due: str
    overdue: str
    done: str
    of_notes: Plural
    none_yet: str
    hint: str
    about: str
    about_whole: str
    turn: str
    save: str
    made: Plural
    sorted: str
    placed: str
    withdrawn: str
    marked_done: str
    marked_open: str
    not_an_action: str
    no_notes_behind: str
    place_title: str
    notes_title: str
    prompt_edit: str
    edit_hint: str
    complete: str
    last_time: str
    last_time_of: str
    last_time_hint: str
    taken_along: str
    done_here: str
    followed: str
    followed_done: str
    let_go: str
    parked: str
    parked_count: Plural
    parked_title: str
    parked_none: str
    parked_hint: str
    unparked: str
    table: str
    table_title: str
    table_new: str
    table_none: str
    table_set: str
    table_unset: str

    def sort(self, kind: str) -> str:
        """What a sort is called."""
        return dict(self.sorts).get(kind, kind)

    def sign(self, kind: str, *, done: bool = False) -> str:
        """The sign of a sort: an action has a box to tick."""
        return {"slutsats": "=", "medskick": "»"}.get(kind, "[x]" if done else "[ ]")


class RunOfShow(Words):
    """The run of show, its clock, and `diskussion plan`. `signs` before words say the same as they do."""

    title: str
    paused: str
    little: Plural
    over: Plural
    skipped: str
    proposed: str
    a_break: str
    head_step: str
    head_planned: str
    head_becomes: str
    head_used: str
    behaviours: tuple[tuple[str, str], ...]
    minutes: Plural
    total: str
    stops: str
    no_stop: str
    lacking: Plural
    spare: Plural
    due: str
    gap: Plural
    anew: str
    stands: str
    minutes_title: str
    minutes_label: str
    minutes_wrong: str
    break_title: str
    break_name: str
    end_title: str
    end_label: str
    end_hint: str
    end_wrong: str
    taken: Plural
    nothing_to_take: str
    reading_before: str
    as_before: Plural
    none_before: str
    as_before_already: str
    anew_question: str
    anew_explained: str
    started_anew: str
    only_breaks: str
    used_title: str
    used_row: str
    changed_minutes: str
    word_item: str
    word_minutes: str
    word_behaviour: str
    word_break: str
    word_end: str
    help_minutes: str
    help_behaviour: str
    help_skip: str
    help_keep: str
    help_break: str
    help_before: str
    help_no_break: str
    help_ends: str
    help_as_before: str
    no_such_item: str
    no_such_break: str
    no_such_behaviour: str
    minutes_unclear: str
    break_incomplete: str
    before_alone: str
    end_unclear: str
    unchanged: str

    def behaviour(self, behaviour: str) -> str:
        """What a behaviour is called."""
        return dict(self.behaviours).get(behaviour, behaviour)


class MergingCli(Words):
    """What `diskussion merge`, `split` and `similar` say of their arguments."""

    word_notes: str
    help_notes: str
    help_text: str
    help_hands: str
    help_kind: str
    help_split: str
    help_similar: str


class Usage(Words):
    """A command of the shell in words: how it is written, what it does in a line, and what else there is to know."""

    usage: str
    summary: str
    details: str = ""


class Cli(Words):
    """The commands of the shell: their help, and what they say when something is wrong.

    `thousands` is what stands between the thousands of a number.
    """

    thousands: str
    merging: MergingCli
    home: Usage
    start: Usage
    new: Usage
    list: Usage
    show: Usage
    history: Usage
    note: Usage
    place: Usage
    compass: Usage
    mark: Usage
    rank: Usage
    merge: Usage
    split: Usage
    similar: Usage
    check: Usage
    doctor: Usage
    purge: Usage
    personal: Usage
    conclude: Usage
    actions: Usage
    park: Usage
    plan: Usage
    planning: RunOfShow
    practise: Usage
    completion: Usage
    usage_title: str
    commands_title: str
    arguments_title: str
    options_title: str
    everywhere_title: str
    exit_codes: str
    word_session: str
    word_name: str
    word_text: str
    word_file: str
    word_folder: str
    word_question: str
    word_kind: str
    word_note: str
    word_notes: str
    word_owner: str
    word_due: str
    word_section: str
    word_table: str
    word_cell: str
    word_or: str
    word_number: str
    word_given: str
    help_session: str
    help_name: str
    help_text: str
    help_files: str
    help_shell: str
    help_question: str
    help_kind: str
    help_note: str
    help_purge_note: str
    help_personal_note: str
    help_personal_where: str
    help_mask: str
    help_mask_note: str
    word_session_or_folder: str
    help_place_note: str
    help_cell: str
    help_remove: str
    help_marked: str
    help_hands: str
    help_star: str
    help_unstar: str
    help_dissent: str
    help_undissent: str
    help_section: str
    help_dots: str
    help_order: str
    help_give: str
    help_close: str
    help_reopen: str
    help_round: str
    help_yes: str
    help_folder: str
    help_group: str
    help_conclusion: str
    help_action: str
    help_message: str
    help_owner: str
    help_owner_of: str
    help_due: str
    help_about: str
    help_from_notes: str
    help_folder_of: str
    help_park_note: str
    help_back: str
    one_sort: str
    only_actions: str
    no_such_day: str
    no_such_section: str
    no_actions: str
    not_parked: str
    is_parked: str
    parked_now: str
    unparked_now: str
    help_repair: str
    help_json: str
    help_notes: str
    help_content: str
    help_sessions: str
    help_lang: str
    help_version: str
    help_help: str
    see_help: str
    unknown_command: str
    unknown_option: str
    needs_value: str
    takes_no_value: str
    too_much: str
    no_such_language: str
    no_terminal: str
    name_missing: str
    name_too_long: str
    session_missing: str
    no_such_session: str
    no_such_file: str
    several_sessions: str
    another_workbook: str
    question_missing: str
    no_such_question: str
    kind_missing: str
    no_such_kind: str
    several_kinds: str
    kind_refused: str
    no_notes: str
    no_such_note: str
    note_too_short: str
    several_notes: str
    more_notes: Plural
    nothing_said: str
    type_notes: str
    not_utf8: str
    too_long: str
    final: str
    not_saved: str
    untidy: str
    not_created: str
    newer: str
    elsewhere: str
    unreadable_session: str
    parts_unread: str
    at_line: str
    workbook_faulty: str
    problems: Plural
    no_problems: str
    no_sessions: str
    shell_missing: str
    disk_refused: str
    output_refused: str

    def grouped(self, number: int) -> str:
        """A number with its thousands set apart."""
        return f"{number:,}".replace(",", self.thousands)


class WhyNot(Words):
    """Why a command cannot run here, where no other room has the sentence."""

    first_step: str
    last_step: str
    nothing_begun: str
    no_line: str
    choose_first: str
    no_conclusion: str
    no_kinds: str
    round_open: str
    one_round: str


class Texts(Words):
    """Every word of a language."""

    language: str
    problems: Problems
    faults: Faults
    reasons: Reasons
    terms: Terms
    keys: Keys
    commands: CommandTexts
    walk: Walk
    why_not: WhyNot
    merging: Merging
    home: Home
    dialogs: Dialogs
    names: Names
    placing: Placing
    filtering: Filtering
    history: History
    changing: Changing
    rounds: Rounds
    doctor: Doctor
    guide: Guide
    purge: Purging
    personal: Personal
    conclusions: Conclusions
    plan: RunOfShow
    cli: Cli
