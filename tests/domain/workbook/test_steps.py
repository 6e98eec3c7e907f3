"""The walk through the workbook that ships, and jumping in it."""

from __future__ import annotations

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.workbook.steps import parts_of, step_named, steps_of
from tests.support.builders import small_workbook, workbook_in

WORKBOOK = workbook_in(default_workbook())
STEPS = steps_of(WORKBOOK)


def test_the_walk_goes_from_the_welcome_through_every_part_to_the_thanks():
    parts = [step for part in "ABCD" for step in (part, f"{part}.1", f"{part}.2", f"{part}.3")]
    reflections = ["E.A", "E.B", "E.C", "E.D", "E.helheten"]
    assert [step.id for step in STEPS] == ["start", "kompass", *parts, *reflections, "slut"]


def test_each_step_knows_its_role_its_part_and_its_number():
    found = {step.id: (step.role, step.part, step.number) for step in STEPS}
    assert found["kompass"] == ("compass", "", "")
    assert found["B"] == ("picture", "B", "")
    assert found["B.2"] == ("question", "B", "2")
    assert found["E.helheten"] == ("reflection", "E", "helheten")


def test_a_reflection_has_the_section_it_looks_back_on_in_view_and_the_whole_has_none():
    seen = [step.section.id if step.section else "" for step in STEPS if step.role == "reflection"]
    assert seen == ["A", "B", "C", "D", ""]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("b2", "B.2"), ("B.2", "B.2"), (" b 2 ", "B.2"), ("E.Helheten", "E.helheten"), ("KOMPASS", "kompass")],
)
def test_a_step_is_found_however_it_is_typed(typed: str, meant: str):
    step = step_named(STEPS, typed)
    assert step
    assert step.id == meant


def test_a_step_that_is_not_there_is_not_found():
    assert step_named(STEPS, "F.1") is None


def test_the_parts_hold_the_steps_that_ask_something():
    assert [(part, len(steps)) for part, steps in parts_of(STEPS)] == [(part, 3) for part in "ABCD"] + [
        ("E", 5)
    ]


def test_another_workbook_gives_another_walk():
    small = [step.id for step in steps_of(small_workbook())]
    assert small == ["start", "kompass", "A", "A.1", "A.2", "A.3", "E.A", "E.allt", "slut"]
