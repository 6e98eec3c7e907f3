"""Files as they should not come back, each with its one verdict: made here, since nobody keeps such files."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.workbook.form import IDENTITY
from diskussion_tui.intake import form
from diskussion_tui.intake.here import Here, changes_by
from diskussion_tui.intake.own_files import told_of
from diskussion_tui.reports.exporting import made
from diskussion_tui.reports.profile import PUBLIC
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.texts import LANGUAGES, words
from tests.support.builders import Group
from tests.support.forms import (
    ANSWERS,
    blank,
    filled,
    locked,
    others_form,
    outcome,
    plain_pdf,
    said,
    saved_in_a_viewer,
    told,
    written,
)
from tests.support.reported import export, workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


WHOLE = filled(ANSWERS)


def cut(share: float) -> bytes:
    data = saved_in_a_viewer(ANSWERS)
    return data[: int(len(data) * share)]


def in_a_zip(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def with_identity(text: str) -> bytes:
    return filled(ANSWERS | {IDENTITY: text})


def flattened() -> bytes:
    """A form as printing it to a PDF leaves it: what was written is drawn, and there are no fields."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(WHOLE)))
    for page in writer.pages:
        page.pop("/Annots", None)
    writer._root_object.pop("/AcroForm")
    return written(writer)


def _form_of(writer: pypdf.PdfWriter) -> Any:
    return writer._root_object["/AcroForm"]


def with_a_ring() -> bytes:
    """Fields whose children are their parents."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(WHOLE)))
    fields = _form_of(writer)["/Fields"]
    root = fields[0].get_object()
    root[NameObject("/Kids")] = ArrayObject([*root["/Kids"], fields[0]])
    return written(writer)


def with_script() -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(WHOLE)))
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('hej');")}
    done = DictionaryObject({NameObject(name): value for name, value in action.items()})
    writer._root_object[NameObject("/OpenAction")] = done
    return written(writer)


def with_xfa() -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(WHOLE)))
    _form_of(writer)[NameObject("/XFA")] = TextStringObject("<xdp/>")
    return written(writer)


def bad_reference() -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(WHOLE)))
    writer._root_object[NameObject("/AcroForm")] = NumberObject(7)
    return written(writer)


ODD: dict[str, tuple[Callable[[], bytes], str, str, str]] = {
    "cut at 99 %": (lambda: cut(0.99), "x.pdf", "truncated", ""),
    "cut at 95 %": (lambda: cut(0.95), "x.pdf", "truncated", ""),
    "cut at half": (lambda: cut(0.5), "x.pdf", "truncated", ""),
    "cut at a tenth": (lambda: cut(0.1), "x.pdf", "truncated", ""),
    "nothing": (lambda: b"", "x.pdf", "broken", "empty"),
    "zeros": (lambda: b"\0" * 4_000, "x.pdf", "broken", "empty"),
    "blank": (blank, "x.pdf", "blank", ""),
    "only whose it is": (lambda: filled({"diskussion.name": "Ekerö"}), "x.pdf", "blank", ""),
    "blanks in the boxes": (lambda: filled({"A.1.notes": " \n\t"}), "x.pdf", "blank", ""),
    "a password": (lambda: locked("hemligt"), "x.pdf", "locked", "password"),
    "flattened": (flattened, "x.pdf", "flattened", ""),
    "scanned": (plain_pdf, "x.pdf", "scanned", ""),
    "a letter": (lambda: plain_pdf("Hej, har kommer vara svar pa fragorna"), "x.pdf", "flattened", ""),
    "another workbook": (lambda: with_identity("skogen/1"), "x.pdf", "other_workbook", ""),
    "another version": (lambda: with_identity("parken/7"), "x.pdf", "other_version", "workbook"),
    "an identity that is none": (lambda: with_identity("parken"), "x.pdf", "unknown_form", "identity"),
    "a form of others": (lambda: others_form(["Text1", "Text2"], {}), "x.pdf", "unknown_form", ""),
    "a web page": (lambda: b"<!DOCTYPE html><p>Logga in", "x.pdf", "not_pdf", "web"),
    "a Word file called PDF": (lambda: made(export(), "docx"), "x.pdf", "not_pdf", "zip"),
    "a text called PDF": (lambda: b"Hej", "x.pdf", "not_pdf", ""),
    "too large": (lambda: WHOLE + b" " * (31 * 1024 * 1024), "x.pdf", "too_large", "file"),
    "a field of a million signs": (
        lambda: filled({"A.1.notes": "x" * (form.MAX_FIELD + 1)}),
        "x.pdf",
        "too_large",
        "field",
    ),
    "a note of 30,000 signs": (
        lambda: filled(ANSWERS | {"A.1.notes": "x" * 30_000}),
        "x.pdf",
        "too_large",
        "note",
    ),
    "no name": (lambda: filled({"A.1.notes": "Ja"}), "scan.pdf", "asks", "no_name"),
    "no day": (lambda: filled({"A.1.notes": "Ja"}), "Samtal_Ekerö.pdf", "asks", "no_day"),
    "no form but a number": (bad_reference, "x.pdf", "flattened", ""),
    "garbage that begins and ends as a PDF": (
        lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9 + b"\n%%EOF",
        "x.pdf",
        "broken",
        "pdf",
    ),
    "a report without its data": (lambda: made(export(profile=PUBLIC), "pdf"), "x.pdf", "no_data", ""),
    "JSON of something else": (lambda: b"[1, 2]", "x.json", "unknown", "json"),
    "JSON that is cut": (lambda: made(export(), "json")[:500], "x.json", "broken", "json"),
    "JSON ever deeper": (lambda: b"[" * 200_000, "x.json", "broken", "json"),
    "JSON with a record that is none": (
        lambda: json.dumps({"session": {"id": 7}, "notes": [3]}).encode(),
        "x.json",
        "broken",
        "file",
    ),
    "TOML that is cut": (lambda: made(export(), "toml")[:-40], "x.toml", "broken", "file"),
    "TOML of something else": (lambda: b'a = "b"\n', "x.toml", "broken", "file"),
    "TOML of a later format": (
        lambda: made(export(), "toml").replace(b"schema_version = 3", b"schema_version = 99", 1),
        "x.toml",
        "other_version",
        "format",
    ),
    "CSV of something else": (lambda: b"a;b\r\n1;2\r\n", "x.csv", "unknown", "columns"),
    "CSV in Latin-1": (lambda: "Fråga;Svar".encode("latin-1"), "x.csv", "broken", "letters"),
    "CSV of another workbook": (
        lambda: made(export(), "csv").replace(b'"A.1"', b'"Q.9"'),
        "x.csv",
        "broken",
        "question",
    ),
    "a zip called Excel": (lambda: in_a_zip(a="b"), "x.xlsx", "unknown", "excel"),
    "half an Excel file": (lambda: made(export(), "xlsx")[:3_000], "x.xlsx", "broken", "zip"),
    "Excel of no XML": (
        lambda: in_a_zip(xl__worksheets__sheet1="x").replace(b"sheet1", b"sheet1"),
        "x.xlsx",
        "unknown",
        "excel",
    ),
    "Word of no XML": (lambda: in_a_zip(word__document="x"), "x.docx", "unknown", "word"),
    "a minute of something else": (lambda: b"# Inbjudan\n\nKom!\n", "x.md", "unknown", "headings"),
    "a picture": (lambda: b"\x89PNG", "x.png", "scanned", "picture"),
    "no suffix": (lambda: b"x", "x", "unknown", "suffix"),
}


@pytest.mark.parametrize("which", ODD)
def test_each_odd_file_has_its_verdict(which: str) -> None:
    data, name, code, why = ODD[which]
    of = workbook() if which.startswith(("CSV of another",)) else None
    found = outcome(data(), name, workbook=of)
    assert (found.code, found.why) == (code, why)
    assert found.told is None
    for language in LANGUAGES:
        said_of_it = words(language).intake.why(found.code, found.why, found.facts)
        assert said_of_it
        assert "{" not in said_of_it


@pytest.mark.parametrize(
    "data",
    [
        lambda: b"From: a@b.se\r\n\r\n" + WHOLE,
        lambda: WHOLE + b"\r\n\0\0\0",
        lambda: WHOLE + b"\n-- \nSkickat fran min telefon\n",
        with_a_ring,
        with_script,
        with_xfa,
        lambda: locked(""),
        lambda: locked("", "RC4-128"),
        lambda: saved_in_a_viewer(ANSWERS),
    ],
    ids=[
        "mail before",
        "zeros after",
        "mail after",
        "a ring",
        "a script",
        "XFA",
        "no editing",
        "no editing, old",
        "a viewer",
    ],
)
def test_what_is_only_odd_is_read_all_the_same(data: Callable[[], bytes]) -> None:
    assert said(told(data())) == said(told(WHOLE))


def test_wherever_an_answer_is_cut_off_it_is_never_taken_for_a_blank_one() -> None:
    whole, form_alone = saved_in_a_viewer(ANSWERS), len(blank())
    assert whole.startswith(blank())
    step = max(1, (len(whole) - form_alone) // 60)
    for end in range(form_alone + 2, len(whole.rstrip()), step):
        assert outcome(whole[:end]).code == "truncated", end


def test_every_verdict_has_its_word_in_both_languages() -> None:
    from diskussion_tui.intake.verdict import CODES

    for language in LANGUAGES:
        said_of = dict(words(language).intake.verdicts)
        assert set(said_of) == set(CODES)
        assert len(set(said_of.values())) == len(CODES)


def test_every_reason_is_told_in_both_languages() -> None:
    swedish, english = (dict(words(language).intake.whys) for language in LANGUAGES)
    assert list(swedish) == list(english)


def test_what_a_file_would_do_to_the_notes_that_are_here_is_counted(tmp_path: Path) -> None:
    group = Group()
    kept, altered, gone = group.says("fax", "brev", "köer")
    path = tmp_path / "Samtal_Ekerö_2026-05-12.toml"
    path.write_bytes(Encoder().file(group.session))
    group.says("ny")
    group.does(changes.revise, altered, "brev och bud")
    group.does(changes.withdraw, gone)
    group.does(changes.alter, kept, parked=True)
    told = told_of(group.session, own=True)
    assert changes_by(told, path) == {"added": 1, "altered": 2, "taken_back": 1}
    assert Here(tmp_path).find(told) == ("more", path)
