r"""What a terminal sends, made into keys, pastes and mouse events: a drop-in for the parser of Textual's drivers.

Works around `textual._xterm_parser.XTermParser` (8.2.8), which

- gives a sequence that it does not know, or that comes in two pieces a tenth of a second apart, on as letters, with its
  Escape as a `^`: a torn PgDn answers how many agree, and a mouse report of an older terminal is typed into a note;
- goes on reading sequences inside a paste, so that an Escape in pasted text has the rest of the text act as keys, in an order
  of their own, and that an end mark that comes in two pieces leaves the program deaf;
- waits for that end mark for ever;
- ends its thread, and with it the program, at the first error.

Here a read is cut into whole tokens first: text, sequences, mouse reports, pastes. Textual's parser still says which key or
event a whole token is; nothing else reaches it. Whatever is not understood does nothing. To be removed when Textual keeps
pastes opaque, lets go of one that does not end, drops what it does not know, and lives on after an error.

Characters that stand for bytes outside UTF-8 come as Python's surrogate escapes (`\udc80`-`\udcff`), and are text, never keys.
"""

from __future__ import annotations

import re
from itertools import groupby
from time import monotonic
from typing import TYPE_CHECKING, Final, Literal

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import BRACKETED_PASTE_END, XTermParser
from textual.keys import Keys

from diskussion_tui.base.text import as_letters, is_utf8
from diskussion_tui.tui.toolkit.modified_keys import classical, with_alt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.message import Message

PASTE_SILENCE: Final = 2.0
"""Seconds in which nothing more comes of a paste: then its end mark is taken to be lost, and what has come is put in."""
TORN_SILENCE: Final = 1.0
"""Seconds that the rest of a torn sequence is waited for, and that `[6~` after an Escape is taken for its rest."""
_LONGEST: Final = 256
"""Characters of a sequence that has no end; no terminal's is nearly as long."""

_ESC: Final = "\x1b"
_TOKEN: Final = re.compile(
    r"""
      (?P<text>[^\x1b]+)
    | (?P<paste>\x1b\[200~)
    | (?P<nothing>\x1b\[201~                            # the end mark of a paste that has been closed
        | \x1b\[M[^\x01-\x1f]{3})              # X10's mouse, and 1005's, which writes it in UTF-8
    | (?P<string>\x1b(?:\][\dlL]|P[\d>!$+|]|_G))        # an answer to somebody: a colour, a title, a name
    | (?P<meta>\x1b\x1b(?:[\[O][A-DFH]|\[\d{1,2}~))      # PuTTY's and iTerm2's Alt with an arrow, PgDn, Home
    | (?P<sequence>\x1b(?:
          \[\[[A-Z]                                     # the Linux console's F1-F5
        | \[\d{1,2}\$                                   # rxvt's Shift
        | \[(?![M[])[0-?]*[ -/]*[@-~]
        | O\d*(?:;\d+)?[A-Za-z]))
    | (?P<torn>\x1b(?:
          \[(?:M[^\x01-\x1f]{0,2}|\[|[0-?]*[ -/]*)
        | O[\d;]*
        | [\]P_]
        )?\Z)
    | (?P<broken>\x1b\[(?:M[^\x01-\x1f]{0,2}|\[|[0-?]*[ -/]*))
    | (?P<alt>\x1b[^\x1b])
    | (?P<escape>\x1b)
    """,
    re.VERBOSE | re.DOTALL,
)
_REPORT: Final = re.compile(
    r"""\x1b\[(?:
      [IO]                                              # the window has the focus, or no longer
    | <\d{1,3};-?\d{1,5};-?\d{1,5}[Mm]                  # the mouse, in cells (1006) or pixels (1016)
    | \?\d{1,5};\d\$y                                   # what the terminal can do
    | 48(?:;[1-9]\d{0,3}(?::[\d:]*)?){2}(?:;\d{1,5}(?::[\d:]*)?){2}t   # the window's size, in cells and in pixels
    )""",
    re.VERBOSE,
)
"""What Textual's parser reads besides keys; with numbers that a screen can have."""
_LATE_TAIL: Final = re.compile(
    r"\[(?:M...|(?!M)[0-?]*[ -/]*[@-~])|O[A-DFHP-S]\Z|P(?:>\||!\||[01]?[$+]r)|\]\d{1,4};|_G[a-z]=", re.DOTALL
)
"""What follows an Escape that came alone, and no hand types in one read."""
_PASTED_LINES: Final = 2
"""So many line ends in one read come from no hand. They are those of Enter: a line feed is Ctrl+J, a new line in a note."""
_NEXT_READ: Final = 0.05
"""Seconds after a burst in which what comes is the rest of it."""
_OTHER_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


class Burst(events.Paste):
    """Several lines at once, without marks of a paste: one from a terminal that has none, or what was typed while a line hung.

    Who takes down what is said takes it as a paste; anybody else takes `keys`, as they were typed.
    """

    def __init__(self, text: str, keys: tuple[Message, ...]) -> None:
        super().__init__(text)
        self.keys = keys


class InputParser:
    """Reads what a terminal sends, read by read. `clock` gives seconds; `tell` hears of an error, which costs what was being read.

    As a drop-in for `XTermParser` it is fed text by `feed` and asked by `tick` whether silence has decided something.
    """

    def __init__(
        self,
        debug: bool = False,  # noqa: FBT001, FBT002 - as Textual's drivers call it
        *,
        clock: Callable[[], float] = monotonic,
        tell: Callable[[Exception], None] = lambda _error: None,
    ) -> None:
        self._textual = XTermParser(debug)
        self._clock = clock
        self._tell = tell
        self._held = ""
        self._late = ""
        self._late_since = 0.0
        self._pasted: list[str] = []
        self._from_before = 0
        self._inside: Literal["", "paste", "string"] = ""
        self._until: float | None = None
        self._burst_at = -1.0

    @property
    def is_pasting(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._inside == "paste"

    def feed(self, data: str) -> list[Message]:
        """What one read says."""
        data = self._with_head(data)
        said: list[Message] = []
        at = 0
        try:
            while at < len(data):
                at = self._next(data, at, said)
        finally:
            self._wait()
        return said

    def tick(self) -> list[Message]:
        """What silence has decided: an Escape was the key, a torn sequence nothing, a paste is over."""
        return self.close() if self._until is not None and self._clock() >= self._until else []

    def close(self) -> list[Message]:
        """What is still held, as after a silence: the terminal is being left."""
        held, self._held, self._until = self._held, "", None
        if self._inside == "paste":
            self._late, self._late_since = held, self._clock()
            return self._end_paste()
        if self._inside:
            self._inside = ""
        elif held == _ESC:
            self._late, self._late_since = held, self._clock()
            return self._safely(_escape())
        elif len(held) == len("\x1bO") and held != "\x1b[":
            return self._safely(self._alt(held))
        return []

    def _safely(self, messages: Iterator[Message]) -> list[Message]:
        """What a token says, up to an error: that costs this token, and Textual's parser begins anew."""
        said: list[Message] = []
        try:
            said.extend(messages)
        except Exception as error:  # noqa: BLE001 - whatever it is, the thread goes on
            self._textual = XTermParser()
            self._tell(error)
        return said

    # ---- one read ------------------------------------------------------------------------------------------------

    def _next(self, data: str, at: int, said: list[Message]) -> int:
        """Add to `said` what the next token says; where the one after it begins."""
        if self._inside == "paste":
            return self._read_paste(data, at, said)
        if self._inside:
            return self._read_string(data, at)
        token = _TOKEN.match(data, at)
        if token is None:
            return len(data)  # cannot be: every character begins a token
        if token.lastgroup == "meta" and at < self._from_before:  # Escape, and in the next moment an arrow
            said += self._safely(_escape())
            return at + 1
        said += self._safely(self._say(token.lastgroup or "", token.group()))
        return token.end()

    def _with_head(self, data: str) -> str:
        """A read behind what is held; or behind what has been given up, where it plainly is the rest of that."""
        late, self._late = self._late, ""
        held, self._held = self._held, ""
        self._from_before = len(held)
        if late == _ESC and self._clock() - self._late_since < TORN_SILENCE and _LATE_TAIL.match(data):
            return late + data
        if late and (late + data).startswith(BRACKETED_PASTE_END):
            return late + data
        return held + data

    def _wait(self) -> None:
        """Set the clock for what is unfinished."""
        self._until = None
        if self._inside == "paste":
            self._until = self._clock() + PASTE_SILENCE
        elif self._inside or len(self._held) > 1:
            self._until = self._clock() + TORN_SILENCE
        elif self._held:
            self._until = self._clock() + constants.ESCAPE_DELAY

    def _read_paste(self, data: str, at: int, said: list[Message]) -> int:
        """Take in what stands before the end mark, be it what it may; hold what may be the mark's beginning."""
        end = data.find(BRACKETED_PASTE_END, at)
        if end >= 0:
            self._pasted.append(data[at:end])
            said += self._end_paste()
            return end + len(BRACKETED_PASTE_END)
        self._held = _beginning_of_end(data[at:])
        self._pasted.append(data[at : len(data) - len(self._held)])
        return len(data)

    def _end_paste(self) -> list[Message]:
        text = as_letters("".join(self._pasted).replace("\x00", ""))  # as Textual does
        self._pasted, self._inside = [], ""
        return [events.Paste(text)] if text else []

    def _read_string(self, data: str, at: int) -> int:
        """Pass over an answer's body, up to its end; a control sign that no body has ends it too, and is a key again."""
        end = _CONTROL.search(data, at)
        if end is None:
            return len(data)
        if end.group() == _ESC and end.end() == len(data):
            self._held = _ESC
            return len(data)
        self._inside = ""
        if data.startswith("\x1b\\", end.start()):
            return end.end() + 1
        return end.end() if end.group() == "\x07" else end.start()

    # ---- what a whole token says ---------------------------------------------------------------------------------

    def _say(self, kind: str, token: str) -> Iterator[Message]:
        match kind:
            case "text":
                yield from self._text(token)
            case "paste":
                self._inside = "paste"
            case "string":
                self._inside = "string"
            case "meta":
                yield from self._sequence(with_alt(token))
            case "sequence":
                yield from self._sequence(token)
            case "torn" if len(token) < _LONGEST:
                self._held = token
            case "alt":
                yield from self._alt(token)
            case "escape":
                yield from _escape()

    def _text(self, text: str) -> Iterator[Message]:
        """The keys of a text; bytes outside UTF-8 are put in as if they were pasted, so that none is ever a command."""
        if self._is_burst(text):
            self._burst_at = self._clock()
            yield Burst(text, tuple(self._keys(*text.replace("\t", " "))))
            return
        if is_utf8(text):
            yield from self._keys(*text)
            return
        for typed, characters in groupby(text, key=is_utf8):
            if typed:
                yield from self._keys(*characters)
            else:
                yield events.Paste(as_letters("".join(characters)))

    def _is_burst(self, text: str) -> bool:
        """Whether a text holds several lines and nothing that is a key: then no hand has typed it just now."""
        ends = text.count("\r")
        goes_on = len(text) > 1 and self._clock() - self._burst_at < _NEXT_READ and (ends or "\t" in text)
        several = ends >= _PASTED_LINES and len(text) > ends
        return (
            bool(several or goes_on)
            and "\n" not in text.replace("\r\n", "")
            and not _OTHER_CONTROL.search(text)
            and is_utf8(text)
        )

    def _keys(self, *said: str) -> Iterator[Message]:
        """The keys of characters and of sequences that stand in Textual's table; one that it has to be passed over, or has no name for, says nothing."""
        for one in said:
            keys = self._textual._sequence_to_key_events(one)  # noqa: SLF001 - Textual does not say it otherwise
            named = (key for key in keys if key.key != Keys.Ignore)
            yield from (key for key in named if len(one) == 1 or key.key.isprintable())

    def _sequence(self, sequence: str) -> Iterator[Message]:
        if sequence in ANSI_SEQUENCES_KEYS:
            yield from self._keys(sequence)
        elif _REPORT.fullmatch(sequence):
            yield from self._report(sequence)
        elif (plain := classical(sequence)) == _ESC:
            yield from _escape()
        elif plain in ANSI_SEQUENCES_KEYS or len(plain) == 1:
            yield from self._keys(plain)
        elif len(plain) == len("\x1bx"):
            yield from self._alt(plain)

    def _alt(self, sequence: str) -> Iterator[Message]:
        """A key with Alt, which comes as Escape and that key."""
        if sequence in ANSI_SEQUENCES_KEYS:
            yield from self._keys(sequence)
        elif not is_utf8(sequence):
            yield from (*_escape(), *self._text(sequence[1:]))
        else:
            yield from self._textual._sequence_to_key_events(sequence[1:], alt=True)  # noqa: SLF001 - as above

    def _report(self, report: str) -> Iterator[Message]:
        """The mouse, the focus, the size, a mode. Textual takes the sideways buttons of a mouse, from 128 on, for the left one."""
        if report.startswith("\x1b[<") and int(report[3:].partition(";")[0]) & 128:
            return
        for message in self._textual.feed(report):
            if isinstance(message, events.Resize) and not all(message.pixel_size or (0,)):
                self._textual.mouse_pixels = (
                    False  # a terminal that does not know its pixels cannot count in them
                )
            yield message


def _escape() -> Iterator[Message]:
    yield events.Key("escape", _ESC)


def _beginning_of_end(text: str) -> str:
    """What at the end of a read may be the beginning of a paste's end mark."""
    longest = range(min(len(text), len(BRACKETED_PASTE_END) - 1), 0, -1)
    return next((BRACKETED_PASTE_END[:n] for n in longest if text.endswith(BRACKETED_PASTE_END[:n])), "")
