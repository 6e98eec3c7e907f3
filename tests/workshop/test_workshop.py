"""A discussion that is being led: every change goes one way, is shown at once, and is called saved when it is."""

from __future__ import annotations

import datetime as dt
import errno
import queue
import shutil
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.base.ids import is_id
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.faults import OtherWorkbookError
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import BY_HAND
from diskussion_tui.domain.session.refusals import FinalError, ReadOnlyError, TooLongError
from diskussion_tui.store.files import codec
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.saving import saver, threads
from diskussion_tui.workshop.saving.saver import Saver
from diskussion_tui.workshop.saving.sink import FromOthers, NotSaved, Saved
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock, small_workbook, texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

PATIENCE = 60  # a test that waits longer hangs, it is not slow


class Led:
    """A workshop whose turns are given by hand, as a screen's loop would."""

    def __init__(self, workshop: Workshop, turns: queue.SimpleQueue[Callable[[], None]]) -> None:
        self.workshop = workshop
        self.turns = turns

    def says(self, *texts: str, kind: str = "") -> tuple[str, ...]:
        made = self.workshop.add_notes("A.2", list(texts), kind)
        return tuple(version.id for version in made.versions) if made else ()

    def next_turn(self) -> Callable[[], None]:
        return self.turns.get(timeout=PATIENCE)

    def until(self, holds: Callable[[], bool]) -> None:
        """Take what the saver tells until something holds."""
        while not holds():
            self.next_turn()()

    @property
    def texts(self) -> list[str]:
        return texts_of(self.workshop.session)


@pytest.fixture
def leads(tmp_path: Path) -> Iterator[Callable[..., Led]]:
    """Begin a discussion, or open one by its file; all are closed in the end."""
    led: list[Led] = []

    def lead(path: Path | None = None, fs: Fs | None = None, now: FixedClock | None = None) -> Led:
        disk, now, turns = Disk(fs=fs or QuickFs()), now or FixedClock(), queue.SimpleQueue()
        book = small_workbook()
        opened = (
            Workshop.open(path, book, disk, now=now, steady=now.steady, call_soon=turns.put)
            if path
            else Workshop.begin(
                tmp_path, "Ekerö", book, disk, now=now, steady=now.steady, call_soon=turns.put
            )
        )
        led.append(Led(opened, turns))
        return led[-1]

    yield lead
    for one in led:
        one.workshop.close()


def _in_file(path: Path) -> list[str]:
    found = codec.read(path.read_bytes())
    return texts_of(session_of(found.versions))


def test_a_note_is_shown_at_once_and_called_saved_when_it_is_on_disk(leads):
    me = leads()
    seen: list[tuple[list[str], str]] = []
    me.workshop.listen(lambda: seen.append((me.texts, me.workshop.saving.state)))
    me.says("fax")
    assert seen == [(["fax"], "saving")]
    me.until(lambda: me.workshop.saving.state == "saved")
    assert seen[-1] == (["fax"], "saved")
    assert me.workshop.flush() == ""


def test_who_has_waited_for_the_disk_has_been_told_too(leads, monkeypatch: pytest.MonkeyPatch):
    me = leads()
    moved = me.workshop._sink._pending._moved
    wake, told = moved.notify_all, []

    def woken() -> None:
        told.append(me.turns.qsize())
        wake()

    monkeypatch.setattr(moved, "notify_all", woken)
    me.says("fax")
    assert me.workshop.flush() == ""
    assert told == [0, 1]  # handed over; on disk


def test_words_that_are_still_on_their_way_are_not_called_saved_because_earlier_ones_are(leads):
    class Slow(QuickFs):
        let_through = threading.Semaphore(0)

        def sync(self, handle: int) -> None:  # noqa: ARG002
            assert self.let_through.acquire(timeout=PATIENCE)

    disk = Slow()
    disk.let_through.release()
    me = leads(fs=disk)
    me.says("fax")
    disk.let_through.release()
    first = me.next_turn()
    me.says("köer")
    first()
    assert me.workshop.saving.state == "saving"
    disk.let_through.release(20)
    me.until(lambda: me.workshop.saving.state == "saved")


def test_a_deed_that_changes_nothing_tells_nobody(leads):
    me = leads()
    told: list[int] = []
    me.workshop.listen(lambda: told.append(1))
    assert me.says("  ") == ()
    assert me.workshop.do(changes.set_verdict, "A.1", "") is None
    assert me.workshop.undo() is None
    assert me.workshop.redo() is None
    assert told == []


def test_after_closing_the_file_holds_everything_and_opens_to_the_same_discussion(leads):
    me = leads()
    me.says("fax", "köer", kind="bort")
    me.workshop.do(changes.set_verdict, "A.1", "ja")
    assert me.workshop.close() == ""
    assert _in_file(me.workshop.path) == ["fax", "köer"]
    again = leads(me.workshop.path)
    assert again.workshop.session == me.workshop.session
    assert again.workshop.found.faults == ()


def test_the_file_follows_in_a_quiet_moment_without_being_asked(leads):
    me = leads()
    me.says("fax")
    me.workshop.flush()
    me.until(lambda: me.workshop.saving.state == "saved")
    me.workshop.enter("A.2")
    other = leads(me.workshop.path)
    other.says("köer")
    me.until(lambda: "köer" in me.texts)
    me.workshop.close()
    other.workshop.close()
    assert sorted(_in_file(me.workshop.path)) == ["fax", "köer"]


def test_undo_and_redo_reach_back_over_a_restart(leads):
    me = leads()
    for text in ("ett", "två", "tre"):
        me.says(text)
    me.workshop.undo()
    me.workshop.close()
    me = leads(me.workshop.path)
    me.workshop.undo()
    assert me.texts == ["ett"]
    me.workshop.close()
    me = leads(me.workshop.path)
    me.workshop.redo()
    me.workshop.redo()
    assert me.texts == ["ett", "två", "tre"]
    for _ in range(5):
        me.workshop.undo()
    assert me.texts == []


def test_a_crash_gives_back_notes_the_half_typed_line_and_the_place(leads, tmp_path: Path):
    me = leads()
    me.workshop.enter("A.2")
    me.says("fax")
    me.workshop.keep_draft("A.2", "bort", "halv men")
    me.workshop.keep_draft("A.2", "bort", "halv mening")
    me.workshop.flush()
    as_found = tmp_path / "efter kraschen"
    shutil.copytree(tmp_path, as_found, ignore=shutil.ignore_patterns(as_found.name, "*.ny"))
    after = leads(as_found / me.workshop.path.name)
    draft = after.workshop.last_draft()
    assert draft
    assert (draft.step, draft.kind, draft.text) == ("A.2", "bort", "halv mening")
    assert after.texts == ["fax"]
    assert after.workshop.undo()
    assert after.texts == []


def test_a_crash_between_a_note_and_the_emptied_line_does_not_bring_the_line_back(leads):
    me = leads()
    me.workshop.keep_draft("A.2", "", "halv men")
    me.says("halv mening")
    draft = me.workshop.last_draft()
    assert draft
    assert (draft.step, draft.text) == ("A.2", "")


def test_a_draft_that_is_the_same_is_not_written_again(leads):
    me = leads()
    me.workshop.keep_draft("A.2", "", "halv")
    before = me.workshop.session
    me.workshop.keep_draft("A.2", "", "halv")
    assert me.workshop.session is before


def test_what_others_write_is_looked_for_less_often_where_nobody_else_writes():
    assert threads.pause(0) == threads.pause(threads.WAKEFUL / 2) == threads.LOOK
    assert threads.pause(threads.WAKEFUL) == threads.pause(3600) == threads.CALM * threads.LOOK


def test_what_another_program_takes_down_in_the_same_discussion_arrives(leads):
    me = leads()
    her = leads(me.workshop.path)
    assert me.workshop.writer != her.workshop.writer
    her.says("köer")
    me.says("fax")
    me.until(lambda: sorted(me.texts) == ["fax", "köer"])
    her.until(lambda: sorted(her.texts) == ["fax", "köer"])
    me.workshop.undo()
    assert me.texts == ["köer"]
    her.until(lambda: her.texts == ["köer"])
    me.workshop.close()
    her.workshop.close()
    assert leads(me.workshop.path).texts == ["köer"]


def test_what_somebody_edits_in_the_file_itself_arrives_too(leads):
    me = leads()
    me.says("fax")
    me.workshop.enter("A.2")
    me.workshop.close()
    text = me.workshop.path.read_text(encoding="utf-8")
    me = leads(me.workshop.path)
    me.workshop.path.write_text(text.replace('text = "fax"', 'text = "faxen"'), encoding="utf-8")
    me.workshop.do(changes.set_verdict, "A.1", "ja")
    me.until(lambda: me.texts == ["faxen"])
    assert me.workshop.session.notes()[0].writer == BY_HAND


def test_after_a_purge_undo_goes_on_with_what_was_done_before_it(leads):
    me = leads()
    me.says("ett")
    (note,) = me.says("hemligt")
    me.workshop.do(changes.purge, note)
    assert me.texts == ["ett"]
    me.workshop.undo()
    assert me.texts == []
    assert me.workshop.undo() is None
    me.workshop.redo()
    assert me.texts == ["ett"]


def test_a_folder_that_may_only_be_read_opens_its_discussions_for_reading(leads):
    me = leads()
    me.says("fax")
    me.workshop.close()
    before = me.workshop.path.read_bytes()
    locked = FaultyFs(lambda _number, name: errno.EACCES if name in ("make_folder", "open_journal") else 0)
    her = leads(me.workshop.path, fs=locked)
    assert (her.texts, her.workshop.read_only) == (["fax"], "EACCES")
    with pytest.raises(ReadOnlyError):
        her.says("köer")
    her.workshop.keep_draft("A.2", "", "halv")
    assert her.workshop.undo() is None
    assert her.workshop.flush() == her.workshop.close() == ""
    assert her.workshop.path.read_bytes() == before


def test_a_discussion_of_another_workbook_is_not_opened_and_nothing_is_written(leads, tmp_path: Path):
    me = leads()
    me.says("fax")
    me.workshop.close()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(OtherWorkbookError) as refused:
        Workshop.open(me.workshop.path, replace(small_workbook(), id="torget"))
    assert (refused.value.name, refused.value.its, refused.value.ours) == ("Ekerö", "parken", "torget")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_closed_discussion_takes_nothing_that_nobody_would_save(leads):
    me = leads()
    me.says("fax")
    me.workshop.close()
    with pytest.raises(ReadOnlyError):
        me.says("köer")
    assert me.texts == _in_file(me.workshop.path) == ["fax"]


def test_a_final_discussion_takes_nothing_until_it_is_reopened(leads):
    me = leads()
    (note,) = me.says("fax")
    me.workshop.do(changes.set_state, "fastställd")
    with pytest.raises(FinalError):
        me.says("köer")
    with pytest.raises(FinalError):
        me.workshop.do(changes.withdraw, note)
    me.workshop.undo()
    me.says("köer")
    assert me.texts == ["fax", "köer"]


def test_undo_does_not_reach_into_a_discussion_that_somebody_else_has_made_final(leads):
    me = leads()
    me.says("fax")
    her = leads(me.workshop.path)
    her.workshop.do(changes.set_state, "fastställd")
    me.until(lambda: me.workshop.session.final)
    with pytest.raises(FinalError):
        me.workshop.undo()
    assert me.texts == ["fax"]


def test_a_note_that_is_too_long_is_refused_and_nothing_else_happens(leads):
    me = leads()
    with pytest.raises(TooLongError):
        me.says("x" * 20_001)
    assert me.texts == []


def test_a_full_disk_is_told_with_its_reason_and_is_over_when_there_is_room(leads):
    disk = FaultyFs()
    me = leads(fs=disk)
    me.says("fax")
    me.until(lambda: me.workshop.saving.state == "saved")
    disk.refuses = lambda _number, name: errno.ENOSPC if name in ("write", "sync") else 0
    me.says("köer")
    me.until(lambda: me.workshop.saving.state == "refused")
    assert me.workshop.saving.why == "ENOSPC"
    assert me.workshop.flush() == "ENOSPC"
    assert me.texts == ["fax", "köer"]
    disk.refuses = lambda _number, _name: 0
    me.says("remisser")
    me.until(lambda: me.workshop.saving.state == "saved")
    assert me.workshop.close() == ""
    assert _in_file(me.workshop.path) == ["fax", "köer", "remisser"]


@pytest.mark.parametrize("call", ["replace", "open_new", "sync_folder"])
def test_a_file_that_cannot_be_brought_up_to_date_is_told_and_is_over_when_it_can(leads, call: str):
    disk = FaultyFs()
    me = leads(fs=disk)
    disk.refuses = lambda _number, name: errno.EACCES if name == call else 0
    me.says("fax")
    me.until(lambda: me.workshop.saving.state == "untidy")
    disk.refuses = lambda _number, _name: 0
    me.until(lambda: me.workshop.saving.state == "saved")
    assert me.workshop.flush() == me.workshop.close() == ""
    assert _in_file(me.workshop.path) == ["fax"]


def test_a_refused_draft_is_over_when_there_is_room(leads):
    disk = FaultyFs()
    me = leads(fs=disk)
    disk.refuses = lambda _number, name: errno.ENOSPC if name == "write" else 0
    me.workshop.keep_draft("A.2", "", "halv")
    me.until(lambda: me.workshop.saving.state == "refused")
    disk.refuses = lambda _number, _name: 0
    me.until(lambda: me.workshop.saving.state == "saved")


def test_what_is_refused_to_the_end_is_told_at_the_end_and_takes_nothing_with_it(leads):
    disk = FaultyFs()
    me = leads(fs=disk)
    me.says("fax")
    assert me.workshop.flush() == ""
    disk.refuses = lambda _number, _name: errno.EIO
    me.says("köer")
    assert me.workshop.close() == "EIO"
    assert leads(me.workshop.path).texts[0] == "fax"


def test_a_clock_set_back_between_two_evenings_reorders_and_overwrites_nothing(leads):
    me = leads()
    me.says("ett", "två", "tre")
    me.workshop.close()
    me = leads(me.workshop.path, now=FixedClock(FixedClock().at - dt.timedelta(days=400)))
    me.says("fyra", "fem")
    assert me.texts == ["ett", "två", "tre", "fyra", "fem"]
    me.workshop.undo()
    assert me.texts == ["ett", "två", "tre"]


def test_two_whose_clocks_are_behind_never_give_two_notes_one_id(leads):
    me = leads()
    me.says("ett")
    me.workshop.flush()
    late = FixedClock(FixedClock().at - dt.timedelta(days=1))
    me, her = leads(me.workshop.path, now=late), leads(me.workshop.path, now=late)
    me.says("fax")
    her.says("köer")
    me.until(lambda: sorted(me.texts) == ["ett", "fax", "köer"])


def test_ids_that_somebody_made_up_in_the_file_do_not_stop_the_discussion(leads):
    me = leads()
    me.workshop.close()
    own = '\n[[notes]]\nid = "zzz"\nquestion = "A.2"\ntext = "för hand"\nchange = "åäö"\nwriter = "jag"\nat = 2026-05-12T13:00:00Z\n'
    me.workshop.path.write_bytes(me.workshop.path.read_bytes() + own.encode())
    me = leads(me.workshop.path)
    me.says("fax")
    assert sorted(me.texts) == ["fax", "för hand"]


def test_an_id_that_somebody_forged_as_the_last_there_can_be_leaves_the_order_as_it_was_said(leads):
    me = leads()
    me.workshop.close()
    last = "7" + "Z" * 25
    own = f'\n[[notes]]\nid = "{last}"\nquestion = "A.2"\ntext = "smidd"\nchange = "{last}"\nwriter = "jag"\nat = 2026-05-12T13:00:00Z\n'
    me.workshop.path.write_bytes(me.workshop.path.read_bytes() + own.encode())
    me = leads(me.workshop.path)
    said = [note for text in ("ett", "två", "tre", "fyra") for note in me.says(text)]
    assert said == sorted(said)
    assert all(map(is_id, said))
    assert me.texts == ["ett", "två", "tre", "fyra", "smidd"]


def test_the_clock_of_a_step_starts_when_it_is_entered(leads):
    clock = FixedClock()
    me = leads(now=clock)
    clock.passes(minutes=7)
    me.workshop.enter("A.2")
    clock.passes(minutes=2)
    assert me.workshop.timing.standing.left == 180


def test_events_say_what_happened_and_compare_by_it():
    assert Saved("x") == Saved("x")
    assert NotSaved("full").why == "full"
    assert FromOthers(()).records == ()


def test_an_error_of_ours_while_saving_is_told_and_nobody_believes_that_it_is_saved(
    leads, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("threading.excepthook", lambda _failed: None)
    me = leads()
    monkeypatch.setattr(SessionWriter, "append", lambda *_: 1 // 0)
    me.workshop.add_notes("A.2", ["fax"])
    me.until(lambda: me.workshop.saving.state == "refused")
    assert me.workshop.saving.why == "ZeroDivisionError"
    assert me.workshop.flush()
    assert me.workshop.close()
    assert me.workshop.session.notes()[0].text == "fax"


def test_no_thread_stays_behind_when_a_discussion_is_closed(leads):
    before = set(threading.enumerate())
    me = leads()
    me.workshop.add_notes("A.2", ["fax"])
    ours = [one for one in threading.enumerate() if one not in before]
    assert {one.name for one in ours} >= {"saver", "tidier", "watch"}
    assert all(one.daemon for one in ours), "one whose disk hangs would keep the program from ending"
    assert me.workshop.close() == ""
    for one in ours:
        one.join(60)
    assert not any(one.is_alive() for one in ours)


@pytest.mark.parametrize(
    "disturbs", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")], ids=["gone", "empty"]
)
def test_words_whose_file_somebody_takes_away_or_empties_are_in_a_file_again_though_nothing_more_is_said(
    leads, disturbs: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
):
    looks, real = threading.Semaphore(0), Saver.looked
    monkeypatch.setattr(Saver, "looked", lambda *given: (real(*given), looks.release()))
    me = leads()
    me.says("fax")
    me.workshop.flush()
    folder = me.workshop.path.parent

    def wait_for_the_file() -> None:
        while not any(b"fax" in one.read_bytes() for one in folder.glob("*.toml")):
            assert looks.acquire(timeout=60)

    wait_for_the_file()
    while looks.acquire(blocking=False):
        pass
    assert looks.acquire(timeout=60)
    disturbs(me.workshop.path)
    wait_for_the_file()
    assert me.workshop.close() == ""
    assert ["fax"] in [_in_file(one) for one in folder.glob("*.toml") if one.stat().st_size]


def test_a_list_that_takes_long_to_write_down_is_not_taken_for_a_disk_that_hangs(
    leads, monkeypatch: pytest.MonkeyPatch
):
    hung: list[bool] = []
    monkeypatch.setattr(saver, "PATIENCE", 0.1)
    monkeypatch.setattr(saver, "hangs", lambda still, patience: hung.append(still >= patience))
    me = leads()
    for attempt in range(
        1, 6
    ):  # a machine that is busy may itself keep the saver waiting for so long, though not each time
        hung.clear()
        me.workshop.add_notes("A.2", [f"fax {number}" for number in range(3_000)])
        assert me.workshop.flush() == ""
        assert len(me.workshop.session.notes()) == 3_000 * attempt
        if hung and not any(hung):
            return
    pytest.fail("whenever a list is written down the disk is taken for one that hangs")
