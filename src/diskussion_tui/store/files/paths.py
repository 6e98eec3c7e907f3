"""Where sessions lie and what their files are called."""

from __future__ import annotations

import errno
import itertools
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from diskussion_tui.store.files import ground
from diskussion_tui.store.files.where import really_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LIVE = ground.LIVE
RESERVE = "reserv"
"""Holds the refuges of this machine, each for one folder."""
_MAX_NAME, _MAX_BYTES = 80, 180
_MAX_PREFIX, _MAX_PREFIX_BYTES = 24, 32
"""File systems take 255 bytes; prefix, date, suffix and a synchroniser's own additions need the rest."""
_SHOWN = 50
"""So many characters of a file's name begin that of a copy kept aside: four bytes each at most, of 255."""
NOTHING_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
"""The errors of a name that leads to nothing, as that of a link to itself does."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff/\\:*?"<>|_\s]+')

_OF_WINDOWS = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10)))
)
"""Names that Windows keeps for devices, in whatever folder."""


def sessions_folder(chosen: Path | None, checkout: Path | None) -> Path:
    """The folder of the sessions: the chosen one, the checkout's, or the platform's place for a user's data."""
    if chosen is not None:
        return expanded(chosen)
    if checkout is not None:
        return checkout / "sessions"
    import platformdirs

    return Path(platformdirs.user_data_dir("diskussion-tui", appauthor=False)) / "sessions"


def settings_path() -> Path:
    """Where the settings of whoever sits here lie; the file need not be there."""
    import platformdirs

    return Path(platformdirs.user_config_dir("diskussion-tui", appauthor=False)) / "settings.toml"


def expanded(path: Path) -> Path:
    """A path with the home folder for a leading `~`, and as it is where the system knows no such user."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def file_names(folder: Path, prefix: str, name: str, day: date) -> Iterator[Path]:
    """The names that a new session's file may have, the plain one first."""
    return (folder / file_name(prefix, name, day, attempt) for attempt in itertools.count(1))


def refuges() -> Path:
    """Where the refuges of this machine lie; the folder need not be there."""
    import platformdirs

    return Path(platformdirs.user_data_dir("diskussion-tui", appauthor=False)) / RESERVE


def refuge_of(folder: Path) -> Path:
    """Where the discussions of `folder` are kept while that refuses: a folder of its own on this machine.

    Named after the folder, so that two of them do not mix: `reserv/sessions-1a2b3c4d`; after where it really lies, so that
    whoever reaches it through a link or `..` has the same one. One that was named after how the folder was spelt, as
    earlier versions did it, is still the one where it holds something and the other does not.
    """
    kept = refuges()
    spelt = folder.absolute()
    found = [kept / _refuge_name(one) for one in (really_at(spelt), spelt)]
    held = (one for one in found if session_files(one) or _journals_in(one))
    there = (one for one in found if one.is_dir())
    return next(held, next(there, found[0])) if found[0] != found[1] else found[0]


def _refuge_name(folder: Path) -> str:
    name = _fit(folder.name, _MAX_PREFIX, _MAX_PREFIX_BYTES) or "rot"
    return f"{name}-{crc32(str(folder).encode(errors='replace')):08x}"


def _journals_in(folder: Path) -> bool:
    try:
        return any(
            path.suffix == ".toml" and not path.name.startswith("rensade")
            for path in ground.names_in(folder / LIVE)
        )
    except OSError:
        return False


def aside_name(path: Path, data: bytes) -> str:
    """What the copy kept aside of a file is called: after it and what it held."""
    return f"{path.stem[:_SHOWN]}.{crc32(data):08x}.undanlagd"


def at_home(path: Path, folder: Path, refuge: Path) -> Path:
    """Where a session that a list found belongs: in `folder`, also where so far only the refuge has it."""
    return folder / path.name if path.parent == refuge else path


def file_name(prefix: str, name: str, day: date, attempt: int = 1) -> str:
    """`<prefix>_<name>_<date>.toml`; from the second attempt on with the attempt's number behind.

    Name and prefix are made fit for every file system: no separators, blanks as hyphens, the name at most 80 characters
    and 180 bytes.
    """
    first = _fit(prefix, _MAX_PREFIX, _MAX_PREFIX_BYTES) or "session"
    second = _fit(name, _MAX_NAME, _MAX_BYTES) or "utan-namn"
    number = f"_{attempt}" if attempt > 1 else ""
    return f"{first}_{second}_{day.isoformat()}{number}.toml"


def stems(*parts: str) -> Iterator[str]:
    """Names for a file that is called after some parts, without a suffix: the plain one first, then with a number behind."""
    plain = "_".join(filter(None, (_fit(part, _MAX_NAME, _MAX_BYTES) for part in parts)))
    yield plain
    yield from (f"{plain}_{attempt}" for attempt in itertools.count(2))


def safe_name(name: str) -> str:
    """A name as a folder of it is called: fit for every file system; empty where nothing of it can be kept."""
    safe = _fit(name, _MAX_NAME, _MAX_BYTES)
    return f"{safe}-" if safe.split(".")[0].upper() in _OF_WINDOWS else safe


def _fit(text: str, characters: int, size: int) -> str:
    fit = _UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip("-. ")[:characters]
    while len(fit.encode()) > size:
        fit = fit[:-1]
    return fit.rstrip("-. ")


def session_files(folder: Path) -> list[Path]:
    """The files of a folder that are, or are called like, sessions."""
    try:
        return [
            path
            for path in ground.names_in(folder)
            if path.suffix.lower() == ".toml" and not path.name.startswith(".")
        ]
    except OSError:
        return []


def half_made_in(live: Path) -> list[Path]:
    """The files in the making, or never finished, of a folder."""
    try:
        return [path for path in ground.names_in(live) if path.suffix == ".ny"]
    except OSError:
        return []


def size_of(path: Path) -> int:
    """How many bytes a file has; 0 where it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
