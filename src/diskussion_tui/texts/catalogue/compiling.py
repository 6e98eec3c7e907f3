"""The words of compilations: tables, the rule by which each counts, and what there is to say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural
    from diskussion_tui.texts.catalogue.reasons import Reasons


class TableWords(Words):
    """A table: what it is called, by which rule it counts in one line, what else explains it, and what a row of it is."""

    title: str
    rule: str
    explained: str = ""
    row: str = ""


class Compiling(Words):
    """Compilations.

    `method` says how was counted, `limits` what the numbers can and cannot say, both in sentences of their own; `coded_by_people` has
    `{coded}` and `{notes}`, `appendix` `{title}`.
    """

    title: str
    counts: TableWords
    verdicts: TableWords
    parts: TableWords
    themes: TableWords
    tags: TableWords
    compass: TableWords
    months: TableWords
    units: TableWords
    supported: TableWords
    dissent: TableWords
    actions: TableWords
    saturation: TableWords
    quotes: TableWords
    overview: TableWords
    map_caption: str
    map_alternative: str
    all_of_them: str
    discussions: str
    units_column: str
    participants: str
    notes: str
    coded: str
    hands: str
    dissenting: str
    objections: str
    open: str
    done: str
    new: str
    themes_column: str
    no_kind: str
    the_whole: str
    units_counted: Plural
    participants_counted: Plural
    objections_of: str
    hands_of: str
    hands_alone: str
    few: str
    beside_few: str
    published: str
    not_published: str
    folders_away: Plural
    files_counted: str
    same: str
    same_sentence: str
    files_same: Plural
    moved: str
    changed_file: str
    gone_file: str
    new_file: str
    other_coding: str
    number_moved: str
    forged: str
    more_numbers: Plural
    unread: Plural
    partly: Plural
    partly_counted: Plural
    told_otherwise: str
    kept_twice: str
    lost_quote: str
    unknown_key: str
    twice: Plural
    part_of: str
    coded_of: str
    settled: Plural
    not_settled: str
    too_few_coded: Plural
    nothing_coded: str
    query: str
    everything: str
    more_rows: Plural
    text: str
    no_text: str
    no_quotes: str
    name_needed: str
    unnamed: str
    name_taken: str
    none_such: str
    none_at_all: str
    there_are: str
    one_form: str
    kept_in: str
    unreadable: str
    fault_encoding: str
    reasons: Reasons
    fault_no_toml: str
    fault_too_deep: str
    fault_too_many: str
    fault_missing: str
    fault_wrong: str
    fault_newer: str
    fault_unread: str
    wrong_query: str
    ask_name: str
    ask_name_label: str
    example_name: str
    choose_title: str
    of_search: str
    new_of_marked: str
    new_of_search: str
    new_of_both: str
    choose_new: str
    counting: str
    counted_so_far: str
    nothing_behind: str
    quoted: str
    unquoted: str
    not_a_note: str
    text_title: str
    text_label: str
    find_prompt: str
    cannot: str
    page_of: str
    only: Plural
    writing: str
    personal: Plural
    or_reason: str
    missing: str
    selection: str
    all_discussions: str
    quotes_alone: str
    in_discussions: str
    files_rule: str
    numbers_sheet: str
    only_new: str
    method_title: str
    method: tuple[str, ...]
    coded_by_people: str
    limits: tuple[str, ...]
    counted_again: str
    appendix: str
    report_title: str
    report_internal: str
    report_public: str
    written_to: str
    nothing_here: str
    no_room_for: str
    quoted_word: str
    not_same: str
    damaged: str
    cannot_keep: str

    def table(self, table_id: str) -> TableWords:
        """The words of a table."""
        found: TableWords = getattr(self, table_id)
        return found

    def fault(self, code: str, where: str) -> str:
        """What is wrong with the file of a compilation, and where."""
        said: str = getattr(self, f"fault_{code}", self.fault_wrong)
        return said.format(where=self.reasons.of(where) if code == "unread" else where)
