"""The run of show: every step and break with its time, and the keys that change the plan while the evening goes on.

What is planned are changes like any other, to be undone; the clock is not. It works on the same workshop as the walk under it,
so nothing here needs to be carried back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, ParamSpec

from textual import getters, on, work
from textual.binding import Binding
from textual.message import Message

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.plan import changes
from diskussion_tui.domain.plan.habits import minutes_in, next_at, usual_minutes
from diskussion_tui.tui import chrome
from diskussion_tui.tui.commands import bindings, footer
from diskussion_tui.tui.dialogs.ask import Ask
from diskussion_tui.tui.dialogs.form import Asked, Form
from diskussion_tui.tui.help import help_rows
from diskussion_tui.tui.over_walk import OverWalk
from diskussion_tui.tui.plan import page
from diskussion_tui.tui.rows import row_length
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.sheet import Sheet
from diskussion_tui.workshop.usual_times import times_before

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

P = ParamSpec("P")
_EVERY = 5.0
"""Seconds between two looks at the clock; nothing is drawn unless something is different."""
_WIDEST = 96
"""No row of the list is wider: the eye follows it from a name to its minutes."""
_A_BREAK = 15
"""Minutes that a new break is proposed to take."""


class RunOfShow(OverWalk):
    """The run of show of an open discussion."""

    PLACES = ("plan",)
    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "#plan-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("plan"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
    ]

    header = getters.query_one("#plan-header", Sheet)
    heads = getters.query_one("#plan-heads", Sheet)
    list = getters.query_one("#plan-list", Board)
    footer = getters.query_one("#plan-footer", Sheet)

    class Before(Message):
        """What earlier discussions took has been read."""

        def __init__(self, used: tuple[dict[str, int], ...]) -> None:
            super().__init__()
            self.used = used

    def __init__(self, workshop: Workshop, words: Texts) -> None:
        super().__init__()
        self.workshop = workshop
        self.words = words
        self._drawn: object = None

    def compose(self) -> ComposeResult:
        """Header, heads of the columns, the steps, what was said, footer."""
        yield from self.too_small()
        yield Sheet(id="plan-header")
        yield Sheet(id="plan-heads")
        yield Board(id="plan-list")
        yield Sheet(id="hint")
        yield Sheet(id="plan-footer")

    def on_mount(self) -> None:
        """Start at the break that is due, else where the group is."""
        self.workshop.listen(self.show)
        self.set_interval(_EVERY, self.show)
        self.call_after_refresh(self._choose_first)

    def on_unmount(self) -> None:
        """Hear no more."""
        self.workshop.unlisten(self.show)

    def on_resize(self, event: events.Resize) -> None:
        """Set everything for the room there is."""
        self.fit(event.size)
        self._drawn = None
        self.show()

    def reword(self, words: Texts) -> None:
        """Say everything in another language."""
        self.words = words
        self._drawn = None
        self.show()

    def _choose_first(self) -> None:
        standing = self.workshop.timing.standing
        self.list.select((standing.due or standing.here.item).id)
        self.show_hint()

    # ---- drawing -------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Draw what is different."""
        if not self.is_composed:
            return
        timing, words = self.workshop.timing, self.words
        width, standing = self.app.size.width, timing.standing
        session = self.workshop.session
        clock = chrome.clock_row(self.workshop, words)
        saving = chrome.saving_row(self.workshop, words)
        room = width - row_length(saving) - 6
        below = page.sum_row(standing, words, session.head.ends, room)
        self.header.show(chrome.header_rows(((words.plan.title, "heading"),), clock, below, saving, width))
        self.heads.show((page.head_row(words, self._inner),))
        blocks = page.plan_blocks(standing, session, words, self._inner, runs=bool(timing.running))
        if blocks != self._drawn:
            self._drawn = blocks
            self.list.show((blocks,))
        self.show_hint()
        self.footer.show(chrome.footer_rows(footer(self, "plan", words), width))

    @property
    def _inner(self) -> int:
        """How wide a row of the list is."""
        return max(40, min(self.app.size.width - 5, _WIDEST))

    def hinted(self) -> tuple[str, str]:
        """What the line under the list says."""
        text, tone = self.said
        saving = chrome.saving_hint(self.workshop, self.words)
        if self.workshop.saving.state == "refused" or not text:
            text, tone = saving[0], saving[1] or "muted"
        if not text and self.workshop.session.final:
            text = self.words.walk.final_hint
        return text or page.whole_title(self.chosen, self.workshop.session, self.words, self._inner), tone

    # ---- choosing ------------------------------------------------------------------------------------------------

    def action_move(self, lines: int) -> None:
        """Up and down, stopping at the ends."""
        self.list.stride(lines)
        self.say("")

    def on_key(self, event: events.Key) -> None:
        """What is typed is something said: back to the walk with it, where words can be written."""
        if event.is_printable and event.key != "space":
            event.stop()
            self.leave_with(typed=event.character or "")

    def do_menu(self) -> None:
        """What can be done with the item that is chosen, and with the plan."""
        self.open_menu("item")

    @on(Board.Picked)
    def _on_picked(self, event: Board.Picked) -> None:
        self.list.select(event.id)
        self.show_hint()

    @property
    def chosen(self) -> Item:
        """The item that is chosen; where the group is while none is."""
        timing = self.workshop.timing
        return next((item for item in timing.show if item.id == self.list.selected), timing.item)

    # ---- the clock -----------------------------------------------------------------------------------------------

    def do_pause_clock(self) -> None:
        """Stop the clock or go on; start the break that is chosen."""
        item, timing = self.chosen, self.workshop.timing
        if item.is_break and timing.running != item.id and not item.skipped:
            timing.begin(item.id)
        else:
            timing.pause()
        self.say("")

    async def do_clock_anew(self) -> None:
        """Every clock back to nothing, once it is certain."""
        said = self.words.plan
        if await self.ask(Ask(said.anew_question, said.anew_explained, self.words)):
            self.workshop.timing.start_anew()
            self.say(said.started_anew)
            self.show()

    # ---- the plan ------------------------------------------------------------------------------------------------

    def do_add_one(self) -> None:
        """A minute more where the group is."""
        self._add(1)

    def do_add_five(self) -> None:
        """Five minutes more where the group is."""
        self._add(5)

    def _add(self, minutes: int) -> None:
        item = self.workshop.timing.item
        if self.change(changes.set_minutes, item, item.minutes + minutes):
            self._say_minutes(item, item.minutes + minutes)

    def do_take_time(self) -> None:
        """Five minutes from later steps to the one where the group is."""
        before = self.workshop.timing.item
        made = self.change(changes.take_from_later, self.workshop.timing.standing, 5)
        if made:
            self.say(self.words.plan.taken(self.workshop.timing.item.minutes - before.minutes))
        elif self.workshop.writable:
            self.say(self.words.plan.nothing_to_take)

    async def do_plan_minutes(self) -> None:
        """Other minutes for the chosen item."""
        item, said = self.chosen, self.words.plan
        title = said.minutes_title.format(name=page.item_name(item, self.words))
        asked = Asked("minutes", said.minutes_label, str(item.minutes))
        form = Form(title, [asked], self.words, lambda values: self._wrong_minutes(values["minutes"]))
        values = await self.ask(form)
        minutes = minutes_in(values["minutes"]) if values else None
        if minutes is not None and self.change(changes.set_minutes, item, minutes):
            self._say_minutes(item, minutes)

    def _say_minutes(self, item: Item, minutes: int) -> None:
        name = page.item_name(item, self.words)
        self.say(self.words.plan.changed_minutes.format(name=name, minutes=minutes))

    def _wrong_minutes(self, typed: str) -> str:
        return "" if minutes_in(typed) is not None else self.words.plan.minutes_wrong

    def do_plan_behaviour(self) -> None:
        """The next of what the chosen item may do when time runs short."""
        item, every = self.chosen, changes.BEHAVIOURS
        self.change(changes.set_behaviour, item, every[(every.index(item.behaviour) + 1) % len(every)])

    def do_skip_item(self) -> None:
        """Skip the chosen item, or take it back in."""
        item = self.chosen
        self.change(changes.set_skipped, item, skipped=not item.skipped)

    async def do_add_break(self) -> None:
        """A break before the chosen item; where that is the one at hand it begins at once, and the walk shows it."""
        item, said = self.chosen, self.words.plan
        now = item.id == self.workshop.timing.item.id
        before = item.before or item.id
        title = said.break_now if now else said.break_title.format(name=page.item_name(item, self.words))
        asked = Asked("break", said.break_name, f"{said.a_break} {_A_BREAK}")
        values = await self.ask(Form(title, [asked], self.words, lambda _values: ""))
        if values is None:
            return
        name, minutes = _read_break(values["break"])
        made = self.change(changes.add_break, self.workshop.ids.new(), name or said.a_break, minutes, before)
        if made:
            self.list.select(made.versions[0].id)
        if made and now:
            self.workshop.timing.begin(made.versions[0].id)
            self.dismiss(None)

    def do_remove_break(self) -> None:
        """Take the chosen break out."""
        item = self.chosen
        if self.workshop.timing.running == item.id:
            self.workshop.timing.pause()
        if self.change(changes.remove_break, item.id):
            self.list.select(item.before)

    async def do_set_end(self) -> None:
        """When the group stops."""
        said, ends = self.words.plan, self.workshop.session.head.ends
        asked = Asked("ends", said.end_label, time_of_day(ends) if ends else "", said.end_hint)
        form = Form(said.end_title, [asked], self.words, self._wrong_end)
        values = await self.ask(form)
        if values is not None:
            typed = values["ends"].strip()
            self.change(changes.set_ends, next_at(typed, self.workshop.now()) if typed else None)

    def _wrong_end(self, values: dict[str, str]) -> str:
        typed = values["ends"].strip()
        return "" if not typed or next_at(typed, self.workshop.now()) else self.words.plan.end_wrong

    def do_as_before(self) -> None:
        """The plan as earlier discussions really went."""
        self.say(self.words.plan.reading_before)
        self._read_before()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read_before(self) -> None:
        workshop = self.workshop
        head = workshop.session.head
        self.post_message(self.Before(times_before(workshop.path.parent, head.workbook, head.id)))

    @on(Before)
    def _on_before(self, message: Before) -> None:
        said = self.words.plan
        usual = usual_minutes(message.used)
        if not usual:
            self.say(said.none_before)
        elif self.change(changes.as_before, self.workshop.timing.show, usual):
            self.say(said.as_before(len(message.used)))
        else:
            self.say(said.as_before_already)

    # ---- the rest ------------------------------------------------------------------------------------------------

    def do_help(self) -> None:
        """Every key here."""
        words = self.words
        self.read(words.dialogs.help_title, lambda width: help_rows(words, None, width, ("plan",)), "help")

    def do_close_plan(self) -> None:
        """Back to the walk."""
        self.dismiss(None)


def _read_break(typed: str) -> tuple[str, int]:
    """What a break is called, and its minutes, where the last word is a number; else as many as are proposed."""
    words = clean_line(typed).split()
    minutes = minutes_in(words[-1]) if words else None
    return " ".join(words if minutes is None else words[:-1]), _A_BREAK if minutes is None else minutes
