"""How long earlier discussions with a workbook took, step by step. Reads files: not for the screen's own thread."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from diskussion_tui.domain.plan.show import used_in
from diskussion_tui.store.library.listing import Library

if TYPE_CHECKING:
    from pathlib import Path

MOST = 50
"""So many discussions, the latest, say how it usually goes; older ones were perhaps led by others."""


def times_before(
    folder: Path, workbook: str, but: str, refuge: Path | None = None
) -> tuple[dict[str, int], ...]:
    """The seconds that each step took in the latest discussions that kept any, but not in the one with the id `but`.

    Discussions that cannot be read are passed over: nothing of theirs is changed by it.
    """
    library = Library(folder, refuge)
    led = (entry for entry in library.refresh() if not entry.fault and entry.workbook == workbook)
    others = (session for session in library.sessions(led) if session.id != but)
    used = ({item: seconds for item, seconds in used_in(one).items() if seconds} for one in others)
    return tuple(islice(filter(None, used), MOST))
