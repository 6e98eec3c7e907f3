"""The words of the shell's arguments, and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.texts.catalogue.base import Plural


class MergingCli(Words):
    """What `diskussion merge`, `split` and `similar` say of their arguments."""

    word_notes: str
    help_notes: str
    help_text: str
    help_hands: str
    help_kind: str
    help_split: str
    help_similar: str


class PlanningCli(Words):
    """What `diskussion plan` says of its arguments."""

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


class Cli(Words):
    """What the commands of the shell say of their arguments, and when something is wrong.

    `thousands` is what stands between the thousands of a number.
    """

    thousands: str
    merging: MergingCli
    planning: PlanningCli
    usage_title: str
    commands_title: str
    arguments_title: str
    options_title: str
    everywhere_title: str
    exit_codes: str
    word_session: str
    word_name: str
    word_query: str
    help_query: str
    help_compilation: str
    help_publish: str
    help_csv: str
    help_csv_excel: str
    help_tsv: str
    help_document_formats: str
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
    word_formats: str
    word_profile: str
    help_formats: str
    help_all_formats: str
    help_profile: str
    help_reason: str
    help_out: str
    help_arrived: str
    help_scans: str
    scan_unread: str
    scan_not_kept: str
    help_both: str
    help_given_name: str
    help_given_date: str
    help_new_date: str
    help_map: str
    help_prefilled: str
    help_print: str
    help_out_form: str
    word_package: str
    help_responsible: str
    help_archive_history: str
    help_verify_package: str
    help_decision: str
    help_archived: str
    help_out_record: str
    help_open: str
    help_with_history: str
    word_given: str
    help_session: str
    help_name: str
    help_place: str
    help_unit: str
    help_facilitator: str
    help_note_taker: str
    help_participants: str
    help_registry_number: str
    help_information_class: str
    help_retention: str
    wrong_participants: str
    detail_too_long: str
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
    help_join: str
    no_such_letters: str
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
    help_purge_others: str
    help_purge_keep: str
    help_purge_names: str
    help_yes: str
    help_folder: str
    help_group: str
    help_conclusion: str
    help_action: str
    help_message: str
    help_owner: str
    help_owner_of: str
    help_all_actions: str
    word_action: str
    help_tell_done: str
    help_tell_not_done: str
    no_such_action: str
    several_actions: str
    help_print_path: str
    no_handbook: str
    handbook_unopened: str
    help_ics: str
    help_due: str
    help_about: str
    help_from_notes: str
    help_folder_of: str
    help_park_note: str
    help_back: str
    one_sort: str
    only_actions: str
    no_such_day: str
    no_such_date: str
    no_such_section: str
    no_actions: str
    not_parked: str
    is_parked: str
    parked_now: str
    unparked_now: str
    help_repair: str
    word_settings: str
    help_settings: str
    help_index_status: str
    help_index_rebuild: str
    help_json: str
    help_line: str
    help_notes: str
    help_content: str
    help_sessions: str
    help_also: str
    help_lang: str
    help_patience: str
    word_seconds: str
    help_version: str
    help_help: str
    see_help: str
    unknown_command: str
    unknown_option: str
    needs_value: str
    takes_no_value: str
    too_much: str
    no_such_language: str
    dumb_terminal: str
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
    folders_away: Plural
    no_such_folder: str
    no_sessions: str
    shell_missing: str
    disk_refused: str
    output_refused: str

    def any_of(self, names: Sequence[str]) -> str:
        """What there is to choose from: `sv`, `sv or en`, `bash, zsh or fish`."""
        return f" {self.word_or} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))

    def grouped(self, number: int) -> str:
        """A number with its thousands set apart."""
        return f"{number:,}".replace(",", self.thousands)
