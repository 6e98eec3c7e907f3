"""A discussion and its history as JSON, under the names of the session file."""

from __future__ import annotations

import json

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.story.history import history_of
from diskussion_tui.reports.as_json import history_values, session_values
from tests.support.builders import Group


def test_it_holds_head_overview_questions_kinds_answers_and_notes() -> None:
    group = Group()
    group.does(changes.set_verdict, "A.1", "nej")
    group.does(changes.set_wording, "A.3", "Varför?")
    group.says("Bänkar", kind="bort")
    (gone,) = group.says("Ångrat", kind="bort")
    group.does(changes.withdraw, gone)
    values = json.loads(json.dumps(session_values(group.session)))
    assert list(values) == [
        "session",
        "overview",
        "questions",
        "kinds",
        "verdicts",
        "answers",
        "notes",
        "parked",
        "conclusions",
        "rounds",
        "plan",
        "clock",
    ]
    assert (values["session"]["name"], values["session"]["date"]) == ("Ekerö", "2026-05-12")
    assert values["overview"] == {"notes": 1, "parts": ["A"], "kinds": {"bort": 1}}
    assert [(one["id"], one["verdict"], one["wording"]) for one in values["answers"]] == [
        ("A.1", "nej", ""),
        ("A.3", "", "Varför?"),
    ]
    assert [note["text"] for note in values["notes"]] == ["Bänkar"]
    assert values["notes"][0]["at"] == "2026-05-12T12:00:00+02:00"


def test_an_answer_that_was_undone_is_not_there() -> None:
    group = Group()
    group.does(changes.set_verdict, "A.1", "nej")
    group.undoes()
    assert session_values(group.session)["answers"] == []


def test_the_history_has_a_value_for_each_change_with_what_was_done_and_what_was_written() -> None:
    group = Group()
    (note,) = group.says("Bänkar", kind="bort")
    group.does(changes.revise, note, "Gamla bänkar")
    group.undoes()
    values = json.loads(json.dumps(history_values(group.session, history_of(group.session))))
    assert list(values) == ["session", "history"]
    assert values["session"]["name"] == "Ekerö"
    reworded, undone = values["history"][2:]
    assert list(reworded) == ["change", "at", "writer", "act", "undoes", "parts"]
    assert (reworded["writer"], reworded["act"], reworded["at"]) == (
        "anna",
        "did",
        "2026-05-12T12:00:00+02:00",
    )
    (part,) = reworded["parts"]
    assert list(part) == ["of", "id", "deeds", "beside", "stood", "version"]
    assert (part["of"], part["id"], part["beside"], part["stood"]) == ("notes", note, [], True)
    assert part["deeds"] == [{"what": "reworded", "before": "Bänkar", "after": "Gamla bänkar", "detail": ""}]
    assert (part["version"]["rev"], part["version"]["text"]) == (2, "Gamla bänkar")
    assert (undone["act"], undone["undoes"]) == ("undid", reworded["change"])
