"""What opens over the walk to look something up or to choose: help, compass, background, picture, cues, jump, details, bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.conclusions import restore_conclusion, withdrawn_conclusions
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import END, step_named
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.rows import rows_of
from diskussion_tui.tui.walk import pages
from diskussion_tui.tui.walk.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.rows import Row

_MAX_PARTICIPANTS = 9999


class Looking(Stage):
    """The part of the walk that opens something over it."""

    def action_help(self) -> None:
        """Every key, what the signs mean, and what could not be read of the file."""
        from diskussion_tui.tui.help import fault_rows, help_rows, refuge_rows

        faults = self.workshop.found.faults
        self._read(
            self.words.dialogs.help_title,
            lambda width: (
                *refuge_rows(self.workshop.refuge, self.words, width),
                *fault_rows(faults, self.words, width),
                *help_rows(self.words, self.workshop.workbook, width),
            ),
            "f1",
        )

    def action_compass(self) -> None:
        """The compass of today's structure."""
        part = self.workshop.workbook.compass
        self._read(part.heading, lambda width: pages.compass_rows(self.view(width)), "f2")

    def action_background(self) -> None:
        """The background and the short forms."""
        self._read(
            self.workshop.workbook.background.heading,
            lambda width: pages.background_rows(self.workshop.workbook, self.words, width),
            "ctrl+b",
        )

    def action_picture(self) -> None:
        """The picture of the section in view; the background where there is none."""
        section = self.step.section
        if section is None or self.step.role == "picture":
            self.action_background()
            return
        title = f"{section.id}  {section.heading}"
        self._read(title, lambda width: rows_of(layout.picture(section, min(width, pages.TEXT_WIDTH))), "f4")

    def action_cues(self) -> None:
        """The facilitator's cues for this step; never in the big picture."""
        from diskussion_tui.tui.walk.pages.cues import cue_rows

        cues = self.step.cues
        if not cues or self.big:
            self.say("" if self.big else self.words.walk.no_cues)
            return
        self.used.add("cues")
        self._read(
            f"{self.words.dialogs.cues_title}  ·  {pages.step_name(self.step, self.words)}",
            lambda width: cue_rows(cues, width),
            "f8",
        )

    def action_jump(self) -> None:
        """Go straight to a step."""
        choices = [self.choice(step) for step in self.workshop.steps]
        chooser = Chooser(self.words.dialogs.jump_title, choices, self.words, self.step.id)
        self.app.push_screen(chooser, lambda chosen: self._jump(chosen or ""))

    def action_details(self) -> None:
        """Who, where and how many."""
        from diskussion_tui.tui.dialogs.form import Asked, Form

        head, terms = self.workshop.session.head, self.words.terms
        fields = [
            Asked("name", self.words.dialogs.name, head.name),
            Asked("place", terms.place, head.place),
            Asked("facilitator", terms.facilitator, head.facilitator),
            Asked("note_taker", terms.note_taker, head.note_taker),
            Asked("participants", terms.participants, str(head.participants or "")),
        ]
        form = Form(self.words.dialogs.details_title, fields, self.words, self._wrong_details)
        self.app.push_screen(form, self._set_details)

    def action_bin(self) -> None:
        """Bring back a withdrawn note."""
        session = self.workshop.session
        gone = session.withdrawn()
        made = withdrawn_conclusions(session)
        if not (gone or made):
            self.say(self.words.walk.bin_empty)
            return
        choices = [Choice(note.id, note.text.replace("\n", " "), note.question) for note in reversed(gone)]
        choices += [
            Choice(one.id, one.text.replace("\n", " "), self.words.conclusions.sort(one.kind))
            for one in reversed(made)
        ]
        chooser = Chooser(self.words.dialogs.bin_title, choices, self.words)
        self.app.push_screen(chooser, lambda chosen: self._restore(chosen or ""))

    def _restore(self, note_id: str) -> None:
        if self.change(restore_conclusion, note_id):
            self._jump(END)
            return
        note: Note | None = self.workshop.session.note(note_id)
        if note and self.change(merging.restore, note.id):
            self._jump(note.question)
            self.say(self.words.walk.restored)

    def _jump(self, step_id: str) -> None:
        step = step_named(self.workshop.steps, step_id) if step_id else None
        if step:
            self.go_to(self.workshop.steps.index(step))

    def _wrong_details(self, values: dict[str, str]) -> str:
        if not values["name"].strip():
            return self.words.dialogs.name_missing
        number = values["participants"].strip()
        fine = not number or (number.isascii() and number.isdigit() and int(number) <= _MAX_PARTICIPANTS)
        return "" if fine else self.words.dialogs.number_wrong

    def _set_details(self, values: dict[str, str] | None) -> None:
        if values is None:
            return
        details: dict[str, str | int] = {**values, "participants": int(values["participants"].strip() or 0)}
        self.change(changes.set_details, details)
        self.show_all()

    def _read(self, title: str, set_rows: Callable[[int], tuple[Row, ...]], key: str) -> None:
        from diskussion_tui.tui.dialogs.reader import Reader

        self.app.push_screen(Reader(title, set_rows, self.words, key))
