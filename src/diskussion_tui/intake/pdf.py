"""A PDF that comes back: what it is, before anything in it is believed.

The one that must not be taken for what it is not is the form that was cut off on its way. Viewers write answers behind the end of the
form: without its last bytes such a file is the blank form, whole and valid. So a PDF must end where it says it ends.

The library raises whatever a file makes it stumble over. All of that is one answer here, *broken*; what runs away is ended from
outside (`workers.py`).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from diskussion_tui.base.text import clean, clean_line
from diskussion_tui.intake.form import MAX_FIELD
from diskussion_tui.intake.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject

ATTACHED = "diskussion.toml"
"""How the discussion's own file is called in a report of ours."""
MAX_BYTES = 30 * 1024 * 1024
"""A form with photographs in it has less. Beyond it nothing is opened."""
_END = b"%%EOF"
_BLANKS = b"\x00\t\n\x0c\r "
_GOES_ON = re.compile(rb"\A\d|\d\s+\d+\s+obj\b|\bxref\b|\btrailer\b|\bstartxref\b")
"""What stands behind the last end where another part of the file begins."""
_FIRST = 1024
"""A PDF says so within its first bytes; before that may be what a mail program has put there."""
_FEW = 20
"""Letters on all pages: with fewer a page is a picture."""
_DEEP = 50
"""Names within names at most."""
_LOOKED_AT = 5
"""So many pages are looked at for text."""
_READ_AT_MOST = 100
"""So many pages of a guide are read."""
_SEARCHED_AT_MOST = 1000
"""Nobody looks for words in a PDF of more pages."""

Read = TypeVar("Read")


class Held(NamedTuple):
    """What a PDF holds that can be read: the fields of its form with their values, or the discussion's own file."""

    fields: Mapping[str, str]
    attached: bytes = b""


def held_in(data: bytes) -> Held | Outcome:
    """What a PDF holds, or the verdict that nothing can be read of it."""
    return _read_with(_held, data)


def lines_in(data: bytes) -> list[tuple[str, float]] | Outcome:
    """The lines of text on a PDF's pages, each with how large its letters are, or the verdict that there is nothing to read."""
    return _read_with(_lines, data)


def words_in(data: bytes) -> str | Outcome:
    """Every word of a PDF: on its pages, in its boxes and in the discussion's file that is in it; or the verdict that not all can be read."""
    return _read_with(_words, data)


def _read_with(read: Callable[[PdfReader], Read | Outcome], data: bytes) -> Read | Outcome:
    """What `read` makes of a PDF, or what is wrong with it."""
    if wrong := _wrong_with(data):
        return wrong
    try:
        opened = _opened(data[data.find(b"%PDF-") :])
        return opened if isinstance(opened, Outcome) else read(opened)
    except MemoryError:
        return Outcome("too_heavy", "memory")
    except Exception:  # noqa: BLE001 - the library raises whatever a broken file makes it stumble over
        return Outcome("broken", "pdf")


class Place(NamedTuple):
    """Where a field is: its name, the page from 1, how many from the top it is there, and what its maker tells of it."""

    name: str
    page: int
    number: int
    tip: str


def places_in(data: bytes) -> list[Place]:
    """The fields of a PDF that has been read already, in the order in which they stand on its pages; each once."""
    from pypdf import PdfReader

    found: dict[str, Place] = {}
    for number, page in enumerate(PdfReader(io.BytesIO(data[data.find(b"%PDF-") :]), strict=False).pages, 1):
        widgets = [one.get_object() for one in page.get("/Annots", ())]
        placed = [(_top(one), one) for one in widgets if one.get("/Subtype") == "/Widget"]
        for at, (_, widget) in enumerate(sorted(placed, key=lambda one: one[0]), 1):
            name = clean(_name(widget))
            found.setdefault(name, Place(name, number, at, clean_line(str(widget.get("/TU", "")))))
    return list(found.values())


def _top(widget: DictionaryObject) -> tuple[float, float]:
    left, low, _right, high = (float(one) for one in widget["/Rect"])  # type: ignore[union-attr] - four numbers
    return (-max(low, high), left)


def _name(widget: DictionaryObject) -> str:
    names: list[str] = []
    above: DictionaryObject | None = widget
    while above is not None and len(names) < _DEEP:
        names.append(str(above.get("/T", "")))
        above = above["/Parent"].get_object() if "/Parent" in above else None  # type: ignore[assignment] - a dictionary
    return ".".join(reversed([one for one in names if one]))


def _wrong_with(data: bytes) -> Outcome | None:
    """What is wrong with a PDF before it is opened."""
    if not data.strip(_BLANKS):
        return Outcome("broken", "empty")
    if len(data) > MAX_BYTES:
        return Outcome("too_large", "file")
    if data.find(b"%PDF-", 0, _FIRST) < 0:
        return Outcome("not_pdf")
    return Outcome("truncated") if is_cut(data) else None


def is_cut(data: bytes) -> bool:
    """Whether the end of a PDF is missing: it does not say that it ends, or another part of it begins behind the end."""
    before, end, behind = data.rpartition(_END)
    if not end or not before:
        return True
    rest = behind.strip(_BLANKS)
    return bool(rest and _GOES_ON.search(rest))


def _opened(data: bytes) -> PdfReader | Outcome:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        try:
            opened = reader.decrypt("")
        except DependencyError:
            return Outcome("locked", "library")
        if not opened:
            return Outcome("locked", "password")
    return reader


def _held(reader: PdfReader) -> Held | Outcome:
    if attached := _attached(reader):
        return Held({}, attached)
    fields = _fields(reader)
    if fields is None:
        return Outcome("too_large", "field")
    return Held(fields) if fields else _without_fields(reader)


def _lines(reader: PdfReader) -> list[tuple[str, float]] | Outcome:
    lines: list[tuple[str, float]] = []
    for page in reader.pages[:_READ_AT_MOST]:
        pieces: list[tuple[str, float]] = []

        def hear(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
            pieces.append((text, abs(size * (tm[3] or 1) * (cm[3] or 1))))  # noqa: B023 - heard before the next page

        page.extract_text(visitor_text=hear)
        lines += _by_lines(pieces)
        lines.append(("", 0.0))
    return lines if sum(len(text.strip()) for text, _ in lines) > _FEW else Outcome("scanned")


def _words(reader: PdfReader) -> str | Outcome:
    fields = _fields(reader)
    if fields is None or len(reader.pages) > _SEARCHED_AT_MOST:
        return Outcome("too_large")
    pages = [page.extract_text() for page in reader.pages]
    if any(
        len(text.strip()) <= _FEW and len(page.images) for text, page in zip(pages, reader.pages, strict=True)
    ):
        return Outcome("scanned")
    return "\n".join((*pages, *fields.values(), _attached(reader).decode(errors="replace")))


def _by_lines(pieces: Iterable[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Pieces of text as the lines that they stand on, each as large as its largest letters."""
    line, largest = "", 0.0
    for text, size in pieces:
        first, *others = text.split("\n")
        line, largest = line + first, max(largest, size if first.strip() else 0.0)
        for other in others:
            yield line, largest
            line, largest = other, size if other.strip() else 0.0
    yield line, largest


def _attached(reader: PdfReader) -> bytes:
    for name in reader.attachments:
        if name == ATTACHED:
            return reader.attachments[name][0]
    return b""


def _fields(reader: PdfReader) -> dict[str, str] | None:
    """Every field by its whole name, with its value as text; None where one holds more than any answer."""
    found = {}
    for name, field in (reader.get_fields() or {}).items():
        if "/FT" not in field:
            continue  # a node of the tree of names
        value = _text(field.get("/V"))
        if field["/FT"] == "/Btn":  # some write the name of what is chosen as a text
            value = value.removeprefix("/")
        if len(value) > MAX_FIELD:
            return None
        found[clean(name)] = value
    return found


def _text(value: object) -> str:
    """A value as text: a string, or the name of what is chosen."""
    from pypdf.generic import ByteStringObject, NameObject, StreamObject

    if value is None:
        return ""
    if isinstance(value, NameObject):
        return str(value).removeprefix("/")
    if isinstance(value, StreamObject):
        return value.get_data().decode("utf-8", errors="replace")
    if isinstance(value, ByteStringObject):
        return bytes(value).decode("utf-8", errors="replace")
    return str(value)


def _without_fields(reader: PdfReader) -> Outcome:
    """A PDF without a form: a report without its data, a form whose boxes were flattened, or pictures of one."""
    seen = ""
    for page in reader.pages[:_LOOKED_AT]:
        seen += page.extract_text()
        if len(seen.strip()) > _FEW:
            break
    if len(seen.strip()) <= _FEW:
        return Outcome("scanned")
    subject = str((reader.metadata or {}).get("/Subject", ""))
    return Outcome("no_data" if "diskussion" in subject.casefold() else "flattened")
