"""When the program rests: nothing that has been set off is still under way, and what is to be seen is drawn.

Textual guesses that from how little processor time passes. Here it is known: keys are handed on in turn, messages lie in queues,
workers say whether they run, and a story that waits for an answer waits in a screen that will give it. Whoever drives the
program, as tests do, waits for `idle` and for no time to pass. Nothing of it runs while people use the program, but
`stories_move`, which a key asks once.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from textual import constants
from textual.app import ScreenStackError
from textual.widget import Widget
from textual.worker import WorkerCancelled, WorkerFailed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.screen import Screen
    from textual.worker import Worker

_PATIENCE = 0.5
"""Seconds after which it is looked whether a widget that has not answered is still there."""
_MOST = 4
"""So many frames a screen under another is waited for: what of it is not seen stays undrawn for ever."""
_FRAME = 1 / constants.MAX_FPS
"""Seconds from one frame to the next."""
STORY = "story"
"""The group of workers in which an action waits for answers and goes on."""


def stories_move(app: App[Any]) -> bool:
    """Whether a story goes on just now, rather than waiting for an answer."""
    running = sum(worker.group == STORY and not worker.is_finished for worker in app.workers)
    return running > 0 and running > sum(map(_owes_an_answer, app.screen_stack))


async def idle(app: App[Any]) -> None:
    """Return once all that was set off has been done. Keys must have been handed on before."""
    drawn: Counter[Screen[Any]] = Counter()
    try:
        while app.is_running and app._exception is None:  # noqa: SLF001 - one that breaks answers no more
            await _messages_handled(app)
            if workers := [one for one in app.workers if one.group != STORY and not one.is_finished]:
                await _ended(workers)
            elif tasks := [one for one in getattr(app, "tasks", ()) if not one.told]:
                for task in tasks:
                    await task.rests()
            elif stories_move(app):
                await asyncio.sleep(0)
            elif undrawn := [one for one in app.screen_stack if not _is_drawn(one) and drawn[one] < _MOST]:
                drawn.update(screen for screen in undrawn if screen is not app.screen)
                await asyncio.sleep(_FRAME)  # until the clock of frames has ticked
            elif not any(pump.message_queue_size for pump in _pumps(app)):
                return
    except ScreenStackError:
        return  # the program is being left


async def _messages_handled(app: App[Any]) -> None:
    """Wait until every widget has handled what it had been sent."""
    told: list[asyncio.Event] = []
    for pump in tuple(_pumps(app)):
        told.append(asyncio.Event())
        if not pump.call_later(told[-1].set):
            told[-1].set()
    for event in told:
        while app.is_running and not event.is_set():
            try:
                await asyncio.wait_for(event.wait(), _PATIENCE)
            except TimeoutError:  # a widget that has just gone away, or one that takes long
                if not any(pump.message_queue_size for pump in _pumps(app)):
                    break


async def _ended(workers: list[Worker[Any]]) -> None:
    for worker in workers:
        try:
            await worker.wait()
        except (WorkerCancelled, WorkerFailed):
            continue  # a later search has taken its place; an error is told by the app


def _pumps(app: App[Any]) -> Iterator[MessagePump]:
    """The app and all of the screen on top. Those under it are let alone: whatever reaches them has them painted again."""
    yield app
    yield from app.screen.walk_children(with_self=True)


def _is_drawn(screen: Screen[Any]) -> bool:
    """Whether nothing is to be laid out, painted or called after that; of one under another, whether that need not be painted for it."""
    if screen is not screen.app.screen:
        return not (screen.is_current and screen._update_timer._active.is_set())  # noqa: SLF001 - Textual does not say it otherwise
    waits = screen._layout_required or screen._repaint_required or screen._dirty_widgets or screen._callbacks  # noqa: SLF001 - as above
    return not waits and not any(map(_has_not_said, screen.walk_children(Widget)))


def _has_not_said(widget: Widget) -> bool:
    """Whether a widget has yet to tell its screen that it is to be laid out or painted."""
    return widget._layout_required or widget._repaint_required  # noqa: SLF001 - as above


def _owes_an_answer(screen: Screen[Any]) -> bool:
    """Whether a story waits for what a screen will answer. Textual keeps a future for every screen, awaited or not."""
    waiting = [one.future for one in screen._result_callbacks if one.future]  # noqa: SLF001 - as above
    return any(not future.done() and getattr(future, "_callbacks", None) for future in waiting)
