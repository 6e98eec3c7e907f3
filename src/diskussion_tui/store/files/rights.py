"""Who may read what the program makes: journals, locks and what lies beside them are as personal as a diary.

They are for their owner alone. Where the folder is a group's, they are for the group too, since people who share a folder
unite each other's unsaved notes. A folder is a group's that its group may write to, or that has the group's mark.
A session file is everybody's that the system's own habits (umask) and the folder say; once it is there it keeps what it was
given. Windows has rights of another kind, which new files there inherit.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.ground import LACKING, chosen_folder, open_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_OURS = sys.platform != "win32"
_OWNER, _GROUP = 0o600, 0o060
_BITS = 0o777
_OTHERS_TOO = 0o077
_NO_RIGHTS = LACKING | {errno.EPERM, errno.EACCES}
"""What file systems answer that know no rights, or keep them elsewhere, as on a stick or a Windows share."""


@dataclass(frozen=True, slots=True)
class Private:
    """Whom what is made beside the discussions of a folder is for: its mode as bits for a file, and the folder's group."""

    mode: int
    group: int

    @property
    def is_shared(self) -> bool:
        """Whether it is for others than its owner too."""
        return _OURS and self.mode != _OWNER


def private(folder: Path) -> Private:
    """Whom what is made beside the discussions of a folder is for. Raises `OSError`."""
    found = folder.stat()
    for_group = found.st_mode & (stat.S_ISGID | stat.S_IWGRP)
    return Private(_OWNER | (_GROUP if for_group else 0), found.st_gid)


def is_shared(folder: Path) -> bool:
    """Whether others than its owner may write in a folder. Raises `OSError`."""
    return private(folder).is_shared


def of_new_folder(folder: Path) -> int:
    """The mode to make a folder with in another. Raises `OSError`.

    On Windows it inherits who may do what: a later Python shuts out everybody else there where it is to be its owner's alone.
    """
    return 0o777 if not _OURS or is_shared(folder) else 0o700


def keep_private(handle: int, path: Path, told: Private | None = None) -> None:
    """See to it that a file of ours, or a folder, may be read by whom it should. One of another's is left as it is.

    `told` is what whoever has asked the chosen folder already was told.
    """
    if not _OURS:
        return
    found = os.fstat(handle)
    told = told or private(chosen_folder(path))
    wanted = told.mode
    if stat.S_ISDIR(found.st_mode):
        wanted |= wanted >> 2 & 0o110
    elif found.st_size:
        wanted &= found.st_mode  # it may have been closed with the file that it belongs to
    if found.st_uid == os.geteuid() and found.st_mode & _BITS != wanted:
        _to_the_group(handle, told.group, wanted)
        _set_mode(handle, wanted | found.st_mode & stat.S_ISGID)


def keep_folder_private(folder: Path) -> None:
    """See to it that a folder of ours may be read by whom it should. On Windows none can be opened, and none need be."""
    if not _OURS:
        return
    handle = open_folder(folder)
    try:
        keep_private(handle, folder / "-")
    finally:
        os.close(handle)


def share(handle: int, folder: Path) -> None:
    """Have a new session file be the group's too where its folder is, whatever the umask says."""
    if (told := private(folder)).is_shared:
        _to_the_group(handle, told.group, told.mode)
        _set_mode(handle, stat.S_IMODE(os.fstat(handle).st_mode) | told.mode)


@dataclass(frozen=True, slots=True)
class Given:
    """What a file has been given: its owner, its group, its mode, and the marks that may open or close it further."""

    owner: int
    group: int
    mode: int
    marks: tuple[tuple[str, bytes], ...] = ()


def given(path: Path) -> Given:
    """What a file has been given. Raises `OSError`."""
    found = path.stat()
    return Given(found.st_uid, found.st_gid, found.st_mode & _BITS, tuple(_marks(path)))


def take_over(handle: int, path: Path) -> None:
    """Give an open file the mode, the group, the owner and the marks of the one it is to replace, as far as we may."""
    if _OURS:
        give(handle, given(path))


def give(handle: int, wanted: Given) -> None:
    """Give an open file what another was given, as far as we may."""
    if not _OURS:
        return
    now = os.fstat(handle)
    if (wanted.owner, wanted.group) != (now.st_uid, now.st_gid):
        for owner in (wanted.owner, -1):  # another's file may be given to its group alone
            with suppress(OSError):
                os.fchown(handle, owner, wanted.group)
                break
    _set_mode(handle, wanted.mode)
    for name, value in wanted.marks:
        with suppress(OSError):
            os.setxattr(handle, name, value)


def seen(paths: Iterable[Path]) -> list[os.stat_result]:
    """What the system says of some files, as far as they are there."""
    found: list[os.stat_result] = []
    for path in paths:
        with suppress(OSError):
            found.append(path.stat())
    return found


def narrow(handle: int, sources: Iterable[os.stat_result]) -> None:
    """Close an open file to whomever one of the files is closed to that its words came from: it says no more than they do.

    A group that cannot be told to be the same is another one: to it a file is open that everybody may read.
    """
    if not _OURS:
        return
    now = os.fstat(handle)
    mode = now.st_mode & _BITS
    if not mode & _OTHERS_TOO:
        return
    for found in sources:
        same = found.st_gid == now.st_gid
        if not found.st_mode & (stat.S_IRGRP if same else stat.S_IROTH):
            mode &= ~stat.S_IRWXG
        if not found.st_mode & stat.S_IROTH:
            mode &= ~stat.S_IRWXO
    if mode != now.st_mode & _BITS:
        _set_mode(handle, mode)


def _marks(path: Path) -> Iterator[tuple[str, bytes]]:
    """The marks of a file, as far as they can be read."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(path):
            with suppress(OSError):
                yield name, os.getxattr(path, name)


def can_set(handle: int) -> bool:
    """Whether the file system keeps the rights that a file is given, told by giving it those it has."""
    if not _OURS:
        return True
    try:
        os.fchmod(handle, os.fstat(handle).st_mode & _BITS)
    except OSError as error:
        return error.errno not in _NO_RIGHTS
    return True


def _set_mode(handle: int, mode: int) -> None:
    try:
        os.fchmod(handle, mode)
    except OSError as error:
        if error.errno not in _NO_RIGHTS:
            raise


def _to_the_group(handle: int, group: int, wanted: int) -> None:
    if wanted & _GROUP:
        with suppress(OSError):  # one who is not in the group cannot give it anything
            os.fchown(handle, -1, group)
