"""What the screens need of the world, handed in by the command line: where things are, and how the workbook is read.

An outline of the workbook is enough for home's first frame; the whole of it, which takes validation, is read beside the
screen and waited for only by whoever leads a discussion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from diskussion_tui.base.settings import Settings
from diskussion_tui.base.value import dataclass
from diskussion_tui.workshop.clock import steady_seconds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from diskussion_tui.base.look import Look
    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.looking_in import Places


class Problem(Protocol):
    """Something that is wrong with a workbook."""

    def row(self) -> str:
        """The problem on one line: where it is, what is wrong, what to write."""
        ...


class LookRead(Protocol):
    """What reading a look gave: how documents look, and the problems where it cannot be used."""

    @property
    def look(self) -> Look:
        """How they look."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong."""
        ...


class BookRead(Protocol):
    """What reading a workbook gave: the workbook, or None and the problems that stand in its way."""

    @property
    def workbook(self) -> Workbook | None:
        """The workbook that can be led."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong."""
        ...


@dataclass(frozen=True, slots=True)
class Environment:
    """Where sessions and example lie, how the workbook is read in a language, and what time it is.

    `steady` measures time, whatever the clock on the wall is set to. A window for the room `follows_by_itself`, unless whoever
    drives it has it look. `refuge` is where discussions go on when the folder of the sessions refuses; None where nothing else may be written.
    `also` are other folders that are read as one with that of the sessions.
    `settings` are those of whoever sits here, `own_keys` their keys by command, `unheeded` how many of them could not be heeded, and `remember` keeps one that was
    chosen on a screen, by its name; it raises `ValueError` and `OSError`. `read_look` says how documents look, where anything does.
    """

    sessions: Path
    example: Path
    outline: Outline
    read_workbook: Callable[[Texts], BookRead]
    now: Callable[[], dt.datetime]
    refuge: Path | None = None
    steady: Callable[[], float] = steady_seconds
    settings: Settings = Settings()
    unheeded: int = 0
    own_keys: Mapping[str, str] | None = None
    remember: Callable[[str, str], None] | None = None
    follows_by_itself: bool = True
    read_look: Callable[[Texts], LookRead] | None = None
    also: tuple[Path, ...] = ()

    @property
    def places(self) -> Places:
        """Where discussions are read."""
        from diskussion_tui.workshop.looking_in import Places

        return Places(self.sessions, self.refuge, self.also)
