"""Since last time: the group's actions that are still open, read beside the screen so that no key and no frame waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from diskussion_tui.tui.walk.tools.tool import Tool
from diskussion_tui.workshop.earlier import actions_before

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.open_actions import Action


class LastTime(Tool):
    """Looks into the group's earlier discussions."""

    @dataclass
    class Remembered(Message):
        """What is still open since last time."""

        actions: tuple[Action, ...]

    def look(self) -> None:
        """Begin to look; what is found comes as a message to the walk."""
        self.walk.run_worker(self._read, thread=True, exclusive=True, group="last-time")

    def _read(self) -> None:
        workshop = self.walk.workshop
        found = actions_before(workshop.path.parent, workshop.shelter, workshop.session.head)
        self.walk.post_message(self.Remembered(found))
