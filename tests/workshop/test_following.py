"""Following a discussion that others lead: what is new is read and nothing else, and nothing at all is written."""

from __future__ import annotations

import datetime as dt
import os
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.plan.show import GAP
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.places import Places
from diskussion_tui.store.session import followed
from diskussion_tui.store.session.removals import Removal, tell
from diskussion_tui.workshop import following
from diskussion_tui.workshop.following import LOOK, Follower, pause_after
from diskussion_tui.workshop.saving import threads
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import texts_of, workbook_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORKBOOK = workbook_in(default_workbook())
NOW = dt.datetime.now().astimezone()


class Reads:
    """What is read of a folder: how often all of it, and which parts of journals."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.whole = 0
        self.parts: list[int] = []
        gather, read_whole = followed.gather, followed.read_whole

        def gathering(*given):
            self.whole += 1
            return gather(*given)

        def reading(path: Path, begin: int = 0) -> bytes:
            self.parts.append(begin)
            return read_whole(path, begin)

        monkeypatch.setattr(followed, "gather", gathering)
        monkeypatch.setattr(followed, "read_whole", reading)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    return Reads(monkeypatch)


@pytest.fixture
def led(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    """A discussion that somebody leads. Its file is brought up to date when it is closed, however long a test takes."""
    monkeypatch.setattr(threads, "QUIET", 60.0)
    workshop = Workshop.begin(tmp_path, "Ekerö", WORKBOOK)
    workshop.enter("B.2")
    workshop.flush()
    yield workshop
    workshop.close()


def follower(folder: Path, path: Path | None = None, now: dt.datetime = NOW) -> Follower:
    return Follower(Places(folder), path, WORKBOOK, lambda: now, lambda _sight: None)


def notes(of: Follower) -> list[str]:
    assert of.sight.session
    return texts_of(of.sight.session)


def says(workshop: Workshop, *texts: str) -> None:
    workshop.add_notes("B.2", list(texts), "avveckla")
    workshop.flush()


def test_where_nothing_has_happened_nothing_is_read(tmp_path: Path, led: Workshop, reads: Reads) -> None:
    of = follower(tmp_path)
    says(led, "Fax")
    for _ in range(2):
        of.look()
    whole, parts = reads.whole, len(reads.parts)
    for _ in range(20):
        of.look()
    assert (reads.whole, len(reads.parts)) == (whole, parts)
    assert notes(of) == ["Fax"]


def test_a_note_is_read_from_where_the_journal_was_read_to(
    tmp_path: Path, led: Workshop, reads: Reads
) -> None:
    of = follower(tmp_path)
    for _ in range(2):
        of.look()
    whole = reads.whole
    for number in range(5):
        says(led, f"Nummer {number}")
        of.look()
        assert notes(of)[-1] == f"Nummer {number}"
    assert reads.whole == whole
    assert reads.parts == sorted(reads.parts)
    assert reads.parts[-1] > 0


@pytest.mark.usefixtures("led")
def test_the_readable_file_is_not_read_when_it_is_brought_up_to_date(tmp_path: Path, reads: Reads) -> None:
    of = follower(tmp_path)
    for _ in range(2):
        of.look()
    whole = reads.whole
    path = next(tmp_path.glob("*.toml"))
    path.write_bytes(path.read_bytes() + b"\n# tidied\n")
    of.look()
    assert reads.whole == whole


def test_what_was_said_right_before_the_discussion_was_closed_is_seen(tmp_path: Path, led: Workshop) -> None:
    of = follower(tmp_path)
    of.look()
    says(led, "Det sista")
    led.close()
    of.look()
    assert notes(of) == ["Det sista"]


def test_what_somebody_wrote_in_the_file_is_seen_once_nobody_leads(tmp_path: Path, led: Workshop) -> None:
    says(led, "Fax")
    led.close()
    path = next(tmp_path.glob("*.toml"))
    of = follower(tmp_path, path)
    of.look()
    path.write_text(path.read_text(encoding="utf-8").replace('"Fax"', '"Telefax"'), encoding="utf-8")
    of.look()
    assert notes(of) == ["Telefax"]


def test_another_laptops_file_that_comes_is_taken_in(tmp_path: Path, led: Workshop) -> None:
    says(led, "Fax")
    led.close()
    path = next(tmp_path.glob("*.toml"))
    of = follower(tmp_path, path)
    of.look()
    more = Workshop.open(path, WORKBOOK)
    says(more, "Från en kopia")
    more.close()
    copied = path.read_bytes()
    of.look()
    path.with_name("kopia.toml").write_bytes(copied.replace(b"en kopia", b"en annan"))
    of.look()
    assert "Från en kopia" in notes(of) or "Från en annan" in notes(of)


def test_another_laptops_file_that_comes_is_read_once(tmp_path: Path, led: Workshop, reads: Reads) -> None:
    of = follower(tmp_path)
    says(led, "Fax")
    for _ in range(2):
        of.look()
    path, whole = next(tmp_path.glob("*.toml")), reads.whole
    path.with_name("Ekerö.skriv-annan.toml").write_bytes(path.read_bytes())
    for _ in range(4):
        of.look()
    assert reads.whole == whole + 1
    assert notes(of) == ["Fax"]


def test_a_second_laptop_is_heard_as_soon_as_it_says_something(tmp_path: Path, led: Workshop) -> None:
    of = follower(tmp_path)
    says(led, "Fax")
    of.look()
    other = Workshop.open(next(tmp_path.glob("*.toml")), WORKBOOK)
    says(other, "Från den andra")
    of.look()
    assert sorted(notes(of)) == ["Fax", "Från den andra"]
    other.close()
    of.look()
    assert sorted(notes(of)) == ["Fax", "Från den andra"]


def test_a_journal_that_was_cut_short_goes_on_in_another_and_is_followed_there(
    tmp_path: Path, led: Workshop
) -> None:
    of = follower(tmp_path)
    says(led, "Fax")
    of.look()
    (journal,) = (path for path in (tmp_path / ".live").glob("*.toml") if path.stat().st_size)
    journal.write_bytes(b"")
    of.look()
    says(led, "Efter det")
    of.look()
    assert notes(of) == ["Fax", "Efter det"]


def test_a_file_under_another_name_is_found_again(tmp_path: Path, led: Workshop) -> None:
    says(led, "Fax")
    led.close()
    path = next(tmp_path.glob("*.toml"))
    of = follower(tmp_path, path)
    of.look()
    path.rename(path.with_name("konflikt.toml"))
    of.look()
    assert of.sight.trouble == ""
    assert notes(of) == ["Fax"]


def test_nothing_is_told_of_what_is_away_for_one_look(tmp_path: Path, led: Workshop) -> None:
    led.close()
    path = next(tmp_path.glob("*.toml"))
    of = follower(tmp_path, path)
    of.look()
    away = path.rename(tmp_path / "x.bak")
    of.look()
    assert of.sight.trouble == ""
    of.look()
    assert of.sight.trouble == "gone"
    away.rename(path)
    of.look()
    assert of.sight.trouble == ""


@pytest.mark.usefixtures("led")
def test_a_discussion_that_nobody_has_led_for_long_is_not_the_one_that_is_led(tmp_path: Path) -> None:
    later = follower(tmp_path, now=dt.datetime.now().astimezone() + dt.timedelta(seconds=GAP + 60))
    later.look()
    assert later.sight.trouble == "waiting"


def test_the_next_discussion_is_followed_when_it_begins(tmp_path: Path, led: Workshop) -> None:
    of = follower(tmp_path)
    of.look()
    led.close()
    of.look()
    assert of.sight.session
    assert of.sight.session.head.name == "Ekerö"
    after = Workshop.begin(tmp_path, "Solna", WORKBOOK)
    after.enter("start")
    after.flush()
    of.look()
    assert of.sight.session.head.name == "Solna"
    after.close()


def test_a_discussion_of_another_workbook_is_told_of(tmp_path: Path, led: Workshop) -> None:
    led.close()
    path = next(tmp_path.glob("*.toml"))
    path.write_text(
        path.read_text(encoding="utf-8").replace(f'"{WORKBOOK.id}"', '"ett-annat"'), encoding="utf-8"
    )
    of = follower(tmp_path, path)
    of.look()
    assert (of.sight.session, of.sight.trouble) == (None, "other")


@pytest.mark.usefixtures("led")
def test_the_thread_tells_of_what_it_sees_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    heard = threading.Event()
    of = Follower(Places(tmp_path), None, WORKBOOK, lambda: NOW, lambda _sight: heard.set())
    of.start()
    assert heard.wait(20)
    of.stop()
    for thread in threading.enumerate():
        if thread.name == "follower":
            thread.join(20)
            assert not thread.is_alive()


def test_a_slow_disk_is_asked_less_often_and_long_reading_keeps_nobody_waiting() -> None:
    assert pause_after(1.5, 0.001) > 5.0
    assert pause_after(1.5, 1.49) == LOOK
    assert pause_after(0.0, 0.0) == LOOK


def test_a_discussion_that_was_removed_for_good_is_told_of_as_that_and_one_that_is_damaged_as_that(
    tmp_path: Path, led: Workshop
) -> None:
    says(led, "Fax")
    led.close()
    path = next(tmp_path.glob("*.toml"))
    removed, damaged = follower(tmp_path, path), follower(tmp_path, path)
    for of in (removed, damaged):
        of.look()
    tell(Fs(), tmp_path, (Removal(led.session.id, "", "bo", NOW),), "bo")
    for _ in range(2):
        removed.look()
    assert (removed.sight.trouble, notes(removed)) == ("removed", ["Fax"])
    next((tmp_path / ".live").glob("rensade*")).unlink()
    path.write_bytes(b"[session]\nid = ")
    for _ in range(2):
        damaged.look()
    assert (damaged.sight.trouble, notes(damaged)) == ("unreadable", ["Fax"])


def test_whoever_shows_a_discussion_stays_with_it_while_it_is_led_whatever_else_begins(
    tmp_path: Path, led: Workshop
) -> None:
    of = follower(tmp_path)
    for _ in range(2):
        of.look()
    other = Workshop.begin(tmp_path, "Solna", WORKBOOK)
    other.enter("start")
    other.flush()
    of.look()
    assert of.sight.session
    assert of.sight.session.head.name == "Ekerö"
    (journal,) = (tmp_path / ".live").glob(f"{led.session.id}.*.toml")
    rested = NOW.timestamp() - GAP - 60
    os.utime(journal, (rested, rested))
    of.look()  # sees that it rests
    of.look()
    assert of.sight.session.head.name == "Solna"
    other.close()


def test_one_that_rests_is_not_left_for_another_group_s_in_the_same_folder(
    tmp_path: Path, led: Workshop
) -> None:
    of = follower(tmp_path)
    of.look()
    other = Workshop.begin(tmp_path, "Solna", WORKBOOK)
    other.enter("start")
    other.flush()
    other.close()
    live = tmp_path / ".live"
    (live / f"{other.session.id}.nagon-annan.toml").write_bytes(b"# schema 2\n")
    (journal,) = live.glob(f"{led.session.id}.*.toml")
    rested = NOW.timestamp() - GAP - 60
    os.utime(journal, (rested, rested))
    for _ in range(3):
        of.look()
    assert of.sight.session
    assert of.sight.session.head.name == "Ekerö"


def test_one_in_the_refuge_is_found_and_goes_on_being_followed_when_it_comes_home(
    tmp_path: Path, led: Workshop
) -> None:
    refuge = tmp_path / "reserv"
    away = Workshop.begin(refuge, "Solna", WORKBOOK)
    away.enter("start")
    away.flush()
    led.close()
    of = Follower(Places(tmp_path, refuge), None, WORKBOOK, lambda: NOW, lambda _sight: None)
    of.look()
    assert of.sight.session
    assert of.sight.session.head.name == "Solna"
    away.close()
    (tmp_path / away.path.name).write_bytes(away.path.read_bytes())
    away.path.unlink()
    of.look()
    assert of.sight.trouble == ""
    assert of._followed
    assert of._followed.path == tmp_path / away.path.name


def test_what_is_told_is_told_once(tmp_path: Path, led: Workshop) -> None:
    told: list[str] = []
    of = Follower(
        Places(tmp_path), None, WORKBOOK, lambda: NOW, lambda sight: told.append(sight.trouble or "there")
    )
    for _ in range(3):
        of.look()
    assert told == ["there"]
    led.close()
    next(tmp_path.glob("*.toml")).unlink()
    for _ in range(4):
        of.look()
    assert told == ["there", "gone"]


def test_a_slow_disk_is_looked_at_less_often(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    waited: list[float] = []

    class Over:
        def wait(self, seconds: float) -> bool:
            waited.append(seconds)
            return len(waited) > 3

    times = iter((10.0, 10.0, 20.0, 21.0, 30.0, 30.01))
    monkeypatch.setattr(
        following, "time", SimpleNamespace(monotonic=lambda: next(times), thread_time=lambda: 0.0)
    )
    of = follower(tmp_path)
    monkeypatch.setattr(of, "look", lambda: None)
    monkeypatch.setattr(of, "_over", Over())
    of._run()
    assert waited == pytest.approx([following.LOOK, following.LOOK, 4.0, following.LOOK])


@pytest.mark.usefixtures("led")
def test_a_discussion_that_is_led_in_any_of_several_folders_is_found_and_followed(tmp_path: Path) -> None:
    places = Places(tmp_path / "egna", None, [tmp_path])
    of = Follower(places, None, WORKBOOK, lambda: NOW, lambda _sight: None)
    of.look()
    assert of.sight.session
    assert of.sight.session.head.name == "Ekerö"


def test_a_folder_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    of = follower(tmp_path / "borta")
    of.look()
    assert of.sight.trouble == "waiting"


def test_a_folder_that_may_not_be_read_is_told_of_with_the_reason(
    tmp_path: Path, led: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    led.close()
    of = follower(tmp_path, next(tmp_path.glob("*.toml")))

    def refuse(*_given: object) -> None:
        raise PermissionError(13, "nej")

    monkeypatch.setattr(followed, "gather", refuse)
    for _ in range(2):
        of.look()
    assert (of.sight.trouble, of.sight.why) == ("refused", "EACCES")
