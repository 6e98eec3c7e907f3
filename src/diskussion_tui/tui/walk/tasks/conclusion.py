"""Writing conclusions: new ones in the summary's line, and other words for one that is there.

Which sort, section, owner and day a conclusion has is read from its words, and told back while they are typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import sentence_case
from diskussion_tui.domain.session import conclusions
from diskussion_tui.domain.session.conclusions import SORTS
from diskussion_tui.tui.walk.tasks.task import NOTHING, Drafted, Task

if TYPE_CHECKING:
    from diskussion_tui.domain.session.conclusions import Read
    from diskussion_tui.domain.session.records import ConclusionKind
    from diskussion_tui.texts.catalogue.conclusions import Conclusions
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.tui.walk.hints import Hint


def read_back(read: Read, said: Conclusions) -> str:
    """What was read of owner and last day from the words, and what was not."""
    day = read.due.isoformat() if read.due else ""
    return " · ".join(said.read(read.owner, day, read.no_date, read.unread))


class _Concluding(Task):
    """What both ways of writing a conclusion share."""

    concludes = True
    turns = True

    @property
    def sort(self) -> ConclusionKind:
        """The sort that is written."""
        raise NotImplementedError

    def set_sort(self, sort: ConclusionKind) -> None:
        """Write another sort."""
        raise NotImplementedError

    def turn_title(self) -> str:
        """The sort."""
        return self.walk.words.conclusions.turn

    def turn(self, by: int) -> None:
        """Another sort."""
        self.set_sort(SORTS[(SORTS.index(self.sort) + by) % len(SORTS)])
        self.walk.line.keep_draft()
        self.walk.show_page()
        self.walk.show_prompt()
        self.walk.show_hint()

    def reading(self) -> Hint:
        """Section, owner and last day, as far as the words name them. In an empty line, how to begin."""
        typed, said = self.walk.capture.text, self.walk.words.conclusions
        workbook = self.walk.workshop.workbook
        if not typed.strip():
            return said.hint.format(example=workbook.sections[0].id), "muted"
        found = conclusions.read(typed, self.sort, self.sections, self.walk.workshop.now().date())
        edited = conclusions.conclusion(self.walk.session, self.note)
        section = workbook.section(found.section or (edited.section if edited else ""))
        parts = (
            said.about.format(section=f"{section.id} {section.heading}") if section else said.about_whole,
            read_back(found, said),
        )
        return " · ".join(filter(None, parts)), "warning" if found.no_date or found.unread else "muted"

    @property
    def sections(self) -> list[str]:
        """The ids that a conclusion may begin with to say what it is about."""
        return [section.id for section in self.walk.workshop.workbook.sections]


class ConclusionTask(_Concluding):
    """What is typed becomes a conclusion: what the line is for in the summary."""

    usual = True

    @property
    def sort(self) -> ConclusionKind:
        """The sort that was turned to, the first to begin with."""
        return next((sort for sort in SORTS if sort == self.walk.place.chosen_kind), SORTS[0])

    def set_sort(self, sort: ConclusionKind) -> None:
        """Write another sort from now on."""
        self.walk.place.chosen_kind = sort

    @property
    def drafted_kind(self) -> str:
        """The sort."""
        return self.sort if self.walk.concludes else self.walk.place.kind

    def prompt(self) -> Row:
        """The sort, by its sign and name."""
        sign, label = self.walk.words.conclusions.sign(self.sort), self.walk.words.conclusions.sort(self.sort)
        return ((f" {sign} {sentence_case(label)} ", "badge-accent"), (" ", "text"))

    def reading(self) -> Hint:
        """As ever; of a discussion that takes none, nothing."""
        return super().reading() if self.walk.concludes else NOTHING

    def send(self, text: str) -> None:
        """A conclusion; an empty line stays empty."""
        walk = self.walk
        said_words = walk.words.conclusions
        said = conclusions.read(text, self.sort, self.sections, walk.workshop.now().date())
        if not said.text.strip():
            walk.capture.put("")
        elif walk.line.fits(said.text) and (
            made := walk.change(conclusions.conclude, walk.workshop.ids.new(), self.sort, said)
        ):
            walk.capture.put("")
            walk.line.keep_draft()
            walk.board.bring_into_view(made.versions[-1].id)
            where = said_words.about.format(section=said.section) if said.section else said_words.about_whole
            if known := said_words.of_sort(self.sort):
                told = known.saved.format(about=where[:1].lower() + where[1:])
                heard = read_back(said, said_words)
                walk.say(f"{told} {heard}".strip(), "warning" if said.unread else "muted")

    def leave(self) -> None:
        """There is nothing to leave but the big picture."""
        if self.walk.big:
            self.walk.toggle_big()

    def walk_away(self) -> None:
        """What is half typed walks along."""

    def drafted(self) -> Drafted:
        """What is half typed."""
        return Drafted(self.walk.capture.text)


class RewordTask(_Concluding):
    """What is typed becomes the words of a conclusion."""

    @property
    def sort(self) -> ConclusionKind:
        """The conclusion's own."""
        one = conclusions.conclusion(self.walk.session, self.note)
        return one.kind if one else SORTS[0]

    def set_sort(self, sort: ConclusionKind) -> None:
        """Give the conclusion another sort."""
        self.walk.change(conclusions.sort_conclusion, self.note, sort)

    def prompt(self) -> Row:
        """That it is reworded, by the sort's sign and name."""
        said = self.walk.words.conclusions
        named = said.prompt_edit.format(sort=said.sort(self.sort))
        return ((f" {said.sign(self.sort)} {named} ", "badge-accent"), (" ", "text"))

    def opening(self) -> str:
        """What Enter and an emptied line do."""
        return self.walk.words.conclusions.edit_hint

    def send(self, text: str) -> None:
        """The conclusion has these words now."""
        if self.walk.line.fits(text):
            self.walk.change(conclusions.conclude_again, self.note, text, self.sections)
            self.walk.line.end_task(self.stash, keep=True)

    def walk_away(self) -> None:
        """What has been typed counts, as if it had been sent; an emptied line withdraws nothing in passing."""
        text = self.walk.capture.text
        if text.strip() and self.walk.line.fits(text):
            self.walk.change(conclusions.conclude_again, self.note, text, self.sections)
        super().walk_away()
