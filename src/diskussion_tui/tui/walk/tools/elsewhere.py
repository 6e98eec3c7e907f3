"""The screens that open over the walk and work on the same discussion: rounds, the run of show, and what comes after the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from diskussion_tui.tui.over_walk import OverWalk


class Elsewhere(Tool):
    """Ways to other screens and back."""

    _ranked: tuple[str, str] = ("", "")
    """The round that was left last, and the note that was chosen in it."""

    async def rank(self) -> None:
        """Prioritise the notes of the section in view."""
        from diskussion_tui.tui.rounds.screen import Ranking

        walk = self.walk
        if section := walk.step.section:
            walk.line.keep_draft()
            walk.say("")
            screen = Ranking(walk.workshop, walk.words, section, self._ranked)
            await self._over(screen)
            self._ranked = screen.left_at

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        walk, timing = self.walk, self.walk.workshop.timing
        timing.pause()
        walk.show_header()
        walk.say(walk.words.plan.goes_on if timing.running else walk.words.plan.stands)

    async def plan(self) -> None:
        """The run of show, with its clock, breaks and end."""
        from diskussion_tui.tui.plan.screen import RunOfShow

        self.walk.say("")
        await self._over(RunOfShow(self.walk.workshop, self.walk.words))

    async def hand_over(self) -> None:
        """What came of the discussion, and what to do with it now."""
        from diskussion_tui.tui.reading.handover import HandOver

        screen = HandOver(self.walk.workshop, self.walk.words)
        await self._over(screen)
        if screen.goes_home:
            self.walk.go_home()

    async def _over(self, screen: OverWalk) -> None:
        """Be on another screen, and write in the walk what was said there."""
        walk = self.walk
        await walk.ask(screen)
        walk.show_all()
        if screen.typed:
            walk.write(screen.typed)
        elif screen.pasted:
            walk.paste(screen.pasted)
