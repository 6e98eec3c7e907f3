"""No line for a system that nobody here has is left untried: found in the source, and held against what the stand-ins ran."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support import asking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("systems")


def test_every_line_that_asks_for_the_system_was_run_there(
    elsewhere: Callable[[str], dict[str, Any]],
) -> None:
    ran = {
        asking.Place(file, line, system)
        for system in asking.SYSTEMS
        for file, line in elsewhere(system)["lines"]
    }
    assert sorted(asking.every_place() - ran) == []


def test_there_is_something_to_hold_it_against() -> None:
    assert len({place.file for place in asking.every_place()}) > 12
    assert {place.system for place in asking.every_place()} == set(asking.SYSTEMS)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('if sys.platform == "win32":\n    a()\nelse:\n    b()\n', {(1, "win32"), (2, "win32")}),
        ('if sys.platform != "win32":\n    a()\nelse:\n    b()\n', {(1, "win32"), (4, "win32")}),
        ('x = hasattr(os, "fdatasync")\n', {(1, "win32"), (1, "darwin")}),
        ("import winreg\n", {(1, "win32")}),
        ('x = sys.platform == "linux"\n', {(1, "darwin")}),
    ],
)
def test_what_is_looked_for_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, lines: set[Any]
) -> None:
    monkeypatch.setattr(asking, "SOURCE", tmp_path)
    (tmp_path / "x.py").write_text(source, encoding="utf-8")
    assert {(place.line, place.system) for place in asking.places_in(tmp_path / "x.py")} == lines
