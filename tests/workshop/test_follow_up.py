"""Following up: what was decided in any discussion is told done where it was spoken of last, and that is on disk or refused."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.content.source import default_workbook
from diskussion_tui.domain.session.conclusions import conclusion
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.places import Places
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.workshop.follow_up import FollowUp, NotKeptError
from tests.support.builders import FixedClock, workbook_in
from tests.support.spring import BEGINS, EVENINGS, spring

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.analysis.open_actions import Action

WORKBOOK = workbook_in(default_workbook())


@pytest.fixture(scope="module")
def evenings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("våren") / "diskussioner"
    spring(folder)
    return folder


@pytest.fixture
def follows(evenings: Path, tmp_path: Path) -> FollowUp:
    shutil.copytree(evenings, tmp_path / "diskussioner")
    clock = FixedClock(BEGINS)
    clock.passes(days=200)
    made = FollowUp(Places(tmp_path / "diskussioner"), clock)
    made.look()
    return made


def _of(follows: FollowUp, name: str) -> Action:
    return next(one for one in follows.actions if one.name == name)


def _on_disk(follows: FollowUp, one: Action) -> bool:
    found = conclusion(read_session(follows.path_of(one)).session, one.action.id)
    assert found
    return found.done


def test_every_action_of_the_folder_is_there_with_the_file_that_spoke_of_it(follows: FollowUp) -> None:
    assert sorted(one.name for one in follows.actions) == sorted(name for name, _ in EVENINGS)
    for one in follows.actions:
        assert read_session(follows.path_of(one)).session.head.name == one.name
    assert not follows.can_undo


def test_an_action_is_told_done_on_disk_and_only_that_one_and_taken_back(follows: FollowUp) -> None:
    one = _of(follows, "Salem")
    follows.tell(one, WORKBOOK, done=True)
    assert _on_disk(follows, one)
    assert [had.name for had in follows.actions if had.action.done] == ["Salem"]
    assert follows.can_undo
    assert follows.undo(WORKBOOK) == one
    assert not _on_disk(follows, one)
    assert not any(had.action.done for had in follows.actions)
    assert not follows.can_undo


def test_the_last_that_was_told_is_taken_back_first(follows: FollowUp) -> None:
    first, second = _of(follows, "Nacka"), _of(follows, "Salem")
    follows.tell(first, WORKBOOK, done=True)
    follows.tell(second, WORKBOOK, done=True)
    assert follows.undo(WORKBOOK) == second
    assert (_on_disk(follows, first), _on_disk(follows, second)) == (True, False)
    assert follows.undo(WORKBOOK) == first
    with pytest.raises(IndexError):
        follows.undo(WORKBOOK)


def test_what_is_so_already_is_nothing_to_take_back(follows: FollowUp) -> None:
    follows.tell(_of(follows, "Salem"), WORKBOOK, done=False)
    assert not follows.can_undo


def test_an_action_is_told_undone_after_all(follows: FollowUp) -> None:
    follows.tell(_of(follows, "Salem"), WORKBOOK, done=True)
    follows.tell(_of(follows, "Salem"), WORKBOOK, done=False)
    assert not _on_disk(follows, _of(follows, "Salem"))


def test_what_others_have_told_meanwhile_is_seen_at_the_next_look_and_without_it_nothing_is_read(
    follows: FollowUp,
) -> None:
    before = follows.actions
    follows.look()
    assert follows.actions is before
    folder = follows.path_of(before[0]).parent
    FollowUp.tell(other := _looking(folder), _of(other, "Ekerö"), WORKBOOK, done=True)
    assert not _of(follows, "Ekerö").action.done
    follows.look()
    assert _of(follows, "Ekerö").action.done


def _looking(folder: Path) -> FollowUp:
    other = FollowUp(Places(folder), FixedClock(BEGINS))
    other.look()
    return other


def test_a_disk_that_refuses_to_the_end_is_told_and_all_is_as_it_was(
    follows: FollowUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = _of(follows, "Salem")

    def refuses(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as full:
        full.setattr(Fs, "write", refuses)
        with pytest.raises(NotKeptError) as refused:
            follows.tell(one, WORKBOOK, done=True)
    assert refused.value.why == "ENOSPC"
    assert not follows.can_undo
    assert not _of(follows, "Salem").action.done
    assert not _on_disk(follows, one)


def test_a_list_of_actions_lies_beside_the_discussions_under_its_name_and_day(follows: FollowUp) -> None:
    folder = follows.path_of(follows.actions[0]).parent
    one = follows.put("Åtgärder", ".txt", b"ett")
    assert (one.parent, one.name, one.read_bytes()) == (folder, "Åtgärder_2026-08-22.txt", b"ett")
    assert follows.put("Åtgärder", ".txt", b"ett") == one
    assert follows.put("Åtgärder", ".txt", b"tre").name == "Åtgärder_2026-08-22_2.txt"
