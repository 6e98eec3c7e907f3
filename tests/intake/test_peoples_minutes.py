"""Minutes as people write them by themselves: headings of every kind, and whatever finds no place is told."""

from __future__ import annotations

import io

import docx
import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.intake.given import Given
from diskussion_tui.intake.minutes import from_markdown, from_word
from diskussion_tui.reports.exporting import made
from diskussion_tui.reports.profile import INTERNAL, PUBLIC, Profile
from diskussion_tui.store.files.codec import read
from tests.support.builders import Group
from tests.support.forms import outcome
from tests.support.reported import export, workbook

OWN = """\
# Vårdcentralen Norr

Mötet öppnades i god ordning.
Datum: 2026-11-19
Deltagare: 11
Verksamhet: Barn

{one}
stämmer delvis
- men glesare

{two}
{below} Avveckla
- fax
- brev
{below} Vidareutveckla:
- 1177
Nyutveckla
1. en app
Avveckla: dubbla remisser
{below} Övrigt
- mer tid
{level} Frågor vi inte hann
- varför så kort?
"""


def own(one: str, two: str) -> str:
    """The minutes, with these headings of the questions and others below them."""
    level = one.partition(" ")[0]
    return OWN.format(one=one, two=two, level=level, below=f"{level}#")


HEADINGS = [
    ("## A.1", "## A.2"),
    ("## A 1 Stämmer bilden?", "## A 2: Vad ska ändras?"),
    ("# a1", "# a2"),
    ("### Fråga A 1", "### Fråga A.2."),
    ("## A.1)", "## A.2)"),
]


@pytest.mark.parametrize(("one", "two"), HEADINGS)
def test_the_notes_are_read_with_their_kinds_whatever_the_headings_look_like(one: str, two: str) -> None:
    given = from_markdown(own(one, two).encode(), workbook())
    assert isinstance(given, Given)
    assert [(note.question, note.kind, note.text) for note in given.notes] == [
        ("A.1", "", "men glesare"),
        ("A.2", "avveckla", "fax"),
        ("A.2", "avveckla", "brev"),
        ("A.2", "vidareutveckla", "1177"),
        ("A.2", "nyutveckla", "en app"),
        ("A.2", "avveckla", "dubbla remisser"),
        ("A.2", "", "mer tid"),
    ]
    assert (given.verdicts, given.details) == ({"A.1": "delvis"}, {"participants": 11, "unit": "Barn"})
    assert given.unread == ("Mötet öppnades i god ordning.", "Övrigt", "varför så kort?")


def test_in_word_too_a_heading_below_the_question_says_the_kind() -> None:
    document = docx.Document()
    for level, text in ((1, "A.2"), (2, "Avveckla")):
        document.add_heading(text, level)
    document.add_paragraph("fax", style="List Bullet")
    document.add_paragraph("Nyutveckla")
    document.add_paragraph("en app")
    made = io.BytesIO()
    document.save(made)
    given = from_word(made.getvalue(), workbook())
    assert isinstance(given, Given)
    assert [(note.kind, note.text) for note in given.notes] == [("avveckla", "fax"), ("nyutveckla", "en app")]


SOUNDING = ["Avveckla", "Nyutveckla: en app", "stämmer", "1. fax", "Frågor"]


@pytest.mark.parametrize("suffix", ["md", "docx"])
def test_a_note_of_a_report_of_ours_that_sounds_like_a_heading_comes_back_as_that_note(suffix: str) -> None:
    group = Group()
    group.says(*SOUNDING)
    data = made(export(group.session), suffix)
    found = outcome(data, f"Samtal_Ek_2026-05-12.{suffix}", workbook=workbook()).told
    assert found
    assert found.unread == 0
    texts = [note.text for note in session_of(read(found.data).versions).notes()]
    assert sorted(texts) == sorted(note.text for note in group.session.notes())


@pytest.mark.parametrize("suffix", ["md", "docx"])
@pytest.mark.parametrize("profile", [INTERNAL, PUBLIC])
def test_what_a_report_says_by_itself_is_nobodys_note_and_what_was_said_is_not_told_of_it(
    suffix: str, profile: Profile
) -> None:
    group = Group()
    group.says("ord (7 håller med)", "två (stjärnmärkt)")
    (marked,) = group.says("tre")
    group.does(changes.alter, marked, group="Anna", star=True, supporters=2)
    found = outcome(
        made(export(group.session, profile), suffix), f"Samtal_Ek_2026-05-12.{suffix}", workbook=workbook()
    ).told
    assert found
    session = session_of(read(found.data).versions)
    notes = {note.text: note for note in session.notes()}
    assert set(notes) == {note.text for note in group.session.notes()}
    assert (notes["ord (7 håller med)"].supporters, notes["två (stjärnmärkt)"].star) == (0, False)
    assert notes["tre"].star
