"""Which discussion somebody means: a path, or part of a name that fits only one.

Only the heads of the files are read, so that finding one among thousands is quick. A file that cannot be read can be
meant too: opening it is what says what is wrong with it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.store.files.paths import expanded
from diskussion_tui.store.library.listing import Library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.session.records import Head
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.store.library.listing import Entry
    from diskussion_tui.texts.catalogue import Texts


def find_session(given: str, folder: Path, texts: Texts, refuge: Path | None = None) -> Path:
    """The file of the discussion meant by `given`. Raises `Refused` where there is none, or several."""
    wanted = clean_line(given)
    if not wanted:
        raise Refused(texts.cli.session_missing)
    path = expanded(Path(given))
    if _is_path(given):
        if path.is_file():
            return path
        if _has_separator(given) and path.exists():
            return path  # a folder, a pipe: opening it is what says so
        if _has_separator(given):
            raise Refused(texts.cli.no_such_file.format(file=given))
    entries = entries_in(folder, refuge)
    found = _named(entries, wanted) or _matching(entries, wanted)
    if not found:
        raise Refused(texts.cli.no_such_session.format(given=wanted, folder=folder))
    if len(found) > 1:
        raise Refused(texts.cli.several_sessions.format(given=wanted), rows=map(_candidate, found))
    return found[0].path


def entries_in(folder: Path, refuge: Path | None = None) -> tuple[Entry, ...]:
    """The discussions of a folder and of its refuge, newest first. Raises `OSError` where it is there but cannot be looked into."""
    entries = Library(folder, refuge).refresh()
    if not entries and folder.exists():
        next(folder.iterdir(), None)  # nothing found and nothing readable are not the same answer
    return entries


def same_name(entry: Entry, name: str) -> bool:
    """Whether a discussion is called `name`, whatever the case."""
    return folded(entry.name) == folded(name)


def must_belong(head: Head | Entry, workbook: Workbook, texts: Texts) -> None:
    """Raise `Refused` where a discussion was led with another workbook than the one in use."""
    if head.workbook != workbook.id:
        raise Refused(
            texts.cli.another_workbook.format(name=head.name, its=head.workbook, ours=workbook.id),
        )


def _is_path(given: str) -> bool:
    return _has_separator(given) or given.lower().endswith(".toml")


def _has_separator(given: str) -> bool:
    return any(separator in given for separator in (os.sep, os.altsep) if separator)


def _named(entries: Iterable[Entry], wanted: str) -> list[Entry]:
    return [entry for entry in entries if same_name(entry, wanted)]


def _matching(entries: Iterable[Entry], wanted: str) -> list[Entry]:
    words = folded(wanted).split()
    return [entry for entry in entries if all(word in _sought(entry) for word in words)]


def _sought(entry: Entry) -> str:
    return folded(f"{entry.name} {entry.date or ''} {clean_line(entry.path.name)}")


def _candidate(entry: Entry) -> str:
    return f"  {entry.date or '-'}  {entry.name}  {entry.path}"
