"""Where the index of some folders lies: in the user's cache, told without loading what reads it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from diskussion_tui.store.files.where import really_at

if TYPE_CHECKING:
    from collections.abc import Iterable


def index_of(places: Iterable[Path]) -> Path:
    """Where the index of some folders lies, whether or not it is there, also while a disk that they lie on does not answer."""
    whole = "\0".join(str(really_at(place.absolute())) for place in places).encode(errors="replace")
    return _folder() / f"{crc32(whole):08x}{crc32(whole[::-1]):08x}.sqlite"


def indexes() -> list[Path]:
    """Every index on this machine."""
    try:
        return sorted(_folder().glob("*.sqlite"))
    except OSError:
        return []


def _folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("diskussion-tui", appauthor=False)) / "index"
