"""Compilations of a folder: found again under their names, counted anew, kept once, and never another's."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.codebook import make
from diskussion_tui.store.files.places import Places
from diskussion_tui.store.session.identity import identity
from diskussion_tui.workshop.coding import Desk
from diskussion_tui.workshop.compiling import (
    FILE,
    Compilations,
    NameTakenError,
    NoSuchCompilationError,
    UnnamedError,
    UnreadableCompilationError,
    WrongQueryError,
    write_report,
)
from tests.support.builders import FixedClock
from tests.support.coder import deciding
from tests.support.spring import EVENINGS, spring

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.workshop.compiling import Made


class Analyst:
    """Somebody who compiles what a folder holds. `beats` is how often they saw that reading goes on."""

    def __init__(self, folder: Path, *also: Path) -> None:
        self.folder = folder
        self.clock = FixedClock()
        self.beats = 0
        self.compiles = Compilations(Places(folder, None, also), self.clock, beat=self._beat)

    def _beat(self) -> None:
        self.beats += 1

    def theme(self, made: Made, note: str) -> None:
        """Put a note of a compilation under a new theme *Fax*."""
        desk = Desk.at(made.folder, "maja", now=self.clock)
        fresh = desk.new_id()
        desk.do(lambda coding, stamp: make(coding.book, stamp, fresh, "Fax"))
        desk.do(lambda coding, stamp: deciding("maja", note, fresh, coding, stamp))
        assert desk.close() == ""


@pytest.fixture(scope="module")
def evenings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("våren") / "diskussioner"
    spring(folder)
    return folder


@pytest.fixture
def maja(evenings: Path, tmp_path: Path) -> Analyst:
    shutil.copytree(evenings, tmp_path / "diskussioner")
    return Analyst(tmp_path / "diskussioner")


def _names(made: Made) -> list[str]:
    return [made.of.discussions[one].name for one in made.of.order]


def test_every_discussion_is_counted_and_found_again_where_it_lies(maja: Analyst) -> None:
    made = maja.compiles.make("Våren 2026")
    assert _names(made) == [name for name, _ in EVENINGS]
    assert (made.files, made.missing.unread, made.away) == (6, (), 0)
    assert sorted(made.paths) == sorted(made.of.discussions)
    assert all(path.parent == maja.folder for path in made.paths.values())
    assert made.moved.same
    assert made.folder == maja.folder / "sammanstallning" / "Våren-2026"
    assert made.kept.created_at == made.kept.counted_at == maja.clock.at.replace(microsecond=0)


def test_it_is_seen_how_far_reading_has_come_and_never_further_than_there_is(maja: Analyst) -> None:
    maja.compiles.make("Våren")
    assert (maja.compiles.read_so_far, maja.compiles.to_read) == (6, 6)
    assert maja.beats >= 6
    maja.compiles._told()
    assert (maja.compiles.read_so_far, maja.compiles.to_read) == (6, 6)


def test_a_name_is_found_however_it_is_written_and_also_by_its_folder(maja: Analyst) -> None:
    maja.compiles.make("Våren: 2026")
    maja.compiles.make("Akut")
    for wanted in ("våren: 2026", " VÅREN:  2026 ", "våren-2026"):
        assert maja.compiles.find(wanted).name == "Våren: 2026"
    with pytest.raises(NoSuchCompilationError) as refused:
        maja.compiles.find("Hösten")
    assert refused.value.near == ("Akut", "Våren: 2026")
    assert [one.name for one in maja.compiles.listed()] == ["Akut", "Våren: 2026"]


def test_a_free_name_is_the_wanted_one_or_that_with_the_first_number_that_is_free(maja: Analyst) -> None:
    assert maja.compiles.free_name("Våren") == "Våren"
    maja.compiles.make("våren")
    assert maja.compiles.free_name("Våren") == "Våren 2"
    maja.compiles.make("Våren 2")
    assert maja.compiles.free_name("Våren") == "Våren 3"


def test_whoever_makes_it_stands_in_it_by_name_or_else_as_they_write_here(maja: Analyst) -> None:
    assert maja.compiles.make("Ett", by=" Maja  Ek ").kept.created_by == "Maja Ek"
    assert maja.compiles.make("Två").kept.created_by == identity().writer


def test_made_again_it_keeps_its_query_its_maker_and_its_beginning(maja: Analyst) -> None:
    first = maja.compiles.make("Fax", "  fax   AND sjukhus ", by="Maja")
    assert first.kept.query == "fax AND sjukhus"
    maja.clock.passes(hours=2)
    again = maja.compiles.make("fax", by="Bo")
    assert again.kept == first.kept  # nothing has moved, so nothing is written, not even the hour
    other = maja.compiles.make("Fax", "vårdcentral")
    assert (other.kept.query, other.kept.created_by) == ("vårdcentral", "Maja")
    assert other.kept.created_at < other.kept.counted_at
    assert other.folder == first.folder


def test_a_compilation_of_chosen_discussions_knows_no_others_and_names_no_unread_ones(maja: Analyst) -> None:
    every = maja.compiles.make("Alla")
    chosen = every.of.order[2], every.of.order[0]
    (maja.folder / "trasig.toml").write_text('format = "diskussion"\nid = [', encoding="utf-8")
    made = maja.compiles.make("Två", "", only=(*chosen, chosen[0]))
    assert made.kept.only == tuple(sorted(chosen))
    assert sorted(made.of.order) == sorted(made.paths) == sorted(chosen)
    assert (made.files, made.missing.unread) == (2, ())
    assert maja.compiles.verify("Två").moved.same
    assert maja.compiles.verify("Alla").missing.unread == ("trasig.toml",)
    assert maja.compiles.verify("Alla").files == 7


def test_only_of_the_chosen_ones_is_it_told_that_they_could_not_be_read_whole(maja: Analyst) -> None:
    every = maja.compiles.make("Alla")
    one, other = every.of.order[:2]
    for damaged in (one, other):
        with every.paths[damaged].open("a", encoding="utf-8") as file:
            file.write("\n[[notes]]\nid = \n")
    names = [every.paths[damaged].name for damaged in (one, other)]
    assert maja.compiles.make("En", "", only=(one,)).missing.partly == (names[0],)
    assert maja.compiles.verify("Alla").missing.partly == tuple(sorted(names))


def test_other_folders_are_counted_too_and_one_that_is_away_is_told_of(
    evenings: Path, tmp_path: Path
) -> None:
    maja = Analyst(tmp_path / "egna", evenings, tmp_path / "borta")
    made = maja.compiles.make("Våren")
    assert _names(made) == [name for name, _ in EVENINGS]
    assert made.away == 1
    assert made.folder.is_relative_to(tmp_path / "egna")


def test_what_is_asked_wrong_is_told_from_where_it_is_wrong(maja: Analyst) -> None:
    with pytest.raises(WrongQueryError) as refused:
        maja.compiles.make("Fel", "fax typ:drömmar")
    assert refused.value.given == "typ:drömmar"
    assert maja.compiles.listed() == ()


@pytest.mark.parametrize("name", ["", "///", " . "])
def test_a_name_that_no_folder_can_have_is_refused(maja: Analyst, name: str) -> None:
    with pytest.raises(UnnamedError):
        maja.compiles.make(name)
    assert maja.compiles.listed() == ()


def test_a_name_whose_folder_is_anothers_is_refused_and_that_one_is_told(maja: Analyst) -> None:
    maja.compiles.make("Våren: 2026")
    with pytest.raises(NameTakenError) as refused:
        maja.compiles.make("Våren? 2026")
    assert refused.value.other == "Våren: 2026"


def test_what_cannot_be_taken_in_is_listed_by_its_folder_and_neither_counted_nor_written(
    maja: Analyst,
) -> None:
    path = maja.compiles.make("Våren").folder / FILE
    path.write_bytes(b"schema_version = 1\n[compilation]\nname = 7\n")
    (one,) = maja.compiles.listed()
    assert (one.name, one.kept, bool(one.faults)) == ("Våren", None, True)
    for attempt in (maja.compiles.make, maja.compiles.verify):
        with pytest.raises(UnreadableCompilationError) as refused:
            attempt("Våren")
        assert refused.value.faults == one.faults
    assert path.read_bytes() == b"schema_version = 1\n[compilation]\nname = 7\n"


def test_a_folder_that_holds_no_compilation_is_none_and_one_that_cannot_be_read_says_why(
    maja: Analyst,
) -> None:
    made = maja.compiles.make("Våren")
    (made.folder.parent / "tom").mkdir()
    (made.folder.parent / "stängd" / FILE).mkdir(parents=True)
    found = {one.name: [fault.code for fault in one.faults] for one in maja.compiles.listed()}
    assert found == {"Våren": [], "stängd": ["unread"]}


def test_what_has_moved_is_told_until_it_is_kept(maja: Analyst) -> None:
    made = maja.compiles.make("Våren")
    gone = made.of.order[-1]
    made.paths[gone].unlink()
    maja.clock.passes(days=1)
    counted = maja.compiles.verify("Våren")
    assert [one.id for one in counted.moved.gone] == [gone]
    assert counted.moved.numbers
    assert maja.compiles.find("Våren").kept == made.kept
    kept = maja.compiles.keep(counted)
    assert kept.moved.same
    assert kept.kept.counted_at == maja.clock.at
    assert maja.compiles.verify("Våren").moved.same


def test_the_analysts_own_words_are_kept_and_nothing_else_of_what_they_had_before_them(
    maja: Analyst,
) -> None:
    made = maja.compiles.make("Våren")
    written = replace(made, kept=replace(made.kept, text="Fler vill ha fast kontakt."))
    maja.compiles.make("Våren", "fax")  # a colleague asks otherwise meanwhile
    maja.compiles.rewrite(written)
    now = maja.compiles.find("Våren").kept
    assert now
    assert (now.text, now.query) == ("Fler vill ha fast kontakt.", "fax")
    (made.folder / FILE).unlink()
    maja.compiles.rewrite(written)
    assert maja.compiles.find("Våren").kept == written.kept


def test_a_query_for_a_theme_goes_by_what_was_coded_in_this_compilation(maja: Analyst) -> None:
    made = maja.compiles.make("Våren")
    note = next(one for one in made.of.notes.values() if "fax" in one.text)
    maja.theme(made, note.id)
    coded = maja.compiles.make("Våren", "tema:Fax")
    assert [one.id for one in coded.of.notes.values()] == [note.id]
    assert coded.of.order == (note.discussion.id,)
    assert maja.compiles.make("Annan", "tema:Fax").of.order == ()


def test_a_report_lies_beside_it_under_its_name_and_takes_the_place_of_the_one_before(maja: Analyst) -> None:
    made = maja.compiles.make("Våren 2026")
    assert write_report(made, "txt", b"ett") == write_report(made, "txt", b"tre")
    assert [(one.name, one.read_bytes()) for one in made.folder.glob("*.txt")] == [("Våren-2026.txt", b"tre")]
