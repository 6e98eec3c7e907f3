"""How long earlier discussions with a workbook took, step by step. Reads files: not for the screen's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.plan.show import used_in
from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.reading import read_session

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
    found: list[dict[str, int]] = []
    for entry in Library(folder, refuge).refresh():
        if entry.fault or entry.workbook != workbook:
            continue
        try:
            session = read_session(entry.path, refuge).session
        except (UnreadableSessionError, OSError):
            continue
        used = {item: seconds for item, seconds in used_in(session).items() if seconds}
        if used and session.id != but:
            found.append(used)
        if len(found) == MOST:
            break
    return tuple(found)
