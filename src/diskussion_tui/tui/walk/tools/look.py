"""What opens over the walk to look something up or to choose: help, background, picture, cues, jump, details, bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.conclusions import restore_conclusion, withdrawn_conclusions
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import END, called
from diskussion_tui.reports.fields import DETAILS
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.rows import rows_of
from diskussion_tui.tui.walk import pages
from diskussion_tui.tui.walk.choices import step_choice
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.session.records import Conclusion, Note
    from diskussion_tui.texts.catalogue import Texts


class Look(Tool):
    """Pages to read, and lists to choose from."""

    # ---- pages ---------------------------------------------------------------------------------------------------

    def help(self) -> None:
        """Every key, what the signs mean, and what could not be read of the file."""
        from diskussion_tui.tui.help import fault_rows, help_rows, refuge_rows, removal_rows

        workshop, words = self.walk.workshop, self.walk.words
        self.walk.read(
            words.dialogs.help_title,
            lambda width: (
                *refuge_rows(workshop.refuge, words, width),
                *fault_rows(workshop.found.faults, words, width),
                *removal_rows(workshop.found.removes, words, width),
                *help_rows(words, workshop.workbook, width),
            ),
            "help",
        )

    def background(self) -> None:
        """The background and the short forms."""
        workbook, words = self.walk.workshop.workbook, self.walk.words
        self.walk.read(
            workbook.background.heading,
            lambda width: pages.background_rows(workbook, words, width),
            "background",
        )

    def picture(self) -> None:
        """The picture of the section in view; the background where there is none."""
        section = self.walk.step.section
        if section is None or self.walk.step.role == "picture":
            self.background()
            return
        self.walk.read(
            f"{section.id}  {section.heading}",
            lambda width: rows_of(layout.picture(section, min(width, pages.TEXT_WIDTH))),
            "picture",
        )

    def cues(self) -> None:
        """The facilitator's cues for this step; never in the big picture."""
        from diskussion_tui.tui.walk.pages.cues import cue_rows

        step, words = self.walk.step, self.walk.words
        self.walk.used.add("cues")
        self.walk.read(
            f"{words.dialogs.cues_title}  ·  {pages.step_name(step, words)}",
            lambda width: cue_rows(step.cues, width),
            "cues",
        )

    # ---- lists ---------------------------------------------------------------------------------------------------

    async def jump(self) -> None:
        """Go straight to a step."""
        walk = self.walk
        choices = [step_choice(walk, step) for step in walk.workshop.steps]
        chosen = await walk.ask(Chooser(walk.words.dialogs.jump_title, choices, walk.words, walk.step.id))
        walk.place.go_to(chosen or "")

    async def details(self) -> None:
        """Who, where and how many."""
        from diskussion_tui.tui.dialogs.form import Asked, Form

        walk, head, said = self.walk, self.walk.session.head, self.walk.words
        fields = [
            Asked(name, getattr(said.terms, name), str(getattr(head, name) or ""), _example(name, said))
            for name in DETAILS
            if name != "date"
        ]
        fields.insert(0, Asked("name", said.dialogs.name, head.name))
        values = await walk.ask(Form(said.dialogs.details_title, fields, said, self._wrong_details))
        if values is not None:
            number = int(values["participants"].strip() or 0)
            walk.change(changes.set_details, {**values, "participants": number})
            walk.show_all()

    def _wrong_details(self, values: dict[str, str]) -> str:
        said = self.walk.words.dialogs
        if not values["name"].strip():
            return said.name_missing
        number = values["participants"].strip()
        fine = not number or (
            number.isascii() and number.isdigit() and int(number) <= changes.MAX_PARTICIPANTS
        )
        return "" if fine else said.number_wrong

    async def bin(self) -> None:
        """Bring back a note or a conclusion that was withdrawn."""
        walk = self.walk
        notes, made = walk.session.withdrawn(), withdrawn_conclusions(walk.session)
        chosen = await walk.ask(Chooser(walk.words.dialogs.bin_title, self._gone(notes, made), walk.words))
        if not chosen:
            return
        if any(one.id == chosen for one in made):
            if walk.change(restore_conclusion, chosen):
                walk.place.go_to(END)
        elif walk.change(merging.restore, chosen) and (note := walk.session.note(chosen)):
            walk.place.go_to(note.question)
            walk.say(walk.words.walk.restored)

    def _gone(self, notes: Sequence[Note], made: Sequence[Conclusion]) -> list[Choice]:
        sort = self.walk.words.conclusions.sort
        return [
            *(Choice(one.id, one.text.replace("\n", " "), called(one.question)) for one in reversed(notes)),
            *(Choice(one.id, one.text.replace("\n", " "), sort(one.kind)) for one in reversed(made)),
        ]


def _example(detail: str, words: Texts) -> str:
    """What may stand in the field of a detail, where that is not plain from its name."""
    example: str = getattr(words.dialogs, f"example_{detail}", "")
    return example
