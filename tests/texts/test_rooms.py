"""The words lie in rooms: each language has all of them, each fills its group and nothing else, and the other languages."""

from __future__ import annotations

import typing
from importlib import import_module
from pathlib import Path

import pytest

import diskussion_tui.texts
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.texts.catalogue import Texts
from diskussion_tui.texts.catalogue.base import Words
from tests.support.sentences import ROOMS

TEXTS = Path(diskussion_tui.texts.__file__).parent
NO_ROOMS = {"__init__", "base"}
PARTS = {"toml"}
"""Filled in each language as the rooms are, and reached through the two rooms that it is a part of."""
DECLARED = {room: str(Texts.__annotations__[room]).removeprefix("Room[").removesuffix("]") for room in ROOMS}


def _modules(folder: str) -> set[str]:
    return {file.stem for file in (TEXTS / folder).glob("*.py")} - NO_ROOMS


def test_the_catalogue_has_a_module_a_room() -> None:
    assert _modules("catalogue") == {*ROOMS} | PARTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_room(language: str) -> None:
    assert _modules(language) == {*ROOMS} | PARTS


def test_every_folder_of_rooms_is_a_language() -> None:
    assert {folder.parent.name for folder in TEXTS.glob("*/__init__.py")} == {*LANGUAGES, "catalogue"}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_room_fills_its_group_and_nothing_else(language: str, room: str) -> None:
    filled = getattr(words(language), room)
    assert type(filled).__name__ == DECLARED[room]
    assert type(filled).__module__ == f"diskussion_tui.texts.catalogue.{room}"
    module = import_module(f"diskussion_tui.texts.{language}.{room}")
    assert [name for name, value in vars(module).items() if isinstance(value, Words) and value is filled] == [
        "WORDS"
    ]
    _is_full(filled)


def _is_full(group: Words) -> None:
    fields = typing.get_type_hints(type(group), localns={"Plural": object, "Toml": object})
    missing = {field for field in fields if field not in vars(group) and not hasattr(type(group), field)}
    assert (missing, set(vars(group)) - set(fields)) == (set(), set())
    for inner in vars(group).values():
        if isinstance(inner, Words):
            _is_full(inner)


def test_a_room_is_loaded_once() -> None:
    assert words("sv").walk is words("sv").walk
    assert words("sv") is words("")
