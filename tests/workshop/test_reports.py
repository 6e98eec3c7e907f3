"""Reports of a discussion: beside it, called as it is, each for itself, and made of nothing but what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS, Look
from diskussion_tui.domain.session import conclusions
from diskussion_tui.domain.session.records import Note
from diskussion_tui.reports.formats import pdf as set_as_pdf
from diskussion_tui.reports.profile import INTERNAL, PUBLIC
from diskussion_tui.store.files import codec
from diskussion_tui.texts import words
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.report import (
    export_of,
    formats_beside,
    source_at,
    source_of,
    write_reports,
)
from diskussion_tui.workshop.uniting import unite
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import NOON, FixedClock, Group, small_workbook, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SV = words("sv")


def _group(action: str = "") -> Group:
    group = Group()
    group.says("fax", "köer")
    if action:
        said = conclusions.read(action, "åtgärd", ("A",), NOON.date())
        group.does(conclusions.conclude, group.new_id(), "åtgärd", said)
    return group


def test_every_format_can_be_made_and_a_calendar_only_where_something_has_a_day() -> None:
    without = formats_beside(_group("Räkna faxen").session)
    assert without == ("pdf", "docx", "xlsx", "html", "md", "txt", "csv", "json")
    assert formats_beside(_group("Räkna faxen senast 1/6").session) == (*without, "ics")


def test_the_reports_of_an_open_discussion_lie_where_it_lies(tmp_path: Path) -> None:
    workshop = Workshop.begin(tmp_path, "Ekerö", small_workbook(), now=FixedClock())
    source = source_of(workshop)
    assert (source.path, source.folder) == (workshop.path, tmp_path)
    assert (source.session, source.workbook) == (workshop.session, workshop.workbook)
    workshop.close()
    read = source_at(workshop.path, workshop.session, None)
    assert (read.path, read.folder, read.workbook) == (workshop.path, tmp_path, None)


def test_without_being_asked_a_report_has_our_look_no_history_and_no_reason(tmp_path: Path) -> None:
    source = source_at(tmp_path / "Samtal_Ekerö.toml", _group().session, small_workbook())
    made = export_of(source, SV, INTERNAL)
    assert (made.history, made.reason, made.look, made.profile) == (False, "", OURS, INTERNAL)
    theirs = Look(cover="Region Skåne")
    asked = export_of(source, SV, PUBLIC, theirs, history=True, reason="begärt")
    assert (asked.history, asked.reason, asked.look, asked.profile) == (True, "begärt", theirs, PUBLIC)


def test_the_file_in_a_report_has_what_counts_and_with_its_history_what_was_said_before(
    tmp_path: Path,
) -> None:
    group = _group()
    group.undoes()
    group.says("remisser")
    source = source_at(tmp_path / "Samtal_Ekerö.toml", group.session, small_workbook())
    plain = codec.read(export_of(source, SV, INTERNAL).file()).versions
    whole = codec.read(export_of(source, SV, INTERNAL, history=True).file()).versions
    assert {one.text for one in plain if isinstance(one, Note)} == {"remisser"}
    assert {one.text for one in whole if isinstance(one, Note)} == {"fax", "köer", "remisser"}


def test_reports_are_called_as_the_discussion_is_and_each_is_told_before_it_is_made(tmp_path: Path) -> None:
    source = source_at(tmp_path / "Samtal_Ekerö_2026-05-12.toml", _group().session, small_workbook())
    begun: list[tuple[int, str]] = []
    written = write_reports(
        source,
        export_of(source, SV, INTERNAL),
        ("txt", "md"),
        lambda number, wanted: begun.append((number, wanted)),
    )
    assert begun == [(0, "txt"), (1, "md")]
    assert [one.name for one in written.files] == [
        "Samtal_Ekerö_2026-05-12.txt",
        "Samtal_Ekerö_2026-05-12.md",
    ]
    assert written.refused == {}
    assert all("köer" in one.read_text(encoding="utf-8") for one in written.files)


def test_what_one_format_refuses_keeps_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_given: object) -> bytes:
        raise set_as_pdf.RefusedPdfError("no font")

    monkeypatch.setattr(set_as_pdf, "pdf", refuses)
    source = source_at(tmp_path / "Samtal_Ekerö.toml", _group().session, small_workbook())
    export = export_of(source, SV, INTERNAL)
    written = write_reports(source, export, ("pdf", "txt"), lambda *_told: None)
    assert written.refused == {"pdf": "no font"}
    assert [one.suffix for one in written.files] == [".txt"]


def test_a_report_is_no_more_open_than_its_discussion(tmp_path: Path) -> None:
    path = tmp_path / "Samtal_Ekerö.toml"
    path.write_bytes(b"")
    path.chmod(0o600)
    source = source_at(path, _group().session, small_workbook())
    (report,) = write_reports(source, export_of(source, SV, INTERNAL), ("txt",), lambda *_told: None).files
    assert report.stat().st_mode & 0o077 == 0


def test_tables_become_one_discussion_of_the_latest_day_and_stay_as_they_are(tmp_path: Path) -> None:
    clock, tables = FixedClock(), []
    for number, text in enumerate(("fax", "köer"), 1):
        one = Workshop.begin(tmp_path, f"Ekerö, bord {number}", small_workbook(), now=clock)
        one.add_notes("A.2", [text])
        assert one.close() == ""
        tables.append(one)
        clock.passes(days=1)
    before = {one.path: one.path.read_bytes() for one in tables}
    path = unite(
        tmp_path, "Ekerö", [one.session for one in tables], small_workbook(), Disk(tmp_path), now=clock
    )
    whole = Workshop.open(path, small_workbook(), now=clock)
    assert texts_of(whole.session) == ["fax", "köer"]
    assert (whole.session.head.name, whole.session.head.date) == ("Ekerö", tables[1].session.head.date)
    whole.close()
    assert {one.path: one.path.read_bytes() for one in tables} == before
