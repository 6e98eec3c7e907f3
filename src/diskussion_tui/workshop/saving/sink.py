"""Where what is said goes so that it lasts, as a workshop sees it: what it hands over, and what it is told in return.

The disk is one such place (`saver.py`), another program on the network may be one later. A workshop knows no more of either
than this, and nothing of the threads or sockets that they speak from.
"""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - a dataclass's field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.records import Draft, Record
    from diskussion_tui.domain.session.session import Change


LATER = "later"
"""What closing says where all is saved and only the readable file is left for whoever opens the discussion next."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Every change up to and with `upto` is on disk; what was handed over since may not be.

    `refuge` is the folder it is in while the discussion's own refuses with `why`; None where all is as it should be.
    """

    upto: str
    refuge: Path | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The disk refused. The changes are kept and tried again; `why` is the error's symbol, such as ENOSPC."""

    why: str


@dataclass(frozen=True, slots=True)
class NotTidy:
    """Everything is on disk, but the readable file cannot be brought up to date; `why` as above, empty once it can."""

    why: str


@dataclass(frozen=True, slots=True)
class FromOthers:
    """Another program has written into the session."""

    records: tuple[Record, ...]


Event: TypeAlias = Saved | NotSaved | NotTidy | FromOthers


class Sink(Protocol):
    """Takes what is said and sees that it lasts. Nothing that it is handed is waited for, but in `flush` and `close`."""

    @property
    def refuge(self) -> Path | None:
        """The folder of the refuge while the discussion is kept there."""
        ...

    def put(self, change: Change) -> None:
        """Hand over a change to be saved."""
        ...

    def put_draft(self, draft: Draft, *, tidy: bool = False) -> None:
        """Hand over the unfinished line; only the latest counts. With `tidy` the readable file follows at once."""
        ...

    def flush(self, patience: float | None = None) -> str:
        """Wait until everything is saved or was refused; the reason if it was, else empty."""
        ...

    def close(self, patience: float | None = None) -> str:
        """Save what is left and let go; the reason if something stayed unsaved or untidy, `LATER` if only for want of time.

        Does not wait for ever; with `patience`, in seconds, not longer than that in all.
        """
        ...


if TYPE_CHECKING:
    MakeSink: TypeAlias = Callable[[Callable[[Event], None]], Sink]
    """Begins a sink, which calls what it is given with what happens, from whichever thread."""
