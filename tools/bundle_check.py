"""Lead an evening with the bundle in a root where there is nothing else: no Python, no home, no network, only the C library.

Build, unpack, lead an evening at the prompt and one on the screens, write a PDF, Word and Excel file and forms, read one in again, find
the handbook, hold the licences against the bill of materials, see what the program wrote where, take the bundle away, and see that nothing of it is left. Linux, as root. The start is measured beside the installed program's.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.terminal import Key, Terminal, ctrl
from tools.bundle import PROGRAM, build, packed

SYSTEM = (
    "libc.so.6",
    "libm.so.6",
    "libdl.so.2",
    "libpthread.so.0",
    "librt.so.1",
    "libutil.so.1",
    "libz.so.1",
    "libgcc_s.so.1",
)
"""What the bundle takes from the system it runs on: the C library and what is part of every Linux."""
EVENING = (
    ".gå B2",
    "Fax mellan sjukhus och kommun",
    ".händer 1 12",
    ".gå slut",
    "Regionen inför en ingång",
    ".typ åtgärd",
    "Ring regionen senast 2026-12-01",
    ".stäng",
)
AFTERWARDS = (
    ("report", "ekerö", "--to", "pdf,docx,xlsx,html,ics"),
    ("find", "fax"),
    ("actions", "--ics"),
    ("form", "--out", "/möten"),
    ("form", "--prefilled", "ekerö", "--out", "/möten/post"),
    ("import", "/möten/post"),
)
"""What is done the day after, of which each part needs another library."""
ROUNDS = 5
MOST = 1.1
"""The start may take so many times as long as the installed program's."""


def main() -> int:
    """Check it all, and say what was seen; 1 where something is not as it should be."""
    with tempfile.TemporaryDirectory() as place:
        archive = packed(build(Path(place) / "dist"))
        root = Path(place) / "rot"
        _bare(root)
        with tarfile.open(archive) as inside:
            inside.extractall(root / "opt", filter="data")
        (program,) = (root / "opt").glob(f"*/{PROGRAM}")
        _has_its_papers(program.parent)
        before = _files(root)
        _at_the_prompt(root, program)
        _on_screen(root, program)
        wrote = sorted(_files(root) - before)
        shutil.rmtree(root / "opt")
        traces = [
            one
            for one in _files(root)
            if "diskussion" in one.casefold() and not one.startswith(("möten/", "hem/"))
        ]
        print("\n".join(f"wrote {one}" for one in wrote))
        print(f"left outside meetings and home: {traces or 'nothing'}")
        return int(bool(traces) or not _is_quick(Path(place), archive))


def _has_its_papers(folder: Path) -> None:
    """A licence text for everything that the bill of materials names, which says a licence of each."""
    bill = json.loads((folder / "sbom.cdx.json").read_text(encoding="utf-8"))
    texts = [one.name.casefold() for one in (folder / "licenser").iterdir()]
    lacking = [
        one["name"]
        for one in bill["components"]
        if not any(text.startswith(one["name"].casefold()) for text in texts)
    ]
    print(f"in the bundle: {len(bill['components'])}, without a licence text: {lacking or 'none'}")
    if lacking:
        sys.exit(1)


def _bare(root: Path) -> None:
    """A root with the C library in it, and nothing that could be called Python."""
    for folder in ("opt", "möten", "hem", "tmp", "dev", "proc", "lib64"):
        (root / folder).mkdir(parents=True)
    listed = subprocess.run(["ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    for line in listed.splitlines():
        name, _, path = line.strip().partition(" => ")
        if (name.split(" ")[0] in SYSTEM and "x86-64" in line) or name.startswith("ld-linux-x86-64"):
            target = root / path.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
    loader = Path("/lib64/ld-linux-x86-64.so.2")
    shutil.copy2(loader, root / "lib64" / loader.name)
    for name, minor in (("null", 3), ("urandom", 9)):
        os.mknod(root / "dev" / name, 0o666 | 0o020000, os.makedev(1, minor))


def _inside(root: Path, program: Path, *arguments: str) -> list[str]:
    return ["chroot", str(root), f"/{program.relative_to(root)}", "--sessions", "/möten", *arguments]


def _at_the_prompt(root: Path, program: Path) -> None:
    _runs(root, program, "start", "Ekerö", "--line", typed="".join(f"{line}\n" for line in EVENING))
    for given in AFTERWARDS:
        _runs(root, program, *given)
    said = _runs(root, program, "handbok", "--print-path")
    first = root / said.strip().lstrip("/")
    if "<h1>Handbok</h1>" not in first.read_text(encoding="utf-8"):
        sys.exit(f"{first} is not the handbook")


def _runs(root: Path, program: Path, *given: str, typed: str = "") -> str:
    """What a command printed in the root. Ends the check where it does not end well."""
    environment = {"HOME": "/hem", "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = _inside(root, program, *given)
    done = subprocess.run(command, input=typed, text=True, capture_output=True, env=environment, check=False)
    print(f"{' '.join(given)}: {done.returncode}")
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def _on_screen(root: Path, program: Path) -> None:
    with Terminal(
        _inside(root, program, "start", "Solgläntan"), env={"HOME": "/hem", "LANG": "C.UTF-8"}
    ) as terminal:
        terminal.wait_for("PgDn nästa", 30)
        terminal.send(Key.PAGE_DOWN * 3 + "Tandvården saknas" + Key.ENTER)
        terminal.wait_for("1 Tandvården saknas")
        terminal.wait_for("✓ sparat")
        terminal.send(ctrl("q"))
        print(f"on screen: {terminal.exit_code()}")


def _files(root: Path) -> set[str]:
    return {str(one.relative_to(root)) for one in root.rglob("*") if one.is_file()}


def _is_quick(place: Path, archive: Path) -> bool:
    """Whether home stands there about as soon as the installed program's, the two by turns."""
    with tarfile.open(archive) as inside:
        inside.extractall(place / "igen", filter="data")
    (bundled,) = (place / "igen").glob(f"*/{PROGRAM}")
    installed = Path(sys.executable).with_name(PROGRAM)
    took: dict[Path, list[float]] = {bundled: [], installed: []}
    for _ in range(ROUNDS):
        for program, seconds in took.items():
            seconds.append(_first_sight(program, place / "mapp"))
    ratio = median(took[bundled]) / median(took[installed])
    print(
        f"home: {median(took[bundled]):.2f} s, installed {median(took[installed]):.2f} s, {ratio:.2f} times"
    )
    return ratio <= MOST


def _first_sight(program: Path, folder: Path) -> float:
    begun = time.monotonic()
    with Terminal([program, "--sessions", folder]) as terminal:
        terminal.wait_for("Ny diskussion", 30)
        took = time.monotonic() - begun
        terminal.send(ctrl("q"))
        terminal.exit_code()
    return took


if __name__ == "__main__":
    raise SystemExit(main())
