"""Making the discussion final, and opening it again."""

from __future__ import annotations

from diskussion_tui.domain.session import changes
from diskussion_tui.tui.dialogs.ask import Ask
from diskussion_tui.tui.walk.tools.tool import Tool


class Finishing(Tool):
    """The end of a discussion."""

    async def finish(self) -> None:
        """Make the discussion final, or open it again, once that is meant: No is what Enter answers."""
        walk, said = self.walk, self.walk.words.dialogs
        if walk.workshop.read_only:
            walk.say("")
        elif walk.session.final:
            if await walk.ask(Ask(said.reopen_question, said.reopen_explained, walk.words)):
                self._set(final=False)
        elif await walk.ask(Ask(said.finish_question, said.finish_explained, walk.words)):
            self._set(final=True)

    def _set(self, *, final: bool) -> None:
        walk = self.walk
        if final:
            walk.line.walk_away()  # what is being edited counts, as wherever one goes on
            walk.workshop.timing.stop()
        if walk.change(changes.set_state, "fastställd" if final else "utkast"):
            walk.place.enter(fresh=False)
            walk.say(walk.words.walk.finished if final else walk.words.walk.reopened)
            if final and not walk.practising:
                walk.tell(walk.tools.elsewhere.hand_over())
