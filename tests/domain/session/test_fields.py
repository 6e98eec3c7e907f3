"""A field of a record says what it is, and from then on it is masked, told, merged, found and printed."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, get_args

import pytest

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session import changes, masking, merging
from diskussion_tui.domain.session import fields as said
from diskussion_tui.domain.session.fields import Is, declared, told_plainly
from diskussion_tui.domain.session.fold import fold
from diskussion_tui.domain.session.records import RECORDS, Note, Version
from diskussion_tui.domain.session.session import Change
from diskussion_tui.domain.story.diff import What, deeds_of
from diskussion_tui.reports.plain import plain
from diskussion_tui.store.library.rows import rows_of
from diskussion_tui.texts import LANGUAGES, words
from tests.support.builders import Group, small_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = dt.date(2026, 5, 12)
NO_DEED = {"draft", "clock"}
"""Drafts and clocks are no steps that a history tells of."""
LABELS = {"speaker": "Sagt av", "quote": "Citat", "weight": "Tyngd"}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_every_field_of_every_record_says_what_it_is(kind: type[Version]) -> None:
    silent = [one.name for one in fields(kind) if one.name not in declared(kind)]
    assert silent == [], (
        f"{kind.__name__}.{silent} says nothing of itself. Declare it in domain/session/records.py as "
        f'`Annotated[str, Is("words")]`, with one of {get_args(said.Sort)}; domain/session/fields.py says what '
        "each of them means. Without a deed it also wants a label in texts/*/history.py, and in any case a row in docs/format.md."
    )


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_every_deed_that_a_field_names_is_one_that_the_history_tells(kind: type[Version]) -> None:
    named = {is_.deed for is_ in declared(kind).values() if is_.deed}
    assert named <= {*get_args(What), *NO_DEED}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_every_field_that_nobody_knows_by_name_has_a_label(kind: type[Version], language: str) -> None:
    assert set(told_plainly(kind)) <= dict(words(language).history.labels).keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Note):
    """A note as it may be one day: with fields that no module has ever heard of."""

    speaker: Annotated[str, Is("name")] = ""
    quote: Annotated[str, Is("words")] = ""
    weight: Annotated[int, Is("counted")] = 0


@pytest.fixture
def group() -> Group:
    """A group with two notes that have such fields."""
    group = Group()
    group.says("Fax mellan sjukhus", "Faxen mellan sjukhusen")
    quoted = [
        _as_quoted(note, quote=f"ring {number}", speaker="Anna", weight=number)
        for number, note in zip(("070-123 45 67", "08-123 456 78"), group.session.notes(), strict=True)
        for number in [number]
    ]
    group.session = fold(group.session, quoted)
    return group


def _as_quoted(note: Note, **more: object) -> Quoted:
    values = {one.name: getattr(note, one.name) for one in fields(note)}
    values |= more | {"rev": note.rev + 1, "weight": len(str(more.get("weight", "")))}
    return Quoted(**values)


def _notes(group: Group) -> list[Quoted]:
    return [note for note in group.session.notes() if isinstance(note, Quoted)]


def test_words_of_a_new_field_are_looked_through_for_personal_data_and_masked(group: Group) -> None:
    found = {(place.field, place.sorts) for place in masking.places_of(group.session, TODAY)}
    assert found == {("quote", ("phone",))}
    keys = [(note.table, note.id) for note in _notes(group)]
    group.does(masking.mask, keys, {"phone": "telefonnummer"}, TODAY)
    assert [note.quote for note in _notes(group)] == ["ring [telefonnummer]"] * 2


def test_a_new_field_is_told_in_the_history_with_what_it_was_before(group: Group) -> None:
    note = _notes(group)[0]
    later = changes.next_version(note, group.stamp(), speaker="Bo")
    (deed,) = deeds_of(note, later)
    assert (deed.what, deed.detail, deed.before, deed.after) == ("field", "speaker", "Anna", "Bo")
    assert ("field", "quote") in [(deed.what, deed.detail) for deed in deeds_of(None, note)]


def test_a_new_field_goes_into_a_merged_note(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "Note", Quoted)
    first, second = _notes(group)
    made = merging.merge(group.session, group.stamp(), group.ids(), [first.id, second.id])
    assert isinstance(made, Change)
    merged = made.versions[0]
    assert isinstance(merged, Quoted)
    assert (merged.quote, merged.speaker) == ("ring 070-123 45 67\nring 08-123 456 78", "Anna")
    assert merged.weight == first.weight + second.weight


def test_words_of_a_new_field_are_found_by_the_search(group: Group) -> None:
    assert [others for _, others in rows_of(group.session)] == [
        ["ring 070-123 45 67"],
        ["ring 08-123 456 78"],
    ]


def test_a_new_field_is_printed_under_its_note(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    swedish = words("sv")
    monkeypatch.setitem(vars(swedish.history), "labels", tuple(LABELS.items()))
    printed = "\n".join(_printed(group, swedish))
    assert "Sagt av: Anna" in printed
    assert "Citat: ring 070-123 45 67" in printed


def _printed(group: Group, texts: object) -> Iterator[str]:
    return iter(plain(group.session, small_workbook(), texts, 80).splitlines())  # type: ignore[arg-type]
