"""The words lie in rooms: each language has all of them, each fills its group and nothing else, and the other languages."""

from __future__ import annotations

import re
import typing
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import diskussion_tui.texts
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.texts.catalogue import Texts
from diskussion_tui.texts.catalogue.base import Words
from diskussion_tui.tui.commands import with_keys
from tests.support.sentences import ROOMS

if TYPE_CHECKING:
    from collections.abc import Iterator

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


KEY = re.compile(r"Ctrl\+|\b(?:Enter|Esc|Tab|PgDn|PgUp|Delete|Mellanslag|Space|F\d{1,2})\b")
NO_COMMANDS = {"dialogs", "keys", "cli", "usages"}
"""Dialogs and the shell have keys of their own, and the names of keys are what blanks are filled with."""
IN_DIALOGS = {
    *("commands.parked", "conclusions.parked_hint", "filtering.hint", "placing.hint", "merging.hint"),
    *("merging.hands_key", "merging.kind_key", "merging.kinds_alone"),
}
"""What is said within a dialog, of the dialog's own keys."""


def _sentences(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _sentences(one, place)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", [room for room in ROOMS if room not in NO_COMMANDS])
def test_no_sentence_names_a_key_that_a_command_could_get_instead(language: str, room: str) -> None:
    said = [
        (place, sentence)
        for name, value in vars(getattr(words(language), room)).items()
        for place, sentence in _sentences(value, f"{room}.{name}")
        if place not in IN_DIALOGS and KEY.search(sentence)
    ]
    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_for_a_key_is_that_of_a_command_and_is_filled_on_the_screen(language: str) -> None:
    said = with_keys(words(language))
    for room in ROOMS:
        for name, value in vars(getattr(said, room)).items():
            for place, sentence in _sentences(value, f"{room}.{name}"):
                assert "{key_" not in sentence, place
