"""Which tests run a line: made once by running them all, and kept.

Tests that are new or changed are run again by themselves; a folder of tests may be asked alone. Of a module that has changed since, its lines
are followed to where they stand now; for one that is new, the tests count that run what stands around it.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from torture.mutation.watching import FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_UNASKED = ("architecture", "docs", "benchmarks", "torture")
"""Folders of tests that read the source, or measure: they would see any change, and say nothing of what it does."""
_EVERYWHERE = ("formats",)
"""Folders of tests that hold every byte the program prints or writes, whichever package makes it."""
_AROUND = 4
"""So many lines before and behind one that is new."""


@dataclass(slots=True)
class CoverageMap:
    """Seconds and lines by a test's node id; `files` are those of tests with their digests, `modules` the program's with a number for the text of each line."""

    modules: dict[str, list[int]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    new: dict[str, list[int]] = field(default_factory=dict)
    """Lines that are new or different since the tests were run: of those nobody knows which of them run it."""

    def forget(self, files: Iterable[str]) -> None:
        """Let go of the tests in some files."""
        for file in files:
            self.files.pop(file, None)
        self.seconds = {test: seconds for test, seconds in self.seconds.items() if _file(test) in self.files}
        self.lines = {test: lines for test, lines in self.lines.items() if _file(test) in self.files}

    def follow(self, modules: dict[str, list[int]]) -> None:
        """Take the program as it is now: what was known of a line is known of it where it stands now."""
        for name, now in modules.items():
            before = self.modules.get(name, [])
            if now == before:
                continue
            blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
            goes = {begin + step + 1: end + step + 1 for begin, end, size in blocks for step in range(size)}
            for seen in self.lines.values():
                if name in seen:
                    seen[name] = [goes[line] for line in seen[name] if line in goes]
            was_new = {goes[line] for line in self.new.get(name, ()) if line in goes}
            self.new[name] = sorted(was_new | {*range(1, len(now) + 1)} - {*goes.values()})
        self.modules = modules

    def tests_of(self, module: str, lines: range) -> list[str]:
        """The tests that run a line; those of the whole module where none does.

        Those first that lie where the module lies and run little else, and of a test that is tried with many things one before
        the others: what it does not notice with one of them it seldom does with the next.
        """
        wanted = set(lines)
        touching = {test: set(seen[module]) for test, seen in self.lines.items() if seen.get(module)}
        if not wanted.isdisjoint(self.new.get(module, ())):
            wanted |= {*range(lines.start - _AROUND, lines.stop + _AROUND)}
        exact = [test for test, seen in touching.items() if not wanted.isdisjoint(seen)]
        beside = f"tests/{Path(*Path(module).parts[2:-1]).as_posix()}/"
        tried: Counter[str] = Counter()
        ordered: list[tuple[int, bool, float, str]] = []
        for test in sorted(exact or touching, key=self._breadth):
            function = test.partition("[")[0]
            ordered.append((tried[function], not test.startswith(beside), self._breadth(test), test))
            tried[function] += 1
        return [test for *_, test in sorted(ordered)]

    def rest_of(self, package: str, known: Iterable[str]) -> list[str]:
        """The other tests of a package, the quick ones first."""
        rest = {test for test in self.seconds if test.startswith(f"tests/{package}/")} - set(known)
        return sorted(rest, key=self.seconds.__getitem__)

    def _breadth(self, test: str) -> float:
        return sum(map(len, self.lines[test].values())) * (1 + self.seconds[test])


def coverage_map(root: Path, kept: Path, workers: int, near: Collection[str] = ()) -> CoverageMap:
    """Return the map of the tree at `root`, from `kept` as far as that still holds.

    With `near`, only the tests in the folders of that name are run for it, and those of every byte.
    """
    modules = {str(file.relative_to(root)): _numbered(file) for file in sorted((root / "src").rglob("*.py"))}
    found = CoverageMap(modules)
    if kept.is_file():
        found = CoverageMap(**json.loads(kept.read_text(encoding="utf-8")))
        found.follow(modules)
    now = {str(file.relative_to(root)): _digest(file) for file in sorted(root.glob("tests/**/test_*.py"))}
    now = {name: digest for name, digest in now.items() if Path(name).parts[1] not in _UNASKED}
    stale = [name for name in now.keys() | found.files.keys() if now.get(name) != found.files.get(name)]
    found.forget(stale)
    if fresh := sorted(name for name in stale if name in now and _is_near(name, near)):
        print(f"running the tests of {len(fresh)} files, to see which lines each of them runs", flush=True)
        _watch(root, fresh, workers, found)
        found.files |= {name: now[name] for name in fresh}
        values = {name: getattr(found, name) for name in ("modules", "files", "seconds", "lines", "new")}
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(values), encoding="utf-8")
    return found


def _watch(root: Path, files: list[str], workers: int, found: CoverageMap) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "torture.mutation.watching"]
        command += ["-o", "addopts=--dist=loadgroup", "-n", str(workers), *files]
        environment = os.environ | {FOLDER: folder, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"}
        subprocess.run(command, cwd=root, env=environment, check=False)
        for file in Path(folder).iterdir():
            seen = json.loads(file.read_text(encoding="utf-8"))
            found.seconds |= seen["seconds"]
            found.lines |= seen["lines"]


def _is_near(file: str, folders: Collection[str]) -> bool:
    return not folders or Path(file).parts[1] in {*folders, *_EVERYWHERE}


def _file(test: str) -> str:
    return test.partition("::")[0]


def _numbered(file: Path) -> list[int]:
    """A number for the text of each line."""
    return [zlib.crc32(line) for line in file.read_bytes().splitlines()]


def _digest(*files: Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
