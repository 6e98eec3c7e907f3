"""What goes wrong around a running program: no room, no rights, a sync client that moves things. Each comes and goes again.

Whatever was called saved while it lasted must be found afterwards. What an outsider destroyed is not held against the
program: a removed journal takes along what only it held, so those texts are exempt from then on.
"""

import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from torture.desk import Desk
from torture.ledger import Ledger, tokens_in, tokens_in_journals

_FREE = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
SMALL = "1m"
"""The size of the small file system."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where trouble strikes: a desk, the running program, and what it has promised so far."""

    desk: Desk
    pid: int
    ledger: Ledger
    dice: random.Random

    @property
    def live(self) -> Path:
        """Where the journals lie."""
        return self.desk.sessions / ".live"

    def file(self) -> Path | None:
        """Return the session file, if it is there: not the copy of a conflict, whose name is longer."""
        return min(self.desk.sessions.glob("*.toml"), key=lambda path: len(path.name), default=None)


Heal = Callable[[], object]
"""Takes the trouble away again."""


def file_limit(scene: Scene) -> Heal:
    """Let no file grow further: writes are cut short, then refused (EFBIG)."""
    largest = max((path.stat().st_size for path in scene.live.glob("*.toml")), default=0)
    limit = largest + scene.dice.randrange(400)
    with suppress(ProcessLookupError):
        resource.prlimit(scene.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    def heal() -> None:
        with suppress(ProcessLookupError):
            resource.prlimit(scene.pid, resource.RLIMIT_FSIZE, _FREE)

    return heal


def locked_folder(scene: Scene) -> Heal:
    """Make the folders, and sometimes the journals, unchangeable: root too is refused (EPERM)."""
    places = [scene.desk.sessions, scene.live]
    if scene.dice.random() < 0.5:
        places += sorted(scene.live.glob("*.toml"))
    _chattr("+i", places)
    return lambda: _chattr("-i", places)


def read_only(scene: Scene) -> Heal:
    """Lay a read-only view over the folder: what is opened anew is refused (EROFS), what is open goes on."""
    folder = str(scene.desk.sessions)
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    return lambda: _unmount(scene.desk.sessions)


def live_renamed(scene: Scene) -> Heal:
    """Rename the journals' folder away, and lay it back beside whatever has come in its place."""
    away = scene.desk.sessions / ".live-undan"
    scene.live.rename(away)

    def heal() -> None:
        if not scene.live.exists():
            away.rename(scene.live)
            return
        for number, path in enumerate(sorted(away.glob("*.toml"))):
            path.rename(scene.live / f"{path.stem}-undan{number}{path.suffix}")
        shutil.rmtree(away)

    return heal


def live_removed(scene: Scene) -> Heal:
    """Remove the journals' folder; what only it held is exempt."""
    shutil.rmtree(scene.live, ignore_errors=True)
    tidy = set().union(*map(tokens_in, scene.desk.sessions.glob("*.toml")))
    scene.ledger.exempt |= set(scene.ledger.sent) - tidy
    return lambda: None


def file_swapped(scene: Scene) -> Heal:
    """Put an older copy over the session file once it has been written anew, as a sync client may."""
    file = scene.file()
    if file is None:
        return lambda: None
    older = scene.desk.place / "äldre.toml"
    shutil.copyfile(file, older)

    def heal() -> None:
        # A program that runs writes again what it knows, and all of that is in its journal. What another program had put
        # into the file alone, and the first has not had time to hear of, the outsider has destroyed.
        if file.exists():
            scene.ledger.exempt |= tokens_in(file) - tokens_in(older) - tokens_in_journals(scene.live)
        older.replace(file)

    return heal


def file_renamed(scene: Scene) -> Heal:
    """Rename the session file to a conflict's name beside it, and sometimes back where nothing has come in its place."""
    file = scene.file()
    if file is None:
        return lambda: None
    number = len(list(scene.desk.sessions.glob("*.toml")))
    away = file.with_name(f"{file.stem} (Annas konfliktkopia {number}).toml")
    file.rename(away)

    def heal() -> None:
        # A link rather than a rename: that would replace what a program has written there since.
        with suppress(FileExistsError):
            file.hardlink_to(away)
            away.unlink()

    return heal if scene.dice.random() < 0.5 else lambda: None


def full(scene: Scene) -> Heal:
    """Fill the small file system to its last byte."""
    filler = scene.desk.sessions / ".fyllnad"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        size = 65_536
        while size:
            try:
                if not file.write(b"\0" * size):
                    break
            except OSError:
                size //= 2
    return lambda: filler.unlink(missing_ok=True)


def troubles(*, small: bool, place: Path) -> dict[str, Callable[[Scene], Heal]]:
    """Return what can go wrong here, by name. A small file system knows one trouble above all."""
    if small:
        return {"file system full": full}
    found: dict[str, Callable[[Scene], Heal]] = {
        "file size limit": file_limit,
        ".live renamed away": live_renamed,
        ".live removed": live_removed,
        "file replaced by an older copy": file_swapped,
        "file renamed to a conflict": file_renamed,
    }
    if can_lock(place):
        found["folder unchangeable"] = locked_folder
    if can_mount(place):
        found["folder read-only"] = read_only
    return found


def did_not_run(place: Path) -> list[str]:
    """Return a sentence for each part that cannot run here."""
    said = []
    if not can_lock(place):
        said.append("folder unchangeable: needs root and a file system with chattr +i")
    if not can_mount(place):
        said += ["folder read-only: needs root, who may mount", "file system full: needs root, who may mount"]
    return said


def can_lock(place: Path) -> bool:
    """Say whether a folder can be made unchangeable here."""
    probe = place / f"prov-{os.getpid()}"
    probe.mkdir()
    locked = _chattr("+i", [probe])
    _chattr("-i", [probe])
    probe.rmdir()
    return locked


def can_mount(place: Path) -> bool:
    """Say whether a small file system can be mounted here."""
    probe = place / f"prov-{os.getpid()}"
    probe.mkdir()
    mounted = mount_small(probe)
    if mounted:
        _unmount(probe)
    probe.rmdir()
    return mounted


def mount_small(folder: Path) -> bool:
    """Mount a file system of `SMALL` at a folder; False where that cannot be done."""
    given = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "torture", str(folder)]
    return _ran(given)


def unmount(folder: Path) -> None:
    """Take a mounted file system away, whoever still looks at it."""
    _unmount(folder)


def _unmount(folder: Path) -> None:
    _ran(["umount", "-l", str(folder)])


def _chattr(change: str, places: list[Path]) -> bool:
    return _ran(["chattr", change, *map(str, places)])


def _ran(given: list[str]) -> bool:
    try:
        return subprocess.run(given, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
