"""A REFI-QDA project read back: its codes, and which coder put which code on which note, whichever program wrote it.

Other programs give everything ids of their own, keep a selection a coding, code parts of a sentence or several at once, and write
texts with other line ends and a mark before them. So a coding is not looked for by its id: what counts is which notes of ours stand
in the source's text where the coding lies. A coding that lies on no note is counted, and not passed over in silence.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.base.value import dataclass
from diskussion_tui.reports.refi import MOST, Code, NotRefiError, codes_under, guid, local, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from xml.etree import ElementTree as ET

    from diskussion_tui.domain.analysis.said import Said

_PROJECT = "project.qde"
_INTERNAL = "internal://"
_BOM = "\ufeff"
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that every program knows; what others there are only a few can read."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What the library raises of archives that are damaged, or forged."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What a coder put on a note: the codes by their names, and the memo."""

    note: str
    coder: str
    codes: tuple[str, ...]
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """What a project holds of ours. `astray` are codings that lie on none of the notes."""

    codes: tuple[Code, ...]
    placed: tuple[Placed, ...]
    astray: int


def project_in(data: bytes, said: Iterable[Said]) -> Project:
    """What a `.qdpx` says of some notes. Raises `NotRefiError`."""
    parts = _parts(data)
    root = root_of(parts[_PROJECT], "Project")
    codes = codes_under(next((one for one in root if local(one.tag) == "CodeBook"), root))
    named = {one.id: one.name for one in codes}
    users = {one.get("guid", ""): clean_line(one.get("name") or "") for one in _all(root, "User")}
    memos = {
        one.get("guid", ""): clean_note(_content(one, parts))
        for one in root.iter()
        if local(one.tag) == "Note"
    }
    notes = _Notes(said)
    found: dict[tuple[str, str], tuple[dict[str, None], str]] = {}
    astray, left = 0, MOST
    for source in _all(root, "TextSource"):
        text = _content(source, parts)
        left -= len(text)
        if left < 0:  # one text may be said to be that of any number of sources
            raise NotRefiError("too_large")
        spans = notes.spans_in(text, source)
        for start, end, coding in _codings(source):
            code = next((named.get(_target(one), "") for one in coding if local(one.tag) == "CodeRef"), "")
            on = [note for note, first, last in spans if first < end and start < last]
            astray += not (on and code)
            memo = next((memos.get(_target(one), "") for one in coding if local(one.tag) == "NoteRef"), "")
            for note in on if code else ():
                of, told = found.get((note, coder := users.get(coding.get("creatingUser", ""), "")), ({}, ""))
                found[note, coder] = ({**of, code: None}, told or memo)
    placed = (Placed(note, coder, tuple(of), memo) for (note, coder), (of, memo) in found.items())
    return Project(codes, tuple(placed), astray)


def _parts(data: bytes) -> Mapping[str, bytes]:
    """The project and its texts, by names in small letters. Raises `NotRefiError`."""
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name, one in _wanted(archive):
                found[_PROJECT if name.endswith(".qde") else name] = archive.read(one)
    except NotRefiError:
        raise
    except _BROKEN:
        raise NotRefiError("no_zip") from None
    if _PROJECT not in found:
        raise NotRefiError("lacking", _PROJECT)
    return found


def _wanted(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """What is read of an archive, whatever else lies in it and wherever it says to lie. Raises `NotRefiError`."""
    left = MOST
    for one in archive.infolist():
        name = one.filename.replace("\\", "/").rpartition("/")[2].lower()
        if name.endswith((".qde", ".txt")):
            left -= one.file_size
            if left < 0 or one.compress_type not in _PACKED:
                raise NotRefiError("too_large" if left < 0 else "packed")
            yield name, one


def _all(root: ET.Element, tag: str) -> Iterator[ET.Element]:
    return (one for one in root.iter() if local(one.tag) == tag)


def _target(element: ET.Element) -> str:
    return clean_line(element.get("targetGUID") or "")


def _content(element: ET.Element, parts: Mapping[str, bytes]) -> str:
    """The text of a source or a memo: in the file itself, or in one beside it. Places are counted without the mark before it."""
    inside = next((one.text or "" for one in element if local(one.tag) == "PlainTextContent"), "")
    path = element.get("plainTextPath") or ""
    if inside or not path.startswith(_INTERNAL):
        return inside
    name = path.removeprefix(_INTERNAL).rpartition("/")[2].lower()
    return parts.get(name, b"").decode("utf-8", errors="replace").removeprefix(_BOM)


def _codings(source: ET.Element) -> Iterator[tuple[int, int, ET.Element]]:
    """The codings of a source, each with where it begins and ends; one of the whole source lies on all of it."""
    for one in source:
        if local(one.tag) == "Coding":
            yield 0, MOST, one
        elif local(one.tag) == "PlainTextSelection":
            try:
                start, end = int(one.get("startPosition", "")), int(one.get("endPosition", ""))
            except ValueError:
                start = end = -1
            yield from ((start, end, coding) for coding in one if local(coding.tag) == "Coding")


class _Notes:
    """Our notes, to be found in texts: by the discussion that a source is, else by their words where no two say the same."""

    def __init__(self, said: Iterable[Said]) -> None:
        self._of: dict[str, list[Said]] = {}
        self._called: dict[str, str] = {}
        self._saying: dict[str, list[Said]] = {}
        for one in said:
            discussion = one.discussion
            self._of.setdefault(guid("discussion", discussion.id), []).append(one)
            self._called[f"{discussion.date.isoformat()} {discussion.name}"] = guid(
                "discussion", discussion.id
            )
            self._saying.setdefault(one.text.strip(), []).append(one)

    def spans_in(self, text: str, source: ET.Element) -> Sequence[tuple[str, int, int]]:
        """The notes that stand in a source, each with where it begins and ends."""
        own = clean_line(source.get("guid") or "").upper()
        called = self._called.get((source.get("name") or "").removesuffix(".txt"), "")
        notes = self._of.get(own) or self._of.get(called)
        return _in_order(notes, text) if notes else list(self._by_words(text))

    def _by_words(self, text: str) -> Iterator[tuple[str, int, int]]:
        at = 0
        for line in text.splitlines(keepends=True):
            same = self._saying.get(line.strip(), [])
            if len(same) == 1:
                yield same[0].id, at, at + len(line.rstrip())
            at += len(line)


def _in_order(notes: Sequence[Said], text: str) -> list[tuple[str, int, int]]:
    """Notes where they stand in a text, the first as they were written out; two that say the same stand one after the other."""
    found: list[tuple[str, int, int]] = []
    at = 0
    for note in sorted(notes, key=lambda one: (one.question, one.id)):
        for said in (note.text, note.text.replace("\n", "\r\n"), note.text.replace("\n", "\r")):
            place = text.find(said, at)
            place = place if place >= 0 else text.find(said)
            if place >= 0:
                found.append((note.id, place, place + len(said)))
                at = place + len(said)
                break
    return found
