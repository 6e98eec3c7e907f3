"""A form that came back on paper is typed in: box after box, an empty line goes on, and nothing is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.line.key_in import KeyIn
from tests.support.prompt import at_prompt

if TYPE_CHECKING:
    from pathlib import Path


def test_an_empty_line_goes_on_to_the_next_box_as_the_paper_has_them(tmp_path: Path) -> None:
    with at_prompt(tmp_path, sort=KeyIn) as me:
        prompts = [me.prompt]
        while not me.evening.over:
            me.types("")
            prompts.append(me.prompt)
        assert prompts[:6] == [
            "A 1, omdöme: ",
            "A 1: ",
            "A 2, avveckla: ",
            "A 2, vidareutveckla: ",
            "A 2, nyutveckla: ",
            "A 3, egen fråga: ",
        ]
        assert len([one for one in prompts if one.startswith("E")]) == 6  # the last one is said as it closes
        assert "Pappret är avskrivet: 0 anteckningar." in me.heard


def test_each_line_is_a_note_in_its_box(tmp_path: Path) -> None:
    with at_prompt(tmp_path, sort=KeyIn) as me:
        me.types(
            "delvis",
            "Ensamhet syns inte",
            "Tolk",
            "",
            "Fax",
            "",
            "",
            "Nattmottagning",
            "",
            "Vems behov?",
            "De som arbetar natt",
        )
        assert me.session.verdict("A.1") == "delvis"
        assert me.notes("A.1") == ["Ensamhet syns inte", "Tolk"]
        assert me.notes("A.2", "avveckla") == ["Fax"]
        assert me.notes("A.2", "vidareutveckla") == []
        assert me.notes("A.2", "nyutveckla") == ["Nattmottagning"]
        assert me.session.wording("A.3") == "Vems behov?"
        assert me.notes("A.3") == ["De som arbetar natt"]


def test_commands_are_what_they_are_everywhere_and_one_goes_on_from_where_they_lead(tmp_path: Path) -> None:
    with at_prompt(tmp_path, sort=KeyIn) as me:
        me.types("", "Fax", ".h 1 12")
        assert me.note("A.1").supporters == 12
        me.types(".gå B2")
        assert me.prompt == "B 2, avveckla: "
        me.types("", "Listning")
        assert me.notes("B.2", "vidareutveckla") == ["Listning"]
        me.types(".t")
        assert me.prompt == "B 1, omdöme: "
        me.types(".gå B", "")
        assert me.prompt == "B 1, omdöme: "


def test_a_note_without_a_question_of_their_own_is_typed_below_an_empty_line(tmp_path: Path) -> None:
    with at_prompt(tmp_path, sort=KeyIn) as me:
        me.types(".gå A3", "", "En anteckning")
        assert me.notes("A.3") == ["En anteckning"]
        assert me.session.wording("A.3") == ""


def test_what_is_no_verdict_is_said_and_stands_in_the_line_again(tmp_path: Path) -> None:
    with at_prompt(tmp_path, sort=KeyIn) as me:
        me.evening.edits = True
        assert "finns inte" in me.types("Ensamhet syns inte alls")
        assert me.evening.half_typed == "Ensamhet syns inte alls"
        assert me.prompt == "A 1, omdöme: "
        assert me.notes("A.1") == []


def test_no_time_of_the_discussion_is_counted(tmp_path: Path) -> None:
    with at_prompt(tmp_path, sort=KeyIn) as me:
        me.clock.passes(seconds=600)
        me.types("", "Fax", "", "Köer")
        me.clock.passes(seconds=600)
        me.types("")
        assert not any(me.evening.workshop.timing.used().values())


def test_interrupted_it_goes_on_in_the_box_where_it_was(tmp_path: Path) -> None:
    with at_prompt(tmp_path, sort=KeyIn) as me:
        me.types("", "Tolk", "", "Fax", "", "Listning")
        path = me.evening.workshop.path
    with at_prompt(tmp_path, sort=KeyIn, path=path) as me:
        assert me.prompt == "A 2, vidareutveckla: "
        me.types("Hemsjukvård")
        assert me.notes("A.2", "vidareutveckla") == ["Listning", "Hemsjukvård"]
