"""A coder's desk and the row of notes on it: what is decided leads to the next note, and everything can be taken back."""

from __future__ import annotations

import datetime as dt
import errno
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.codebook import make
from diskussion_tui.domain.analysis.coding import TOGETHER, decide
from diskussion_tui.domain.analysis.said import Discussion, Said
from diskussion_tui.domain.analysis.suggesting import HitRate
from diskussion_tui.domain.session.changes import Stamp
from diskussion_tui.store.session.identity import identity
from diskussion_tui.workshop import coding as at_the_desk
from diskussion_tui.workshop import coding_queue
from diskussion_tui.workshop.coding import Desk, coder_in, decided_by, starter_for
from diskussion_tui.workshop.coding_queue import Queue, desk_in, set_out
from tests.support.builders import FixedClock
from tests.support.disk import FaultyFs

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.records import Version

PLACE = Discussion("D", "Ekerö", dt.date(2026, 5, 12))
TEXTS = (
    "Fax mellan sjukhus och kommun",
    "Inget fax mellan sjukhus och vårdcentral",
    "Fax från sjukhus är dyrt",
    "Kortare väntetid till en läkare",
    "Väntetiden till röntgen är för lång",
    "Ingen ska behöva vänta ett år",
)


def _said(texts: tuple[str, ...] = TEXTS) -> list[Said]:
    return [Said(PLACE, f"N{at:03d}", "A.2", "", text) for at, text in enumerate(texts, 1)]


@dataclass
class Coder:
    """Somebody at a desk with notes, who has the themes *Fax* and *Väntetid*."""

    queue: Queue
    fax: str
    wait: str

    def at_hand(self) -> str:
        return self.queue.current

    def others(self, note: str, theme: str) -> tuple[Version, ...]:
        """A colleague's decision, taken in."""
        made = _hers(self.queue.desk, note, theme)
        assert self.queue.desk.take_in(made) == 1
        self.queue.take_in(made)
        return made


def _desk(folder: Path, coder: str = "maja", fs: FaultyFs | None = None) -> Desk:
    return Desk.at(folder, coder, now=FixedClock(), fs=fs or FaultyFs())


def _seated(desk: Desk, texts: tuple[str, ...] = TEXTS, *, blind: bool = False) -> Coder:
    themes = [_theme(desk, name) for name in ("Fax", "Väntetid")]
    return Coder(set_out(desk, _said(texts), blind=blind), *themes)


def _hers(desk: Desk, note: str, theme: str) -> tuple[Version, ...]:
    """What a colleague decides at a desk of her own."""
    return decide(desk.coding, Stamp(desk.new_id(), desk.now(), "bo"), "bo", [note], [theme])


def _theme(desk: Desk, name: str) -> str:
    fresh = desk.new_id()
    desk.do(lambda coding, stamp: make(coding.book, stamp, fresh, name, words=name))
    return fresh


@pytest.fixture
def maja(tmp_path: Path):
    desk = _desk(tmp_path)
    yield _seated(desk)
    assert desk.close() == ""


# ---- the desk --------------------------------------------------------------------------------------------------------


def test_who_codes_is_whoever_began_here_else_what_they_call_themselves(tmp_path: Path) -> None:
    assert coder_in(tmp_path, "Maja Ek") == "maja-ek"
    assert coder_in(tmp_path, "") == ""
    (tmp_path / f"beslut.{identity().writer}.toml").write_bytes(b"")
    assert coder_in(tmp_path, "Maja Ek") == identity().writer


def test_a_desk_knows_whether_its_coder_has_a_name_and_has_written(tmp_path: Path) -> None:
    unnamed, named = _desk(tmp_path, ""), _desk(tmp_path)
    assert (unnamed.is_named, named.is_named) == (False, True)
    assert (named.has_written, named.can_undo, named.can_redo) == (False, False, False)
    assert named.undo() == named.redo() == ()
    assert not named.has_written
    _theme(named, "Fax")
    assert (named.has_written, named.can_undo, named.can_redo) == (True, True, False)
    assert named.undo()
    assert (named.can_undo, named.can_redo) == (False, True)
    assert named.redo()
    assert [one.name for one in named.coding.book.themes] == ["Fax"]
    assert named.close() == ""


def test_a_deed_that_alters_nothing_writes_nothing_and_is_no_step(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    assert desk.do(lambda coding, stamp: make(coding.book, stamp, "t", "  ")) == ()
    assert (desk.can_undo, desk.has_written, desk.saving) == (False, False, "saved")
    assert desk.close() == ""
    assert list(tmp_path.iterdir()) == []


def test_a_colleagues_decisions_are_taken_in_once_kept_in_ones_own_file_and_no_step_of_ones_own(
    tmp_path: Path,
) -> None:
    desk = _desk(tmp_path)
    fax = _theme(desk, "Fax")
    hers = _hers(desk, "N001", fax)
    assert (desk.take_in(hers), desk.take_in(hers)) == (1, 0)
    assert desk.close() == ""
    again = _desk(tmp_path)
    assert again.coding.themes_of("N001") == (fax,)
    desk = _desk(tmp_path)
    assert desk.undo()  # the theme: what she decided is not taken back
    assert not desk.can_undo
    assert desk.close() == ""


def test_how_far_saving_has_come_is_told_once_each_time_it_is_another(tmp_path: Path) -> None:
    desk, seen, done = _desk(tmp_path), [], threading.Event()

    def told() -> None:
        seen.append((desk.saving, desk.why))
        if desk.saving == "saved":
            done.set()

    desk.told = told
    _theme(desk, "Fax")
    assert done.wait(60)
    assert seen == [("saving", ""), ("saved", "")]
    assert desk.close() == ""
    assert len(seen) == 2


def test_a_disk_that_takes_it_again_has_everything_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_the_desk, "RETRY", 0.005)
    fs, refused, done = (
        FaultyFs(lambda _n, name: errno.ENOSPC if name == "sync" else 0),
        *(threading.Event() for _ in range(2)),
    )
    desk = _desk(tmp_path, fs=fs)
    desk.told = lambda: {"refused": refused, "saved": done}.get(desk.saving, threading.Event()).set()
    _theme(desk, "Fax")
    assert refused.wait(60)
    assert desk.why == "ENOSPC"
    _theme(desk, "Väntetid")
    fs.refuses = lambda _number, _name: 0
    assert done.wait(60)
    assert (desk.close(), desk.why) == ("", "")
    assert [one.name for one in _desk(tmp_path).coding.book.themes] == ["Fax", "Väntetid"]


def test_what_is_refused_to_the_end_is_told_at_the_end(tmp_path: Path) -> None:
    desk = _desk(tmp_path, fs=FaultyFs(lambda _number, name: errno.EACCES if name == "write" else 0))
    _theme(desk, "Fax")
    assert desk.close() == "EACCES"


def test_a_file_that_somebody_takes_away_is_there_again_with_all_that_was_in_it(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    fax, saved = _theme(desk, "Fax"), threading.Event()
    hers = _hers(desk, "N002", fax)
    desk.take_in(hers)
    desk.told = lambda: saved.set() if desk.saving == "saved" else None
    desk.do(lambda coding, stamp: decide(coding, stamp, "maja", ["N001"], [fax]))
    assert saved.wait(60)
    for file in tmp_path.glob("beslut.*"):
        file.unlink()
    desk.do(lambda coding, stamp: decide(coding, stamp, "maja", ["N003"], [fax]))
    assert desk.close() == ""
    assert sorted(_desk(tmp_path).coding.notes_of(fax)) == ["N001", "N002", "N003"]


def test_a_desk_opened_again_goes_on_where_undo_had_come_to(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    for name in ("Fax", "Väntetid"):
        _theme(desk, name)
    desk.undo()
    desk.close()
    again = _desk(tmp_path)
    assert [one.name for one in again.coding.book.themes] == ["Fax"]
    again.redo()
    assert [one.name for one in again.coding.book.themes] == ["Fax", "Väntetid"]
    again.close()


def test_ones_own_decisions_come_oldest_first_and_nobody_elses(maja: Coder) -> None:
    for note in ("N003", "N001", "N002"):
        maja.queue.decide([note], [maja.fax])
    maja.others("N004", maja.wait)
    assert [one.note for one in decided_by(maja.queue.desk.coding, "maja")] == ["N003", "N001", "N002"]


def test_the_code_book_that_ships_is_that_of_its_own_workbook() -> None:
    assert starter_for("vardens-struktur")
    assert starter_for("parken") == starter_for("") == ()


def test_a_desk_in_a_compilation_has_the_code_book_and_the_notes_in_force(tmp_path: Path) -> None:
    clock = FixedClock()
    queue = desk_in(tmp_path, "maja", _said(), "vardens-struktur", clock)
    assert queue.desk.coding.book.themes == _desk_of_book(tmp_path)
    assert (queue.left, queue.done, queue.desk.now) == (len(TEXTS), 0, clock)
    assert list(tmp_path.iterdir()) == []


def _desk_of_book(folder: Path) -> tuple[object, ...]:
    return Desk.at(folder, "maja", starter_for("vardens-struktur")).coding.book.themes


# ---- the row ---------------------------------------------------------------------------------------------------------


def test_notes_not_in_force_are_not_coded_and_one_that_stands_twice_is_coded_once(tmp_path: Path) -> None:
    said = _said()
    gone = Said(PLACE, "N009", "A.2", "", "Tillbakadragen", withdrawn=True)
    queue = set_out(_desk(tmp_path), [*said, said[0], gone])
    assert sorted(queue.in_order()) == [one.id for one in said]
    assert gone.in_force is False


def test_what_is_decided_leads_to_the_next_and_after_the_last_back_to_what_was_passed_over(
    maja: Coder,
) -> None:
    queue = maja.queue
    row = queue.in_order()
    assert maja.at_hand() == row[0]
    assert queue.note
    assert queue.note.id == row[0]
    queue.go_on(row[0])
    assert maja.at_hand() == row[1]
    for note in row[1:]:
        assert maja.at_hand() == note
        queue.decide([note], [])
    assert maja.at_hand() == row[0]
    assert (queue.left, queue.done, queue.still_to_do()) == (1, len(row) - 1, [row[0]])
    queue.decide([row[0]], [maja.fax])
    assert (queue.left, queue.note, queue.still_to_do()) == (0, None, [])
    assert queue.suggestions() == ()
    assert queue.similar() == []


def test_what_is_taken_out_is_to_be_decided_again(maja: Coder) -> None:
    queue = maja.queue
    first = queue.current
    queue.decide([first], [maja.fax])
    queue.clear([first])
    assert first in queue.still_to_do()
    assert queue.desk.coding.themes_of(first) is None
    assert first not in queue.suggester.learned


def test_undo_goes_back_to_its_note_and_redo_on_to_the_next(maja: Coder) -> None:
    queue = maja.queue
    first, second, *_ = queue.in_order()
    queue.decide([first], [maja.fax])
    assert queue.rate.of == 1
    queue.undo()
    assert (maja.at_hand(), queue.done, queue.rate.of) == (first, 0, 0)
    queue.redo()
    assert (maja.at_hand(), queue.done) == (second, 1)


def test_a_note_that_is_not_there_is_not_gone_to(maja: Coder) -> None:
    last = maja.queue.in_order()[-1]
    maja.queue.go_to(last)
    assert maja.at_hand() == last
    maja.queue.go_to("N999")
    assert maja.at_hand() == last


def test_notes_like_the_one_at_hand_are_offered_with_it_but_none_that_is_decided(maja: Coder) -> None:
    queue = maja.queue
    queue.go_to("N001")
    assert set(queue.similar()) == {"N002", "N003"}
    assert len(queue.similar(1)) == 1
    queue.decide(["N002"], [maja.fax])
    queue.go_to("N001")
    assert queue.similar() == ["N003"]


def test_a_note_that_is_decided_is_no_reason_for_itself(maja: Coder) -> None:
    maja.queue.decide(["N004"], [maja.wait])
    maja.queue.go_to("N004")
    assert all(one.like == 0 for one in maja.queue.suggestions())


def test_how_often_the_first_suggestion_was_right_is_told_of_ones_last_decisions(maja: Coder) -> None:
    queue = maja.queue
    queue.decide(["N001"], [maja.fax])  # the code book's own word
    queue.decide(["N002"], [maja.wait])  # against what was suggested
    queue.decide(["N003"], [])  # that none fits says nothing of suggestions
    assert queue.rate == HitRate(2, 1, queue.rate.three)
    assert queue.curve() == (0.5,)
    queue.decide(["N002"], [maja.fax])  # decided otherwise: it counts once
    assert queue.rate.of == 2


def test_the_curve_has_no_more_points_than_asked_for_and_at_least_five_decisions_in_each(maja: Coder) -> None:
    queue = maja.queue
    assert queue.curve() == ()
    queue._hits = [(str(at), 1 if at >= 20 else 0) for at in range(40)]
    assert queue.curve() == (0,) * 4 + (1,) * 4
    assert queue.curve(2) == (0, 1)
    queue._hits = queue._hits[15:27]
    assert queue.curve() == (0, 1, 1)
    assert queue.rate == HitRate(12, 7, 7)


def test_the_hit_rate_is_that_of_the_last_hundred(maja: Coder) -> None:
    maja.queue._hits = [(str(at), int(at >= 50)) for at in range(150)]
    assert maja.queue.rate == HitRate(100, 100, 100)


def test_whoever_comes_back_has_the_hit_rate_of_what_they_decided_before(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    first = _seated(desk)
    first.queue.decide(["N001"], [first.fax])
    first.queue.decide(["N002"], [first.fax])
    first.queue.decide(["N003"], [])
    first.others("N004", first.wait)
    desk.close()
    again = set_out(_desk(tmp_path), _said())
    assert again.rate == HitRate(2, 2, 2)
    assert (again.done, again.left) == (4, 2)
    assert again.current not in {"N001", "N002", "N003", "N004"}


def test_blind_one_sees_nothing_of_what_others_decided_and_codes_it_oneself(maja: Coder) -> None:
    queue = maja.queue
    maja.others("N001", maja.fax)
    assert "N001" not in queue.still_to_do()
    assert queue.said_by("N001") == {"bo": (maja.fax,)}
    queue.look(blind=True)
    assert "N001" in queue.still_to_do()
    assert queue.said_by("N001") == {}
    assert "N001" not in queue.suggester.learned
    queue.look(blind=False)
    assert "N001" not in queue.still_to_do()


def test_whoever_codes_blind_gets_the_notes_in_the_same_order_whatever_anybody_has_decided(
    tmp_path: Path,
) -> None:
    orders = []
    for coder, chosen in (("maja", ()), ("sven", ("N003", "N001"))):
        desk = _desk(tmp_path / coder, coder)
        seated = _seated(desk, blind=True)
        for note in chosen:
            seated.queue.decide([note], [seated.wait])
        assert not seated.queue.wants_order, "no decision of one's own moves the row of a blind coder"
        seated.queue.look(blind=True)
        orders.append(seated.queue.in_order())
        assert desk.close() == ""
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == TEXT_IDS


def test_blind_one_begins_with_what_a_colleague_has_coded_and_is_told_how_many(maja: Coder) -> None:
    queue = maja.queue
    queue.look(blind=True)
    usual = queue.in_order()
    hers = [usual[4], usual[2]]
    for note in hers:
        maja.others(note, maja.fax)
    queue.look(blind=True)
    assert queue.in_order()[:2] == [usual[2], usual[4]], "in the order that all have, not in hers"
    assert queue.in_order()[2:] == [note for note in usual if note not in hers]
    assert (queue.current, queue.shared, queue.shared_left) == (usual[2], 2, 2)
    queue.decide([queue.current], [maja.wait])
    assert (queue.shared, queue.shared_left) == (2, 1)
    queue.decide([queue.current], [])
    assert queue.shared_left == 0
    queue.look(blind=False)
    assert queue.shared == 0, "only who codes blind is led to them"


def test_what_was_settled_together_is_no_colleagues_own_decision(maja: Coder) -> None:
    queue = maja.queue
    queue.look(disputed=True)
    queue.decide(["N001"], [maja.fax])
    queue.look(blind=True, disputed=False)
    assert queue.shared == 0


def test_ones_own_decision_is_not_told_as_a_colleagues(maja: Coder) -> None:
    maja.queue.decide(["N001"], [maja.fax])
    maja.others("N001", maja.wait)
    assert maja.queue.said_by("N001") == {"bo": (maja.wait,)}
    assert maja.queue.said_by("N002") == {}


def test_what_coders_see_differently_is_settled_together_also_by_those_who_code_blind(maja: Coder) -> None:
    queue = maja.queue
    queue.decide(["N001"], [maja.fax])
    queue.decide(["N002"], [maja.fax])
    maja.others("N001", maja.wait)
    maja.others("N002", maja.fax)
    queue.look(blind=True, disputed=True)
    assert (queue.in_order(), queue.coder, queue.left) == (["N001"], TOGETHER, 1)
    assert queue.said_by("N001") == {"maja": (maja.fax,), "bo": (maja.wait,)}
    assert queue.similar() == []
    assert not queue.wants_order
    queue.decide(["N001"], [maja.wait])
    assert (queue.left, queue.note) == (0, None)
    assert queue.desk.coding.themes_of("N001") == (maja.wait,)
    queue.look(disputed=False)
    assert (queue.blind, queue.coder, len(queue.in_order())) == (True, "maja", len(TEXTS))


def test_few_notes_are_put_in_order_after_each_decision_and_the_note_at_hand_stays(maja: Coder) -> None:
    queue = maja.queue
    assert not queue.wants_order
    queue.decide([queue.current], [maja.wait])
    assert queue.wants_order
    here = maja.at_hand()
    row = queue.order_anew()
    assert not queue.wants_order
    queue.take_order(list(reversed(row)))
    assert (queue.in_order(), maja.at_hand(), queue.done) == (list(reversed(row)), here, 1)
    queue.take_order(row[:-1])  # made before a note came or went: it is no order of these
    assert queue.in_order() == list(reversed(row))


def test_many_notes_are_put_in_order_after_ten_decisions_or_another_code_book(
    maja: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = maja.queue
    monkeypatch.setattr(coding_queue, "FEW", len(TEXTS) - 1)
    for at in range(9):
        queue.decide([TEXT_IDS[at % 6]], [maja.fax if at < 6 else maja.wait])
    assert not queue.wants_order
    queue.decide(["N006"], [maja.wait])
    assert queue.wants_order
    queue.order_anew()
    queue.take_in(queue.desk.do(lambda coding, stamp: make(coding.book, stamp, "t", "Röntgen")))
    assert queue.wants_order


TEXT_IDS = [one.id for one in _said()]


def test_another_code_book_is_gone_by_from_the_next_suggestion_on(maja: Coder) -> None:
    queue = maja.queue
    queue.go_to("N005")
    fresh = queue.desk.new_id()
    queue.take_in(
        queue.desk.do(lambda coding, stamp: make(coding.book, stamp, fresh, "Röntgen", words="röntgen"))
    )
    assert queue.suggestions()[0].theme == fresh
