"""The words for what is wrong with a folder, and mending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural
    from diskussion_tui.texts.catalogue.faults import Faults


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
    lacks_locks: str
    lacks_sync: str
    lacks_links: str
    lacks_replacing: str
    lacks_rights: str
    half_made_more: str
    half_made_words: str
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
    do_half_made_words: str
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
