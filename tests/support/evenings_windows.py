"""What is done on Windows besides: what only that system does to files, names, folders and the console."""

from __future__ import annotations

import errno
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diskussion_tui.store.files import ground, paths
from diskussion_tui.store.files.atomic import write_whole
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session import identity
from diskussion_tui.store.session.reading import read_session
from tests.support import console, windows
from tests.support.builders import texts_of
from tests.support.evenings import Evenings, names_of
from tests.support.every_command import COMMANDS_RUN

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = (
    "CON",
    "NUL.txt",
    "lpt1",
    "A:B",
    "slut.",
    "slut ",
    "..\\..\\utanför",
    "C:\\Windows",
    "\\\\server\\disk",
    "å" * 200,
)
"""What discussions may be called, and no file there."""


class WindowsEvenings(Evenings):
    """The same laptop with Windows on it."""

    def every(self) -> list[Callable[[], Any]]:
        disks = [self.scanner, self.stubborn_scanner, self.stick, self.torn, self.onedrive]
        disks += [self.out_of_reach, self.fetched]
        names = [self.later_journal, self.names, self.long_path]
        return [self.at_the_screen, *super().every()[:2], self.commands, *disks, *names]

    def commands(self) -> dict[str, Any]:
        """Every command of the shell, in one folder; those that did not end well."""
        shell, failed = self.shell("diskussioner"), []
        for given in COMMANDS_RUN:
            known = _ids(shell.folder)
            said = shell.runs(*(known.get(word, word) for word in given))
            if said.code or "Traceback" in said.err:
                failed.append((given, said.code, said.err))
        return {"failed": failed, "run": len(COMMANDS_RUN)}

    def scanner(self) -> dict[str, Any]:
        """A scanner reads the file as it is to be replaced, and lets go of it after two pauses."""
        shell = self.shell("avsökt")
        path = shell.creates("Ekerö")
        holds = path.open("rb")
        before = len(self.system.pauses)
        self.system.letting_go = lambda: holds.close() if len(self.system.pauses) >= before + 2 else None
        said = shell.runs("note", "ekerö", "-q", "B.1", "Medan någon läser")
        self.system.letting_go = lambda: None
        return {
            "code": said.code,
            "err": said.err,
            "pauses": self.system.pauses[before:],
            "in_file": "Medan någon läser" in path.read_text(encoding="utf-8"),
            "left": names_of(shell.folder / ".live"),
        }

    def stubborn_scanner(self) -> dict[str, Any]:
        """It holds the file all evening: what was said is safe beside it, and comes into it afterwards."""
        shell = self.shell("låst")
        path = shell.creates("Ekerö")
        before = len(self.system.pauses)
        with path.open("rb"):
            said = shell.runs("note", "ekerö", "-q", "B.1", "Medan filen är öppen")
            read = texts_of(read_session(path).session)
            pauses = self.system.pauses[before:]
        later = shell.runs("note", "ekerö", "-q", "B.1", "Efteråt")
        return {
            "codes": (said.code, later.code),
            "err": said.err,
            "read": read,
            "pauses": pauses,
            "after": sorted(texts_of(read_session(path).session)),
            "in_file": "Medan filen är öppen" in path.read_text(encoding="utf-8"),
            "left": names_of(shell.folder / ".live"),
        }

    def later_journal(self) -> dict[str, Any]:
        """A later version of the program has left a journal under our name: it is not ours to go on in."""
        shell = self.shell("senare")
        path = shell.creates("Ekerö")
        session, writer = read_session(path).session.id, identity.identity().writer
        live = shell.folder / ".live"
        live.mkdir(exist_ok=True)
        journal = live / f"{session}.{writer}.toml"
        data = b'# schema 99\n[[notes]]\nid = "x"\n'
        data += b"# crc32 %08x\n" % zlib.crc32(data)
        journal.write_bytes(data)
        said = shell.runs("note", "ekerö", "-q", "B.1", "Bredvid")
        return {
            "code": said.code,
            "err": said.err,
            "kept": journal.exists() and journal.read_bytes() == data,
            "notes": texts_of(read_session(path).session),
        }

    def names(self) -> dict[str, Any]:
        """Discussions that are called what no file can be called."""
        shell = self.shell("namn")
        found = {name: shell.runs("new", name) for name in NAMES}
        outside = [one.name for one in self.root.iterdir() if "utanför" in one.name]
        folders = {name: paths.safe_name(name) for name in NAMES}
        return {
            "failed": [(name, said.err) for name, said in found.items() if said.code],
            "files": sorted(one.name for one in shell.folder.glob("*.toml")),
            "outside": outside,
            "folders": folders,
        }

    def long_path(self) -> dict[str, Any]:
        """A folder so deep that no file in it has a path that Windows takes."""
        deep = Path("djupt", *(f"{'mapp' * 12}{number}" for number in range(4)))
        windows._real.makedirs(self.root / deep)
        shell = self.shell(str(deep))
        said = shell.runs("new", "Ekerö")
        return {"code": said.code, "err": said.err, "length": len(str(shell.folder))}

    def onedrive(self) -> dict[str, Any]:
        """A folder that OneDrive keeps: all in it are reparse points, and none leads elsewhere. A junction does."""
        shell = self.shell("onedrive")
        path = shell.creates("Ekerö")
        live = shell.folder / ".live"
        first = shell.opens(path)
        for one in (shell.folder, path, live, *live.iterdir()):
            self.system.reparse[str(one)] = windows.CLOUD_FILE
        said = shell.runs("note", "ekerö", "-q", "B.1", "I molnet")
        first.close()
        listed = len(ground.names_in(live)) >= 0
        self.system.reparse[str(live)] = windows.JUNCTION
        try:
            ground.names_in(live)
            refused = False
        except OSError as error:
            refused = error.errno == errno.ELOOP
        self.system.reparse.clear()
        return {
            "code": said.code,
            "err": said.err,
            "listed": listed,
            "junction_refused": refused,
            "notes": texts_of(read_session(path).session),
            "private": [
                str(one)
                for one in self.system.private
                if self.root in one.parents and (self.root / "hem") not in one.parents
            ],
        }

    def out_of_reach(self) -> dict[str, Any]:
        """OneDrive is not running: a file that is only in the cloud cannot be had, and the others can."""
        found: dict[str, Any] = {}
        for name, number in (("EINVAL", errno.EINVAL), ("ETIMEDOUT", errno.ETIMEDOUT)):
            shell = self.shell(f"molnet-{name}")
            away, here = shell.creates("Borta"), shell.creates("Här")
            shell.runs("note", "borta", "-q", "B.1", "Det som ligger i molnet")
            before = away.read_bytes()
            self.system.in_the_cloud[str(away)] = OSError(number, os.strerror(number), str(away))
            said = {
                word: shell.runs(*given)
                for word, given in {
                    "list": ("list",),
                    "show": ("show", "borta"),
                    "other": ("note", "här", "-q", "B.1", "Det går bra"),
                    "note": ("note", "borta", "-q", "B.1", "Nytt"),
                    "doctor": ("doctor",),
                    "repair": ("doctor", "--repair"),
                }.items()
            }
            self.system.in_the_cloud.clear()
            found[name] = {
                "said": {word: (one.code, one.out, one.err) for word, one in said.items()},
                "kept": away.read_bytes() == before,
                "here": texts_of(read_session(here).session),
            }
        return found

    def at_the_screen(self) -> dict[str, Any]:
        """An evening at the screen, in a console: Textual's own driver for Windows, with keys as that console gives them."""
        shell = self.shell("skärm")
        path = shell.creates("Vid skrivbordet")

        def said(text: str) -> bool:
            return any(text in one for one in texts_of(read_session(path).session))

        def shows(name: str) -> Callable[[Any], bool]:
            return lambda app: bool(app.screen_stack) and type(app.screen_stack[-1]).__name__ == name

        at = console.Console(
            [
                (shows("Walk"), "\x07"),
                (lambda app: not shows("Walk")(app), "B.2\r"),
                (shows("Walk"), "-Fax på landet 👩\u200d⚕️\r"),
                (lambda _app: said("Fax på landet"), "rad ett\nrad två\r"),
                (lambda _app: said("rad två"), "\x11"),
            ]
        )
        console.put_in(at)
        self.patch.setenv("COLUMNS", "80")
        self.patch.setenv("LINES", "24")
        left = shell.runs("start", "Vid skrivbordet", terminal=True)
        return {
            "code": left.code,
            "err": left.err,
            "notes": texts_of(read_session(path).session),
            "was_set": len(at.set_to),
            "modes": list(at.modes.values()) == [console.INPUT_MODE, console.OUTPUT_MODE],
            "live": names_of(shell.folder / ".live"),
        }

    def fetched(self) -> dict[str, Any]:
        """A folder that lies in the cloud alone: what looking at it brings down, the first time and again."""
        shell = self.shell("hämtad")
        made = [shell.creates(name) for name in ("Ett", "Två")]
        self.system.in_the_cloud |= {str(path): None for path in made}
        library, counts = Library(shell.folder), []
        for _look in range(2):
            before = len(self.system.fetched)
            library.refresh()
            counts.append(len(self.system.fetched) - before)
        self.system.in_the_cloud.clear()
        return {"counts": counts, "listed": [one.name for one in library.entries]}

    def stick(self) -> dict[str, Any]:
        """A stick where no file has a second name; a share that puts none in another's place; a file that is a link."""
        self.system.has_links = False
        shell = self.shell("sticka")
        path = shell.creates("Ekerö")
        said = shell.runs("note", "ekerö", "-q", "B.1", "På stickan")
        self.system.has_links = True
        self.system.can_replace = False
        over = shell.runs("note", "ekerö", "-q", "B.1", "Skriven över")
        self.system.can_replace = True
        self.system.reparse[str(path)] = windows.LINK
        linked = shell.runs("note", "ekerö", "-q", "B.1", "I länkens ställe")
        self.system.reparse.clear()
        return {
            "codes": [one.code for one in (said, over, linked)],
            "err": said.err + over.err + linked.err,
            "notes": texts_of(read_session(path).session),
            "line_ends": b"\r" in path.read_bytes(),
            "left": names_of(shell.folder / ".live"),
        }

    def torn(self) -> dict[str, Any]:
        """The disk is full as a file is written: what was half made is removed, though it is open at that moment."""
        folder = self.root / "full"
        folder.mkdir()

        class Full(Fs):
            def write(self, handle: int, data: bytes) -> None:
                super().write(handle, data[:3])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        try:
            write_whole(Full(), folder / "x.toml", b"abcdef", folder)
        except OSError as error:
            return {"why": error.errno == errno.ENOSPC, "left": names_of(folder)}
        return {"why": False}


def _ids(folder: Path) -> dict[str, str]:
    """What stands in the commands for the ids of notes, in the order in which they were made."""
    files = sorted(folder.glob("*.toml")) if folder.exists() else []
    session = read_session(files[0]).session if files else None
    ids = sorted({key[1] for key in session.versions if key[0] == "notes"}) if session else []
    return dict(zip(("NOTE", "OTHER", "MERGED"), ids, strict=False))
