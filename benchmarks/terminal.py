"""A real terminal for one program: types into it, answers its questions, and reads what it painted.

The program gets a pseudo-terminal of its own as its controlling terminal, as in a terminal window.
What it writes is stamped and laid in a log as it comes; it is made into a screen only when somebody asks
to see one, so that emulation never delays the clock. Measurements and end-to-end tests share this one
class, which prevents two ideas of what the program shows.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from errno import EIO
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from benchmarks.processes import cpu_seconds
from benchmarks.replay import Replay

_QUESTION = re.compile(
    rb"\x1b\[(?:(?P<da1>0?c)|(?P<da2>>0?c)|\?(?P<mode>\d+)\$p"
    rb"|(?P<status>5n)|(?P<cursor>6n)|(?P<version>>0?q))"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)",
)
"""What programs ask a terminal: DA1, DA2, DECRQM, DSR, CPR, XTVERSION, OSC 10 and 11."""

_LONGEST_QUESTION = 24
"""So many bytes of the last chunk are kept, in case a question was cut in two."""

_SYNCHRONISED_OUTPUT = b"2026"
"""The one mode we say that we know: most terminals do, and programs paint differently with it."""

_FRAME_ENTRIES = 200
"""So many entries of the log hold the last frame, however small its pieces."""

_COLOURS = {b"10": b"rgb:e7e7/eded/f2f2", b"11": b"rgb:0f0f/1515/1b1b"}
"""Light on dark, as most terminals are."""

_SLICE = 0.05
"""Seconds between two looks at whether something awaited has happened."""

_BUSY_SHARE = 0.1
"""A program that uses more than this share of one core is not idle, though it writes nothing."""


class Key(StrEnum):
    """What a terminal sends for the keys that are not letters."""

    ENTER = "\r"
    TAB = "\t"
    ESCAPE = "\x1b"
    BACKSPACE = "\x7f"
    DELETE = "\x1b[3~"
    UP = "\x1b[A"
    DOWN = "\x1b[B"
    RIGHT = "\x1b[C"
    LEFT = "\x1b[D"
    HOME = "\x1b[H"
    END = "\x1b[F"
    PAGE_UP = "\x1b[5~"
    PAGE_DOWN = "\x1b[6~"
    ALT_ENTER = "\x1b\r"
    SHIFT_TAB = "\x1b[Z"
    F1 = "\x1bOP"
    F2 = "\x1bOQ"
    F3 = "\x1bOR"
    F4 = "\x1bOS"
    F5 = "\x1b[15~"
    F6 = "\x1b[17~"
    F7 = "\x1b[18~"
    F8 = "\x1b[19~"
    F9 = "\x1b[20~"
    F10 = "\x1b[21~"
    F11 = "\x1b[23~"
    F12 = "\x1b[24~"


def ctrl(letter: str) -> str:
    """Return what a terminal sends for Ctrl and a letter."""
    return chr(ord(letter.upper()) & 0x1F)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes that came in one read, and when (`time.perf_counter`)."""

    at: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Resized:
    """The window changed its size here; the log holds it so that a replay changes with it."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Burst:
    """The answer to one key: seconds to its first and its last byte, and how many bytes it had.

    `stood` is how long it took until the rows that were asked about stood as they do at its end.
    """

    first: float
    last: float
    size: int
    stood: float = 0.0


class Terminal:
    """A program in a terminal of `columns` × `rows`; a context manager that leaves nothing running.

    `env` is laid over the environment of this process. `cwd` is where the program starts.
    Whatever does not come in time raises AssertionError with the screen as it stood.
    """

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
    ) -> None:
        self.log: list[Chunk | Resized] = []
        self._first_size = self._size = columns, rows
        self._replay = Replay(columns, rows)
        self._replayed = 0
        self._asked = b""
        self._ended = self._frozen = False
        self._master, slave = pty.openpty()
        self.line = os.ttyname(slave)
        self._set_window_size()
        os.set_blocking(self._master, False)
        self._poll = select.poll()
        self._poll.register(self._master, select.POLLIN)
        self.started = time.perf_counter()
        """When the program was asked for; what `first_sight` is compared with."""
        try:
            self._process = _spawn(argv, slave, _environment(env or {}), cwd)
        except OSError:
            os.close(self._master)
            raise
        finally:
            os.close(slave)

    def __enter__(self) -> Self:
        """Hand over the running program."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, whatever happened."""
        self.close()

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    @property
    def output(self) -> bytes:
        """All that the program has written so far, as it came."""
        return b"".join(entry.data for entry in self.log if isinstance(entry, Chunk))

    @property
    def modes(self) -> list[object]:
        """How the terminal treats what is typed and written, as `stty` shows it: the program may have changed that."""
        return termios.tcgetattr(self._master)

    # Typing

    def send(self, keys: str | bytes, timeout: float = 5.0) -> None:
        """Type text or keys; reads meanwhile, so that neither side waits for the other for ever."""
        left = keys.encode() if isinstance(keys, str) else keys
        deadline = time.perf_counter() + timeout
        while left:
            if self._ended:
                self._fail(f"nothing is there to take {left!r}")
            written = self._write(left)
            left = left[written:]
            if not written:
                self._pump(_SLICE)
                if time.perf_counter() > deadline:
                    self._fail(f"the program did not take {left[:40]!r} within {timeout:g} s")

    def paste(self, text: str) -> None:
        """Paste text as a terminal with bracketed paste does."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def burst(
        self,
        keys: str | bytes,
        quiet: float = 0.03,
        patience: float = 1.0,
        *,
        awaits_work: bool = False,
        below: int | None = None,
    ) -> Burst | None:
        """Type and time the answer, which ends when `quiet` seconds pass without a byte.

        With `awaits_work` it ends only when the program has stopped working as well: the letter that is typed
        stands there at once, and what is searched for comes later. `below` asks about the rows from that one on.
        Returns None when no answer begins within `patience` seconds.
        """
        self._pump(0)
        before = len(self.log)
        start = time.perf_counter()
        self.send(keys)
        while self._pump(quiet if len(self.log) > before else start + patience - time.perf_counter()):
            pass
        if awaits_work:
            self.idle(max(quiet, _SLICE * 2), patience)
        answer = [entry for entry in self.log[before:] if isinstance(entry, Chunk)]
        if not answer:
            return None
        size = sum(len(chunk.data) for chunk in answer)
        stood = answer[-1].at if below is None else self._stood(before, below)
        return Burst(answer[0].at - start, answer[-1].at - start, size, stood - start)

    def _stood(self, since: int, below: int) -> float:
        """Return when the rows from `below` on first stood as they do now, replaying the log from entry `since`."""
        for entry in self.log[self._replayed : since]:
            _feed(self._replay, entry)
        rows, stood = self._replay.rows()[below:], 0.0
        for entry in self.log[since:]:
            _feed(self._replay, entry)
            if isinstance(entry, Chunk) and ((now := self._replay.rows()[below:]) != rows or not stood):
                rows, stood = now, entry.at
        self._replayed = len(self.log)
        return stood

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size; the program is told by the kernel."""
        self._pump(0)
        self._size = columns, rows
        self.log.append(Resized(columns, rows))
        self._set_window_size()

    # Reading

    def in_a_frame(self) -> bool:
        """Say whether a frame has begun that a terminal would not show yet, since its end has not come."""
        painted = b"".join(entry.data for entry in self.log[-_FRAME_ENTRIES:] if isinstance(entry, Chunk))
        return painted.rfind(b"\x1b[?2026h") > painted.rfind(b"\x1b[?2026l")

    def screen(self) -> list[str]:
        """Return the rows of the screen as of what has been read, without blanks at their ends."""
        if not self._ended:
            self._pump(0)
        self._catch_up()
        return self._replay.rows()

    def text(self) -> str:
        """Return the screen as one string."""
        return "\n".join(self.screen())

    def cursor(self) -> tuple[int, int]:
        """Return the column and row of the cursor, counted from 0."""
        self.screen()
        return self._replay.cursor()

    def shows(self, text: str) -> bool:
        """Say whether the text stands within one row of the screen now."""
        return any(text in row for row in self.screen())

    def wait_for(self, text: str, timeout: float = 10.0) -> None:
        """Read until the text stands within one row. The rest of that frame may still be on its way."""
        self.wait_until(lambda: self.shows(text), f"{text!r} never came", timeout)

    def wait_gone(self, text: str, timeout: float = 10.0) -> None:
        """Read until the text stands in no row."""
        self.wait_until(lambda: not self.shows(text), f"{text!r} never went away", timeout)

    def wait_until(self, holds: Callable[[], bool], complaint: str, timeout: float = 10.0) -> None:
        """Read until `holds` is true; says `complaint` with the screen if it is not in time."""
        deadline = time.perf_counter() + timeout
        while not holds():
            if self._ended:
                self._fail(f"{complaint}, and the program has ended")
            if time.perf_counter() > deadline:
                self._fail(f"{complaint} within {timeout:g} s")
            self._pump(_SLICE)

    def idle(self, quiet: float = 0.15, timeout: float = 5.0) -> bool:
        """Read until the program neither writes nor works for `quiet` seconds; False when it never rests.

        Working counts as well as writing: a program that computes before it paints is not done.
        """
        deadline = time.perf_counter() + timeout
        rests_since = time.perf_counter()
        cpu = self.cpu()
        while not self._ended and time.perf_counter() < deadline:
            begun = time.perf_counter()
            wrote = self._pump(min(_SLICE, quiet))
            cpu, cpu_before = self.cpu(), cpu
            now = time.perf_counter()
            if wrote or cpu - cpu_before > _BUSY_SHARE * max(now - begun, 0.01):
                rests_since = now
            elif now - rests_since >= quiet:
                return True
        return self._ended

    def listen(self, seconds: float) -> None:
        """Read for so long, whatever comes."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0 and not self._ended:
            self._pump(left)

    def first_sight(self, text: str) -> float | None:
        """Return when the text first stood on the screen (`time.perf_counter`), or None if it never did.

        Replays the whole log from the start, chunk by chunk: slow, and meant for after the measurement.
        """
        replay = Replay(*self._first_size)
        for entry in self.log:
            _feed(replay, entry)
            if isinstance(entry, Chunk) and any(text in row for row in replay.rows()):
                return entry.at
        return None

    def cpu(self) -> float:
        """Return the CPU seconds of the program and its children so far."""
        return cpu_seconds(self.pid)

    # Ending

    def exit_code(self, timeout: float = 5.0) -> int:
        """Wait for the program to end and return its code, or minus the signal that ended it."""
        deadline = time.perf_counter() + timeout
        while (code := self._process.poll()) is None:
            if time.perf_counter() > deadline:
                self._fail(f"the program did not end within {timeout:g} s")
            self._pump(0.02)
        while not self._ended and self._pump(_SLICE):
            pass
        return code

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window: the kernel tells the program with SIGHUP, and its terminal is gone."""
        if self._master >= 0:
            self._poll.unregister(self._master)
            os.close(self._master)
            self._master = -1
        self._ended = True

    def freeze(self) -> None:
        """Read nothing more, and be full: whatever the program writes from now on has to wait."""
        self._frozen = True
        line = os.open(self.line, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        room = select.poll()
        room.register(line, select.POLLOUT)
        while room.poll(
            _SLICE * 1000
        ):  # the kernel moves on a little of what it took, which makes room again
            with suppress(BlockingIOError):
                os.write(line, b"\0" * 4096)
        os.close(line)

    def close(self, patience: float = 2.0) -> None:
        """Close the window and, if the program is not gone within `patience` seconds, kill all it started."""
        if self._process.poll() is None:
            self.hang_up()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self._process.wait()
        self.hang_up()

    # The wire

    def _pump(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds for output and read all there is; say whether there was any."""
        if self._ended or self._frozen:
            # Callers loop until a deadline: without a pause they would spin.
            time.sleep(min(max(timeout, 0), 0.01))
            return False
        before = len(self.log)
        if self._poll.poll(max(timeout, 0) * 1000):
            while (data := self._read()) is not None:
                self.log.append(Chunk(time.perf_counter(), data))
                self._answer(data)
        return len(self.log) > before

    def _read(self) -> bytes | None:
        """Read once; None when nothing is there for now or the last writer has gone."""
        try:
            data = os.read(self._master, 65536)
        except BlockingIOError:
            return None
        except OSError as error:
            # Linux says EIO where others say end of file.
            if error.errno != EIO:
                raise
            data = b""
        self._ended = not data
        return data or None

    def _write(self, data: bytes) -> int:
        """Write what the terminal takes now; 0 when the program is not reading."""
        try:
            return os.write(self._master, data)
        except BlockingIOError:
            return 0
        except OSError as error:
            if error.errno != EIO:
                raise
            self._ended = True
            return 0

    def _answer(self, data: bytes) -> None:
        """Answer the questions in what was just read, as a terminal would."""
        data = self._asked + data
        end = 0
        for question in _QUESTION.finditer(data):
            end = question.end()
            self._write(self._reply(question))
        self._asked = data[end:][-_LONGEST_QUESTION:]

    def _reply(self, question: re.Match[bytes]) -> bytes:
        """Return the reply to one question."""
        if question["mode"]:
            known = b"2" if question["mode"] == _SYNCHRONISED_OUTPUT else b"0"
            return b"\x1b[?" + question["mode"] + b";" + known + b"$y"
        if question["colour"]:
            return b"\x1b]" + question["colour"] + b";" + _COLOURS[question["colour"]] + b"\x1b\\"
        if question["cursor"]:
            # The only question that needs the screen; those who ask do so once, at start.
            self._catch_up()
            column, row = self._replay.cursor()
            return b"\x1b[%d;%dR" % (row + 1, column + 1)
        replies = {
            "da1": b"\x1b[?62;22c",
            "da2": b"\x1b[>1;10;0c",
            "status": b"\x1b[0n",
            "version": b"\x1bP>|benchmarks(1)\x1b\\",
        }
        return replies[question.lastgroup or ""]

    def _catch_up(self) -> None:
        """Bring the screen up to the end of the log."""
        for entry in self.log[self._replayed :]:
            _feed(self._replay, entry)
        self._replayed = len(self.log)

    def _set_window_size(self) -> None:
        """Tell the kernel the size, which tells the program with SIGWINCH."""
        columns, rows = self._size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _fail(self, complaint: str) -> NoReturn:
        """Raise with the screen, which is what one wants to see."""
        self._catch_up()
        width = self._size[0]
        picture = "\n".join(f"│{row}" for row in self._replay.rows())
        raise AssertionError(f"{complaint}. The screen:\n{'─' * width}\n{picture}\n{'─' * width}")


def _spawn(
    argv: Sequence[str | Path],
    slave: int,
    env: Mapping[str, str],
    cwd: str | Path | None,
) -> subprocess.Popen[bytes]:
    """Start the program as leader of a session whose controlling terminal is `slave`."""
    return subprocess.Popen(
        [str(part) for part in argv],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=_take_controlling_terminal,  # noqa: PLW1509  # one ioctl, no locks: safe after fork
        env=env,
        cwd=cwd,
    )


def _take_controlling_terminal() -> None:
    """Make standard input the controlling terminal: without one there is no SIGHUP, SIGWINCH or Ctrl+C.

    SIGHUP does there what it does in a terminal, whoever runs the tests with it ignored, as `nohup` does.
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a modern terminal: true colour, UTF-8, and the size only from the kernel."""
    env = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    if "UTF-8" not in (env.get("LC_ALL") or env.get("LANG") or "").upper():
        env |= {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return {**env, **extra}


def _feed(replay: Replay, entry: Chunk | Resized) -> None:
    """Replay one entry of the log."""
    if isinstance(entry, Resized):
        replay.resize(entry.columns, entry.rows)
    else:
        replay.feed(entry.data)
