"""One fault against some tests, in a process of its own that has the libraries already, and the program not yet."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_LIBRARIES = ("pytest_asyncio", "hypothesis", "pyte", "pydantic", "tomli_w", "textual.app", "textual.widgets")
_SLOWER = 8.0
"""A test may take so many times as long as when the map was made, and `_AT_LEAST` seconds besides: machines are shared."""
_AT_LEAST = 10.0


def warm(root: Path) -> None:
    """Load what every trial needs, once, and see to it that the program comes from the copy at `root`."""
    os.environ["TEXTUAL_FPS"] = "120"
    os.environ["PYTHONPATH"] = str(root / "src")
    sys.path[:0] = [str(root / "src"), str(root)]
    for name in _LIBRARIES:
        importlib.import_module(name)
    if any(name.startswith("diskussion_tui") for name in sys.modules):
        raise RuntimeError("the program is loaded already: a fault in the copy would not be seen")


class Ending(Enum):
    """How a trial ends. `LATE` is told apart: a machine that others use can be late without any fault."""

    WELL = "well"
    FAILED = "failed"
    LATE = "late"


class Trial:
    """The tests named, in their order, until one fails. `seconds` is how long each took when the map was made."""

    def __init__(self, root: Path, tests: list[str], seconds: dict[str, float]) -> None:
        self._root = root
        self._tests = tests
        self._seconds = seconds

    def ending(self) -> Ending:
        """How they end: all well, one failing, or one that is stopped since it takes far too long."""
        child = os.fork()
        if not child:
            self._run()
        _, status = os.waitpid(child, 0)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(status)
        if code == -signal.SIGALRM:
            return Ending.LATE
        # A usage error too is noticed: that is a fixture file that cannot be imported.
        return (
            Ending.WELL if code in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED} else Ending.FAILED
        )

    def _run(self) -> None:
        code = 1
        try:
            os.setpgid(0, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            os.chdir(self._root)
            sys.dont_write_bytecode = True
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            nowhere = os.open(os.devnull, os.O_RDWR)
            for handle in range(3):
                os.dup2(nowhere, handle)
            files = list(dict.fromkeys(test.partition("::")[0] for test in self._tests))
            options = ["-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-o", "addopts="]
            options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
            code = int(pytest.main([*options, *files], plugins=[self]))
        finally:
            os._exit(code)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Run what is asked for, in that order."""
        found = {item.nodeid: item for item in items}
        items[:] = [found[test] for test in self._tests if test in found]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """End the process where a test takes far too long: the fault may well make it run for ever."""
        signal.setitimer(signal.ITIMER_REAL, self._seconds[item.nodeid] * _SLOWER + _AT_LEAST)
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
