"""What every screen that changes a discussion does: make the change, take the latest back, and say why if it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec

from textual import getters

from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.workshop.workshop import Workshop

P = ParamSpec("P")


class SessionScreen(BaseScreen):
    """A screen on a discussion that can be changed. `said` is what its line of hints says, with its tone."""

    hint = getters.query_one("#hint", Sheet)
    workshop: Workshop
    said: tuple[str, str] = ("", "muted")

    def say(self, text: str, tone: str = "muted") -> None:
        """Say something in the line of hints, until the next key."""
        self.said = (text, tone)
        self.show_hint()

    def show_hint(self) -> None:
        """Draw the line of hints."""
        text, tone = self.hinted()
        width = max(10, self.app.size.width - 5)
        self.hint.show(text_rows(text, width, tone) if text else ((),))

    def hinted(self) -> tuple[str, str]:
        """What the line of hints says, with its tone."""
        return self.said

    def explain(self, error: RefusedError) -> None:
        """Say why a change was not made."""
        self.say(error.sentence(self.words), error.tone)

    def refuse(self, why: str) -> None:
        """Say why something cannot be done."""
        self.say(why, "muted" if self.workshop.writable else "warning")

    def change(
        self,
        make: Callable[Concatenate[Session, Stamp, P], Change | None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        """Make a change, and say it in words where it cannot be made. What was said of the one before is over."""
        self.said = ("", "muted")
        try:
            return self.workshop.do(make, *args, **kwargs)
        except RefusedError as error:
            self.explain(error)
            return None

    def do_undo(self) -> None:
        """Take back the latest change."""
        self.go_back(self.workshop.undo, self.words.walk.undone, self.words.walk.nothing_to_undo)

    def do_redo(self) -> None:
        """Take back the latest undo."""
        self.go_back(self.workshop.redo, self.words.walk.redone, self.words.walk.nothing_to_redo)

    def go_back(self, take_back: Callable[[], Change | None], yes: str, no: str) -> Change | None:
        """Take something back and say what it was, or that there was nothing."""
        try:
            made = take_back()
        except RefusedError as error:
            self.explain(error)
            return None
        from diskussion_tui.reports.history import taken_back

        self.say(yes.format(what=taken_back(self.workshop.session, made, self.words)) if made else no)
        return made
