"""What must hold of a workbook beyond its types, so that it can be led: each check yields rows, none stops the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.signs import fills_one_cell
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import COMPASS, END, START, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diskussion_tui.content.lines import KeyPath
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.problems import Problems

    Row: TypeAlias = tuple[KeyPath, str, str]


def check(workbook: Workbook, words: Texts) -> list[Row]:
    """Everything that is wrong with a well-typed workbook: path, what is wrong, what to write."""
    said = words.problems
    checks = (_ids, _kinds, _questions, _sections_named, _minutes, _fit)
    return [row for one in checks for row in one(workbook, said)]


def _ids(workbook: Workbook, said: Problems) -> Iterator[Row]:
    taken: dict[str, KeyPath] = {START: (), COMPASS: (), END: ()}
    for path, step_id in _step_ids(workbook):
        if not step_id or step_id in taken:
            yield path, said.duplicate_id.format(id=step_id), said.another_id
        taken[step_id] = path
    groups = {"kinds": workbook.kinds, "verdicts": workbook.verdicts}
    for name, items in groups.items():
        yield from _twice([((name, place, "id"), item.id) for place, item in enumerate(items)], said)
    areas = [
        (("compass", "areas", place, "id"), area.id) for place, area in enumerate(workbook.compass.areas)
    ]
    yield from _twice(areas, said)


def _step_ids(workbook: Workbook) -> Iterator[tuple[KeyPath, str]]:
    for place, section in enumerate(workbook.sections):
        yield ("sections", place, "id"), section.id
        for number, question in enumerate(section.questions):
            yield ("sections", place, "questions", number, "id"), question.id
    for place, field in enumerate(workbook.reflections.fields):
        yield ("reflections", "fields", place, "id"), field.id


def _twice(items: Iterable[tuple[KeyPath, str]], said: Problems) -> Iterator[Row]:
    seen: set[str] = set()
    for path, item in items:
        if not item or item in seen:
            yield path, said.duplicate_id.format(id=item), said.another_id
        seen.add(item)


def _kinds(workbook: Workbook, said: Problems) -> Iterator[Row]:
    if not workbook.kinds:
        yield ("kinds",), said.no_kinds, said.no_kinds_write
    keys = Counter(kind.key for kind in workbook.kinds)
    for place, kind in enumerate(workbook.kinds):
        if not fills_one_cell(kind.key) or kind.key.isalnum():
            yield ("kinds", place, "key"), said.kind_key.format(key=kind.key), said.kind_key_write
        elif keys[kind.key] > 1:
            yield ("kinds", place, "key"), said.keys_collide.format(key=kind.key), said.kind_key_write
        if not fills_one_cell(kind.sign):
            yield ("kinds", place, "sign"), said.kind_sign, said.kind_sign_write


def _questions(workbook: Workbook, said: Problems) -> Iterator[Row]:
    if not workbook.sections:
        yield ("sections",), said.no_sections, said.no_sections_write
    for place, section in enumerate(workbook.sections):
        path = ("sections", place)
        if not section.questions:
            yield path, said.no_questions.format(id=section.id), said.no_questions_write
        for number, question in enumerate(section.questions):
            at = (*path, "questions", number)
            if question.asks != "own" and not question.text:
                yield at, said.no_wording.format(id=question.id), said.no_wording_write
            if not question.id.startswith(f"{section.id}."):
                yield (
                    (*at, "id"),
                    said.foreign_id.format(id=question.id),
                    said.foreign_id_write.format(id=section.id),
                )
            if question.asks == "verdict" and not workbook.verdicts:
                yield at, said.no_verdicts, said.no_verdicts_write
            if question.asks == "reflection":
                yield (*at, "asks"), said.misplaced_reflection, said.misplaced_reflection_write


def _sections_named(workbook: Workbook, said: Problems) -> Iterator[Row]:
    known = [section.id for section in workbook.sections]
    for place, field in enumerate(workbook.reflections.fields):
        path = ("reflections", "fields", place)
        if field.section and field.section not in known:
            yield (*path, "section"), said.no_such_section.format(id=field.section), ", ".join(known)
        if not field.id.startswith(f"{workbook.reflections.id}."):
            write = said.foreign_id_write.format(id=workbook.reflections.id)
            yield (*path, "id"), said.foreign_id.format(id=field.id), write


def _minutes(workbook: Workbook, said: Problems) -> Iterator[Row]:
    steps = steps_of(workbook)
    if any(step.minutes < 0 for step in steps):
        yield ("total_minutes",), said.negative_minutes, said.negative_minutes_write
    total = sum(step.minutes for step in steps)
    if total != workbook.total_minutes:
        what = said.minutes_differ.format(total=workbook.total_minutes, steps=total)
        yield ("total_minutes",), what, said.minutes_write.format(steps=total)


def _fit(workbook: Workbook, said: Problems) -> Iterator[Row]:
    """Steps that do not fit the big picture: a room cannot scroll."""
    room = layout.BIG_LINES - 1  # the heading has the first line
    printed: list[tuple[KeyPath, int]] = [
        (("introduction",), len(layout.introduction(workbook.introduction, layout.BIG_COLUMNS, airy=False))),
        (("compass",), len(layout.compass_in_short(workbook.compass, layout.BIG_COLUMNS))),
        (("closing",), len(layout.closing(workbook.closing, layout.BIG_COLUMNS))),
    ]
    for place, section in enumerate(workbook.sections):
        printed.append((("sections", place), len(layout.picture(section, layout.BIG_COLUMNS, airy=False))))
        for number, question in enumerate(section.questions):
            lines = len(layout.wrap(question.text, layout.BIG_COLUMNS)) * 2  # half the room is for the notes
            printed.append((("sections", place, "questions", number), lines))
    for path, lines in printed:
        if lines > room:
            yield (
                path,
                said.too_long.format(lines=lines, room=room, columns=layout.BIG_COLUMNS),
                said.too_long_write,
            )
