"""Saved searches, and the themes that a search goes by where no compilation is open."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.codebook import make, merge, withdraw
from diskussion_tui.domain.analysis.coding import decide
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.said import Discussion, Said
from diskussion_tui.workshop.coding import Desk
from diskussion_tui.workshop.searches import (
    Search,
    UnreadableSearchesError,
    named,
    save,
    saved,
    searches_path,
)
from diskussion_tui.workshop.themes import themes_for
from tests.support.builders import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.analysis.query.query import Query

EVERY = (Search("fax i våras", "fax"), Search("faxar", "fax*"), Search("Köer", "kö"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Köer", "Köer"),
        (" KÖER ", "Köer"),
        ("kö", "Köer"),
        ("fax i", "fax i våras"),
        ("fax", None),  # two begin so
        ("faxar", "faxar"),
        ("", None),
        ("remiss", None),
    ],
)
def test_a_search_is_found_by_its_name_or_by_how_it_alone_begins(wanted: str, found: str | None) -> None:
    one = named(wanted, EVERY)
    assert (one.name if one else None) == found


def test_a_name_that_others_begin_with_is_its_own() -> None:
    assert named("fax", (*EVERY, Search("Fax", "telefax"))) == Search("Fax", "telefax")
    assert named("köer", (Search("Köer", "kö"),)) == Search("Köer", "kö")


def test_a_search_is_saved_replaced_and_forgotten() -> None:
    assert saved() == ()
    save("Fax", "fax")
    save(" Köer ", " kö  län ")
    save("FAX", "telefax")
    assert saved() == (Search("Köer", "kö län"), Search("FAX", "telefax"))
    save("köer", "")
    assert saved() == (Search("FAX", "telefax"),)


def test_a_file_that_holds_no_searches_is_left_as_it_is() -> None:
    save("Fax", "fax")
    searches_path().write_text("searches = 7\n[", encoding="utf-8")
    for attempt in (saved, lambda: save("Köer", "kö")):
        with pytest.raises(UnreadableSearchesError):
            attempt()
    assert searches_path().read_text(encoding="utf-8") == "searches = 7\n["


def _query(text: str) -> Query:
    found = parse(text)
    assert found.query
    return found.query


def _said(note: str) -> Said:
    return Said(Discussion("D", "Ekerö", dt.date(2026, 5, 12)), note, "A.2", "", "fax")


class Compilation:
    """One compilation that is coded."""

    def __init__(self, sessions: Path, name: str) -> None:
        self.folder = sessions / "sammanstallning" / name

    def codes(self, note: str, *themes: str) -> tuple[str, ...]:
        """Put a note under new themes; the ids of those."""
        desk = Desk.at(self.folder, "maja", now=FixedClock())
        ids = tuple(desk.new_id() for _ in themes)
        for one, name in zip(ids, themes, strict=True):
            desk.do(lambda coding, stamp, one=one, name=name: make(coding.book, stamp, one, name))
        desk.do(lambda coding, stamp: decide(coding, stamp, "maja", [note], ids))
        assert desk.close() == ""
        return ids

    def does(self, change, *given: str) -> None:
        desk = Desk.at(self.folder, "maja", now=FixedClock())
        desk.do(lambda coding, stamp: change(coding.book, stamp, *given))
        assert desk.close() == ""


def test_where_no_theme_is_asked_for_no_compilation_is_looked_into(tmp_path: Path) -> None:
    assert themes_for(_query("fax eller kö"), [tmp_path]) is None
    assert themes_for(_query("fråga:A.2 -slag:bort"), [tmp_path]) is None


@pytest.mark.parametrize("asked", ["tema:fax", "-tema:fax", "kö tema:fax"])
def test_a_note_has_the_themes_of_every_compilation_by_name_and_by_id(tmp_path: Path, asked: str) -> None:
    one = Compilation(tmp_path / "a", "våren").codes("N1", "Fax", "Väntan")
    other = Compilation(tmp_path / "b", "hösten").codes("N1", "Teknik")
    themes = themes_for(_query(asked), [tmp_path / "a", tmp_path / "borta", tmp_path / "b"])
    assert themes
    assert list(themes(_said("N1"))) == ["Fax", one[0], "Väntan", one[1], "Teknik", *other]
    assert list(themes(_said("N2"))) == []


def test_what_was_coded_since_is_found_and_a_theme_that_is_withdrawn_or_merged_counts_as_it_stands(
    tmp_path: Path,
) -> None:
    spring = Compilation(tmp_path, "våren")
    fax, wait = spring.codes("N1", "Fax", "Väntan")
    query = _query("tema:fax")
    asked = themes_for(query, [tmp_path])
    assert asked
    assert list(asked(_said("N1"))) == ["Fax", fax, "Väntan", wait]
    spring.does(withdraw, wait)
    asked = themes_for(query, [tmp_path])
    assert asked
    assert list(asked(_said("N1"))) == ["Fax", fax]
    (other,) = spring.codes("N2", "Teknik")
    spring.does(merge, fax, other)
    asked = themes_for(query, [tmp_path])
    assert asked
    assert list(asked(_said("N1"))) == ["Teknik", other]


def test_a_compilation_that_cannot_be_read_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diskussion_tui.workshop import themes as module

    for name in ("en", "två"):
        Compilation(tmp_path, name).codes("N1", name)
    real = module.read_coding

    def reading(folder: Path):
        if folder.name == "en":
            raise PermissionError(13, "no")
        return real(folder)

    monkeypatch.setattr(module, "read_coding", reading)
    asked = themes_for(_query("tema:två"), [tmp_path])
    assert asked
    assert next(iter(asked(_said("N1")))) == "två"
