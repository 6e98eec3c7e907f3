"""The list of past discussions and the search in them: right about whole files, honest about the others, never stuck."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes, merging
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.library import look
from diskussion_tui.store.library.heads import read_entry
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session import replicas
from tests.support.builders import Group, another

if TYPE_CHECKING:
    from pathlib import Path


def _kept(folder: Path, group: Group, name: str = "") -> Path:
    path = folder / f"{name or group.session.head.name}.toml"
    text = Encoder().file(group.session).decode()
    path.write_text(another(text, len(list(folder.iterdir()))), encoding="utf-8")
    return path


def _group(name: str, *notes: str, days: int = 0) -> Group:
    group = Group(name=name)
    group.clock.passes(days=days)
    group.says(*notes, kind="bort")
    head = group.session.head
    group.does(
        lambda session, stamp: changes.changed(stamp, session.head, date=head.date + dt.timedelta(days))
    )
    return group


def _found(library: Library, wanted: str) -> dict[str, list[str]]:
    return {hit.entry.name: [note.text for note in hit.notes] for hit in library.search(wanted)}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    _kept(tmp_path, _group("Ekerö", "Bort med faxen", "Köer på AKUTEN"))
    _kept(tmp_path, _group("Solna", "Mobila team\ni hemmet", days=3))
    made = Library(tmp_path)
    made.refresh()
    return made


def test_the_list_stands_newest_first_with_what_each_file_says_of_itself(library: Library):
    assert [(entry.name, str(entry.date), entry.notes) for entry in library.entries] == [
        ("Solna", "2026-05-15", 1),
        ("Ekerö", "2026-05-12", 2),
    ]
    entry = library.entries[1]
    assert (entry.state, entry.workbook, entry.kinds, entry.parts) == (
        "utkast",
        "parken",
        {"bort": 2},
        ("A",),
    )
    assert entry.fault == ""


def test_search_wants_every_word_in_any_case_and_gives_the_notes_that_hold_them(library: Library):
    assert _found(library, "faxen BORT") == {"Ekerö": ["Bort med faxen"]}
    assert _found(library, "akuten") == {"Ekerö": ["Köer på AKUTEN"]}
    assert _found(library, "team hemmet") == {"Solna": ["Mobila team\ni hemmet"]}
    assert _found(library, "ekerö") == {"Ekerö": []}
    assert _found(library, "2026-05-15") == {"Solna": []}
    assert _found(library, "köer team") == {}
    assert _found(library, "o\u0308er pa\u030a") == {"Ekerö": ["Köer på AKUTEN"]}
    assert list(_found(library, "  ")) == ["Solna", "Ekerö"]


@given(st.lists(st.text("abö ", min_size=1, max_size=8), max_size=5), st.text("abö ", max_size=4))
def test_search_finds_what_reading_every_note_finds(tmp_path_factory, notes: list[str], wanted: str):
    folder = tmp_path_factory.mktemp("alla")
    group = Group(name="x")
    group.says(*notes)
    _kept(folder, group)
    library = Library(folder)
    library.refresh()
    said = [note.text for note in group.session.notes()][::-1]
    expected = [text for text in said if all(word in text for word in wanted.split())]
    found = _found(library, wanted)
    assert found.get("x", []) == (expected if wanted.split() else [])


def test_a_file_changed_or_removed_since_the_last_look_is_read_anew(library: Library, tmp_path: Path):
    assert _found(library, "remisser") == {}
    _kept(tmp_path, _group("Ekerö", "Dubbla remisser"))
    assert _found(library, "remisser") == {}  # a search looks at no file: the next look does
    library.refresh()
    assert _found(library, "remisser") == {"Ekerö": ["Dubbla remisser"]}
    (tmp_path / "Ekerö.toml").unlink()
    assert [entry.name for entry in library.refresh()] == ["Solna"]
    assert _found(library, "remisser") == {}


def test_withdrawn_notes_are_neither_counted_nor_found(tmp_path: Path):
    group = _group("Ekerö", "fax", "köer")
    group.does(changes.withdraw, group.session.notes()[0].id)
    _kept(tmp_path, group)
    library = Library(tmp_path)
    assert library.refresh()[0].notes == 1
    assert _found(library, "fax") == {}


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "no_session"),
        (b"hej", "damaged"),
        (b"\x00", "damaged"),
        (b"x = " + b"[" * 5000, "too_deep"),
        (b"x = " + b"9" * 5000, "damaged"),
        ('schema_version = 1\n[session]\nname = "Ekerö"'.encode("latin-1"), "not_utf8"),
        ('schema_version = 1\n[session]\nname = "x"'.encode("utf-16"), "not_utf8"),
        (b'schema_version = 1\nsession = "x"\n', "no_session"),
        (b'schema_version = 1\n[session]\nname = "x"\ndate = "i dag"\n', "no_session"),
        (b"schema_version = 1\n[session]\nname = 5\ndate = 2026-05-12\n", "no_session"),
        (b'schema_version = 9\n[session]\nname = "x"\ndate = 2026-05-12\n', "newer"),
    ],
)
def test_a_file_that_is_no_session_stands_in_the_list_with_its_fault(tmp_path: Path, data: bytes, fault: str):
    _kept(tmp_path, _group("Ekerö", "fax"))
    (tmp_path / "annat.toml").write_bytes(data)
    library = Library(tmp_path)
    assert {entry.path.name: entry.fault for entry in library.refresh()} == {
        "Ekerö.toml": "",
        "annat.toml": fault,
    }
    assert _found(library, "fax") == {"Ekerö": ["fax"]}


def test_a_folder_a_pipe_or_a_dead_link_that_is_called_like_a_session_holds_nothing_up(tmp_path: Path):
    (tmp_path / "mapp.toml").mkdir()
    os.mkfifo(tmp_path / "pipa.toml")
    (tmp_path / "lank.toml").symlink_to(tmp_path / "ingenstans")
    library = Library(tmp_path)
    assert {entry.fault for entry in library.refresh()} == {"not_a_file"}
    assert _found(library, "fax") == {}


def test_a_file_larger_than_any_discussion_is_not_read(tmp_path: Path):
    with (tmp_path / "stor.toml").open("wb") as file:
        file.truncate(100_000_001)
    library = Library(tmp_path)
    assert [entry.fault for entry in library.refresh()] == ["too_large"]
    assert _found(library, "x") == {}


def test_a_date_with_a_time_and_numbers_out_of_reason_do_not_upset_the_list(tmp_path: Path):
    _kept(tmp_path, _group("Ekerö", "fax"))
    odd = (
        b'schema_version = 1\n[session]\nname = "x"\ndate = 2026-05-12T10:00:00\n[overview]\nnotes = 0x'
        + b"f" * 5000
    )
    (tmp_path / "udda.toml").write_bytes(odd + b"\nparts = 3\n[overview.kinds]\na = 'b'\n")
    entries = Library(tmp_path).refresh()
    assert {entry.name: (entry.notes, str(entry.date)) for entry in entries} == {
        "Ekerö": (1, "2026-05-12"),
        "x": (0, "2026-05-12"),
    }


def test_a_very_long_name_does_not_make_a_whole_file_look_damaged(tmp_path: Path):
    path = _kept(tmp_path, _group("Vårdcentral " * 2000, "fax"), "lang")
    entry = read_entry(path)
    assert (entry.fault, entry.notes) == ("", 1)


def test_a_damaged_note_does_not_take_its_discussion_out_of_the_list(tmp_path: Path):
    path = _kept(tmp_path, _group("Ekerö", "fax"))
    path.write_bytes(path.read_bytes().replace(b"fax", b"f\xffx\x00"))
    library = Library(tmp_path)
    assert [(entry.name, entry.fault) for entry in library.refresh()] == [("Ekerö", "")]
    assert _found(library, "fax") == {}


def test_what_lies_in_hidden_files_and_folders_is_no_past_discussion(tmp_path: Path):
    (tmp_path / ".live").mkdir()
    _kept(tmp_path / ".live", _group("Ekerö", "fax"))
    _kept(tmp_path, _group("Ekerö"), ".dold")
    (tmp_path / "anteckningar.txt").write_text("x", encoding="utf-8")
    assert Library(tmp_path).refresh() == Library(tmp_path / "ingen").refresh() == ()


@given(st.binary(max_size=120))
def test_no_file_whatever_stops_the_list(tmp_path: Path, data: bytes):
    path = tmp_path / "x.toml"
    for head in (b"", b'schema_version = 1\n[session]\nname = "x"\ndate = 2026-05-12\n'):
        path.write_bytes(head + data)
        library = Library(tmp_path)
        assert len(library.refresh()) == 1
        library.search("x")


def test_a_discussion_with_several_files_is_listed_once_and_each_of_its_notes_found_once(tmp_path: Path):
    anna = _group("Ekerö", "fax")
    bo = Group("bo", anna.session, start=900)
    bo.says("köer", kind="bort")
    for name, group in (("Ekerö", anna), ("Ekerö.skriv-bbbb", bo), ("Ekerö (1)", anna)):
        (tmp_path / f"{name}.toml").write_bytes(Encoder().file(group.session))
    library = Library(tmp_path)
    (entry,) = library.refresh()
    assert len(entry.also) == 2
    assert [note.text for note in library.notes_of(entry)] == ["fax", "köer"]


def test_what_the_refuge_keeps_is_listed_with_the_rest(tmp_path: Path):
    home, refuge = tmp_path / "hem", tmp_path / "reserv"
    for folder, name in ((home, "Solna"), (refuge, "Ekerö")):
        folder.mkdir()
        _kept(folder, _group(name, "fax"))
    (refuge / "Ekerö.toml").write_text(
        another((refuge / "Ekerö.toml").read_text(encoding="utf-8"), 7), encoding="utf-8"
    )
    library = Library(home, refuge)
    assert sorted(entry.name for entry in library.refresh()) == ["Ekerö", "Solna"]


def test_a_merged_note_is_listed_once_and_found_by_the_words_of_its_originals_too(tmp_path: Path) -> None:
    group = Group(name="Ekerö")
    notes = group.says("Fax mellan sjukhus", "Bort med telefaxen", "Mobila team", kind="bort")
    change = group.does(merging.merge, group.ids(), notes[:2], (merging.Wish("Sluta faxa"),))
    assert change
    _kept(tmp_path, group, "ett")
    library = Library(tmp_path)
    (entry,) = library.refresh()
    assert [note.text for note in library.notes_of(entry)] == ["Mobila team", "Sluta faxa"]
    for wanted in ("sluta", "mellan sjukhus", "telefaxen"):
        assert _found(library, wanted) == {"Ekerö": ["Sluta faxa"]}
    assert _found(library, "sluta telefaxen") == {"Ekerö": ["Sluta faxa"]}
    group.does(changes.withdraw, change.versions[0].id)
    _kept(tmp_path, group, "ett")
    library.refresh()
    assert _found(library, "telefaxen") == {}
    group.does(changes.purge, change.versions[0].id)
    _kept(tmp_path, group, "ett")
    library.refresh()
    assert _found(library, "telefaxen") == {"Ekerö": ["Bort med telefaxen"]}


def test_originals_whose_merged_note_cannot_be_read_are_listed_by_themselves(tmp_path: Path) -> None:
    group = Group(name="Ekerö")
    notes = group.says("Fax mellan sjukhus", "Bort med telefaxen")
    change = group.does(merging.merge, group.ids(), notes, ())
    assert change
    path = _kept(tmp_path, group, "ett")
    text = path.read_text(encoding="utf-8")
    broken = text.replace(f'[[notes]]\nid = "{change.versions[0].id}"', "[[notes]]\nid = ?")
    assert broken != text
    path.write_text(broken, encoding="utf-8")
    library = Library(tmp_path)
    library.refresh()
    assert _found(library, "fax") == {"Ekerö": ["Bort med telefaxen", "Fax mellan sjukhus"]}


def test_a_search_reads_every_file_once_and_after_the_next_look_only_what_was_changed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    opened = look.opened
    monkeypatch.setattr(
        look, "opened", lambda entry, seen: (read.append(entry.path.stem), opened(entry, seen))[1]
    )
    assert not library.at_hand
    for wanted in ("faxen", "team", "faxen"):
        library.search(wanted)
    assert sorted(read) == ["Ekerö", "Solna"]
    assert library.at_hand
    library.refresh()
    library.search("team")
    assert sorted(read) == ["Ekerö", "Solna"]
    _kept(tmp_path, _group("Ekerö", "Dubbla remisser"))
    library.refresh()
    assert not library.at_hand
    assert _found(library, "remisser") == {"Ekerö": ["Dubbla remisser"]}
    assert sorted(read) == ["Ekerö", "Ekerö", "Solna"]


def test_a_reading_that_is_stopped_keeps_what_it_read_and_goes_on_from_there(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    opened = look.opened
    monkeypatch.setattr(
        look, "opened", lambda entry, seen: (read.append(entry.path.stem), opened(entry, seen))[1]
    )
    assert not library.read(lambda: bool(read))
    assert (read, library.at_hand) == (["Solna"], False)
    assert library.read()
    assert (read, library.at_hand) == (["Solna", "Ekerö"], True)


def test_what_a_search_found_can_still_be_asked_for_after_the_next_look(
    library: Library, tmp_path: Path
) -> None:
    hits = library.search("faxen")
    (tmp_path / "Ekerö.toml").unlink()
    library.refresh()
    assert [(hit.entry.name, [note.text for note in hit.notes]) for hit in hits] == [
        ("Ekerö", ["Bort med faxen"])
    ]
    assert hits.entry_of(str(tmp_path / "Ekerö.toml")) is hits[0].entry


def test_what_was_found_is_known_by_its_file_and_counted(library: Library, tmp_path: Path) -> None:
    first, last = (str(tmp_path / f"{name}.toml") for name in ("Ekerö", "Solna"))
    every, some, none = library.search(""), library.search("e"), library.search("akuten")
    assert [every.id_at(place) for place in range(len(every))] == [last, first]
    assert (every.place_of(first), every.place_of("annan"), every.notes) == (1, None, 0)
    assert (len(some), list(some.counts), some.notes) == (2, [1, 2], 3)
    assert [hit.entry.name for hit in some[:1]] == ["Solna"]
    assert (none.place_of(last), none.place_of(first)) == (None, 0)
    assert none.entry_of(last) is None
    assert [note.text for note in some[1].first(1)] == ["Köer på AKUTEN"]


def test_a_file_that_could_not_be_read_for_a_while_is_read_at_the_next_look(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(replicas, "gather_with", _refuses)
        assert _found(library, "faxen") == {}
    library.refresh()
    assert _found(library, "faxen") == {"Ekerö": ["Bort med faxen"]}


def _refuses(path: Path, *_: Any) -> Any:
    raise OSError(path)


def test_a_discussion_that_a_later_version_went_on_with_is_one_row_beside_our_own_file(tmp_path: Path):
    group = Group(name="Ekerö")
    group.says("fax")
    ours = Encoder("anna").file(group.session)
    (tmp_path / "Samtal.toml").write_bytes(ours.replace(b"schema_version = 3", b"schema_version = 9"))
    (tmp_path / "Samtal.anna.toml").write_bytes(ours)
    (entry,) = Library(tmp_path).refresh()
    assert (entry.name, len(entry.also)) == ("Ekerö", 1)


def test_a_discussion_is_found_by_its_unit_registry_number_class_and_retention(tmp_path: Path) -> None:
    group = _group("Ekerö")
    noted = {"unit": "Norr", "registry_number": "HSN 2026-0123", "information_class": "intern"}
    group.does(changes.set_details, {**noted, "retention": "bevaras"})
    _kept(tmp_path, group)
    _kept(tmp_path, _group("Nacka"))
    library = Library(tmp_path)
    library.refresh()
    for wanted in ("norr", "2026-0123 hsn", "intern", "bevaras ekerö"):
        assert [hit.entry.name for hit in library.named(wanted)] == ["Ekerö"]
        assert [hit.entry.name for hit in library.search(wanted)] == ["Ekerö"]
