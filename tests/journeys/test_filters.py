"""Somebody looks at some of the notes: one key, by every sort of filter, and nobody believes that a note is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.changes import alter
from diskussion_tui.domain.session.records import Note
from tests.support.people import SMALL_WORKBOOK, facilitator, leading

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Change, Session
    from tests.support.people import Facilitator

FAX, LETTER, HOME, LINE = "Fax #fax @anna", "Brev #fax", "Hemsjukvård hemma", "1177 först"


def at_table(session: Session, stamp: Stamp, note_id: str, table: str) -> Change | None:
    return alter(session, stamp, note_id, group=table)


async def has_said(me: Facilitator) -> None:
    """Four notes: tagged, owned, starred, agreed with, disputed, at a table, on the compass."""
    await me.begins("Ekerö")
    await me.goes_to("B.2")
    await me.says(FAX, LETTER)
    await me.presses("tab")
    await me.says(HOME, LINE)
    await me.presses("up", "f2", "enter", "up", "space", "t", "3", "left", "space", "!", "escape", "escape")
    first = me.session.notes_of("B.2")[0]
    assert me.app.workshop
    me.app.workshop.do(at_table, first.id, "3")
    await me.waits()


def in_view(me: Facilitator) -> set[str]:
    shown = " ".join(me.text().split())
    return {text for text in (FAX, LETTER, HOME, LINE) if text.split()[0] in shown.partition("Avveckla")[2]}


@pytest.mark.parametrize(
    ("typed", "name", "shown"),
    [
        ("avv", "− Avveckla", {FAX, LETTER}),
        ("stjärna", "★ med stjärna", {HOME}),
        ("avvikande", "! med avvikande mening", {FAX}),
        ("ingen håller", "ingen håller med ännu", {FAX, LETTER, LINE}),
        ("#fax", "#fax", {FAX, LETTER}),
        ("@an", "@anna", {FAX}),
        ("bord: 3", "bord: 3", {FAX}),
        ("inget bord", "inget bord", {LETTER, HOME, LINE}),
        ("vårdg", "⌖ 1177 Vårdguiden", {LINE}),
        ("inte placerade", "⌖ inte placerade", {FAX, LETTER, HOME}),
    ],
)
async def test_each_sort_of_filter_is_found_by_typing_and_says_how_many_of_how_many(
    tmp_path: Path, typed: str, name: str, shown: set[str]
) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        await me.presses("f6")
        await me.types(typed)
        await me.presses("enter")
        assert in_view(me) == shown
        me.sees(f"Filter: {name} · {len(shown)} av 4 · F6 visar alla")
        await me.presses("f6")
        assert in_view(me) == {FAX, LETTER, HOME, LINE}
        me.misses("Filter:")


async def test_the_key_at_the_edge_chooses_at_once(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        for key, name in ((">", "› Vidareutveckla"), ("!", "! med avvikande mening"), ("1", "★ med stjärna")):
            await me.presses("f6")
            me.sees(f"  {key}  {name}")
            await me.presses(key)
            me.sees(f"Filter: {name} · ")
            await me.presses("escape")
            me.misses("Filter:")


async def test_a_key_pressed_twice_in_haste_chooses_once_and_the_second_is_typed(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        await me.presses("f6")
        await me.types("11")
        me.sees("Filter: ★ med stjärna")
        assert me.stage.capture.text == "1"


async def test_a_new_note_is_never_hidden_nor_one_that_stops_fitting(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        await me.presses("f6", "1")
        assert in_view(me) == {HOME}
        me.clock.passes(seconds=2)
        await me.says("Helt nytt")
        me.sees("› 5 Helt nytt", "2 av 5")
        await me.presses("up", "up", "space", "t")
        assert not any(note.star for note in me.session.notes())
        assert in_view(me) == {HOME}


async def test_a_filter_is_a_way_of_looking_and_is_left_behind_with_its_step(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        before = me.session
        await me.presses("f6", "-")
        assert in_view(me) == {FAX, LETTER}
        assert me.session.current(Note) == before.current(Note)
        await me.presses("pagedown", "pageup")
        assert in_view(me) == {FAX, LETTER, HOME, LINE}


async def test_the_line_and_its_half_typed_note_are_left_alone(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        await me.types("halv")
        await me.presses("f6", "-")
        assert me.stage.capture.text == "halv"
        await me.types("t")
        assert me.stage.capture.text == "halvt"


async def test_the_way_up_leads_only_to_notes_in_view(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        await me.presses("f6", "!", "up")
        assert me.chosen == FAX


async def test_the_room_sees_that_some_are_shown(tmp_path: Path) -> None:
    async with facilitator(tmp_path) as me:
        await has_said(me)
        await me.presses("f6", "1", "f5")
        me.sees("Filter: ★ med stjärna · 1 av 4")
        assert HOME in me.text()
        assert FAX not in me.text()


async def test_where_there_is_nothing_to_filter_by_it_is_said(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        await me.presses("f6")
        me.sees("Filter fungerar bara där det går att anteckna.")
        await me.goes_to("B.2")
        await me.presses("f6")
        me.sees("Här finns inget att filtrera på ännu.")


async def test_reflections_and_questions_without_kinds_are_filtered_too(tmp_path: Path) -> None:
    async with leading(tmp_path) as me:
        for step, other in (("B.1", "Rum"), ("E.B", "Golv")):
            await me.goes_to(step)
            await me.says("Tid #tid", other)
            await me.presses("f6", "1")
            me.sees("Filter: #tid · 1 av 2 · F6 visar alla", "Tid #tid")
            me.misses(other)


async def test_in_english_with_another_workbook(tmp_path: Path) -> None:
    async with leading(
        tmp_path,
        "Team",
        workbook=SMALL_WORKBOOK,
        lang="en",
        at="1.2",
        said=["Shorter handovers #time", "Fewer mails"],
    ) as me:
        await me.presses("f6")
        me.sees("Show only some of the notes", "=  = Keep", "1  #time")
        await me.presses("1")
        me.sees("Filter: #time · 1 of 2 · F6 shows all")
        me.misses("Fewer mails")
