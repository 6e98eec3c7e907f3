"""What the screens need of the world, handed in by the command line: where things are, and how the workbook is read.

An outline of the workbook is enough for home's first frame; the whole of it, which takes validation, is read beside the
screen and waited for only by whoever leads a discussion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.workshop.clock import steady_seconds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.content.outline import Outline
    from diskussion_tui.content.reader import Reading
    from diskussion_tui.texts.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Environment:
    """Where sessions and example lie, how the workbook is read in a language, and what time it is.

    `steady` measures time, whatever the clock on the wall is set to. `refuge` is where discussions go on when the folder of the sessions refuses; None where nothing else may be written.
    """

    sessions: Path
    example: Path
    outline: Outline
    read_workbook: Callable[[Texts], Reading]
    now: Callable[[], dt.datetime]
    refuge: Path | None = None
    steady: Callable[[], float] = steady_seconds
