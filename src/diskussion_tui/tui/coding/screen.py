"""Coding: a queue of notes, one key a decision. Digits choose suggestions, letters search themes, Enter takes what is found.

The line always has the cursor. While it is empty digits, arrows and Space are keys; with a letter in it everything is text, so that
no name of a theme ever becomes a command. Digits with words right behind them were words: what they decided is taken back, and they
stand in the line. A decision shows the next note with its suggestions in the same frame.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on

from diskussion_tui.tui import chrome
from diskussion_tui.tui.coding import deeds, page
from diskussion_tui.tui.coding.base import MENU_KEY, CodingScreen
from diskussion_tui.tui.commands import bindings
from diskussion_tui.tui.digits import Counted
from diskussion_tui.tui.rows import Block, Row, row_length, text_rows
from diskussion_tui.tui.widgets.keyed_field import KeyedField
from diskussion_tui.workshop.coding_queue import FEW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from diskussion_tui.domain.analysis.suggesting import Suggestion
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.digits import Back
    from diskussion_tui.tui.toolkit.input_queue import InputQueue
    from diskussion_tui.workshop.coding_queue import Queue

_NONE = "0"
_DIGITS = "123456789"
_ARROWS = {"left": "code_undo", "right": "code_skip"}
_QUEUE = "queue"
"""What digits are typed on: each goes on to the next note, so that they are one sentence over several."""


class Coding(CodingScreen):
    """The queue. `name` is the compilation's, `signs` those of the kinds that notes may have."""

    PLACES = ("coding",)
    FOOTER = "coding"
    KEYS = frozenset({*_DIGITS, _NONE, MENU_KEY, *_ARROWS})
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("coding"),
        ("down", "move(1)"),
        ("up", "move(-1)"),
        ("ctrl+z", "do('code_undo')"),
    ]

    def __init__(self, queue: Queue, called: str, signs: Mapping[str, str], words: Texts) -> None:
        super().__init__(queue, words)
        self._called, self._signs = called, signs
        self._suggested: tuple[Suggestion, ...] = ()
        self.similar: list[str] = []
        self._of = ""
        self._taken: set[str] = set()
        self._picked: list[str] = []
        self._several = False
        self._memo = ""
        self._ordering = False
        self._counted = Counted(queue.desk.now)

    def on_mount(self) -> None:
        """As on any coder's desk; digits that were words come before what is typed in the line."""
        super().on_mount()
        self.line.before = partial(self._counted.as_words, _QUEUE)

    def on_unmount(self) -> None:
        """See to it that the last decision is on disk, however one leaves."""
        if why := self.queue.desk.close():
            self.app.notify(
                self.words.coding.ends_unsaved.format(why=self.words.reasons.of(why)), markup=False
            )

    def usual_theme(self) -> str:
        """The first suggestion."""
        return self._suggested[0].theme if self._suggested and not self.typed else ""

    # ---- keys --------------------------------------------------------------------------------------------------------

    @on(KeyedField.Pressed)
    def _on_pressed(self, event: KeyedField.Pressed) -> None:
        key = event.key
        if key == MENU_KEY:
            self._blank()
        elif key in _ARROWS:
            self.action_do(_ARROWS[key])
        elif not self._counted.takes(_QUEUE, key, partial(self._by_digit, key)):
            self.line.insert_text_at_cursor(f"{self._counted.as_words(_QUEUE)}{key}")

    def _blank(self) -> None:
        """What can be done with the theme. A blank right behind digits waits for what follows it."""
        if self._counted.takes_blank(_QUEUE):
            self.say(self.words.coding.themes_or_words)
        else:
            self.open_menu("theme")

    def _by_digit(self, digit: str) -> Back:
        """Do what a digit does; gives what takes it back, with all that was made ready for the note."""
        queue, coding = self.queue, self.queue.desk.coding
        held = self._of, set(self._taken), list(self._picked), self._memo
        if digit == _NONE:
            super().action_do("code_none")
        elif queue.note and int(digit) <= len(self._suggested):
            self._choose(self._suggested[int(digit) - 1].theme)
        decided = queue.desk.coding is not coding

        def back() -> None:
            if decided:
                queue.undo()
            self._of, self._taken, self._picked, self._memo = held

        return back

    def action_do(self, command_id: str) -> None:
        """Carry out a command: the digits before it were no words."""
        self._counted.forget()
        super().action_do(command_id)

    def action_move(self, lines: int) -> None:
        """Up and down among what can be chosen: the digits before it were no words."""
        self._counted.forget()
        super().action_move(lines)

    def enter(self) -> None:
        """Take what is chosen: a theme, a new one, a similar note; several themes where these were picked."""
        self._counted.forget()
        chosen = self.board.selected
        if chosen == page.NEW:
            self._choose(deeds.make(self.queue, self.typed))
        elif chosen.startswith(page.THEME):
            self._choose(chosen.removeprefix(page.THEME))
        elif chosen.startswith(page.NOTE):
            self._taken ^= {chosen.removeprefix(page.NOTE)}
            self.show()
        elif self._picked:
            self._decide(self._picked)
        else:
            self.refuse(self.words.coding.nothing_chosen)

    def _choose(self, theme: str) -> None:
        if not (self.queue.note and theme):
            return
        if self._several:
            (self._picked.remove if theme in self._picked else self._picked.append)(theme)
            self.line.empty()
            self.board.select("")
            self.show()
        else:
            self._decide([theme])

    def _decide(self, themes: list[str]) -> None:
        queue, said = self.queue, self.words.coding
        notes = [queue.current, *(note for note in self.similar if note in self._taken)]
        name = page.named(themes, queue.desk.coding.book, self.words)
        shared = queue.shared_left
        queue.decide(notes, themes, self._memo)
        if shared and not queue.shared_left:
            told = said.shared_done
        elif not themes:
            told = said.decided_none
        elif len(notes) > 1:
            told = said.decided_several(len(notes)).format(theme=name)
        else:
            told = said.decided.format(theme=name)
        self.line.empty()
        self._order_anew()
        self.say(told)

    def do_code_theme(self) -> None:
        """Take what is chosen."""
        self.enter()

    def do_code_none(self) -> None:
        """No theme fits."""
        self._decide([])

    def do_code_skip(self) -> None:
        """The next note, without a decision."""
        self.queue.go_on(self.queue.current)
        self.say(self.words.coding.skipped)

    def do_take_along(self) -> None:
        """Take along all similar notes, or none."""
        self._taken = set() if self._taken else set(self.similar)
        self.show()

    def do_code_several(self) -> None:
        """Several themes on a note, or one at a time again."""
        self._several = not self._several
        self._picked = []
        self.say(self.words.coding.several_on if self._several else self.words.coding.several_off)

    async def do_code_memo(self) -> None:
        """Write why: kept with the decision, also where that is made already."""
        from diskussion_tui.domain.analysis.coding import remark
        from diskussion_tui.tui.dialogs.form import Asked, Form

        queue, said = self.queue, self.words.coding
        note = queue.current
        before = queue.desk.coding.decision(note, queue.coder)
        text = self._memo or (before.memo if before else "")
        form = Form(
            said.memo_title, [Asked("memo", said.memo_label, text, longest=2_000)], self.words, lambda _: ""
        )
        values = await self.ask(form)
        if values is None:
            return
        self._memo = values["memo"]
        if before:
            queue.take_in(
                queue.desk.do(lambda coding, stamp: remark(coding, stamp, queue.coder, note, self._memo))
            )
        self.say(said.memo_kept)

    def do_code_themes(self) -> None:
        """The code book."""
        from diskussion_tui.tui.coding.themes import Themes

        self.app.push_screen(Themes(self.queue, self.words))

    def do_code_blind(self) -> None:
        """Hide or show what others have decided."""
        queue, said = self.queue, self.words.coding
        queue.look(blind=not queue.blind, disputed=False)
        if not queue.blind:
            self.say(said.blind_off)
        else:
            self.say(said.blind_first(queue.shared_left) if queue.shared_left else said.blind_on)

    def do_code_disputed(self) -> None:
        """Go to what was coded differently, or back to the queue."""
        queue = self.queue
        queue.look(disputed=not queue.disputed)
        if queue.disputed and not queue.left and not queue.done:
            queue.look(disputed=False)
            self.say(self.words.coding.no_disputes)
            return
        self.say("")

    def do_leave_coding(self) -> None:
        """Empty the line; where it is empty, go back."""
        if self.line.value:
            self.line.value = ""
        elif self.board.selected:
            self.board.select("")
        else:
            self.dismiss(None)

    # ---- the order ---------------------------------------------------------------------------------------------------

    def _order_anew(self) -> None:
        """Put what is left in order by what was learned: at once where it is little, else beside the screen."""
        queue = self.queue
        if not queue.wants_order or self._ordering:
            return
        if len(queue.said) <= FEW:
            queue.take_order(queue.order_anew())
            return
        self._ordering = True

        def ordered() -> None:
            self._ordering = False
            queue.take_order(task.result())

        task = cast("InputQueue", self.app).beside(queue.order_anew, "ordering", ordered)
        task.tell()  # nobody waits for it: what is at hand stays

    # ---- showing -----------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Draw everything."""
        if not self.is_composed:
            return
        queue, width = self.queue, self.app.size.width
        if self._of != queue.current:
            self._of = queue.current
            self._taken, self._picked, self._memo = set(), [], ""
            self.board.select("")
        self._suggested = self._asked()
        self.similar = queue.similar(max(0, min(5, self.app.size.height - 18)))
        self._taken &= set(self.similar)
        self._show_header(width)
        self.board.show((self._blocks(width - 4),))
        self.show_hint()
        self.show_footer()

    def _asked(self) -> tuple[Suggestion, ...]:
        """What is suggested: what coders have said first, where that is to be settled."""
        from diskussion_tui.domain.analysis.suggesting import Suggestion

        found = self.queue.suggestions()
        said = self.queue.said_by(self.queue.current) if self.queue.disputed else {}
        first = dict.fromkeys(theme for themes in said.values() for theme in themes)
        known = {one.theme: one for one in found}
        led = [known.get(theme) or Suggestion(theme, 0.0) for theme in first]
        return (*led, *(one for one in found if one.theme not in first))[: len(_DIGITS)]

    def _blocks(self, width: int) -> list[Block]:
        queue, book, said = self.queue, self.queue.desk.coding.book, self.words.coding
        note = queue.note
        if note is None:
            done = said.all_settled if queue.disputed else said.all_done
            return [Block(text_rows(done, max(20, width - 4), "text", "  ", "  "))]
        if self.typed:
            bare = page.Shown(note, (), (), frozenset(), (), {}, None, "")
            head = Block(page.note_rows(bare, self._signs, self.words, min(width, page.WIDEST)))
            return [head, *page.found_blocks(self.typed, book, self.words, width)]
        decision = queue.desk.coding.decision(note.id, queue.coder)
        shown = page.Shown(
            note,
            self._suggested,
            tuple(queue.said[one] for one in self.similar),
            frozenset(self._taken),
            tuple(self._picked),
            queue.said_by(note.id),
            queue.desk.coding.themes_in(decision) if decision else None,
            self._memo or (decision.memo if decision else ""),
        )
        return page.blocks_of(shown, book, self._signs, self.words, width)

    def _show_header(self, width: int) -> None:
        queue, said = self.queue, self.words.coding
        left: Row = ((said.title, "heading"), (f"  ·  {self._called}", "muted"))
        if queue.disputed:
            left = (*left, (f"  ·  {said.settling}", "bright"))
        elif queue.blind:
            left = (*left, (f"  ·  {said.blind}", "bright"))
            if queue.shared_left:
                left = (*left, (f"  ·  {said.shared_left(queue.shared_left)}", "bright"))
        right: Row = ((said.left(queue.left), "text"), (f"  ·  {said.coded(queue.done)}", "muted"))
        coder: Row = ((queue.coder, "muted"),)
        rate = page.rate_row(queue.rate, queue.curve(), self.words, width - row_length(coder) - 8)
        self.header.show(chrome.header_rows(left, right, rate, coder, width))
