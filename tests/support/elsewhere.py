"""An evening led on another system: `python -m tests.support.elsewhere SYSTEM FOLDER FILE` puts into a file, as JSON, what was seen there.

The same evening is led on a stand-in for Windows, on one for macOS, and on this system as it is. A process of its own, since a
program looks once at what system it is on, when it is imported.
"""

from __future__ import annotations

import builtins
import json
import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import asking, mac, windows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

BECOME = {"win32": windows.become, "darwin": mac.become, "linux": lambda _root, _home: None}
"""What stands in for each system."""


class Recording(SourceFileLoader):
    """Loads a file of the program that asks which system it is on, so that it tells of every such question that it gets to."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return compile(asking.telling(Path(path)), path, "exec")


class Finder(MetaPathFinder):
    """Has those files loaded so, and all others as ever."""

    def __init__(self) -> None:
        self._files = {str(path) for path in asking.files()}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = PathFinder.find_spec(fullname, path, target)
        if found is None or found.origin not in self._files:
            return None
        found.loader = Recording(fullname, found.origin)
        return found


def main() -> None:
    """Lead the evening, and put down what was seen."""
    system, root = sys.argv[1], Path(sys.argv[2])
    home = root / "hem"
    home.mkdir()
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)
    os.chdir(root)
    stand_in = BECOME[system](root, home)
    lines: set[tuple[str, int]] = set()

    def ran(file: str, line: int, value: object = None) -> object:
        lines.add((file, line))
        return value

    setattr(builtins, asking.TELL, ran)
    sys.meta_path.insert(0, Finder())
    if system == "win32":
        from tests.support.evenings_windows import WindowsEvenings as Evenings
    else:
        from tests.support.evenings import Evenings
    seen = Evenings(root, stand_in, pytest.MonkeyPatch()).led()
    seen["lines"] = sorted(lines)
    Path(sys.argv[3]).write_text(json.dumps(seen, ensure_ascii=False, default=str), encoding="utf-8")


if __name__ == "__main__":
    main()
