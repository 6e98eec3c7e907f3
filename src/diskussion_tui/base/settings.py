"""What somebody has chosen once for all, on this machine: handed to whoever needs it, never looked up.

What each setting means is said in `texts`, a sentence under each; how the file is read, in `content/settings.py`.
"""

from __future__ import annotations

from typing import Literal

from diskussion_tui.base.value import dataclass

Spoken = Literal["", "sv", "en"]
"""A language; empty for that of the workbook."""
Inks = Literal["dark", "light", "projector"]
"""A theme."""
TimeUp = Literal["inget", "ljud", "blink"]
"""What tells that a step's time is up: nothing, the terminal's bell, a flash of the top line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of whoever sits here, as they are where nothing was chosen."""

    language: Spoken = ""
    theme: Inks = "dark"
    sessions: str = ""
    folders: tuple[str, ...] = ()
    facilitator: str = ""
    note_taker: str = ""
    unit: str = ""
    coder: str = ""
    time_up: TimeUp = "inget"

    @property
    def details(self) -> dict[str, str | int]:
        """What every discussion that begins here says of itself from the start."""
        known = {"facilitator": self.facilitator, "note_taker": self.note_taker, "unit": self.unit}
        return {key: value for key, value in known.items() if value}


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something in a settings file that does not count. `code` says why, `found` what stands there, or which error it was.

    `known` is what could stand there instead.
    """

    code: str
    line: int = 0
    key: str = ""
    found: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyAsked:
    """A key that somebody wants a command to have, and on which line they say so."""

    command: str
    key: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """What a settings file gave. `given` are those of its settings that count; the others are as where nothing was chosen.

    `keys` are those asked for, not yet held against the commands.
    """

    file: str
    settings: Settings = Settings()
    given: frozenset[str] = frozenset()
    wrong: tuple[Wrong, ...] = ()
    keys: tuple[KeyAsked, ...] = ()
