"""What the group made of its notes, on paper: to the letter, so that no owner, day or margin goes astray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes, conclusions, merging
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.texts import words
from tests.support.builders import NOON, Group, small_workbook
from tests.support.pages import answers, plain

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import ConclusionKind

SV = words("sv")
LONG = "Ring alla som väntar på svar om sina remisser och fråga vad de helst vill ha hjälp med först"


def _page(group: Group) -> list[str]:
    return [line.rstrip() for line in answers(group.session, small_workbook(), SV).split("\n")]


def _concludes(group: Group, said: str, sort: ConclusionKind, *notes: str) -> None:
    read = conclusions.read(said, sort, ("A",), NOON.date())
    group.does(conclusions.conclude, group.new_id(), sort, read, notes)


def test_a_conclusion_stands_with_its_owner_its_day_and_on_how_many_notes_it_rests() -> None:
    group = Group()
    (note,) = group.says("fax")
    _concludes(group, f"A: {LONG} @Anna senast 1/12", "åtgärd", note)
    _concludes(group, "Fax är dyrt", "slutsats")
    page = _page(group)
    first = page.index("  = Fax är dyrt  (slutsats, Helheten)")
    assert page[first + 2 : first + 8] == [
        "Åtgärder",
        "Åtgärd                                Ansvarig  Senast      Läge   Del",
        "─" * 80,
        "Ring alla som väntar på svar om sina  Anna      2026-12-01  öppen  A Parken 2040",
        "remisser och fråga vad de helst vill",
        "ha hjälp med först @Anna senast 1/12",
    ]
    assert page[first + 8] == "av 1 anteckning"


def test_of_a_merged_note_only_originals_from_elsewhere_say_where_they_were_said() -> None:
    group = Group()
    (here,), (there,) = group.says("fax"), group.says("köer", question="A.1")
    group.does(merging.merge, group.ids(), [here, there], [merging.Wish("fax och köer")])
    merged = next(note for note in group.session.notes() if note.sources)
    lines = [line.strip() for line in _page(group)]
    for text, question in (("fax", "A.2"), ("köer", "A.1")):
        (line,) = (one for one in lines if one.startswith(f"• {text}") and "och" not in one)
        assert line.endswith(f"({called(question)})") == (question != merged.question)


def test_a_page_is_80_columns_wide_where_nobody_says_otherwise() -> None:
    group = Group()
    group.says(" ".join(["xxxxxxx"] * 40))
    for page in (answers(group.session, small_workbook(), SV), plain(group.session, small_workbook(), SV)):
        (longest,) = {max(map(len, page.split("\n")))}
        assert 72 < longest <= 80


def test_only_answers_are_among_the_answers_where_there_is_no_workbook() -> None:
    group = Group()
    group.says("fax")
    group.does(changes.set_verdict, "A.1", "ja")
    page = answers(group.session, None, SV)
    assert "fax" in page
    others = {key[1] for key in group.session.versions if key[0] != "answers"} - {group.session.id}
    assert not [one for one in others if one in page]
