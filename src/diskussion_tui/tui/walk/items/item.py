"""What every chosen thing can be asked to do. Where a thing cannot, nothing happens: its command says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.declaring import Thing
    from diskussion_tui.tui.walk.screen import Walk


class Item:
    """The thing that is chosen, or nothing at all."""

    menu: ClassVar[Thing | None] = None
    """Whose menu Space opens; None where there is none."""

    opens: ClassVar[bool] = False
    """Whether Enter does something with it."""

    def __init__(self, walk: Walk, chosen: str = "") -> None:
        self.walk = walk
        self.id = chosen

    @property
    def is_folded(self) -> bool | None:
        """Whether only the heading is seen of what it stands over; None where it is no heading."""
        return None

    def edit(self) -> Story | None:
        """Enter."""

    def withdraw(self) -> None:
        """Delete."""

    def star(self) -> None:
        """Mark it as what matters."""

    def mark(self) -> None:
        """Mark it to do something with several, or as done."""

    def turn_kind(self) -> None:
        """The next kind, or sort."""

    def set_kind(self, kind: str) -> None:
        """A kind, by its own key."""

    def count(self, number: int) -> None:
        """So many hands."""

    def dissent(self) -> None:
        """Somebody does not agree."""

    def park(self) -> None:
        """Put it aside for later."""

    def move(self) -> Story | None:
        """To another question, or section."""

    def choose_version(self) -> Story | None:
        """Have another of its versions count."""

    def go_to_notes(self) -> Story | None:
        """Go to what it was made from."""

    def leave_for_neighbour(self) -> None:
        """Choose the one below before this one goes, else the one above, else none."""
        board = self.walk.board
        if not (board.step(1) or board.step(-1)):
            board.select("")

    def gone(self, change: Change | None, said: str) -> None:
        """Say that it has gone from the page, and go to the line where nothing else is left to choose."""
        if change:
            self.walk.say(said)
        if not self.walk.board.selected:
            self.walk.choosing.back_to_writing()
