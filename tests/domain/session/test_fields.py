"""A field of a record says what it is, and from then on it is masked, told, merged, found, written, printed and shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, Field, fields
from typing import Any, get_args, get_type_hints

import pytest

from diskussion_tui.domain.session import changes, masking
from diskussion_tui.domain.session import fields as said
from diskussion_tui.domain.session.fields import declared, fields_of, told_plainly
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import (
    RECORDS,
    Answer,
    Conclusion,
    Draft,
    Head,
    Note,
    Planned,
    Purge,
    Round,
    Version,
    Vote,
    is_removed,
    removals_among,
)
from diskussion_tui.domain.story.diff import What, deeds_of
from diskussion_tui.reports.fields import label_of
from diskussion_tui.texts import LANGUAGES, words
from tests.support.builders import NOON
from tests.support.pages import answers

TODAY = dt.date(2026, 5, 12)
PHONE = "070-123 45 67"
SV = words("sv")

HOW_TO = """{kind}.{field} says nothing of itself. Declare it in domain/session/records.py as one of

    # what somebody said or wrote: masked, found by search
    {field}: str = field(default="", metadata=holds("words"))
    # what somebody or something is called: masked
    {field}: str = field(default="", metadata=holds("name"))
    # one of what the workbook or the program offers
    {field}: str = field(default="", metadata=holds("choice"))
    # how many
    {field}: int = field(default=0, metadata=holds("counted"))
    # on or off
    {field}: bool = field(default=False, metadata=holds("flag"))
    # cells of the compass
    {field}: tuple[str, ...] = field(default=(), metadata=holds("place"))
    # ids of other records
    {field}: tuple[str, ...] = field(default=(), metadata=holds("reference"))
    # a day or a point in time
    {field}: dt.date | None = field(default=None, metadata=holds("moment"))

with a label in texts/sv/fields.py and texts/en/fields.py and a row in docs/format.md. domain/session/fields.py says what each
sort means. A field that has sentences of its own in the history names them: holds("flag", "starred", off="unstarred")."""


# ---- what is declared ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_every_field_of_every_record_says_what_it_is(kind: type[Version]) -> None:
    for one in fields(kind):
        assert one.name in declared(kind), HOW_TO.format(kind=kind.__name__, field=one.name)


def test_every_sort_is_offered_to_whoever_forgot_it() -> None:
    assert {sort for sort in get_args(said.Sort) if f'holds("{sort}")' in HOW_TO} == {
        *get_args(said.Sort)
    } - {"bookkeeping"}


def test_every_sort_has_its_row_where_sorts_are_explained() -> None:
    assert [sort for sort in get_args(said.Sort) if f"| {sort} |" not in (said.__doc__ or "")] == []


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_only_what_every_version_carries_is_bookkeeping(kind: type[Version]) -> None:
    assert set(fields_of(kind, "bookkeeping")) == {one.name for one in fields(Version)}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_every_deed_that_a_field_names_is_one_that_the_history_tells(kind: type[Version]) -> None:
    named = {deed for is_ in declared(kind).values() for deed in (is_.deed, is_.off) if deed}
    assert named <= {*get_args(What)} - {"field"}


PRINTED = (Head, Answer, Note, Conclusion)
"""What `show` prints whole."""
NO_STORY = (Draft, *(kind for kind in RECORDS if kind.table == "clock"))
"""What is half typed and time that has passed are in no report and no history."""


@pytest.mark.parametrize("kind", [kind for kind in RECORDS if kind not in (*PRINTED, *NO_STORY)])
def test_a_field_of_a_record_that_no_page_prints_whole_has_a_place_of_its_own(kind: type[Version]) -> None:
    assert told_plainly(kind) == (), (
        "give it a deed, and a place in reports/rounds.py or reports/run_of_show.py"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PRINTED, ids=lambda kind: kind.table)
def test_every_field_that_nobody_knows_by_name_has_a_label(kind: type[Version], language: str) -> None:
    silent = [name for name in told_plainly(kind) if name not in dict(words(language).fields.labels)]
    assert silent == [], f"say in texts/{language}/fields.py what {silent} is called"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_has_a_label_of_another(language: str) -> None:
    labels = dict(words(language).fields.labels)
    assert set(labels) <= {one.name for kind in RECORDS for one in fields(kind)}
    assert len(set(labels.values())) == len(labels)
    assert label_of("place", words(language)) == words(language).terms.place


# ---- the fields there are --------------------------------------------------------------------------------------------


OWN_WORDS: dict[type[Version], set[str]] = {
    Head: {"name", "place", "facilitator", "note_taker"},
    Note: {"text", "objection", "group"},
    Answer: {"wording"},
    Planned: {"name"},
    Conclusion: {"text", "owner"},
    Draft: {"text", "edited", "group"},
}
"""What people write or say themselves, listed once more: what a field is must not become something else by a slip."""
REQUIRED: dict[str, Any] = {
    "name": "Ekerö",
    "date": TODAY,
    "workbook": "parken",
    "workbook_version": 1,
    "question": "A.2",
    "text": "fax",
    "minutes": 5,
    "behaviour": "fast",
    "section": "A",
    "method": "prickar",
    "round": "r",
    "note": "n",
    "points": 1,
    "kind": "åtgärd",
    "step": "A.2",
}


def record_of(kind: type[Version], /, **more: Any) -> Any:
    """A record of a sort, with as little in it as it must have."""
    needed = {
        one.name: REQUIRED[one.name]
        for one in fields(kind)
        if one.name in REQUIRED and one.default is MISSING
    }
    carried: dict[str, Any] = {"id": "x", "change": "c", "writer": "anna", "at": NOON}
    return kind(**carried | needed | more)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
def test_the_fields_that_hold_peoples_own_words_are_still_said_to(kind: type[Version]) -> None:
    assert OWN_WORDS.get(kind, set()) <= set(fields_of(kind, "words", "name"))


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, name) for kind in RECORDS for name in fields_of(kind, "words", "name")],
    ids=lambda one: one if isinstance(one, str) else one.table,
)
def test_personal_data_is_found_in_every_field_that_people_write_and_masked(
    kind: type[Version], field: str
) -> None:
    record = record_of(kind, **{field: f"ring {PHONE}"})
    session = session_of([record] if kind is Head else [record_of(Head, id="head"), record])
    (place,) = masking.places_of(session, TODAY)
    where = "draft" if kind is Draft else "now"
    assert (place.key, place.field, place.where) == ((kind.table, "x"), field, where)
    stamp = changes.Stamp("d", NOON, "anna")
    change = masking.mask(session, stamp, [place.key], dict(SV.personal.names), TODAY)
    if kind is Draft:
        assert change is None
    else:
        assert change
        assert getattr(change.versions[0], field) == "ring [telefonnummer]"


def _other(field: Field[Any], kind: type[Version]) -> Any:
    """Something else than what a field holds where nothing was said."""
    hint = get_type_hints(kind)[field.name]
    if field.name in {"since", "ends"}:
        return NOON
    if field.name in {"date", "due"}:
        return TODAY.replace(year=2030)
    offered = [one for one in get_args(hint) if isinstance(one, str)]
    if offered:
        return next(one for one in offered if one not in (field.default, REQUIRED.get(field.name)))
    return {str: "annat", int: 3, bool: True}.get(hint, ("a/Ek",))


STAYS = {("plan", "before"), ("rounds", "section"), ("votes", "note"), ("votes", "round")}
"""What never changes in a record, and is told by where its line stands."""


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (kind, one)
        for kind in RECORDS
        if kind not in NO_STORY
        for one in fields(kind)
        if one.name not in fields_of(kind, "bookkeeping") and (kind.table, one.name) not in STAYS
    ],
    ids=lambda one: one.name if isinstance(one, Field) else one.table,
)
def test_every_field_that_is_set_is_told(kind: type[Version], field: Field[Any]) -> None:
    """Whether a record is made with it, or gets it later."""
    also = {"dissent": True} if field.name == "objection" else {}
    before = record_of(kind, **also)
    after = record_of(kind, rev=2, **also, **{field.name: _other(field, kind)})
    made = record_of(kind, **also, **{field.name: _other(field, kind)})
    assert deeds_of(before, after) or deeds_of(None, made) != deeds_of(None, before)
    if kind not in (Round, Vote, Planned):
        assert deeds_of(before, after), "set later, it is not told"


ELSEWHERE = {
    ("session", "workbook_version"): "only matters to whoever reads the file",
    ("session", "ends"): "the run of show",
    ("notes", "group"): "the screen",
    ("notes", "merged_into"): "the note it was merged into",
}
"""Where a field is told that reports do not print."""


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (kind, one)
        for kind in PRINTED
        for one in fields(kind)
        if one.name not in fields_of(kind, "bookkeeping") and (kind.table, one.name) not in ELSEWHERE
    ],
    ids=lambda one: one.name if isinstance(one, Field) else one.table,
)
def test_every_field_that_is_set_is_printed(kind: type[Version], field: Field[Any]) -> None:
    also = {"dissent": True} if field.name == "objection" else {}
    printed = {
        answers(session_of([one] if kind is Head else [record_of(Head), one]), None, SV)
        for one in (
            record_of(kind, id="A.2", **also),
            record_of(kind, id="A.2", **also, **{field.name: _other(field, kind)}),
        )
    }
    assert len(printed) == 2, (
        f"{field.name} has a deed of its own, and no page prints it: see reports/parts.py"
    )


@pytest.mark.parametrize(
    ("kind", "given", "deeds"),
    [
        (Note, {"kind": "bort", "group": "Bord 2"}, ["added"]),
        (Note, {"kind": "bort", "star": True}, ["added", "starred"]),
        (Conclusion, {"section": "A", "notes": ("n", "m")}, ["concluded"]),
        (Conclusion, {"section": "A", "done": True}, ["concluded", "done"]),
        (Round, {"each": 3}, ["round_begun"]),
    ],
)
def test_what_is_said_as_a_record_is_made_is_not_told_once_more_as_done_to_it(
    kind: type[Version], given: dict[str, object], deeds: list[str]
) -> None:
    assert [deed.what for deed in deeds_of(None, record_of(kind, **given))] == deeds


def test_a_removal_takes_what_it_names_and_of_a_discussion_only_what_it_said_before() -> None:
    removals = removals_among(
        [
            Purge(id="n", change="c", writer="anna", at=NOON),
            *(Purge(id="s", rev=rev, change="c", writer="anna", at=NOON) for rev in (2, 5, 3)),
            record_of(Note, id="m"),
        ]
    )
    assert removals == {"n": 1, "s": 5}
    assert is_removed(record_of(Note, id="n"), removals)
    assert is_removed(record_of(Conclusion, id="n", rev=9), removals)
    assert not is_removed(record_of(Note, id="m"), removals)
    assert not is_removed(record_of(Vote, id="n"), removals)
    assert [is_removed(record_of(Head, id="s", rev=rev), removals) for rev in (4, 5, 6)] == [
        True,
        False,
        False,
    ]
