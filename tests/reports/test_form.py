"""The form: accessible blank and filled in, every box told of and in its turn, the same bytes each time, words only words."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.workbook.form import IDENTITY, boxes_of
from diskussion_tui.reports.form import form
from diskussion_tui.reports.formats.form_pdf import form_pdf
from diskussion_tui.texts import words
from tests.reports.test_exporting import HOSTILE, hostile_group
from tests.support.builders import Group, small_workbook, workbook_in
from tests.support.kept import page_looks_as_kept
from tests.support.reported import example, workbook

ENGLISH = Path("src/diskussion_tui/content/shipped/keep-change-new.toml")
LEAST = 55
"""Points: four lines of writing, the least that a box for notes may be high."""


def english() -> Any:
    return workbook_in(Path(__file__).parents[2] / ENGLISH, "en")


@cache
def made(which: str) -> bytes:
    """A form: blank, filled in, for pens, of the other workbook that ships, with hostile words in it."""
    if which == "english":
        return form_pdf(form(english(), words("en")))
    if which == "hostile":
        return form_pdf(form(small_workbook(), words("sv"), hostile_group().session))
    session = example() if which == "prefilled" else None
    return form_pdf(form(workbook(), words("sv"), session, typed=which != "pens"))


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def widgets(data: bytes) -> list[Any]:
    """The boxes that one sees, as they stand on the pages."""
    seen = (one.get_object() for of in read(data).pages for one in of.get("/Annots", ()))
    return [one for one in seen if not int(one["/F"]) & 2]


def name_of(widget: Any) -> str:
    """The whole name of a field."""
    names, above = [], widget
    while above is not None:
        names.append(above.get("/T"))
        above = above["/Parent"].get_object() if "/Parent" in above else None
    return ".".join(reversed([one for one in names if one]))


@pytest.mark.parametrize("which", ["blank", "prefilled", "pens", "english", "hostile"])
def test_a_form_is_accessible(which: str) -> None:
    found = page.validate_pdf_bytes(made(which), profile=page.ValidationProfile.PDF_UA_1)
    assert found.is_compliant, [(one.rule_id, one.message) for one in found.failures]


@pytest.mark.parametrize("which", ["blank", "prefilled", "english"])
def test_every_box_is_told_of_by_its_question_and_its_category(which: str) -> None:
    """No validator that was found looks for this, and without it a screen reader reads out a name of a field."""
    of = english() if which == "english" else workbook()
    for widget in widgets(made(which)):
        name = name_of(widget)
        tip = str(widget["/TU"])
        assert tip.strip(), name
        for kind in of.kinds:
            assert (kind.label in tip) == name.endswith(f".kind.{kind.id}") or ".kind." not in name
    named = {(name_of(widget), str(widget["/TU"])) for widget in widgets(made(which))}
    assert len({tip for _name, tip in named}) == len(named)


@pytest.mark.parametrize("which", ["blank", "english"])
def test_there_is_a_box_for_each_question_and_tab_goes_through_them_in_order(which: str) -> None:
    of = english() if which == "english" else workbook()
    names = list(dict.fromkeys(name_of(one) for one in widgets(made(which))))
    assert names == [box.name for box in boxes_of(of) if not box.spare]
    assert all(one["/Tabs"] == "/S" for one in read(made(which)).pages)


def test_it_says_which_workbook_it_is_of() -> None:
    fields = read(made("blank")).get_fields() or {}
    assert fields[IDENTITY]["/V"] == f"{workbook().id}/{workbook().version}"
    assert IDENTITY not in {name_of(one) for one in widgets(made("blank"))}


@pytest.mark.parametrize("which", ["blank", "prefilled", "pens", "hostile"])
def test_the_same_form_is_the_same_bytes(which: str) -> None:
    before = made(which)
    made.cache_clear()
    assert made(which) == before


@pytest.mark.parametrize("which", ["blank", "english"])
def test_every_box_for_notes_has_room_to_write(which: str) -> None:
    for widget in widgets(made(which)):
        if name_of(widget).endswith(".notes") or ".kind." in name_of(widget):
            _left, low, _right, top = map(float, widget["/Rect"])
            assert top - low > LEAST, name_of(widget)


def test_a_section_with_much_to_read_goes_on_over_pages_and_has_room_all_the_same() -> None:
    from dataclasses import replace

    of = workbook()
    long = replace(of.sections[0], bullets=of.sections[0].bullets * 9)
    data = form_pdf(form(replace(of, sections=(long, *of.sections[1:])), words("sv")))
    heights = [
        float(one["/Rect"][3]) - float(one["/Rect"][1])
        for one in widgets(data)
        if name_of(one).startswith("A.") and not name_of(one).endswith(("verdict", "wording"))
    ]
    assert len(heights) == 5
    assert min(heights) > LEAST


def test_what_was_said_stands_in_the_boxes_and_is_seen() -> None:
    fields = read(made("prefilled")).get_fields() or {}
    assert fields["diskussion.name"]["/V"] == example().head.name
    assert fields["A.1.verdict"]["/V"] == f"/{example().verdict('A.1')}"
    assert "Fax mellan sjukhus" in str(fields["B.2.kind.avveckla"]["/V"])
    drawn = next(one for one in widgets(made("prefilled")) if name_of(one) == "B.2.kind.avveckla")
    assert b"Fax mellan sjukhus" in drawn["/AP"]["/N"].get_object().get_data()


def test_a_form_for_pens_has_no_fields_and_room_for_hands() -> None:
    pens = read(made("pens"))
    assert not pens.get_fields()
    assert not any(of.get("/Annots") for of in pens.pages)
    assert "håller med" in "".join(of.extract_text() for of in pens.pages)


def test_hostile_words_stand_in_their_boxes_to_the_letter() -> None:
    value = str((read(made("hostile")).get_fields() or {})["A.2.kind.bort"]["/V"])
    for text in HOSTILE:
        assert text in value
    (box,) = (one for one in widgets(made("hostile")) if name_of(one) == "A.2.kind.bort")
    assert b"[U+1F44D]" in box["/AP"]["/N"].get_object().get_data()  # drawn so until somebody types there


def test_notes_that_no_box_is_for_get_one_rather_than_be_left_out() -> None:
    group = Group()
    group.does(changes.add_notes, [group.new_id()], "A.2", ["Utan kategori"])
    group.does(changes.add_notes, [group.new_id()], "A.1", ["Med kategori"], "nytt")
    fields = read(form_pdf(form(small_workbook(), words("sv"), group.session))).get_fields() or {}
    assert fields["A.2.notes"]["/V"] == "Utan kategori"
    assert fields["A.1.kind.nytt"]["/V"] == "Med kategori"


def _told(value: Any, within: int = 0) -> str:
    """A value of a PDF's as text: what is drawn as it is drawn, fonts and what lies above left out."""
    value = value.get_object()
    if within and isinstance(value, pypdf.generic.StreamObject):
        (*_origin, wide, high) = value.get("/BBox", ())
        box = (round(float(wide)), round(float(high)))
        return f"{box} {value.get_data().decode('cp1252')!r}"
    if isinstance(value, dict):
        left = ("/Parent", "/Kids", "/Rect", "/StructParent", "/P", "/Font")
        return " ".join(f"{key}={_told(one, within + 1)}" for key, one in value.items() if key not in left)
    return repr(value)


def test_every_field_is_kept_with_all_that_a_reader_of_pdf_is_told_of_it() -> None:
    """Its sort, whether it has several lines, what it says aloud, what stands in it, and what is drawn in it until somebody types."""
    group = hostile_group()
    group.does(changes.set_verdict, "A.1", "ja")
    group.says("Första raden\nandra (raden) \\ " + "och så vidare " * 20, question="A.3")
    data = form_pdf(form(small_workbook(), words("sv"), group.session))
    root: Any = read(data).trailer["/Root"]
    root = root["/AcroForm"]
    rows = [_told(root["/DA"]), *(f"font {name}" for name in root["/DR"]["/Font"])]
    for widget in (one.get_object() for of in read(data).pages for one in of.get("/Annots", ())):
        rows.append(f"{name_of(widget)}: {_told(widget)}")
        above = widget["/Parent"].get_object() if "/Parent" in widget else None
        if above is not None and "/FT" in above:
            rows.append(f"  in {_told(above)}")
    page_looks_as_kept("form-fields", rows)
