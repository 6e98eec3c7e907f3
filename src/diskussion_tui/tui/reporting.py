"""A report of a discussion that is chosen in a list: it is looked into as for reading, and handed out. Nothing is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.patience import Patience
from diskussion_tui.tui.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.tui.app import DiskussionApp
    from diskussion_tui.tui.base_screen import BaseScreen
    from diskussion_tui.tui.environment import Environment

OPENING = "opening"
"""What is done beside the screen."""


class Reporting:
    """Hands out what a list has. `read_workbook` may be called from any thread; it waits."""

    def __init__(
        self, app: DiskussionApp, environment: Environment, read_workbook: Callable[[], Workbook | None]
    ) -> None:
        self._app, self._world, self._read_workbook = app, environment, read_workbook
        self._patience = Patience(app, environment.sessions, environment.steady)
        self._telling = Telling(app, lambda: None)

    def hand_out(self, screen: BaseScreen, path: Path) -> None:
        """Hand a discussion out, by its file."""
        self._patience.tell(self._hand_out(screen, path))

    async def _hand_out(self, screen: BaseScreen, path: Path) -> None:
        from diskussion_tui.domain.session.faults import NotOpenedError
        from diskussion_tui.tui.handing_out import hand_out
        from diskussion_tui.workshop.looking_in import look_into
        from diskussion_tui.workshop.report import Source, source_at

        world = self._world

        def work() -> Source:
            session = look_into(path, world.places).session
            return source_at(path, session, self._read_workbook())

        task = self._app.beside(work, OPENING)
        if not await self._patience.wait(task):
            return
        try:
            source = task.result()
        except NotOpenedError as error:
            self._telling.explain(path.name, error)
        except OSError as error:
            self._telling.cannot_open(path.name, self._app.texts.reasons.of_error(error))
        else:
            await hand_out(screen, source, world.now().date())
