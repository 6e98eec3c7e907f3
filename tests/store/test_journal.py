"""The journal: what was called saved is there, whatever is torn, appended or lost behind it."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from diskussion_tui.store import journal
from diskussion_tui.store.journal import Journal, journals_of, read_journal, sealed
from tests.support.builders import SESSION, Group
from tests.support.disk import QuickFs
from tests.support.hostile import Evening, evenings

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session import Change


def _changes(*texts: str) -> list[Change]:
    group = Group()
    for text in texts:
        group.says(text)
    return group.made[1:]


BLOCKS = [sealed(change.versions) for change in _changes("ett", 'två "[[\nrader', "tre")]
FIRST, SECOND, THIRD = (read_journal(block).versions for block in BLOCKS)


@pytest.fixture
def live(tmp_path: Path) -> Path:
    folder = tmp_path / ".live"
    folder.mkdir()
    return folder


def _open(live: Path, writer: str = "anna") -> Journal:
    return Journal.open(QuickFs(), live, SESSION, writer)


@given(evenings())
def test_everything_appended_is_read_back(evening: Evening):
    data = b"".join(sealed(change.versions) for change in evening.changes)
    found = read_journal(data)
    assert found.lost_bytes == 0
    assert list(found.versions) == [version for change in evening.changes for version in change.versions]


@pytest.mark.parametrize(
    "behind", [b"", bytes(64), bytes(5000), b"\xff\xfegarbage\n", b"\n\n", b'[[history]]\nid = "x"\n']
)
def test_a_tail_torn_at_any_byte_keeps_every_block_before_it(behind: bytes):
    before = BLOCKS[0] + BLOCKS[1]
    for cut in range(len(BLOCKS[2])):
        found = read_journal(before + BLOCKS[2][:cut] + behind)
        assert found.versions in ((*FIRST, *SECOND), (*FIRST, *SECOND, *THIRD))


@pytest.mark.parametrize("behind", [b"", bytes(100), b"skrap # crc32 "])
def test_a_journal_reopened_after_a_torn_tail_keeps_old_and_new(live: Path, behind: bytes):
    path = live / f"{SESSION}.anna.toml"
    for cut in range(len(BLOCKS[1])):
        path.write_bytes(BLOCKS[0] + BLOCKS[1][:cut] + behind)
        opened = _open(live)
        opened.append([change.versions for change in _changes("nytt")], durable=cut % 2 == 0)
        opened.close()
        texts = [getattr(version, "text", "") for version in read_journal(path.read_bytes()).versions]
        assert texts[0] == "ett"
        assert texts[-1] == "nytt"


def test_a_block_whose_seal_does_not_match_is_counted_and_not_guessed_at():
    spoilt = BLOCKS[1].replace(b"rader", b"rattor")
    found = read_journal(BLOCKS[0] + spoilt + BLOCKS[2])
    assert found.versions == (*FIRST, *THIRD)
    assert found.lost_bytes == spoilt.index(b"# crc32")


def test_a_flipped_bit_anywhere_costs_at_most_its_own_block_and_the_next():
    data = b"".join(BLOCKS)
    for place in range(len(BLOCKS[0])):
        spoilt = bytearray(data)
        spoilt[place] ^= 0x04
        found = read_journal(bytes(spoilt))
        assert found.versions[-len(THIRD) :] == THIRD
        assert set(found.versions) <= {*FIRST, *SECOND, *THIRD}


def test_text_that_looks_like_a_seal_is_only_text():
    text = "# crc32 00000000\n# crc32 {:08x}\n".format(zlib.crc32(b""))
    (change,) = _changes(f"rad\n{text}rad")
    found = read_journal(sealed(change.versions))
    assert (found.versions, found.lost_bytes) == (change.versions, 0)


def test_opening_again_and_again_counts_nothing_as_lost(live: Path):
    for text in ("ett", "två", "tre"):
        opened = _open(live)
        opened.append([change.versions for change in _changes(text)])
        opened.close()
    found = read_journal((live / f"{SESSION}.anna.toml").read_bytes())
    assert ([getattr(one, "text", "") for one in found.versions], found.lost_bytes) == (
        ["ett", "två", "tre"],
        0,
    )


def test_two_who_open_one_journal_get_one_each(live: Path):
    first, second = _open(live), _open(live)
    assert (first.writer, second.writer) == ("anna", "anna-2")
    assert first.path != second.path
    first.close()
    third = _open(live)
    assert third.writer == "anna"
    assert [path.name for path in journals_of(live, SESSION)] == [
        f"{SESSION}.anna-2.toml",
        f"{SESSION}.anna.toml",
    ]
    for one in (second, third):
        one.close()


def test_a_journal_removed_between_opening_and_locking_is_opened_anew(
    live: Path, monkeypatch: pytest.MonkeyPatch
):
    """Else what is written would stand in a file that has no name."""
    path = live / f"{SESSION}.anna.toml"
    real, removed = journal.try_lock, []

    def late(handle: int) -> bool:
        if not removed:
            removed.append(path.unlink())
        return real(handle)

    monkeypatch.setattr(journal, "try_lock", late)
    opened = _open(live)
    opened.append([change.versions for change in _changes("ett")])
    opened.close()
    assert read_journal(path.read_bytes()).versions
    removed.clear()
    opened.reopen()
    opened.append([change.versions for change in _changes("två")])
    opened.close()
    assert [getattr(one, "text", "") for one in read_journal(path.read_bytes()).versions] == ["två"]


def test_a_journal_is_opened_also_where_standard_input_is_closed(live: Path):
    """The system gives out the lowest number, and nought is one."""
    kept = os.dup(0)
    os.close(0)
    try:
        opened = _open(live)
        assert opened.writer == "anna"
        opened.close()
    finally:
        os.dup2(kept, 0)
        os.close(kept)


def test_a_session_has_no_journals_where_there_is_no_folder(tmp_path: Path):
    assert journals_of(tmp_path / "ingen", SESSION) == []
