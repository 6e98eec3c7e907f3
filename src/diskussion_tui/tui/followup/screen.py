"""The page on which actions are followed up: of all discussions of the folder, done or undone with one key.

What is told goes into the discussion that spoke of the action last, by the path of every change, and only what is on disk is shown.
An action stays where it is until one looks anew: a list that is ticked off does not move under the hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session.faults import NotOpenedError
from diskussion_tui.domain.session.refusals import InShell, RefusedError
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.compiling import wishes
from diskussion_tui.tui.followup.handing import hand_out
from diskussion_tui.tui.followup.page import Line, grouped, laid_out, told_row
from diskussion_tui.tui.row_screen import RowScreen
from diskussion_tui.tui.rows import spread, text_rows
from diskussion_tui.workshop.follow_up import NotKeptError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from textual.binding import BindingType

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.followup.handing import Wait
    from diskussion_tui.tui.followup.page import Group
    from diskussion_tui.tui.toolkit.beside import Task
    from diskussion_tui.workshop.follow_up import FollowUp

TASK = "follow-up"
"""What is done beside the screen."""


class FollowedUp(RowScreen[Line]):
    """Actions, looked for already. `wait` waits for the disk in a story; `told` and `untold` write, for any thread."""

    PLACES = ("followup",)
    THING = "followed"
    DOING = "followup"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("followup"),
        ("pagedown", "move(5)"),
        ("pageup", "move(-5)"),
    ]

    def __init__(
        self,
        words: Texts,
        of: FollowUp,
        wait: Wait,
        tell: Callable[[Action, bool], None],
        untell: Callable[[], Action],
        today: Callable[[], dt.date],
    ) -> None:
        super().__init__(words)
        self.of = of
        self._wait, self._tell, self._untell, self.today = wait, tell, untell, today
        self._groups: tuple[Group, ...] = grouped(of.actions, today())
        self._went_to_read = False

    # ---- showing -------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Every action, and how many there are of each sort."""
        if not self.is_composed:
            return
        width, words = self.app.size.width, self.words
        self.laid = tuple(laid_out(self._groups, self.of.actions, words, width - 5, self.today()))
        self.look_again()
        if not self.chosen and (first := next((one.id for one in self.laid if one.id), "")):
            self.board.select(first, scroll=False)
        title = (("  ", "text"), (words.followup.title, "heading"))
        told = told_row(self.of.actions, words, self.today())
        self.header.show((spread(title, told, width - 2), chrome.rule(width)))
        self.show_line()

    @property
    def find_prompt(self) -> str:
        """What the line is called."""
        return self.words.followup.find_prompt

    @property
    def action(self) -> Action | None:
        """The action that is chosen."""
        return next((one for one in self.of.actions if one.action.id == self.board.selected), None)

    def on_screen_resume(self) -> None:
        """The discussion that was opened over the page is closed: there may be other actions now."""
        if self._went_to_read and self.is_composed:
            self._went_to_read = False
            self.do_look_again()

    def _looked(self, task: Task[None]) -> None:
        """Show what a look found, or say why it could not: then all is shown as it was."""
        if not self.is_mounted:
            return
        try:
            task.result()
        except OSError as error:
            why = self.words.reasons.of_error(error)
            self.say(self.words.followup.not_looked.format(why=why), "warning")
        else:
            self._groups = grouped(self.of.actions, self.today())
            self.show()

    # ---- what can be done ----------------------------------------------------------------------------------------

    def do_read_action(self) -> None:
        """Open the discussion that spoke of it last, at the action."""
        if one := self.action:
            self._went_to_read = True
            self.post_message(wishes.Read(self.of.path_of(one), one.action.id))

    async def do_tell_done(self) -> None:
        """Tell that it is done, or that it is not after all."""
        if one := self.action:
            done, said = not one.action.done, self.words.followup
            if await self._carried_out(lambda: self._tell(one, done), one):
                self.say(said.told_done if done else said.told_open)

    async def do_untell(self) -> None:
        """Take back what was told last, and go there."""
        found: list[Action] = []
        if await self._carried_out(lambda: found.append(self._untell()), None):
            self.board.select(found[0].action.id)
            self.moved()
            self.say(self.words.followup.undone.format(text=clean_line(found[0].action.text)))

    async def _carried_out(self, work: Callable[[], None], one: Action | None) -> bool:
        """Have something written beside the screen, and show what is on disk then; False, and why is said, where it is not."""
        said = self.words.followup
        task: Task[None] = self.app.beside(work, TASK)
        if not await self._wait(task):
            self.say(said.still_telling)
            return False
        try:
            task.result()
        except (NotOpenedError, RefusedError, NotKeptError, OSError) as error:
            self._explain(error, one)
            return False
        finally:
            self.show()
        return True

    def _explain(
        self, error: NotOpenedError | RefusedError | NotKeptError | OSError, one: Action | None
    ) -> None:
        """Say on a page to read why nothing was told."""
        words = self.words
        if isinstance(error, NotOpenedError):
            why = error.sentence(words)
        elif isinstance(error, RefusedError):
            name, path = (one.name, self.of.path_of(one)) if one else ("", "")
            final = words.followup.final.format(name=clean_line(name))
            why = error.in_shell(words, InShell(final, words.followup.not_told, clean_line(str(path))))
        elif isinstance(error, NotKeptError):
            why = words.followup.not_told.format(why=words.reasons.of(error.why))
        else:
            why = words.followup.not_told.format(why=words.reasons.of_error(error))
        self.read(words.followup.title, lambda width: text_rows(why, min(76, width)), "")

    def do_look_again(self) -> None:
        """Look at the folder again."""
        task: Task[None] = self.app.beside(self.of.look, TASK, lambda: self._looked(task))

    async def do_hand_out_actions(self) -> None:
        """Hand them out as a calendar or a table."""
        await hand_out(self, self.of, self._wait, self.today())

    def do_leave_followup(self) -> None:
        """Close the line that finds, else go back to where one came from."""
        if not self.close_line():
            self.dismiss(None)
