"""Every kind of wrong file, each made as it comes about in the world: the one table of bad input, and what is expected.

`SESSIONS` are the wrong files of a folder of discussions, `WORKBOOKS` the wrong `content.toml`. Every one is the whole file
with one thing wrong with it. A new sort of mistake is a new row here, and every door is tried with it.
"""

from __future__ import annotations

import os
import re
import resource
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZipFile

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.store.files.codec import Encoder
from tests.support.builders import NOON, Group, workbook_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

_SMALL = 10_000_000
_MEMORY = 4_000_000_000

Make: TypeAlias = "Callable[[Path], None]"

FAX, REMISSER, TEAM, TAKTEN = "Fax mellan sjukhus", "Dubbla remisser", "Mobila team\ni hemmet", "Köerna först"
"""What the group says in the whole file: two to do away with, one that is new, one of no kind."""
NOTES = (FAX, REMISSER, TEAM, TAKTEN)
NAME = "Vårdcentralen Ekerö"
GOOD = "Lidingö"
"""The discussion that is in the folder beside the wrong file, and nothing is wrong with."""
WRONG_ID = "01JE8AYGD8W7RQ4T0Z5N9K3M2C"
GOOD_ID = "01JE8AYGD8W7RQ4T0Z5N9K3M2D"


def evening(name: str, session_id: str, *notes: str) -> Group:
    """A discussion of the workbook that ships, with notes of two kinds under B.2 and one under B.1."""
    workbook = workbook_in(default_workbook())
    group = Group("skriv-anna")
    first = changes.begin(group.stamp(), session_id, name, NOON.date(), workbook)
    group = Group("skriv-anna", session_of(first.versions, changes.frame_of(workbook)), start=100)
    if notes:
        fax, remisser, team, takten = notes
        group.says("Faxen", remisser, question="B.2", kind="avveckla")
        group.says(team, question="B.2", kind="nyutveckla")
        group.does(changes.revise, group.session.notes()[0].id, fax)
        group.does(changes.set_verdict, "A.1", "delvis")
        group.says(takten, question="B.1")
    return group


@cache
def whole_session() -> Session:
    """The discussion that the wrong files were before something happened to them."""
    return evening(NAME, WRONG_ID, *NOTES).session


@cache
def whole() -> bytes:
    """Its file."""
    return Encoder().file(whole_session())


@cache
def good() -> bytes:
    """The file of the discussion beside it."""
    return Encoder().file(evening(GOOD, GOOD_ID).session)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A kind of wrong session file.

    `listed` is the fault that a list shows it with, empty where it stands there as a discussion. `told` are the codes of
    what opening it tells, `OSError` where the system answers. `notes` are the notes that are there then, None where it is
    not opened. `newer` is opened for reading only.
    """

    name: str
    make: Make
    listed: str = ""
    told: frozenset[str] = frozenset()
    notes: tuple[str, ...] | None = NOTES
    newer: bool = False
    file: str = "Diskussionsstöd_fel_2026-05-12.toml"

    @property
    def opens(self) -> bool:
        return self.notes is not None

    def __str__(self) -> str:
        return self.name


def _bytes(data: bytes) -> Make:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def _to(change: Callable[[bytes], bytes]) -> Make:
    """The whole file with something done to its bytes."""

    def make(path: Path) -> None:
        data = change(whole())
        assert data != whole()
        path.write_bytes(data)

    return make


def _swap(before: str, after: str, times: int = 1) -> Make:
    """The whole file with one text in it changed; before it `[[notes]]` may name the place."""

    def change(data: bytes) -> bytes:
        old = before.encode()
        assert old in data, before
        return data.replace(old, after.encode("utf-8", "surrogatepass"), times)

    return _to(change)


def _in_note(said: str, before: str, after: str) -> Make:
    """The whole file with a text changed in the block of one note."""

    def change(data: bytes) -> bytes:
        at = data.index(said.partition("\n")[0].encode())
        start = data.rindex(b"[[notes]]", 0, at)
        end = data.find(b"\n[[", at)
        block = data[start:end]
        assert before.encode() in block, (before, block)
        return data[:start] + block.replace(before.encode(), after.encode(), 1) + data[end:]

    return _to(change)


def _note_says(line: str) -> Make:
    """One note with a line more in its block."""
    return _in_note(REMISSER, 'question = "B.2"\n', f'question = "B.2"\n{line}\n')


def _note_at(when: str) -> Make:
    """One note with another time."""
    stamp = NOON.isoformat(" ")
    return _in_note(REMISSER, f"at = {stamp}", f"at = {when}" if when else "")


def _head(before: str, after: str) -> Make:
    """Something else in `[session]`."""

    def change(data: bytes) -> bytes:
        head, mark, rest = data.partition(b"\n[overview]")
        assert before.encode() in head, (before, head)
        return head.replace(before.encode(), after.encode(), 1) + mark + rest

    return _to(change)


def _conflict(data: bytes) -> bytes:
    """As git leaves it where two have added a note at the same place."""
    at = data.index(b"[[history]]")
    theirs = data[data.index(b"[[notes]]") : at].split(b"\n\n")[0] + b"\n"
    theirs = theirs.replace(REMISSER.encode(), b"Deras rad").replace(FAX.encode(), b"Deras rad")
    ours = theirs.replace(b"Deras rad", "Vår rad".encode())
    ours, theirs = _renamed(ours, "V"), _renamed(theirs, "D")
    marked = b"<<<<<<< HEAD\n" + ours + b"=======\n" + theirs + b">>>>>>> kollegans\n\n"
    return data[:at] + marked + data[at:]


def _renamed(block: bytes, sign: str) -> bytes:
    """The block of a note as another note."""
    at = block.index(b'id = "') + len('id = "')
    return block[: at + 20] + sign.encode() + block[at + 21 :]


def _two_heads(data: bytes) -> bytes:
    """The head once more, as somebody reworded it."""
    start, end = data.index(b"[session]"), data.index(b"[overview]")
    other = data[start:end].replace(NAME.encode(), b"Gruppen fr\xc3\xa5n Eker\xc3\xb6")
    return data[:end] + other + data[end:]


def _twice(block: str) -> Callable[[bytes], bytes]:
    """The last note's block once more, with `block` done to the copy's text."""

    def change(data: bytes) -> bytes:
        start = data.rindex(b"[[notes]]")
        end = data.index(b"\n[[", start) + 1
        return data[:end] + data[start:end].replace(TAKTEN.encode(), block.encode()) + data[end:]

    return change


def _zip(path: Path) -> None:
    with ZipFile(path, "w") as file:
        file.writestr("xl/worksheets/sheet1.xml", "<sheetData/>" * 40)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inuti.toml").write_bytes(whole())


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(target: str) -> Make:
    def make(path: Path) -> None:
        path.symlink_to(target)

    return make


def _link_loop(path: Path) -> None:
    other = path.with_name("slinga")
    other.symlink_to(path)
    path.symlink_to(other)


def _unreadable(path: Path) -> None:
    """A file that may not be read; for root, who may read all, one that the system will not give to anybody."""
    if os.geteuid():
        path.write_bytes(whole())
        path.chmod(0)
    else:
        path.symlink_to("/proc/self/mem")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write(whole())
        file.truncate(100_000_001)


def _whole_at(path: Path) -> None:
    path.write_bytes(whole())


def _odd_time(path: Path) -> None:
    path.write_bytes(whole())
    os.utime(path, (2**40, 2**40))


_DAMAGED = frozenset({"damaged_block"})
_TOO_DEEP = frozenset({"too_deep"})
_TOO_MANY = frozenset({"too_many"})
_DOTS = "a." * 40_000 + "a"
"""80 KB: a parser that takes up each part of a key with all those before it is at it for half a minute."""
_LIKE_STRUCTURE = f'{"a.b." * 60}{"[" * 60}{"{" * 60} """ # ] }} = . {".".join(map(str, range(40)))}'
"""Words of a note that would be too much if they were anything but words."""
_BAD = frozenset({"bad_record"})
_BUT_REMISSER = (FAX, TEAM, TAKTEN)
_BUT_TAKTEN = (FAX, REMISSER, TEAM)
_UNKNOWN_KEY = frozenset({"unknown_key"})
_SYSTEM = frozenset({"OSError"})
"""What the system itself answers."""
_REFUSED = None
_CSV = "Fråga;Slag;Text\r\nB.2;avveckla;Fax mellan sjukhus\r\n"
_DEEP = "[" * 5000
_NAMED = f'name = "{NAME}"'
_STAMP = NOON.isoformat(" ")


def _several_lines(line: str) -> str:
    """A line, twice, as a note of several lines is written."""
    written = line.replace('"', '\\"')
    return f'"""\nrad\n{written}\n{written}"""'


def _not_a_session(name: str, data: bytes, listed: str, told: str) -> Wrong:
    return Wrong(name, _bytes(data), listed, frozenset({told}), _REFUSED)


def _named(name: str, file: str) -> Wrong:
    """A whole discussion in a file with an odd name."""
    return Wrong(name, _whole_at, file=file)


def _unlisted(name: str, make: Make, fault: str) -> Wrong:
    """Something that is called like a session file and is no file to read: the list says what opening says."""
    return Wrong(name, make, fault, frozenset({fault}), _REFUSED)


_ENCODINGS = (
    Wrong("a byte order mark before it", _to(lambda data: b"\xef\xbb\xbf" + data)),
    Wrong("Windows line ends", _to(lambda data: data.replace(b"\n", b"\r\n"))),
    Wrong("old Mac line ends", _to(lambda data: data.replace(b"\n", b"\r")), "damaged", _DAMAGED, _REFUSED),
    Wrong(
        "latin-1",
        _to(lambda data: data.decode().encode("latin-1", "replace")),
        "not_utf8",
        frozenset({"not_utf8"}),
        _REFUSED,
    ),
    Wrong(
        "UTF-16 with a byte order mark",
        _to(lambda data: data.decode().encode("utf-16")),
        "not_utf8",
        frozenset({"not_utf8"}),
        _REFUSED,
    ),
    Wrong(
        "UTF-16 without one",
        _to(lambda data: data.decode().encode("utf-16-le")),
        "not_utf8",
        frozenset({"not_utf8"}),
        _REFUSED,
    ),
    Wrong(
        "a note in latin-1 in a file of UTF-8",
        _to(lambda data: data.replace(TAKTEN.encode(), TAKTEN.encode("latin-1"))),
        "",
        _DAMAGED,
        _BUT_TAKTEN,
    ),
    Wrong("a NUL in a note", _in_note(REMISSER, "Dubbla", "Dub\x00bla"), "", _DAMAGED, _BUT_REMISSER),
    Wrong("a NUL before it", _to(lambda data: b"\x00" + data), "damaged", _DAMAGED),
    Wrong(
        "zeros where a power cut took its end",
        _to(lambda data: data[: data.index(b"[[history]]")] + bytes(4096)),
        "",
        _DAMAGED,
        _BUT_TAKTEN,
    ),
    Wrong("nothing but zeros", _to(lambda data: bytes(len(data))), "damaged", _DAMAGED, _REFUSED),
)

_NO_SESSIONS = (
    _not_a_session("an empty file", b"", "no_session", "no_schema"),
    _not_a_session("only a byte order mark", b"\xef\xbb\xbf", "no_session", "no_schema"),
    _not_a_session("only white space", b" \n\t\n\n", "no_session", "no_schema"),
    _not_a_session("a comment", b"# kommer strax\n", "no_session", "no_schema"),
    _not_a_session("another program's TOML", b'[tool]\nname = "x"\n', "no_session", "no_schema"),
    _not_a_session("JSON", b'{"session": {"name": "x"}}\n', "damaged", "damaged_block"),
    _not_a_session("a table saved as CSV", _CSV.encode("utf-8-sig"), "damaged", "damaged_block"),
    _not_a_session("a table saved as CSV by an old Excel", _CSV.encode("cp1252"), "not_utf8", "not_utf8"),
    _not_a_session("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\n", "not_utf8", "not_utf8"),
    _not_a_session(
        "a page to log in on", b"<!DOCTYPE html>\n<title>Logga in</title>\n", "damaged", "damaged_block"
    ),
    Wrong("a zip", _zip, "not_utf8", frozenset({"not_utf8"}), _REFUSED),
)

_HURT = (
    Wrong("cut off at eighty percent", _to(lambda data: data[: len(data) * 4 // 5]), "", _DAMAGED, ()),
    Wrong(
        "cut off in its last note",
        _to(lambda data: data[: data.index(TAKTEN.encode()) + 5]),
        "",
        _DAMAGED,
        _BUT_TAKTEN,
    ),
    Wrong(
        "cut off in its head",
        _to(lambda data: data[: data.index(b"date =") + 9]),
        "no_session",
        _BAD,
        _REFUSED,
    ),
    Wrong("itself twice, one after the other", _to(lambda data: data + data), "", _UNKNOWN_KEY),
    Wrong(
        "another discussion after it",
        _to(lambda data: data + good()),
        "",
        frozenset({"another_session", "unknown_key"}),
    ),
    Wrong("the marks of a conflict in git", _to(_conflict), "", _DAMAGED, (*NOTES, "Vår rad", "Deras rad")),
    Wrong(
        "marks of a conflict in its head",
        _head(_NAMED, f'<<<<<<< HEAD\n{_NAMED}\n=======\n{_NAMED[:-1]} 2"\n>>>>>>> b'),
        "damaged",
        _DAMAGED,
    ),
    Wrong("[session] twice", _to(_two_heads), "damaged"),
    Wrong("a key twice", _note_says('question = "B.1"'), "", _DAMAGED, _BUT_REMISSER),
    Wrong(
        "a quotation mark lost",
        _in_note(REMISSER, f'"{REMISSER}"', f'"{REMISSER}'),
        "",
        _DAMAGED,
        _BUT_REMISSER,
    ),
    Wrong("a number of 300 digits", _note_says(f"supporters = {'9' * 300}"), "", _BAD, _BUT_REMISSER),
    Wrong("a number of 5,000 digits", _note_says(f"supporters = {'9' * 5000}"), "", _DAMAGED, _BUT_REMISSER),
    Wrong(
        "a number of 5,000 digits in its head",
        _head(_NAMED, f"{_NAMED}\nparticipants = {'9' * 5000}"),
        "damaged",
        _DAMAGED,
    ),
    Wrong(
        "a number of 4,000 hexadecimal digits as a text",
        _in_note(REMISSER, f'"{REMISSER}"', f"0x{'f' * 4000}"),
        "",
        _BAD,
        _BUT_REMISSER,
    ),
)

_BEYOND_MEASURE = (
    Wrong("brackets without end in a note", _note_says(f"star = {_DEEP}"), "", _TOO_DEEP, _BUT_REMISSER),
    Wrong(
        "brackets without end in its head",
        _head(_NAMED, f"{_NAMED}\nplace = {_DEEP}"),
        "too_deep",
        _TOO_DEEP,
    ),
    Wrong("keys nested without end", _note_says(f"{'.'.join('a' * 1000)} = 1"), "", _TOO_DEEP, _BUT_REMISSER),
    Wrong("tables nested without end", _note_says(f"star = {'{a=' * 5000}"), "", _TOO_DEEP, _BUT_REMISSER),
    Wrong(
        "80 KB of one dotted key before it",
        _to(lambda data: f"{_DOTS} = 1\n".encode() + data),
        "too_deep",
        _TOO_DEEP,
    ),
    Wrong(
        "80 KB of one dotted key in its head", _head(_NAMED, f"{_NAMED}\n{_DOTS} = 1"), "too_deep", _TOO_DEEP
    ),
    Wrong(
        "80 KB of one dotted key in a list in a note",
        _note_says(f"star = [\n1.5,\n{{{_DOTS} = 1}}]"),
        "",
        _TOO_DEEP,
        _BUT_REMISSER,
    ),
    Wrong("80 KB of a header after it", _to(lambda data: data + f"\n[{_DOTS}]\n".encode()), "", _TOO_DEEP),
    Wrong("80 KB of nothing but a key", _bytes(f"{_DOTS} = 1\n".encode()), "too_deep", _TOO_DEEP, _REFUSED),
    Wrong(
        "more blocks than any discussion has",
        _to(lambda data: data + b"[[x]]\n" * 300_000),
        "",
        _TOO_MANY,
        _REFUSED,
    ),
    Wrong(
        "more marks of a conflict than any discussion has",
        _to(lambda data: data + b"=======\n" * 300_000),
        "",
        _TOO_MANY,
        _REFUSED,
    ),
    Wrong(
        "10,000 keys in its damaged head",
        _head(_NAMED, "\n".join((_NAMED, *(f"k{number} = 1" for number in range(10_000)), "k = "))),
        "damaged",
        _DAMAGED | _UNKNOWN_KEY,
    ),
    Wrong(
        "a note that reads like structure",
        _in_note(REMISSER, f'"{REMISSER}"', f"'{_LIKE_STRUCTURE}'"),
        notes=(*_BUT_REMISSER, _LIKE_STRUCTURE),
    ),
    Wrong(
        "a note of many lines that read like structure",
        _in_note(REMISSER, f'"{REMISSER}"', _several_lines(_LIKE_STRUCTURE)),
        notes=(*_BUT_REMISSER, f"rad\n{_LIKE_STRUCTURE}\n{_LIKE_STRUCTURE}"),
    ),
)

_VALUES = (
    Wrong("supporters below none", _note_says("supporters = -3")),
    Wrong("more supporters than people", _note_says("supporters = 1000000000000")),
    Wrong("half a supporter", _note_says("supporters = 2.5"), "", _BAD, _BUT_REMISSER),
    Wrong("supporters in words", _note_says('supporters = "sex"'), "", _BAD, _BUT_REMISSER),
    Wrong("a time without an offset", _note_at(_STAMP[:19]), "", _BAD, _BUT_REMISSER),
    Wrong("a date for a time", _note_at(_STAMP[:10]), "", _BAD, _BUT_REMISSER),
    Wrong("no time", _note_at(""), "", _BAD, _BUT_REMISSER),
    Wrong("a time in words", _note_at('"i går"'), "", _BAD, _BUT_REMISSER),
    Wrong("the year 1", _note_at("0001-01-01 00:00:00+14:00")),
    Wrong("the year 9999", _note_at("9999-12-31 23:59:59-14:00")),
    Wrong("an offset with seconds", _note_at(f"{_STAMP}:30"), "", _DAMAGED, _BUT_REMISSER),
    Wrong("the 31st of February", _note_at("2026-02-31 12:00:00+02:00"), "", _DAMAGED, _BUT_REMISSER),
    Wrong("one note twice with the same words", _to(_twice(TAKTEN))),
    Wrong("one note twice with other words", _to(_twice("Köerna sist")), notes=(*_BUT_TAKTEN, "Köerna sist")),
    Wrong("revision 0", _note_says("rev = 0")),
    Wrong("a negative revision", _note_says("rev = -1")),
    Wrong("the highest revision that TOML holds", _note_says(f"rev = {2**63 - 1}")),
    Wrong("a revision beyond TOML", _note_says(f"rev = {2**63}"), "", _BAD, _BUT_REMISSER),
    Wrong("a text that is a number", _in_note(REMISSER, f'"{REMISSER}"', "5"), "", _BAD, _BUT_REMISSER),
    Wrong(
        "a text that is a list",
        _in_note(REMISSER, f'"{REMISSER}"', f'["{REMISSER}"]'),
        "",
        _BAD,
        _BUT_REMISSER,
    ),
    Wrong("no text", _in_note(REMISSER, f'text = "{REMISSER}"\n', ""), "", _BAD, _BUT_REMISSER),
    Wrong("an empty text", _in_note(REMISSER, f'"{REMISSER}"', '""'), notes=(*_BUT_REMISSER, "")),
    Wrong(
        "a text of a million letters",
        _in_note(REMISSER, REMISSER, "Remiss " * 150_000),
        notes=(*_BUT_REMISSER, "Remiss " * 150_000),
    ),
    Wrong("a note's id that is a path", _in_note(REMISSER, 'id = "', 'id = "../../etc/')),
    Wrong("a note's id of 10,000 letters", _in_note(REMISSER, 'id = "', f'id = "{"x" * 10_000}')),
    Wrong(
        "a note without an id",
        _in_note(REMISSER, 'id = "', 'idd = "'),
        "",
        frozenset({"bad_record"}),
        _BUT_REMISSER,
    ),
)

_TABLES = (
    Wrong(
        "notes as one table",
        _to(
            lambda data: (
                data[: data.index(b"[[notes]]")]
                + b"[notes]"
                + data[data.rindex(b"[[notes]]") + 9 : data.index(b"[[history]]")]
            )
        ),
        notes=(TAKTEN,),
    ),
    Wrong(
        "notes by their ids", _in_note(REMISSER, "[[notes]]", "[notes.x]"), "", _UNKNOWN_KEY, _BUT_REMISSER
    ),
    Wrong(
        "notes as a number", _to(lambda data: b"notes = 5\n" + data[: data.index(b"[[notes]]")]), "", _BAD, ()
    ),
    Wrong(
        "an unknown table",
        _to(lambda data: data + b'\n[[bilder]]\nid = "x"\n'),
        "",
        frozenset({"unknown_table"}),
    ),
    Wrong(
        "the history of an unknown table",
        _to(lambda data: data + b'\n[[history]]\nof = "bilder"\nid = "x"\n'),
        "",
        frozenset({"unknown_table"}),
    ),
    Wrong("an unknown key", _note_says('vaning = "tre"'), "", frozenset({"unknown_key"})),
    Wrong("a kind that nobody knows", _in_note(REMISSER, '"avveckla"', '"finnsej"')),
    Wrong("a question that nobody asked", _in_note(REMISSER, '"B.2"', '"Z.9"')),
    Wrong("no kind where one belongs", _in_note(REMISSER, 'kind = "avveckla"\n', "")),
    Wrong("an unknown verdict", _swap('"delvis"', '"kanske"')),
    Wrong(
        "overview in disorder",
        _to(
            lambda data: data.replace(b"parts = [", b"parts = 7\nx = [", 1).replace(
                b"notes = 4", b"notes = 1.5", 1
            )
        ),
    ),
)

_HEADS = (
    Wrong(
        "no [session]",
        _swap("[session]", "[sammantrade]"),
        "no_session",
        frozenset({"unknown_table", "no_session"}),
        _REFUSED,
    ),
    Wrong("an unknown state", _head(_NAMED, f'{_NAMED}\nstate = "klar"'), "", _BAD),
    Wrong("fewer than no participants", _head(_NAMED, f"{_NAMED}\nparticipants = -4")),
    Wrong("participants in words", _head(_NAMED, f'{_NAMED}\nparticipants = "sju"'), "", _BAD),
    Wrong("no name", _head(f"{_NAMED}\n", ""), "no_session", _BAD, _REFUSED),
    Wrong("a name that is a number", _head(_NAMED, "name = 5"), "no_session", _BAD, _REFUSED),
    Wrong(
        "a name with escapes and line breaks",
        _head(_NAMED, r'name = "\u001b]0;x\u0007Ekerö\u001b[2J\u202e\nutkast"'),
    ),
    Wrong("a name of 10,000 letters", _head(_NAMED, f'name = "{"Ekerö " * 2000}"')),
    Wrong("a date in words", _head("date = 2026-05-12", 'date = "i dag"'), "no_session", _BAD, _REFUSED),
    Wrong("no date", _head("date = 2026-05-12\n", ""), "no_session", _BAD, _REFUSED),
    Wrong("a head without its time", _head(f"at = {_STAMP}", ""), "", _BAD, _REFUSED),
    Wrong("an id that is a path", _head(WRONG_ID, "../../etc/passwd"), "", _BAD, _REFUSED),
    Wrong("an id of 10,000 letters", _head(WRONG_ID, "x" * 10_000), "", _BAD, _REFUSED),
    Wrong("an empty id", _head(WRONG_ID, ""), "", _BAD, _REFUSED),
    Wrong(
        "no schema_version",
        _to(lambda data: data.partition(b"\n")[2]),
        "no_schema",
        frozenset({"no_schema"}),
        _REFUSED,
    ),
)

_VERSIONS = (
    *(
        Wrong(
            f"schema_version = {version}",
            _to(
                lambda data, version=version: (
                    f"schema_version = {version}\n".encode() + data.partition(b"\n")[2]
                )
            ),
            "no_schema",
            frozenset({"no_schema"}),
            _REFUSED,
        )
        for version in ('"1"', "0", "-1", "true", "1.5", "[1]")
    ),
    Wrong(
        "a later version",
        _to(lambda data: b"schema_version = 99\n" + data.partition(b"\n")[2]),
        "newer",
        newer=True,
    ),
)

_NO_FILES = (
    _unlisted("a folder", _folder, "not_a_file"),
    _unlisted("a pipe", _pipe, "not_a_file"),
    _unlisted("a link to a device without end", _link("/dev/zero"), "not_a_file"),
    _unlisted("a link to a device that waits", _link("/dev/tty"), "not_a_file"),
    Wrong("a link to itself", _link_loop, "not_a_file", _SYSTEM, _REFUSED),
    Wrong("a link to nothing", _link("ingenstans"), "not_a_file", _SYSTEM, _REFUSED),
    Wrong("a file that may not be read", _unreadable, "unreadable", _SYSTEM, _REFUSED),
    _unlisted("a file of 100 MB", _huge, "too_large"),
    Wrong("a file from the year 36812", _odd_time),
)

_NAMES = (
    _named("a line break in its name", "Ekerö\n2026-05-12  Allt är sparat.toml"),
    _named("other line breaks in its name", "Ekerö\r\x85\u2028Allt är sparat.toml"),
    _named("escapes in its name", "Ekerö\x1b[2J\x1b]0;x\x07\x9b31m.toml"),
    _named("marks that turn the reading direction in its name", "Ekerö\u202elmot.\u2066.toml"),
    _named("a name that is not UTF-8", os.fsdecode(b"Eker\xf6\xff.toml")),
    _named("a name in capitals", "EKERÖ.TOML"),
    _named("a name as long as names may be", f"{'n' * 250}.toml"),
    _named("a name like an option", "--help.toml"),
    _named("a name like a template", "{file}%s[red].toml"),
)

SESSIONS = (
    *_ENCODINGS,
    *_NO_SESSIONS,
    *_HURT,
    *_BEYOND_MEASURE,
    *_VALUES,
    *_TABLES,
    *_HEADS,
    *_VERSIONS,
    *_NO_FILES,
    *_NAMES,
)


@dataclass(frozen=True, slots=True)
class WrongWorkbook:
    """A kind of wrong `content.toml`. `said` is the sentence among `texts.problems`, empty where nothing is wrong.

    `key` begins the key that is named, `line` tells whether a line can be.
    """

    name: str
    make: Make
    said: str = ""
    key: str = ""
    line: bool = True
    file: str = "eget.toml"

    def __str__(self) -> str:
        return self.name


@cache
def shipped() -> bytes:
    """The workbook that the wrong ones were before something happened to them."""
    return default_workbook().read_bytes()


def _book(change: Callable[[bytes], bytes]) -> Make:
    def make(path: Path) -> None:
        data = change(shipped())
        assert data != shipped()
        path.write_bytes(data)

    return make


def _line(before: str, after: str) -> Make:
    """The shipped workbook with one text in it changed."""

    def change(data: bytes) -> bytes:
        assert before.encode() in data, before
        return data.replace(before.encode(), after.encode(), 1)

    return _book(change)


def _version(value: str) -> Make:
    return _line("schema_version = 1", f"schema_version = {value}" if value else "")


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.write(shipped())
        file.truncate(100_000_001)


def _conflicted(data: bytes) -> bytes:
    line = b"total_minutes = 120\n"
    return data.replace(line, b"<<<<<<< HEAD\n" + line + b"=======\ntotal_minutes = 90\n>>>>>>> kollegans\n")


_TITLE = 'title = "Vårdens struktur i Region Stockholm"'
_MINUTES = "total_minutes = 120"

WORKBOOKS = (
    WrongWorkbook("a byte order mark before it", _book(lambda data: b"\xef\xbb\xbf" + data)),
    WrongWorkbook("Windows line ends", _book(lambda data: data.replace(b"\n", b"\r\n"))),
    WrongWorkbook("a name in capitals", _book(lambda data: data + b"\n"), file="EGET.TOML"),
    WrongWorkbook("an empty file", _bytes(b""), "missing", "schema_version", line=False),
    WrongWorkbook("only a byte order mark", _bytes(b"\xef\xbb\xbf"), "missing", "schema_version", line=False),
    WrongWorkbook("only white space", _bytes(b" \n\t\n"), "missing", "schema_version", line=False),
    WrongWorkbook("old Mac line ends", _book(lambda data: data.replace(b"\n", b"\r")), "not_toml"),
    WrongWorkbook("latin-1", _book(lambda data: data.decode().encode("latin-1", "replace")), "not_utf8"),
    WrongWorkbook(
        "UTF-16 with a byte order mark", _book(lambda data: data.decode().encode("utf-16")), "not_utf8"
    ),
    WrongWorkbook("UTF-16 without one", _book(lambda data: data.decode().encode("utf-16-le")), "not_utf8"),
    WrongWorkbook("a NUL in a text", _line("Vårdens", "V\x00rdens"), "not_toml"),
    WrongWorkbook("nothing but zeros", _bytes(bytes(4096)), "not_toml"),
    WrongWorkbook(
        "cut off at eighty percent",
        _book(lambda data: data[: len(data) * 4 // 5].rpartition(b'"')[0]),
        "not_toml",
    ),
    WrongWorkbook("itself twice", _book(lambda data: data + data), "not_toml"),
    WrongWorkbook("the marks of a conflict in git", _book(_conflicted), "not_toml"),
    WrongWorkbook("a key twice", _line(_MINUTES, f"{_MINUTES}\n{_MINUTES}"), "not_toml"),
    WrongWorkbook("JSON", _bytes(b'{"title": "x"}\n'), "not_toml"),
    WrongWorkbook("a zip", _zip, "not_utf8"),
    WrongWorkbook("a table saved as CSV", _bytes(_CSV.encode("utf-8-sig")), "not_toml"),
    WrongWorkbook("a page to log in on", _bytes(b"<!DOCTYPE html>\n<p>x</p>\n"), "not_toml"),
    WrongWorkbook("a discussion", _bytes(whole()), "schema", "schema_version"),
    WrongWorkbook("no schema_version", _version(""), "missing", "schema_version", line=False),
    *(
        WrongWorkbook(f"schema_version = {value}", _version(value), "schema", "schema_version")
        for value in ('"1"', "0", "-1", "true", "1.0", "99", "[1]", "{a = 1}")
    ),
    WrongWorkbook(
        "a number of 300 digits",
        _line(_MINUTES, f"total_minutes = {'9' * 300}"),
        "wrong_type",
        "total_minutes",
    ),
    WrongWorkbook(
        "a number of 5,000 digits", _line(_MINUTES, f"total_minutes = {'9' * 5000}"), "not_toml", line=False
    ),
    WrongWorkbook(
        "4,000 hexadecimal digits as the title",
        _line(_TITLE, f"title = 0x{'f' * 4000}"),
        "wrong_type",
        "title",
    ),
    WrongWorkbook(
        "minutes in words", _line(_MINUTES, 'total_minutes = "två timmar"'), "wrong_type", "total_minutes"
    ),
    WrongWorkbook("half a minute", _line(_MINUTES, "total_minutes = 120.5"), "wrong_type", "total_minutes"),
    WrongWorkbook(
        "fewer minutes than none",
        _line("\nminutes = 12", "\nminutes = -12"),
        "negative_minutes",
        "total_minutes",
    ),
    WrongWorkbook("a time for a title", _line(_TITLE, "title = 2026-05-12T12:00:00"), "wrong_type", "title"),
    WrongWorkbook("the 31st of February", _line(_TITLE, "title = 2026-02-31"), "not_toml"),
    WrongWorkbook("a list for a title", _line(_TITLE, 'title = ["a"]'), "wrong_type", "title"),
    WrongWorkbook("brackets without end", _line(_TITLE, f"title = {_DEEP}"), "too_nested", line=False),
    WrongWorkbook(
        "keys nested without end",
        _line(_TITLE, f"{_TITLE}\n{'.'.join('a' * 2000)} = 1"),
        "too_nested",
        line=False,
    ),
    WrongWorkbook("80 KB of one dotted key", _line(_TITLE, f"{_TITLE}\n{_DOTS} = 1"), "too_nested"),
    WrongWorkbook("80 KB of a header", _book(lambda data: data + f"\n[{_DOTS}]\n".encode()), "too_nested"),
    WrongWorkbook(
        "80 KB of one dotted key before it",
        _book(lambda data: f"{_DOTS} = 1\n".encode() + data),
        "too_nested",
    ),
    WrongWorkbook(
        "more blocks than any workbook has",
        _book(lambda data: data + b"\n[[x]]" * 300_000),
        "too_large",
        line=False,
    ),
    WrongWorkbook(
        "10,000 unknown keys",
        _line(_TITLE, "\n".join((_TITLE, *(f"titel{number} = 1" for number in range(10_000))))),
        "unknown_key",
        "titel",
    ),
    WrongWorkbook(
        "a header that is mostly blanks",
        _book(lambda data: data + f"\n[compass.a{' ' * 50_000}.{' ' * 50_000}b]\n".encode()),
        "unknown_key",
    ),
    WrongWorkbook(
        "an unknown key with a text of quotation marks",
        _line(_TITLE, f"{_TITLE}\ntitel = ['''\n\"" + '\\"' * 100_000 + "\n''']"),
        "unknown_key",
        "titel",
    ),
    WrongWorkbook("an unknown key", _line(_TITLE, f"{_TITLE}\ntitel = 1"), "unknown_key", "titel"),
    WrongWorkbook(
        "an unknown key with escapes",
        _line(_TITLE, f'{_TITLE}\n"\\u001b[2J\\r\\u2028" = 1'),
        "unknown_key",
        line=False,
    ),
    WrongWorkbook(
        "an unknown sort of question",
        _line('asks = "verdict"', 'asks = "ja eller nej"'),
        "not_one_of",
        "sections[1].questions[1].asks",
    ),
    WrongWorkbook("a kind twice", _line('id = "nyutveckla"', 'id = "avveckla"'), "duplicate_id", "kinds["),
    WrongWorkbook("no title", _line(f"{_TITLE}\n", ""), "missing", "title", line=False),
    WrongWorkbook(
        "a million letters", _line(_TITLE, f'title = "{"x" * 2_000_000}"'), "too_large", line=False
    ),
    WrongWorkbook("a file of 100 MB", _large, "too_large", line=False),
    WrongWorkbook("a folder", _folder, "not_a_file", line=False),
    WrongWorkbook("a pipe", _pipe, "not_a_file", line=False),
    WrongWorkbook("a link to a device without end", _link("/dev/zero"), "not_a_file", line=False),
    WrongWorkbook("a link to itself", _link_loop, "no_such_file", line=False),
    WrongWorkbook("a link to nothing", _link("ingenstans"), "no_such_file", line=False),
    WrongWorkbook("a file that may not be read", _unreadable, "unreadable", line=False),
    WrongWorkbook(
        "a line break in its name", _bytes(b"x = 1\n"), "missing", file="eget\n2 problem.toml", line=False
    ),
    WrongWorkbook(
        "other line breaks in its name",
        _bytes(b"x = 1\n"),
        "missing",
        file="eget\r\x85\u2028inga problem.toml",
        line=False,
    ),
    WrongWorkbook(
        "escapes in its name", _bytes(b"x = 1\n"), "missing", file="eget\x1b[2J\x9b31m\u202e.toml", line=False
    ),
    WrongWorkbook(
        "a name that is not UTF-8",
        _bytes(b"x = 1\n"),
        "missing",
        file=os.fsdecode(b"eg\xe9t.toml"),
        line=False,
    ),
)


ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What may not come out at a terminal: controls but for the line break, other line breaks, reading directions."""


def seen_in(folder: Path) -> dict[str, object]:
    """Everything in a folder and below, with its bytes: what must be the same where nothing was to be touched."""
    return {str(path.relative_to(folder)): _seen(path) for path in sorted(folder.rglob("*"))}


def _seen(path: Path) -> object:
    if path.is_symlink():
        return path.readlink()
    stat = path.lstat()
    small = path.is_file() and stat.st_size < _SMALL and os.access(path, os.R_OK)
    return path.read_bytes() if small else (stat.st_mode, stat.st_size, stat.st_mtime_ns * path.is_file())


@contextmanager
def in_time(seconds: int = 15) -> Iterator[None]:
    """Fail instead of waiting for a pipe for ever, or reading a device until the memory is full.

    `seconds` are those that the processor works; a machine that is busy with other things may take ten times as long.
    """

    def give_up(*_: object) -> None:
        pytest.fail("it hangs")

    limits = resource.getrlimit(resource.RLIMIT_AS)
    before = [(one, signal.signal(one, give_up)) for one in (signal.SIGALRM, signal.SIGPROF)]
    signal.alarm(10 * seconds)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, limits)
        signal.alarm(0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        for one, handler in before:
            signal.signal(one, handler)
