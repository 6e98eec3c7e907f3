"""A throw-away copy of the example for practice, in the sessions' own folder so that nothing is written elsewhere.

Throwing away is the one thing here that removes a folder, in a place where others may have put something of theirs. So each
practice folder says that it is one, and of which discussion, and what goes is only what came of practising on that.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.store.files import paths
from diskussion_tui.store.files.beginnings import ids_named_in, may_hold
from diskussion_tui.store.files.ground import PRACTICE, is_linked, names_in, read_start, read_whole
from diskussion_tui.store.files.paths import session_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

FOLDER = PRACTICE
PROOF = ".diskussion-ovning"
"""The file that says that a folder was made for practice, and on which discussion."""
_SAID = 'En övning i diskussion. Mappen tas bort när övningen är slut.\nid = "{}"\n'
_ID = re.compile(rb'^id = "([A-Za-z0-9-]{1,64})"$', re.MULTILINE)
_MADE = frozenset({".toml", ".lock", ".ny", ".undanlagd"})
"""What the program makes in a `.live`."""


def practice_copy(fs: Fs, example: Path, sessions: Path, tag: str) -> Path:
    """A copy of the example's session file in a folder of its own. Raises `OSError`."""
    source = min(session_files(example), default=example / "-")
    data = read_whole(source)
    session = next(iter(ids_named_in(source)), "")
    folder = sessions / FOLDER / tag
    fs.make_folder(folder)
    for path, held in ((folder / PROOF, _SAID.format(session).encode()), (folder / source.name, data)):
        handle = fs.open_new(path)
        try:
            fs.write(handle, held)
        finally:
            fs.close(handle)
    return folder / source.name


def practised_in(folder: Path) -> str:
    """The id of the discussion that a folder was made to practise on; empty where it was not made for that."""
    if folder.parent.name != FOLDER or is_linked(folder):
        return ""
    try:
        said = _ID.search(read_start(folder / PROOF, 1_000))
    except OSError:
        return ""
    return said[1].decode() if said else ""


def throw_away(fs: Fs, copy: Path) -> None:
    """Remove a practice copy and the folder made for it; the practice folder too once it is empty.

    What somebody has put there stays, and the folder with it. Raises `OSError`.
    """
    folder = copy.parent
    if session := practised_in(folder):
        for path in (*_made_in(folder, session), folder / PROOF):
            fs.remove(path)
        for empty in (folder / paths.LIVE, folder, folder.parent):
            with suppress(OSError):
                fs.remove_folder(empty)


def _made_in(folder: Path, session: str) -> Iterator[Path]:
    yield from (path for path in session_files(folder) if may_hold(path, session))
    with suppress(OSError):
        live = names_in(folder / paths.LIVE)
        yield from (path for path in live if path.suffix in _MADE)
