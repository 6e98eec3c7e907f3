"""The thread that reads the terminal: no byte ends it, and an error in it costs one read and is told.

Works around `LinuxDriver.run_input_thread` (Textual 8.2.8), which decodes what it reads as strict UTF-8 and ends, and the program
with it, at the first byte that is none: an ö from a terminal set to Latin-1, or a mouse report from beyond column 95. At the
end of its input it reads on and on without a pause. To be removed when Textual decodes leniently and keeps its thread alive.

On Windows the console gives characters, not bytes, and Textual's thread for it stays as it is; only its parser is exchanged.
There half a surrogate pair still ends that thread: it is joined in the middle of a function that cannot be had apart.
"""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, cast

from diskussion_tui.tui.toolkit.input_parser import InputParser

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver
    from textual.drivers.linux_driver import LinuxDriver
    from textual.message import Message

LETTER_SILENCE: Final = 0.3
"""Seconds that the rest of a letter of several bytes is waited for; after that its bytes stand for themselves."""
_MOST: Final = 4_096
"""Bytes a read."""
_LOOK_AGAIN: Final = 0.1
"""Seconds in which silence is noticed, and the end of the program."""
_CALM_AFTER: Final = 3.0
"""Seconds without anything from the terminal after which nothing is waited for: no letter, sequence or paste is half there."""
_LOOK_CALMLY: Final = 0.25
"""Seconds in which the end of the program is noticed then: a laptop on battery pays for each look."""


class ByteInput:
    """Bytes as a terminal sends them, cut anywhere, made into messages."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = monotonic,
        tell: Callable[[Exception], None] = lambda _error: None,
    ) -> None:
        self._parser = InputParser(clock=clock, tell=tell)
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self._clock = clock
        self._read_at = 0.0

    @property
    def is_calm(self) -> bool:
        """Whether nothing has come for so long that nothing can still be half there."""
        return self._clock() - self._read_at >= _CALM_AFTER

    def feed(self, data: bytes) -> list[Message]:
        """What one read says."""
        self._read_at = self._clock()
        return self._parser.feed(self._decoder.decode(data))

    def tick(self) -> list[Message]:
        """What silence has decided."""
        late = self._clock() - self._read_at >= LETTER_SILENCE
        return [*(self._half_letter() if late and not self._parser.is_pasting else ()), *self._parser.tick()]

    def close(self) -> list[Message]:
        """All that is still held: the terminal is being left."""
        return [*self._half_letter(), *self._parser.close()]

    def _half_letter(self) -> list[Message]:
        """The bytes of a letter of which no more comes."""
        left = self._decoder.decode(b"", final=True)
        return self._parser.feed(left) if left else []


def unbreakable(driver: type[Driver], tell: Callable[[Exception], None]) -> type[Driver]:
    """A driver whose input goes on whatever comes. `tell` is called in the input thread, with what went wrong."""
    console = sys.modules.get("textual.drivers.win32")
    if console:  # loaded by the Windows driver alone, and not to be loaded elsewhere
        vars(console)["XTermParser"] = partial(InputParser, tell=tell)
    if not hasattr(driver, "run_input_thread"):
        return driver

    class Unbreakable(driver):
        """Reads on."""

        def run_input_thread(self) -> None:
            """Until the terminal is left, hand on what comes from it."""
            try:
                _Listener(cast("LinuxDriver", self), tell).listen()
            except Exception as error:  # noqa: BLE001 - without keys the program ends as after any error: all saved, told, code 1
                self._app.call_later(_fail, error)

    return Unbreakable


def _fail(error: Exception) -> None:
    """Raise an error of the input thread in the app's own turn. Textual shows its traceback, and the exit code is 0."""
    raise error


class _Listener:
    """What the input thread does for a driver."""

    def __init__(self, driver: LinuxDriver, tell: Callable[[Exception], None]) -> None:
        self._driver = driver
        self._tell = tell
        self._heard = ByteInput(tell=tell)

    def listen(self) -> None:
        """Read until the driver leaves the terminal, and once more what was typed up to then."""
        with selectors.SelectSelector() as selector:
            selector.register(self._driver.fileno, selectors.EVENT_READ)
            while not self._driver.exit_event.is_set():
                self._take(selector)
            self._take(selector)
        self._hand_on(self._heard.close())

    def _take(self, selector: selectors.BaseSelector) -> None:
        """Hand on what comes in a moment, or what silence has decided."""
        try:
            if selector.select(_LOOK_CALMLY if self._heard.is_calm else _LOOK_AGAIN) and not self._read():
                self._driver.exit_event.wait(_LOOK_AGAIN)  # a terminal that has gone is ready without end
            self._hand_on(self._heard.tick())
        except Exception as error:  # noqa: BLE001 - whatever it is, the next read is heard
            self._tell(error)
            self._driver.exit_event.wait(_LOOK_AGAIN)

    def _read(self) -> bool:
        """Hand on one read; whether there was any."""
        try:
            data = os.read(self._driver.fileno, _MOST)
        except OSError:
            return False  # gone, or not to be had just now; to end with it is for whoever listens to signals
        self._hand_on(self._heard.feed(data))
        return bool(data)

    def _hand_on(self, messages: list[Message]) -> None:
        for message in messages:
            try:
                self._driver.process_message(message)
            except Exception as error:  # noqa: BLE001 - whatever it is, what comes after it is heard
                if not self._driver.exit_event.is_set():
                    self._tell(error)
