"""The words lie in rooms: each language has all of them, each fills its group and nothing else, and the other languages."""

from __future__ import annotations

import re
import typing
from importlib import import_module
from pathlib import Path

import pytest

import diskussion_tui.texts
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.texts.catalogue import Texts
from diskussion_tui.texts.catalogue.base import Words
from diskussion_tui.tui.commands import COMMANDS, keys_in, with_keys
from diskussion_tui.tui.dialog_keys import KEYS
from tests.support.sentences import ROOMS, sentences, spoken

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
    fields = typing.get_type_hints(type(group), localns={"Plural": object, "Toml": object, "Reasons": object})
    missing = {field for field in fields if field not in vars(group) and not hasattr(type(group), field)}
    assert (missing, set(vars(group)) - set(fields)) == (set(), set())
    for inner in vars(group).values():
        if isinstance(inner, Words):
            _is_full(inner)


def test_a_room_is_loaded_once() -> None:
    assert words("sv").walk is words("sv").walk
    assert words("sv") is words("")


KEY = re.compile(r"Ctrl\+|\b(?:Enter|Esc|Tab|PgDn|PgUp|Delete|Mellanslag|Space|F\d{1,2})\b|[↑↓]")
LETTER = re.compile(r"(?i:tryck|press) (?!a )\w\b|(?<![\w{.:’'[-])[b-hj-zåäö+!](?= [a-zåäö])")
"""A letter or sign that one is told to press, or that begins what is said of it. `i` is a word in Swedish, `a` one in English."""
SHELL = {"cli", "usages", "workbook"}
NO_KEYS = {
    *("dialogs.help_notes", "filtering.dissent", "conclusions.overdue"),  # the sign that stands beside a note
    "pasting.copy_hint",  # the terminal's own key
    "query.loose",  # letters that are sought
    *("walk.till_above", "walk.till_below"),  # where what is out of view stands
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_names_a_key_that_stands_elsewhere_already(language: str) -> None:
    said = {
        place
        for place, sentence in sentences(language).items()
        if place.partition(".")[0] not in {"keys", *SHELL}
        and (KEY.search(sentence) or LETTER.search(sentence))
    }
    assert said == NO_KEYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_for_a_key_is_that_of_a_command_or_a_dialog_and_is_filled_on_the_screen(
    language: str,
) -> None:
    assert not [
        place for place, sentence in spoken(with_keys(words(language))).items() if "{key_" in sentence
    ]


def test_no_key_of_a_dialog_is_called_as_a_command_is() -> None:
    assert not {command.id for command in COMMANDS} & {*KEYS}


def test_a_command_with_another_key_somewhere_is_named_by_the_key_it_has_there() -> None:
    said = words("sv")
    assert keys_in(said)["background_home"] == "F4"
    assert keys_in(said)["background"] == "Ctrl+B"
    assert with_keys(said).dialogs.form_hint == "Enter nästa   Ctrl+S klar   Esc avbryter"
