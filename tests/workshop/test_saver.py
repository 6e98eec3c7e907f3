"""The saver, watched call by call: what is told once, who is no longer listened to, and how soon the file follows."""

from __future__ import annotations

import errno
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.files.watched import Answers
from diskussion_tui.workshop.saving import saver, threads
from diskussion_tui.workshop.saving.pending import Pending
from diskussion_tui.workshop.saving.saver import Saver
from diskussion_tui.workshop.saving.sink import LATER, NotSaved, NotTidy, Saved
from diskussion_tui.workshop.saving.threads import SaveThreads
from tests.support.builders import Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.records import Draft
    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.workshop.saving.sink import Event

PATIENCE = 60  # a test that waits longer hangs, it is not slow
FULL = OSError(errno.ENOSPC, "full")


class Paper:
    """A session writer that is no file: it takes what is said, and tells what was asked of it."""

    def __init__(self, folder: str = "hem") -> None:
        self.path = Path(folder, "Ekerö.toml")
        self.asked: list[str] = []
        self.disturbed = False
        self.refuses: OSError | None = None
        self.tidied, self.ended = threading.Event(), threading.Event()
        self.appended: list[str] = []

    def append(self, made: tuple[Change, ...], draft: Draft | None = None) -> None:  # noqa: ARG002
        if self.refuses:
            raise self.refuses
        self.appended += [one.id for one in made]

    def others(self) -> tuple[()]:
        self.asked.append("others")
        return ()

    def tidy(self) -> bool:
        self.asked.append("tidy")
        self.tidied.set()
        return True

    def close(self) -> None:
        self.asked.append("close")

    def abandon(self) -> None:
        self.ended.set()


class Places:
    """Where a discussion can be kept: here, and in a refuge if there is one."""

    def __init__(self, refuge: Paper | None = None) -> None:
        self.shelter = refuge

    def refuge(self, _writer: Paper) -> Paper | None:
        return self.shelter

    def home(self, _writer: Paper) -> Paper:
        raise FULL


class Desk:
    """A saver with its paper, and what it told."""

    def __init__(self, paper: Paper, refuge: Paper | None = None, **more: Any) -> None:
        self.told: list[Event] = []
        places: Any = Places(refuge)
        self.saver = Saver(cast("Any", paper), places, self.told.append, **more)

    def says(self, text: str) -> Change:
        change = Group().saying(text)
        self.saver.put(change)
        return change


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    used: list[Desk] = []
    yield used
    for one in used:
        one.saver.close()


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks around by themselves while a test asks one thing after the other."""
    monkeypatch.setattr(threads, "LOOK", PATIENCE)


def _desk(desks: list[Desk], paper: Paper, refuge: Paper | None = None, **more: Any) -> Desk:
    desks.append(Desk(paper, refuge, **more))
    return desks[-1]


def test_a_file_that_cannot_be_written_is_told_of_once_and_so_is_that_it_can_be_again(desks: list[Desk]):
    me = _desk(desks, Paper())
    mine = me.saver._threads
    for error in (None, FULL, FULL, None, None, FULL):
        me.saver.looked(mine, error)
    assert me.told == [NotTidy("ENOSPC"), NotTidy(""), NotTidy("ENOSPC")]


def test_whose_disk_was_left_is_not_listened_to_any_more(desks: list[Desk]):
    home, refuge = Paper(), Paper("reserv")
    me = _desk(desks, home, refuge)
    first = me.saver._threads
    assert me.saver.refused(first, FULL)
    assert me.saver.refuge == Path("reserv")
    assert home.ended.wait(PATIENCE)
    second = me.saver._threads
    told = list(me.told)
    assert told == [Saved("", Path("reserv"), "ENOSPC")]
    assert me.saver.refused(first, FULL)  # another has taken over already
    me.saver.looked(first, FULL)
    me.saver.heard(first, ())
    assert me.saver._threads is second
    assert me.told == told


def test_where_the_refuge_refuses_too_it_is_told_and_the_words_stay(desks: list[Desk]):
    me = _desk(desks, Paper())
    assert not me.saver.refused(me.saver._threads, FULL)
    assert me.told == [NotSaved("ENOSPC")]


def test_in_the_refuge_the_file_is_written_at_the_first_look_and_at_home_only_when_something_was_said(
    desks: list[Desk],
):
    home, away = Paper(), Paper("reserv")
    at_home, elsewhere = _desk(desks, home), _desk(desks, away, away="ENOSPC")
    for me in (at_home, elsewhere):
        me.saver._threads._look_around()
    assert home.asked == ["others"]
    assert away.asked == ["others", "tidy"]


def test_the_watch_sleeps_again_once_nothing_waits(desks: list[Desk]):
    me = _desk(desks, Paper())
    me.says("fax")
    assert me.saver.flush(PATIENCE) == ""
    until = time.monotonic() + PATIENCE
    while me.saver._stirred.is_set():
        assert time.monotonic() < until, "it is awake all evening"


def test_a_disk_so_slow_that_tidying_would_take_too_long_is_left_as_it_is(desks: list[Desk]):
    answers = Answers()
    answers.took(1.0)
    paper = Paper()
    me = _desk(desks, paper, answers=answers)
    change = me.says("fax")
    assert me.saver.flush(PATIENCE) == ""
    assert me.saver.close(saver.TIDIES_IN - 1.0) == LATER
    assert paper.appended == [change.id]
    assert paper.asked == []
    assert paper.ended.wait(PATIENCE)


def test_a_disk_that_is_quick_enough_and_one_in_the_refuge_are_tidied(desks: list[Desk]):
    answers = Answers()
    answers.took(1.0)
    for paper, away, patience in (
        (Paper(), "", saver.TIDIES_IN + 40.0),
        (Paper("reserv"), "ENOSPC", saver.TIDIES_IN - 1.0),
    ):
        me = _desk(desks, paper, answers=answers, away=away)
        assert me.saver.close(patience) == ""
        assert paper.asked[-1] == "close"


def test_what_is_not_saved_yet_is_not_left_behind_for_a_slow_disk(desks: list[Desk]):
    answers = Answers()
    answers.took(1.0)
    paper = Paper()
    paper.refuses = FULL
    me = _desk(desks, paper, answers=answers)
    me.says("fax")
    assert me.saver.flush(PATIENCE) == "ENOSPC"
    assert me.saver.close(0.001) == "ENOSPC"


def test_how_long_a_disk_takes_is_told_by_all_its_answers():
    answers = Answers()
    assert answers.pace == 0.0
    for seconds in (0.1, 0.3):
        answers.took(seconds)
    assert answers.pace == pytest.approx(0.2)


def test_a_file_that_somebody_has_changed_is_written_at_once_also_in_the_midst_of_talk(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(threads, "QUIET", PATIENCE)
    paper = Paper()

    class Nobody:
        def looked(self, _threads: object, error: OSError | None) -> None:
            assert error is None

    mine = SaveThreads(cast("Any", paper), Pending(), cast("Any", Nobody()), away=False)
    mine._touched = time.monotonic()
    mine._untidy = True
    mine._look_around()
    assert paper.asked == ["others"]  # somebody is talking
    paper.disturbed = True
    mine._look_around()
    assert paper.asked == ["others", "others", "tidy"]


def test_a_line_that_is_only_half_typed_is_not_told_of_as_saved(desks: list[Desk]):
    me = _desk(desks, Paper())
    group = Group()
    me.saver.put_draft(changes.draft(group.session, group.stamp(), "A.2", "", "fa"))
    assert me.saver.flush(PATIENCE) == ""
    assert me.told == []
    change = me.says("fax")
    assert me.saver.flush(PATIENCE) == ""
    assert me.told == [Saved(change.id)]


def test_who_leaves_a_slow_share_is_not_kept_until_the_file_is_written(
    desks: list[Desk], monkeypatch: pytest.MonkeyPatch
):
    answers = Answers()
    answers.took(0.2)
    for hurried, closed in ((saver.TIDIES_IN * 0.2 - 1, LATER), (saver.TIDIES_IN * 0.2 + 1, "")):
        monkeypatch.setattr(saver, "HURRIED", hurried)
        paper = Paper()
        me = _desk(desks, paper, answers=answers)
        change = me.says("fax")
        assert me.saver.flush(PATIENCE) == ""
        assert me.saver.close() == closed
        assert paper.appended == [change.id]
        assert ("close" in paper.asked) == (closed == "")


def test_from_the_refuge_home_is_tried_by_one_at_a_time_and_again_after_each_look(
    desks: list[Desk], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(saver, "HOMEWARD", 0.0)
    me = _desk(desks, Paper("reserv"), away="ENOSPC")
    places, going, tried = cast("Any", me.saver._places), threading.Event(), threading.Semaphore(0)

    def home(_writer: Paper) -> Paper:
        tried.release()
        assert going.wait(PATIENCE)
        raise FULL

    places.home = home
    mine = me.saver._threads
    for _ in range(3):
        me.saver.looked(mine, None)
    assert tried.acquire(timeout=PATIENCE)
    scout = me.saver._scout
    assert scout
    assert not tried.acquire(blocking=False)
    going.set()
    scout.join(PATIENCE)
    assert not tried.acquire(blocking=False)
    me.saver.looked(mine, None)
    assert tried.acquire(timeout=PATIENCE)
    assert me.told == []


def test_at_home_nobody_looks_homeward(desks: list[Desk]):
    me = _desk(desks, Paper())
    me.saver.looked(me.saver._threads, None)
    assert me.saver._scout is None


def test_a_disk_that_gives_no_answer_is_not_waited_for_when_closing(
    desks: list[Desk], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(saver, "FAREWELL", 0.0)
    monkeypatch.setattr(saver, "PATIENCE", 1000.0)
    woken, paper = threading.Event(), Paper()

    def append(_made: tuple[Change, ...], _draft: Draft | None = None) -> None:
        woken.wait(PATIENCE)

    monkeypatch.setattr(paper, "append", append)
    me = _desk(desks, paper)
    me.says("fax")
    assert me.saver.close() == "ETIMEDOUT"
    woken.set()


def test_an_error_of_ours_that_ends_the_saving_is_told_by_its_name_and_only_by_whoever_saves(
    desks: list[Desk],
):
    me = _desk(desks, Paper())
    for threads_ in (me.saver._threads, cast("Any", object())):
        try:
            {}["fax"]
        except KeyError:
            me.saver.broke(threads_)
    assert me.told == [NotSaved("KeyError")]


def test_once_it_is_saved_after_all_that_is_told_also_of_a_half_typed_line(desks: list[Desk]):
    me = _desk(desks, Paper())
    me.saver._not_saved("ENOSPC")
    group = Group()
    me.saver.put_draft(changes.draft(group.session, group.stamp(), "A.2", "", "fa"))
    assert me.saver.flush(PATIENCE) in ("", "ENOSPC")
    until = time.monotonic() + PATIENCE
    while me.told[-1] != Saved(""):
        assert time.monotonic() < until
        time.sleep(0)
    assert me.told == [NotSaved("ENOSPC"), Saved("")]


def test_threads_that_are_about_to_start_have_not_ended_and_closing_does_not_break_on_them() -> None:
    """The saver is closed by one thread while another hands over to a new pair, which has been made and not begun."""
    nothing: Any = None
    threads = SaveThreads(nothing, nothing, nothing, away=True)
    assert not threads.join(0)
    assert not threads.leave(0)
