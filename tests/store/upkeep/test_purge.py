"""What is removed for good is nowhere any more, does not come back, and takes nothing else with it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w

from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.records import Draft, Note
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.session.blocks import sealed
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.store.upkeep.claim import OpenElsewhereError
from diskussion_tui.store.upkeep.diagnose import Ward, find
from diskussion_tui.store.upkeep.purge import Purged, purge_note, purge_session
from diskussion_tui.store.upkeep.scan import look
from tests.support.builders import NOON, SESSION, Group, small_workbook, texts_of
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.store.files.fs import Fs

FS = QuickFs()
SECRET = 'Anna "Annie" Åkesson,\n[tel 070-123 45 67] i trappan\\hissen'
PIECES = ("Åkesson", "070-123", "trappan")


class Table:
    """A discussion with a secret in it, and everything that may come to hold a copy."""

    def __init__(self, tmp_path: Path) -> None:
        self.ward = Ward(tmp_path / "diskussioner", tmp_path / "reserv", "anna", small_workbook())
        self.usb = tmp_path / "usb.toml"
        self.group = Group()
        session_writer = SessionWriter.create(FS, self.ward.folder, "Samtal", self.group.session, "anna")
        said = self.group.saying("fax", SECRET, "köer")
        session_writer.append((said,))
        self.secret = said.versions[1].id
        revised = self.group.does(changes.revise, self.secret, f"{SECRET} igen")
        assert revised
        session_writer.append((revised,))
        session_writer.close()
        self.path = session_writer.path
        self.usb.write_bytes(self.path.read_bytes())

    @property
    def live(self) -> Path:
        return self.ward.folder / paths.LIVE

    def stamp(self, session: Session) -> Stamp:
        self.group.session = session
        return self.group.stamp()

    def purges(self, fs: Fs = FS) -> Purged:
        return purge_note(fs, self.ward, SESSION, self.secret, self.stamp)

    def spoken(self) -> list[Path]:
        """The files in the folder and the refuge in which the secret stands, in whole or in part."""
        files = [
            one for place in (self.ward.folder, self.ward.refuge) for one in place.rglob("*") if one.is_file()
        ]
        return [one for one in files if any(piece.encode() in one.read_bytes() for piece in PIECES)]

    def said(self) -> list[str]:
        return texts_of(read_session(self.path).session)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_the_words_are_nowhere_and_the_rest_is_all_there(table: Table) -> None:
    assert table.spoken() == [table.path]
    assert table.purges() == Purged()
    assert table.spoken() == []
    assert table.said() == ["fax", "köer"]


def test_every_copy_within_reach_goes_too(table: Table) -> None:
    folder, live = table.ward.folder, table.live
    data = table.path.read_bytes()
    copies = [folder / "kopia (konflikt).toml", folder / "bo.toml", table.ward.refuge / table.path.name]
    table.ward.refuge.mkdir()
    for copy in copies:
        copy.write_bytes(data)
    copies[1].write_bytes(data.replace(b'written_by = "anna"', b'written_by = "bo"'))
    bo = Group("bo", table.group.session, start=900)
    journals = [live / f"{SESSION}.bo.toml", live / f"{SESSION}.anna.toml"]
    journals[0].write_bytes(
        sealed(bo.saying("bos egen").versions) + sealed(table.group.session.versions["notes", table.secret])
    )
    journals[1].write_bytes(sealed(table.group.session.versions["notes", table.secret]))
    left = [live / f"{table.path.stem}.0badcafe.undanlagd", live / "x.toml.7.ny"]
    for one in left:
        one.write_bytes(data[: data.index(PIECES[2].encode()) + 8])
    purged = table.purges()
    assert purged.left == ()
    assert table.spoken() == []
    assert [one for one in (*copies, *journals, *left) if one.exists()] == []
    assert table.said() == ["fax", "köer", "bos egen"]


def test_what_does_not_hold_the_words_is_left(table: Table) -> None:
    other = Group("bo", start=800)
    kept = [
        table.ward.folder / "bo.toml",
        table.live / "Annat.0badcafe.undanlagd",
        table.live / f"{SESSION}.bo.toml",
    ]
    other.says("bos")
    kept[0].write_bytes(codec.Encoder("bo").file(other.session))
    kept[1].write_bytes(b"annat")
    kept[2].write_bytes(sealed(other.saying("mer").versions))
    before = [one.read_bytes() for one in kept]
    table.purges()
    assert [one.read_bytes() for one in kept] == before


def test_a_copy_from_a_stick_does_not_bring_it_back(table: Table) -> None:
    table.purges()
    copy = table.ward.folder / "från stickan.toml"
    copy.write_bytes(table.usb.read_bytes())
    assert table.said() == ["fax", "köer"]
    assert {one.code: one.detail for one in find(table.ward, NOON)}["note_again"] == table.secret
    assert table.purges().removed == (copy,)
    assert table.spoken() == []


def test_a_half_typed_line_that_was_sent_as_the_note_is_emptied(table: Table) -> None:
    session_writer = SessionWriter.open(FS, table.path, "anna")
    table.group.session = session_writer.session
    line = changes.draft(session_writer.session, table.group.stamp(), "A.2", "", SECRET)
    session_writer.append((), line)
    edit = changes.draft(
        session_writer.session,
        Group("bo", session_writer.session, start=990).stamp(),
        "A.2",
        "",
        "eget",
        (table.secret, SECRET),
    )
    session_writer.put((edit,))
    session_writer.close()
    table.purges()
    assert table.spoken() == []
    drafts = {one.id: one for one in codec.read(table.path.read_bytes()).versions if isinstance(one, Draft)}
    assert (drafts["anna"].text, drafts["bo"].text, drafts["bo"].edited) == ("", "eget", "")


def test_the_same_words_in_another_note_are_told_of(table: Table) -> None:
    session_writer = SessionWriter.open(FS, table.path, "anna")
    table.group.session = session_writer.session
    twin = table.group.saying(SECRET)
    session_writer.append((twin,))
    session_writer.close()
    assert table.purges().twins == (twin.versions[0].id,)


def test_a_damaged_file_is_not_kept_aside_with_the_words(table: Table) -> None:
    table.path.write_bytes(
        table.path.read_bytes().replace(b"supporters", b"= supporters") + b"\n[[notes]]\nid = \n"
    )
    table.purges()
    assert table.spoken() == []


@pytest.mark.parametrize(
    "shown",
    [
        SECRET,
        tomli_w.dumps({"text": SECRET}),
        tomli_w.dumps({"text": SECRET}, multiline_strings=True),
        SECRET.split("\n")[1],
    ],
    ids=["as said", "on one line", "on several", "one line of it"],
)
def test_a_copy_kept_aside_in_which_only_the_words_can_be_made_out_goes_too(table: Table, shown: str) -> None:
    aside = table.live / f"{table.path.stem}.0badcafe.undanlagd"
    aside.write_bytes(b"[[notes]]\nid = \n" + shown.encode())
    assert table.purges().removed == (aside,)


OBJECTION = "Anna Åkesson sade nej"


def _aside(table: Table, words: str) -> Path:
    """A copy kept aside in which nothing but some words can be made out."""
    aside = table.live / f"{table.path.stem}.0badcafe.undanlagd"
    aside.write_bytes(b"[[notes]]\nid = \n" + words.encode())
    return aside


def _does(table: Table, make: Callable[..., Change | None], *args: Any) -> Change:
    session_writer = SessionWriter.open(FS, table.path, "anna")
    table.group.session = session_writer.session
    change = table.group.does(make, *args)
    assert change
    session_writer.append((change,))
    session_writer.close()
    return change


def test_the_words_of_its_dissent_go_with_a_note(table: Table) -> None:
    _does(table, changes.word_dissent, table.secret, OBJECTION)
    aside = _aside(table, OBJECTION)
    assert table.purges().removed == (aside,)


def test_a_merged_note_that_quotes_the_dissent_is_told_of(table: Table) -> None:
    _does(table, changes.word_dissent, table.secret, OBJECTION)
    ids = [note.id for note in table.group.session.notes()]
    change = _does(table, merging.merge, table.group.ids(), ids, [merging.Wish("köer och fax")])
    assert table.purges().twins == (change.versions[0].id,)


def test_what_was_half_edited_of_it_goes_with_a_note(table: Table) -> None:
    session_writer = SessionWriter.open(FS, table.path, "anna")
    table.group.session = session_writer.session
    half = "Anna Åkesson bor i trappan till"
    edit = changes.draft(session_writer.session, table.group.stamp(), "A.2", "", "", (table.secret, half))
    session_writer.append((), edit)
    session_writer.close()
    aside = _aside(table, half)
    assert table.purges().removed == (aside,)
    assert table.spoken() == []


def test_a_file_of_the_discussion_that_holds_more_is_not_removed(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = table.ward.folder / "kopia.toml"
    copy.write_bytes(table.path.read_bytes())
    monkeypatch.setattr("diskussion_tui.store.upkeep.purge.beyond", lambda versions, _held: tuple(versions))
    assert table.purges().left == (copy,)


def test_nothing_is_removed_while_a_program_has_it_open(table: Table) -> None:
    session_writer = SessionWriter.open(FS, table.path, "bo")
    before = table.path.read_bytes()
    with pytest.raises(OpenElsewhereError):
        table.purges()
    with pytest.raises(OpenElsewhereError):
        purge_session(FS, table.ward, SESSION, "anna", NOON)
    assert table.path.read_bytes() == before
    session_writer.close()


@pytest.mark.parametrize("call", ["open_journal", "write", "open_new", "replace"])
def test_a_disk_that_refuses_leaves_every_copy_where_it_is(table: Table, call: str) -> None:
    copy = table.ward.folder / "kopia.toml"
    copy.write_bytes(table.path.read_bytes())
    full = FaultyFs(lambda _number, name: errno.ENOSPC if name == call else 0)
    with pytest.raises(OSError, match="space"):
        table.purges(full)
    assert copy.exists()
    table.purges()
    assert table.spoken() == []


def test_a_whole_discussion_is_gone_and_that_it_was_is_recorded_without_words(table: Table) -> None:
    other = Group("bo", name="Annan")
    session_writer = SessionWriter.create(FS, table.ward.folder, "Samtal", other.session, "bo")
    session_writer.abandon()
    kept = table.ward.folder / "annan.toml"
    kept.write_bytes(
        session_writer.path.read_bytes().replace(SESSION.encode(), b"01JE8AYGD8W7RQ4T0Z5N9K3MZZ")
    )
    table.ward.refuge.mkdir()
    (table.ward.refuge / "samma.toml").write_bytes(table.path.read_bytes())
    for name in (f"{table.path.stem}.0badcafe.undanlagd", "x.toml.7.ny", f"{SESSION}.bo.lock"):
        (table.live / name).write_bytes(table.path.read_bytes())
    held = {one for one in table.spoken() if one != kept}
    purged = purge_session(FS, table.ward, SESSION, "anna", NOON)
    assert purged.left == ()
    assert held <= set(purged.removed)
    assert not [one for one in purged.removed if one.exists()]
    assert table.spoken() == []
    assert sorted(one.name for one in table.ward.folder.rglob("*")) == [
        ".live",
        "annan.toml",
        "rensade.anna.toml",
    ]
    told = (table.live / "rensade.anna.toml").read_text(encoding="utf-8")
    assert told == f'\n[[purged]]\nid = "{SESSION}"\nwriter = "anna"\nat = 2026-05-12 12:00:00+02:00\n'
    assert [one.name for one in table.ward.refuge.rglob("*")] == [".live", "rensade.toml"]


def test_a_discussion_that_comes_back_is_told_and_never_mended(table: Table) -> None:
    purge_session(FS, table.ward, SESSION, "anna", NOON)
    assert look(table.ward.folder, table.ward.refuge).is_removed(SESSION)
    table.ward.folder.joinpath("igen.toml").write_bytes(table.usb.read_bytes() + b"[[notes]]\nid =\n")
    found = find(table.ward, NOON)
    assert [(one.code, one.remedy) for one in found] == [("removed_again", "")]


def test_a_second_discussion_is_recorded_after_the_first_even_where_that_is_damaged(table: Table) -> None:
    (table.live / "rensade.anna.toml").write_bytes(b'[[purged]]\nid = "GAMMAL"\nwri')
    purge_session(FS, table.ward, SESSION, "anna", NOON)
    seen = look(table.ward.folder, table.ward.refuge)
    assert seen.is_removed("GAMMAL")
    assert seen.is_removed(SESSION)


def test_no_version_but_the_notes_own_goes(table: Table) -> None:
    before = {one for one in codec.read(table.path.read_bytes()).versions if not isinstance(one, Draft)}
    table.purges()
    after = set(codec.read(table.path.read_bytes()).versions)
    assert {one.id for one in before - after if isinstance(one, Note)} == {table.secret}
    assert all(isinstance(one, Note) for one in before - after)
