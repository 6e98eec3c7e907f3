"""A note that is chosen: other words, the bin, hands, star, dissent, kind, another question, its versions, parking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.clock import moment
from diskussion_tui.domain.session import changes, parking
from diskussion_tui.domain.session.records import BY_HAND, Note
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk.choices import step_choice
from diskussion_tui.tui.walk.items.item import Item
from diskussion_tui.tui.walk.tasks.dissent import DissentTask
from diskussion_tui.tui.walk.tasks.edit import EditTask

if TYPE_CHECKING:
    from diskussion_tui.tui.walk.screen import Walk


class NoteItem(Item):
    """A note under the question in view."""

    menu = "note"
    opens = True

    def __init__(self, walk: Walk, note: Note) -> None:
        super().__init__(walk, note.id)
        self.note = note

    def edit(self) -> None:
        """Put its words in the line."""
        self.walk.line.begin(EditTask(self.walk, self.id), self.note.text)

    def withdraw(self) -> None:
        """Into the bin; the one below it is chosen next."""
        self.leave_for_neighbour()
        self.gone(self.walk.change(changes.withdraw, self.id), self.walk.words.walk.withdrawn)

    def mark(self) -> None:
        """Mark it for merging and concluding, or take its mark off."""
        self.walk.tools.merging.mark_chosen()

    def star(self) -> None:
        """Set or take off the star."""
        self.walk.change(changes.toggle_star, self.id)

    def turn_kind(self) -> None:
        """The next kind."""
        kinds = [kind.id for kind in self.walk.workshop.workbook.kinds]
        if self.note.kind in kinds:
            self.set_kind(kinds[(kinds.index(self.note.kind) + 1) % len(kinds)])

    def set_kind(self, kind: str) -> None:
        """A kind, and stay in view with it."""
        self.walk.change(changes.set_kind, self.id, kind)
        self.walk.board.bring_into_view(self.id)

    def count(self, number: int) -> None:
        """So many hands."""
        self.walk.change(changes.support, self.id, number)
        self.walk.say(self.walk.words.terms.supporters(number))

    def dissent(self) -> None:
        """Mark that somebody does not agree, and write what they say."""
        if self.note.dissent or self.walk.change(changes.toggle_dissent, self.id):
            self.walk.line.begin(DissentTask(self.walk, self.id), self.note.objection)

    async def move(self) -> None:
        """To another question, which is asked for."""
        walk = self.walk
        steps = [step for step in walk.workshop.steps if step.question and step.id != self.note.question]
        chooser = Chooser(
            walk.words.dialogs.move_title, [step_choice(walk, step) for step in steps], walk.words
        )
        question = walk.workshop.workbook.question(await walk.ask(chooser) or "")
        if question is None:
            return
        kinds = walk.workshop.workbook.kinds
        kind = (self.note.kind or kinds[0].id) if question.asks == "kinds" else ""
        change = walk.change(changes.move, self.id, question.id, kind)
        self.gone(change, walk.words.walk.moved.format(step=called(question.id)))

    def park(self) -> None:
        """Put it aside, or take it back where it is parked; the one below it is chosen next."""
        said = self.walk.words.conclusions
        if self.note.parked:
            if self.walk.change(parking.unpark, self.id):
                self.walk.say(said.unparked)
            return
        self.leave_for_neighbour()
        self.gone(self.walk.change(parking.park, self.id), said.parked)

    # ---- its versions --------------------------------------------------------------------------------------------

    @property
    def versions(self) -> list[Note]:
        """Every version of it, the earliest first."""
        found = self.walk.session.versions[self.note.table, self.id]
        return [version for version in found if isinstance(version, Note)]

    async def choose_version(self) -> None:
        """Have another version count: one of somebody else's, or one from before."""
        walk = self.walk
        versions = {_named(version): version for version in reversed(self.versions)}
        choices = [self._choice(version) for version in versions.values()]
        chosen = await walk.ask(Chooser(walk.words.dialogs.versions_title, choices, walk.words))
        if chosen and walk.change(changes.settle, versions[chosen]):
            walk.choosing.show()
            walk.say(walk.words.walk.version_chosen)

    def _choice(self, version: Note) -> Choice:
        """A version as something to choose: its words, and what became of it, who wrote it and when."""
        said = self.walk.words.walk
        by = dict.fromkeys(self.walk.workshop.ours, said.version_yours) | {BY_HAND: said.version_by_hand}
        marks = (
            said.version_now if self.walk.session.note(self.id) == version else "",
            said.version_gone if version.gone else "",
            self.walk.words.merging.version_merged if version.merged_into else "",
            by.get(version.writer, version.writer),
            moment(version.at),
        )
        return Choice(_named(version), version.text, " · ".join(filter(None, marks)), whole=True)


def _named(version: Note) -> str:
    return f"{version.rev}.{version.change}"
