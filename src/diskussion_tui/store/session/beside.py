"""What lies beside a session's file: which journals and which other files there are that may be of a session.

Whoever opens one discussion looks through its folders (`Folders`); a list that has looked at all of them says what it saw
(`store/library/seen.py`). Either is told to whoever gathers a session.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from diskussion_tui.store.files import paths
from diskussion_tui.store.files.beginnings import those_that_may_hold
from diskussion_tui.store.files.ground import names_in
from diskussion_tui.store.files.parallel import Ahead
from diskussion_tui.store.files.paths import session_files
from diskussion_tui.store.session.journal import journals_among
from diskussion_tui.store.session.removals import is_record, removals_among

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.store.session.removals import Removals
    from diskussion_tui.store.session.replicas import Gathered


class Beside(Protocol):
    """What lies beside a session's file: which journals and which other files there are that may be of a session."""

    def journals_of(self, session_id: str) -> Iterable[Path]:
        """The journals of a session, whoever wrote them."""
        ...

    def files_of(self, session_id: str) -> Iterable[Path]:
        """The files that may hold a session, whatever they are called."""
        ...

    def half_made_of(self, session_id: str) -> Iterable[Path]:
        """The files in the making that may hold a session: what a program was about to put in a file's place."""
        ...

    @property
    def removals(self) -> Removals:
        """What is told to have been removed for good."""
        ...

    @property
    def slow(self) -> bool:
        """Whether the disk is so slow that it is asked many things at a time."""
        ...

    def id_in(self, path: Path) -> str:
        """Which session a file is of, empty where nobody has looked."""
        ...

    def taken(self, path: Path) -> bytes | None:
        """What a file held when it was looked at, where somebody had it read whole; it is told once."""
        ...

    def journal(self, path: Path) -> bytes | None:
        """What a journal held before a file was taken, where somebody had it read; it is told once. Raises `OSError`."""
        ...

    def gathered(self, path: Path) -> Gathered | None:
        """A session that has just been gathered out of these folders; it is told once."""
        ...

    def anew(self) -> Beside:
        """The same folders looked at again."""
        ...


class Folders:
    """What lies in some folders, `own` those on this machine. They are looked through anew for every session.

    What lies in `.live` is listed once and at once, in a thread: on a slow disk whoever asks reads the session's file meanwhile.
    """

    def __init__(self, places: Iterable[Path], own: Collection[Path] = ()) -> None:
        self.places = tuple(places)
        self.own = own
        self._lying = Ahead(self._list_live)
        self.slow = not self._lying.quick()
        self._names = Ahead(self._list_files) if self.slow else None
        self._early: dict[str, Ahead[list[Path]]] = {}

    def _list_live(self) -> list[Path]:
        found: list[Path] = []
        for place in self.places:
            with suppress(OSError):
                found += names_in(place / paths.LIVE)
        return found

    def _list_files(self) -> list[Path]:
        return [path for place in self.places for path in sorted(session_files(place))]

    def journals_of(self, session_id: str) -> Iterator[Path]:
        """The journals of a session, whoever wrote them."""
        if self._names and session_id not in self._early:  # on a slow disk its files are looked for meanwhile
            self._early[session_id] = Ahead(lambda: self._early_files(session_id))
        return iter(journals_among(self._lying.result(), session_id))

    def files_of(self, session_id: str) -> list[Path]:
        """The files that may hold a session, whatever they are called."""
        if self._names is None:
            return those_that_may_hold(self._list_files(), session_id)
        # Listed while the journals were: once more after them, since a journal goes when a file has come.
        again = Ahead(self._list_files)
        early = self._early.pop(session_id, None) or Ahead(lambda: self._early_files(session_id))
        late = those_that_may_hold(set(again.result()) - set(self._names.result()), session_id, slow=True)
        return [*early.result(), *late]

    def _early_files(self, session_id: str) -> list[Path]:
        names = self._names.result() if self._names else []
        return those_that_may_hold(names, session_id, slow=True)

    def half_made_of(self, session_id: str) -> list[Path]:
        """The files in the making that may hold a session."""
        found = [path for path in self._lying.result() if path.suffix == ".ny"]
        return those_that_may_hold(found, session_id, slow=self.slow)

    @property
    def removals(self) -> Removals:
        """What is told to have been removed for good."""
        return removals_among(filter(is_record, self._lying.result()), self.own, slow=self.slow)

    def id_in(self, path: Path) -> str:  # noqa: ARG002 - nobody has looked
        """Nobody has looked."""
        return ""

    def taken(self, path: Path) -> None:
        """Nobody has read it."""

    def journal(self, path: Path) -> None:
        """Nor its journals."""

    def gathered(self, path: Path) -> None:
        """Nobody has gathered it."""

    def anew(self) -> Folders:
        """The same folders looked at again."""
        return Folders(self.places, self.own)
