"""The words of the page at the end of a discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Handover(Words):
    """The page at the end of a discussion, and the dialog that hands one out.

    `with_names` has `{names}`; `with_history` and `without_history` have `{withdrawn}` and `{reworded}`, `writing_one` has
    `{format}`, `{n}` and `{of}`.
    """

    done: str
    so_far: str
    actions: str
    file: str
    pdf: str
    every: str
    copy: str
    following: str
    writing: str
    written: str
    more: Plural
    not_written: str
    hand_out: str
    web_page: str
    calendar: str
    calendar_explained: str
    every_format: str
    internal: str
    public: str
    whole: str
    with_names: str
    no_names: str
    with_file: str
    with_history: str
    without_history: str
    without_names: str
    personal: Plural
    personal_explained: str
    reason_title: str
    reason_label: str
    reason_example: str
    no_reason: str
    writing_one: str
    left_writing: str
    is_written: str
    enough: str
    open_it: str
    open_folder: str
    no_opener: str
    copied: str
    no_line: str
    nothing_done: str
    not_practising: str
