"""Where a folder really lies, whatever links lead to it, told also while the disk that it lies on does not answer."""

from __future__ import annotations

import os
import sys
import threading
from functools import lru_cache
from pathlib import Path

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


def _follow(path: str, told: list[str]) -> None:
    """Follow a path name by name, and tell before each what is known so far: the links up to there stand on disks that answer."""
    if sys.platform == "win32":
        told.append(os.path.realpath(path))
        return
    real, rest, links = "/", path.split("/")[::-1], 0
    while rest:
        name = rest.pop()
        if name in ("", "."):
            continue
        if name == "..":
            real = os.path.dirname(real)  # noqa: PTH120 - a link's own rules, not those of a path's spelling
            continue
        here = f"{real.rstrip('/')}/{name}"
        told.append(os.path.normpath("/".join((here, *reversed(rest)))))
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
    told.append(real)
