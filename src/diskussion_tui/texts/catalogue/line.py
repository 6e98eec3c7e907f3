"""Words of the line mode: its commands, and what it says where a screen would show it.

No sentence here speaks of a key, a colour or a place on a screen: it may be read aloud, or felt under a finger.
"""

from __future__ import annotations

from typing import NamedTuple

from diskussion_tui.texts.catalogue.base import Plural, Words


class LineCommand(NamedTuple):
    """A command as it is typed after its full stop, what may follow it, what it does, and a letter that is enough."""

    word: str
    follows: str
    help: str
    short: str = ""


class LineCommands(Words):
    """Every command of the line mode, a field each, in the order in which help tells them."""

    help: LineCommand
    next: LineCommand
    back: LineCommand
    go: LineCommand
    where: LineCommand
    read: LineCommand
    picture: LineCommand
    cues: LineCommand
    background: LineCommand
    find: LineCommand
    summary: LineCommand
    kind: LineCommand
    table: LineCommand
    more: LineCommand
    wording: LineCommand
    verdict: LineCommand
    hands: LineCommand
    edit: LineCommand
    withdraw: LineCommand
    bin: LineCommand
    restore: LineCommand
    star: LineCommand
    dissent: LineCommand
    move: LineCommand
    park: LineCommand
    parked: LineCommand
    fetch: LineCommand
    merge: LineCommand
    split: LineCommand
    place: LineCommand
    versions: LineCommand
    mask: LineCommand
    conclude: LineCommand
    conclusions: LineCommand
    sort: LineCommand
    done: LineCommand
    last_time: LineCommand
    round: LineCommand
    dots: LineCommand
    order: LineCommand
    result: LineCommand
    time: LineCommand
    clock: LineCommand
    plan: LineCommand
    minutes: LineCommand
    short: LineCommand
    skip: LineCommand
    add_break: LineCommand
    remove_break: LineCommand
    end: LineCommand
    take_time: LineCommand
    as_before: LineCommand
    anew: LineCommand
    details: LineCommand
    undo: LineCommand
    redo: LineCommand
    report: LineCommand
    finish: LineCommand
    reopen: LineCommand
    exercise: LineCommand
    quit: LineCommand


class Line(Words):
    """What is said, `commands` apart. Blanks are named after what they hold."""

    commands: LineCommands
    welcome: str
    practising: str
    over: str
    read_only: str

    # ---- beginning
    which: str
    """With `number`."""
    which_none: str
    which_prompt: str
    no_such_discussion: str
    taken_up: str
    """With `step`."""
    half_typed: str
    """With `text`."""
    half_in_line: str
    half_kept: str
    """With `text`."""

    # ---- the prompt
    at_picture: str
    """With `part` and `step`."""
    at_start: str
    at_compass: str
    sort_at_the_end: str
    at_end: str
    """With `sort`."""
    at_final: str
    parks: str

    # ---- after what was typed
    saved: str
    """With `number`."""
    saved_in: str
    """With `number` and `kind`."""
    hands_summed: str
    """With `sum`, `number` and `highest`."""
    saved_under: str
    """With `step` and `number`."""
    saved_parked: str
    concluded: str
    """With `number` and `sort`."""
    saving_still: str
    saved_now: str
    not_saved: str
    """With `why`."""
    elsewhere: str
    """With `folder` and `why`."""
    home_again: str
    untidy: str
    """With `why`."""
    done: str
    unchanged: str
    speaks: str
    """With `table`."""
    alike: str
    """With `number`."""
    opposite: str
    """With `number`."""
    alike_elsewhere: str
    """With `step` and `text`."""
    personal: str
    """With `sorts`."""
    interrupted: str

    # ---- what is not understood
    no_such_command: str
    """With `given`."""
    nearest: str
    """With `command`."""
    several_commands: str
    """With `given` and `commands`."""
    nothing_follows: str
    """With `command`."""
    usage: str
    """With `command` and `follows`."""
    no_such_number: str
    """With `number` and `most`."""
    no_numbers_here: str
    gone: str
    """With `number`."""
    parked_one: str
    """With `number`."""
    moved_one: str
    """With `number`."""
    merged_one: str
    """With `number` and `now`."""
    merged_away: str
    """With `number`."""
    too_many: str
    """With `most`."""
    pairs: str
    two_needed: str
    no_such_step: str
    """With `given` and `ids`."""
    step_missing: str
    """With `ids`."""
    no_such_kind: str
    """With `given` and `kinds`."""
    no_kinds: str
    no_such_verdict: str
    """With `given` and `verdicts`."""
    no_verdict: str
    no_wording: str
    no_such_sort: str
    """With `given` and `sorts`."""
    not_an_action: str
    """With `number`."""
    no_such_cell: str
    """With `given`."""
    several_cells: str
    """With `given` and `cells`."""
    no_such_detail: str
    """With `given` and `details`."""
    final: str
    last_step: str
    first_step: str

    # ---- where one is, and what is read
    step: str
    """With `step` and `heading`."""
    step_of: str
    """With `place` and `all`."""
    notes_here: Plural
    note: str
    """With `number` and `text`."""
    note_of_kind: str
    """With `number`, `kind` and `text`."""
    starred: str
    dissent: str
    dissent_saying: str
    """With `text`."""
    placed: str
    """With `cells`."""
    of_merged: Plural
    none_here: str
    none_parked: str
    none_in_bin: str
    none_found: str
    """With `words`."""
    hits: Plural
    question: str
    """With `text`."""
    own_question_missing: str
    verdict: str
    """With `verdict`."""
    no_verdict_yet: str
    no_cues: str
    conclusion: str
    """With `number`, `sort`, `about` and `text`."""
    no_conclusions: str
    no_last_time: str
    version: str
    """With `number`, `time` and `text`."""
    one_version: str
    places: str
    """With `cells`."""
    proposed: str
    """With `cells`."""
    not_placed: str

    exercise_next: str
    """What may follow the command for exercises."""

    # ---- what others do, and the clock
    others_new: Plural
    others_changed: str
    """With `step`, `number` and `text`."""
    others_gone: str
    """With `step` and `number`."""
    others_more: Plural
    left: Plural
    over_by: str
    """With `step`."""
    due: str
    """With `name` and `minutes`."""
    time: str
    """With `step`, `minutes` and `end`."""
    clock_stands: str
    clock_runs: str
    break_on: str
    """With `name` and `minutes`."""
    behaviours: tuple[str, str, str]
    """What is typed for what a step does when time runs short: fixed, shrinks, may go."""

    # ---- rounds
    no_section: str
    no_round: str
    no_notes: str
    round_begun: str
    """With `number` and `method`."""
    round_closed: str
    round_open: str
    round_order: str
    round_close: str
    round_reopen: str
    """What may follow the command for rounds, besides a number."""
    ballot: str
    """With `number`, `step` and `text`."""

    # ---- asked before it is done
    yes_no: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    not_done: str
    finish: str
    reopen: str
    anew: str
    finished: str
    """With `file`."""
    reopened: str
    kind_of_merged: str
    """With `numbers` and `kind`."""
    name: str
    report: str
    """With `files`."""
    not_written: str
    """With `why`."""
    no_report: str
    """With `given` and `formats`."""
    library_missing: str
    """With `library`."""

    # ---- a form on paper, typed in
    who_and_when: str
    keying: str
    keyed: str
    """With `notes`."""
    at_verdict: str
    """With `step`."""
    name_needed: str
    day_needed: str
    number_needed: str
