"""What was removed for good, told beside the files: whose word counts, and what a record that somebody meddled with still says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.records import Purge
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.session import removals
from diskussion_tui.store.session.removals import Removal, Removals, records_in, removals_in, tell
from tests.support.builders import NOON, SESSION, Group
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "01JE8AYGD8W7RQ4T0Z5N9K3MZZ"
FS = QuickFs()


def _one(
    note: str = "", session: str = SESSION, *, kept: bool = False, writer: str = "anna", rev: int = 1
) -> Removal:
    return Removal(session, note, writer, NOON, kept, rev)


def _purge(note: str) -> Purge:
    return Purge(id=note, change="", writer="bo", at=NOON)


def test_where_nothing_is_told_everything_is_as_it_stands() -> None:
    versions = next(iter(Group().session.versions.values()))
    assert Removals().heeded(versions, SESSION) == list(versions)
    assert not Removals().tells_of(SESSION)


def test_what_others_removed_in_their_file_stays_removed_unless_somebody_here_has_kept_it() -> None:
    told = Removals([_one("b", kept=True), _one("c", OTHER)])
    found = told.heeded([_purge("a"), _purge("b")], SESSION)
    assert [one.id for one in found] == ["a"]


def test_what_is_told_beside_the_files_is_told_among_them_once_and_in_order() -> None:
    told = Removals([_one("z"), _one("a", rev=3)], [_one("m"), _one("z"), _one("x", OTHER), _one("")])
    found = told.heeded([_purge("m")], SESSION)
    assert [(one.id, one.rev) for one in found] == [("m", 1), ("a", 3), ("z", 1)]
    assert all(isinstance(one, Purge) for one in found)


def test_what_was_kept_here_is_shown_whatever_others_tell() -> None:
    told = Removals([_one("a", kept=True)], [_one("a"), _one("b")])
    assert [one.id for one in told.heeded([], SESSION)] == ["b"]
    assert told.is_kept(SESSION, "a")
    assert not told.is_kept(SESSION, "b")


def test_the_latest_word_of_others_counts() -> None:
    later = replace(_one("a", kept=True), at=NOON + dt.timedelta(hours=1))
    for others in ([_one("a"), later], [later, _one("a")]):
        assert Removals((), others).heeded([], SESSION) == []


def test_whose_word_it_is_is_known_apart() -> None:
    told = Removals(
        [_one("a"), _one("k", kept=True), _one("f", OTHER), _one("")],
        [_one("a"), _one("b"), _one("n", kept=True), _one("f", OTHER), _one("")],
    )
    assert told.told_here(SESSION) == {"a"}
    assert told.told_elsewhere(SESSION) == {"b"}
    assert told.whole(SESSION)
    assert told.whole(OTHER) is None
    assert told.tells_of(OTHER)
    assert not told.tells_of("01JE8AYGD8W7RQ4T0Z5N9K3MYY")


def test_a_whole_discussion_that_was_kept_here_is_none_that_was_removed() -> None:
    assert Removals([_one("", kept=True)], [_one("")]).whole(SESSION) is None
    assert Removals((), [_one("")]).whole(SESSION) == _one("")


def test_what_is_told_is_read_back_as_it_was_told(tmp_path: Path) -> None:
    every = (_one("a", rev=4), _one("b", kept=True), _one("", OTHER, writer="bo"))
    tell(FS, tmp_path, every)
    tell(FS, tmp_path, (_one("c"),), "eva")
    names = [path.name for path in records_in(tmp_path / LIVE)]
    assert names == ["rensade.eva.toml", "rensade.toml"]
    here, away = Removals(every, ()), removals_in((tmp_path,), None)
    assert away.told_elsewhere(SESSION) == {"a", "c"}
    assert away.whole(OTHER) == here.whole(OTHER) == every[2]
    mine = removals_in((tmp_path,), tmp_path)
    assert mine.told_here(SESSION) == {"a", "c"}
    assert mine.is_kept(SESSION, "b")
    assert [(one.id, one.rev) for one in mine.heeded([], SESSION)] == [("a", 4), ("c", 1)]


@pytest.mark.parametrize(
    ("entry", "notes"),
    [
        ('[[purged]]\nnote = "x"\nid = "{id}"\n', {"a", "x"}),
        ('[[purged]]\nnote = "x"\nid = "{id}"\nat = "i går"\nwriter = "bo"\n', {"a", "x"}),
        ('[[purged]]\nnote = "x"\nid = "{id}"\nrev = "två"\n', {"a", "x"}),
        ('[[purged]]\nnote = "x"\nid = "{id}"\nfärg = = 3\n', {"a", "x"}),
        ('[[purged]]\nnote = 7\nid = "{id}"\n', {"a"}),
        ('[[purged]]\nnote = "x"\n', {"a"}),
        ('[[annat]]\nnote = "x"\nid = "{id}"\n', {"a"}),
        ('[[purged]]\nnote = "x"\n' + "#\n" * 20 + 'id = "{id}"\n', {"a"}),
        ('[[purged]]\nnote = "x\\u0041"\nid = "{id}"\n', {"a", "xA"}),
    ],
)
def test_a_damaged_entry_takes_no_other_with_it(tmp_path: Path, entry: str, notes: set[str]) -> None:
    tell(FS, tmp_path, (_one("a"),))
    (record,) = records_in(tmp_path / LIVE)
    with record.open("a", encoding="utf-8") as file:
        file.write("\n" + entry.replace("{id}", SESSION))
    assert removals_in((tmp_path,), None).told_elsewhere(SESSION) == notes


def test_an_entry_without_a_time_that_can_be_read_is_older_than_any_other(tmp_path: Path) -> None:
    live = tmp_path / LIVE
    live.mkdir()
    kept = f'[[kept]]\nnote = "x"\nid = "{SESSION}"\nat = 2026-05-12 12:00:00\n'
    (live / "rensade.bo.toml").write_text(kept, encoding="utf-8")
    tell(FS, tmp_path, (_one("x"),), "anna")
    assert removals_in((tmp_path,), None).told_elsewhere(SESSION) == {"x"}


def test_of_others_records_only_so_much_is_read_and_all_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(FS, tmp_path, (_one("kort"),), "bo")
    tell(FS, tmp_path, [_one(f"lång-{number:03}") for number in range(50)], "cia")
    tell(FS, tmp_path / "egna", [_one(f"egen-{number:03}") for number in range(50)])
    monkeypatch.setattr(removals, "_MOST_TOLD", 1000)
    found = removals_in((tmp_path, tmp_path / "egna"), tmp_path / "egna")
    assert found.told_elsewhere(SESSION) == {"kort"}
    assert len(found.told_here(SESSION)) == 50


def test_what_is_no_record_is_not_read_as_one_and_a_folder_that_is_away_has_none(tmp_path: Path) -> None:
    tell(FS, tmp_path, (_one("a"),))
    (tmp_path / LIVE / "rensade.bak").write_text(
        f'[[purged]]\nnote = "b"\nid = "{SESSION}"\n', encoding="utf-8"
    )
    (tmp_path / LIVE / "andra.toml").write_text(
        f'[[purged]]\nnote = "c"\nid = "{SESSION}"\n', encoding="utf-8"
    )
    assert removals_in((tmp_path,), None).told_elsewhere(SESSION) == {"a"}
    assert records_in(tmp_path / "borta") == []
