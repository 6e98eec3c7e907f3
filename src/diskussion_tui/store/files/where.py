"""Where a folder really lies, whatever links lead to it, told also while the disk that it lies on does not answer."""

from __future__ import annotations

import os
import sys
import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOUNTS: Final = Path("/proc/self/mountinfo")
_SHARES: Final = frozenset(
    {"9p", "afs", "ceph", "cifs", "lustre", "nfs", "nfs4", "smb3", "smbfs", "virtiofs"}
)
"""Kinds of file systems whose other end is another machine."""
_SERVED: Final = frozenset({"fuse", "fuseblk"})
"""Kinds whose other end is a program, such as sshfs (`fuse.sshfs`)."""
_PATIENCE = 1.0
"""Seconds that a disk has to say whether the names on it are links: after that they are taken to be none."""
_LINKS = 40
"""So many links in a row lead nowhere."""


@lru_cache(maxsize=64)
def really_at(folder: Path) -> Path:
    """Where an absolute path leads, in the end. Of one that a disk does not tell in time, as far as is known."""
    told = [str(folder)]
    asking = threading.Thread(target=_follow, args=(str(folder), told), name="links", daemon=True)
    asking.start()
    asking.join(_PATIENCE)
    return Path(told[-1])


def any_on_a_share(paths: Iterable[Path]) -> bool:
    """Whether one of some absolute paths leads onto a file system that is another machine's or a program's, and may never answer.

    Nothing on such a one is touched to find out: whoever does may not end before it answers. Linux only; elsewhere never.
    """
    found = _shares()
    return bool(found) and any(here in found for path in paths for here, _known in _way(str(path)))


def _shares() -> frozenset[str]:
    """Where the mounted shares stand, as the system tells of them without asking any."""
    try:
        told = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return frozenset()
    return frozenset(place for place, kind in map(_mount, told.split("\n")) if _is_share(kind))


def _mount(line: str) -> tuple[str, str]:
    """The place and the kind in a line of the mounts."""
    before, _, after = line.partition(" - ")
    place = "".join(before.split(" ")[4:5])
    for sign in (" ", "\t", "\n", "\\"):
        place = place.replace(f"\\{ord(sign):03o}", sign)
    return place, after.partition(" ")[0]


def _is_share(kind: str) -> bool:
    return kind in _SHARES or kind.partition(".")[0] in _SERVED


def _follow(path: str, told: list[str]) -> None:
    """Tell, ahead of each look at a disk, what is known of a path so far: the links up to there stand on disks that answer."""
    if sys.platform == "win32":
        told.append(os.path.realpath(path))
        return
    told += (known for _here, known in _way(path))


def _way(path: str) -> Iterator[tuple[str, str]]:
    """Follow a path name by name: what is looked at next, and the whole as it is known until then; in the end where it leads."""
    real, rest, links = "/", path.split("/")[::-1], 0
    while rest:
        name = rest.pop()
        if name in ("", "."):
            continue
        if name == "..":
            real = os.path.dirname(real)  # noqa: PTH120 - a link's own rules, not those of a path's spelling
            continue
        here = f"{real.rstrip('/')}/{name}"
        yield here, os.path.normpath("/".join((here, *reversed(rest))))
        try:
            target = os.readlink(here)  # noqa: PTH115
        except OSError:  # no link, or not there
            real = here
            continue
        links += 1
        if links > _LINKS:
            return
        real = "/" if target.startswith("/") else real
        rest += target.split("/")[::-1]
    yield real, real
