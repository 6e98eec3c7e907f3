"""The words of the first screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Home(Words):
    """The first screen."""

    title: str
    go_on: str
    at_question: str
    also_said: str
    """Stands before the objection, or the words of a note that was merged, by which a note was found."""
    new: str
    new_reason: str
    named: str
    which_is_meant: str
    go_on_with: str
    open_that: str
    begin_another: str
    called_so: str
    called_so_explained: str
    practise: str
    practise_reason: str
    prompt: str
    line_hint: str
    indexing: str
    searching: str
    found: str
    none_yet: str
    none_found: str
    today: str
    yesterday: str
    workbook_faulty: str
    other_workbook: str
    cannot_open: str
    cannot_begin: str
