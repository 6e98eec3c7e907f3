"""The words of archive packages and of disposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Archive(Words):
    """The first page of a package, what the commands say of packages, and the record of a disposal.

    `lacks` has `{label}`, `wrong` `{file}`, `right` `{files}`, `{name}` and `{notes}`, `ask_first` `{retention}`, `dispose`
    `{name}`, `{notes}` and `{decision}`, `not_of_it` and `outdated` `{file}`.
    """

    title: str
    what: str
    holds: str
    how_to_check: str
    with_history: str
    without_history: str
    of_readme: str
    of_pdf: str
    of_html: str
    of_toml: str
    of_csv: str
    of_xml: str
    original: str
    not_given: str
    discussion: str
    responsible: str
    notes: str
    one_of_them: str
    lacks: str
    is_draft: str
    unclean: Plural
    faults: tuple[tuple[str, str], ...]
    wrong: str
    right: str
    unreadable: str
    needs_decision: str
    ask_first: str
    nothing_kept: str
    dispose: str
    not_of_it: str
    outdated: str
    record_title: str
    record_file: str
    record_ends: str
    disposed_at: str
    decision: str
    removed_files: str
    left_files: str
    kept_package: str
    mark: str
