"""Where a command's words go: data on stdout, sentences on stderr.

Both doors are here so that no command has to think of a narrow encoding, a reader that has gone, or text that would act
on the terminal. Names, notes and file names come from others; sentences and rows are cleaned on their way out.
"""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from errno import EBADF
from io import TextIOWrapper
from typing import TYPE_CHECKING

from diskussion_tui.base.refused import symbol
from diskussion_tui.cli.kit.narrow import READABLE, readable
from diskussion_tui.cli.kit.resting import resting

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_COLUMNS = 80


def open_streams() -> None:
    """Let what a stream's encoding lacks come out as something that can be read rather than end the command."""
    codecs.register_error(READABLE, readable)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=READABLE)


class NotWritten(Exception):  # noqa: N818 - what is told, not an error of the program
    """Stdout takes no more, for another reason than that its reader has gone. `why` is the error's symbol."""

    def __init__(self, error: OSError) -> None:
        self.why = symbol(error)
        super().__init__(self.why)


def put(text: str) -> None:
    """Data of our own, as it is: nothing that came from a file, or that is called what somebody has called it. Raises `NotWritten`, and `BrokenPipeError` where the reader has gone."""
    _write(f"{text}\n")


def put_bytes(data: bytes) -> None:
    """A file of our own making, byte for byte. Raises like `put`."""
    flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        put(data.decode().removesuffix("\n"))
        return
    try:
        with resting():
            stream.write(data)
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(error) from None


def put_text(text: str) -> None:
    """Data for reading, cleaned of what would act on a terminal."""
    from diskussion_tui.base.text import clean

    put(clean(text).expandtabs())


def put_row(text: str) -> None:
    """One row of data for reading: cleaned, and one row whatever line breaks a file's name or a key has in it."""
    put(_one_line(text))


def put_json(value: object) -> None:
    """A value as JSON, escaped only where the stream could not write it or a terminal would obey it."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    put(text if _may_be_put(text) else json.dumps(value, indent=2, default=_plain))


def put_json_line(value: object) -> None:
    """A value as JSON on one line."""
    import json

    text = json.dumps(value, ensure_ascii=False, default=_plain)
    put(text if _may_be_put(text) else json.dumps(value, default=_plain))


def put_row_of(cells: Iterable[object]) -> None:
    """A row of cells with a tab between two; each is one line, and none holds a tab."""
    put("\t".join(_one_line(str(cell)) for cell in cells))


def _may_be_put(text: str) -> bool:
    """Whether a text can go out as it is: the stream can hold it, and it would not act on a terminal."""
    from diskussion_tui.base.text import clean

    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return clean(text) == text


def _plain(value: object) -> str:
    """What JSON has no word for: dates as ISO 8601, paths as they are written."""
    written: str = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return written


def say(sentence: str, rows: Iterable[str] = ()) -> None:
    """A sentence for the person at the shell, and the rows that belong to it."""
    if sys.stderr is None:
        return  # closed: `print` would take stdout in its place
    with suppress(BrokenPipeError):  # nobody listens; the exit code still tells
        for line in (sentence, *rows):
            print(_one_line(line), file=sys.stderr)


def ask(question: str) -> str:
    """The answer to a question at the terminal, on one line; empty where there is none. No word of the question is cut."""
    from shutil import get_terminal_size

    from diskussion_tui.domain.workbook.layout import wrap

    *above, last = wrap(_one_line(question), min(get_terminal_size().columns, MOST_COLUMNS) - 1)
    with suppress(BrokenPipeError):
        for line in above:
            print(line, file=sys.stderr)
        print(last, end=" ", file=sys.stderr, flush=True)
    with resting():
        return _one_line(sys.stdin.readline().rstrip("\r\n")).strip()


def _one_line(text: str) -> str:
    from diskussion_tui.base.text import one_line

    return one_line(text)


def is_handed_on() -> bool:
    """Whether what is printed goes to a file or another program: nobody's window is narrow there."""
    return sys.stdout is None or not sys.stdout.isatty()


def columns() -> int:
    """How wide a printed page may be: the terminal's width, at most 80, and 80 where there is no terminal."""
    if is_handed_on():
        return MOST_COLUMNS
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, MOST_COLUMNS)


def flush() -> None:
    """Hand over what is still buffered. Raises like `put`."""
    try:
        with resting():
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(error) from None


def _write(text: str) -> None:
    if sys.stdout is None:
        raise NotWritten(OSError(EBADF, "closed"))
    try:
        with resting():
            sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(error) from None


def give_up_stdout() -> None:
    """Let nothing more be written: the interpreter would otherwise complain when it closes the stream."""
    if sys.stdout is None:
        return
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
