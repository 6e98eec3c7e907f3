"""One session held open: its journal, its file, and everything that others do to them meanwhile."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import BY_HAND
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.blocks import sealed
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.opening import NewerFormatError
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import SESSION, Group, texts_of
from tests.support.disk import QuickFs, RecordingFs
from tests.support.hostile import hostile_texts

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.date(2026, 5, 12)
FS = QuickFs()


class Table:
    """A group with its discussion on disk."""

    def __init__(self, session_writer: SessionWriter, start: int = 1) -> None:
        self.session_writer = session_writer
        self.group = Group(session_writer.writer, session_writer.session, start)

    def says(self, *texts: str) -> tuple[str, ...]:
        """Take down notes and put them on disk; their ids."""
        return tuple(version.id for version in self.does(changes.add_notes, self.group.ids(), "A.2", texts))

    def does(self, make, *args):
        self.group.session = self.session_writer.session
        made = self.group.does(make, *args)
        assert made
        self.session_writer.append((made,))
        return made.versions

    def types(self, text: str) -> None:
        self.session_writer.append(
            (), changes.draft(self.session_writer.session, self.group.stamp(), "A.2", "", text)
        )


def _begin(folder: Path, name: str = "Ekerö") -> Table:
    return Table(SessionWriter.create(FS, folder, "Samtal", Group(name=name).session, "anna"))


def _open(path: Path, start: int = 500) -> Table:
    return Table(SessionWriter.open(FS, path, "anna"), start)


def _texts(path: Path) -> list[str]:
    """The notes that the file itself holds."""
    found = codec.read(path.read_bytes())
    assert found.faults == ()
    return texts_of(session_of(found.versions))


def _journals(path: Path) -> list[Path]:
    return journals_of(path.parent / paths.LIVE, SESSION)


def test_a_new_discussion_is_a_readable_file_at_once(tmp_path: Path):
    table = _begin(tmp_path / "hem" / "sessions")
    assert table.session_writer.path.name == "Samtal_Ekerö_2026-05-12.toml"
    assert tomllib.loads(table.session_writer.path.read_text(encoding="utf-8"))["session"]["name"] == "Ekerö"
    table.session_writer.abandon()


def test_a_name_that_is_taken_is_never_taken_over(tmp_path: Path):
    tmp_path.joinpath("Samtal_Ekerö_2026-05-12_2.toml").write_text("någon annans", encoding="utf-8")
    tables = [_begin(tmp_path) for _ in range(3)]
    names = [table.session_writer.path.name for table in tables]
    assert names == [f"Samtal_Ekerö_2026-05-12{number}.toml" for number in ("", "_3", "_4")]
    assert tmp_path.joinpath("Samtal_Ekerö_2026-05-12_2.toml").read_text(encoding="utf-8") == "någon annans"
    for table in tables:
        table.session_writer.abandon()


@pytest.mark.parametrize(
    "name",
    [
        "åäö ÅÄÖ",
        "a/b\\c",
        "../../etc/passwd",
        "...",
        ".",
        "-",
        "   ",
        "///",
        'x:*?"<>|y',
        "👩‍👩‍👧‍👦" * 40,
        "Vårdcentral " * 30,
        "å" * 300,
        "CON",
        "",
    ],
)
def test_a_name_whatever_makes_a_valid_file_name_beside_the_others(tmp_path: Path, name: str):
    table = _begin(tmp_path, name)
    path = table.session_writer.path
    assert path.parent == tmp_path
    assert len(path.name.encode()) <= 255
    assert re.fullmatch(r'Samtal_[^/\\:*?"<>|\s]+_2026-05-12\.toml', path.name)
    table.says("en sak")
    table.session_writer.close()
    assert _texts(path) == ["en sak"]


@given(hostile_texts, hostile_texts)
def test_no_name_or_prefix_leads_out_of_the_folder_or_is_too_long(name: str, prefix: str):
    clean = Group(name=name).session.head.name
    made = paths.file_name(prefix.replace("\ud800", "").replace("\udfff", ""), clean, DAY, 12)
    assert Path(made).name == made
    assert len(f"{made}.4194304.ny".encode()) <= 255
    assert made.endswith("_2026-05-12_12.toml")


def test_a_note_is_on_disk_when_append_returns(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax", "köer")
    again = _open(table.session_writer.path)
    assert texts_of(again.session_writer.session) == ["fax", "köer"]
    assert again.session_writer.found.recovered == 2
    table.session_writer.abandon()
    again.session_writer.abandon()


def test_closing_leaves_one_readable_file_and_no_journal(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.close()
    assert _texts(table.session_writer.path) == ["fax"]
    assert _journals(table.session_writer.path) == []
    assert [path.name for path in tmp_path.glob("*.toml")] == [table.session_writer.path.name]
    assert list((tmp_path / paths.LIVE).glob("*.ny")) == []


def test_a_discussion_opened_and_closed_untouched_is_the_same_to_the_byte(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.close()
    before = table.session_writer.path.read_bytes()
    for _ in range(2):
        _open(table.session_writer.path).session_writer.close()
        assert table.session_writer.path.read_bytes() == before


def test_what_a_dead_program_left_is_united_and_removed(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    second = _open(table.session_writer.path)
    second.says("köer")
    second.types("halv")
    second.types("halv mening")
    for one in (table, second):
        one.session_writer.abandon()
    assert len(_journals(table.session_writer.path)) == 2
    again = _open(table.session_writer.path, 900)
    assert again.session_writer.found.recovered == 2
    assert getattr(again.session_writer.session.draft("anna-2"), "text", "") == "halv mening"
    again.session_writer.close()
    assert _texts(table.session_writer.path) == ["fax", "köer"]
    assert _journals(table.session_writer.path) == []


def test_the_journal_of_another_writer_is_left_where_it_is_whole_or_damaged(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    live = tmp_path / paths.LIVE
    damaged, whole = live / f"{SESSION}.bo.toml", live / f"{SESSION}.anna-lisa.toml"
    damaged.write_bytes(b"[[history]]\nskadat\n# crc32 12345678\n")
    whole.write_bytes(sealed([table.session_writer.session.head]))
    table.session_writer.close()
    assert _journals(table.session_writer.path) == [whole, damaged]


def test_a_damaged_journal_of_our_own_is_kept_aside_before_it_goes(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.says("köer")
    (path,) = _journals(table.session_writer.path)
    table.session_writer.abandon()
    path.write_bytes(path.read_bytes().replace(b"fax", b"fix"))
    damaged = path.read_bytes()
    again = _open(table.session_writer.path)
    assert texts_of(again.session_writer.session) == ["köer"]
    assert [fault.code for fault in again.session_writer.found.faults] == ["journal_damaged"]
    again.says("remisser")
    again.session_writer.close()
    assert _journals(table.session_writer.path) == []
    (aside,) = (tmp_path / paths.LIVE).glob("*.undanlagd")
    assert aside.read_bytes().startswith(damaged)
    assert _texts(table.session_writer.path) == ["köer", "remisser"]


def test_a_file_of_a_later_version_is_not_opened_for_writing_but_what_is_known_of_it_is_read(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.close()
    path = table.session_writer.path
    _edit(path, f"schema_version = {SCHEMA_VERSION}", f"schema_version = {SCHEMA_VERSION + 1}\nfarg = 3")
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    with pytest.raises(NewerFormatError) as raised:
        _open(path)
    assert (texts_of(raised.value.held.session), raised.value.held.newer) == (["fax"], SCHEMA_VERSION + 1)
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_a_file_that_a_later_version_wrote_while_it_was_open_is_left_alone(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.tidy()
    path = table.session_writer.path
    _edit(path, f"schema_version = {SCHEMA_VERSION}", f"schema_version = {SCHEMA_VERSION + 1}\nfarg = 3")
    later = path.read_bytes()
    table.says("köer")
    table.session_writer.close()
    assert path.read_bytes() == later
    assert table.session_writer.path != path
    assert _texts(table.session_writer.path) == ["fax", "köer"]


def test_a_journal_stays_when_the_file_does_not_hold_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    table = _begin(tmp_path)
    table.says("fax")
    monkeypatch.setattr(codec.Encoder, "file", lambda _self, _session: b"schema_version = 1\n")
    table.session_writer.close()
    monkeypatch.undo()
    assert len(_journals(table.session_writer.path)) == 1


def test_the_journal_of_a_program_that_is_running_is_left_alone(tmp_path: Path):
    first = _begin(tmp_path)
    second = _open(first.session_writer.path)
    second.says("köer")
    first.session_writer.others()
    first.session_writer.close()
    assert _journals(first.session_writer.path) == [tmp_path / paths.LIVE / f"{SESSION}.anna-2.toml"]
    second.says("fax")
    second.session_writer.close()
    assert _texts(first.session_writer.path) == ["köer", "fax"]


def test_a_note_costs_one_wait_for_the_disk_and_a_half_typed_line_none(tmp_path: Path):
    fs, group = RecordingFs(), Group()
    session_writer = SessionWriter.create(fs, tmp_path, "Samtal", group.session, "anna")
    for text in ("ett", "två", "tre"):
        before = fs.syncs
        session_writer.append(
            (group.saying(text),), changes.draft(session_writer.session, group.stamp(), "A.2", "", "halv")
        )
        assert fs.syncs - before == 1
        session_writer.append((), changes.draft(session_writer.session, group.stamp(), "A.2", "", "halv men"))
        assert fs.syncs - before == 1
    session_writer.append((group.saying("fyra", "fem"), group.saying("sex")))
    assert fs.syncs - before == 2
    session_writer.close()


# Two at once


def test_two_on_one_discussion_write_a_journal_each_and_end_with_every_note_once(tmp_path: Path):
    first = _begin(tmp_path)
    second = _open(first.session_writer.path)
    assert (first.session_writer.writer, second.session_writer.writer) == ("anna", "anna-2")
    for number in range(4):
        first.says(f"a{number}")
        second.says(f"b{number}")
        assert (first.session_writer.tidy(), second.session_writer.tidy()) == (True, False)
    second.session_writer.others()
    for one in (first, second):
        one.session_writer.close()
    _open(first.session_writer.path).session_writer.close()
    assert sorted(_texts(first.session_writer.path)) == [
        f"{who}{number}" for who in "ab" for number in range(4)
    ]
    assert _journals(first.session_writer.path) == []


class _MeanwhileFs(QuickFs):
    """A disk on which something else happens once, right before the first call that `when` is true of."""

    def __init__(self, when: Callable[[str, Path | int], bool], meanwhile: Callable[[], None]) -> None:
        self._when, self._meanwhile = when, meanwhile
        self._happened = False

    def close(self, handle: int) -> None:
        self._see("close", handle)
        super().close(handle)

    def remove(self, path: Path) -> None:
        self._see("remove", path)
        super().remove(path)

    def _see(self, call: str, what: Path | int) -> None:
        if not self._happened and self._when(call, what):
            self._happened = True
            self._meanwhile()


def _two_at_work(folder: Path) -> tuple[SessionWriter, SessionWriter]:
    """Two programs that have each taken down a note; the first holds the file's lock."""
    first = _begin(folder)
    second = Table(SessionWriter.open(FS, first.session_writer.path, "anna"), 500)
    first.says("köer")
    second.says("fax")
    assert (first.session_writer.tidy(), second.session_writer.tidy()) == (True, False)
    return first.session_writer, second.session_writer


def _nothing_stays_behind(path: Path) -> None:
    assert sorted(_texts(path)) == ["fax", "köer"]
    assert list((path.parent / paths.LIVE).iterdir()) == []


def test_of_two_that_close_at_once_the_one_that_has_tidied_clears_what_the_other_left(tmp_path: Path):
    first, second = _two_at_work(tmp_path)
    first._fs = first._lock._fs = _MeanwhileFs(
        lambda call, what: call == "remove" and Path(str(what)).suffix == ".lock", second.close
    )
    first.close()
    _nothing_stays_behind(first.path)


def test_of_two_that_close_at_once_the_one_that_came_too_late_clears_its_own(tmp_path: Path):
    first, second = _two_at_work(tmp_path)
    second._fs = second._lock._fs = _MeanwhileFs(
        lambda call, _what: call == "close", first.close
    )  # the lock was not to be had
    second.close()
    _nothing_stays_behind(first.path)


def test_each_hears_what_the_other_wrote_once_and_only_what_is_new(tmp_path: Path):
    first = _begin(tmp_path)
    second = _open(first.session_writer.path)
    second.says("köer")
    second.types("halv")
    assert [getattr(one, "text", "") for one in first.session_writer.others()] == ["köer", "halv"]
    assert first.session_writer.others() == ()
    second.says("fax")
    assert [getattr(one, "text", "") for one in first.session_writer.others()] == ["fax"]
    for one in (first, second):
        one.session_writer.abandon()


def test_what_the_other_wrote_just_before_a_tidying_is_told_all_the_same(tmp_path: Path):
    first = _begin(tmp_path)
    second = _open(first.session_writer.path)
    second.says("köer")
    first.session_writer.tidy()
    assert [getattr(one, "text", "") for one in first.session_writer.others()] == ["köer"]
    for one in (first, second):
        one.session_writer.abandon()


def test_whoever_is_left_takes_over_the_tidying(tmp_path: Path):
    first = _begin(tmp_path)
    second = _open(first.session_writer.path)
    first.says("fax")
    first.session_writer.tidy()
    second.says("köer")
    assert not second.session_writer.tidy()
    first.session_writer.abandon()
    assert second.session_writer.tidy()
    assert _texts(first.session_writer.path) == ["fax", "köer"]
    second.session_writer.abandon()


# Edits by hand


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_an_edit_by_hand_while_open_is_taken_in_as_a_version_and_told(tmp_path: Path):
    table = _begin(tmp_path)
    (note,) = table.says("fax")
    table.session_writer.tidy()
    _edit(table.session_writer.path, 'text = "fax"', 'text = "faxen"')
    table.session_writer.tidy()
    (told,) = table.session_writer.others()
    assert (told.id, told.rev, told.writer) == (note, 2, BY_HAND)
    assert _texts(table.session_writer.path) == texts_of(table.session_writer.session) == ["faxen"]
    assert len(table.session_writer.session.versions["notes", note]) == 2
    _edit(table.session_writer.path, 'text = "faxen"', 'text = "faxarna"')
    table.session_writer.close()
    assert _texts(table.session_writer.path) == ["faxarna"]


def test_an_edit_by_hand_and_a_newer_change_to_the_same_note_both_count(tmp_path: Path):
    table = _begin(tmp_path)
    (note,) = table.says("fax")
    table.session_writer.tidy()
    _edit(table.session_writer.path, 'text = "fax"', 'text = "faxen"')
    table.does(changes.support, note, 5)
    table.session_writer.close()
    found = codec.read(table.session_writer.path.read_bytes())
    (kept,) = session_of(found.versions).notes()
    assert (kept.text, kept.supporters) == ("faxen", 5)


def test_an_edit_by_hand_after_a_crash_wins_over_the_journal_and_both_are_kept(tmp_path: Path):
    table = _begin(tmp_path)
    (note,) = table.says("fax")
    table.session_writer.tidy()
    table.session_writer.abandon()
    words = "fax"
    for word in ("aaa", "zzz"):
        _edit(table.session_writer.path, 'text = "' + words, f'text = "{word} {words}')
        again = _open(table.session_writer.path)
        assert texts_of(again.session_writer.session)[0].startswith(word)
        assert any(
            getattr(one, "text", "") == "fax" for one in again.session_writer.session.versions["notes", note]
        )
        again.session_writer.tidy()
        again.session_writer.abandon()
        words = f"{word} {words}"


def test_a_note_written_into_the_file_by_hand_is_a_note(tmp_path: Path):
    table = _begin(tmp_path)
    table.session_writer.tidy()
    own = '\n[[notes]]\nid = "min"\nquestion = "A.1"\ntext = "för hand"\nchange = "x"\nwriter = "jag"\nat = 2026-05-12T13:00:00Z\n'
    table.session_writer.path.write_bytes(table.session_writer.path.read_bytes() + own.encode())
    table.session_writer.close()
    assert _texts(table.session_writer.path) == ["för hand"]


def test_a_file_that_is_gone_is_written_again(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.path.unlink()
    table.session_writer.close()
    assert _texts(table.session_writer.path) == ["fax"]


def test_opening_a_note_of_the_same_version_twice_changes_nothing(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.tidy()
    table.session_writer.abandon()
    again = _open(table.session_writer.path)
    assert again.session_writer.session == table.session_writer.session
    again.session_writer.abandon()


# Damage


def test_a_damaged_file_is_kept_aside_before_it_is_written_anew(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.says("köer")
    table.session_writer.close()
    path = table.session_writer.path
    _edit(path, 'text = "köer"', 'text = "köer')
    damaged = path.read_bytes()
    again = _open(path)
    assert texts_of(again.session_writer.session) == ["fax"]
    assert again.session_writer.found.faults
    assert path.read_bytes() == damaged
    again.says("remisser")
    again.session_writer.close()
    (aside,) = (tmp_path / paths.LIVE).glob("*.undanlagd")
    assert aside.read_bytes() == damaged
    assert _texts(path) == ["fax", "remisser"]


def test_a_file_damaged_while_open_loses_nothing(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.tidy()
    table.session_writer.path.write_bytes(b"helt annat\x00\xff")
    table.says("köer")
    table.session_writer.close()
    assert _texts(table.session_writer.path) == ["fax", "köer"]
    (aside,) = (tmp_path / paths.LIVE).glob("*.undanlagd")
    assert aside.read_bytes() == b"helt annat\x00\xff"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_schema"),
        (b"hej", "damaged_block"),
        (b"schema_version = 1\n", "no_session"),
        (b"schema_version = 1\n[session]\n", "bad_record"),
        ("schema_version = 1\n# å".encode("latin-1"), "not_utf8"),
    ],
)
def test_a_file_that_holds_no_session_is_refused_with_a_reason_and_left_alone(
    tmp_path: Path, data: bytes, code: str
):
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    with pytest.raises(UnreadableSessionError) as raised:
        SessionWriter.open(FS, path, "anna")
    assert raised.value.faults[0].code == code
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("odd", ["../../ute", "a/b", "x" * 300, "", "a b"])
def test_a_session_id_that_would_lead_its_journal_elsewhere_is_refused(tmp_path: Path, odd: str):
    table = _begin(tmp_path / "sessions")
    table.session_writer.close()
    _edit(table.session_writer.path, SESSION, odd)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnreadableSessionError):
        SessionWriter.open(FS, table.session_writer.path, "anna")
    assert sorted(tmp_path.rglob("*")) == before


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_the_file_is_whole_after_each_tidying_and_each_crash(tmp_path_factory, place: int, length: int):
    folder = tmp_path_factory.mktemp("rum")
    table = _begin(folder)
    table.says("fax", "köer\n[[notes]]")
    table.session_writer.tidy()
    data = table.session_writer.path.read_bytes()
    place %= len(data)
    table.session_writer.path.write_bytes(data[:place] + b"\x00" + data[place + length :])
    table.says("remisser")
    table.session_writer.tidy()
    assert {"fax", "köer\n[[notes]]", "remisser"} <= set(_texts(table.session_writer.path))
    table.session_writer.abandon()


def test_closing_leaves_nothing_beside_the_session_file(tmp_path: Path) -> None:
    table = _begin(tmp_path)
    table.says("Bänkar")
    table.session_writer.close()
    assert list((tmp_path / ".live").iterdir()) == []
    again = _open(table.session_writer.path)
    again.says("Mer skugga")
    again.session_writer.close()
    assert _texts(table.session_writer.path) == ["Bänkar", "Mer skugga"]


def test_who_lost_the_lock_with_its_folder_does_not_write_beside_who_holds_it_now(tmp_path: Path):
    """Two who both believe to hold the lock would write over each other, and the later over what the first had added."""
    anna = _begin(tmp_path)
    anna.says("fax")
    assert anna.session_writer.tidy()
    (tmp_path / paths.LIVE).rename(tmp_path / "undan")
    bo = _open(anna.session_writer.path, 500)
    assert bo.session_writer.tidy()
    anna.says("köer")
    assert not anna.session_writer.tidy()
    anna.session_writer.close()
    bo.session_writer.close()
    again = _open(anna.session_writer.path, 900)
    assert sorted(texts_of(again.session_writer.session)) == ["fax", "köer"]
    again.session_writer.close()


def test_a_file_that_somebody_changes_while_it_is_open_is_noticed_without_a_key(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax")
    table.session_writer.tidy()
    assert not table.session_writer.disturbed
    text = table.session_writer.path.read_text(encoding="utf-8")
    table.session_writer.path.write_text(text.replace('"fax"', '"faxen"'), encoding="utf-8")
    assert table.session_writer.disturbed
    table.session_writer.tidy()
    assert texts_of(table.session_writer.session) == ["faxen"]
    assert not table.session_writer.disturbed
    table.session_writer.close()


def test_a_journal_that_has_become_long_begins_anew_once_the_file_holds_all_of_it(
    tmp_path: Path, monkeypatch
):
    monkeypatch.setattr("diskussion_tui.store.session.journal._LONG", 2_000)
    table = _begin(tmp_path)
    for number in range(20):
        table.types("halvskrivet " * number)
    table.says("ett")
    table.types("hal")
    (journal,) = _journals(table.session_writer.path)
    assert journal.stat().st_size > 2_000
    table.session_writer.tidy()
    assert journal.stat().st_size == 0
    table.says("två")
    assert not table.session_writer.disturbed
    table.session_writer.abandon()
    again = _open(table.session_writer.path)
    assert texts_of(again.session_writer.session) == ["ett", "två"]
    draft = again.session_writer.session.latest_draft()
    assert draft
    assert draft.text == "hal"


def test_what_is_said_while_a_long_journal_is_to_begin_anew_stays_in_it(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("diskussion_tui.store.session.journal._LONG", 0)
    table = _begin(tmp_path)
    table.says("ett")
    real = table.session_writer._read_back

    def read_back():
        held = real()
        table.says("två")
        return held

    monkeypatch.setattr(table.session_writer, "_read_back", read_back)
    table.session_writer.tidy()
    table.session_writer.abandon()
    assert texts_of(_open(table.session_writer.path).session_writer.session) == ["ett", "två"]


def test_a_file_that_goes_in_the_moment_in_which_it_was_written_is_missed_and_written_again(
    tmp_path: Path, monkeypatch
):
    table = _begin(tmp_path)
    table.says("ett")
    real = table.session_writer._write

    def write(data: bytes) -> None:
        real(data)
        table.session_writer.path.unlink()
        table.session_writer._written = None  # the file's state was taken just after it had gone

    monkeypatch.setattr(table.session_writer, "_write", write)
    table.session_writer.tidy()
    monkeypatch.undo()
    assert table.session_writer.disturbed
    table.session_writer.tidy()
    assert _texts(table.session_writer.path) == ["ett"]


def test_what_opening_counts_is_what_only_journals_and_only_other_files_held(tmp_path: Path):
    table = _begin(tmp_path)
    table.says("fax", "köer")
    table.session_writer.close()
    path = table.session_writer.path
    again = _open(path)
    assert (again.session_writer.found.recovered, again.session_writer.found.from_files) == (0, 0)
    again.says("remisser")
    again.session_writer.abandon()
    third = _open(path, 900)
    assert (third.session_writer.found.recovered, third.session_writer.found.from_files) == (1, 0)
    third.session_writer.close()


def test_notes_that_others_hide_are_not_counted_as_less_than_nothing(tmp_path: Path):
    """Another's removal hides two notes of the file: what opening tells is that none came from a journal."""
    table = _begin(tmp_path)
    first, second = table.says("fax", "köer")
    table.session_writer.close()
    path = table.session_writer.path
    other = SessionWriter.open(FS, path, "bo")
    group = Group("bo", other.session, 700)
    for note in (first, second):
        removal = group.does(changes.purge, note)
        assert removal
        other.append((removal,))
    other.abandon()
    opened = _open(path, 900)
    assert (opened.session_writer.found.recovered, opened.session_writer.found.from_files) == (0, 0)
    opened.session_writer.abandon()
