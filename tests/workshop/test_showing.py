"""What opens a file: the desktop's own program, and nothing where there is no desktop to open it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.workshop import showing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("platform", "desktop", "command"),
    [
        ("linux", {"DISPLAY": ":0"}, "xdg-open"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"),
        ("linux", {}, None),
        ("darwin", {}, "open"),
        ("win32", {}, ""),
    ],
)
def test_each_system_has_its_own(
    tmp_path: Path, platform: str, desktop: dict[str, str], command: str | None
) -> None:
    for name in ("xdg-open", "open"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    found = showing.opener(platform, {"PATH": str(tmp_path), **desktop})
    assert found == (str(tmp_path / command) if command else command)


def test_a_desktop_without_such_a_program_opens_nothing(tmp_path: Path) -> None:
    assert showing.opener("linux", {"PATH": str(tmp_path), "DISPLAY": ":0"}) is None


def test_the_file_is_one_argument_whatever_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(showing, "opener", lambda: "xdg-open")
    monkeypatch.setattr(showing.subprocess, "Popen", lambda command, **_: started.append(command))
    assert showing.show(tmp_path / "a; rm -rf b.pdf")
    assert started == [["xdg-open", str(tmp_path / "a; rm -rf b.pdf")]]
