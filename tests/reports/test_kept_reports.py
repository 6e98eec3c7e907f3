"""Whole reports of discussions, kept: for those who took part and for anybody, in both languages, full, begun, empty and without a workbook."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes, conclusions
from diskussion_tui.reports.compilation import Labels
from diskussion_tui.reports.compilation_layout import Layout
from diskussion_tui.reports.exporting import Export, made
from diskussion_tui.reports.profile import INTERNAL, PROFILES, carried, personal_in
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.texts import LANGUAGES, words
from tests.support.builders import NOON, Group, small_workbook
from tests.support.contested import contested
from tests.support.kept import page_looks_as_kept as _kept
from tests.support.reported import workbook
from tests.support.season import compilation

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import ConclusionKind


def evening() -> Group:
    """A discussion with all that a report can tell: people, hands few and many, conclusions of every sort, some of it personal."""
    group = contested()
    people = {"facilitator": "Maja Ek", "note_taker": "Bo Å", "participants": 7}
    group.does(changes.set_details, people)
    (few,) = group.says("Ring @Anna på 070-123 45 67 #fax", question="A.2", kind="nytt")
    (many,) = group.says("Maja Ek sade: fler tider", question="A.2", kind="nytt")
    (late,) = group.says("Nej", "Kanske", question="A.2", kind="bort")[1:]
    group.does(changes.support, few, 4)
    group.does(changes.support, many, 5)
    group.does(changes.withdraw, late)
    _concludes(group, "A: Ring alla @Anna senast 1/12", "åtgärd", few, many)
    _concludes(group, "A: Räkna faxen", "åtgärd")
    _concludes(group, "Fax är dyrt", "slutsats", few)
    _concludes(group, "A: Fler tider", "medskick")
    group.does(changes.word_dissent, many, "Inte alla vill det")
    return group


def _concludes(group: Group, said: str, sort: ConclusionKind, *notes: str) -> None:
    read = conclusions.read(said, sort, ("A",), NOON.date())
    group.does(conclusions.conclude, group.new_id(), sort, read, notes)


def _begun() -> Group:
    group = Group(name="Bara en bild")
    group.does(changes.set_verdict, "A.1", "ja")
    return group


def _concluded() -> Group:
    """Conclusions alone, under a part in which nothing was said."""
    group = Group(name="Bara slutsatser")
    _concludes(group, "A: Räkna faxen @Anna senast 1/12", "åtgärd")
    _concludes(group, "A: Fax är dyrt", "slutsats")
    return group


MADE = {"evening": evening, "begun": _begun, "concluded": _concluded, "empty": lambda: Group(name="")}


def _export(name: str, language: str, profile: str, *, book: bool = True) -> Export:
    """What a report of one of them is made of."""
    reason = "Alla har sagt ja" if profile == "publicera" else ""
    return Export(
        MADE[name]().session,
        small_workbook() if book else None,
        words(language),
        lambda one: Encoder().file(one),
        PROFILES[profile],
        reason=reason,
    )


@pytest.mark.parametrize(("wanted", "language"), [*product(("md", "csv", "ics"), LANGUAGES), ("json", "sv")])
@pytest.mark.parametrize("profile", list(PROFILES))
def test_a_full_report(wanted: str, profile: str, language: str) -> None:
    page = made(_export("evening", language, profile), wanted).decode().replace("\r", "")
    _kept(f"report-{wanted}-{profile}-{language}", page.splitlines())
    if profile == "publicera":
        assert not any(name in page for name in ("Maja", "Bo Å", "@Anna"))


@pytest.mark.parametrize("name", ["begun", "concluded", "empty"])
def test_of_a_discussion_with_little_in_it(name: str) -> None:
    pages = [made(_export(name, "sv", profile), "md").decode() for profile in PROFILES]
    _kept(f"report-md-{name}", "\n=\n".join(pages).splitlines())


def test_without_its_workbook_things_are_called_what_their_ids_say() -> None:
    pages = [
        made(_export("evening", "sv", "internt", book=False), wanted).decode() for wanted in ("md", "csv")
    ]
    _kept("report-bare", "\n=\n".join(pages).replace("\r", "").splitlines())


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_what_seems_to_be_personal_is_told_each_once_before_it_goes_out(profile) -> None:
    group = evening()
    group.says("070-123 45 67", "Ring 070-123 45 67 eller 070-123 45 67")
    found = personal_in(group.session, profile, "[namn]", NOON.date())
    assert len(found) == len(set(found))
    assert "070-123 45 67" in found
    assert ("Anna" in " ".join(found)) == (profile is INTERNAL)


def test_what_is_carried_along_is_counted() -> None:
    group = evening()
    told = carried(group.session)
    assert set(told.names) == {"Maja Ek", "Bo Å", "Anna"}
    before = (told.withdrawn, told.reworded)
    (note,) = group.says("fel")
    group.does(changes.revise, note, "rätt")
    assert (carried(group.session).withdrawn, carried(group.session).reworded) == (before[0], before[1] + 1)
    group.does(changes.withdraw, note)
    assert carried(group.session).withdrawn == before[0] + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_of_a_compilation_has_its_numbers_and_tones(language: str) -> None:
    """Piece by piece, so that a tone that goes astray is seen without a screen."""
    labels = Labels(compilation(), workbook(), words(language))
    rows: list[str] = []
    for table in compilation().tables.values():
        for width in (40, 80, 120):
            layout = Layout(compilation(), table, labels, words(language), width)
            rows += [f"==== {table.id} {width}", *map(repr, layout.head())]
            for line in table.lines[:2]:
                rows += [f"{one.tone}|{one.column}|{one.text}" for one in layout.line(line)]
    _kept(f"layout-{language}", rows)
