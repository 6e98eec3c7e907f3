"""A workshop and where its words go: it knows only a sink, and hears from it in the turn of whoever leads."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.workshop.disk import Opened
from diskussion_tui.workshop.saving.sink import FromOthers, NotSaved, NotTidy, Saved
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock, Group, small_workbook, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from diskussion_tui.domain.session.records import Draft
    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.workshop.saving.sink import Event


class Outbox:
    """A sink that is no disk: it keeps what it is handed, and tells what it is told to."""

    refuge = None

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self.tell = tell
        self.put_here: list[Change] = []
        self.closed = False

    def put(self, change: Change) -> None:
        self.put_here.append(change)

    def put_draft(self, draft: Draft, *, tidy: bool = False) -> None: ...

    def flush(self, patience: float | None = None) -> str:  # noqa: ARG002
        return ""

    def close(self, patience: float | None = None) -> str:  # noqa: ARG002 - nothing is waited for
        self.closed = True
        return ""


class Room:
    """A discussion that is led without a disk. `turns` are what waits for its leader's turn, None without a loop."""

    def __init__(self, *, loop: bool = True) -> None:
        self.turns: list[Callable[[], None]] | None = [] if loop else None
        opened = Opened(Group().session, Path("nowhere"), "skriv-test", self._made)
        soon = self.turns.append if self.turns is not None else None
        self.workshop = Workshop(opened, small_workbook(), now=FixedClock(), call_soon=soon)
        self.told: list[str] = []
        self.workshop.listen(lambda: self.told.append(self.workshop.saving.state))

    def _made(self, tell: Callable[[Event], None]) -> Outbox:
        self.outbox = Outbox(tell)
        return self.outbox

    def hears_from_a_thread(self, event: Event) -> None:
        thread = threading.Thread(target=self.outbox.tell, args=(event,))
        thread.start()
        thread.join()

    def gives_a_turn(self) -> None:
        assert self.turns
        for turn in self.turns:
            turn()
        self.turns.clear()

    @property
    def texts(self) -> list[str]:
        return texts_of(self.workshop.session)


def elsewhere() -> FromOthers:
    """What somebody else has said in the same discussion."""
    group = Group()
    group.says("köer")
    return FromOthers(tuple(group.session.notes()))


def test_what_is_said_goes_to_whatever_sink_it_was_opened_with() -> None:
    me = Room()
    change = me.workshop.add_notes("A.2", ["fax"])
    assert me.outbox.put_here == [change]
    me.workshop.close()
    assert me.outbox.closed


def test_what_the_sink_tells_from_its_thread_waits_for_the_turn_of_whoever_leads() -> None:
    me = Room()
    change = me.workshop.add_notes("A.2", ["fax"])
    assert change
    me.told.clear()
    me.hears_from_a_thread(elsewhere())
    me.hears_from_a_thread(Saved(change.id))
    assert (me.texts, me.workshop.saving.state, me.told) == (["fax"], "saving", [])
    me.gives_a_turn()
    assert sorted(me.texts) == ["fax", "köer"]
    assert me.told == ["saving", "saved"]


def test_who_has_no_loop_hears_when_everything_is_waited_for() -> None:
    me = Room(loop=False)
    me.hears_from_a_thread(elsewhere())
    assert me.texts == []
    assert me.workshop.flush() == ""
    assert me.texts == ["köer"]


def test_what_is_told_after_the_end_is_not_heard() -> None:
    me = Room()
    me.hears_from_a_thread(NotSaved("ENOSPC"))
    me.workshop.close()
    me.hears_from_a_thread(elsewhere())
    me.gives_a_turn()
    assert (me.texts, me.told) == ([], [])


def test_the_header_says_saved_when_the_last_of_what_was_said_is() -> None:
    me = Room(loop=False)
    first, last = (me.workshop.add_notes("A.2", [text]) for text in ("fax", "köer"))
    assert first
    assert last
    for change, state in ((first, "saving"), (last, "saved")):
        me.outbox.tell(Saved(change.id))
        me.workshop.flush()
        assert me.workshop.saving.state == state


def test_what_is_saved_while_the_file_cannot_be_written_says_so_and_why() -> None:
    me = Room(loop=False)
    me.outbox.tell(NotTidy("ENOSPC"))
    me.workshop.flush()
    change = me.workshop.add_notes("A.2", ["fax"])
    assert change
    me.outbox.tell(Saved(change.id))
    me.workshop.flush()
    assert (me.workshop.saving.state, me.workshop.saving.why) == ("untidy", "ENOSPC")
    me.outbox.tell(NotTidy(""))
    me.workshop.flush()
    assert (me.workshop.saving.state, me.workshop.saving.why) == ("saved", "")
