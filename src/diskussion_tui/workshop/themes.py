"""Which themes a note has been put under, in any compilation of a folder: what `tema:` goes by where no compilation is open."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.domain.analysis.query.nodes import Is, leaves
from diskussion_tui.store.compiling.decisions import decision_files
from diskussion_tui.store.compiling.folder import folders_in
from diskussion_tui.store.compiling.reading import read_coding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.analysis.query.query import Query, Themes
    from diskussion_tui.domain.analysis.said import Said


def themes_for(query: Query, folders: Iterable[Path]) -> Themes | None:
    """The themes of every note in some folders, by name and by id, where a query asks for any; None where it does not."""
    asks = any(isinstance(one, Is) and one.field == "theme" for one, _denied in leaves(query.root))
    if not asks:
        return None
    by_note: dict[str, tuple[str, ...]] = {}
    for folder in (one for sessions in folders for one in _compilations(sessions)):
        with suppress(OSError):  # a compilation that cannot be read has told so where it is opened
            for note, themes in _coded(folder, _state(folder)).items():
                by_note[note] = (*by_note.get(note, ()), *themes)

    def themes(said: Said) -> Iterable[str]:
        return by_note.get(said.id, ())

    return themes


def themes_in(folders: Iterable[Path]) -> tuple[str, ...]:
    """The names of the themes that notes have been put under in the compilations of some folders, in Swedish order."""
    found: set[str] = set()
    for folder in (one for sessions in folders for one in _compilations(sessions)):
        with suppress(OSError):
            found.update(theme.name for theme in read_coding(folder).coding.book.themes)
    return tuple(sorted(found, key=swedish))


def _compilations(sessions: Path) -> list[Path]:
    with suppress(OSError):
        return folders_in(sessions)
    return []


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What is another where the coding of a compilation has changed."""
    files = [path for path in (folder / "kodbok.toml", *decision_files(folder)) if path.exists()]
    return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files)


@lru_cache(16)
def _coded(folder: Path, _state: object) -> dict[str, tuple[str, ...]]:
    coding = read_coding(folder).coding
    found: dict[str, tuple[str, ...]] = {}
    for note in coding.decided:
        known = [theme for one in coding.themes_of(note) or () if (theme := coding.book.theme(one))]
        if known:
            found[note] = tuple(name for theme in known for name in (theme.name, theme.id))
    return found
