"""A pytest plugin that writes down which test runs which lines, and how long each takes.

Loaded with `-p torture.mutation.watching`. Every worker writes a file of its own into the folder that `FOLDER` names.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

FOLDER = "COVERAGE_MAP"


class Watcher:
    """Tells coverage which test is running. Lines that run at import belong to no test."""

    def __init__(self, folder: Path) -> None:
        import coverage  # pyrefly: ignore[missing-import]  # of a group of its own, that only a run needs

        self._folder = folder
        self._root = Path.cwd()
        self._seconds: dict[str, float] = {}
        self._failing: set[str] = set()
        self._coverage = coverage.Coverage(
            data_file=None, source=[str(self._root / "src")], config_file=False, messages=False
        )
        self._coverage.start()
        self._coverage.switch_context("import")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Watch one test with its fixtures."""
        self._coverage.switch_context(item.nodeid)
        begun = time.monotonic()
        try:
            return (yield)
        finally:
            self._seconds[item.nodeid] = time.monotonic() - begun
            self._coverage.switch_context("import")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Leave out a test that fails as it is: it would seem to notice everything."""
        if report.failed:
            self._failing.add(report.nodeid)

    def pytest_unconfigure(self) -> None:
        """Write down what was seen: `seconds` by test, `lines` by test and module."""
        self._coverage.stop()
        for test in self._failing:
            self._seconds.pop(test, None)
        data = self._coverage.get_data()
        seen: dict[str, dict[str, list[int]]] = {test: {} for test in self._seconds}
        for file in data.measured_files():
            module = str(Path(file).relative_to(self._root))
            for line, tests in data.contexts_by_lineno(file).items():
                for test in tests:
                    if test in seen:
                        seen[test].setdefault(module, []).append(line)
        values = {"seconds": self._seconds, "lines": seen}
        (self._folder / f"{os.getpid()}.json").write_text(json.dumps(values), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Watch in the processes that run tests, not in the one that hands them out."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", default=None):
        config.pluginmanager.register(Watcher(Path(os.environ[FOLDER])))
