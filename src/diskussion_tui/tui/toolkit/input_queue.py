"""One key after the other: the next one is handed on when all that the last one set off has been done.

Textual hands keys to whatever has the focus as they come. A key that opens a screen, turns to another step or saves a note
does so some messages later, and what was typed meanwhile, on a slow machine or before the first frame, would land in the
list that is being left, or in the note that is being saved. Letters typed into a widget that says `takes_letters` set off
nothing and go through at once, so that typing costs nothing more.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.app import App, ScreenStackError
from textual.keys import _character_to_key

from diskussion_tui.tui.toolkit.beside import Task
from diskussion_tui.tui.toolkit.idle import idle, stories_move
from diskussion_tui.tui.toolkit.input_parser import Burst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.message_pump import MessagePump

T = TypeVar("T")

_PATIENCE = 2.0
"""Seconds to wait for a widget that may just be going away."""
_ROUNDS = 3
"""So often a message may be answered by another: a key by a widget's message, that by a screen or a change of focus."""


class InputQueue(App[int]):
    """An app whose keys and pastes are handed on in turn. `ready` is to be called once the first screen is there."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks: list[Task[Any]] = []
        self._pressed = -float("inf")
        self._typed: deque[events.Key | events.Paste] = deque()
        self._waiting = True
        self._turn: asyncio.Task[None] | None = None

    def ready(self) -> None:
        """Hand on what has been typed so far."""
        self._turn = asyncio.create_task(self._take_turns())

    def calm_for(self, seconds: float) -> bool:
        """Whether nobody has pressed a key for so long: who fills an index beside the screen leaves the processor to keys."""
        return time.monotonic() - self._pressed >= seconds

    def type_on(self, text: str) -> None:
        """Hand on a text that was typed where it was nobody's, before all that has been typed since."""
        self._typed.extendleft(events.Key(_character_to_key(one), one) for one in reversed(text))
        if text and not self._waiting:
            self._waiting = True
            self.ready()

    def beside(self, work: Callable[[], T], name: str, then: Callable[[], None] | None = None) -> Task[T]:
        """Do something beside the screen; `then` comes in the app's turn afterwards, unless the app has ended."""

        def over() -> None:
            self.tasks.remove(task)
            if then:
                then()

        task = Task(work, name)
        self.tasks.append(task)
        self.call_when_over(task, over)
        return task

    def call_soon(self, call: Callable[[], None]) -> None:
        """Have something done in the app's next turn. For any thread; nothing is waited for, nor done once the app ends."""
        self.post_message(events.Callback(call))

    def call_when_over(self, task: Task[Any], call: Callable[[], None]) -> None:
        """Have something done in the app's turn once a task is over."""
        task.when_over(lambda: self.call_soon(call))

    async def idle(self) -> None:
        """The program's own word that it rests: return once every key has been handed on, and all that it set off is done."""
        await idle(self)  # keys that have come and are in nobody's hands yet are taken in
        while self._turn and not self._turn.done():
            await self._turn
            await idle(self)

    async def on_event(self, event: events.Event) -> None:
        """Put keys and pastes in the queue where one is being waited for."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        self._pressed = time.monotonic()
        if self._waiting:
            typed = _keys_of(event)
            self._typed.extend(typed if self._turn else map(_as_typed, typed))
        elif await self._hand_on(event):
            self._waiting = True
            self.ready()

    async def _hand_on(self, event: events.Key | events.Paste) -> bool:
        """Hand on a key or a paste; whether it may set off something that the next one must wait for."""
        if isinstance(event, Burst) and not getattr(self.focused, "takes_bursts", False):
            self._typed.extendleft(reversed(_keys_of(event)))
            return True
        letter = isinstance(event, events.Key) and event.is_printable
        calm = letter and getattr(self.focused, "takes_letters", False)
        await super().on_event(event)
        return not calm

    async def _take_turns(self) -> None:
        try:
            await self._settled()
            while self._typed:
                if await self._hand_on(self._typed.popleft()):
                    await self._settled()
        except ScreenStackError:
            self._typed.clear()  # the program is being left
        finally:
            self._waiting = False

    async def _settled(self) -> None:
        """Wait until every message set off so far is handled, and the screen on top has its focus.

        A story that was set off has asked by then, or has ended: what is typed next is meant for what it asks.
        """
        until = asyncio.get_running_loop().time() + _PATIENCE
        while asyncio.get_running_loop().time() < until:
            screen = self.screen
            await _Round(self._way()).ended()
            if stories_move(self):
                await asyncio.sleep(0)
            elif self.screen is screen:
                return

    def _way(self) -> Iterator[MessagePump]:
        """From where the focus is outwards, as messages go; and to the screen that is on top by then."""
        try:
            for _ in range(_ROUNDS):
                screen, focused = self.screen, self.focused
                yield from [*(focused or screen).ancestors_with_self, screen]
                if self.screen is screen and self.focused is focused and self._at_rest():
                    return  # as a rule: most keys set off nothing
                while self.screen is not screen:
                    screen = self.screen
                    yield screen
        except ScreenStackError:
            return  # the program is being left

    def _at_rest(self) -> bool:
        """Whether no message waits for anybody, and no story goes on."""
        return not stories_move(self) and not any(
            pump.message_queue_size for pump in (self, self.screen, *self.screen.walk_children())
        )


class _Round:
    """A message that each widget on the way hands to the next once it has handled those that it had before.

    One message that goes round, and not a wait for each widget: a key would wait longest for that.
    """

    def __init__(self, way: Iterator[MessagePump]) -> None:
        self._way = way
        self._end = asyncio.Event()

    def go_on(self) -> None:
        """To the next widget that still takes messages."""
        for pump in self._way:
            # Not `call_later`, which looks into the signature of what is called, each time anew.
            if pump.post_message(events.Callback(callback=self.go_on)):
                return
        self._end.set()

    async def ended(self) -> None:
        """Send it off, and wait until it has been everywhere; a widget that does not answer is passed over."""
        self.go_on()
        while not self._end.is_set():
            try:
                await asyncio.wait_for(self._end.wait(), _PATIENCE)
            except TimeoutError:
                self.go_on()


def _keys_of(event: events.Key | events.Paste) -> list[events.Key | events.Paste]:
    """A key or a paste, or the keys of a burst: whoever types on while the program is busy has sent each line with Enter."""
    if not isinstance(event, Burst):
        return [event]
    return [key for key in event.keys if isinstance(key, events.Key)]


def _as_typed(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """A key from before the terminal was ours: until then it makes a line feed, which is Ctrl+J, of Enter."""
    early = isinstance(event, events.Key) and event.key == "ctrl+j"
    return events.Key("enter", "\r") if early else event
