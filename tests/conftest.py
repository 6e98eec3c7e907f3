"""A fence around every test: no home, settings, colours or size of the machine that it runs on, and no wall clock."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ["TEXTUAL_FPS"] = "120"  # as the program sets it for itself, and before Textual is imported

_LEAKING = (
    "TEXTUAL",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "LC_",
    "LANG",
    "DISKUSSION",
)

settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile(
    "wide",
    settings.get_profile("suite"),
    derandomize=False,
    max_examples=1000,
    print_blob=True,
)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def fence(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of its own for each test, and an environment in which nothing of the machine's is left."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(_LEAKING)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture(scope="session", autouse=True)
def checkout() -> Iterator[None]:
    """The checkout's own discussions are nobody's to test on: what lies there is what lay there."""
    folder = Path(__file__).parents[1] / "sessions"
    before = _files(folder)
    yield
    assert _files(folder) == before, "a test has worked on the checkout's own discussions"


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(one): (one.stat().st_size, one.stat().st_mtime_ns) for one in folder.rglob("*") if one.is_file()
    }


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no disk that hangs: only who tries one that does is impatient."""
    monkeypatch.setattr("diskussion_tui.workshop.saving.saver.PATIENCE", 60.0)
    monkeypatch.setattr("diskussion_tui.cli.kit.changing.TIDYING", 60.0)
    monkeypatch.setattr("diskussion_tui.workshop.saving.saver.HURRIED", 60.0)
    monkeypatch.setattr("diskussion_tui.tui.home.looking.IN_A_FRAME", 60.0)
    monkeypatch.setattr("diskussion_tui.tui.patience.UNSAID", 60.0)
