"""The evenings on other systems, led once each: what was seen of them is looked at by many tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Any]]:
    """What was seen of the evenings on a system, by their names."""
    led: dict[str, dict[str, Any]] = {}

    def lead(system: str) -> dict[str, Any]:
        if system not in led:
            root, told = tmp_path_factory.mktemp(system), tmp_path_factory.mktemp("sett") / f"{system}.json"
            command = [sys.executable, "-m", "tests.support.elsewhere", system, str(root), str(told)]
            done = subprocess.run(command, cwd=ROOT, env=_own(root), capture_output=True, check=False)
            assert told.exists(), done.stderr.decode(errors="replace")
            led[system] = json.loads(told.read_text(encoding="utf-8"))
        return led[system]

    return lead


@pytest.fixture
def there(request: pytest.FixtureRequest, elsewhere: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """What was seen on the system that the module is about."""
    return elsewhere(request.module.SYSTEM)


def _own(root: Path) -> dict[str, str]:
    """An environment in which nothing of this machine is left but where programs are found."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(root / "hem"),
        "TZ": "Europe/Stockholm",
        "PYTHONUTF8": "1",
    }
