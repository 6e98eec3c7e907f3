"""The journal: what was called saved is there, whatever is torn, appended or lost behind it."""

from __future__ import annotations

import errno
import os
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import Note
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session import blocks, journal
from diskussion_tui.store.session.blocks import read_journal, read_on, sealed
from diskussion_tui.store.session.journal import Journal, journals_of
from tests.support.builders import SESSION, Group
from tests.support.disk import FaultyFs, QuickFs
from tests.support.hostile import Evening, evenings

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Change


def _changes(*texts: str) -> list[Change]:
    group = Group()
    for text in texts:
        group.says(text)
    return group.made[1:]


BLOCKS = [sealed(change.versions) for change in _changes("ett", 'två "[[\nrader', "tre")]
FIRST, SECOND, THIRD = (read_journal(block).versions for block in BLOCKS)
HEAD = Group().session.head


@pytest.fixture
def live(tmp_path: Path) -> Path:
    folder = tmp_path / ".live"
    folder.mkdir()
    return folder


def _open(live: Path, writer: str = "anna") -> Journal:
    return Journal.open(QuickFs(), live, HEAD, writer)


def _texts(path: Path) -> list[str]:
    """What the notes in a journal say, in the order in which they stand there."""
    return [one.text for one in read_journal(path.read_bytes()).versions if isinstance(one, Note)]


@given(evenings())
def test_everything_appended_is_read_back(evening: Evening):
    data = b"".join(sealed(change.versions) for change in evening.changes)
    found = read_journal(data)
    assert (found.faults, found.cut_off, found.upto) == ((), 0, len(data))
    assert list(found.versions) == [version for change in evening.changes for version in change.versions]


STALE = (BLOCKS[0], BLOCKS[0][40:], BLOCKS[1][:60], BLOCKS[0][-17:])
"""What a block of the disk may still hold of an earlier use."""


@pytest.mark.parametrize(
    "behind",
    [b"", bytes(64), bytes(5000), b"\xff\xfegarbage\n", b"\n\n", b'[[history]]\nid = "x"\n', *STALE],
)
def test_a_tail_torn_at_any_byte_keeps_every_block_before_it(behind: bytes):
    before = BLOCKS[0] + BLOCKS[1]
    for cut in range(len(BLOCKS[2])):
        found = read_journal(before + BLOCKS[2][:cut] + behind)
        assert found.versions[:2] == (*FIRST, *SECOND)
        assert set(found.versions) <= {*FIRST, *SECOND, *THIRD}
        assert THIRD[0] not in found.versions or cut == len(BLOCKS[2]) - 1


@pytest.mark.parametrize("behind", [b"", bytes(100), b"skrap # crc32 ", b"\xff\xfe", *STALE[1:3]])
def test_a_journal_reopened_after_a_torn_tail_keeps_old_and_new(live: Path, behind: bytes):
    path = live / f"{SESSION}.anna.toml"
    for cut in range(len(BLOCKS[1])):
        path.write_bytes(BLOCKS[0] + BLOCKS[1][:cut] + behind)
        opened = _open(live)
        opened.append([change.versions for change in _changes("nytt")], durable=cut % 2 == 0)
        opened.close()
        texts = _texts(path)
        assert texts[0] == "ett"
        assert texts[-1] == "nytt"
        assert set(texts[1:-1]) <= {"ett", 'två "[[\nrader'}
        assert read_journal(path.read_bytes()).faults == () or b"\n# crc32" in behind


def test_a_block_whose_seal_does_not_match_is_told_of_and_not_guessed_at():
    spoilt = BLOCKS[1].replace(b"rader", b"rattor")
    found = read_journal(BLOCKS[0] + spoilt + BLOCKS[2])
    assert found.versions == (*FIRST, *THIRD)
    (fault,) = found.faults
    assert (fault.code, fault.line) == ("damaged_block", BLOCKS[0].count(b"\n") + 1)
    assert "rattor" in fault.text
    assert found.cut_off == 0


class Looked(bytes):
    """Bytes that remember how many of them were looked at in parts."""

    looked = 0

    def __getitem__(self, which):
        found = super().__getitem__(which)
        Looked.looked += len(found) if isinstance(found, bytes) else 1
        return found

    def count(self, sub, start=0, end=None):
        end = len(self) if end is None else end
        Looked.looked += end - start
        return super().count(sub, start, end)


def test_a_journal_of_nothing_but_broken_seals_is_looked_through_once():
    data = Looked(b"# schema 3\n" + b"# crc32 11111111\n" * 3_000)
    found = read_journal(data)
    assert [fault.line for fault in found.faults][-2:] == [3_000, 3_001]
    assert Looked.looked < 5 * len(data)


def test_what_a_crash_cut_off_is_counted_and_is_no_damage(live: Path):
    path = live / f"{SESSION}.anna.toml"
    path.write_bytes(BLOCKS[0] + BLOCKS[1][:50])
    assert (read_journal(path.read_bytes()).faults, read_journal(path.read_bytes()).cut_off) == ((), 50)
    _open(live).close()
    found = read_journal(path.read_bytes())
    assert (found.versions, found.faults, found.cut_off) == (FIRST, (), 50)


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
    assert (found.versions, found.faults, found.cut_off) == (change.versions, (), 0)


def test_opening_again_and_again_loses_nothing_and_counts_nothing_as_damaged(live: Path):
    for text in ("ett", "två", "tre"):
        opened = _open(live)
        opened.append([change.versions for change in _changes(text)])
        opened.close()
    path = live / f"{SESSION}.anna.toml"
    found = read_journal(path.read_bytes())
    assert (_texts(path), found.faults, found.cut_off) == (["ett", "två", "tre"], (), 0)


def test_each_time_a_journal_is_written_to_it_says_in_which_format_and_of_whose_discussion(live: Path):
    """So that it can be read alone, should the session file be gone."""
    path = live / f"{SESSION}.anna.toml"
    for times in (1, 2):
        opened = _open(live)
        before = path.read_bytes()
        opened.append([_changes("ett")[0].versions])
        opened.append([_changes("två")[0].versions])
        opened.close()
        added = path.read_bytes()[len(before) :].removeprefix(b"\n# crc32 00000000\n")
        assert added.startswith(b'# schema %d\n[[history]]\nof = "session"\n' % SCHEMA_VERSION)
        assert added.count(b"# schema") == 1
        assert path.read_bytes().count(b"# schema") == times
        assert session_of(read_journal(added).versions).head == HEAD


def test_a_journal_of_a_later_format_is_read_as_far_as_it_is_known_and_told():
    later = b"# schema %d\n" % (SCHEMA_VERSION + 1) + BLOCKS[1].rpartition(b"# crc32")[0].replace(
        b"question =", b'colour = "red"\nquestion ='
    )
    found = read_journal(BLOCKS[0] + later + b"# crc32 %08x\n" % zlib.crc32(later))
    assert (found.versions, found.faults) == ((*FIRST, *SECOND), ())
    assert (found.newer, found.version) == (SCHEMA_VERSION + 1, SCHEMA_VERSION + 1)


@given(evenings())
def test_a_journal_read_on_from_where_it_was_read_to_gives_what_reading_it_whole_gives(evening: Evening):
    blocks = [sealed(change.versions) for change in evening.changes]
    data = b"".join(blocks)
    for cut in range(0, len(data), max(1, len(data) // 20)):
        begun = read_journal(data[:cut])
        rest = read_on(lambda begin: data[begin:], begun.place)
        assert (*begun.versions, *rest.versions) == read_journal(data).versions


def test_reading_on_keeps_its_place_while_a_block_is_half_written_and_notices_another_journal():
    place = read_journal(BLOCKS[0]).place
    half = BLOCKS[0] + BLOCKS[1][:-5]
    assert read_on(lambda begin: half[begin:], place).place == place
    whole = b"".join(BLOCKS)
    read = read_on(lambda begin: whole[begin:], place)
    assert (read.versions, read.upto) == ((*SECOND, *THIRD), len(whole))
    other = BLOCKS[2] + BLOCKS[1]
    assert read_on(lambda begin: other[begin:], place).versions == (*THIRD, *SECOND)


def test_after_a_failed_write_the_journal_goes_on_in_another_file_and_both_count(live: Path):
    fs = FaultyFs()
    opened = Journal.open(fs, live, HEAD, "anna")
    for number, text in enumerate(("ett", "två", "tre"), 1):
        made = [change.versions for change in _changes(text)]
        fs.refuses = lambda _number, name: errno.EIO if name == "sync" else 0
        before = opened.paths[-1].read_bytes()
        with pytest.raises(OSError, match="Input/output"):
            opened.append(made)
        kept = opened.paths[-1].read_bytes()
        assert kept.startswith(before)
        fs.refuses = lambda _number, _name: 0
        opened.append(made)
        assert opened.paths[number - 1].read_bytes() == kept
    names = [path.name for path in opened.paths]
    assert names == [f"{SESSION}.anna{more}.toml" for more in ("", "+2", "+3", "+4")]
    assert [_texts(path)[0] for path in opened.paths[1:]] == ["ett", "två", "tre"]
    other = _open(live)
    assert other.writer == "anna-2"
    opened.remove()
    other.close()
    assert [path.name for path in journals_of(live, SESSION)] == [f"{SESSION}.anna-2.toml"]


def test_a_journal_that_somebody_removed_is_noticed_and_written_anew(live: Path):
    opened = _open(live)
    opened.paths[0].unlink()
    assert opened.vanished
    with pytest.raises(OSError, match="No such file"):
        opened.append([_changes("ett")[0].versions])
    opened.renew(_changes("ett")[0].versions)
    assert not opened.vanished
    opened.close()
    assert [_texts(path) for path in journals_of(live, SESSION)] == [["ett"]]


def test_two_who_open_one_journal_get_one_each(live: Path):
    first, second = _open(live), _open(live)
    assert (first.writer, second.writer) == ("anna", "anna-2")
    assert first.paths != second.paths
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
    assert _texts(path) == ["ett"]


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


def test_a_journal_longer_than_a_file_may_be_is_taken_in_whole(monkeypatch: pytest.MonkeyPatch):
    whole = _changes(*map(str, range(200)))
    data = b"".join(sealed(change.versions) for change in whole)
    monkeypatch.setattr("diskussion_tui.base.toml.MAX_BYTES", len(data) // 4)
    monkeypatch.setattr("diskussion_tui.base.toml.MAX_BLOCKS", 50)
    monkeypatch.setattr(blocks, "_AT_ONCE", len(data) // 20)
    found = read_journal(data)
    assert found.faults == ()
    assert list(found.versions) == [version for change in whole for version in change.versions]


def test_a_sealed_block_that_is_nested_without_end_costs_itself_only():
    deep = b"[[history]]\n" + b"a." * 40_000 + b"a = 1\n"
    data = BLOCKS[0] + deep + b"# crc32 %08x\n" % zlib.crc32(deep) + BLOCKS[1] + BLOCKS[2]
    found = read_journal(data)
    assert found.versions == (*FIRST, *SECOND, *THIRD)
    assert [fault.code for fault in found.faults] == ["too_deep"]
