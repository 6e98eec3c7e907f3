"""How long a folder of many discussions takes: to be shown, looked at again, searched, compiled, and read for the first time.

The discussions are made up (`tools/corpus`), with about `NOTES` notes each, and lie in the same folder for all rounds; the index of
each is filled once, before anything is timed. A folder of a hundred thousand takes an hour to fill, and is only made where
`DISKUSSION_BENCH_LARGE` is set.
"""

import itertools
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from benchmarks import ours, peers
from benchmarks.fetch import ROOT
from benchmarks.keys import LIST
from benchmarks.measure import Case, DidNotRun, Goal, Growth, Part
from benchmarks.pressing import Presses, press_keys
from benchmarks.processes import IS_LINUX, pss_bytes
from benchmarks.startup import IMPORT, _finish, _show
from benchmarks.terminal import Terminal
from diskussion_tui.domain.analysis.compilation import compiled
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.library.where import index_of

SIZES = (100, 1_000, 10_000, *((100_000,) if os.environ.get("DISKUSSION_BENCH_LARGE") else ()))
"""Discussions in a folder."""
NOTES = 20
PAGE, FRAME = 60, 1 / 60
A_NOTE = 1e-6
"""Seconds that compiling may take for each note that it counts."""
_MANY = 10_000
WORD, LETTERS = "hemsjukvård", "hemsjuk"

INPUT = "Textual Input"
_CHANGED = "Ändrad nyss"
"""What a discussion is called once somebody else has saved it."""
_MARKER = "·"
"""Stands in the row of a discussion and in the header."""


def home(size: int) -> str:
    """Return the name of a case."""
    return f"home's rows, {size:,}"


def _name(what: str, size: int) -> str:
    return f"{what}, {size:,}"


class _Folders:
    """Folders of made-up discussions, each with its index; those of an earlier run are used again."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.env = peers.environment(scratch)
        self._kept = ROOT / ".bench" / "library"

    @cache  # noqa: B019 - lives as long as the run
    def of(self, size: int) -> Path:
        """Return a folder of so many, whose index is filled."""
        folder = self._kept / f"{size}x{NOTES}"
        if not folder.exists():
            made = ["-m", "tools.corpus", str(folder), "--discussions", str(size), "--notes", str(NOTES)]
            subprocess.run([sys.executable, *made], cwd=ROOT, check=True, capture_output=True)
        self.library(folder).read()
        return folder

    def library(self, folder: Path) -> Library:
        """Return the discussions of a folder, looked at, with the index that the program has in its terminal."""
        os.environ.update({name: place for name, place in self.env.items() if name.startswith("XDG")})
        library = Library(folder, refuge_of(folder))
        library.refresh()
        return library


def _timed(work: Callable[[], object]) -> Mapping[str, float]:
    begun = time.perf_counter()
    work()
    return {"wall": time.perf_counter() - begun}


def _cases(scratch: Path, dice: random.Random) -> list[Case]:
    """Return floors and ours."""
    folders = _Folders(scratch)
    return [
        Case(IMPORT, lambda: _finish([sys.executable, "-c", "import textual.app"], folders.env, scratch)),
        Case(INPUT, lambda: _typed([sys.executable, "-m", "benchmarks.apps.one_input"], dice, folders, ROOT)),
        *(case for size in SIZES for case in _of_size(size, folders, dice)),
    ]


def _of_size(size: int, folders: _Folders, dice: random.Random) -> list[Case]:
    def argv() -> list[str | Path]:
        return [ours.program(), "--sessions", folders.of(size)]

    def again() -> Mapping[str, float]:
        library = folders.library(folders.of(size))
        return _timed(library.refresh)

    def count() -> Mapping[str, float]:
        library = folders.library(folders.of(size))
        return _timed(lambda: library.counts(("part", "kind", "month")))

    def compile_all() -> Mapping[str, float]:
        library = folders.library(folders.of(size))
        return _timed(lambda: compiled(one for _entry, one in library.given() if one))

    def behind() -> Mapping[str, float]:
        library = folders.library(folders.of(size))
        found = compiled(one for _entry, one in library.given() if one)
        cell = found.cell("counts", "all", "notes")
        assert cell
        return _timed(lambda: [found.notes[ref] for ref in cell.behind[:PAGE]])

    def ask(query: str) -> Mapping[str, float]:
        library = folders.library(folders.of(size))
        return _timed(lambda: library.find(parse(query).query, stopped=lambda: False))

    def search(word: str) -> Mapping[str, float]:
        library = folders.library(folders.of(size))
        library.search("fax")  # the words are known from the first search on
        return _timed(lambda: library.search(word))

    def first_page(word: str) -> Mapping[str, float]:
        library = folders.library(folders.of(size))
        library.search("fax")
        return _until_first(lambda first: library.find(parse(word).query, stopped=lambda: False, first=first))

    def changed() -> Mapping[str, float]:
        return _shown_change(folders, size)

    return [
        Case(home(size), lambda: _show(argv(), _MARKER, folders.env, folders.scratch)),
        Case(_name("memory", size), lambda: _weighed(argv(), folders)),
        Case(_name("key to hits", size), lambda: _typed(argv(), dice, folders, folders.scratch)),
        Case(_name("scandir + stat", size), lambda: _timed(lambda: _stats(folders.of(size)))),
        Case(_name("unchanged refresh", size), again),
        Case(_name("search a word", size), lambda: search(WORD)),
        Case(_name("first page of a word", size), lambda: first_page(WORD)),
        Case(_name("first page of two letters", size), lambda: first_page("vå")),
        Case(_name("a changed file is shown", size), changed),
        Case(_name("search two letters", size), lambda: search("vå")),
        Case(_name("counts", size), count),
        Case(_name("compile", size), compile_all),
        Case(_name("a page behind a number", size), behind),
        Case(_name("search a tag", size), lambda: ask("tagg:sip")),
        Case(_name("search hands", size), lambda: ask("stöd:>5")),
        Case(_name("rg", size), lambda: _rg(folders.of(size), folders)),
        Case(_name("bare SQLite page", size), lambda: _page(folders.of(size), folders)),
    ]


def _weighed(argv: list[str | Path], folders: _Folders) -> Mapping[str, float]:
    if not IS_LINUX:
        raise DidNotRun("memory is read from /proc, and this is no Linux")
    with Terminal(argv, env=folders.env, cwd=folders.scratch) as terminal:
        terminal.wait_for(_MARKER, timeout=60)
        terminal.idle(1.0, timeout=60)
        return {"pss": float(pss_bytes(terminal.pid))}


def _typed(argv: list[str | Path], dice: random.Random, folders: _Folders, cwd: Path) -> Mapping[str, float]:
    keys = itertools.cycle([*LETTERS, *["\x7f"] * len(LETTERS)])
    presses = Presses(keys, counted=24, awaits_work=True, below=LIST)
    return press_keys(argv, lambda terminal: terminal.listen(2.0), presses, dice, folders.env, cwd)


def _until_first(find: Callable[[Callable[[object], None]], object]) -> Mapping[str, float]:
    """Return how long it took until there was something to show: a page, or all where that is no longer."""
    begun, shown = time.perf_counter(), list[float]()
    find(lambda _hits: shown.append(time.perf_counter() - begun))
    return {"wall": [*shown, time.perf_counter() - begun][0]}


def _shown_change(folders: _Folders, size: int) -> Mapping[str, float]:
    """Save a discussion under another name, and return how long that name took to stand on the screen of who looks on."""
    folder = folders.of(size)
    newest = max(folder.glob("*.toml"), key=lambda path: path.stat().st_mtime)
    text, other = newest.read_text(encoding="utf-8"), newest.with_suffix(".other")
    name = next(line for line in text.splitlines() if line.startswith("name = "))
    try:
        with Terminal([ours.program(), "--sessions", folder], env=folders.env, cwd=folders.scratch) as screen:
            screen.wait_for(_MARKER, timeout=60)
            screen.idle(1.0, timeout=60)
            other.write_text(text.replace(name, f'name = "{_CHANGED}"', 1), encoding="utf-8")
            other.replace(newest)
            begun = time.perf_counter()
            screen.wait_for(_CHANGED, timeout=30)
            return {"wall": time.perf_counter() - begun}
    finally:
        newest.write_text(text, encoding="utf-8")


def _stats(folder: Path) -> int:
    with os.scandir(folder) as found:
        return sum(os.stat(one.path).st_size for one in found)  # noqa: PTH116 - the floor


def _rg(folder: Path, folders: _Folders) -> Mapping[str, float]:
    program = shutil.which("rg")
    if program is None:
        raise DidNotRun("rg is not installed")
    return _finish([program, "-i", "-c", WORD, str(folder)], folders.env, folders.scratch)


def _page(folder: Path, folders: _Folders) -> Mapping[str, float]:
    folders.library(folder)
    with closing(sqlite3.connect(index_of((folder, refuge_of(folder))))) as database:
        page = "SELECT path, entry FROM file ORDER BY day DESC, written DESC LIMIT 60"
        return _timed(lambda: database.execute(page).fetchall())


def _goals() -> list[Goal]:
    """Return the rows."""
    return [
        goal
        for size in SIZES
        for goal in (
            Goal(home(size), home(size), "wall", IMPORT, 1.15),
            Goal(_name("memory", size), _name("memory", size), "pss", None, 60_000_000, unit="B"),
            Goal(
                _name("key to hits", size),
                _name("key to hits", size),
                "stood",
                INPUT,
                4 if size <= _MANY else 6,
                "last",
            ),
            Goal(
                _name("unchanged refresh", size),
                _name("unchanged refresh", size),
                "wall",
                _name("scandir + stat", size),
                1.5,
            ),
            Goal(_name("search a word", size), _name("search a word", size), "wall", _name("rg", size), 0.1),
            Goal(
                _name("first page of a word", size),
                _name("first page of a word", size),
                "wall",
                _name("rg", size),
                0.1,
            ),
            Goal(
                _name("first page of two letters", size),
                _name("first page of two letters", size),
                "wall",
                _name("rg", size),
                0.1,
            ),
            Goal(
                _name("a changed file is shown", size),
                _name("a changed file is shown", size),
                "wall",
                None,
                1.0,
            ),
            Goal(
                _name("search two letters", size),
                _name("search two letters", size),
                "wall",
                _name("rg", size),
            ),
            Goal(_name("counts", size), _name("counts", size), "wall"),
            Goal(_name("compile", size), _name("compile", size), "wall", None, size * NOTES * A_NOTE),
            Goal(
                _name("a page behind a number", size),
                _name("a page behind a number", size),
                "wall",
                None,
                FRAME,
            ),
            Goal(_name("search a tag", size), _name("search a tag", size), "wall"),
            Goal(_name("search hands", size), _name("search hands", size), "wall"),
        )
    ]


_GROWTH = Growth(
    "home's first rows grow with discussions", "wall", {size: home(size) for size in SIZES}, 0.05
)

PART = Part("library", rounds=3, minutes=4, cases=_cases, goals=_goals(), growths=(_GROWTH,))
