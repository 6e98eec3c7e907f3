"""What was removed for good stays gone whatever comes back; what only others have removed is asked about."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes, conclusions
from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.session.records import Purge
from diskussion_tui.store.files import codec
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session import removals
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.removals import Removal, removals_in, tell
from diskussion_tui.store.session.session_writer import SessionWriter
from diskussion_tui.store.upkeep.diagnose import Ward, find
from diskussion_tui.store.upkeep.purge import keep, others_removals, purge_note, purge_session
from diskussion_tui.store.upkeep.repair import mend
from tests.store.session.test_session_writer import FS, Table
from tests.support.builders import NOON, SESSION, Group, texts_of

if TYPE_CHECKING:
    from pathlib import Path


class Office:
    """A folder with one discussion of ours, three notes in it, and whatever others put beside it."""

    def __init__(self, folder: Path, refuge: Path) -> None:
        self.ward = Ward(folder, refuge, "anna")
        table = Table(SessionWriter.create(FS, folder, "Samtal", Group(name="Ekerö").session, "anna"))
        self.notes = table.says("Anna på Storgatan", "fax", "telefon")
        table.session_writer.close()
        self.path = table.session_writer.path
        self.before = self.path.read_bytes()

    def others_file(self, *removed: str, writer: str = "bo", name: str = "Bord-3.toml") -> Path:
        """A file of the same discussion that says that some notes were removed for good."""
        session = codec.read(self.before)
        gone = [
            Purge(id=note, change=f"01JYRME1H3G3JDYYPCYR{place:06}", writer=writer, at=NOON)
            for place, note in enumerate(removed)
        ]
        folded = fold(read_session(self.path, self.ward.refuge).session, gone)
        assert session.versions
        path = self.ward.folder / name
        path.write_bytes(codec.Encoder(writer).file(folded))
        return path

    def purges(self, note: str) -> None:
        """Remove a note for good, here."""
        purge_note(
            FS,
            self.ward,
            SESSION,
            note,
            lambda _session: changes.Stamp("01JYRME1H3G3JDYYPCYRA0ZZZZ", NOON, "anna"),
        )

    def seen(self) -> list[str]:
        """What whoever reads sees."""
        return texts_of(read_session(self.path, self.ward.refuge).session)

    def on_disk(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def goes_on(self, text: str) -> SessionWriter:
        """Open, say something, close."""
        table = Table(SessionWriter.open(FS, self.path, "anna", self.ward.refuge), 700)
        table.says(text)
        table.session_writer.close()
        return table.session_writer


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "sessions", tmp_path / "reserv" / "sessions")


# ---- what comes back --------------------------------------------------------------------------------------------------


def test_a_file_rolled_back_to_before_a_removal_is_cleaned_before_anybody_sees_it(office: Office):
    office.purges(office.notes[0])
    office.path.write_bytes(office.before)
    assert office.seen() == ["fax", "telefon"]
    library = Library(office.ward.folder, office.ward.refuge)
    (entry,) = library.refresh()
    assert entry.notes == 2
    assert list(library.search("storgatan")) == []
    office.goes_on("post")
    assert "Storgatan" not in office.on_disk()
    assert office.seen() == ["fax", "telefon", "post"]


def test_the_same_holds_on_a_machine_that_never_heard_of_it_by_the_folder_s_own_record(
    office: Office, tmp_path: Path
):
    office.purges(office.notes[0])
    office.path.write_bytes(office.before)
    elsewhere = tmp_path / "annan"
    assert texts_of(read_session(office.path, elsewhere).session) == ["fax", "telefon"]


def test_a_whole_discussion_that_comes_back_is_a_row_and_nothing_else(office: Office):
    purge_session(FS, office.ward, SESSION, "anna", NOON)
    office.path.write_bytes(office.before)
    library = Library(office.ward.folder, office.ward.refuge)
    (entry,) = library.refresh()
    assert (entry.fault, entry.notes, entry.name) == ("removed", 0, office.path.name)
    assert list(library.search("fax")) == []
    with pytest.raises(UnreadableSessionError) as refused:
        read_session(office.path, office.ward.refuge)
    assert [fault.code for fault in refused.value.faults] == ["removed"]
    with pytest.raises(UnreadableSessionError):
        SessionWriter.open(FS, office.path, "anna", office.ward.refuge)
    assert office.path.read_bytes() == office.before


def test_a_file_that_came_back_while_it_is_listed_is_seen_at_the_next_look(office: Office):
    library = Library(office.ward.folder, office.ward.refuge)
    assert library.refresh()[0].notes == 3
    office.purges(office.notes[0])
    office.path.write_bytes(office.before)
    assert library.refresh()[0].notes == 2


# ---- what others remove -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("writer", ["bo", "anna"])
def test_a_file_that_removes_every_note_takes_none_of_them_from_ours(office: Office, writer: str):
    office.others_file(*office.notes, writer=writer)
    assert office.seen() == []
    session_writer = office.goes_on("post")
    assert session_writer.found.removes == (("Bord-3.toml", 3),)
    for text in ("Storgatan", "fax", "telefon", "post"):
        assert text in office.on_disk()
    assert texts_of(session_writer.view) == ["post"]


def test_who_agrees_has_them_removed_here_too(office: Office):
    office.others_file(office.notes[0])
    assert others_removals(FS, office.ward, SESSION) == ((office.notes[0], "Anna på Storgatan"),)
    office.purges(office.notes[0])
    assert "Storgatan" not in office.on_disk()
    assert others_removals(FS, office.ward, SESSION) == ()
    assert office.seen() == ["fax", "telefon"]


def test_who_keeps_them_sees_them_again_and_is_not_asked_again(office: Office):
    office.others_file(*office.notes)
    keep(FS, office.ward, SESSION, [note for note, _ in others_removals(FS, office.ward, SESSION)], NOON)
    assert office.seen() == ["Anna på Storgatan", "fax", "telefon"]
    session_writer = office.goes_on("post")
    assert session_writer.found.removes == ()
    assert session_writer.others() == ()
    assert others_removals(FS, office.ward, SESSION) == ()
    assert office.seen() == ["Anna på Storgatan", "fax", "telefon", "post"]


def test_what_was_removed_here_stays_gone_also_where_another_keeps_it(office: Office):
    office.purges(office.notes[0])
    tell(
        FS,
        office.ward.folder,
        [Removal(SESSION, office.notes[0], "bo", NOON.replace(year=2030), kept=True)],
        "bo",
    )
    office.path.write_bytes(office.before)
    assert office.seen() == ["fax", "telefon"]


def test_a_forged_record_in_the_folder_hides_and_removes_nothing(office: Office):
    tell(FS, office.ward.folder, [Removal(SESSION, note, "anna", NOON) for note in office.notes], "anna")
    session_writer = office.goes_on("post")
    assert sum(number for _file, number in session_writer.found.removes) == 3
    assert "Storgatan" in office.on_disk()


def test_a_removal_that_comes_while_the_discussion_is_open_is_seen_at_once_and_takes_nothing_from_disk(
    office: Office,
):
    table = Table(SessionWriter.open(FS, office.path, "anna", office.ward.refuge), 700)
    office.others_file(office.notes[1])
    heard = table.session_writer.others()
    assert [one.id for one in heard if isinstance(one, Purge)] == [office.notes[1]]
    assert table.session_writer.others() == ()
    table.says("post")
    table.session_writer.close()
    assert "fax" in office.on_disk()
    assert office.seen() == ["Anna på Storgatan", "telefon", "post"]


def test_words_that_stood_only_in_another_s_file_are_not_brought_into_ours_by_a_removal(office: Office):
    group = Group("bo", read_session(office.path).session, 300)
    group.says("Bosses namn")
    note = group.session.notes()[-1].id
    others = office.ward.folder / "Bord-3.toml"
    others.write_bytes(codec.Encoder("bo").file(group.session))
    looking = SessionWriter.open(FS, office.path, "anna", office.ward.refuge)
    gone = Purge(id=note, change="01JYRME1H3G3JDYYPCYRA0ZZZZ", writer="bo", at=NOON)
    others.write_bytes(codec.Encoder("bo").file(fold(group.session, [gone])))
    looking.others()
    looking.close()
    assert "Bosses namn" not in "".join(
        path.read_text(encoding="utf-8") for path in office.ward.folder.glob("*.toml")
    )


def test_what_was_removed_here_stays_gone_also_where_others_remove_the_rest(office: Office):
    office.purges(office.notes[0])
    office.path.write_bytes(office.before)
    office.others_file(*office.notes[1:])
    office.goes_on("post")
    assert "Storgatan" not in office.on_disk()
    assert "fax" in office.on_disk()


# ---- the record -------------------------------------------------------------------------------------------------------


def test_a_record_that_was_cut_off_anywhere_never_removes_more_than_it_says(tmp_path: Path):
    tell(
        FS,
        tmp_path,
        [Removal(SESSION, "NOTE1", "anna", NOON), Removal(SESSION, "NOTE2", "anna", NOON)],
        "anna",
    )
    path = tmp_path / LIVE / "rensade.anna.toml"
    whole = path.read_bytes()
    for length in range(len(whole) + 1):
        path.write_bytes(whole[:length])
        found = removals_in([tmp_path], tmp_path)
        assert found.whole(SESSION) is None
        assert found.told_here(SESSION) <= {"NOTE1", "NOTE2"}
        tell(FS, tmp_path, [Removal(SESSION, "NOTE3", "anna", NOON)], "anna")
        assert "NOTE3" in removals_in([tmp_path], tmp_path).told_here(SESSION)


def test_a_record_edited_with_windows_line_ends_says_the_same(tmp_path: Path):
    tell(FS, tmp_path, [Removal(SESSION, "NOTE1", "anna", NOON)], "anna")
    path = tmp_path / LIVE / "rensade.anna.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert removals_in([tmp_path], tmp_path).told_here(SESSION) == {"NOTE1"}


# ---- conclusions, and what lies beside --------------------------------------------------------------------------------


def test_a_conclusion_is_removed_for_good_by_itself_and_stays_gone(office: Office):
    table = Table(SessionWriter.open(FS, office.path, "anna", office.ward.refuge), 700)
    said = "Anna på Storgatan ringer kommunen varje fredag"
    (conclusion,) = table.does(
        conclusions.conclude,
        "01JYRME1H3G3JDYYPCYRA0YYYY",
        conclusions.ACTION,
        conclusions.Read("", said),
        (office.notes[1],),
    )
    table.session_writer.close()
    before = office.path.read_bytes()
    office.purges(conclusion.id)
    assert said not in office.on_disk()
    office.path.write_bytes(before)
    session = read_session(office.path, office.ward.refuge).session
    assert session.current(type(conclusion)) == ()
    assert texts_of(session) == ["Anna på Storgatan", "fax", "telefon"]


def test_what_a_discussion_was_called_before_is_removed_from_its_history_and_its_file_s_name(office: Office):
    table = Table(SessionWriter.open(FS, office.path, "anna", office.ward.refuge), 700)
    table.does(changes.set_details, {"name": "Anna Svensson", "facilitator": "Doktor Glas"})
    table.does(changes.set_details, {"name": "Ekerö norra", "facilitator": ""})
    table.session_writer.close()
    before = office.path.read_bytes()
    named = office.ward.folder / "Samtal_Anna-Svensson_2026-05-12.toml"
    office.path.rename(named)
    office.path = named
    office.purges(SESSION)
    (path,) = office.ward.folder.glob("*.toml")
    assert path.name == "Samtal_Ekerö-norra_2026-05-12.toml"
    for text in ("Anna Svensson", "Glas"):
        assert text not in path.read_text(encoding="utf-8")
    path.write_bytes(before)
    office.path = path
    session = read_session(path, office.ward.refuge).session
    assert [getattr(one, "name", "") for one in session.versions["session", SESSION]] == ["Ekerö norra"]
    assert texts_of(session) == ["Anna på Storgatan", "fax", "telefon"]
    office.goes_on("post")
    assert "Glas" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "where",
    [
        "Samtal.toml.bak",
        "Samtal.toml~",
        ".Samtal.toml.swp",
        "#Samtal.toml#",
        "arkiv/2025/gammal.toml",
        ".stversions/x.toml",
        "anteckning.txt",
    ],
)
def test_what_no_removal_reaches_is_named(office: Office, where: str):
    stray = office.ward.folder / where
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(office.before)
    done = purge_note(
        FS,
        office.ward,
        SESSION,
        office.notes[0],
        lambda _session: changes.Stamp("01JYRME1H3G3JDYYPCYRA0ZZZZ", NOON, "anna"),
    )
    assert done.left == (stray,)
    assert purge_session(FS, office.ward, SESSION, "anna", NOON).left == (stray,)
    assert stray.read_bytes() == office.before


def test_what_a_link_in_the_folder_leads_to_is_not_looked_into(office: Office, tmp_path: Path):
    outside = tmp_path / "annat"
    outside.mkdir()
    (outside / "kopia.toml").write_bytes(office.before)
    (office.ward.folder / "hem").symlink_to(outside)
    (office.ward.folder / "kopia.txt").symlink_to(outside / "kopia.toml")
    done = purge_note(
        FS,
        office.ward,
        SESSION,
        office.notes[0],
        lambda _session: changes.Stamp("01JYRME1H3G3JDYYPCYRA0ZZZZ", NOON, "anna"),
    )
    assert done.left == ()
    assert set(done.shut) == {office.ward.folder / "hem", office.ward.folder / "kopia.txt"}
    assert (outside / "kopia.toml").read_bytes() == office.before


def test_a_note_of_several_lines_is_found_as_a_file_writes_it(office: Office):
    table = Table(SessionWriter.open(FS, office.path, "anna", office.ward.refuge), 700)
    (note,) = table.does(changes.revise, office.notes[0], "rad ett är lång nog att känna igen\nKim")
    table.session_writer.close()
    stray = office.ward.folder / "kladd.txt"
    stray.write_text('text = """\nrad ett är lång nog att känna igen\nKim"""\n', encoding="utf-8")
    short = office.ward.folder / "kort.txt"
    short.write_text("Kim", encoding="utf-8")
    done = purge_note(
        FS,
        office.ward,
        SESSION,
        note.id,
        lambda _session: changes.Stamp("01JYRME1H3G3JDYYPCYRA0ZZZZ", NOON, "anna"),
    )
    assert done.left == (stray,)


def test_removing_a_discussion_leaves_what_was_kept_aside_of_another(office: Office):
    aside = office.ward.folder / LIVE / "annan.12345678.undanlagd"
    aside.parent.mkdir(exist_ok=True)
    aside.write_bytes(b'schema_version = 3\n[session]\nid = "01JE8AYGD8W7RQ4T0Z5N9K3M2C"\n')
    purge_session(FS, office.ward, SESSION, "anna", NOON)
    assert aside.exists()


@pytest.mark.parametrize("how", ["a link", "a folder", "a pipe"])
def test_what_lies_under_the_lock_s_name_keeps_no_words_from_being_removed(
    office: Office, tmp_path: Path, how: str
):
    lock = office.ward.folder / LIVE / f"{SESSION}.anna.lock"
    if how == "a link":
        lock.symlink_to(tmp_path / "utanfor")
    elif how == "a folder":
        lock.mkdir()
    else:
        os.mkfifo(lock)
    office.purges(office.notes[0])
    assert "Storgatan" not in office.on_disk()


def test_what_lies_under_a_journal_s_name_does_not_pass_for_an_open_program(office: Office, tmp_path: Path):
    (office.ward.folder / LIVE / f"{SESSION}.anna.toml").symlink_to(tmp_path / "utanfor")
    office.purges(office.notes[0])
    assert "Storgatan" not in office.on_disk()


def test_words_that_our_own_file_still_holds_are_named_and_doctor_takes_them_out(office: Office):
    office.purges(office.notes[0])
    office.path.write_bytes(office.before)
    (finding,) = [one for one in find(office.ward, NOON) if one.code == "note_again"]
    assert (finding.path, finding.remedy) == (office.path, "rewrite")
    assert mend(FS, office.ward, [finding]) == ()
    assert "Storgatan" not in office.on_disk()


def test_what_one_keeps_the_doctor_has_no_more_to_say_of(office: Office):
    office.others_file(office.notes[0])
    assert "note_again" in [one.code for one in find(office.ward, NOON)]
    keep(FS, office.ward, SESSION, [office.notes[0]], NOON)
    assert "note_again" not in [one.code for one in find(office.ward, NOON)]


def test_words_that_stand_within_another_note_in_the_bin_are_told_of(office: Office):
    table = Table(SessionWriter.open(FS, office.path, "anna", office.ward.refuge), 700)
    (other,) = table.says("Ring\nAnna på Storgatan\nidag")
    table.does(changes.withdraw, other)
    table.session_writer.close()
    done = purge_note(
        FS,
        office.ward,
        SESSION,
        office.notes[0],
        lambda _session: changes.Stamp("01JYRME1H3G3JDYYPCYRA0ZZZZ", NOON, "anna"),
    )
    assert done.twins == (other,)


def test_an_entry_of_a_record_is_looked_at_as_far_as_one_of_ours_is_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = tmp_path / LIVE
    live.mkdir()
    entry = '[[purged]]\nnote = "N"\nid = "S"\nat = 2026-05-12 10:00:00+02:00\n'
    (live / "rensade.skriv-ond.toml").write_text("\n[[purged]]\n" + "a=1\n" * 5_000 + entry)
    parsed: list[str] = []
    real = removals.parsed
    monkeypatch.setattr(removals, "parsed", lambda line: parsed.append(line) or real(line))
    found = removals.removals_in([tmp_path], None)
    assert found.told_elsewhere("S") == {"N"}
    assert len(parsed) < 50


def test_so_many_bytes_of_others_records_are_read_and_all_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, shared = tmp_path / "egen", tmp_path / "delad"
    for folder in (own, shared):
        (folder / LIVE).mkdir(parents=True)
    (own / LIVE / "rensade.toml").write_text('[[purged]]\nnote = "N"\nid = "S"\n' + "# x\n" * 500)
    (shared / LIVE / "rensade.a.toml").write_text('[[purged]]\nnote = "O"\nid = "S"\n')
    (shared / LIVE / "rensade.b.toml").write_text('[[purged]]\nnote = "P"\nid = "S"\n' + "# x\n" * 500)
    monkeypatch.setattr(removals, "_MOST_TOLD", 100)
    found = removals.removals_in([own, shared], own)
    assert (found.told_here("S"), found.told_elsewhere("S")) == ({"N"}, {"O"})
