"""The code book: themes that notes are put under, each with what it means and the words by which it is suggested.

Themes are made, renamed, merged, split and moved while somebody codes, so all of it is versions like any record: it is undone, and
two people's code books unite. A theme that was merged says into which; decisions stay as they were made, and are read as of the
theme that stands. So merging moves every coder's decisions along, and undoing it brings them back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import clean_line, clean_note, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.following import next_version
from diskussion_tui.domain.session.records import Version

if TYPE_CHECKING:
    from collections.abc import Container

    from diskussion_tui.domain.analysis.versions import Versions
    from diskussion_tui.domain.session.changes import Stamp

TONES = ("cool", "warm", "fresh", "accent", "lead", "bright")
"""The colour roles that a theme can have, as `tui/rows.py` names them."""
MOST_WORDS, LONGEST_NAME = 200, 120
MOST_THEMES = 2_000
"""A code book has no more themes: nobody codes by as many, and what is more is not taken in."""
DEEPEST = 8
"""Levels below the top. What lies deeper is shown beside what it lies under, since a page has no room for it."""
_APART = re.compile(r"[;\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Version):
    """A theme. `when` and `unless` say when it applies and when not, `words` are stems by which it is suggested.

    A word with an exclamation mark before it fits whole words only; `stops` are words that look
    alike and mean something else. `parent` is the theme it belongs under, `into` the one that it was merged into.
    """

    table: ClassVar[str] = "themes"

    name: str
    when: str = ""
    unless: str = ""
    words: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    parent: str = ""
    tone: str = ""
    into: str = ""


class NoSuchThemeError(KeyError):
    """A theme that the code book does not have."""


class NameTakenError(ValueError):
    """Another theme is called so already; `theme` is its id."""

    def __init__(self, theme: str) -> None:
        self.theme = theme
        super().__init__(theme)


@dataclass(frozen=True, slots=True)
class CodeBook:
    """The themes as they stand; `gone` are those that were merged or withdrawn, with what they were merged into, if anything."""

    themes: tuple[Theme, ...]
    gone: dict[str, str]

    def theme(self, theme_id: str) -> Theme | None:
        """A theme that stands, also where it is asked for by one that was merged into it."""
        wanted = self.standing(theme_id)
        return next((one for one in self.themes if one.id == wanted), None)

    def standing(self, theme_id: str) -> str:
        """The theme that one is read as: itself, or what it was merged into; empty where that is withdrawn."""
        return self.gone.get(theme_id, theme_id)

    def called(self, name: str) -> Theme | None:
        """The theme of a name or an id; of several by one name the oldest."""
        wanted = folded(clean_line(name))
        return self.theme(name) or next((one for one in self.themes if folded(one.name) == wanted), None)

    def under(self, theme_id: str) -> tuple[Theme, ...]:
        """The themes right below one, or those of the top."""
        return tuple(self._below().get(theme_id, ()))

    def tree(self) -> tuple[tuple[int, Theme], ...]:
        """Every theme with how deep it lies, each before those under it."""
        below = self._below()
        found: list[tuple[int, Theme]] = []
        waiting = [(0, one) for one in reversed(below.get("", ()))]
        while waiting:
            depth, one = waiting.pop()
            found.append((depth, one))
            waiting += ((depth + 1, under) for under in reversed(below.get(one.id, ())))
        return tuple(found)

    def aboves(self) -> dict[str, str]:
        """The theme right above each; empty for those of the top, of a ring, which two who move at once can make, and under none that is known.

        In a time that grows with the number of themes only, whatever somebody has written into a file.
        """
        wanted = {one.id: self.standing(one.parent) if one.parent else "" for one in self.themes}
        above: dict[str, str] = {}
        depth: dict[str, int] = {}
        for one in wanted:
            path = _path_up(one, wanted, depth)
            for each in reversed(path):
                over = wanted[each]
                if path[each] or over not in depth:
                    over = ""
                elif depth[over] == DEEPEST:
                    over = above[over]
                above[each], depth[each] = over, depth[over] + 1 if over else 0
        return above

    def _below(self) -> dict[str, list[Theme]]:
        above = self.aboves()
        below: dict[str, list[Theme]] = {}
        for one in self.themes:
            below.setdefault(above[one.id], []).append(one)
        return below


def _path_up(theme: str, above: dict[str, str], but: Container[str]) -> dict[str, bool]:
    """The themes from one upwards, up to what is known `but` these, each with whether it is part of a ring."""
    path: dict[str, bool] = {}
    at = theme
    while at in above and at not in but and at not in path:
        path[at] = False
        at = above[at]
    in_ring = False
    for each in path:
        in_ring = in_ring or each == at
        path[each] = in_ring
    return path


def book_of(versions: Versions) -> CodeBook:
    """The code book that some versions make up, in Swedish order of names."""
    latest = {key[1]: those[-1] for key, those in versions.items() if key[0] == Theme.table}
    themes = {theme_id: one for theme_id, one in latest.items() if isinstance(one, Theme)}
    standing = {theme_id: _end_of(theme_id, themes) for theme_id in themes}
    kept = [themes[theme_id] for theme_id, end in standing.items() if end == theme_id]
    gone = {theme_id: end for theme_id, end in standing.items() if end != theme_id}
    return CodeBook(tuple(sorted(kept, key=lambda one: (swedish(one.name), one.id))), gone)


def _end_of(theme_id: str, themes: dict[str, Theme]) -> str:
    """The theme that one is read as. Where two were merged into each other, the one of the ring that was made first stands."""
    path: dict[str, int] = {}
    at = theme_id
    while (one := themes.get(at)) is not None:
        if at in path:
            return min(list(path)[path[at] :])
        path[at] = len(path)
        if one.gone:
            return ""
        if not one.into or one.into not in themes:
            return at
        at = one.into
    return ""


# ---- changes ---------------------------------------------------------------------------------------------------------


def make(book: CodeBook, stamp: Stamp, theme_id: str, name: str, **given: object) -> tuple[Theme, ...]:
    """A new theme. Raises `NameTakenError`; nothing comes of a name that is empty."""
    cleaned = _name(book, name)
    if not cleaned:
        return ()
    fields = {key: _cleaned(key, value) for key, value in given.items()}
    return (
        Theme(
            id=theme_id,
            change=stamp.change,
            writer=stamp.writer,
            at=stamp.at,
            name=cleaned,
            **fields,  # type: ignore[arg-type] - the fields' own types
        ),
    )


def retitle(book: CodeBook, stamp: Stamp, theme_id: str, name: str) -> tuple[Theme, ...]:
    """A theme under another name. Raises `NameTakenError`, `NoSuchThemeError`."""
    cleaned = _name(book, name, but=theme_id)
    return alter(book, stamp, theme_id, name=cleaned) if cleaned else ()


def alter(book: CodeBook, stamp: Stamp, theme_id: str, **given: object) -> tuple[Theme, ...]:
    """A theme with other values: its meaning, words, stop words, colour role. Nothing where it has them. Raises `NoSuchThemeError`."""
    theme = _there(book, theme_id)
    fields = {key: _cleaned(key, value) for key, value in given.items()}
    if all(getattr(theme, key) == value for key, value in fields.items()):
        return ()
    return (next_version(theme, stamp, **fields),)


def move(book: CodeBook, stamp: Stamp, theme_id: str, parent: str) -> tuple[Theme, ...]:
    """A theme under another, or at the top. Nothing where it would lie under itself. Raises `NoSuchThemeError`."""
    theme, at, above = _there(book, theme_id), book.standing(parent), book.aboves()
    if at and at not in above:
        raise NoSuchThemeError(parent)
    while at:
        if at == theme.id:
            return ()
        at = above[at]
    return alter(book, stamp, theme_id, parent=parent)


def merge(book: CodeBook, stamp: Stamp, theme_id: str, into: str) -> tuple[Theme, ...]:
    """A theme merged into another, which takes its words and what lies under it. Raises `NoSuchThemeError`."""
    theme, other = _there(book, theme_id), _there(book, into)
    if theme.id == other.id:
        return ()
    words = tuple(dict.fromkeys((*other.words, *theme.words)))[:MOST_WORDS]
    stops = tuple(one for one in dict.fromkeys((*other.stops, *theme.stops)) if one not in words)
    above = theme.parent if other.parent == theme.id else other.parent
    taking = next_version(other, stamp, words=words, stops=stops, parent=above)
    under = (next_version(one, stamp, parent=other.id) for one in book.under(theme.id) if one.id != other.id)
    return (next_version(theme, stamp, into=other.id), taking, *under)


def withdraw(book: CodeBook, stamp: Stamp, theme_id: str) -> tuple[Theme, ...]:
    """A theme taken out. Its notes are uncoded until that is undone. Raises `NoSuchThemeError`."""
    return (next_version(_there(book, theme_id), stamp, gone=True),)


def _there(book: CodeBook, theme_id: str) -> Theme:
    theme = book.theme(theme_id)
    if theme is None:
        raise NoSuchThemeError(theme_id)
    return theme


def _name(book: CodeBook, name: str, but: str = "") -> str:
    cleaned = clean_line(name)[:LONGEST_NAME].strip()
    taken = next((one for one in book.themes if folded(one.name) == folded(cleaned) and one.id != but), None)
    if taken:
        raise NameTakenError(taken.id)
    return cleaned


def _cleaned(key: str, value: object) -> object:
    if key in {"words", "stops"}:
        return words_from(value)
    return clean_note(str(value)) if key in {"when", "unless"} else clean_line(str(value))


def words_from(given: object) -> tuple[str, ...]:
    """Words and phrases, each once, as search compares them: those of a list, or of a text as people write it.

    A text with commas, semicolons or line ends has its words between them, so that several words can be one; else between blanks.
    """
    if isinstance(given, str):
        marked = _APART.sub(",", clean_note(given))
        parts = marked.split(",") if "," in marked else marked.split()
    else:
        parts = [str(one) for one in given] if isinstance(given, Iterable) else []
    found = (folded(clean_line(one)) for one in parts)
    return tuple(dict.fromkeys(one for one in found if one.strip("!* ")))[:MOST_WORDS]


def names_of(book: CodeBook, themes: Iterable[str]) -> tuple[str, ...]:
    """What some themes are called."""
    return tuple(found.name for one in themes if (found := book.theme(one)))
