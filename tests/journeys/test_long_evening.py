"""Two hours with a group, from the first note to *fastställd*, with all that goes wrong on an evening."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

from diskussion_tui.domain.plan.show import used_in
from diskussion_tui.domain.session.records import Conclusion, Round
from diskussion_tui.domain.session.rounds import standings
from diskussion_tui.store.session.reading import read_session
from tests.support.people import STARTS, Clock, facilitator, session_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator

END = STARTS + dt.timedelta(hours=2)


async def _until_the_crash(me: Facilitator) -> None:
    """The first hour: an end time, an introduction that takes too long, notes, hands, a dissent, a merge."""
    await me.begins("Vårdcentralen Ekerö")
    await me.presses("f9", "space", "s", *f"{END:%H:%M}", "enter", "escape")
    await me.talks(14)
    me.sees("! 9 min över", f"klar {END:%H:%M}")
    await me.goes_to("A.1")
    await me.presses("tab")
    await me.says("Ensamheten saknas i bilden")
    await me.talks(8)
    await me.goes_to("A.2")
    await me.says("Fax mellan sjukhus och kommun", "Faxen mellan sjukhus")
    await me.presses("tab")
    await me.says("Hemsjukvård dygnet runt #hemma", "Listning på team @Anna")
    await me.talks(20)
    me.sees("min över")
    await me.presses("up", "7", "left", "up", "3", "space", "space", "!", *"Akuten behöver sin fax", "enter")
    await me.presses("space", "space", "down", "space", "space", "space", "m", "enter", "escape", "escape")
    await me.goes_to("B.2")
    await me.says("Sms före varje besök")
    await me.types("Kallelser på pap")
    me.stage.keep_draft()
    await me.waits()


async def _after_the_crash(me: Facilitator) -> None:
    """The second hour: everything is there; a prioritising round, conclusions, the end."""
    me.sees("Kallelser på pap", "min kvar")
    await me.types("per")
    await me.presses("enter")
    assert me.notes("B.2") == ["Sms före varje besök", "Kallelser på papper"]
    await me.goes_to("A.2")
    me.sees("⌞ sammanslagen av 2", "Avvikande: Akuten", "● 7")
    await me.presses("f12", "enter")
    for dots in "5242":
        await me.presses(dots)
    await me.presses("enter", "escape")
    await me.talks(30)
    await me.goes_to("slut")
    await me.says("A: Faxen ska bort ur vardagen")
    await me.presses("tab")
    await me.says("Prata med akuten @Anna senast 2026-06-01")
    me.sees("= Faxen ska bort ur vardagen", "ansvarig Anna · senast 2026-06-01")
    await me.talks(5)
    await me.finishes()
    me.sees("fastställd")


async def test_two_hours_with_overruns_a_merge_a_dissent_a_round_a_crash_and_conclusions(
    tmp_path: Path,
) -> None:
    clock, room, after = Clock(), tmp_path / "laptop", tmp_path / "after the crash"
    room.mkdir()
    async with facilitator(room, clock=clock) as me:
        await _until_the_crash(me)
        shutil.copytree(room, after)  # what the disk holds at the moment of the crash
    clock.passes(minutes=3)
    async with facilitator(after, clock=clock, open_path=session_file(after)) as me:
        await _after_the_crash(me)
        shown = me.session
    kept = read_session(session_file(after)).session
    assert kept.final
    assert kept.current(Conclusion) == shown.current(Conclusion)
    assert [one.owner for one in kept.current(Conclusion)] == ["", "Anna"]
    merged = next(note for note in kept.notes() if note.sources)
    assert (merged.supporters, merged.dissent, merged.objection) == (3, True, "Akuten behöver sin fax")
    (of,) = kept.current(Round)
    assert of.closed
    assert sum(line.points for line in standings(kept, of)) == 13
    used = used_in(kept)
    assert (used["start"], used["A.1"]) == (14 * 60, 8 * 60)
    assert used["A.2"] == 50 * 60
    assert [note.text for note in kept.notes() if note.merged_into] == []
    assert len(kept.by_question["A.2"]) == 3
