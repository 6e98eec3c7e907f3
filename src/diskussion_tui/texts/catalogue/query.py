"""The words of the search language: what is said of a query, and of what it found."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural, Words


class QueryWords(Words):
    """A query. `choices`, `example` and `given` are the query's own; `field` is a field's name.

    The `help_` words are rows of help: what is written, and what it finds.
    """

    missing: str
    unknown: str
    hands: str
    day: str
    either: str
    or_word: str
    loose: str
    nothing: str
    narrowed: str
    no_kind: str
    whole: str
    save_title: str
    save_name: str
    saved: str
    saved_title: str
    saved_none: str
    saved_missing: str
    saved_unreadable: str
    saved_forgotten: str
    no_query: str
    field_meant: str
    no_way: str
    no_field: str
    bad_limit: str
    one_form: str
    found: str
    places: Plural
    help_title: str
    help_rows: tuple[tuple[str, str], ...]
    word_query: str
    word_saved: str
    word_by: str
    word_field: str
    help_query: str
    help_json: str
    help_jsonl: str
    help_csv: str
    help_excel: str
    help_tsv: str
    help_count: str
    help_by: str
    help_values: str
    help_limit: str
    help_save: str
    help_forget: str
    help_saved: str
