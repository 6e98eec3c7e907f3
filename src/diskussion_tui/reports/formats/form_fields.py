"""The links of a form that typst has set, made into fields: text of one line or several, and one answer of some."""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.workbook.form import IDENTITY
from diskussion_tui.reports.formats.signs import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

    from diskussion_tui.reports.form import Form

LINK = "fill:"
"""How the address of a link begins that is the place of a field; its number follows."""
_SIZE, _LEADING, _PAD = 10.0, 13.0, 4.0
"""Points: of the letters in a box, from line to line, and to the edge of the box."""
_INK = "0.106 0.141 0.188 rg"
_READ_ONLY, _SEVERAL, _ONE_OF = 1, 1 << 12, 1 << 15
_HIDDEN, _PRINTED = 2, 4
_CODES = range(32, 256)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, what is told of it, and what is in it. Of those of one name each is an `option`, told of by its `option_tip`."""

    name: str
    tip: str
    value: str
    option: str = ""
    option_tip: str = ""
    several: bool = False


def with_fields(data: bytes, fields: list[Field], form: Form) -> bytes:
    """The PDF with its links as fields."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    made = _Making(writer)
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            address = reference.get_object().get("/A", {}).get("/URI", "")
            if address.startswith(LINK):
                made.field(reference, fields[int(address.removeprefix(LINK))])
    made.identity(form.identity, form.hidden)
    made.finish()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class _Making:
    """The fields of a PDF in the making: a tree of names, and what all of them are drawn with."""

    def __init__(self, writer: PdfWriter) -> None:
        from pypdf.generic import ArrayObject

        self._writer = writer
        self._font = writer._add_object(_font(writer))  # noqa: SLF001 - the library has no other way to add one
        self._roots = ArrayObject()
        self._nodes: dict[str, tuple[IndirectObject, Any]] = {}
        self._elements = dict(_elements(writer))

    def field(self, reference: IndirectObject, field: Field) -> None:
        """Make a link the field, or the option of it, that belongs in its place."""
        link: Any = reference.get_object()
        for key in ("/A", "/Border", "/Contents"):
            link.pop(key, None)
        link.update(_pdf({"/Subtype": "/Widget", "/F": _PRINTED}))
        self._told_as_form(link)
        if field.option:
            self._option(reference, link, field)
        else:
            self._text(reference, link, field)

    def identity(self, text: str, tip: str) -> None:
        """The field that says which workbook the form is of. Nobody sees it."""
        from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

        page = self._writer.pages[0]
        widget = DictionaryObject(
            _pdf({"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx", "/F": _HIDDEN, "/Ff": _READ_ONLY})
        )
        widget[NameObject("/Rect")] = ArrayObject([FloatObject(0)] * 4)
        widget[NameObject("/TU")], widget[NameObject("/V")] = TextStringObject(tip), TextStringObject(text)
        reference = self._writer._add_object(widget)  # noqa: SLF001 - as above
        page["/Annots"].append(reference)  # type: ignore[union-attr] - an array, as the first page has boxes
        self._placed(IDENTITY, reference, widget)

    def finish(self) -> None:
        """Tell the document of its fields."""
        from pypdf.generic import DictionaryObject, NameObject, TextStringObject

        form = DictionaryObject()
        fonts = DictionaryObject({NameObject("/Inter"): self._font})
        form[NameObject("/Fields")] = self._roots
        form[NameObject("/DR")] = DictionaryObject({NameObject("/Font"): fonts})
        form[NameObject("/DA")] = TextStringObject(_drawn_with())
        self._writer._root_object[NameObject("/AcroForm")] = self._writer._add_object(form)  # noqa: SLF001 - as above

    def _told_as_form(self, link: DictionaryObject) -> None:
        """A screen reader is told of a field of a form, not of a link."""
        from pypdf.generic import NameObject

        element = self._elements[int(link["/StructParent"])]  # type: ignore[arg-type] - a number
        element[NameObject("/S")] = NameObject("/Form")

    def _text(self, reference: IndirectObject, widget: DictionaryObject, field: Field) -> None:
        from pypdf.generic import DictionaryObject, NameObject, TextStringObject

        widget.update(_pdf({"/FT": "/Tx", "/Ff": _SEVERAL if field.several else 0}))
        widget[NameObject("/TU")] = TextStringObject(field.tip)
        widget[NameObject("/DA")] = TextStringObject(_drawn_with())
        widget[NameObject("/BS")] = DictionaryObject(_pdf({"/W": 2, "/S": "/S"}))
        widget[NameObject("/V")] = TextStringObject(field.value)
        wide, high = _size(widget)
        stream = self._stream(_lettered(field, wide, high), wide, high)
        widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): stream})
        self._placed(field.name, reference, widget)

    def _option(self, reference: IndirectObject, widget: DictionaryObject, field: Field) -> None:
        from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

        if field.name not in self._nodes:
            group = DictionaryObject(_pdf({"/FT": "/Btn", "/Ff": _ONE_OF, "/V": f"/{field.value or 'Off'}"}))
            group[NameObject("/TU")] = TextStringObject(field.tip)
            group[NameObject("/Kids")] = ArrayObject()
            self._placed(field.name, self._writer._add_object(group), group)  # noqa: SLF001 - as above
        above, group = self._nodes[field.name]
        group["/Kids"].append(reference)
        widget[NameObject("/Parent")] = above
        widget[NameObject("/TU")] = TextStringObject(field.option_tip)
        widget[NameObject("/AS")] = NameObject(f"/{field.option if field.option == field.value else 'Off'}")
        wide, high = _size(widget)
        states = {
            f"/{field.option}": self._stream(_dotted(wide, high), wide, high),
            "/Off": self._stream("", wide, high),
        }
        shown = DictionaryObject({NameObject(name): stream for name, stream in states.items()})
        widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): shown})
        widget[NameObject("/MK")] = DictionaryObject({NameObject("/CA"): TextStringObject("l")})

    def _placed(self, name: str, reference: IndirectObject, field: DictionaryObject) -> None:
        """Hang a field into the tree of names: `A.2.notes` is `notes` below `2` below `A`."""
        from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

        path, kids, above = name.split("."), self._roots, None
        for deep in range(1, len(path)):
            known = ".".join(path[:deep])
            if known not in self._nodes:
                node = DictionaryObject({NameObject("/T"): TextStringObject(path[deep - 1])})
                node[NameObject("/Kids")] = ArrayObject()
                if above is not None:
                    node[NameObject("/Parent")] = above
                self._nodes[known] = (self._writer._add_object(node), node)  # noqa: SLF001 - as above
                kids.append(self._nodes[known][0])
            above, node = self._nodes[known]
            kids = node["/Kids"]
        field[NameObject("/T")] = TextStringObject(path[-1])
        if above is not None:
            field[NameObject("/Parent")] = above
        kids.append(reference)
        self._nodes[name] = (reference, field)

    def _stream(self, content: str, wide: float, high: float) -> IndirectObject:
        """What is drawn where a field is, as long as nobody has filled it in otherwise."""
        from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

        stream = DecodedStreamObject()
        stream.set_data(content.encode("cp1252"))
        stream.update(_pdf({"/Type": "/XObject", "/Subtype": "/Form"}))
        stream[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, round(wide, 3), round(high, 3))))
        fonts = DictionaryObject({NameObject("/Inter"): self._font})
        stream[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        return self._writer._add_object(stream)  # noqa: SLF001 - as above


def _elements(writer: PdfWriter) -> Iterator[tuple[int, DictionaryObject]]:
    """The elements of the structure that annotations belong to, by the number that each of these has."""
    numbers = writer._root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index] # noqa: SLF001 - as above
    for number, element in zip(numbers[::2], numbers[1::2], strict=True):
        found = element.get_object()
        if hasattr(found, "keys"):
            yield int(number), found


def _pdf(values: dict[str, str | int]) -> dict[Any, Any]:
    """Names and numbers as PDF has them."""
    from pypdf.generic import NameObject, NumberObject

    return {
        NameObject(key): NumberObject(value) if isinstance(value, int) else NameObject(value)
        for key, value in values.items()
    }


def _size(widget: DictionaryObject) -> tuple[float, float]:
    left, low, right, top = (float(one) for one in widget["/Rect"])  # type: ignore[union-attr] - four numbers
    return right - left, top - low


# ---- what is drawn -------------------------------------------------------------------------------------------------


def _drawn_with() -> str:
    return f"/Inter {_SIZE:g} Tf {_INK}"


def _lettered(field: Field, wide: float, high: float) -> str:
    """What is drawn in a box of text. The letters that the font of forms lacks stand as their codes until somebody types there."""
    rows = _wrapped(field.value, wide - 2 * _PAD) if field.several else [field.value]
    first = high - _PAD - _SIZE if field.several else (high - _SIZE) / 2 + 1.5
    written = "".join(
        f"1 0 0 1 {_PAD:g} {first - number * _LEADING:.2f} Tm ({_guarded(_plain(row))}) Tj\n"
        for number, row in enumerate(rows)
        if row
    )
    edge = f"1 1 {wide - 2:.2f} {high - 2:.2f} re W n"
    return f"/Tx BMC\nq\n{edge}\nBT\n{_drawn_with()}\n{written}ET\nQ\nEMC\n" if written else "/Tx BMC\nEMC\n"


def _dotted(wide: float, high: float) -> str:
    """A dot in the middle of a circle: four curves."""
    x, y, r = wide / 2, high / 2, min(wide, high) / 4
    k = r * 0.5523
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    drawn_curves = "\n".join(f"{' '.join(f'{one:.2f}' for one in curve)} c" for curve in curves)
    return f"q\n{_INK}\n{x + r:.2f} {y:.2f} m\n{drawn_curves}\nf\nQ\n"


def _wrapped(text: str, wide: float) -> list[str]:
    """A text in rows that are no wider than a box."""
    rows = []
    for line in text.split("\n"):
        row = ""
        for word in line.split(" "):
            longer = f"{row} {word}" if row else word
            if row and _width(longer) > wide:
                rows.append(row)
                longer = word
            row = longer
        rows.append(row)
    return rows


def _width(text: str) -> float:
    widths = _measures().widths
    return (
        sum(widths[code - _CODES.start] for code in _plain(text).encode("cp1252") if code in _CODES)
        * _SIZE
        / 1000
    )


def _plain(text: str) -> str:
    """A text in the letters that the font of forms has."""
    return "".join(
        sign if _has(sign) else drawn(sign).text if sign.isspace() else f"[U+{ord(sign):04X}]"
        for sign in text
    )


def _has(sign: str) -> bool:
    try:
        return sign.isprintable() and bool(sign.encode("cp1252"))
    except UnicodeEncodeError:
        return False


def _guarded(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


# ---- the font ------------------------------------------------------------------------------------------------------


class _Measures(NamedTuple):
    """What a PDF says of a font, in thousandths of its size: how far its letters reach, and how wide each is."""

    about: tuple[int, ...]
    widths: tuple[int, ...]


@cache
def _measures() -> _Measures:
    rows = (files("diskussion_tui.reports.formats") / "form_font" / "widths.txt").read_text(encoding="ascii")
    about, widths = (tuple(map(int, row.split())) for row in rows.splitlines())
    return _Measures(about, widths)


def _font(writer: PdfWriter) -> DictionaryObject:
    """The font of forms, whole, so that what is typed looks as what is printed, wherever it is opened."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

    measures = _measures()
    left, low, right, top, ascent, descent = measures.about
    program: StreamObject = DecodedStreamObject()
    data = (files("diskussion_tui.reports.formats") / "form_font" / "Inter.ttf").read_bytes()
    program.set_data(data)
    program[NameObject("/Length1")] = NumberObject(len(data))
    about = DictionaryObject(
        _pdf(
            {
                "/Type": "/FontDescriptor",
                "/FontName": "/Inter-Regular",
                "/Flags": 32,
                "/ItalicAngle": 0,
                "/Ascent": ascent,
                "/Descent": descent,
                "/CapHeight": 727,
                "/StemV": 80,
            }
        )
    )
    about[NameObject("/FontBBox")] = ArrayObject(map(NumberObject, (left, low, right, top)))
    about[NameObject("/FontFile2")] = writer._add_object(program.flate_encode())  # noqa: SLF001 - as above
    font = DictionaryObject(
        _pdf(
            {
                "/Type": "/Font",
                "/Subtype": "/TrueType",
                "/BaseFont": "/Inter-Regular",
                "/Encoding": "/WinAnsiEncoding",
                "/FirstChar": _CODES.start,
                "/LastChar": _CODES.stop - 1,
            }
        )
    )
    font[NameObject("/Widths")] = ArrayObject(map(NumberObject, measures.widths))
    font[NameObject("/FontDescriptor")] = writer._add_object(about)  # noqa: SLF001 - as above
    return font
