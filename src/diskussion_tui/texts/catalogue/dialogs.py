"""The words for what opens over a screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


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
    writing_hint: str
    writing_changed: str
    filter: str
    nothing_matches: str
    name: str
    name_missing: str
    details_title: str
    example_unit: str
    example_registry_number: str
    example_information_class: str
    example_retention: str
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
    reopen_question: str
    reopen_explained: str
    answer_first: str
    only_read: str
    not_now: str
    not_in_menu: str
    problems_title: str
    problems_explained: str
    faults_title: str
    faults_explained: str
    error_title: str
    error_explained: str
    unheard: str
