"""An action of an earlier discussion that is chosen on the start page: taken along, let go again, or done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import conclusions
from diskussion_tui.tui.walk.items.item import Item

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.domain.session.records import Conclusion
    from diskussion_tui.tui.walk.screen import Walk


class ActionItem(Item):
    """What the group took on last time. What becomes of it is written in this discussion, never in the earlier one."""

    menu = "action"
    opens = True

    def __init__(self, walk: Walk, chosen: str, earlier: Action) -> None:
        super().__init__(walk, chosen)
        self._action = earlier.action
        self._said = walk.words.conclusions

    @property
    def _here(self) -> Conclusion | None:
        return conclusions.conclusion(self.walk.session, self._action.id)

    def edit(self) -> None:
        """Take it along, or let it go again."""
        here = self._here
        if here and not here.done:
            if self.walk.change(conclusions.withdraw_conclusion, here.id):
                self.walk.say(self._said.let_go)
        elif self.walk.change(conclusions.follow_up, self._action, done=False):
            self.walk.say(self._said.followed)

    def mark(self) -> None:
        """Note that it is done, or that it is not after all."""
        done = not (self._here and self._here.done)
        if self.walk.change(conclusions.follow_up, self._action, done=done):
            self.walk.say(self._said.followed_done if done else self._said.marked_open)
