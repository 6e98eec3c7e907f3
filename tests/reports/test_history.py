"""The printed history: when, who and what in words, whole where words are new, within the margin whatever they are."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes, conclusions
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import BY_HAND
from diskussion_tui.domain.story.diff import What
from diskussion_tui.domain.story.history import history_of, history_of_note
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.history import history, taken_back
from diskussion_tui.texts import words
from tests.support.builders import NOON, Group, every_version
from tests.support.hostile import Evening, evenings

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

SV, EN = words("sv"), words("en")


def page(session: Session, said: Texts = SV, width: int = 80) -> str:
    return history(session, history_of(session), said, width)


def flat(text: str) -> str:
    """A text without its blanks, so that it is found wherever it was broken."""
    return re.sub(r"\s", "", text)


def evening() -> Group:
    """An evening and the morning after."""
    group = Group()
    group.clock.passes(minutes=3)
    group.does(changes.set_details, {"facilitator": "Åsa", "participants": 8})
    group.clock.passes(minutes=2)
    (bench, _pond) = group.says("Gamla bänkar", "En damm", kind="bort")
    group.clock.passes(minutes=2)
    group.does(changes.revise, bench, "Alla gamla bänkar\noch stolar")
    group.does(changes.support, bench, 4)
    group.does(changes.move, bench, "A.1", "")
    group.does(changes.set_verdict, "A.1", "nej")
    group.does(changes.set_wording, "A.3", "Vem?")
    group.does(changes.withdraw, bench)
    group.clock.passes(days=1)
    group.undoes()
    group.clock.passes(minutes=1)
    group.redoes()
    group.does(changes.set_state, "fastställd")
    return group


SWEDISH = """\
Ekerö
─────
fastställd · 12 ändringar

2026-05-12
──────────

12:00  Diskussionen började                                                 anna

12:03  Samtalsledare: Åsa                                                   anna
       Antal deltagare: 8

12:05  A 2  Ny anteckning  (ID_1)                                           anna
         − Gamla bänkar
       A 2  Ny anteckning  (ID_2)
         − En damm

12:07  A 2  Omformulerad  (ID_1)                                            anna
         − Gamla bänkar
         → Alla gamla bänkar
           och stolar

12:07  A 2  Håller med: 0 → 4  (ID_1)                                       anna
         − Alla gamla bänkar och stolar

12:07  A 1  Flyttad hit från A 2, kategori: − Bort → ingen  (ID_1)          anna
         • Alla gamla bänkar och stolar

12:07  A 1  Omdöme: nej                                                     anna

12:07  A 3  Gruppens egen fråga                                             anna
         ? Vem?

12:07  A 1  Borttagen  (ID_1)                                               anna
         • Alla gamla bänkar och stolar

2026-05-13
──────────

12:07  Ångrat: det som gjordes 2026-05-12 12:07                             anna
       A 1  Återställd  (ID_1)
         • Alla gamla bänkar och stolar

12:08  Gjort om: det som ångrades 12:07                                     anna
       A 1  Borttagen  (ID_1)
         • Alla gamla bänkar och stolar

12:08  Diskussionen fastställdes                                            anna"""


def test_an_evening_is_told_change_by_change() -> None:
    group = evening()
    first, second = sorted(key[1][-4:] for key in group.session.versions if key[0] == "notes")
    assert page(group.session) == SWEDISH.replace("ID_1", first).replace("ID_2", second)


@pytest.mark.parametrize(
    "said",
    [
        "final · 12 changes",
        "The discussion began",
        "Facilitator: Åsa",
        "A 2  New note",
        "A 2  Reworded",
        "A 2  Agree: 0 → 4",
        "A 1  Moved here from A 2, kind: − Bort → none",
        "A 1  Verdict: nej",
        "A 3  The group's own question",
        "A 1  Withdrawn",
        "Undone: what was done at 2026-05-12 12:07",
        "Redone: what was undone at 12:07",
        "The discussion was made final",
    ],
)
def test_an_evening_is_told_in_english(said: str) -> None:
    assert said in page(evening().session, EN)


def test_every_deed_has_its_words_in_both_languages() -> None:
    for deed in set(get_args(What)) - {"detail", "field"}:
        assert getattr(SV.history, deed) != getattr(EN.history, deed)


def test_a_detail_is_told_from_what_to_what() -> None:
    group = Group()
    group.does(changes.set_details, {"place": "Ekerö"})
    group.does(changes.set_details, {"place": "Nacka", "name": "Nacka"})
    group.does(changes.set_details, {"place": ""})
    said = page(group.session)
    for line in ("Plats: Ekerö\n", "Plats: Ekerö → Nacka\n", "Namn: Ekerö → Nacka", "Plats: Nacka → –"):
        assert line.rstrip("\n") in said


def test_a_mark_is_told_when_it_is_set_and_when_it_is_taken_off() -> None:
    group = Group()
    (note,) = group.says("Fax")
    for change in (changes.toggle_star, changes.toggle_star, changes.toggle_dissent, changes.toggle_dissent):
        group.does(change, note)
    said = page(group.session)
    for line in (
        "A 2  Stjärna  (",
        "A 2  Stjärnan borttagen",
        "A 2  Avvikande mening  (",
        "A 2  Avvikande mening borttagen",
    ):
        assert said.count(line) == 1


def test_what_was_changed_in_the_file_says_so_and_gives_no_time() -> None:
    group = Group()
    (note,) = group.says("Fax")
    was = group.session.note(note)
    assert was
    later = was.at + dt.timedelta(days=5)
    by_hand = replace(was, rev=2, text="Faxar", writer=BY_HAND, change=f"{was.change}-fil", at=later)
    said = page(session_of([*every_version(group.session), by_hand]))
    short = note[-4:]
    assert later.date().isoformat() not in said
    assert said.endswith(
        f"\n\n       Ändrad i filen, okänt när\n       A 2  Omformulerad  ({short})\n         • Fax\n         → Faxar"
    )


def test_an_undo_of_what_is_not_kept_says_so() -> None:
    group = Group()
    (note,) = group.says("Fax")
    group.does(changes.revise, note, "Faxen")
    group.undoes()
    said = page(session_of([one for one in every_version(group.session) if one.rev != 2]))
    assert "Ångrat: något som inte finns kvar" in said
    assert "A 2  Inget ändrades" in said


def test_two_versions_at_the_same_time_say_of_each_other_and_which_one_counted() -> None:
    anna = Group("anna")
    (note,) = anna.says("Fax")
    bo = Group("bo", anna.session, start=900)
    anna.does(changes.revise, note, "Faxen")
    bo.does(changes.support, note, 5)
    anna.hears(bo.session)
    said = page(anna.session)
    assert "→ Faxen\n         Samtidigt ändrad av bo. Den andra versionen gällde." in said
    assert "Samtidigt ändrad av anna. Det här är versionen som gällde." in said


def test_the_history_of_a_note_says_which_note() -> None:
    group = evening()
    note = min(key[1] for key in group.session.versions if key[0] == "notes")
    said = history(group.session, history_of_note(group.session, note), SV, note_id=note)
    assert f"Anteckningen {note} · 7 ändringar" in said
    assert "En damm" not in said


def test_kinds_and_verdicts_that_nothing_words_are_called_by_their_ids() -> None:
    group = Group()
    group.says("Fax", kind="okänt")
    group.does(changes.set_verdict, "A.1", "tja")
    assert "• Fax" in page(group.session)
    assert "Omdöme: tja" in page(group.session)


def test_a_writer_with_no_room_beside_what_was_done_stands_above_it() -> None:
    group = Group("w" * 60)
    group.says("Fax")
    lines = page(group.session).split("\n")
    assert f"12:00  {' ' * 13}{group.writer}" in lines
    assert "       Diskussionen började" in lines


@pytest.mark.parametrize(("apart", "stands"), [(3, "beside"), (2, "beside"), (1, "above"), (0, "above")])
def test_a_writer_stands_beside_what_was_done_where_two_cells_are_left_between(
    apart: int, stands: str
) -> None:
    done = "12:00  Diskussionen började"
    group = Group("w" * (80 - len(done) - apart))
    lines = page(group.session).split("\n")
    assert (f"{done}{' ' * apart}{group.writer}" in lines) == (stands == "beside")
    assert ("       Diskussionen började" in lines) == (stands == "above")
    assert max(map(cells, lines)) == 80


def test_a_writer_as_long_as_a_page_breaks_no_margin() -> None:
    group = Group("w" * 200)
    said = page(group.session)
    assert group.writer in flat(said)
    assert max(map(cells, said.split("\n"))) == 80


@given(st.text(min_size=1, max_size=300), st.integers(30, 80))
def test_no_new_words_are_lost_or_break_the_margin(text: str, width: int) -> None:
    group = Group()
    ids = group.says("Fax", kind="bort")
    group.does(changes.revise, ids[0], text)
    note = group.session.note(ids[0])
    assert note
    said = page(group.session, width=width)
    assert flat(note.text) in flat(said)
    assert max(map(cells, said.split("\n"))) <= width


@given(evenings())
def test_every_evening_can_be_told_in_both_languages(evening: Evening) -> None:
    for said in (SV, EN):
        text = page(evening.session, said)
        assert said.history.changes(len(history_of(evening.session))) in text
        assert max(map(cells, text.split("\n"))) <= 80


def test_a_long_conclusion_that_is_done_is_cut_to_the_margin() -> None:
    group = Group()
    said = conclusions.read("Ring alla som " + "väntar " * 30, "åtgärd", ("A",), NOON.date())
    one = group.new_id()
    group.does(conclusions.conclude, one, "åtgärd", said)
    group.does(conclusions.toggle_done, one)
    told = page(group.session).split("\n")
    assert max(map(cells, told)) <= 80
    assert [line for line in told if line.endswith("…") and cells(line) > 70]


def test_what_is_done_to_a_conclusion_agrees_with_its_sort() -> None:
    group = Group()
    for sort in ("slutsats", "medskick"):
        group.does(conclusions.conclude, sort, sort, conclusions.read("Bänkar", sort, ("A",), NOON.date()))
        group.does(conclusions.conclude_again, sort, "Nya bänkar", ("A",))
        group.does(conclusions.withdraw_conclusion, sort)
        group.undoes()
    shown = page(group.session)
    for said in ("Ny slutsats", "Nytt medskick", "Omformulerad", "Omformulerat", "Borttagen", "Borttaget"):
        assert said in shown
    assert "Ny medskick" not in shown


def test_what_is_taken_back_is_told_as_a_phrase_with_its_parts_apart() -> None:
    group = Group()
    group.says("Gamla bänkar")
    made = group.undoes()
    assert made
    assert taken_back(group.session, made, SV) == "”Gamla bänkar”, ny anteckning"
