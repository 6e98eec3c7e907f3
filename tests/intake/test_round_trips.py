"""Out and back: what a form, a report or a table carries comes back as it was, by whoever it was filled in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.intake.reading import read_file
from diskussion_tui.reports.exporting import made
from diskussion_tui.reports.form import form
from diskussion_tui.reports.formats.form_pdf import form_pdf
from diskussion_tui.texts import words
from tests.reports.test_exporting import HOSTILE, hostile_group
from tests.support.builders import Group, small_workbook
from tests.support.forms import ANSWERS, filled, outcome, said, saved_in_a_viewer, setting, told
from tests.support.reported import example, export, workbook

FORMS = Path(__file__).parents[1] / "data" / "forms"


def test_a_form_that_was_filled_in_is_a_discussion() -> None:
    session = told(filled(ANSWERS))
    assert (session.head.name, session.head.date.isoformat(), session.verdict("A.1")) == (
        "Ekerö",
        "2026-11-19",
        "ja",
    )
    assert said(session) == [
        ("A.1", "", "Ja, men glesare"),
        ("A.2", "bort", "Fax"),
        ("A.2", "bort", "Dubbla remisser"),
    ]


def test_it_comes_back_from_firefox_to_the_letter() -> None:
    session = told((FORMS / "pdfjs.pdf").read_bytes())
    head = session.head
    assert (head.name, head.date.isoformat(), head.participants) == ("Vårdcentralen Ekerö", "2026-11-19", 12)
    assert (session.verdict("A.1"), session.wording("A.3")) == ("ja", "Vad gör vi i morgon?")
    assert said(session) == [
        ("A.1", "", "Åäö ÅÄÖ é ”citat” – € ½"),
        ("A.1", "", "(parentes) \\ Δ ≥ 👍"),
        ("A.2", "bort", "Fax"),
        ("A.2", "bort", "Dubbla remisser"),
        ("A.2", "nytt", "En app"),
        ("A.3", "", "Ringer"),
        ("E.A", "", "Lugn"),
        ("E.allt", "", "Helhet"),
    ]


def test_it_comes_back_from_chrome_and_its_halved_emoji_are_whole() -> None:
    session = told((FORMS / "pdfium.pdf").read_bytes())
    assert (session.head.name, session.verdict("A.1")) == ("Norr", "nej")
    assert said(session) == [
        ("A.1", "", "Åäö 👍 rad ett"),
        ("A.1", "", "rad två"),
        ("A.2", "bort", "Fax"),
    ]


def test_what_a_viewer_writes_behind_the_end_is_read() -> None:
    assert said(told(saved_in_a_viewer(ANSWERS))) == said(told(filled(ANSWERS)))


def carried(session) -> dict[str, object]:
    """What a form carries of a discussion."""
    details = {
        name: getattr(session.head, name)
        for name in ("name", "date", "place", "unit", "facilitator", "note_taker", "participants")
    }
    answers = {of.id: (session.verdict(of.id), session.wording(of.id)) for of in session.frame.asked}
    notes = {
        (of.id, kind): [note.text for note in session.notes_of(of.id, kind)]
        for of in session.frame.asked
        for kind in ("", *(one.id for one in session.frame.kinds))
    }
    return {**details, "answers": answers, "notes": notes}


def test_a_prefilled_form_comes_back_as_the_discussion_that_it_was_made_of() -> None:
    data = form_pdf(form(workbook(), words("sv"), example()))
    assert carried(told(data, workbook=workbook())) == carried(example())
    filled_again = filled({"E.helheten.notes": "Nytt från gruppen"}, data)
    assert ("E.helheten", "", "Nytt från gruppen") in said(told(filled_again, workbook=workbook()))


def test_hostile_words_come_back_from_a_form_to_the_letter() -> None:
    session = hostile_group().session
    data = form_pdf(form(small_workbook(), words("sv"), session))
    assert [text for _, _, text in said(told(data))] == [note.text for note in session.notes()]


def test_a_report_comes_back_as_the_very_discussion_with_its_history() -> None:
    found = told(made(replace(export(), history=True), "pdf"), workbook=workbook())
    assert found.versions == example().versions
    assert found == example()


def test_a_report_without_history_comes_back_with_all_that_counts() -> None:
    found = told(made(export(), "pdf"), workbook=workbook())
    assert (found.head, found.notes(), found.parked()) == (
        example().head,
        example().notes(),
        example().parked(),
    )
    assert found.current(Conclusion) == example().current(Conclusion)
    assert carried(found) == carried(example())


def test_its_own_file_comes_back_as_the_very_discussion() -> None:
    assert told(made(replace(export(), history=True), "toml"), "x.toml", workbook=workbook()) == example()


def test_from_json_everything_that_is_in_force_comes_back() -> None:
    session = told(made(export(), "json"), "x.json", workbook=workbook())
    assert session.head == example().head
    assert session.frame == example().frame
    assert {note.id: note for note in session.notes()} == {note.id: note for note in example().notes()}
    assert session.parked() == example().parked()
    assert carried(session)["answers"] == carried(example())["answers"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "md", "docx"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_from_tables_and_minutes_every_note_comes_back(suffix: str, language: str) -> None:
    name = f"Diskussionsstöd_Vårdcentralen-Solgläntan_2026-05-12.{suffix}"
    session = told(made(export(language=language), suffix), name, workbook=workbook())
    assert (session.head.name, session.head.date) == (example().head.name, example().head.date)
    notes = {(one.question, one.kind, one.text): one for one in session.notes()}
    for note in example().notes():
        back = notes[note.question, note.kind, note.text]
        assert (back.supporters, back.dissent, back.objection, back.group, back.star) == (
            note.supporters,
            note.dissent,
            note.objection,
            note.group,
            note.star,
        )
    assert len(notes) == len(example().notes())
    if suffix in {"md", "docx"}:
        assert carried(session)["answers"] == carried(example())["answers"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "md", "docx", "json"])
def test_hostile_words_come_back_from_every_format(suffix: str) -> None:
    data = made(export(hostile_group().session), suffix)
    texts = [note.text for note in told(data, f"Samtal_Ek_2026-05-12.{suffix}").notes()]
    assert sorted(texts) == sorted(HOSTILE)


def test_a_note_that_ends_in_brackets_keeps_them() -> None:
    group = Group()
    (note,) = group.says("Fler händer (minst 3)", kind="bort")
    group.does(changes.support, note, 4)
    data = made(export(group.session), "md")
    (back,) = told(data, "Samtal_Ek_2026-05-12.md").notes()
    assert (back.text, back.supporters) == ("Fler händer (minst 3)", 4)


def test_the_same_file_is_the_same_discussion_on_every_machine() -> None:
    one, other = (outcome(filled(ANSWERS)).told for _ in range(2))
    assert one == other
    assert one
    changed = outcome(filled(ANSWERS | {"A.3.notes": "Mer"})).told
    assert changed
    assert changed.session != one.session


def test_one_box_for_all_categories_is_read_by_the_words_in_it() -> None:
    text = "Bort: fax\nNytt:\n- en app\n- en till"
    session = told(filled({"A.2.notes": text}, form_pdf(form(small_workbook(), words("sv"), _unsorted()))))
    assert said(session) == [("A.2", "bort", "fax"), ("A.2", "nytt", "en app"), ("A.2", "nytt", "en till")]


def _unsorted():
    group = Group()
    group.does(changes.add_notes, [group.new_id()], "A.2", ["Utan kategori"])
    return group.session


def test_an_edited_minute_is_read_by_its_headings() -> None:
    text = (
        "# Ekerö\n\n2026-11-19\n\n## Parken 2040\n\n### Håller bilden?\n\n**nej**\n\n- Den är för grön\n\n"
        "### A.2\n\nUtan kategori\n\n**Bort**\n\n- Staketet\n- Grinden\n"
    )
    session = told(text.encode(), "anteckningar.md")
    assert (session.head.name, session.verdict("A.1")) == ("Ekerö", "nej")
    assert said(session) == [
        ("A.1", "", "Den är för grön"),
        ("A.2", "", "Utan kategori"),
        ("A.2", "bort", "Staketet"),
        ("A.2", "bort", "Grinden"),
    ]


def test_what_is_said_of_a_file_goes_before_what_it_says() -> None:
    found = read_file("scan.pdf", filled(ANSWERS), setting(name="Söder", day=dt.date(2026, 1, 2)))
    assert found.told
    assert (found.told.name, found.told.date) == ("Söder", "2026-01-02")
