"""The settings file: what is right in it counts, what is not is told on its line, and nothing stops the program."""

from __future__ import annotations

import os
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.base.settings import KeyAsked, Settings, SettingsRead, Wrong
from diskussion_tui.content.settings import NAMES, choices, fits, problems_of, read_settings, settings_in
from diskussion_tui.texts import words
from diskussion_tui.tui.themes import THEMES

if TYPE_CHECKING:
    from pathlib import Path


def told(text: str, language: str = "sv") -> list[str]:
    return [one.row() for one in problems_of(settings_in(text.encode(), "settings.toml"), words(language))]


def test_a_pipe_that_stands_under_its_name_is_not_waited_for(tmp_path: Path):
    path = tmp_path / "settings.toml"
    os.mkfifo(path)
    read = read_settings(path)
    assert [one.code for one in read.wrong] == ["unreadable"]


def test_what_stands_in_the_file_counts_and_the_rest_is_as_where_nothing_was_chosen():
    read = settings_in(b'\xef\xbb\xbftheme = "light" # i salen\nfacilitator = " Sektionschefen\\n"\n', "x")
    assert read.settings == Settings(theme="light", facilitator="Sektionschefen")
    assert (read.given, read.wrong) == ({"theme", "facilitator"}, ())


def test_where_there_is_no_file_nothing_was_chosen(tmp_path: Path):
    for path in (tmp_path / "settings.toml", tmp_path / "settings.toml" / "x"):
        assert read_settings(path).settings == Settings()
        assert read_settings(path).wrong == ()


def test_each_thing_that_is_wrong_is_a_row_and_costs_only_itself():
    text = 'unit = "Norr"\nthemes = "light"\n\ntime_up = "högt"\nlanguage = 3\nfarg = "röd"\n[keys]\nundo = "f3"\n'
    read = settings_in(text.encode(), "settings.toml")
    assert read.settings == Settings(unit="Norr")
    assert told(text) == [
        "settings.toml:2  themes  nyckeln finns inte  menade du theme?",
        'settings.toml:4  time_up  ”högt” går inte att välja  välj bland: "inget", "ljud", "blink"',
        'settings.toml:5  language  här ska stå en text  language = "…"',
        f"settings.toml:6  farg  nyckeln finns inte  här finns: {', '.join(NAMES)}",
    ]


@pytest.mark.parametrize(
    ("text", "told_"),
    [
        ('theme = "light"\ntheme = "dark"\n', "nyckeln finns redan"),
        ('unit = "Norr"\ntheme = \n', "värdet är fel skrivet"),
    ],
)
def test_it_is_told_why_a_file_is_no_toml(text: str, told_: str):
    (row,) = told(text)
    assert row.startswith("settings.toml:2  det är inte giltig TOML: ")
    assert told_ in row


def test_a_wrong_key_and_a_wrong_table_cost_only_themselves():
    read = settings_in(b'unit = "Norr"\n[keys]\nundo = 3\nredo = " F4 "\n', "x")
    assert [(one.code, one.line, one.key) for one in read.wrong] == [("type", 3, "keys.undo")]
    assert read.keys == (KeyAsked("redo", "f4", 4),)
    read = settings_in(b'keys = 3\nunit = "Norr"\n', "x")
    assert [(one.code, one.line, one.key) for one in read.wrong] == [("table", 1, "keys")]
    assert (read.keys, read.settings.unit) == ((), "Norr")


@pytest.mark.parametrize("value", ['"en"', "3", '["en", 3]'])
def test_folders_are_a_list_of_texts(value: str):
    read = settings_in(f"folders = {value}\n".encode(), "x")
    assert [(one.code, one.key) for one in read.wrong] == [("type", "folders")]
    assert read.settings.folders == ()
    assert settings_in(b'folders = [" a ", "b"]', "x").settings.folders == ("a", "b")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("data", "line"),
    [(b'theme = "light"\ntheme = ', 2), (b'theme = "light"\nunit = "\xe5"\n', 2), (b"a" + b".a" * 99, 1)],
)
def test_a_file_that_is_no_toml_is_told_of_and_counts_for_nothing(data: bytes, line: int, language: str):
    read = settings_in(data, "settings.toml")
    (row,) = (one.row() for one in problems_of(read, words(language)))
    assert read.settings == Settings()
    assert row.startswith(f"settings.toml:{line}  ")


def test_a_folder_in_its_place_is_told_of(tmp_path: Path):
    (problem,) = problems_of(read_settings(tmp_path), words("sv"))
    assert "går inte att läsa" in problem.what


@given(st.binary(max_size=200))
def test_no_file_whatever_stops_the_program(data: bytes):
    read = settings_in(data, "x")
    assert all(fits(name, getattr(read.settings, name)) for name in NAMES)
    for language in LANGUAGES:
        problems_of(read, words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_has_a_sentence_of_its_own(language: str):
    sentences = [words(language).settings.of(one.name) for one in fields(Settings)]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)


def test_what_can_be_chosen_is_what_there_is():
    assert choices("theme") == THEMES
    assert choices("language") == ("", *LANGUAGES)


def test_what_a_discussion_says_from_the_start_is_what_was_set():
    assert Settings().details == {}
    assert Settings(unit="Norr", note_taker="sekreteraren").details == {
        "unit": "Norr",
        "note_taker": "sekreteraren",
    }


COMMANDS = ("undo", "redo", "find")
WRONG: dict[str, tuple[Wrong, str]] = {
    "a key that is nearly one": (
        Wrong("unknown_key", 3, "themes"),
        "settings.toml:3  themes  nyckeln finns inte  menade du theme?",
    ),
    "a command that is nearly one": (
        Wrong("no_command", 4, "keys.undoo", "undoo", COMMANDS),
        "settings.toml:4  keys.undoo  {no_command}  menade du undo?",
    ),
    "a command that is none": (
        Wrong("no_command", 4, "keys.x", "zzzzzz", COMMANDS),
        "settings.toml:4  keys.x  {no_command}  här finns: undo, redo, find",
    ),
    "a key that no keyboard has": (
        Wrong("no_key", 5, "keys.undo", "f99", ("f1", "f2")),
        "settings.toml:5  keys.undo  ”f99” går inte att välja  {keys_are}",
    ),
    "a key that is taken": (
        Wrong("clash", 6, "keys.undo", "f3", ("redo",)),
        "settings.toml:6  keys.undo  {clash}  {clash_write}",
    ),
    "no text": (
        Wrong("type", 7, "keys.undo"),
        'settings.toml:7  keys.undo  här ska stå en text  undo = "…"',
    ),
    "no list": (
        Wrong("type", 7, "folders"),
        'settings.toml:7  folders  här ska stå en lista  folders = ["…"]',
    ),
    "no table": (Wrong("table", 8, "keys"), "settings.toml:8  keys  här ska stå en tabell  [keys]"),
    "a file that cannot be read": (
        Wrong("unreadable", found="EACCES"),
        "settings.toml  {unreadable}  {check_the_name}",
    ),
    "other letters": (Wrong("not_utf8", 2), "settings.toml:2  {not_utf8}  {save_as_utf8}"),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_sort_of_mistake_is_told_with_what_to_write_instead(name: str):
    wrong, row = WRONG[name]
    said, own = words("sv").problems, words("sv").settings
    blanks = {
        "no_command": own.no_command,
        "keys_are": own.keys_are.format(keys="f1, f2"),
        "clash": own.clash.format(key="f3", command="redo"),
        "clash_write": own.clash_write,
        "unreadable": said.unreadable.format(why=words("sv").reasons.of("EACCES")),
        "check_the_name": said.check_the_name,
        "not_utf8": said.not_utf8,
        "save_as_utf8": said.save_as_utf8,
    }
    (problem,) = problems_of(SettingsRead("settings.toml", wrong=(wrong,)), words("sv"))
    assert problem.row() == row.format(**blanks)
    assert problem.nearest == {"themes": "theme", "undoo": "undo"}.get(wrong.found or wrong.key, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_is_told_in_every_language(language: str):
    read = SettingsRead("settings.toml", wrong=tuple(wrong for wrong, _ in WRONG.values()))
    rows = [one.row() for one in problems_of(read, words(language))]
    assert len(set(rows)) == len(WRONG)


def test_keys_that_are_asked_for_are_read_with_their_lines_and_what_is_no_text_is_told():
    text = 'theme = "light"\n[keys]\nundo = " F3"\nredo = 7\n'
    read = settings_in(text.encode(), "x")
    assert read.keys == (KeyAsked("undo", "f3", 3),)
    assert [(one.code, one.line, one.key) for one in read.wrong] == [("type", 4, "keys.redo")]
    read = settings_in(b'keys = "f3"\ntheme = "light"\n', "x")
    assert (read.keys, read.settings) == ((), Settings(theme="light"))
    assert [(one.code, one.line, one.key) for one in read.wrong] == [("table", 1, "keys")]


def test_a_setting_of_several_texts_takes_a_list_of_texts_and_nothing_else():
    assert settings_in(b'folders = [" a ", "b"]', "x").settings == Settings(folders=("a", "b"))
    for wrong in (b'folders = "a"', b"folders = [1]", b'folders = ["a", 1]'):
        read = settings_in(wrong, "x")
        assert ([one.code for one in read.wrong], read.settings) == (["type"], Settings())
    assert choices("folders") == ()
    assert fits("folders", "whatever")


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "settings.toml"
    path.write_text('theme = "light"', encoding="utf-8")

    def refuses(*_given: object, **_named: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(type(path), "open", refuses)
    read = read_settings(path)
    assert [(one.code, one.found) for one in read.wrong] == [("unreadable", "EACCES")]
    assert read.settings == Settings()


def test_no_more_of_a_file_is_read_than_any_settings_have(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text('theme = "light"\n' + "#" * 99_984 + "\n[", encoding="utf-8")
    assert path.stat().st_size > 100_000
    assert read_settings(path).settings == Settings(theme="light")
