"""What a list, its search and its preview say of a discussion is what opening it says, however many files hold it."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.session import changes, merging, parking
from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import Head, Note
from diskussion_tui.domain.session.summary import overview_of
from diskussion_tui.store.files import beginnings, ground
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.library import listing, lying, seen
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.library.results import Shown
from diskussion_tui.store.session import replicas
from diskussion_tui.store.session.journal import Journal
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.workshop.earlier import actions_before, actions_in
from tests.support.builders import NOON, Group, another, every_version
from tests.support.hostile import WRITERS, Quarrel, quarrels
from tests.support.wrong import in_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session

FILE = "Diskussionsstöd_Ekerö_2026-05-12.toml"
ANNA = "Anna Andersson bor på Storgatan"

HURT: dict[str, Callable[[bytes], bytes]] = {
    "whole": bytes,
    "damaged at its beginning": lambda data: data.replace(b"[session]\n", b"[session]\nx = ?\n", 1),
    "with a letter in its head that is none": lambda data: data.replace(
        b"[overview]\n", b"[overview]\n# \xff\n", 1
    ),
    "with a note torn": lambda data: data.replace(b"\nat = ", b"\nat == ", 2),
    "of a later version": lambda data: data.replace(b"schema_version = 3", b"schema_version = 9", 1),
    "without its day": lambda data: data.replace(b"\ndate = ", b"\ndag = ", 1),
}
"""What may have come to a copy on its way."""


def lies_in(folder: Path, session: Session, name: str = FILE) -> Path:
    """A discussion as a file of a folder."""
    path = folder / name
    path.write_bytes(Encoder("anna").file(session))
    return path


def journaled(folder: Path, head: Head, writer: str, versions: Sequence[Record]) -> None:
    """What somebody has said since, in a journal: it is in no file yet."""
    (folder / LIVE).mkdir(parents=True, exist_ok=True)
    journal = Journal.open(Fs(), folder / LIVE, head, writer)
    journal.append([(one,) for one in versions if not isinstance(one, Head)])
    journal.close()


# ---- what opening says, by itself ------------------------------------------------------------------------------------


def shown_of(session: Session) -> tuple[Shown, ...]:
    """The notes in force as a list shows them, oldest first."""
    notes = sorted(session.notes(), key=lambda note: note.id)
    return tuple(map(shown, notes))


def shown(note: Note) -> Shown:
    """A note as lists show it."""
    return Shown(note.kind, note.text.strip(), note.supporters, note.question, note.id)


def found_in(session: Session, words: Sequence[str]) -> tuple[Shown, ...]:
    """The notes in force that hold every word, in their text or in those that stand in them: most hands first, then the newest."""
    notes = sorted(session.notes(), key=lambda note: note.id)[::-1]
    notes.sort(key=lambda note: -note.supporters)
    every = [session.note(key[1]) for key in session.versions if key[0] == Note.table]
    told = {
        note.id: [note.text, note.objection]
        + [one.text for one in every if one and not one.gone and merging.standing(session, one.id) == note]
        for note in notes
    }
    return tuple(
        shown(note)
        for note in notes
        if all(any(word in folded(text) for text in told[note.id]) for word in words)
    )


def words_of(versions: Sequence[Record]) -> list[str]:
    """Every word that was ever said in a note, still there or not."""
    texts = (one.text for one in versions if isinstance(one, Note))
    return sorted({word for text in texts for word in folded(clean_line(text)).split()})


def says_as_opened(folder: Path, refuge: Path | None = None, sought: Iterable[str] = ()) -> Session:
    """Check that list, search and preview say of the one discussion in a folder what opening says; the opened one."""
    library = Library(folder, refuge)
    library.refresh()
    library.settle()  # a look leaves it for later on a disk that seems slow, as that of a busy machine does
    entry = next(entry for entry in library.entries if not entry.fault)
    session = read_session(entry.path, refuge, folder).session
    counted, head, draft = overview_of(session), session.head, session.latest_draft()
    assert (entry.notes, dict(entry.kinds), entry.parts) == (
        counted.notes,
        dict(counted.kinds),
        counted.parts,
    )
    assert (entry.name, entry.date, entry.state) == (head.name, head.date, head.state)
    assert (entry.workbook, entry.step) == (head.workbook, draft.step if draft else "")
    for other in library.entries:
        assert library.notes_of(other) == _shown_of_file(other.path, folder, refuge)
    for word in sought:
        expected = found_in(session, [word])
        hits = {hit.entry.path: hit for hit in library.search(word)}
        named = word in folded(f"{head.name} {head.date}")
        assert (entry.path in hits) == (bool(expected) or named)
        if hit := hits.get(entry.path):
            found = tuple(one._replace(by="") for one in hit.notes)
            assert (hit.count, found, hit.first(1)) == (len(expected), expected, hit.notes[:1])
            assert all(not one.by or word in folded(one.by) for one in hit.notes)
    assert library.entries[[one.path for one in library.entries].index(entry.path)] == entry
    return session


def _shown_of_file(path: Path, folder: Path, refuge: Path | None) -> tuple[Shown, ...]:
    try:
        return shown_of(read_session(path, refuge, folder).session)
    except UnreadableSessionError:
        return ()


def _gone_on_with(session: Session, number: int, data: st.DataObject) -> Session:
    """A copy of a discussion from some moment, which somebody has gone on with elsewhere."""
    upto = data.draw(st.integers(1, 40))
    copy = Group("skriv-d", session_of((*every_version(session)[:upto], session.head)), 90_000 * (number + 1))
    copy.says(f"elvan {number}", kind="bort")
    if data.draw(st.booleans()):
        copy.does(changes.set_state, "fastställd")
    return copy.session


# ---- whatever was said, and wherever it lies -------------------------------------------------------------------------


@given(quarrels(), st.data())
def test_whatever_was_said_and_wherever_it_lies(quarrel: Quarrel, data: st.DataObject) -> None:
    """Two or three writers, each with a file or a journal at home or in the refuge; copies of old, whole and hurt."""
    with TemporaryDirectory() as place:
        folder, refuge = Path(place, "hem"), Path(place, "reserv")
        folder.mkdir()
        refuge.mkdir()
        sessions = [session_of(part) for part in quarrel.parts]
        lies_in(folder, sessions[0])
        for writer, part, session in zip(WRITERS[1:], quarrel.parts[1:], sessions[1:], strict=True):
            where = data.draw(st.sampled_from((folder, refuge)))
            if data.draw(st.booleans()):
                journaled(where, session.head, writer, part)
            else:
                lies_in(where, session, f"{writer}.toml")
        for number in range(data.draw(st.integers(0, 2))):
            hurt = data.draw(st.sampled_from([*HURT.values()]))
            copy = _gone_on_with(data.draw(st.sampled_from(sessions)), number, data)
            (folder / f"kopia {number}.toml").write_bytes(hurt(Encoder("anna").file(copy)))
        for number, path in enumerate(data.draw(st.permutations(sorted(Path(place).glob("*/*.toml"))))):
            os.utime(path, (1_000_000 + number,) * 2)
        said = words_of(quarrel.all)
        sought = data.draw(st.lists(st.sampled_from(said), max_size=6, unique=True))
        says_as_opened(folder, refuge, {*sought, "nej", "elvan", "tre"})


# ---- one by one ------------------------------------------------------------------------------------------------------


@pytest.fixture
def group() -> Group:
    group = Group()
    group.says("Fax mellan sjukhus", "Dubbla remisser", ANNA)
    return group


def _removed(group: Group) -> None:
    """Have what names somebody removed for good."""
    group.does(changes.purge, next(note.id for note in group.session.notes() if note.text == ANNA))


@pytest.mark.parametrize("hurt", HURT.values(), ids=HURT)
def test_words_removed_for_good_stay_gone_when_an_old_copy_comes_back(
    group: Group, tmp_path: Path, hurt: Callable[[bytes], bytes]
) -> None:
    old = hurt(Encoder("anna").file(group.session))
    (tmp_path / "kopia från bärbara datorn.toml").write_bytes(old)
    _removed(group)
    lies_in(tmp_path, group.session)
    says_as_opened(tmp_path)
    library = Library(tmp_path)
    library.refresh()
    assert not library.search("storgatan")
    for entry in library.entries:
        assert ANNA not in {note.text for note in library.notes_of(entry)}


def test_words_removed_for_good_stay_gone_when_a_journal_still_has_them(group: Group, tmp_path: Path) -> None:
    journaled(tmp_path, group.session.head, "bo", every_version(group.session))
    _removed(group)
    lies_in(tmp_path, group.session)
    says_as_opened(tmp_path, sought=("storgatan",))


def test_a_parked_note_is_not_among_the_answers_in_a_list_either(group: Group, tmp_path: Path) -> None:
    group.does(parking.park, group.session.notes()[0].id)
    lies_in(tmp_path, group.session)
    says_as_opened(tmp_path)
    library = Library(tmp_path)
    library.refresh()
    assert not library.search("fax")


def test_of_two_versions_the_one_written_later_counts_whatever_zone_its_clock_was_set_to(
    group: Group, tmp_path: Path
) -> None:
    """At ten in the morning in Stockholm it is eight in London: nine in London is later, though `09` sorts before `10`."""
    text = Encoder("anna").file(group.session).decode()
    note = group.session.notes()[0]
    block = text[text.index(f'id = "{note.id}"') - len("[[notes]]\n") :].partition("\n\n")[0]
    hers = block.replace("rev = 1\n", "").replace('id = "', 'rev = 2\nid = "', 1)
    at = next(line for line in hers.splitlines() if line.startswith("at = "))
    for number, (said, time) in enumerate(
        (("Annas ord", "2026-05-12 10:00:00+02:00"), ("Bos ord", "2026-05-12 09:00:00Z"))
    ):
        version = hers.replace("Fax mellan sjukhus", said).replace(at, f"at = {time}")
        version = version.replace(note.change, f"{note.change[:-1]}{number}")
        (tmp_path / f"{number}.toml").write_text(text.replace(block, version), encoding="utf-8")
    session = says_as_opened(tmp_path, sought=("annas", "bos"))
    assert "Bos ord" in [note.text for note in session.notes()]


def test_what_is_in_no_file_yet_is_listed_and_found(group: Group, tmp_path: Path) -> None:
    lies_in(tmp_path, group.session)
    later = Group("bo", group.session, start=5_000)
    journaled(tmp_path, group.session.head, "bo", later.saying("Sms före varje besök").versions)
    says_as_opened(tmp_path)
    library = Library(tmp_path)
    (entry,) = library.refresh()
    assert entry.notes == 4
    assert [hit.count for hit in library.search("sms")] == [1]


def test_what_is_written_into_its_file_while_it_is_sought_on_a_slow_disk_is_not_missed(
    group: Group, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lies_in(tmp_path, group.session)
    later = Group("bo", group.session, start=5_000)
    journaled(tmp_path, group.session.head, "bo", later.saying("Sms före varje besök").versions)
    (journal,) = (tmp_path / LIVE).iterdir()
    read, file_was_read = ground.read_whole, threading.Event()

    def reads(wanted: Path, *given: int) -> bytes:
        if wanted == journal and not file_was_read.wait(0.2):
            found = read(wanted, *given)
            path.write_bytes(Encoder("bo").file(later.session))
            journal.write_bytes(b"")
            return found
        found = read(wanted, *given)
        if not file_was_read.is_set():
            file_was_read.set()
            path.write_bytes(Encoder("bo").file(later.session))
            journal.write_bytes(b"")
        return found

    monkeypatch.setattr(lying, "SLOW", -1.0)
    monkeypatch.setattr(seen, "read_whole", reads)
    library = Library(tmp_path, sought=[lambda entry: entry.is_called("Ekerö")])
    library.refresh()
    (entry,) = library.those(lambda entry: entry.is_called("Ekerö"))
    assert "Sms före varje besök" in {note.text for note in library.held(entry).session.notes()}


def test_a_name_of_several_lines_stays_on_one_whoever_says_it(group: Group, tmp_path: Path) -> None:
    path = lies_in(tmp_path, group.session)
    path.write_text(path.read_text("utf-8").replace('"Ekerö"', '"Ek\\nerö"'), encoding="utf-8")
    assert [entry.name for entry in Library(tmp_path).refresh()] == ["Ek erö"]
    journaled(tmp_path, group.session.head, "bo", Group("bo", group.session, 5_000).saying("x").versions)
    assert [entry.name for entry in Library(tmp_path).refresh()] == ["Ek erö"]


def test_a_file_edited_by_hand_is_listed_right_once_it_has_been_read(group: Group, tmp_path: Path) -> None:
    path = lies_in(tmp_path, group.session)
    head, _first, rest = path.read_text("utf-8").split("[[notes]]", 2)
    path.write_text(f"{head}[[notes]]{rest}", encoding="utf-8")
    library = Library(tmp_path)
    library.refresh()
    library.search("remisser")
    assert [entry.notes for entry in library.entries] == [2]
    assert [entry.notes for entry in library.refresh()] == [2]


# ---- what must not be opened, and what need not ----------------------------------------------------------------------


def test_a_pipe_that_is_called_like_a_journal_holds_nothing_up(group: Group, tmp_path: Path) -> None:
    lies_in(tmp_path, group.session)
    (tmp_path / LIVE).mkdir()
    os.mkfifo(tmp_path / LIVE / f"{group.session.id}.bo.toml")
    with in_time():
        says_as_opened(tmp_path)


@pytest.mark.parametrize("place", [".", LIVE])
def test_what_becomes_a_pipe_after_the_look_holds_nothing_up(
    group: Group, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(listing, "_IN_A_LOOK", 0)
    lies_in(tmp_path, group.session)
    journaled(tmp_path, group.session.head, "bo", Group("bo", group.session, 5_000).saying("köer").versions)
    os.utime(lies_in(tmp_path, group.session, "kopia.toml"), (1, 1))
    library = Library(tmp_path)
    library.refresh()
    for path in (tmp_path / place).glob("*[!2].toml"):
        path.unlink()
        os.mkfifo(path)
    with in_time():
        assert [hit.count for hit in library.search("remisser")] == [1]


def test_a_copy_and_a_journal_are_opened_once_and_again_when_one_of_them_has_changed(
    group: Group, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies_in(tmp_path, group.session)
    copy = lies_in(tmp_path, group.session, "kopia.toml")
    later = Group("bo", group.session, 5_000)
    journaled(tmp_path, group.session.head, "bo", later.saying("köer").versions)
    opened: list[Path] = []
    gather = replicas.gather_with
    monkeypatch.setattr(
        replicas, "gather_with", lambda path, beside: (opened.append(path), gather(path, beside))[1]
    )
    library = Library(tmp_path)
    for _ in range(2):
        (entry,) = library.refresh()
        assert (entry.notes, [hit.count for hit in library.search("köer")]) == (4, [1])
    assert len(opened) == 1
    journaled(tmp_path, group.session.head, "bo", later.saying("fler köer").versions)
    (entry,) = library.refresh()
    assert (entry.notes, [hit.count for hit in library.search("köer")]) == (5, [2])
    copy.unlink()
    assert [len(entry.also) for entry in library.refresh()] == [0]
    assert len(opened) == 3


def test_another_file_under_the_same_name_is_seen_even_if_it_is_as_long_and_as_old(
    group: Group, tmp_path: Path
) -> None:
    path = lies_in(tmp_path, group.session)
    os.utime(path, (1e9, 1e9))
    library = Library(tmp_path)
    library.refresh()
    assert library.search("fax").notes == 1
    other = tmp_path / "ny"
    other.write_bytes(path.read_bytes().replace(b"Fax", b"Max"))
    os.utime(other, (1e9, 1e9))
    other.replace(path)
    library.refresh()
    assert (library.search("fax").notes, library.search("max").notes) == (0, 1)


@pytest.fixture
def many(group: Group, tmp_path: Path) -> Path:
    """Thirty discussions, each with a copy in which something has been said since."""
    whole = Encoder("anna").file(group.session).decode()
    later = Group("bo", group.session, 5_000)
    later.says("köer")
    longer = Encoder("bo").file(later.session).decode()
    for number in range(30):
        for name, text in ((f"{number}", whole), (f"{number}.bo", longer)):
            path = tmp_path / f"{name}.toml"
            path.write_text(another(text, number).replace('"Ekerö"', f'"Grupp {number}"'), encoding="utf-8")
            os.utime(path, (len(name), len(name)))
    return tmp_path


def test_where_opening_takes_its_time_a_look_says_so_and_can_be_settled(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_IN_A_LOOK", 0)
    library = Library(many)
    library.refresh()
    assert not library.settled
    calls: list[None] = []
    assert not library.settle(lambda: len(calls) > 3 or bool(calls.append(None)))
    assert not library.settled
    assert library.settle()
    assert library.settled
    assert {entry.notes for entry in library.entries} == {4}
    library.refresh()
    assert library.settled


def test_the_order_follows_the_day_that_opening_tells(group: Group, tmp_path: Path) -> None:
    lies_in(tmp_path, group.session)
    other = tmp_path / "annan.toml"
    other.write_text(another(Encoder().file(group.session).decode(), 7), encoding="utf-8")
    moved = changes.changed(
        Group("bo", group.session, 5_000).stamp(), group.session.head, date=NOON.date().replace(day=20)
    )
    assert moved
    journal = Journal.open(Fs(), _live(tmp_path), group.session.head, "bo")
    journal.append([moved.versions])
    journal.close()
    assert [entry.path.name for entry in Library(tmp_path).refresh()] == [FILE, "annan.toml"]


def _live(folder: Path) -> Path:
    (folder / LIVE).mkdir()
    return folder / LIVE


def test_finding_one_by_name_opens_what_may_be_meant_and_nothing_else(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_IN_A_LOOK", 0)
    opened: list[str] = []
    gather = replicas.gather_with
    monkeypatch.setattr(
        replicas, "gather_with", lambda path, beside: (opened.append(path.name), gather(path, beside))[1]
    )
    library = Library(many)
    library.refresh()
    assert [entry.notes for entry in library.those(lambda entry: entry.name == "Grupp 7")] == [4]
    assert opened == ["7.bo.toml"]


def test_what_was_decided_last_time_is_found_without_opening_the_discussion_that_is_led(
    group: Group, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies_in(tmp_path, group.session)
    journal = Journal.open(Fs(), _live(tmp_path), group.session.head, "bo")
    journal.close()
    opened: list[Path] = []
    monkeypatch.setattr(replicas, "gather_with", lambda path, _: opened.append(path))
    assert actions_before(tmp_path, None, group.session.head) == ()
    assert opened == []


def test_a_folder_of_many_is_looked_through_once_and_not_once_a_discussion(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in many.glob("1*.toml"):
        path.write_bytes(HURT["damaged at its beginning"](path.read_bytes()))
    for path in many.glob("2*.toml"):
        path.write_bytes(HURT["of a later version"](path.read_bytes()))
    begun: list[Path] = []
    beginning = beginnings._beginning
    monkeypatch.setattr(beginnings, "_beginning", lambda path: (begun.append(path), beginning(path))[1])
    library = Library(many)
    library.refresh()
    library.read()
    library.refresh()
    assert sorted(begun) == sorted(many.glob("1*.toml"))
    assert len(actions_in(many, None)) == 0
    assert len(begun) == 2 * len([*many.glob("1*.toml")])
