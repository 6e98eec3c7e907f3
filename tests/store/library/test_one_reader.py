"""What a list, its search and its preview say of a discussion is what opening it says, however many files hold it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes, merging, parking
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.summary import overview_of
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.journal import Journal
from diskussion_tui.store.session.reading import read_session
from tests.domain.test_merge_laws import Quarrel, quarrels
from tests.support.builders import Group

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session

FILE = "Diskussionsstöd_Ekerö_2026-05-12.toml"


def lies_in(folder: Path, session: Session, name: str = FILE) -> Path:
    """A discussion as a file of a folder."""
    path = folder / name
    path.write_bytes(Encoder("anna").file(session))
    return path


def journaled(folder: Path, session: Session, *groups: Group) -> None:
    """What groups have said since, in journals that are in no file yet."""
    (folder / LIVE).mkdir(exist_ok=True)
    for group in groups:
        journal = Journal.open(Fs(), folder / LIVE, session.head, group.writer)
        journal.append([made.versions for made in group.made if made.versions[0].table != "session"])
        journal.close()


def says_as_opened(folder: Path) -> Session:
    """Check that list, search and preview say of the one discussion in a folder what opening says; the opened one."""
    library = Library(folder)
    (entry,) = library.refresh()
    session = read_session(entry.path).session
    notes = sorted(session.notes(), key=lambda note: note.id)
    assert library.notes_of(entry) == tuple((note.kind, note.text, note.supporters) for note in notes)
    counted, head, draft = overview_of(session), session.head, session.latest_draft()
    assert (entry.notes, dict(entry.kinds), entry.parts) == (
        counted.notes,
        dict(counted.kinds),
        counted.parts,
    )
    assert (entry.name, entry.date, entry.state) == (head.name, head.date, head.state)
    assert entry.step == (draft.step if draft else "")
    for note in notes:
        words = note.text.split()
        if words and words[0].isalnum():
            assert note.text in [text for hit in library.search(words[0]) for _, text, _ in hit.notes]
    return session


@given(quarrel=quarrels(), logged=st.integers(0, 2), data=st.data())
def test_whatever_was_said_and_wherever_it_lies(quarrel: Quarrel, logged: int, data: st.DataObject) -> None:
    """Two or three writers who reword, merge, park, withdraw and remove for good, each with a file or a journal of their own."""
    sessions = [session_of(part) for part in quarrel.parts]
    merged = Group("skriv-d", sessions[0], start=90_000)
    ids = [note.id for note in merged.session.notes()]
    if len(ids) > 1 and data.draw(st.booleans()):
        merged.does(merging.merge, merged.ids(), ids[:2], (merging.Wish(),))
    if ids and data.draw(st.booleans()):
        merged.does(parking.park, merged.session.notes()[-1].id)
    with TemporaryDirectory() as place:
        folder = Path(place)
        for number, session in enumerate([merged.session, *sessions[1:]]):
            if number and number == logged:
                (folder / LIVE).mkdir(exist_ok=True)
                journal = Journal.open(Fs(), folder / LIVE, session.head, f"skriv-{number}")
                journal.append([(one,) for one in quarrel.parts[number]])
                journal.close()
            else:
                lies_in(folder, session, f"{number}.toml")
        says_as_opened(folder)


@pytest.fixture
def group() -> Group:
    group = Group()
    group.says("Fax mellan sjukhus", "Dubbla remisser", "Anna Andersson bor på Storgatan")
    return group


def test_words_removed_for_good_stay_gone_when_a_synchroniser_brings_an_old_copy_back(
    group: Group, tmp_path: Path
) -> None:
    lies_in(tmp_path, group.session, "kopia från bärbara datorn.toml")
    note = next(note for note in group.session.notes() if "Anna" in note.text)
    group.does(changes.purge, note.id)
    lies_in(tmp_path, group.session)
    says_as_opened(tmp_path)
    library = Library(tmp_path)
    library.refresh()
    assert not library.search("storgatan")
    assert [text for _, text, _ in library.notes_of(library.entries[0])] == [
        "Fax mellan sjukhus",
        "Dubbla remisser",
    ]


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
    session = says_as_opened(tmp_path)
    assert "Bos ord" in [note.text for note in session.notes()]


def test_what_is_in_no_file_yet_is_listed_and_found(group: Group, tmp_path: Path) -> None:
    lies_in(tmp_path, group.session)
    later = Group("bo", group.session, start=5_000)
    later.says("Sms före varje besök", question="A.2", kind="")
    later.made = [made for made in later.made if made.versions[0].table == "notes"]
    journaled(tmp_path, group.session, later)
    says_as_opened(tmp_path)
    library = Library(tmp_path)
    (entry,) = library.refresh()
    assert entry.notes == 4
    assert [hit.count for hit in library.search("sms")] == [1]
