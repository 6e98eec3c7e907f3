"""What files and folders are called: as much of a name as fits, in the place that each system has for a user's own."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from diskussion_tui.store.files import lock, paths
from diskussion_tui.store.library import where
from diskussion_tui.store.session import identity
from tests.support.builders import NOON

DAY = NOON.date()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a" * 100, "a" * 80),
        ("å" * 100, "å" * 80),
        ("日" * 100, "日" * 60),
        ("😀" * 100, "😀" * 45),
        ("a" + "日" * 80, "a" + "日" * 59),
    ],
    ids=["a byte a sign", "two", "three", "four", "one and three"],
)
def test_of_a_long_name_as_much_is_kept_as_fits(name: str, kept: str) -> None:
    assert paths.file_name("Samtal", name, DAY) == f"Samtal_{kept}_2026-05-12.toml"
    assert len(paths.file_name("日" * 40, "😀" * 100, DAY, 99).encode()) <= 235
    assert paths.file_name("p" * 40, "x", DAY).startswith("p" * 24 + "_")


def test_a_name_of_nothing_but_signs_that_no_file_can_have_is_called_something() -> None:
    assert paths.file_name("///", "...", DAY) == "session_utan-namn_2026-05-12.toml"
    assert paths.file_name("Samtal", "Ekerö", DAY, 2) == "Samtal_Ekerö_2026-05-12_2.toml"


@pytest.mark.parametrize("name", ["con", "NUL", "com1.x", "LPT9"])
def test_a_folder_is_not_called_as_windows_calls_a_device(name: str) -> None:
    assert paths.safe_name(name) == f"{name}-"
    assert paths.safe_name(f"{name}s") == (f"{name}s" if "." not in name else f"{name}s-")


def test_a_report_is_called_after_the_parts_that_have_a_name() -> None:
    stems = paths.stems("Samtal", "", "Ekerö: bord 2")
    assert [next(stems) for _ in range(3)] == [
        "Samtal_Ekerö-bord-2",
        "Samtal_Ekerö-bord-2_2",
        "Samtal_Ekerö-bord-2_3",
    ]


def test_on_windows_the_programs_folder_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import windows

    monkeypatch.setattr(platformdirs, "PlatformDirs", windows.Windows)
    monkeypatch.setattr(windows, "get_win_folder", lambda kind: f"C:/{kind}")
    found = (
        paths.sessions_folder(None, None),
        paths.settings_path(),
        paths.refuges(),
        where._folder(),
        lock._folder(),
        identity._place(""),
    )
    assert [path.parts.count("diskussion-tui") for path in found] == [1] * len(found)


def test_the_chosen_folder_comes_before_the_checkout_s_and_that_before_the_users(tmp_path: Path) -> None:
    assert paths.sessions_folder(Path("~/s"), tmp_path) == Path.home() / "s"
    assert paths.sessions_folder(None, tmp_path) == tmp_path / "sessions"
    assert paths.sessions_folder(None, None).parent == paths.refuges().parent
    assert paths.expanded(Path("~ingen-sådan-användare/x")) == Path("~ingen-sådan-användare/x")
