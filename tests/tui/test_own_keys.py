"""Keys of one's own: what can be had, what is told of the rest, and that every place then speaks of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.settings import KeyAsked
from diskussion_tui.content.settings import problems_of, settings_in
from diskussion_tui.texts import words
from diskussion_tui.tui import commands
from diskussion_tui.tui.own_keys import changeable, checked, letters
from tests.support.people import facilitator, leading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def keys_as_declared() -> Iterator[None]:
    yield
    commands.take_keys({})


def asked(**keys: str) -> list[KeyAsked]:
    return [KeyAsked(command, key, line) for line, (command, key) in enumerate(keys.items(), 1)]


def codes(**keys: str) -> dict[str, str]:
    return {one.key.removeprefix("keys."): one.code for one in checked(asked(**keys))[1]}


def test_a_free_key_can_be_had() -> None:
    assert checked(asked(cues="f9", plan="f8", undo="ctrl+y", redo="ctrl+z"))[1] == ()


def test_two_commands_can_change_places() -> None:
    assert checked(asked(cues="f9", plan="f8"))[0] == {"cues": "f9", "plan": "f8"}


def test_a_key_that_another_command_has_cannot_be_had_nor_what_leans_on_it() -> None:
    assert codes(cues="f1") == {"cues": "clash"}
    assert codes(cues="f9", plan="f1") == {"plan": "clash", "cues": "clash"}
    assert set(codes(cues="f2", plan="f2", compass="f8").values()) == {"clash"}


@pytest.mark.parametrize(
    "key",
    [
        "a",
        "7",
        "@",
        "£",
        "$",
        "{",
        "[",
        "]",
        "}",
        "\\",
        "~",
        "^",
        "`",
        "´",
        "/",
        "ctrl+c",
        "ctrl+m",
        "f13",
        "",
    ],
)
def test_what_writes_is_dead_or_is_the_terminals_cannot_be_had(key: str) -> None:
    assert codes(cues=key) == {"cues": "no_key"}


@pytest.mark.parametrize("command", ["save_note", "cue", "hands", "leave_round", "to_notes"])
def test_what_belongs_to_the_line_or_a_list_or_is_no_command_keeps_its_key(command: str) -> None:
    assert codes(**{command: "f11"}) == {command: "no_command"}


@given(st.dictionaries(st.sampled_from(changeable()), st.sampled_from(("f1", "f5", "f8", "f11", *letters()))))
def test_whatever_is_asked_for_no_key_ever_does_two_things(keys: dict[str, str]) -> None:
    own, wrong = checked(asked(**keys))
    assert own.keys() | {one.key.removeprefix("keys.") for one in wrong} == keys.keys()
    commands.take_keys(own)
    for places in (("writing", "notes", "walk"), ("ranking",), ("plan",), ("reading",), ("home",), ("wall",)):
        held = sorted(
            {
                (key, one.id)
                for place in places
                for one in commands.commands(place)
                for key in one.keys_in(place)
                if one.id in own or key in own.values()
            }
        )
        assert all(a[0] != b[0] for a, b in pairwise(held))


def test_each_fault_is_a_row_with_the_nearest_right_word() -> None:
    read = settings_in(b'[keys]\ncue = "f11"\nplan = "F1"\nundo = 3\n', "settings.toml")
    assert [one.row() for one in problems_of(read, words("sv"))] == [
        'settings.toml:4  keys.undo  här ska stå en text  undo = "…"'
    ]
    rows = [one.row() for one in problems_of(replace(read, wrong=checked(read.keys)[1]), words("sv"))]
    assert rows[0].startswith("settings.toml:2  keys.cue  kommandot finns inte")
    assert rows[0].endswith("menade du cues?")
    assert rows[1].startswith("settings.toml:3  keys.plan  f1 är redan help")


async def test_the_new_key_does_it_the_old_one_does_nothing_and_every_place_names_it(tmp_path: Path) -> None:
    async with leading(
        tmp_path, at="B.1", own_keys={"plan": "f8", "cues": "f9", "undo": "ctrl+y", "redo": "ctrl+z"}
    ) as me:
        await me.says("Fax")
        await me.presses("ctrl+y")
        assert me.notes("B.1") == []
        await me.presses("ctrl+z")
        assert me.notes("B.1") == ["Fax"]
        await me.presses("f8")
        me.sees("Körschema")
        assert commands.keys_in(me.app.texts)["plan"] == "F8"


async def test_the_next_program_has_the_keys_that_are_declared(tmp_path: Path) -> None:
    async with facilitator(tmp_path / "a", own_keys={"help": "f5", "refresh": "f1", "big": "f1"}) as me:
        me.sees("F5 hjälp")
    async with facilitator(tmp_path / "b") as me:
        me.sees("F1 hjälp")
