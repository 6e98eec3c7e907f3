"""A discussion read again and again from outside, by whoever only shows it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.store.files import paths
from diskussion_tui.store.session.followed import Followed, led_in
from diskussion_tui.store.session.removals import Removal, tell
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.store.session.test_session_writer import FS, Table, _begin, _open
from tests.support.builders import NOON, SESSION, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def led(tmp_path: Path) -> Iterator[Table]:
    table = _begin(tmp_path / "hem")
    yield table
    table.session_writer.abandon()


def _followed(table: Table) -> Followed:
    return Followed(table.session_writer.path)


def test_what_is_said_is_seen_at_the_next_look_and_the_very_same_value_where_nothing_was(led: Table) -> None:
    of = _followed(led)
    assert texts_of(of.look()) == []
    for text in ("fax", "köer"):
        led.says(text)
        seen = of.look()
        assert texts_of(seen)[-1] == text
        assert of.look() is seen
    assert [path.name for path in of.journals] == [f"{SESSION}.anna.toml"]


def test_what_was_said_before_the_first_look_and_between_two_is_seen(led: Table) -> None:
    led.says("före")
    of = _followed(led)
    assert texts_of(of.look()) == ["före"]
    led.session_writer.tidy()
    led.says("emellan")
    assert texts_of(of.look()) == ["före", "emellan"]


def test_a_writer_who_comes_and_one_who_leaves_are_both_seen_with_all_they_said(led: Table) -> None:
    of = _followed(led)
    of.look()
    bo = Table(SessionWriter.open(FS, led.session_writer.path, "bo"), start=500)
    bo.says("från Bo")
    assert texts_of(of.look()) == ["från Bo"]
    assert len(of.journals) == 2
    bo.says("och hej då")
    bo.session_writer.close()
    assert texts_of(of.look()) == ["från Bo", "och hej då"]
    assert len(of.journals) == 1


def test_words_that_are_removed_for_good_elsewhere_are_seen_no_more(led: Table) -> None:
    (note,) = led.says("personligt")
    of = _followed(led)
    assert texts_of(of.look()) == ["personligt"]
    folder = led.session_writer.path.parent
    tell(FS, folder, (Removal(SESSION, note, "bo", NOON),), "bo")
    assert texts_of(of.look()) == []
    tell(FS, folder, (Removal(SESSION, "", "bo", NOON),), "bo")
    with pytest.raises(UnreadableSessionError):
        of.look()


def test_a_file_that_is_changed_while_nobody_writes_is_read_and_one_that_is_tidied_is_not_needed(
    led: Table,
) -> None:
    led.says("fax")
    led.session_writer.close()
    path = led.session_writer.path
    of = _followed(led)
    of.look()
    path.write_bytes(path.read_bytes().replace(b'"fax"', b'"telefax"'))
    assert texts_of(of.look()) == ["telefax"]


def test_another_file_of_the_discussion_that_comes_or_changes_is_read(led: Table) -> None:
    of = _followed(led)
    of.look()
    table = _open(led.session_writer.path, start=700)
    copy = led.session_writer.path.with_name("kopia.toml")
    table.says("från kopian")
    table.session_writer.tidy()
    data = table.session_writer.path.read_bytes()
    table.session_writer.abandon()
    assert "från kopian" in texts_of(of.look())
    copy.write_bytes(data.replace("från kopian".encode(), b"annat"))
    first = set(texts_of(of.look()))
    copy.write_bytes(data.replace("från kopian".encode(), b"mer"))
    assert set(texts_of(of.look())) != first


def test_a_file_with_another_name_is_followed_there_and_one_that_is_gone_is_told_of(led: Table) -> None:
    led.says("fax")
    led.session_writer.close()
    path = led.session_writer.path
    of = _followed(led)
    of.look()
    moved = path.rename(path.with_name("flyttad.toml"))
    assert texts_of(of.look()) == ["fax"]
    assert of.path == moved
    moved.unlink()
    with pytest.raises(FileNotFoundError):
        of.look()


def test_the_refuge_is_followed_too(led: Table, tmp_path: Path) -> None:
    led.says("hemma")
    refuge = tmp_path / "reserv"
    of = Followed(led.session_writer.path, refuge)
    of.look()
    away = Table(
        SessionWriter.move_in(FS, refuge, "Samtal.toml", led.session_writer.snapshot(), "anna"), start=800
    )
    away.says("borta")
    assert texts_of(of.look()) == ["hemma", "borta"]
    away.says("än")
    assert texts_of(of.look()) == ["hemma", "borta", "än"]
    away.session_writer.abandon()


class Hall:
    """A folder in which several groups lead discussions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def journal(self, session: str, writer: str, at: float) -> Path:
        live = self.folder / paths.LIVE
        live.mkdir(parents=True, exist_ok=True)
        path = live / f"{session}.{writer}.toml"
        path.write_bytes(b"# schema 2\n")
        os.utime(path, (at, at))
        file = self.folder / f"{session}.toml"
        file.write_text(f'schema_version = 1\n[session]\nid = "{session}"\n', encoding="utf-8")
        return file


def test_the_discussion_that_is_led_is_ours_before_others_and_of_those_the_newest(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    old, new = hall.journal("gammal", "anna", 1000), hall.journal("ny", "anna", 2000)
    others = hall.journal("andras", "bo", 3000)
    assert led_in([tmp_path], 500, {"anna"}) == new
    assert led_in([tmp_path], 500, {"cia"}) == others
    assert led_in([tmp_path], 500, {"cia"}, others=False) is None
    assert led_in([tmp_path], 2000, {"anna"}) == new
    assert led_in([tmp_path], 2001, {"anna"}) == others
    assert led_in([tmp_path], 3001, {"anna"}) is None
    new.unlink()
    assert led_in([tmp_path], 500, {"anna"}) == old


def test_what_is_practised_on_is_led_too_and_a_record_of_removals_is_no_journal(tmp_path: Path) -> None:
    practised = Hall(tmp_path / ".ovning" / "samtal").journal("ovning", "anna", 1000)
    tell(FS, tmp_path, (Removal(SESSION, "", "bo", NOON),), "anna")
    (tmp_path / paths.LIVE / "skrap.txt").write_text("", encoding="utf-8")
    assert led_in([tmp_path], 500, {"anna"}) == practised
    assert led_in([tmp_path / "borta"], 0, {"anna"}) is None
