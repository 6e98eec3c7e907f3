"""Results as files: what a run was made on, its rows, and the runs that are kept, one for each version measured.

A kept run is named after the version, the day and the commit of the code that was measured, so that the folder
sorts by age within a version and two runs of one commit are one file.
"""

import json
import os
import platform
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.fetch import ROOT
from benchmarks.table import Row

KEPT = ROOT / "benchmarks" / "results"
"""One JSON for each measured version."""


@dataclass(frozen=True)
class Measured:
    """Which code was measured: its version, its commit, and the day of that commit."""

    version: str
    commit: str
    date: str

    @property
    def name(self) -> str:
        """What the file of its results is called."""
        return "-".join(filter(None, (self.version, self.date, self.commit))) + ".json"


@dataclass(frozen=True)
class Run:
    """A run that was read from a file."""

    measured: Measured
    machine: Mapping[str, str | int | None]
    rounds: Mapping[str, int]
    rows: Sequence[Row]


def write(
    path: Path, rows: Sequence[Row], rounds: Mapping[str, int], made_on: Mapping[str, object], of: Measured
) -> None:
    """Write a run as JSON."""
    content = {
        "measured": asdict(of),
        "machine": dict(made_on),
        "rounds": dict(rounds),
        "rows": [asdict(row) for row in rows],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read(path: Path) -> Run:
    """Read a run."""
    content = json.loads(path.read_text(encoding="utf-8"))
    measured = Measured(**content.get("measured", {"version": "", "commit": "", "date": ""}))
    rows = [Row(**row) for row in content["rows"]]
    return Run(measured, content["machine"], content["rounds"], rows)


def kept(folder: Path = KEPT) -> list[Run]:
    """Return the kept runs, oldest first."""
    runs = [read(path) for path in sorted(folder.glob("*.json"))]
    return sorted(runs, key=lambda run: run.measured.date)


def measured() -> Measured:
    """Say which code this is; a commit with changes on top of it is marked."""
    changed = (
        "+" if _git("status", "--porcelain", "--untracked-files=no", "--", "src", "pyproject.toml") else ""
    )
    commit, _, date = _git("log", "-1", "--format=%h %cs").partition(" ")
    return Measured(_version("diskussion-tui") or "", commit + changed, date)


def _git(*arguments: str) -> str:
    """Ask git about the project; nothing where it cannot be asked."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if done.returncode else done.stdout.strip()


def machine(folder: Path) -> dict[str, str | int | None]:
    """Describe what the run was made on, as far as it matters for the ratios and no further."""
    return {
        "cpu": _cpu_model(),
        "cores": os.cpu_count(),
        "memory": _memory(),
        "system": platform.system(),
        "python": platform.python_version(),
        "textual": _version("textual"),
        "diskussion-tui": _version("diskussion-tui"),
        "file system": _file_system(folder),
    }


def _memory() -> str | None:
    """Return how much memory there is."""
    listing = Path("/proc/meminfo")
    found = re.search(r"^MemTotal:\s+(\d+) kB", listing.read_text() if listing.exists() else "", re.MULTILINE)
    return f"{int(found[1]) / 1e6:.0f} GB" if found else None


def _cpu_model() -> str:
    """Return the name of the processor."""
    listing = Path("/proc/cpuinfo")
    text = listing.read_text() if listing.exists() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def _version(package: str) -> str | None:
    """Return the version of an installed package."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _file_system(folder: Path) -> str | None:
    """Return the kind of file system that the folder lies on: the mount with the longest matching path."""
    listing = Path("/proc/mounts")
    if not listing.exists():
        return None
    mounts = [line.split()[1:3] for line in listing.read_text().splitlines()]
    holding = [(len(path), kind) for path, kind in mounts if folder.resolve().is_relative_to(path)]
    return max(holding)[1] if holding else None
