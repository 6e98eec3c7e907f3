"""Handing over to the prompt of the line mode: the only place that knows both a command and that mode."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TextIO

from diskussion_tui.cli.kit.opening import told
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.kit.resting import resting
from diskussion_tui.cli.kit.setting import folder_of, places_of, workbook_of
from diskussion_tui.cli.kit.watchdog import let_be
from diskussion_tui.domain.session.faults import must_belong

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.analysis.open_actions import Action
    from diskussion_tui.line.ears import Ears, PipeEars
    from diskussion_tui.line.speech import Speech
    from diskussion_tui.store.session.replicas import Gathered
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


def lead_at_prompt(
    arguments: Namespace, texts: Texts, path: Path, *, practising: bool = False, keyed: bool = False
) -> int:
    """Lead a discussion at the prompt until it is closed, and return the exit code. Raises `Refused` where it cannot be opened.

    A `keyed` one is typed in from paper. One that is final is only read, and leaves its folder as it was, until somebody opens it again.
    """
    from diskussion_tui.line.evening import Evening
    from diskussion_tui.line.key_in import KeyIn
    from diskussion_tui.line.leading import lead
    from diskussion_tui.workshop import clock
    from diskussion_tui.workshop.disk import Disk
    from diskussion_tui.workshop.looking_in import Places, look_into
    from diskussion_tui.workshop.workshop import Workshop

    workbook = workbook_of(arguments, texts)
    places = Places(folder_of(arguments)) if practising else places_of(arguments)
    folder, refuge = places.home_of(path)
    let_be()

    def opened(read: Gathered | None = None) -> Workshop:
        return Workshop.open(path, workbook, Disk(folder, refuge, gathered=read), now=clock.local_now)

    with told(path, texts), ended_kindly():
        read = Disk(folder, refuge).read(path)
        must_belong(read.held.session.head, workbook)
        if read.held.session.final:
            session = look_into(path, places).session if places.also else read.held.session
            workshop = Workshop.read(path, session, workbook, now=clock.local_now)
        else:
            workshop = opened(read)
        earlier = partial(_earlier, folder, refuge, workshop)
        sort = KeyIn if keyed else Evening
        evening = sort(workshop, texts, speech(), practising=practising, earlier=earlier, opened=opened)
        lead(evening, ears(evening.understanding.completions))
    return DONE


def speech() -> Speech:
    """What is said goes to stdout, a whole line at a time, as wide as the terminal."""
    from shutil import get_terminal_size

    from diskussion_tui.line.speech import Speech

    return Speech(_say, get_terminal_size().columns)


def ears(completions: Callable[[str], list[str]] = lambda _begun: []) -> Ears:
    """What is typed, from a terminal's own line or from a pipe."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        with suppress(ImportError):  # not every Python has Readline
            from diskussion_tui.line.ears import TerminalEars

            return TerminalEars(completions)
    return _pipe_ears(sys.stdin)


@lru_cache(1)
def _pipe_ears(stream: TextIO) -> PipeEars:
    """One for the whole of a pipe, whoever asks first: it holds what has come beyond the line."""
    from diskussion_tui.line.ears import PipeEars

    return PipeEars(stream.buffer, _say, typed=stream.isatty())  # type: ignore[arg-type] - a reader


def heard(ears: Ears, prompt: str) -> str | None:
    """What somebody types, who may take their time: it is no folder that does not answer."""
    with resting():
        return ears.hear(prompt)


@contextmanager
def ended_kindly() -> Iterator[None]:
    """Have a stop from outside, and a terminal that hangs up, end what goes on as its last line would: saved and closed.

    The first of them ends it. A window that is closed sends several, and none may break off the closing.
    """

    def stop(_number: int, _frame: object) -> None:
        for one in wanted:
            signal.signal(one, signal.SIG_IGN)
        raise SystemExit(DONE)

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {one: signal.signal(one, stop) for one in wanted}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _say(text: str) -> None:
    with resting():
        sys.stdout.write(text)
        sys.stdout.flush()


def _earlier(folder: Path, refuge: Path | None, workshop: Workshop) -> tuple[Action, ...]:
    from diskussion_tui.workshop.earlier import actions_before

    try:
        return actions_before(folder, refuge, workshop.session.head)
    except OSError:
        return ()  # what cannot be looked into holds no action, and the evening goes on
