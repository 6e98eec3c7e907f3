"""What is done on every system in turn, and what is seen of it: the same evening, and what each system has of its own.

Imported only once a system stands in (`tests/support/elsewhere.py`): it brings the program with it.
"""

from __future__ import annotations

import os
import re
import traceback
from typing import TYPE_CHECKING, Any

from diskussion_tui.domain.session import changes
from diskussion_tui.store.files import paths
from diskussion_tui.store.session import identity
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.workshop import clock, showing
from tests.support import windows
from tests.support.builders import texts_of
from tests.support.shell import Said, Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

_MADE_UP = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{26}\b|skriv-[0-9a-z]+|\([0-9A-HJKMNP-TV-Z]{4}\)")
"""Ids, which are others in each evening."""


class Evenings:
    """One laptop on some system. Each evening has a folder of its own, and tells what was seen as plain values."""

    def __init__(self, root: Path, system: Any, patch: pytest.MonkeyPatch) -> None:
        self.root, self.system, self.patch = root, system, patch
        for patience in (
            "workshop.saving.saver.PATIENCE",
            "workshop.saving.saver.HURRIED",
            "cli.kit.changing.TIDYING",
        ):
            patch.setattr(f"diskussion_tui.{patience}", 60.0)  # a busy machine is no disk that hangs
        self.fork = windows._real.fork

    def led(self) -> dict[str, Any]:
        """All of them, by name. One that fails tells how."""
        return {one.__name__: _told(one) for one in self.every()}

    def every(self) -> list[Callable[[], Any]]:
        """The evenings that are led."""
        on_a_mac = [self.synced, self.on_a_share, self.apart] if self.system else []
        return [self.evening, self.asks, *on_a_mac]

    def shell(self, name: str) -> Shell:
        return Shell(self.root / name, self.patch)

    # ---- on every system -----------------------------------------------------------------------------------------

    def evening(self) -> dict[str, Any]:
        """New, notes, a second program, a crash, taken up again, removed for good; then read in all ways."""
        shell = self.shell("kväll")
        path = shell.creates("Vårdcentralen Ekerö")
        for text in ("Fax mellan sjukhus", "Köer – på riktigt", "Brev från Åsa"):
            shell.runs("note", "ekerö", "-q", "B.2", "-k", "avveckla", text)
        first = shell.opens(path)
        first.add_notes("B.1", ["Den första säger"], "")
        shell.clock.passes(minutes=1)
        beside = shell.runs("note", "ekerö", "-q", "B.1", "Den andra säger")
        shell.clock.passes(minutes=1)
        first.add_notes("B.1", ["Den första igen"], "")
        said = [first.flush(), first.close()]
        journals = len(list((shell.folder / ".live").iterdir()))
        self._crashes(shell, path, "Sagt före kraschen")
        left = len(list((shell.folder / ".live").iterdir()))
        again = shell.opens(path)
        brev = next(one.id for one in again.session.notes() if one.text.startswith("Brev"))
        again.do(changes.purge, brev)
        said += [again.flush(), again.close()]
        files = b"".join(one.read_bytes() for one in shell.folder.rglob("*") if one.is_file())
        return {
            "codes": beside.code,
            "said": said,
            "journals": (journals, left, len(list((shell.folder / ".live").glob("*.ny")))),
            "purged": "Brev från Åsa".encode() not in files,
            "notes": sorted(texts_of(read_session(path).session)),
            "seen": {name: _plain(shell.runs(*given), self.root) for name, given in _LOOKED_AT.items()},
        }

    def _crashes(self, shell: Shell, path: Path, text: str) -> None:
        """Another process takes a note down, and dies as soon as it is called saved."""
        if child := self.fork():
            os.waitpid(child, 0)
            return
        workshop = shell.opens(path)
        workshop.add_notes("B.2", [text], "")
        workshop.flush()
        os._exit(9)

    def asks(self) -> dict[str, Any]:
        """What else depends on the system."""
        opener, seconds = showing.opener(), clock.steady_seconds()
        shown = showing.show(self.root / "rapport.pdf") if opener == "" else None
        return {"opener": opener, "shown": shown, "steady": seconds > 0, "number": identity.machine_number()}

    # ---- macOS ---------------------------------------------------------------------------------------------------

    def synced(self) -> dict[str, Any]:
        shell = self.shell("synkat")
        shell.creates("Ekerö")
        before = self.system.full_syncs
        said = shell.runs("note", "ekerö", "-q", "B.1", "På disken")
        return {"code": said.code, "full": self.system.full_syncs - before}

    def on_a_share(self) -> dict[str, Any]:
        shell = self.shell("utdelad")
        self.system.on_a_share = True
        path = shell.creates("Ekerö")
        before = self.system.plain_syncs
        said = shell.runs("note", "ekerö", "-q", "B.1", "På utdelad mapp")
        self.system.on_a_share = False
        return {
            "code": said.code,
            "err": said.err,
            "plain": self.system.plain_syncs - before,
            "notes": texts_of(read_session(path).session),
            "elsewhere": names_of(paths.refuge_of(shell.folder)),
        }

    def apart(self) -> dict[str, Any]:
        """Names come back with their accents apart: one discussion stays one, by whichever spelling it is asked for."""
        shell = self.shell("isär")
        path = shell.creates("Vårdcentralen Ängsgärdet")
        said = [
            shell.runs("note", name, "-q", "B.1", text)
            for name, text in (("ängsgärdet", "Ihop"), ("a\u0308ngsga\u0308rdet", "Isär"))
        ]
        import diskussion_tui.tui.toolkit.signals as _signals

        return {
            "codes": [one.code for one in said],
            "files": [one.name == _nfd(one.name) for one in shell.folder.glob("*.toml")],
            "notes": texts_of(read_session(path).session),
            "polls": _signals._LOOK_AGAIN,
        }


_LOOKED_AT = {
    "list": ("list",),
    "show": ("show", "ekerö", "--notes"),
    "history": ("history", "ekerö"),
    "doctor": ("doctor",),
    "find": ("find", "köer"),
    "english": ("--lang", "en", "show", "ekerö"),
}


def _told(evening: Callable[[], Any]) -> Any:
    try:
        return evening()
    except BaseException:  # noqa: BLE001 - told to the test, which says what it means
        return {"broke": traceback.format_exc()}


def _plain(said: Said, root: Path) -> list[Any]:
    out = _MADE_UP.sub("ID", said.out).replace(str(root), "ROOT")
    return [said.code, out, said.err.replace(str(root), "ROOT")]


def names_of(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


def _nfd(name: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", name)
