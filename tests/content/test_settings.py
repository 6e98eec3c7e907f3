"""The settings file: what is right in it counts, what is not is told on its line, and nothing stops the program."""

from __future__ import annotations

import os
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.base.settings import Settings
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
