"""A list over a slow share: names first, and in the end the same as over a quick disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.text import folded
from diskussion_tui.store.library import heads, lying, seen
from diskussion_tui.store.library.heads import entry_by_name
from diskussion_tui.store.library.listing import Library
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock, small_workbook

if TYPE_CHECKING:
    from pathlib import Path


def _begin(folder: Path, name: str) -> None:
    Workshop.begin(folder, name, small_workbook(), now=FixedClock()).close()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every disk counts as slow."""
    monkeypatch.setattr(lying, "SLOW", -1.0)


@pytest.mark.usefixtures("slow")
def test_names_come_before_a_file_is_read_and_can_be_searched(tmp_path: Path) -> None:
    for name in ("Ekerö", "Vårdcentralen Norr"):
        _begin(tmp_path, name)
    library, early = Library(tmp_path), []
    library.refresh(early=lambda: early.append([(one.name, one.fault) for one in library.entries]))
    (names,) = early
    assert sorted(names) == [("Ekerö", "unread"), ("Vårdcentralen Norr", "unread")]
    assert [hit.entry.name for hit in library.named("norr")] == ["Vårdcentralen Norr"]
    assert {(one.name, one.fault) for one in library.entries} == {("Ekerö", ""), ("Vårdcentralen Norr", "")}


def test_the_next_letter_asks_no_discussion_anew_what_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Ekerö", "Vårdcentralen Norr"):
        _begin(tmp_path, name)
    library = Library(tmp_path)
    library.refresh()
    told, asked = folded, list[str]()
    monkeypatch.setattr(heads, "folded", lambda text: asked.append(text) or told(text))
    assert [len(library.named(typed)) for typed in ("n", "no", "norr", "ekerö")] == [1, 1, 1, 1]
    assert len(asked) == 2
    _begin(tmp_path, "Norra")
    library.refresh()
    assert sorted(hit.entry.name for hit in library.named("norr")) == ["Norra", "Vårdcentralen Norr"]


def test_where_many_files_are_new_their_names_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "_MANY", 1)
    for name in ("Ekerö", "Vårdcentralen Norr"):
        _begin(tmp_path, name)
    library, early = Library(tmp_path), []
    library.refresh(early=lambda: early.append({one.fault for one in library.entries}))
    library.refresh(early=lambda: early.append({one.fault for one in library.entries}))
    assert early == [{"unread"}], "they are new once"


@pytest.mark.usefixtures("slow")
def test_a_second_look_shows_what_is_known_until_it_has_been_read_again(tmp_path: Path) -> None:
    _begin(tmp_path, "Ekerö")
    library, early = Library(tmp_path), []
    library.refresh()
    library.refresh(early=lambda: early.extend(one.fault for one in library.entries))
    assert early == [""]


def test_a_quick_disk_shows_no_names_first(tmp_path: Path) -> None:
    _begin(tmp_path, "Ekerö")
    early: list[bool] = []
    Library(tmp_path).refresh(early=lambda: early.append(True))
    assert early == []


def test_a_file_of_another_name_is_listed_as_it_is_called(tmp_path: Path) -> None:
    assert entry_by_name(tmp_path / "anteckningar.toml").name == "anteckningar.toml"
    assert entry_by_name(tmp_path / "D_Ekerö_2026-99-99.toml").date is None


def test_every_answer_of_the_disk_is_a_sign_of_life(tmp_path: Path) -> None:
    for name in ("Ekerö", "Norr"):
        _begin(tmp_path, name)
    beats: list[int] = []
    Library(tmp_path, beat=lambda: beats.append(1)).refresh()
    assert len(beats) >= 3
