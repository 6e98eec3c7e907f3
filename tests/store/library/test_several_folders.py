"""Several folders read as one: whatever lies where, all is found that one folder with all of it would find, each once."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.store.files.places import Places, told_apart
from diskussion_tui.store.library.listing import Library
from diskussion_tui.workshop.looking_in import look_into
from tests.store.library.sides import WORDS, always, edit, plain, put, texts
from tests.support.builders import Group, texts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["always"]

FIELDS = ("tag", "compass", "question", "verdict", "place", "owner", "table", "unit", "kind", "support")
ASKED = (*WORDS, "", "vård fax", "norr", "slag:bort", "stöd:>0", "vård -fax", "borttagna:ja", "xyz", "atta")


def _over(folders: Sequence[Path], *, index: bool) -> Library:
    library = Library(folders[0], also=folders[1:])
    if not index:
        library._remembered.lose()
    library.refresh()
    library.read()
    assert bool(library._look.index) == index
    return library


def _together(folders: Sequence[Path], one: Path) -> Path:
    """A folder with a copy of all that lies in some."""
    shutil.rmtree(one, ignore_errors=True)
    one.mkdir()
    for number, folder in enumerate(folders):
        for path in folder.glob("*.toml"):
            shutil.copyfile(path, one / f"{number}-{path.name}")
    return one


def _found(library: Library, asked: str) -> list[tuple[object, ...]]:
    """What a query finds, whichever of its files a discussion is listed by."""
    hits = library.find(parse(asked).query, stopped=lambda: False)  # who waits is answered in full
    return sorted((hit.entry.id, hit.entry.notes, hit.count, sorted(hit.notes)) for hit in hits)


@settings(max_examples=15)
@given(st.data())
def test_several_folders_find_what_one_folder_with_all_of_it_finds(data: st.DataObject) -> None:
    with TemporaryDirectory() as place:
        folders = [Path(place) / name for name in ("egna", "väst", "nord")]
        names = ("Ekerö", "Norr", "Väst")
        groups = [Group(start=1_000_000 * number, name=name) for number, name in enumerate(names, 1)]
        for folder in folders:
            folder.mkdir()
        for group in groups:
            group.says(*data.draw(st.lists(texts, min_size=1, max_size=3)))
        for _ in range(data.draw(st.integers(3, 6))):
            which = data.draw(st.integers(0, 2))
            edit(groups[which], data)
            put(data.draw(st.sampled_from(folders)), groups[which].session, names[which], which + 1)
        expected = plain(_together(folders, Path(place) / "allt"))
        for index in (False, True):
            library = _over(folders, index=index)
            for asked in data.draw(st.lists(st.sampled_from(ASKED), min_size=2, max_size=4)):
                assert _found(library, asked) == _found(expected, asked)
            assert library.counts(("part", "kind")) == expected.counts(("part", "kind"))
            for key in data.draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3, unique=True)):
                assert library.values(key) == expected.values(key), key


def test_a_discussion_with_a_copy_in_another_folder_stands_once_by_the_file_in_the_first(
    tmp_path: Path,
) -> None:
    group = Group()
    group.says("fax")
    first, second = tmp_path / "egna", tmp_path / "stickan"
    first.mkdir()
    second.mkdir()
    mine = put(first, group.session, "Ekerö")
    group.says("köer", "1177")
    theirs = put(second, group.session, "Ekerö")
    (entry,) = _over([first, second], index=False).entries
    assert (entry.path, entry.also, entry.notes) == (mine, (theirs,), 3)
    held = look_into(entry.path, Places(first, None, [second]))
    assert sorted(texts_of(held.session)) == ["1177", "fax", "köer"]


def test_the_folder_is_named_by_the_end_of_its_path_that_no_other_has(tmp_path: Path) -> None:
    there = [tmp_path / "norr" / "sessions", tmp_path / "söder" / "sessions", tmp_path / "öst"]
    assert told_apart(there) == ["norr/sessions", "söder/sessions", "öst"]
    places = Places(there[0], None, there[1:])
    assert places.name_of(there[2] / "a.toml") == "öst"
    assert Places(there[0]).name_of(there[0] / "a.toml") == ""


def test_a_folder_that_is_given_twice_however_it_is_spelt_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "länk").symlink_to(tmp_path / "a")
    spelt = [tmp_path / "länk", tmp_path / "x" / ".." / "a", tmp_path / "b"]
    assert Places(tmp_path / "a", None, spelt).also == (tmp_path / "b",)


def test_what_lies_in_a_folder_belongs_there_with_the_refuge_of_that_folder(tmp_path: Path) -> None:
    places = Places(tmp_path / "a", tmp_path / "refuge", [tmp_path / "b"])
    home, other = places.homes
    assert places.home_of(tmp_path / "a" / "x.toml") == places.home_of(tmp_path / "refuge" / "x.toml") == home
    assert places.home_of(tmp_path / "b" / "x.toml") == other
    assert other.refuge
    assert other.refuge != home.refuge
    assert places.home_of(other.refuge / "x.toml") == other
    assert places.home_of(tmp_path / "c" / "x.toml") == (tmp_path / "c", home.refuge)
