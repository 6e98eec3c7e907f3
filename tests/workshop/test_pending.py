"""What has been said and is not on disk: kept in its order until it is, for one worker at a time, with how long it has waited."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.records import Note
from diskussion_tui.workshop.saving import pending as module
from diskussion_tui.workshop.saving.pending import Pending
from tests.support.builders import Group

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Draft


class Queue:
    """What is pending, by a clock that is set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = 100.0
        monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: self.at))
        self.group = Group()
        self.pending = Pending()
        self.worker = object()
        self.pending.hand_to(self.worker)

    def says(self, text: str) -> None:
        self.pending.put(self.group.saying(text))

    def types(self, text: str) -> Draft:
        made = changes.draft(self.group.session, self.group.stamp(), "A.2", "", text)
        self.pending.put_draft(made)
        return made

    def taken(self):
        batch = self.pending.next(self.worker)
        assert batch
        return batch

    def is_on_disk(self, batch) -> bool:
        return self.pending.done(self.worker, batch, lambda: None)


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Queue:
    return Queue(monkeypatch)


def test_nothing_waits_until_something_is_said(queue: Queue) -> None:
    assert queue.pending.empty
    assert queue.pending.waited() is None


@pytest.mark.parametrize("deed", ["says", "types"])
def test_it_waits_since_the_first_of_it_came(queue: Queue, deed: str) -> None:
    getattr(queue, deed)("fax")
    queue.at += 3
    queue.says("köer")
    queue.types("halv")
    assert queue.pending.waited() == 3
    assert not queue.pending.empty


def test_what_came_while_the_disk_worked_waits_since_the_disk_was_done(queue: Queue) -> None:
    queue.says("fax")
    batch = queue.taken()
    queue.at += 2
    queue.says("köer")
    queue.at += 2
    assert queue.is_on_disk(batch)
    queue.at += 1
    assert queue.pending.waited() == 1
    rest = queue.taken()
    assert [one.text for change in rest.changes for one in change.versions if isinstance(one, Note)] == [
        "köer"
    ]
    assert queue.is_on_disk(rest)
    assert queue.pending.waited() is None


def test_a_line_that_was_typed_on_meanwhile_waits_and_one_that_was_not_is_done(queue: Queue) -> None:
    queue.types("halv")
    batch = queue.taken()
    later = queue.types("halv mening")
    queue.is_on_disk(batch)
    assert queue.taken().draft is later
    queue.is_on_disk(queue.taken())
    assert queue.pending.empty


@pytest.mark.parametrize("deed", ["says", "types"])
def test_who_takes_over_has_all_that_waits_and_patience_begins_anew(queue: Queue, deed: str) -> None:
    getattr(queue, deed)("fax")
    batch = queue.taken()
    queue.at += 10
    other = object()
    queue.pending.hand_to(other)
    assert queue.pending.waited() == 0
    assert queue.pending.next(queue.worker) is None
    assert not queue.is_on_disk(batch)  # what the first one did write is written again by the other
    assert queue.pending.next(other) == batch


def test_who_takes_over_an_empty_queue_is_not_waited_for(queue: Queue) -> None:
    queue.says("fax")
    queue.is_on_disk(queue.taken())
    queue.pending.hand_to(object())
    queue.at += 10
    assert queue.pending.waited() is None


def test_at_the_end_what_waits_is_still_handed_out_and_then_nothing(queue: Queue) -> None:
    queue.says("fax")
    queue.pending.end()
    queue.is_on_disk(queue.taken())
    assert queue.pending.next(queue.worker) is None
    queue.pending.pause(queue.worker, 3600)  # nobody waits for a second try at the end
    queue.pending.pause(object(), 3600)


def test_who_waits_hears_why_the_disk_refused_until_it_has_taken_it(queue: Queue) -> None:
    queue.says("fax")
    queue.pending.refuse("ENOSPC")
    assert queue.pending.wait(None) == queue.pending.failure == "ENOSPC"
    queue.is_on_disk(queue.taken())
    assert queue.pending.wait(None) == queue.pending.failure == ""


def test_who_waits_for_a_while_goes_on_though_nothing_came_of_it(queue: Queue) -> None:
    queue.says("fax")
    assert queue.pending.wait(0) == ""
    assert not queue.pending.empty
