"""The part of the walk that opens the run of show."""

from __future__ import annotations

from diskussion_tui.tui.walk.stage import Stage


class Planning(Stage):
    """The run of show over the walk."""

    def action_plan(self) -> None:
        """The run of show, with its clock, breaks and end."""
        from diskussion_tui.tui.plan.screen import RunOfShow

        self.app.push_screen(RunOfShow(self.workshop, self.words), lambda _: self._planned())

    def _planned(self) -> None:
        self.say("")
        self.show_all()
