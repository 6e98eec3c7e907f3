"""Install the built wheel as people do, without a network: with pip, pipx, `uv tool` and `uvx`, out of a folder of wheels.

The wheel is built from the source distribution, in an environment of its own, so that what is missing from either shows. Gathering the
wheels it needs is the one step that asks the registry; after that each way is tried in a process that has no network at all, where
the system can cut it off, and then the program is used: its version, its workbook, a form, the handbook, and what desktops and `man`
look for. A run of a minute or two, for before a release; the suite only unpacks the wheel.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
NAME = "diskussion-tui"
WHOLE = f"{NAME}[dokument]"
BIN = "Scripts" if os.name == "nt" else "bin"
SYSTEMS_OWN = ("PATH", "SYSTEMROOT", "TEMP", "TMP")
"""What a system's programs do not start without."""
SHARED = ("man/man1/diskussion.1", "man/sv/man1/diskussion.1", "applications/diskussion.desktop")
"""What lies under `share` in an environment."""


class WrongError(Exception):
    """A way to install does not do what it should."""


@dataclass(frozen=True)
class Bench:
    """Where it is tried: a folder that is thrown away, the wheels in it, and what cuts the network off (nothing where that cannot be)."""

    work: Path
    wheels: Path
    cut_off: tuple[str, ...]

    def runs(self, *command: str | Path, home: str, more: Mapping[str, str] | None = None) -> str:
        """What a command said, without a network and with a home of its own. Raises `WrongError`."""
        place = self.work / home
        place.mkdir(parents=True, exist_ok=True)
        env = {
            **{name: os.environ[name] for name in SYSTEMS_OWN if name in os.environ},
            "HOME": str(place),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "UV_NO_CONFIG": "1",
            "UV_OFFLINE": "1",
            "UV_NO_INDEX": "1",
            "UV_FIND_LINKS": str(self.wheels),
            "UV_CACHE_DIR": str(place / "cache"),
            "UV_PYTHON": sys.executable,
            "UV_PYTHON_DOWNLOADS": "never",
            **(more or {}),
        }
        return _said([*self.cut_off, *map(str, command)], env, place)


def main() -> int:
    """Try every way; 1 where one fails."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="install-") as folder:
        bench = gathered(Path(folder))
        print(
            f"network: {'cut off' if bench.cut_off else 'not cut off here, but no way is told of a registry'}"
        )
        for name, way in WAYS.items():
            begun = time.monotonic()
            try:
                way(bench)
            except WrongError as error:
                failed += 1
                print(f"{name}: {error}")
            else:
                print(f"{name}: installed and used, {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


def gathered(work: Path) -> Bench:
    """The wheel, built from the source distribution, and all that it needs, in one folder."""
    wheels = work / "wheels"
    uv = _uv()
    env = dict(os.environ)
    _said([uv, "build", "--quiet", "--out-dir", str(work / "dist"), str(ROOT)], env, ROOT)
    (wheel,) = (work / "dist").glob("*.whl")
    if not list((work / "dist").glob("*.tar.gz")):
        raise WrongError("no source distribution was built")
    _said([_base(), "-m", "venv", str(work / "tools")], env, work)
    pip = [str(work / "tools" / BIN / "python"), "-m", "pip"]
    _said([*pip, "download", "-q", "-d", str(wheels), f"{wheel}[dokument]", "pipx"], env, work)
    _said([*pip, "install", "-q", "--no-index", "--find-links", str(wheels), "pipx"], env, work)
    return Bench(work, wheels, _without_network())


# ---- the ways --------------------------------------------------------------------------------------------------------


def _with_pip(bench: Bench) -> None:
    home = "pip"
    place = bench.work / home / "environment"
    bench.runs(_base(), "-m", "venv", place, home=home)
    bench.runs(place / BIN / "python", "-m", "pip", "install", "-q", WHOLE, home=home)
    _has_shared(place / "share")
    _is_used(bench, [place / BIN / "diskussion"], home)


def _with_pipx(bench: Bench) -> None:
    home = "pipx"
    place = bench.work / home
    more = {
        "PIPX_HOME": str(place / "venvs"),
        "PIPX_BIN_DIR": str(place / "bin"),
        "PIPX_MAN_DIR": str(place / "man"),
    }
    bench.runs(bench.work / "tools" / BIN / "pipx", "install", "-q", WHOLE, home=home, more=more)
    _has(place / "man" / "man1" / "diskussion.1")
    _is_used(bench, [place / "bin" / "diskussion"], home)


def _with_uv_tool(bench: Bench) -> None:
    home = "uv-tool"
    place = bench.work / home
    more = {"UV_TOOL_DIR": str(place / "tools"), "UV_TOOL_BIN_DIR": str(place / "bin")}
    bench.runs(_uv(), "tool", "install", "-q", WHOLE, home=home, more=more)
    _has_shared(place / "tools" / NAME / "share")
    _is_used(bench, [place / "bin" / "diskussion"], home)


def _with_uvx(bench: Bench) -> None:
    _is_used(bench, [_uv(), "tool", "run", "-q", "--from", WHOLE, "diskussion"], "uvx")


WAYS: Mapping[str, Callable[[Bench], None]] = {
    "pip": _with_pip,
    "pipx": _with_pipx,
    "uv tool": _with_uv_tool,
    "uvx": _with_uvx,
}


def _is_used(bench: Bench, program: Sequence[str | Path], home: str) -> None:
    """Have the installed program do something, each part of it once."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    for given, expected in (("--version", version), ("show", "Vårdmöten 2040")):
        said = bench.runs(*program, given, home=home)
        if expected not in said:
            raise WrongError(f"{given} says {said!r}")
    bench.runs(*program, "check", home=home)
    sessions = bench.work / home / "diskussioner"
    bench.runs(*program, "new", "Ekerö", "--sessions", sessions, home=home)
    form = bench.runs(*program, "form", "--sessions", sessions, "--out", sessions, home=home).split("\n")[-2]
    if not Path(form).read_bytes().startswith(b"%PDF-"):
        raise WrongError(f"{form} is no PDF")
    first = Path(bench.runs(*program, "handbok", "--print-path", home=home).strip())
    if "<h1>Handbok</h1>" not in first.read_text(encoding="utf-8"):
        raise WrongError(f"{first} is not the handbook")


def _has_shared(share: Path) -> None:
    for name in SHARED:
        _has(share / name)


def _has(path: Path) -> None:
    if not path.is_file():
        raise WrongError(f"{path} is missing")


# ---- the machine -----------------------------------------------------------------------------------------------------


def _said(command: Sequence[str], env: Mapping[str, str], at: Path) -> str:
    done = subprocess.run(command, env=env, cwd=at, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise WrongError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def _uv() -> str:
    """uv, from the path or where `.ci/run` puts it."""
    found = shutil.which("uv") or shutil.which("uv", path=str(ROOT / ".uv" / BIN))
    if not found:
        raise WrongError("there is no uv here: python3 -m venv .uv && .uv/bin/python -m pip install uv")
    return found


def _base() -> str:
    """The Python that this one was made from: an environment is made by it, as people do."""
    base = Path(sys.base_prefix) / BIN / f"python{sysconfig.get_python_version()}"
    return str(base) if base.exists() else sys.executable


def _without_network() -> tuple[str, ...]:
    """The command that has another run where there is no network, where this system has one that works."""
    unshare = shutil.which("unshare")
    command = (unshare or "", "--map-root-user", "--net")
    works = unshare and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode
    return command if works else ()


if __name__ == "__main__":
    sys.exit(main())
