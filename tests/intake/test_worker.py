"""The process that reads what others have made: whatever happens in it, it reaches nothing."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SHUT = "from diskussion_tui.intake.worker import shut; shut()\n"
DEEDS = {
    "write": "open('ny.txt', 'w')",
    "write over": "import os; os.open('fil.txt', os.O_WRONLY)",
    "remove": "import os; os.remove('fil.txt')",
    "rename": "import os; os.rename('fil.txt', 'annan.txt')",
    "make": "import os; os.mkdir('mapp')",
    "connect": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "start": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true')",
}


@pytest.mark.parametrize("deed", DEEDS)
def test_it_can_write_nothing_reach_nothing_and_start_nothing(deed: str, tmp_path: Path) -> None:
    (tmp_path / "fil.txt").write_text("orörd")
    found = subprocess.run(
        [sys.executable, "-B", "-c", SHUT + DEEDS[deed]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PermissionError" in found.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["fil.txt"]


def test_it_can_read_and_load_what_it_reads_with() -> None:
    command = SHUT + "import pypdf, diskussion_tui.intake.minutes, diskussion_tui.intake.tables"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
