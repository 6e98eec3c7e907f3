"""A field that no module has ever heard of is masked, told, merged, found, written, printed and shown from its first day."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - the fields' types are read at run time
import json
from dataclasses import field, fields
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import pytest

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session import changes, masking, merging, parking
from diskussion_tui.domain.session.fields import Sort, declared, holds, told_plainly
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import Answer, Conclusion, Head, Note, Version
from diskussion_tui.domain.session.session import Change
from diskussion_tui.domain.story.diff import Deed, deeds_of
from diskussion_tui.domain.story.history import history_of
from diskussion_tui.reports.as_json import history_values, session_values
from diskussion_tui.reports.formats.text import text
from diskussion_tui.reports.history import history
from diskussion_tui.reports.report import report
from diskussion_tui.store.files import codec
from diskussion_tui.store.library.rows import rows_of
from diskussion_tui.texts import words
from diskussion_tui.tui.view import View
from diskussion_tui.tui.walk.pages import notes as pages
from tests.domain.session.test_fields import PHONE, TODAY, record_of
from tests.support.builders import NOON, Group, small_workbook
from tests.support.pages import answers, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

SV = words("sv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Later(Note):
    """A note as it may be one day: with a field of every sort, of which no module knows."""

    quote: str = field(default="", metadata=holds("words"))
    teller: str = field(default="", metadata=holds("name"))
    mood: str = field(default="", metadata=holds("choice"))
    weight: int = field(default=0, metadata=holds("counted"))
    urgent: bool = field(default=False, metadata=holds("flag"))
    spots: tuple[str, ...] = field(default=(), metadata=holds("place"))
    likewise: tuple[str, ...] = field(default=(), metadata=holds("reference"))
    day: dt.date | None = field(default=None, metadata=holds("moment"))
    heard: dt.datetime | None = field(default=None, metadata=holds("moment"))


class New(NamedTuple):
    """A field: what two notes hold, what one made of both does, and how that of the first is told and printed."""

    field: str
    one: Any
    other: Any
    both: Any
    told: Deed
    printed: str


NEW = (
    New("quote", "ja", "nej", "ja\nnej", Deed("field", None, "ja", "quote"), "Citat: ja"),
    New("teller", "Anna", "Anna", "Anna", Deed("field", None, "Anna", "teller"), "Sagt av: Anna"),
    New("mood", "glad", "arg", "", Deed("field", None, "glad", "mood"), "Stämning: glad"),
    New("weight", 2, 3, 5, Deed("field", None, 2, "weight"), "Tyngd: 2"),
    New("urgent", True, False, True, Deed("field", None, True, "urgent"), "Brådskande: ja"),
    New(
        "spots",
        ("a/Ek",),
        ("a/Ek", "Väg"),
        ("a/Ek", "Väg"),
        Deed("field", None, "a/Ek", "spots"),
        "Ställen: Ek",
    ),
    New("likewise", ("N1",), ("N2",), ("N1", "N2"), Deed("field", None, "N1", "likewise"), "Liknar: N1"),
    New("day", TODAY, TODAY, TODAY, Deed("field", None, "2026-05-12", "day"), "Dag: 2026-05-12"),
    New(
        "heard",
        NOON,
        NOON.replace(hour=13),
        None,
        Deed("field", None, "2026-05-12T12:00:00+02:00", "heard"),
        "Hört: 2026-05-12 12:00",
    ),
)
LABELS = (
    ("quote", "citat"),
    ("teller", "sagt av"),
    ("mood", "stämning"),
    ("weight", "tyngd"),
    ("urgent", "brådskande"),
    ("spots", "ställen"),
    ("likewise", "liknar"),
    ("day", "dag"),
    ("heard", "hört"),
)
every_new_field = pytest.mark.parametrize("new", NEW, ids=lambda new: new.field)


@pytest.fixture(autouse=True)
def _named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SV.fields, "labels", (*SV.fields.labels, *LABELS))


def _noting(*held: dict[str, Any]) -> Group:
    """A group with a note for each of some fields."""
    group = Group()
    group.says(*(f"fax {number}" for number, _ in enumerate(held)))
    bare = [one.name for one in fields(Note)]
    notes = [
        Later(**{name: getattr(note, name) for name in bare} | more)
        for note, more in zip(group.session.notes(), held, strict=True)
    ]
    group.session = session_of([group.session.head, *notes], group.session.frame)
    return group


def _notes(group: Group) -> list[Any]:
    return sorted(group.session.notes(), key=lambda note: note.id)


def test_there_is_a_new_field_of_every_sort() -> None:
    assert {is_.sort for is_ in declared(Later).values()} == {*get_args(Sort)}
    assert [new.field for new in NEW] == [
        name for name in told_plainly(Later) if name not in told_plainly(Note)
    ]


@every_new_field
def test_a_new_field_is_told_in_the_history(new: New) -> None:
    bare, full = record_of(Later), record_of(Later, rev=2, **{new.field: new.one})
    assert deeds_of(bare, full) == (new.told,)
    taken_back = Deed("field", new.told.after, None, new.field)
    assert deeds_of(full, record_of(Later, rev=3)) == (taken_back,)
    assert deeds_of(None, full) == (Deed("kept", None, "fax"), new.told)


@every_new_field
def test_a_new_field_is_told_in_words(new: New) -> None:
    group = _noting({new.field: new.one})
    entries = history_of(group.session)
    assert new.printed in history(group.session, entries, SV)
    json.dumps(history_values(group.session, entries))


def test_a_new_field_is_told_with_what_it_was_before() -> None:
    group = _noting({"teller": "Anna", "urgent": True})
    note = _notes(group)[0]
    group.session = fold(
        group.session, [changes.next_version(note, group.stamp(), teller="Bo", urgent=False)]
    )
    told = history(group.session, history_of(group.session)[-1:], SV)
    assert "Sagt av: Anna → Bo" in told
    assert "Brådskande: ja → –" in told


@every_new_field
def test_a_new_field_goes_into_a_merged_note(new: New, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "Note", Later)
    group = _noting({new.field: new.one}, {new.field: new.other})
    ids = [note.id for note in _notes(group)]
    made = merging.merge(group.session, group.stamp(), group.ids(), ids)
    assert isinstance(made, Change)
    assert getattr(made.versions[0], new.field) == new.both


@pytest.mark.parametrize("field", ["quote", "teller"])
def test_personal_data_in_a_new_field_is_found_and_masked(field: str) -> None:
    group = _noting({field: f"ring {PHONE}"})
    assert [(one.field, one.sorts) for one in masking.places_of(group.session, TODAY)] == [
        (field, ("phone",))
    ]
    keys = [(note.table, note.id) for note in _notes(group)]
    group.does(masking.mask, keys, {"phone": "telefonnummer"}, TODAY)
    assert [getattr(note, field) for note in _notes(group)] == ["ring [telefonnummer]"]


def test_words_of_a_new_field_are_found_by_the_search_and_nothing_else_is() -> None:
    group = _noting({new.field: new.one for new in NEW})
    assert [others for _, others in rows_of(group.session)] == [["ja"]]


@every_new_field
def test_a_new_field_is_printed_under_its_note_wherever_that_stands(new: New) -> None:
    group = _noting({new.field: new.one}, {}, {})
    first, *_ = (note.id for note in _notes(group))
    assert new.printed in plain(group.session, small_workbook(), SV)
    assert new.printed in answers(group.session, None, SV)
    assert new.printed in text(report(group.session, None, SV))
    merged, parked = Group(session=group.session, start=500), Group(session=group.session, start=500)
    merged.does(merging.merge, merged.ids(), [note.id for note in _notes(group)], [merging.Wish("ett")])
    assert new.printed in plain(merged.session, small_workbook(), SV)
    parked.does(parking.park, first)
    assert new.printed in plain(parked.session, small_workbook(), SV)


@every_new_field
def test_a_new_field_is_shown_under_its_note_on_the_screen(new: New, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "Note", Later)
    group = _noting({new.field: new.one})
    block = pages.note_stack(View(small_workbook(), group.session, SV, 60), _notes(group), 60).block(0)
    assert f"    {new.printed}" in ["".join(text for text, _ in row) for row in block.rows]


@every_new_field
def test_a_new_field_is_in_the_file_and_in_json(new: New, monkeypatch: pytest.MonkeyPatch) -> None:
    group = _noting({new.field: new.one})
    monkeypatch.setitem(codec._TABLES, "notes", Later)
    content = codec.read(codec.Encoder("anna").file(group.session))
    assert content.faults == ()
    assert getattr(session_of(content.versions).notes()[0], new.field) == new.one
    (note,) = json.loads(json.dumps(session_values(group.session)))["notes"]
    assert note[new.field] == (new.told.after if not isinstance(new.one, tuple) else [*new.one])


@pytest.mark.parametrize("kind", [Head, Answer, Conclusion], ids=lambda kind: kind.table)
def test_a_new_field_of_another_record_is_printed_too(kind: type[Version]) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Longer(kind):  # type: ignore[misc, valid-type]
        teller: str = field(default="", metadata=holds("name"))

    record = record_of(Longer, id="A.2", teller="Anna")
    session = session_of([record] if kind is Head else [record_of(Head), record])
    assert "Sagt av: Anna" in answers(session, None, SV)
    assert "Sagt av: Anna" in plain(session, small_workbook(), SV)
    assert "Sagt av: Anna" in text(report(session, None, SV))


def test_what_was_taken_back_does_not_come_back_with_the_next_verdict() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Longer(Answer):
        teller: str = field(default="", metadata=holds("name"))

    gone = record_of(Longer, id="A.1", teller="Anna", verdict="nej", gone=True)
    session = session_of([record_of(Head), gone])
    change = changes.set_verdict(session, changes.Stamp("d", NOON, "anna"), "A.1", "ja")
    assert change
    assert _said(change.versions[0]) == ("ja", "")


def _said(answer: Any) -> tuple[str, str]:
    return answer.verdict, answer.teller


def test_a_field_that_must_say_something_is_not_told_as_done_to_a_new_record() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Needing(Note):
        teller: str = field(metadata=holds("name"))

    assert deeds_of(None, record_of(Needing, teller="Anna")) == (Deed("added", None, "fax"),)


def test_a_field_that_is_given_is_not_told_as_done_to_a_new_record_but_when_it_is_altered() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Given(Note):
        teller: str = field(default="", metadata=holds("name", given=True))

    assert deeds_of(None, record_of(Given, teller="Anna")) == (Deed("added", None, "fax"),)
    assert _whats(deeds_of(record_of(Given), record_of(Given, rev=2, teller="Anna"))) == ["field"]


def test_a_field_with_a_deed_of_its_own_is_told_by_that_without_a_line_of_code() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Owned(Note):
        owner: str = field(default="", metadata=holds("name", "owner"))
        done: bool = field(default=False, metadata=holds("flag", "done", off="undone_action"))

    bare, full = record_of(Owned), record_of(Owned, rev=2, owner="Anna", done=True, star=True)
    assert deeds_of(bare, full) == (Deed("starred"), Deed("owner", None, "Anna"), Deed("done"))
    assert _whats(deeds_of(full, bare)) == ["unstarred", "owner", "undone_action"]


def _whats(deeds: Iterable[Deed]) -> list[str]:
    return [deed.what for deed in deeds]
