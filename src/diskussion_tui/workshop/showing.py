"""Showing somebody a file or a folder: handed to the program that the system opens it with, which then goes on by itself.

Only ever on request. Nothing of ours waits for that program, and it has nothing of our terminal.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def opener(platform: str = sys.platform, environment: Mapping[str, str] | None = None) -> str | None:
    """The command that opens a file as the desktop does; empty where the system itself does it, None where there is no desktop.

    On Linux a terminal without a desktop has no windows: what `xdg-open` would start there takes the terminal.
    """
    environment = os.environ if environment is None else environment
    if platform == "win32":
        return ""
    if platform == "darwin":
        return shutil.which("open", path=environment.get("PATH"))
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open", path=environment.get("PATH"))


def show(path: Path) -> bool:
    """Have a file or folder opened; whether there is anything here that opens it. Raises `OSError`."""
    command = opener()
    if command is None:
        return False
    if not command:
        os.startfile(path)  # type: ignore[attr-defined]  # noqa: S606 - Windows' own, on request
        return True
    quiet = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - the system's own opener, and no shell
        [command, str(path.absolute())], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    return True
