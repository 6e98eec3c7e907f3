"""Who writes: one id for this person on this machine, whatever the machine is called, with nothing personal in it.

A writer's file, journal, half-typed line and undo are found by this id. Made from the machine's name, as it once was, it was
another on every network that gives the machine another name: undo ended there, a second file was begun, and a line that had
been sent came back. So it is made from the number that the system gives each machine, and kept in a file of its own, which
is called after that number: whoever copies a home to another machine, or has it on a server, is another writer there, since
two machines must never write to one file.

An id that somebody had before is theirs still. Where a discussion knows them by it they go on under it, with the file and the
journal that they have there.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from diskussion_tui.base.value import dataclass
from diskussion_tui.store.files.ground import read_start
from diskussion_tui.store.session.journal import writer_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.session.replicas import Gathered

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
_LENGTH, _LENGTH_BEFORE = 6, 4
_ID = re.compile(r"skriv-[0-9a-z]{4,16}")
_MOST = 10_000
"""Bytes of the file that are read: a thousand names of a machine."""
_NUMBERS = ("/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid")
_UNNUMBERED = 16
"""A number shorter than this is none: an image that is to be given one says `uninitialized`, or nothing."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A person at this machine: the id that they write under, and those under which they may have written before."""

    writer: str
    earlier: tuple[str, ...] = ()

    def among(self, *present: Iterable[str]) -> str:
        """The id to go on under where some are known: the first of ours in the first group that has one, else `writer`."""
        ours = (self.writer, *self.earlier)
        for group in present:
            known = set(group)
            if found := next((one for one in ours if one in known), ""):
                return found
        return self.writer

    def others(self, chosen: str) -> tuple[str, ...]:
        """The ids of this person but for one."""
        return tuple(one for one in (self.writer, *self.earlier) if one != chosen)


def identity() -> Identity:
    """Who writes here. Looks, and writes nothing."""
    machine = machine_number()
    first, *before = _kept(_place(machine)) or [_made_from(machine) or _by_name()[0]]
    return Identity(first, tuple(dict.fromkeys(one for one in (*before, *_by_name()) if one != first)))


def keep(fs: Fs, also: str = "") -> Identity:
    """Who writes here, kept on this machine from now on; `also` is an id of ours that is not to be forgotten.

    A machine that lets nothing be kept is no reason not to write: what is made from its number is the same next time.
    """
    machine = machine_number()
    path = _place(machine)
    kept = _kept(path)
    fresh = [] if kept else [_made_from(machine) or _made_from(secrets.token_hex(16)), *_by_name()]
    if also and also not in (*kept, *fresh):
        fresh.append(also)
    if fresh:
        with suppress(OSError):
            fs.make_folder(path.parent)
            _append(fs, path, fresh)
    return identity()


def going_on_as(gathered: Gathered, who: Identity) -> str:
    """The id under which somebody goes on with a session that was read: that of their file there, their journal, their words."""
    files = (one.content.written_by for one in gathered.replicas)
    journals = (writer_in(path) for path, _journal in gathered.journals)
    said = (one.writer for of_it in gathered.held.session.versions.values() for one in of_it)
    return who.among(files, journals, said)


def machine_number() -> str:
    """The number that the system gives this machine and keeps whatever it is called; empty where it gives none."""
    try:
        found = _number_on_windows() if sys.platform == "win32" else _number_in_files()
        found = found or (_number_on_a_mac() if sys.platform == "darwin" else "")
    except OSError:
        return ""
    return found if len(found) >= _UNNUMBERED else ""


def _number_in_files() -> str:
    for name in _NUMBERS:
        with suppress(OSError):
            found = read_start(Path(name), 100).decode(errors="replace").strip()
            if len(found) >= _UNNUMBERED:
                return found
    return ""


def _number_on_windows() -> str:
    import winreg  # type: ignore[import-not-found, unused-ignore] - there only

    path = r"SOFTWARE\Microsoft\Cryptography"
    access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY  # type: ignore[attr-defined, unused-ignore]
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, 0, access) as key:  # type: ignore[attr-defined, unused-ignore]
        return str(winreg.QueryValueEx(key, "MachineGuid")[0])  # type: ignore[attr-defined, unused-ignore]


def _number_on_a_mac() -> str:
    import ctypes

    number, at_once = (ctypes.c_ubyte * 16)(), (ctypes.c_long * 2)(1, 0)
    try:
        refused = ctypes.CDLL(None, use_errno=True).gethostuuid(number, at_once)
    except AttributeError:
        return ""
    return "" if refused else bytes(number).hex()


def _person() -> str:
    """Whose account and home it is: of two accounts, or two homes of one, each is a writer by itself."""
    account = os.getuid() if hasattr(os, "getuid") else ""
    return f"{account}|{Path.home()}"


def _made_from(machine: str) -> str:
    """An id made from a machine's number, which nobody can read that out of again; empty without one."""
    if not machine:
        return ""
    told = hashlib.sha256(f"diskussion-tui|{machine}|{_person()}".encode(errors="replace")).digest()
    return f"skriv-{_lettered(int.from_bytes(told[:8]), _LENGTH)}"


def _by_name() -> tuple[str, ...]:
    """The ids as they were made before, from the machine's name: as it is now, and as other networks may have given it."""
    name = platform.node()
    plain = name.partition(".")[0]
    names = dict.fromkeys((name, plain, f"{plain}.local"))
    made = (crc32(f"{one}|{Path.home()}".encode(errors="replace")) for one in names)
    return tuple(f"skriv-{_lettered(number, _LENGTH_BEFORE)}" for number in made)


def _lettered(number: int, length: int) -> str:
    return "".join(_LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in range(length))


# ---- where it is kept ------------------------------------------------------------------------------------------------


def _place(machine: str) -> Path:
    import platformdirs

    told = hashlib.sha256(f"skribent|{machine}".encode(errors="replace")).hexdigest()[:8] if machine else ""
    folder = Path(platformdirs.user_data_dir("diskussion-tui", appauthor=False))
    return folder / f"skribent{told and '-'}{told}.txt"


def _kept(path: Path) -> list[str]:
    """The ids in a file, one a line: the first is the writer's, the others are earlier ones."""
    try:
        lines = read_start(path, _MOST).decode(errors="replace").splitlines()
    except OSError:
        return []
    return list(dict.fromkeys(line for line in lines if _ID.fullmatch(line)))


def _append(fs: Fs, path: Path, ids: Iterable[str]) -> None:
    """Add ids at the end. Of two programs that begin the file at once the first line counts, for both."""
    handle = fs.open_journal(path)
    try:
        fs.write(handle, "".join(f"\n{one}\n" for one in ids).encode())  # after a torn line too
        fs.sync(handle)
    finally:
        fs.close(handle)
