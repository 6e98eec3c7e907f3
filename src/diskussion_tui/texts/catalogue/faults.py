"""The words for what can be wrong with a session file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.toml import Toml


class Faults(Words):
    """What can be wrong with a session file: one sentence for each code that `store` uses."""

    toml: Toml
    not_a_file: str
    too_large: str
    removed: str
    linked: str
    too_many: str
    too_deep: str
    unreadable: str
    unread: str
    damaged: str
    damaged_block: str
    no_session: str
    no_schema: str
    newer: str
    newer_beside: str
    not_utf8: str
    another_session: str
    unknown_table: str
    unknown_key: str
    bad_record: str
    journal_shut: str
    journal_damaged: str
    journal_alone: str
    no_journal: str
    too_many_copies: str
    too_many_journals: str
    too_many_coders: str
    too_many_themes: str
    more_faults: str
    do_not_a_file: str
    do_removed: str
    do_linked: str
    do_journal_shut: str
    do_journal_damaged: str
    do_journal_alone: str
    do_no_journal: str
    do_newer_beside: str
    do_too_many_copies: str
    do_too_many_journals: str
    do_too_large: str
    do_too_many: str
    do_too_deep: str
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
