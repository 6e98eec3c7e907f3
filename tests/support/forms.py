"""Forms filled in as others do it, and files that come back as they should not."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.intake.reading import read_file
from diskussion_tui.intake.setting import Setting
from diskussion_tui.reports.form import form
from diskussion_tui.reports.formats.form_pdf import form_pdf
from diskussion_tui.store.files.codec import read
from diskussion_tui.texts import words
from tests.support.builders import NOON, small_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.intake.verdict import Outcome

ANSWERS = {
    "diskussion.name": "Ekerö",
    "diskussion.date": "2026-11-19",
    "A.1.verdict": "/ja",
    "A.1.notes": "Ja, men glesare",
    "A.2.kind.bort": "Fax\nDubbla remisser",
}


@cache
def blank(workbook: Workbook | None = None) -> bytes:
    """The form of a workbook, of the small one unless another is given."""
    return form_pdf(form(workbook or small_workbook(), words("sv")))


def filled(values: Mapping[str, str], data: bytes | None = None) -> bytes:
    """A form filled in by pypdf."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data or blank())))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=False)
    return written(writer)


def saved_in_a_viewer(values: Mapping[str, str]) -> bytes:
    """A form as viewers save it: the blank one, and behind its end the answers."""
    writer = pypdf.PdfWriter(io.BytesIO(blank()), incremental=True)
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=False)
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def setting(workbook: Workbook | None = None, **more: object) -> Setting:
    """What files are read with in tests."""
    return Setting(workbook or small_workbook(), NOON, **more)  # type: ignore[arg-type] - as given


def outcome(data: bytes, name: str = "Samtal_Ekerö_2026-11-19.pdf", **more: object) -> Outcome:
    """What reading a file gives, in this process."""
    return read_file(name, data, setting(**more))  # type: ignore[arg-type] - as given


def told(data: bytes, name: str = "Samtal_Ekerö_2026-11-19.pdf", **more: object) -> Session:
    """The discussion that a file tells."""
    found = outcome(data, name, **more)
    assert found.told, found
    content = read(found.told.data)
    assert not content.faults
    return session_of(content.versions, content.frame)


def said(session: Session) -> list[tuple[str, str, str]]:
    """What was said: question, kind and text of each note, in order."""
    return [(note.question, note.kind, note.text) for note in session.notes()]


def others_form(names: list[str], values: Mapping[str, str]) -> bytes:
    """A form that somebody else made: fields below each other, with names that say nothing."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    fields, annots = ArrayObject(), ArrayObject()
    for place, name in enumerate(names):
        top = 800 - place * 40
        widget = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Tx"),
                NameObject("/T"): TextStringObject(name),
                NameObject("/V"): TextStringObject(values.get(name, "")),
                NameObject("/Rect"): ArrayObject(map(FloatObject, (50, top - 30, 500, top))),
            }
        )
        reference = writer._add_object(widget)
        fields.append(reference)
        annots.append(reference)
    page[NameObject("/Annots")] = annots
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})
    return written(writer)


def plain_pdf(text: str = "") -> bytes:
    """A page with text and no form; without text a page as a scanner makes it."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F 12 Tf 50 700 Td ({text}) Tj ET".encode() if text else b"")
    page[NameObject("/Contents")] = writer._add_object(stream)
    return written(writer)


def locked(password: str, algorithm: str = "AES-256") -> bytes:
    """A filled form that is encrypted; with an empty password only changing it is forbidden."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(filled(ANSWERS))))
    writer.encrypt(password, "ägare", algorithm=algorithm)
    return written(writer)
