"""Brings the peers: the programs that ours stands beside in the same run.

Everything goes into `.bench/`, which git ignores, and nowhere else: an environment of its own for each program
from the package index, and Debian's packages unpacked without being installed, so that neither root nor a
system that is changed is needed. A program that the system has already is used as it stands.
Whatever cannot be brought is told in one line, and its cases then say that they did not run.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project."""

BENCH = ROOT / ".bench"
"""Where all that is downloaded lies."""

_UNPACKED = BENCH / "debian"
_PATIENCE = 400
"""Seconds for one download."""

PYTHON_PEERS: Mapping[str, Sequence[str]] = {
    # Newer tree-sitter grammars than its Textual knows make it fail at start.
    "posting": ("posting", "tree-sitter<0.26"),
    "harlequin": ("harlequin",),
}
"""What each environment is given."""

DEBIAN_PEERS: Mapping[str, str] = {"vim": "vim-tiny", "nano": "nano", "micro": "micro"}
"""The package that holds each program."""

_ALSO_CALLED = {"vim": ("vim.tiny",)}


def find(name: str) -> Path | None:
    """Return the program of a peer: the system's or the one brought here."""
    if name in PYTHON_PEERS:
        own = BENCH / name / "bin" / name
        return own if own.exists() else None
    names = (name, *_ALSO_CALLED.get(name, ()))
    unpacked = (_UNPACKED / place / each for place in ("usr/bin", "bin") for each in names)
    installed = (Path(found) for each in names if (found := shutil.which(each)))
    return next((path for path in (*installed, *unpacked) if path.exists()), None)


def prepare(tell: Callable[[str], None] = lambda _: None) -> list[str]:
    """Bring every peer that is missing; one sentence for each that could not be brought."""
    BENCH.mkdir(exist_ok=True)
    complaints = []
    for name in (*PYTHON_PEERS, *DEBIAN_PEERS):
        if find(name) is None:
            tell(f"bringing {name}")
            complaint = _bring_python(name) if name in PYTHON_PEERS else _bring_debian(name)
            if complaint:
                complaints.append(f"{name} could not be brought: {complaint}")
    return complaints


def _bring_python(name: str) -> str:
    """Make an environment with a program of the package index; what went wrong, empty if nothing did."""
    uv = shutil.which("uv")
    if uv is None:
        return "uv is not installed"
    unfinished = BENCH / f"{name}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    cache = {"UV_CACHE_DIR": str(BENCH / "cache")}
    made = [uv, "venv", "--relocatable", "--python", sys.executable, unfinished]
    filled = [uv, "pip", "install", "--python", unfinished / "bin" / "python", "--compile-bytecode"]
    complaint = _run(made, cache) or _run([*filled, *PYTHON_PEERS[name]], cache)
    if not complaint:
        unfinished.rename(BENCH / name)
    return complaint


def _bring_debian(name: str) -> str:
    """Unpack a Debian package beside the others; what went wrong, empty if nothing did."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        return "it is not installed, and this is no Debian"
    folder = BENCH / "packages"
    folder.mkdir(exist_ok=True)
    package = DEBIAN_PEERS[name]
    complaint = _run(["apt-get", "download", package], {}, folder)
    if complaint:  # the machine's lists may be old or not there at all
        own = _own_lists()
        complaint = _run(["apt-get", *own, "update"], {}, folder)
        complaint = complaint or _run(["apt-get", *own, "download", package], {}, folder)
    if complaint:
        return complaint
    newest = max(folder.glob(f"{package}_*.deb"), key=lambda path: path.stat().st_mtime)
    return _run(["dpkg-deb", "--extract", newest, _UNPACKED], {})


def _own_lists() -> list[str]:
    """Return the options with which apt keeps its lists here."""
    state, cache = BENCH / "apt" / "state", BENCH / "apt" / "cache"
    for folder in (state / "lists" / "partial", cache / "archives" / "partial"):
        folder.mkdir(parents=True, exist_ok=True)
    return ["-o", f"Dir::State={state}", "-o", f"Dir::Cache={cache}", "-o", "Debug::NoLocking=1"]


def _run(command: Sequence[str | Path], extra: Mapping[str, str], cwd: Path | None = None) -> str:
    """Run a command; the last thing that it said if it failed, empty if it did not."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            capture_output=True,
            text=True,
            env={**os.environ, **extra},
            cwd=cwd,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    said = (done.stderr.strip() or done.stdout.strip() or f"code {done.returncode}").splitlines()
    return said[-1] if done.returncode else ""
