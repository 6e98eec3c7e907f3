"""The screens that open over the walk and work on the same discussion: a section's rounds, and the run of show."""

from __future__ import annotations

from diskussion_tui.tui.walk.tools.tool import Tool


class Elsewhere(Tool):
    """Ways to other screens and back."""

    async def rank(self) -> None:
        """Prioritise the notes of the section in view."""
        from diskussion_tui.tui.rounds.screen import Ranking

        walk = self.walk
        if section := walk.step.section:
            walk.line.keep_draft()
            await walk.ask(Ranking(walk.workshop, walk.words, section))
            walk.show_all()

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        walk, timing = self.walk, self.walk.workshop.timing
        timing.pause()
        walk.show_header()
        walk.say(walk.words.plan.goes_on if timing.running else walk.words.plan.stands)

    async def plan(self) -> None:
        """The run of show, with its clock, breaks and end."""
        from diskussion_tui.tui.plan.screen import RunOfShow

        run_of_show = RunOfShow(self.walk.workshop, self.walk.words)
        await self.walk.ask(run_of_show)
        self.walk.say("")
        self.walk.show_all()
        if run_of_show.typed:
            self.walk.write(run_of_show.typed)
