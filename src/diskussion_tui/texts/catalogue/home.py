"""The words of the first screen."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class Home(Words):
    """The first screen."""

    title: str
    go_on: str
    at_question: str
    new: str
    new_reason: str
    practise: str
    practise_reason: str
    search: str
    search_hint: str
    found: str
    none_yet: str
    none_found: str
    today: str
    yesterday: str
    workbook_faulty: str
    other_workbook: str
    cannot_open: str
    cannot_begin: str
