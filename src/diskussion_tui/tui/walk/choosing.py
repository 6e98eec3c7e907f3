"""Being among the notes: what is chosen on the board, going there and back, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from diskussion_tui.domain.session.conclusions import conclusion
from diskussion_tui.tui.dialogs.menu import Entry, Menu
from diskussion_tui.tui.walk.hands import Hands
from diskussion_tui.tui.walk.items.chosen import chosen_item
from diskussion_tui.tui.walk.pages.overview import PART

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.walk.items.item import Item
    from diskussion_tui.tui.walk.screen import Walk


_DIGITS = "0123456789"
_KIND = "kind:"
"""What an answer of the menu begins with that is no command but a kind."""


class Choosing:
    """What is chosen, and how one gets there."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self._hands = Hands(walk)
        self._seen = (False, False)

    @property
    def item(self) -> Item:
        """What is chosen, with what can be done to it."""
        return chosen_item(self.walk, self.walk.board.selected)

    @property
    def note(self) -> Note | None:
        """The note that is chosen, where it can be worked on."""
        chosen = self.walk.board.selected
        return self.walk.session.note(chosen) if chosen and self.walk.writes else None

    @property
    def is_among(self) -> bool:
        """Whether keys go to the notes rather than into the line."""
        return self.walk.focused is self.walk.board

    @property
    def at_rivals(self) -> bool:
        """Whether the chosen note has versions that stand against each other."""
        chosen = self.walk.board.selected
        return bool(chosen and self.walk.session.rivals(chosen))

    @property
    def at_merged(self) -> bool:
        """Whether the chosen note was merged from others."""
        note = self.walk.session.note(self.walk.board.selected)
        return bool(note and note.sources)

    # ---- going there and back ------------------------------------------------------------------------------------

    def choose(self, thing: str) -> None:
        """Go to a thing on the board."""
        self.walk.board.select(thing)
        self.walk.to_notes()
        self.show()
        self.walk.tools.masking.look_at_chosen()

    def go_up(self) -> None:
        """Into the notes, to the latest of the kind being written into; in the summary to the latest conclusion."""
        if not self.walk.board.has_choices:
            self.walk.board.scroll_lines(-1)
        elif self.walk.step.question:
            self.choose(self._latest_note())
        else:
            self.choose(self._latest_conclusion())

    def go_down(self) -> None:
        """Down from the line: on through a page that is read, to the first thing of it that can be chosen."""
        ids = self.walk.board.ids if not self.walk.step.question else []
        if ids and (self.walk.place.parks or self.walk.step.role == "end"):
            self.choose(ids[0] if self.walk.place.parks else ids[-1])
        elif not self.walk.step.question:
            self.walk.board.scroll_lines(1)

    def back_to_writing(self) -> None:
        """Back to the capture line."""
        self._hands.forget()
        self._hit_is_left()
        self.walk.to_line()
        self.show()

    def moved(self) -> None:
        """Another thing was chosen: say what can be done with it, where that is more or less than before."""
        self._hands.forget()
        self._hit_is_left()
        if (self.at_rivals, self.at_merged) != self._seen or self.walk.step.role == "end":
            self.show()
        self.walk.tools.masking.look_at_chosen()

    def _hit_is_left(self) -> None:
        """What was looked for is no longer marked."""
        if self.walk.hit[0]:
            self.walk.hit = ("", ())
            self.walk.show_page()

    def left(self) -> None:
        """The way down led out of the notes: to the line; on the compass what stands below is seen as well."""
        if self.walk.step.role == "compass":
            self.walk.board.scroll_to_end()
        self.back_to_writing()

    def picked(self, thing: str) -> None:
        """A thing was clicked."""
        self.choose(thing)
        if self.walk.step.role == "compass":
            self.walk.tell(self.item.edit())

    def typed(self, character: str) -> None:
        """A character was typed among the notes: a digit on one counts hands, anything else is written in the line."""
        note = self.note
        if note and character in _DIGITS and self._hands.count(note, int(character)):
            return
        self.write(self._hands.as_words(note) + character)

    def write(self, text: str) -> None:
        """Go to the line and type there, as somebody does."""
        self.back_to_writing()
        self.walk.capture.type(text)

    def paste(self, text: str) -> None:
        """Go to the line and paste there."""
        self.back_to_writing()
        self.walk.capture.post_message(events.Paste(text))

    # ---- the menu ------------------------------------------------------------------------------------------------

    def open_menu(self) -> Story | None:
        """What can be done with the thing that is chosen. A blank right behind digits waits for what follows it."""
        if self._hands.takes_blank(self.note):
            hands = self.note.supporters if self.note else 0
            self.walk.say(self.walk.words.walk.hands_or_words(hands))
            return None
        return self._menu() if self.item.menu else None

    async def _menu(self) -> None:
        walk, item = self.walk, self.item
        chosen = await walk.ask(Menu([*walk.entries(item.menu), *self._kinds()], walk.words))
        if chosen and chosen.startswith(_KIND):
            item.set_kind(chosen.removeprefix(_KIND))
        elif chosen:
            walk.action_do(chosen)

    def _kinds(self) -> list[Entry]:
        """The kinds by their own keys, which stand behind the one that turns them."""
        asked = self.walk.place.kind and self.note
        kinds = self.walk.workshop.workbook.kinds if asked else ()
        return [Entry(kind.key.lower(), f"{_KIND}{kind.id}") for kind in kinds]

    def show(self) -> None:
        """Draw what depends on the thing that is chosen: the keys that help, and the hint."""
        self._seen = (self.at_rivals, self.at_merged)
        self.walk.show_footer()
        self.walk.show_hint()

    def _latest_conclusion(self) -> str:
        ids = self.walk.board.ids
        made = [one for one in ids if conclusion(self.walk.session, one)]
        return made[-1] if made else next((one for one in ids if not one.startswith(PART)), ids[0])

    def _latest_note(self) -> str:
        notes = self.walk.view(0).notes_of(self.walk.step.id, self.walk.place.kind or None)
        return notes[-1].id if notes else self.walk.board.ids[-1]
