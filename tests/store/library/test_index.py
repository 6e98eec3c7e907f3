"""With an index a folder lists, finds and counts exactly what it does without, whatever becomes of the index meanwhile."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.session import changes
from diskussion_tui.store.library.indexing import rebuilt, status
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.library.where import index_of, indexes
from diskussion_tui.workshop.removal import remove_note
from tests.store.library.sides import WORDS, always, edit, indexed, plain, put, texts
from tests.support.builders import Group

if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["always"]

ASKED = (
    *WORDS,
    "jukv",
    "ax",
    "17",
    "köer",
    "b",
    "-",
    "vård fax",
    "ekerö vård",
    "2026 akut",
    "norr",
    "ÅTTA",
    "xyz",
)

QUERIES = (
    "slag:bort",
    "del:A vård",
    "slag:bort ELLER fax",
    "vård -fax",
    "fax borttagna:ja",
    "namn:norr",
    '"fax vård"',
    "stöd:>2",
    "från:2026-06",
    "fråga:A.2 parkerade:bara",
    "atta slag:bort",
    "tagg:fax",
    "tagg:fax borttagna:ja",
    "kompass:akut ELLER fax",
    "kompass:psyk stöd:>0",
    "stöd:1-3",
    "-stöd:>1",
    "stöd:>0 parkerade:ja",
)


def _answer(library: Library, asked: str) -> list[tuple[object, ...]]:
    hits = library.search(asked)
    return [(hit.entry, hit.count, hit.notes) for hit in hits]


def _same(folder: Path, asked: str, library: Library | None = None) -> None:
    expected, found = plain(folder), library or indexed(folder)
    assert found.entries == expected.entries
    assert _answer(found, asked) == _answer(expected, asked)
    assert found.search(asked).tally() == expected.search(asked).tally()
    assert sorted(one.id for one in found.said()) == sorted(one.id for one in expected.said())
    assert found.counts(("part", "kind", "name")) == expected.counts(("part", "kind", "name"))


def _same_query(folder: Path, asked: str, library: Library) -> None:
    query = parse(asked).query
    expected, found = plain(folder).find(query), library.find(query)
    assert [(one.entry, one.count, one.notes) for one in found] == [
        (one.entry, one.count, one.notes) for one in expected
    ]
    assert found.loose == expected.loose


@settings(max_examples=20)
@given(st.data())
def test_the_index_says_what_looking_through_the_files_says_after_any_edits(data: st.DataObject) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        names = ("Ekerö", "Norr", "Väst")
        groups = [Group(start=1_000_000 * number, name=name) for number, name in enumerate(names, 1)]
        numbers = data.draw(st.sampled_from(((1, 2, 3), (1, 2, 2))))  # two of them may be copies of the same

        def put_one(which: int) -> Path:
            return put(folder, groups[which].session, names[which], numbers[which])

        for which, group in enumerate(groups):
            group.says(*data.draw(st.lists(texts, min_size=1, max_size=3)))
            put_one(which)
        kept = indexed(folder)
        for _ in range(data.draw(st.integers(1, 3))):
            which = data.draw(st.integers(0, 2))
            edit(groups[which], data)
            path = put_one(which)
            if data.draw(st.booleans()) and len(list(folder.glob("*.toml"))) > 1:
                path.unlink()
            kept.refresh()
            kept.read()
            _same(folder, data.draw(st.sampled_from(ASKED)), kept)
            _same_query(folder, data.draw(st.sampled_from((*QUERIES, *ASKED))), kept)
        _same(folder, data.draw(st.sampled_from(ASKED)))


def test_what_is_not_at_hand_is_found_by_name_and_counted_note_by_note_all_the_same(tmp_path: Path) -> None:
    for number, name in enumerate(("Ekerö vård", "Norr", "Väst 17", "Akut b"), 1):
        group = Group(start=1_000_000 * number, name=name)
        group.says("Faxen på vårdavdelningen", "Fax och vård", "vård, åter fax", kind="bort")
        group.says("Köer till akutsjukvård", "fax 1177 a-b", name)
        put(tmp_path, group.session, f"samtal{number}", number)
    library = indexed(tmp_path)
    for asked in (*ASKED, "ekerö", "fa", "norr fax", "akut b"):
        assert _answer(library, asked) == _answer(plain(tmp_path), asked), asked
        assert library.search(asked).tally() == plain(tmp_path).search(asked).tally(), asked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sessions"
    made.mkdir()
    for number, words in enumerate(
        ("Fax mellan sjukhus", "Mobila team i hemsjukvården", "Köer på akuten"), 1
    ):
        group = Group(start=1_000_000 * number)
        group.says(words, "Dubbla remisser")
        put(made, group.session, f"samtal{number}", number)
    return made


def _place(folder: Path) -> Path:
    return index_of((folder,))


def test_the_index_lies_in_the_users_cache_and_nobody_else_may_read_it(folder: Path, fence: Path) -> None:
    before = sorted(folder.rglob("*"))
    indexed(folder)
    (made,) = indexes()
    assert made == _place(folder)
    assert made.is_relative_to(fence / "cache")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert sorted(folder.rglob("*")) == before


def test_the_next_program_opens_no_discussion_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(folder)
    monkeypatch.setattr("diskussion_tui.store.library.look.opened", lambda *_: pytest.fail("it was opened"))
    monkeypatch.setattr("diskussion_tui.store.library.seen.read_entry", lambda *_: pytest.fail("it was read"))
    library = indexed(folder)
    assert [hit.first(1)[0].text for hit in library.search("akuten")] == ["Köer på akuten"]
    assert len(list(library.said())) == 6


HURT: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "garbage": lambda path: path.write_bytes(b"garbage " * 1000),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "of an older program": lambda path: _say(path, "UPDATE meta SET value = '0' WHERE key = 'form'"),
    "without a table": lambda path: _say(path, "DROP TABLE pack"),
    "another's": lambda path: (path.unlink(), _say(path, "CREATE TABLE theirs (x)")),
}


def _say(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("hurt", HURT.values(), ids=HURT)
def test_an_index_that_is_hurt_is_made_anew_or_done_without(
    folder: Path, hurt: Callable[[Path], object]
) -> None:
    indexed(folder)._remembered.lose()
    for part in _place(folder).parent.glob("*-*"):
        part.unlink()
    hurt(_place(folder))
    library = Library(folder)
    library.refresh()
    library.read()
    _same(folder, "akuten", library)
    _same(folder, "vård")


@pytest.mark.parametrize("hurt", [HURT["garbage"], HURT["cut short"]], ids=["garbage", "cut short"])
def test_an_index_that_is_hurt_while_it_is_open_gives_no_wrong_answer(
    folder: Path, hurt: Callable[[Path], object]
) -> None:
    library = indexed(folder)
    hurt(_place(folder))
    assert _answer(library, "akuten") == _answer(plain(folder), "akuten")


def test_where_the_cache_cannot_be_written_all_works_without(folder: Path, fence: Path) -> None:
    (fence / "cache").write_text("a file where the folder should be")
    library = Library(folder)
    library.refresh()
    assert _answer(library, "akuten") == _answer(plain(folder), "akuten")
    assert library._look.index is None


def test_two_programs_share_an_index(folder: Path) -> None:
    one, two = indexed(folder), indexed(folder)
    group = Group(start=9_000_000)
    group.says("Helt nya ord om akuten")
    put(folder, group.session, "nytt", 9)
    for library in (two, one, two):
        library.refresh()
        library.read()
        _same(folder, "akuten", library)
    assert len(indexes()) == 1


def test_what_another_program_has_read_anew_meanwhile_is_found_all_the_same(folder: Path) -> None:
    one, two = indexed(folder), indexed(folder)
    path = next(folder.glob("*samtal1*"))
    group = Group(start=1_000_000)
    group.says("Fax mellan sjukhus", "Helt nya ord")
    assert path == put(folder, group.session, "samtal1", 1)
    two.refresh()
    two.read()
    assert len(one.search("fax")) == len(one.search("nya")) == 1


def _bytes_of_index(folder: Path) -> bytes:
    return b"".join(part.read_bytes() for part in _place(folder).parent.iterdir())


def test_words_removed_for_good_leave_the_index_with_the_first_look_that_sees_it(folder: Path) -> None:
    group = Group(start=5_000_000)
    group.says("Annakarin bor på Storgatan", "Något annat")
    put(folder, group.session, "personligt", 8)
    indexed(folder)._remembered.lose()
    assert b"annakarin" in _bytes_of_index(folder)
    group.does(changes.purge, group.session.notes()[0].id)
    put(folder, group.session, "personligt", 8)
    library = Library(folder)
    library.refresh()
    library._remembered.lose()
    held = _bytes_of_index(folder)
    assert b"annakarin" not in held
    assert b"storgatan" not in held


def test_the_command_that_removes_for_good_cleans_every_index(folder: Path, fence: Path) -> None:
    group = Group(start=5_000_000)
    (note, _other) = group.says("Annakarin bor på Storgatan", "Något annat")
    path = put(folder, group.session, "personligt", 8)
    (session_id,) = (one.id for one in Library(folder).refresh() if one.path == path)
    indexed(folder)._remembered.lose()
    purged = remove_note(folder, fence / "reserv", session_id, note)
    assert purged.left == ()
    held = _bytes_of_index(folder)
    assert b"annakarin" not in held
    assert b"akuten" in held


def test_an_index_says_how_it_stands_and_is_made_anew(folder: Path) -> None:
    assert not status(folder).is_there
    told: list[tuple[int, int]] = []
    made = rebuilt(folder, None, lambda done, of: told.append((done, of)))
    assert made is not None
    assert (made.discussions, made.files) == (3, 3)
    assert told[-1][1] == 3
    assert status(folder) == made


def test_a_discussion_that_is_taken_away_leaves_the_index(folder: Path) -> None:
    library = indexed(folder)
    next(folder.glob("*samtal2*")).unlink()
    library.refresh()
    library._remembered.lose()
    assert b"hemsjukv" not in _bytes_of_index(folder)


def test_it_is_noticed_when_something_in_the_folder_has_changed(folder: Path) -> None:
    library = indexed(folder)
    assert not library.has_changed()
    group = Group(start=7_000_000)
    group.says("Nytt")
    path = put(folder, group.session, "nytt", 7)
    assert library.has_changed()
    library.refresh()
    assert not library.has_changed()
    path.write_text(path.read_text("utf-8").replace("Nytt", "Annat"), encoding="utf-8")
    assert library.has_changed()
    library.refresh()
    assert [hit.count for hit in library.search("annat")] == [1]
