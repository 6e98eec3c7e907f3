"""Whether a picture can stand as a logo in every format: one that is whole, draws itself alone, and is no larger than a logo.

What sets documents refuses a picture that is cut short, leads to another file or has no end of parts, and then there is no document at
all. So a logo is judged here, by whoever reads the file that names it: for checking that file, and before a document is made.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, Literal
from xml.parsers.expat import ExpatError, ParserCreate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Fault = Literal[
    "", "no_logo", "logo_cut", "logo_size", "logo_letters", "logo_xml", "logo_links", "logo_parts"
]
"""What is wrong with a picture, as a field of `texts/*/look.py`; empty where nothing is."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|svg)", re.IGNORECASE)
_SPACE = "http://www.w3.org/2000/svg"
_MOST_PIXELS, _SMALLEST, _LARGEST = 50_000_000, 1e-3, 1e6
"""Of a picture in all, and the sides of a drawing, in its own units."""
_WIDEST = 11.8
"""So many times as wide as high it fills a page; and no higher than it is wide as many times."""
_MOST_PARTS, _DEEPEST = 20_000, 200
"""Elements of a drawing, those that are drawn again each time counted, and how deep they may lie in each other."""
_WITHIN = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp);", re.IGNORECASE)
_LED_TO = re.compile(r"url\(\s*['\"]?\s*([^)'\"]*)|@import\s*(.*)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9.]+(?:e[+-]?\d+)?)\s*([a-z]{2}|%)?\s*", re.IGNORECASE)
_COLOUR_BYTES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Values a pixel by the sort of colour that a PNG has."""


def kind_of(data: bytes) -> str:
    """`png` or `svg`, by how the picture begins; empty for anything else."""
    return "png" if data.startswith(_PNG) else "svg" if _SVG.match(data) else ""


def fault_of(data: bytes) -> Fault:
    """What keeps a picture from being a logo; empty where it can be set by everything that we set documents with."""
    kind = kind_of(data)
    if kind == "png":
        return _fault_of_png(data)
    return _Drawing(data).fault() if kind else "no_logo"


def _fault_of_png(data: bytes) -> Fault:
    parts: dict[bytes, bytes] = {}
    for name, part in _chunks(data):
        parts[name] = parts.get(name, b"") + part
    head = parts.get(b"IHDR", b"")
    if b"IEND" not in parts or len(head) != struct.calcsize(">IIBBBBB"):
        return "logo_cut"
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if not (0 < width * height <= _MOST_PIXELS and max(width, height) <= _WIDEST * min(width, height)):
        return "logo_size"
    if colour not in _COLOUR_BYTES:
        return "logo_cut"
    row = 1 + (width * depth * _COLOUR_BYTES[colour] + 7) // 8
    wanted = width * height * depth * _COLOUR_BYTES[colour] // 8 if interlaced else row * height
    unpacked = zlib.decompressobj()
    try:
        return "" if len(unpacked.decompress(parts.get(b"IDAT", b""), wanted + 1)) >= wanted else "logo_cut"
    except zlib.error:
        return "logo_cut"


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG up to the first that is not whole."""
    place = len(_PNG)
    while place + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        name, part = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        told = data[place + 8 + length : place + 12 + length]
        if told != struct.pack(">I", zlib.crc32(name + part)):
            return
        yield name, part
        place += 12 + length


class _Drawing:
    """Reads an SVG once, and says what is wrong with it; nothing that it names is fetched."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[str] = []
        self._ids: list[list[str]] = []
        self._parts = 0
        self._own: dict[str, int] = {}
        self._again: dict[str, list[str]] = {"": []}

    def fault(self) -> Fault:
        try:
            self._data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return "logo_letters"
        parser = ParserCreate("utf-8", " ")
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.EntityDeclHandler = lambda *_told: _found("logo_xml")
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(self._data, True)  # noqa: FBT003 - as expat has it
        except ExpatError:
            return "logo_xml"
        except _FoundError as found:
            return found.fault
        return "logo_parts" if self._drawn() > _MOST_PARTS else ""

    def _begin(self, name: str, told: Mapping[str, str]) -> None:
        if not self._open and name != f"{_SPACE} svg":
            _found("logo_xml")
        if not self._open and not _has_size(told):
            _found("logo_size")
        self._open.append(name)
        self._parts += 1
        if self._parts > _MOST_PARTS or len(self._open) > _DEEPEST:
            _found("logo_parts")
        local = name.rpartition(" ")[2]
        for key, value in told.items():
            led = (
                key.rpartition(" ")[2] in {"href", "src"}
                and local != "a"
                and not _WITHIN.match(value.strip())
            )
            if led or _leads_out(value):
                _found("logo_links")
        self._ids.append([*(self._ids[-1] if self._ids else [""]), *filter(None, (told.get("id"),))])
        for one in self._ids[-1]:
            self._own[one] = self._own.get(one, 0) + 1
            if local == "use":
                target = next((value for key, value in told.items() if key.rpartition(" ")[2] == "href"), "")
                self._again.setdefault(one, []).append(target.strip().removeprefix("#"))

    def _end(self, _name: str) -> None:
        self._open.pop()
        self._ids.pop()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1].endswith(" style") and _leads_out(text):
            _found("logo_links")

    def _drawn(self) -> int:
        """How many elements are drawn, those that are used again each time that they are."""
        counted: dict[str, int] = {}

        def count(one: str) -> int:
            if one not in counted:
                counted[one] = _MOST_PARTS + 1  # what uses itself has no end
                whole = self._own.get(one, 0)
                for again in self._again.get(one, ()):
                    whole = min(whole + count(again), _MOST_PARTS + 1)
                counted[one] = whole
            return counted[one]

        return count("")


class _FoundError(Exception):
    """Enough is known."""

    def __init__(self, fault: Fault) -> None:
        self.fault: Fault = fault


def _found(fault: Fault) -> None:
    raise _FoundError(fault)


def _leads_out(text: str) -> bool:
    return any(not _WITHIN.match((found[1] or found[2] or "").strip()) for found in _LED_TO.finditer(text))


def _has_size(told: Mapping[str, str]) -> bool:
    """Whether a drawing's box and sides are such as a logo can have; where it has none they are those of what is drawn."""
    box = re.split(r"[\s,]+", told["viewBox"].strip())[2:] if "viewBox" in told else []
    sides = [told[one] for one in ("width", "height") if one in told]
    return all(not pair or _is_size(pair) for pair in (box, sides))


def _is_size(sides: Sequence[str]) -> bool:
    lengths = [_LENGTH.fullmatch(one) for one in sides]
    numbers = [float(found[1]) for found in lengths if found]
    if len(numbers) != len(sides) or not all(_SMALLEST < one < _LARGEST for one in numbers):
        return False
    return max(numbers) <= _WIDEST * min(numbers) or len({found[2] for found in lengths if found}) > 1
