"""What the room sees of it: the page in view on the wall, and on this screen where it is mirrored."""

from __future__ import annotations

from diskussion_tui.tui.walk.tools.tool import Tool


class Room(Tool):
    """Turns the pages that the room reads."""

    def turn(self, by: int) -> None:
        """So many pages further back, or on where negative; beyond the last comes the first."""
        back = self.walk.workshop.turn_room(by)
        said = self.walk.words.wall
        if self.walk.big:
            self.walk.show_page()
        else:
            self.walk.say(said.back if back else said.newest)

    def newest(self) -> None:
        """Something has been said: that is what the room wants to see."""
        draft = self.walk.session.draft(self.walk.workshop.writer)
        if draft and draft.back:
            self.walk.workshop.show_room(draft.shows)
