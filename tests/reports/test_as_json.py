"""A discussion as JSON: what is in force, under the names of the session file."""

from __future__ import annotations

import json

from diskussion_tui.domain import changes
from diskussion_tui.reports.as_json import session_values
from tests.support.builders import Group


def test_it_holds_head_overview_questions_kinds_answers_and_notes() -> None:
    group = Group()
    group.does(changes.set_verdict, "A.1", "nej")
    group.does(changes.set_wording, "A.3", "Varför?")
    group.says("Bänkar", kind="bort")
    (gone,) = group.says("Ångrat", kind="bort")
    group.does(changes.withdraw, gone)
    values = json.loads(json.dumps(session_values(group.session)))
    assert list(values) == ["session", "overview", "questions", "kinds", "verdicts", "answers", "notes"]
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
