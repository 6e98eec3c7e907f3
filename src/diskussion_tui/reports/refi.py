"""REFI-QDA: a code book (`.qdc`) and a project (`.qdpx`) as the programs of this field exchange them, written and read.

The standard is XML with a published schema (urn:QDA-XML:codebook:1.0 and urn:QDA-XML:project:1.0, qdasoftware.org). It is written with
the standard library: the libraries for it on the package index are young, or bring more than the format needs. One that we did not
write opens what is written here in the tests, which hold every code, note and coding against what was put in.

A discussion becomes a source, its notes the paragraphs of its text, a decision a coding of the note's paragraph by its coder. Ids are
made from ours, so that the same coding gives the same bytes. How a project is read stands in `refi_project.py`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import deque
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET
from xml.parsers import expat

from diskussion_tui.base.look import OURS
from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.codebook import MOST_THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diskussion_tui.domain.analysis.codebook import CodeBook, Theme
    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.analysis.said import Said

CODEBOOK, PROJECT = "urn:QDA-XML:codebook:1.0", "urn:QDA-XML:project:1.0"
ORIGIN = "diskussion-tui"
MOST = 50_000_000
"""No code book and no part of a project has more bytes."""
_OURS = UUID("6f1c2a52-5d0e-4b0e-9a7d-0d15c0551011")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEEP = 64
"""Elements within each other: more than any code book has, and than a parser takes long for."""
_COLOURS = {
    "warm": OURS.kinds[0].upper(),
    "cool": OURS.kinds[1].upper(),
    "fresh": OURS.kinds[2].upper(),
    "accent": "#3F51B5",
    "lead": "#6A1B9A",
    "bright": "#8A5A00",
}
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of every part of the archive: the same coding gives the same bytes."""


class NotRefiError(ValueError):
    """What was to be read is no code book. `why` is a code of `not_read` in `texts/*/coding.py`, `detail` what it has a blank for."""

    def __init__(self, why: str, detail: str = "") -> None:
        self.why, self.detail = why, detail
        super().__init__(f"{why} {detail}".rstrip())


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a code book that was read: its name, what is said of it, and the name of the one above it."""

    id: str
    name: str
    description: str = ""
    parent: str = ""


def guid(*parts: str) -> str:
    """The id of something in the file."""
    return str(uuid5(_OURS, "|".join(parts))).upper()


# ---- out -------------------------------------------------------------------------------------------------------------


def codebook(book: CodeBook) -> bytes:
    """A code book as `.qdc`. An empty one is no valid file: the schema asks for a code."""
    root = ET.Element("CodeBook", {"xmlns": CODEBOOK, "origin": ORIGIN})
    _codes(ET.SubElement(root, "Codes"), book)
    return _bytes(root)


def project(name: str, said: Iterable[Said], coding: Coding) -> bytes:
    """A whole project as `.qdpx`: the discussions' notes, the code book, every coder's decisions and memos."""
    users = {coder: guid("user", coder) for by in coding.decided.values() for coder in by}
    root = ET.Element("Project", {"xmlns": PROJECT, "name": _text(name), "origin": ORIGIN})
    if users:
        of = ET.SubElement(root, "Users")
        for coder, user in sorted(users.items()):
            ET.SubElement(of, "User", {"guid": user, "name": _text(coder)})
    if coding.book.themes:
        _codes(ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes"), coding.book)
    files: dict[str, bytes] = {}
    memos: list[ET.Element] = []
    sources = ET.Element("Sources")
    for discussion in _by_discussion(said):
        _source(sources, discussion, coding, users, files, memos)
    if len(sources):
        root.append(sources)
    if memos:
        ET.SubElement(root, "Notes").extend(memos)
    return _packed({"project.qde": _bytes(root), **files})


def _codes(codes: ET.Element, book: CodeBook) -> None:
    at: dict[int, ET.Element] = {-1: codes}
    for depth, theme in book.tree():
        at[depth] = _code(at[depth - 1], theme)


def _code(above: ET.Element, theme: Theme) -> ET.Element:
    values = {"guid": guid("theme", theme.id), "name": _text(theme.name), "isCodable": "true"}
    if theme.tone in _COLOURS:
        values["color"] = _COLOURS[theme.tone]
    element = ET.SubElement(above, "Code", values)
    told = "\n".join(filter(None, (theme.when, theme.unless and f"– {theme.unless}")))
    if told:
        ET.SubElement(element, "Description").text = _text(told)
    return element


def _by_discussion(said: Iterable[Said]) -> list[list[Said]]:
    found: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        found.setdefault((one.discussion.date.isoformat(), one.discussion.id), []).append(one)
    return [sorted(found[key], key=lambda one: (one.question, one.id)) for key in sorted(found)]


def _source(
    sources: ET.Element,
    notes: Sequence[Said],
    coding: Coding,
    users: Mapping[str, str],
    files: dict[str, bytes],
    memos: list[ET.Element],
) -> None:
    discussion = notes[0].discussion
    own = guid("discussion", discussion.id)
    name = f"{discussion.date.isoformat()} {discussion.name}"
    values = {"guid": own, "name": _text(name), "plainTextPath": f"internal://{own}.txt"}
    source = ET.SubElement(sources, "TextSource", values)
    text = ""
    for note in notes:
        said = _text(note.text)
        place = {"startPosition": str(len(text)), "endPosition": str(len(text) + len(said))}
        selection = ET.SubElement(
            source,
            "PlainTextSelection",
            {
                "guid": guid("note", discussion.id, note.id),
                "name": _text(f"{note.question} {note.kind}".strip()),
                **place,
            },
        )
        _codings(selection, note, coding, users, memos)
        text += f"{said}\n"
    files[f"sources/{own}.txt"] = text.encode()


def _codings(
    selection: ET.Element, note: Said, coding: Coding, users: Mapping[str, str], memos: list[ET.Element]
) -> None:
    for coder, one in sorted(coding.decided.get(note.id, {}).items()):
        memo = guid("memo", one.id) if one.memo else ""
        for theme in coding.themes_in(one) or ():
            values = {
                "guid": guid("coding", one.id, theme),
                "creatingUser": users[coder],
                "creationDateTime": one.at.isoformat(timespec="seconds"),
            }
            made = ET.SubElement(selection, "Coding", values)
            ET.SubElement(made, "CodeRef", {"targetGUID": guid("theme", theme)})
            if memo:
                ET.SubElement(made, "NoteRef", {"targetGUID": memo})
        if memo and coding.themes_in(one):
            told = ET.Element("Note", {"guid": memo, "name": "Memo", "creatingUser": users[coder]})
            ET.SubElement(told, "PlainTextContent").text = _text(one.memo)
            memos.append(told)


def _text(text: str) -> str:
    """A text as XML can hold it."""
    return _NOT_XML.sub("\ufffd", text)


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    found: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return found + b"\n"


def _packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


# ---- in --------------------------------------------------------------------------------------------------------------


def codes_in(data: bytes) -> tuple[Code, ...]:
    """The codes of a `.qdc`, each before those under it. Raises `NotRefiError`."""
    return codes_under(root_of(data, "CodeBook"))


def root_of(data: bytes, wanted: str) -> ET.Element:
    """What a file is about. Raises `NotRefiError` where that is not what is wanted; nothing outside the file is ever looked up."""
    if len(data) > MOST:
        raise NotRefiError("too_large")
    _look_over(data)
    try:
        root = ET.fromstring(data)  # noqa: S314 - no entities: a file that declares any has been refused
    except ET.ParseError as error:
        raise NotRefiError("no_xml", str(error.position[0])) from None
    if local(root.tag) != wanted:
        raise NotRefiError("another", clean_line(local(root.tag)))
    return root


def codes_under(book: ET.Element) -> tuple[Code, ...]:
    """The codes of a code book, each before those under it."""
    found: list[Code] = []
    waiting = deque((one, "") for of in book if local(of.tag) == "Codes" for one in of)
    while waiting:
        element, parent = waiting.popleft()
        name = clean_line(element.get("name") or "")
        if local(element.tag) != "Code":
            continue
        if name:
            told = next((one.text or "" for one in element if local(one.tag) == "Description"), "")
            found.append(Code(clean_line(element.get("guid") or ""), name, clean_note(told), parent))
            if len(found) > MOST_THEMES:
                raise NotRefiError("too_many", str(MOST_THEMES))
        waiting += [(one, name or parent) for one in element if local(one.tag) == "Code"]
    return tuple(found)


def _look_over(data: bytes) -> None:
    """Raise `NotRefiError` for what declares a document type, in whatever letters, or is deeper than any code book: before a tree is made."""
    depth = 0

    def begins(_name: str, _values: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEP:
            raise NotRefiError("too_deep", str(_DEEP))

    def ends(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_said: object) -> None:
        raise NotRefiError("doctype")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begins, ends
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no name: this is all of it
    except expat.ExpatError as error:
        raise NotRefiError("no_xml", str(error.lineno)) from None


def local(tag: str) -> str:
    """What an element is called, whatever namespace it is in."""
    return tag.rpartition("}")[2]
