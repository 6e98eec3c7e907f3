"""A compilation's coding as it stands on disk: its code book and every coder's file, united. It reads and leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.codebook import MOST_THEMES, Theme
from diskussion_tui.domain.analysis.coding import coding_of
from diskussion_tui.domain.session.faults import Fault
from diskussion_tui.store.compiling.codebook_file import FILE, read_book
from diskussion_tui.store.compiling.decisions import decision_files, read_decisions
from diskussion_tui.store.files.ground import COMPILED
from diskussion_tui.store.session.replicas import MOST_OF_JOURNALS, within_budget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.session.records import Version


@dataclass(frozen=True, slots=True)
class CodingRead:
    """What was read: the coding, what is wrong in which file, and whether the compilation has a code book of its own yet.

    `newer` are the files of a later format: nothing of theirs was taken in.
    """

    coding: Coding
    faults: tuple[tuple[str, Fault], ...] = ()
    newer: tuple[str, ...] = ()
    begun: bool = False


def read_coding(folder: Path, starter: tuple[Theme, ...] = ()) -> CodingRead:
    """The coding in a compilation's folder, which need not be there. `starter` is what it begins with where it has no code book."""
    versions: list[Version] = []
    faults: list[tuple[str, Fault]] = []
    newer: list[str] = []
    try:
        book = read_book(folder / FILE)
        versions += book.themes
        faults += ((FILE, fault) for fault in book.faults)
        begun = True
    except FileNotFoundError:
        versions += starter
        begun = False
    except OSError:
        faults.append((FILE, Fault("unreadable")))
        begun = True
    paths, left = within_budget(decision_files(folder), MOST_OF_JOURNALS, "too_many_coders")
    faults += ((COMPILED, fault) for fault in left)
    for path in paths:
        try:
            read = read_decisions(path)
        except OSError:
            faults.append((path.name, Fault("unreadable")))
            continue
        versions += read.versions
        faults += ((path.name, fault) for fault in read.faults)
        newer += [path.name] if read.newer else []
    kept = list(_with_few_themes(versions))
    if len(kept) < len(versions):
        faults.append((FILE, Fault("too_many_themes", 0, str(MOST_THEMES))))
    return CodingRead(coding_of(kept), tuple(faults), tuple(newer), begun)


def _with_few_themes(versions: Iterable[Version]) -> Iterator[Version]:
    """Versions without those of themes that are more than a code book has; those that were read first are kept."""
    known: set[str] = set()
    for one in versions:
        if one.table == Theme.table:
            if one.id not in known and len(known) >= MOST_THEMES:
                continue
            known.add(one.id)
        yield one
