"""Which keys the footer of the walk names: the few that do something here, the most useful first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.commands import Command, commands

if TYPE_CHECKING:
    from diskussion_tui.domain.workbook.steps import Step

_WRITING = (
    "save_note",
    "leave_edit",
    "turn",
    "wording",
    "to_notes",
    "next_step",
    "help",
    "picture",
    "big",
    "compass",
    "jump",
    "filter",
)
_AMONG_NOTES = (
    "merge_notes",
    "edit_note",
    "withdraw_note",
    "hands",
    "kind_note",
    "versions_note",
    "originals_note",
    "split_note",
    "mark_note",
    "move_note",
    "back_to_writing",
    "compass",
    "conclude_note",
    "park_note",
    "star_note",
    "dissent_note",
    "rank",
)
_CONCLUDING = (
    "save_note",
    "leave_edit",
    "turn",
    "to_notes",
    "previous_step",
    "finish",
    "help",
    "big",
    "jump",
)
_AMONG_CONCLUSIONS = (
    "edit_note",
    "withdraw_note",
    "star_note",
    "kind_note",
    "notes_conclusion",
    "move_note",
    "back_to_writing",
)
_READING = (
    "next_step",
    "previous_step",
    "details",
    "finish",
    "help",
    "big",
    "compass",
    "background",
    "jump",
    "rank",
)


RUN_OF_SHOW = (
    "pause_clock",
    "add_five",
    "take_time",
    "plan_minutes",
    "skip_item",
    "help",
    "set_end",
    "close_plan",
    "add_break",
    "plan_behaviour",
    "as_before",
    "add_one",
)
"""The keys of the run of show, those first that are pressed while a discussion goes on."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where in the walk somebody is: the step, whether it is the first or last, and what they are doing there."""

    step: Step
    first: bool
    last: bool
    writing: bool
    among_notes: bool
    at_task: bool
    rivals: bool = False
    concluding: bool = False
    at_conclusion: bool = False
    dissenting: bool = False
    merged: bool = False
    marked: bool = False


def footer_commands(where: Where) -> list[Command]:
    """The commands that the footer names, in the order of their use."""
    among_notes = where.among_notes and where.writing
    names = _among(where) if among_notes else _READING
    if where.writing and not among_notes:
        names = _CONCLUDING if where.concluding else _WRITING
    found = {command.id: command for command in commands("notes" if among_notes else "writing", "walk")}
    return [found[name] for name in names if _helps(name, where)]


def _among(where: Where) -> tuple[str, ...]:
    return _AMONG_CONCLUSIONS if where.at_conclusion else _AMONG_NOTES


def _helps(command: str, where: Where) -> bool:
    step = where.step
    asks = step.question.asks if step.question else ""
    helps = {
        "turn": (asks in {"kinds", "verdict"} and not where.dissenting) or where.concluding,
        "leave_edit": where.at_task,
        "to_notes": not where.at_task,
        "wording": asks == "own" and not where.at_task,
        "versions_note": where.rivals,
        "merge_notes": where.marked,
        "originals_note": where.merged,
        "split_note": where.merged,
        "kind_note": asks == "kinds" or where.at_conclusion,
        "picture": step.section is not None and step.role != "picture",
        "details": step.role == "start",
        "rank": step.section is not None,
        "previous_step": not where.first,
        "next_step": not where.last,
        "finish": step.role == "end",
    }
    return helps.get(command, True)
