"""Files checked anew each time they are saved, for whoever edits them in another window.

It sleeps, and now and then asks the system whether a file is another than before: that costs next to nothing, and is true on shares
too, which tell nobody of changes. A file is looked at once it has been the same for two looks, so that one half written is not told of.
On a terminal the same lines are written over in place; elsewhere each check is printed under the last.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.resting import resting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.text import Text

    from diskussion_tui.cli.kit.checking import Checked
    from diskussion_tui.content.problems import Problem
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.workbook import WorkbookWords

    Look = Callable[[], Sequence[Checked]]
    Tell = Callable[[Sequence[Checked]], None]

EVERY = 0.25
"""Seconds between two looks at whether a file has been saved."""


def watch(files: Sequence[Path], look: Look, tell: Tell, texts: Texts) -> None:
    """Show what `look` finds, anew whenever a file is saved, until somebody presses Ctrl+C. Where there is no screen, `tell` prints it."""
    on_screen = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    with suppress(KeyboardInterrupt), _ending_softly():
        if on_screen:
            _on_screen(files, look, texts)
        else:
            output.say(texts.workbook.watching.format(files=_named(files)))
            for _ in _saved(files):
                tell(look())
                output.flush()


@contextmanager
def _ending_softly() -> Iterator[None]:
    """Whoever ends the program from outside gets the terminal back as from Ctrl+C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def wait() -> None:
    """Sleep for a moment. Nobody loses patience meanwhile: it is a person who is waited for."""
    with resting():
        time.sleep(EVERY)


def _on_screen(files: Sequence[Path], look: Look, texts: Texts) -> None:
    from rich.console import Console
    from rich.live import Live

    console = Console(highlight=False, markup=False, emoji=False)
    found: Sequence[Checked] = ()
    with Live(console=console, screen=True, auto_refresh=False, vertical_overflow="crop") as live:
        for anew in _saved(files, lambda: console.size):
            found = look() if anew else found
            live.update(_page(files, found, console, texts), refresh=True)


def _saved(files: Sequence[Path], size: Callable[[], object] = tuple) -> Iterator[bool]:
    """True at first and whenever a file has been saved, False where only the window has another `size`."""
    shown, before, was = _stamps(files), _stamps(files), size()
    yield True
    while True:
        wait()
        now, here = _stamps(files), size()
        if now == before and now != shown:
            shown = now
            yield True
        elif here != was:
            yield False
        before, was = now, here  # not what they are by now: that may have come while it was drawn


def _stamps(files: Sequence[Path]) -> list[tuple[int, int, int] | None]:
    """What tells that a file is another than before; None where there is none."""
    found: list[tuple[int, int, int] | None] = []
    for file in files:
        try:
            stat = file.stat()
        except OSError:
            found.append(None)
        else:
            found.append((stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return found


# ---- the page ------------------------------------------------------------------------------------------------------


def _page(files: Sequence[Path], found: Sequence[Checked], console: Console, texts: Texts) -> Text:
    """What is wrong, set for reading: as many problems as there is room for, and how many there are more."""
    said = texts.workbook
    head = [*_wrapped(said.watching.format(files=_named(files)), console.width, "dim"), _line()]
    number = sum(len(one.problems) for one in found)
    head.append(
        _line((f"  {texts.cli.problems(number)}", "bold yellow"))
        if number
        else _line((f"  {said.all_right}", "bold green"))
    )
    left = [row for one in found for row in one.to_decide]
    if left:
        head += _wrapped(said.left.format(n=len(left), line=left[0]), console.width, "")
    room = console.height - len(head) - 1
    blocks = [
        _problem(problem, console.width, said, named=len(found) > 1)
        for one in found
        for problem in one.problems
    ]
    rows: list[Text] = []
    for place, block in enumerate(blocks):
        rest = len(blocks) - place
        if len(rows) + len(block) + (rest > 1) > room:
            rows.append(_line((f"  {said.more(rest)}", "dim")))
            break
        rows += block
    return _joined([*head, *rows][: console.height])


def _problem(problem: Problem, width: int, said: WorkbookWords, *, named: bool) -> list[Text]:
    """A problem: on which line and about what, what is wrong, and what to write."""
    place = said.at_line.format(line=problem.line) if problem.line else ""
    where = "  ".join(filter(None, (problem.file if named else "", place, problem.key)))
    return [
        _line(),
        *_wrapped(where, width, "bold"),
        *_wrapped(problem.what, width, ""),
        *(_wrapped(problem.write, width, "cyan", "→ ") if problem.write else []),
    ]


def _named(files: Sequence[Path]) -> str:
    return ", ".join(str(file) for file in files)


def _wrapped(text: str, width: int, style: str, mark: str = "") -> list[Text]:
    from rich.cells import cell_len

    from diskussion_tui.base.text import one_line
    from diskussion_tui.domain.workbook.layout import wrap

    before = f"  {mark}"
    rows = wrap(one_line(text), max(20, width - 1), before, " " * len(before), cell_len)
    return [_line((row, style)) for row in rows]


def _line(*spans: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*spans)


def _joined(rows: Sequence[Text]) -> Text:
    from rich.text import Text

    return Text("\n").join(rows)
