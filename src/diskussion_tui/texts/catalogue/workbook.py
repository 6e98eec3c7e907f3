"""The words for making a workbook: what the command says, and what a draft asks its writer to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Deciding(Words):
    """What is to be decided of a draft, as it stands above the line it is about. `mended` has `{words}`."""

    title: str
    no_title: str
    short_title: str
    kinds: str
    no_kinds: str
    minutes: str
    no_opening: str
    loose: str
    no_compass: str
    cells: str
    compass_points: str
    branches: str
    cells_area: str
    no_sections: str
    heading: str
    no_picture: str
    question: str
    open_question: str
    no_reflections: str
    reflections: str
    thanks: str
    background: str
    provenance: str
    mended: str
    left_out: str
    unplaced: str


class WorkbookWords(Words):
    """What `diskussion workbook` says.

    `drafted_from` has `{file}` and `{n}`, `decisions` what is left to decide; `not_read` has `{file}` and `{why}`. `whys` are why a
    guide cannot be read, by code.
    """

    deciding: Deciding
    mark: str
    drafted_from: str
    help_action: str
    word_source: str
    help_from: str
    no_such_action: str
    which_file: str
    is_there: str
    no_folder: str
    begun: str
    only_with: str
    missing: str
    no_source: str
    not_read: str
    no_words: str
    word_step: str
    help_step: str
    word_size: str
    help_size: str
    help_html: str
    wrong_size: str
    no_such_step: str
    group: str
    on_screen: str
    on_wall: str
    page_title: str
    help_watch: str
    watch_or_json: str
    watching: str
    all_right: str
    left: str
    at_line: str
    leaf: str
    too_small: str
    decisions: Plural
    more: Plural
    whys: tuple[tuple[str, str], ...]
    minutes: Plural

    def why(self, code: str) -> str:
        """Why a guide cannot be read."""
        known = dict(self.whys)
        return known.get(code, known["broken"])
