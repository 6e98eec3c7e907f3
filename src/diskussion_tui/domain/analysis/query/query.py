"""A query: what is asked, put to what was said.

What is withdrawn or parked, and what a group concluded, is no note that counts: it is only looked through where the query says so
(`borttagna:ja`, `parkerade:ja`, `typ:medskick`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.query.grammar import NO, field_of
from diskussion_tui.domain.analysis.query.matching import (
    APART,
    Fits,
    Looked,
    exact,
    fits,
    loose,
    name_text,
    note_text,
)
from diskussion_tui.domain.analysis.query.nodes import All, Day, Is, Node, Text, leaves
from diskussion_tui.domain.analysis.query.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diskussion_tui.domain.analysis.said import Discussion, Said

    Themes = Callable[[Said], Iterable[str]]

_OF_DISCUSSIONS = frozenset({"name", "place", "unit", "state", "workbook", "registry"})


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked; `root` is None where nothing is. `loose` takes å, ä and ö for a, a and o."""

    root: Node | None = None
    loose: bool = False

    def matches(self, said: Said, themes: Themes | None = None) -> bool:
        """Whether a note fits. `themes` says which themes one has, where there is a compilation that knows."""
        return _asked(self).matches(said, themes)

    def finds(self, said: Said, themes: Themes | None = None) -> bool:
        """Whether a list of what was found has the note: it fits, and is not there for the name of its discussion alone.

        Where a name holds all words that are asked for, the discussion is what was found; the notes are those that say them too.
        """
        return _asked(self).finds(said, themes)

    def by_name(self, discussion: Discussion) -> bool:
        """Whether a discussion is found by its name and what else is known of it as a whole, whatever was said in it."""
        return _asked(self).by_name(discussion)

    @property
    def ready(self) -> Ready:
        """The same questions for whoever puts them to a million notes."""
        return _asked(self)

    def spelled(self, language: str = "sv") -> str:
        """The query as it is written."""
        return spelled(self.root, language)

    @property
    def texts(self) -> tuple[Text, ...]:
        """The words that must be there, in order: those to mark in what was found."""
        return tuple(one for one, denied in leaves(self.root) if isinstance(one, Text) and not denied)

    @property
    def plain_words(self) -> tuple[str, ...] | None:
        """The words where nothing but words is asked for, all of them; None where anything else is."""
        parts = self.root.parts if isinstance(self.root, All) else filter(None, (self.root,))
        found = tuple(parts)
        if any(not isinstance(one, Text) or one.whole for one in found):
            return None
        return tuple(one.words for one in found if isinstance(one, Text))

    @property
    def is_plain(self) -> bool:
        """Whether nothing but words is asked for, all of them."""
        return self.plain_words is not None

    @property
    def asks_of_notes(self) -> bool:
        """Whether a field asks something of the notes, rather than of whole discussions."""
        return any(
            not isinstance(one, (Text, Day)) and not (isinstance(one, Is) and one.field in _OF_DISCUSSIONS)
            for one, _denied in leaves(self.root)
        )

    @property
    def asks_by_fields(self) -> bool:
        """Whether a field is asked for: no discussion is ever called so."""
        return any(isinstance(one, Is) for one, _denied in leaves(self.root))

    @property
    def can_be_loose(self) -> bool:
        """Whether å, ä and ö could be taken for a and o: where words are looked for, in a text or in a field."""
        return not self.loose and any(
            isinstance(one, Text) or (isinstance(one, Is) and field_of(one.field).sort == "text")
            for one, _denied in leaves(self.root)
        )

    def looks_through(self, scope: str) -> bool:
        """Whether what does not count is looked through: `withdrawn` or `parked` notes, or conclusions (`sort`)."""
        return any(
            isinstance(one, Is) and one.field == scope and set(one.values) != {NO}
            for one, _denied in leaves(self.root)
        )

    def in_scope(self, said: Said) -> bool:
        """Whether a note is one of those looked through."""
        return _asked(self).in_scope(said)

    def loosely(self) -> Query:
        """The same, with å, ä and ö taken for a, a and o."""
        return Query(self.root, loose=True)


class Ready:
    """A query made ready to be put to many notes, one discussion after the other."""

    def __init__(self, query: Query) -> None:
        self._words = any(isinstance(one, Text) for one, _denied in leaves(query.root))
        self._fold = loose if query.loose else exact
        self._fits: Fits = fits(query.root, self._fold) if query.root else lambda _one: True
        self._names = bool(query.texts) and not query.asks_of_notes
        self._scopes = {scope for scope in ("withdrawn", "parked", "sort") if query.looks_through(scope)}
        self._name: tuple[Discussion | None, str, bool] = (None, "", False)

    def in_scope(self, said: Said) -> bool:
        """Whether a note is one of those looked through."""
        scopes = self._scopes
        if said.sort and "sort" not in scopes:
            return False
        if said.withdrawn:
            return "withdrawn" in scopes
        return not said.parked or "parked" in scopes

    def matches(self, said: Said, themes: Themes | None) -> bool:
        """Whether a note fits."""
        return self.in_scope(said) and self._put(said, themes, self._named(said.discussion)[0])

    def finds(self, said: Said, themes: Themes | None) -> bool:
        """Whether a list of what was found has the note."""
        if not self.in_scope(said):
            return False
        name, by_name = self._named(said.discussion)
        return self._put(said, themes, "" if by_name else name)

    def by_name(self, discussion: Discussion) -> bool:
        """Whether a discussion is found as a whole."""
        return self._named(discussion)[1]

    def _put(self, said: Said, themes: Themes | None, name: str) -> bool:
        text = f"{name}{APART}{note_text(said, self._fold)}" if self._words else ""
        return self._fits(Looked(said, text, themes(said) if themes else ()))

    def _named(self, discussion: Discussion) -> tuple[str, bool]:
        """What a discussion is found by, and whether it is; the last one is remembered, since its notes come in a row."""
        known, name, found = self._name
        if known is not discussion:
            name = name_text(discussion, self._fold)
            found = self._names and self._fits(Looked(_nothing_said(discussion), name, ()))
            self._name = (discussion, name, found)
        return name, found


def _nothing_said(discussion: Discussion) -> Said:
    from diskussion_tui.domain.analysis.said import Said

    return Said(discussion, "", "", "", "")


@lru_cache(16)
def _asked(query: Query) -> Ready:
    return Ready(query)
