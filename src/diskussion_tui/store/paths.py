"""Where sessions lie and what their files are called."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

LIVE = ".live"
"""Beside the session files: journals, files in the making, and what could not be read and was kept."""

_MAX_NAME = 80
_MAX_BYTES = 180
"""File systems take 255 bytes; prefix, date, suffix and a synchroniser's own additions need the rest."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|_\s]+')


def sessions_folder(chosen: Path | None, checkout: Path | None) -> Path:
    """The folder of the sessions: the chosen one, the checkout's, or the platform's place for a user's data."""
    if chosen is not None:
        return chosen.expanduser()
    if checkout is not None:
        return checkout / "sessions"
    import platformdirs  # noqa: PLC0415 - only installed programs ask the platform

    return Path(platformdirs.user_data_dir("diskussion-tui", appauthor=False)) / "sessions"


def file_name(prefix: str, name: str, day: date, attempt: int = 1) -> str:
    """`<prefix>_<name>_<date>.toml`; from the second attempt on with the attempt's number behind.

    The name is made fit for every file system: no separators, blanks as hyphens, at most 80 characters and 180 bytes.
    """
    safe = _UNSAFE.sub("-", unicodedata.normalize("NFC", name)).strip("-. ")[:_MAX_NAME].rstrip("-. ")
    while len(safe.encode()) > _MAX_BYTES:
        safe = safe[:-1]
    number = f"_{attempt}" if attempt > 1 else ""
    return f"{prefix}_{safe or 'utan-namn'}_{day.isoformat()}{number}.toml"
