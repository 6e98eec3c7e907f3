"""The printed page: everything of the workbook, and everything that the group said, whatever has become of the workbook."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.plan import clock
from diskussion_tui.domain.session import changes
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.paper import blank
from diskussion_tui.texts import words
from tests.support.builders import Group, small_workbook
from tests.support.pages import answers, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.workbook.workbook import Workbook

SV, EN = words("sv"), words("en")
UNSEEN = {
    "behaviour",
    "id",
    "asks",
    "key",
    "role",
    "verb",
    "meaning",
    "language",
    "short_title",
    "file_prefix",
    "cues",
    "section",
}
"""What of a workbook is not for paper: how the program names things, and what only the one who leads may see."""


def printed(value: object, name: str = "") -> Iterator[str]:
    """Every text of a workbook that a reader of the paper must find."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from printed(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in UNSEEN:
                yield from printed(getattr(value, field.name), name)


def flat(page: str) -> str:
    """A page as one line, so that a text is found wherever it was broken."""
    return re.sub(r"\s+", " ", page)


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    found = read_workbook(default_workbook(), SV).workbook
    assert found
    return found


@pytest.mark.parametrize("width", [40, 80])
def test_the_blank_page_holds_every_element_of_the_workbook(workbook: Workbook, width: int) -> None:
    page = flat(text(blank(workbook, SV), width))
    missing = [text for text in printed(workbook) if text and flat(text) not in page]
    assert missing == []


def test_the_blank_page_holds_everything_that_stands_in_the_file() -> None:
    with default_workbook().open("rb") as file:
        content = tomllib.load(file)
    found = read_workbook(default_workbook(), SV).workbook
    assert found
    page = flat(text(blank(found, SV)))
    for area in content["compass"]["areas"]:
        for form in area["forms"]:
            assert form in page
    for part in content["background"]["parts"]:
        assert part["heading"] in page
    assert len(content["background"]["parts"]) == 14


def test_a_cue_is_never_printed(workbook: Workbook) -> None:
    page = flat(text(blank(workbook, SV)))
    cues = [cue for section in workbook.sections for question in section.questions for cue in question.cues]
    assert cues
    assert not [cue for cue in cues if cue in page]


def test_the_blank_page_leaves_room_for_the_answers() -> None:
    page = text(blank(small_workbook(), SV))
    assert "A 1 Håller bilden?\n\n  [ ] ja\n  [ ] nej\n" in page
    assert "A 2 Vad ska ändras?\n\n  − Bort\n  + Nytt\n" in page
    assert "A 3 Gruppens egen fråga: ____" in page
    assert "Samtal_namn_datum" in page


def evening() -> Group:
    """A discussion with something of everything."""
    group = Group()
    group.does(
        changes.set_details,
        {"facilitator": "Åsa", "note_taker": "Ove", "place": "Ekerö", "participants": 8},
    )
    group.does(changes.set_verdict, "A.1", "nej")
    group.says("Träden saknas", question="A.1")
    (bench,) = group.says("Gamla bänkar", kind="bort")
    group.does(changes.support, bench, 4)
    group.does(changes.toggle_star, bench)
    (pond,) = group.says("En damm\nmed näckrosor", kind="nytt")
    group.does(changes.support, pond, 12)
    group.does(changes.toggle_dissent, pond)
    group.does(changes.set_wording, "A.3", "Vem sköter parken?")
    group.says("Alla tillsammans", question="A.3")
    group.says("Börja med träden", question="E.allt")
    return group


def test_every_answer_stands_in_its_place() -> None:
    page = plain(evening().session, small_workbook(), SV)
    assert page.startswith("Ekerö\n═════\nParken · 2026-05-12\n\nSammanfattning\n")
    assert (
        page[page.index("Arbetshäftet\n═") :]
        == """\
Arbetshäftet
════════════

Välkommen
─────────

  • Alla får tala.

Kompass
───────

Se efter.

Del · Plats

Norr: Ek
Väg:

A Parken 2040
─────────────

Grönare.

  • Fler träd.

A 1 Håller bilden?

  [ ] ja
  [x] nej

  • Träden saknas

A 2 Vad ska ändras?

  − Bort
    − Gamla bänkar  (stjärnmärkt, 4 håller med)
  + Nytt
    + En damm
      med näckrosor  (12 håller med, avvikande mening)

A 3 Gruppens egen fråga: Vem sköter parken?

  • Alla tillsammans

E Tillbaka
──────────

Vad väger tyngst?

E A Om parken

E allt Helheten

  • Börja med träden

Tack
────

Tack!

Samtal_namn_datum

Bakgrund
────────

Varför"""
    )


def test_the_answers_alone_stand_under_what_they_answer() -> None:
    page = answers(evening().session, small_workbook(), SV)
    assert "A 1 Håller bilden?\n\nnej\n\n  • Träden saknas\n" in page
    said = page.partition("\n\nDiskussionens id:")[0]
    assert said.endswith("Vad väger tyngst?\n\nE allt Helheten\n\n  • Börja med träden")
    for unsaid in ("Fler träd", "Norr", "E A", "Samtal_namn_datum", "Varför"):
        assert unsaid not in page


@pytest.mark.parametrize("other", [None, replace(small_workbook(), id="en-annan")])
def test_without_its_workbook_a_discussion_carries_itself(other: Workbook | None) -> None:
    page = plain(evening().session, other, SV)
    for said in (
        "Arbetshäfte: parken",
        "A Parken 2040",
        "A 2 Vad ska ändras?",
        "− Bort",
        "− Gamla bänkar  (stjärnmärkt, 4 håller med)",
        "A 1 Håller bilden?\n\nnej",
        "Vem sköter parken?",
        "Börja med träden",
    ):
        assert said in page


def test_a_question_is_printed_as_it_stood_when_it_was_answered() -> None:
    section = small_workbook().sections[0]
    reworded = replace(section, questions=(replace(section.questions[0], text="Duger bilden?"),))
    page = plain(evening().session, replace(small_workbook(), sections=(reworded,)), SV)
    assert "A 1 Håller bilden?" in page


def test_a_question_that_the_workbook_has_dropped_keeps_its_answers() -> None:
    section = small_workbook().sections[0]
    shorter = replace(small_workbook(), sections=(replace(section, questions=section.questions[:1]),))
    page = plain(evening().session, shorter, SV)
    assert "A 2 Vad ska ändras?" in page
    assert "En damm" in page
    assert "Vem sköter parken?" in page


def test_a_note_is_printed_whatever_its_question_and_kind_are_called() -> None:
    group = Group()
    group.says("Vart hör jag?", question="Z.9", kind="okänt")
    group.says("Utan slag", question="A.2")
    for page in (plain(group.session, small_workbook(), SV), plain(group.session, None, SV)):
        assert "Övriga anteckningar" in page
        assert "Z 9\n\n  • okänt\n    • Vart hör jag?" in page
        assert "  • Utan slag" in page


def test_a_withdrawn_note_is_not_printed() -> None:
    group = Group()
    (note,) = group.says("Ångrat", kind="bort")
    group.does(changes.withdraw, note)
    assert "Ångrat" not in plain(group.session, small_workbook(), SV)
    assert "Ångrat" not in answers(group.session, small_workbook(), SV)


def test_the_page_tells_of_the_time_only_for_the_steps_that_took_any_and_what_ran_over() -> None:
    group = evening()
    group.does(clock.turn, "A.1", 0)
    group.does(clock.turn, "A.2", 5 * 60)
    group.does(clock.turn, "A.3", 4 * 60)
    group.does(clock.turn, "kompass", 2 * 60)
    group.does(clock.turn, "", 10)  # looked at in passing
    page = plain(group.session, small_workbook(), SV)
    told = page[page.index(SV.plan.used_title) : page.index("Tack\n")].splitlines()
    assert [line.strip() for line in told if "använt" in line] == [
        "A 1: plan 3 min, använt 5 min, ! 2 min över",
        "A 2: plan 5 min, använt 4 min",
        "A 3: plan 2 min, använt 2 min",
    ]
    assert SV.plan.used_title not in plain(evening().session, small_workbook(), SV)


def test_a_final_discussion_says_so_in_either_language() -> None:
    group = Group()
    group.does(changes.set_state, "fastställd")
    assert "Läge: fastställd" in plain(group.session, small_workbook(), SV)
    assert "State: final" in plain(group.session, small_workbook(), EN)


@given(st.text(min_size=1, max_size=300), st.integers(20, 80))
def test_no_text_is_lost_or_breaks_the_margin(text: str, width: int) -> None:
    group = Group()
    ids = group.says(text, kind="bort")
    page = answers(group.session, small_workbook(), SV, width)
    for note_id in ids:
        note = group.session.note(note_id)
        assert note
        assert re.sub(r"\s", "", note.text) in re.sub(r"\s", "", page)
    assert max(map(cells, page.split("\n"))) <= max(width, cells("Samtal_namn_datum"), 24)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("åäö", 3), ("日本", 4), ("e\u0301", 1), ("a\u200d", 1)]
)
def test_cells_counts_what_a_terminal_shows(text: str, width: int) -> None:
    assert cells(text) == width
