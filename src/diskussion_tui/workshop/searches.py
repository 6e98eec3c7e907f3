"""Saved searches, as screens and the shell have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.store.files import searches_file
from diskussion_tui.store.files.searches_file import Search, UnreadableSearchesError, searches_path

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Search", "UnreadableSearchesError", "named", "save", "saved", "searches_path"]


def saved() -> tuple[Search, ...]:
    """The saved searches, the latest last. Raises `UnreadableSearchesError` and `OSError`."""
    return searches_file.read_searches(searches_path())


def named(name: str, searches: Iterable[Search]) -> Search | None:
    """The one of that name; else the only one whose name begins so."""
    wanted, listed = folded(clean_line(name)), list(searches)
    same = [one for one in listed if folded(one.name) == wanted]
    begins = [one for one in listed if folded(one.name).startswith(wanted)] if wanted else []
    return next(iter(same), begins[0] if len(begins) == 1 else None)


def save(name: str, query: str) -> None:
    """Save a query under a name; without a query remove what is called so. Raises as `saved` does."""
    from diskussion_tui.store.files.fs import Fs

    searches_file.put_search(Fs(), searches_path(), name, query)
