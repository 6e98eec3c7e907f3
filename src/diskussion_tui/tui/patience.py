"""Waiting for the disk in a story, never on the screen's thread: at once where it answers at once, else with a word for it.

For a moment nothing is said, so that what is quick shows no dialog; what is typed meanwhile waits for what comes of it. Then a
dialog says what is waited for and since when, takes the keys, and goes away when the disk answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from diskussion_tui.base.text import clean_line
from diskussion_tui.tui.toolkit.idle import STORY

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path
    from typing import Any

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.app import DiskussionApp
    from diskussion_tui.tui.dialogs.waiting import Answer
    from diskussion_tui.tui.toolkit.beside import Task

T = TypeVar("T")

UNSAID = 0.3
"""Seconds of waiting in which nothing is said: shorter than what one would notice as a dialog that flickers."""
LEAVING = 8.0
"""Seconds that leaving waits in all: longer than saving gives a disk that does not answer, which then has told why."""


class Patience:
    """Waits for an app. `folder` is what the sentences name; `steady` measures time."""

    def __init__(self, app: DiskussionApp, folder: Path, steady: Callable[[], float]) -> None:
        self._app = app
        self._folder = clean_line(str(folder))
        self._steady = steady
        self._leaving = False

    def tell(self, story: Coroutine[Any, Any, None]) -> None:
        """Have a story go on by itself until its end."""
        self._app.run_worker(story, group=STORY)

    async def wait(self, task: Task[T], *, known: Callable[[], None] | None = None, doing: str = "") -> bool:
        """Wait for a task; False where whoever waits stops. With `known` that can be read instead.

        `doing` says what is done meanwhile, where that is more than reading.
        """
        since = self._steady()
        if await task.ends(UNSAID):
            return True
        words = self._app.texts.waiting
        can: set[Answer] = {"stopped"}
        explained = [words.can_stop, words.can_choose]
        if known:
            can.add("known")
            explained.insert(1, words.can_read_known)
        explained = [words.can_stop] if doing else explained
        answer = await self._say(task, since, explained, frozenset(can), doing=doing)
        if answer == "known" and known:
            known()
        return answer == "answered"

    async def leave(self, task: Task[T]) -> bool:
        """Wait for the last of all tasks, but not for ever; whether it has ended."""
        if await task.ends(UNSAID):
            return True
        since, words = self._steady(), self._app.texts.waiting
        await self._say(task, since, [words.closing], frozenset(), LEAVING)
        return task.over

    async def _say(
        self,
        task: Task[T],
        since: float,
        explained: list[str],
        can: frozenset[Answer],
        most: float | None = None,
        doing: str = "",
    ) -> Answer | None:
        from diskussion_tui.tui.dialogs.waiting import Waiting

        def waited() -> float:
            return max(0.0, self._steady() - since)

        def over() -> bool:
            return task.over or (most is not None and waited() > most)

        dialog = Waiting(
            lambda: doing or said(self._folder, waited(), self._app.texts),
            explained,
            over,
            self._app.texts,
            can,
        )
        task.tell()
        self._app.call_when_over(task, dialog.look)
        answer = await self._app.push_screen_wait(dialog)
        self._app.type_on(dialog.typed.lstrip())
        return answer


def said(folder: str, seconds: float, words: Texts) -> str:
    """What is waited for and for how long, as one sentence."""
    return words.waiting.folder.format(folder=folder, seconds=int(seconds))
