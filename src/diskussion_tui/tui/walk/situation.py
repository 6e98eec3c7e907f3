"""Where somebody is on the walk, as the conditions of commands see it: read when it is asked for, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session.conclusions import conclusion

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from diskussion_tui.domain.session.records import Conclusion, Note
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.tui.declaring import Footer
    from diskussion_tui.tui.walk.screen import Walk


class Situation:
    """What `conditions.OnWalk` asks for."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self.workshop = walk.workshop
        self.practising = walk.practising
        self.big = walk.big
        self.marked = walk.marked
        self.filtered = walk.filtered

    @property
    def session(self) -> Session:
        """The discussion."""
        return self._walk.session

    @property
    def step(self) -> Step:
        """The step in view."""
        return self._walk.step

    @property
    def page_ends(self) -> bool:
        """Whether there is nothing below what is in view."""
        return self._walk.board.at_end

    @property
    def writes(self) -> bool:
        """Whether the line is there."""
        return self._walk.writes

    @property
    def takes_notes(self) -> bool:
        """Whether notes can be written."""
        return self._walk.takes_notes

    @property
    def at_task(self) -> bool:
        """Whether the line is used for something else than usual."""
        return not self._walk.line.task.usual

    @property
    def turns(self) -> bool:
        """Whether Tab turns anything in the line."""
        return self._walk.line.task.turns

    @property
    def turn_title(self) -> str:
        """What Tab turns, where it is not the kind."""
        return self._walk.line.task.turn_title()

    @property
    def is_among(self) -> bool:
        """Whether keys go to the notes rather than into the line."""
        return self._walk.choosing.is_among

    @property
    def note(self) -> Note | None:
        """The note that is chosen, where it can be worked on."""
        return self._walk.choosing.note

    @property
    def conclusion(self) -> Conclusion | None:
        """The conclusion that is chosen, where it can be worked on."""
        return conclusion(self.session, self._walk.board.selected) if self.writes else None

    @property
    def opens(self) -> bool:
        """Whether Enter does something with what is chosen."""
        return self._walk.choosing.item.opens

    @property
    def fold_title(self) -> str:
        """What Enter does with the part of the summary that is chosen; empty where none is."""
        folded, said = self._walk.choosing.item.is_folded, self._walk.words.walk
        return "" if folded is None else said.unfold if folded else said.fold

    @property
    def at_rivals(self) -> bool:
        """Whether the chosen note has versions that stand against each other."""
        return self._walk.choosing.at_rivals

    @property
    def filters(self) -> Sequence[object]:
        """The filters that would show some of the notes."""
        return self._walk.tools.filter.offered()

    @property
    def personal(self) -> Collection[str]:
        """The sorts of personal data in the chosen note, or else in the line."""
        return self._walk.tools.masking.sorts

    @property
    def exercises_left(self) -> bool:
        """Whether there is something to try yet."""
        return self._walk.tools.guide.is_on


def doing(walk: Walk) -> Footer:
    """What somebody is doing on the walk, as footers tell it apart."""
    if walk.choosing.is_among and walk.choosing.item.is_folded is not None:
        return "conclusions"
    if not walk.writes:
        return "reading"
    if walk.choosing.is_among and (walk.choosing.note or conclusion(walk.session, walk.board.selected)):
        return "notes" if walk.choosing.note else "conclusions"
    if walk.place.parks or walk.step.role == "picture":
        return "reading"
    return "concluding" if walk.line.task.concludes else "writing"
