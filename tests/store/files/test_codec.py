"""The session file: what is written is read back, and what is damaged costs only what is damaged."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base import toml
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.fold import fold, session_of
from diskussion_tui.domain.session.records import Head, Note
from diskussion_tui.store.files.codec import Encoder, read
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.texts import words
from tests.support.builders import Group, every_version, texts_of
from tests.support.hostile import PIECES, Evening, evenings

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Session


def _written(session: Session) -> bytes:
    return Encoder().file(session)


def _evening() -> Group:
    group = Group()
    fax, _ = group.says("Fax mellan sjukhus\noch kommun", "Dubbla remisser", kind="bort")
    group.does(changes.revise, fax, 'Faxen "bort"\npå \\riktigt\\')
    group.does(changes.set_verdict, "A.1", "ja")
    group.says("[[notes]] inom klamrar\n[session]", question="A.1")
    group.says("Hemsjukvård 👩‍👩‍👧‍👦", kind="nytt")
    draft = changes.draft(group.session, group.stamp(), "A.2", "", "halv")
    group.session = fold(group.session, (draft,))
    return group


# Round trip


@given(evenings())
def test_every_discussion_is_read_back_as_it_was_written(evening: Evening):
    found = read(_written(evening.session))
    assert found.faults == ()
    assert set(found.versions) == set(every_version(evening.session))
    again = session_of(found.versions, found.frame)
    assert again == evening.session


@given(evenings(), st.randoms(use_true_random=False))
def test_the_same_versions_give_the_same_bytes_in_whatever_order_they_came(evening: Evening, chance):
    versions = list(every_version(evening.session))
    chance.shuffle(versions)
    shuffled = session_of(versions, evening.session.frame)
    written = _written(evening.session)
    assert _written(shuffled) == written
    found = read(written)
    assert _written(session_of(found.versions, found.frame)) == written


@given(evenings())
def test_a_writer_that_remembers_its_blocks_writes_what_a_new_one_writes(evening: Evening):
    encoder = Encoder()
    first, *rest = evening.changes
    session = session_of(first.versions)
    for change in rest:
        session = fold(session, change.versions)
        assert encoder.file(session) == _written(session)


@pytest.mark.parametrize("piece", PIECES)
def test_each_hostile_text_is_kept_alone_in_the_middle_and_over_lines(piece: str):
    group = Group()
    group.says(f"a{piece}b", f"{piece} x", f"rad\n{piece}\nrad")
    found = read(_written(group.session))
    assert found.faults == ()
    assert texts_of(session_of(found.versions)) == texts_of(group.session)


def test_a_bracket_that_begins_a_line_is_always_structure():
    data = _written(_evening().session).decode()
    headers = [line for line in data.split("\n") if line.startswith("[")]
    assert all(re.fullmatch(r"\[\[?[a-z.]+\]\]?", line) for line in headers)
    assert headers[:3] == ["[session]", "[overview]", "[overview.kinds]"]


def test_the_file_says_first_what_a_list_needs_and_each_block_ends_with_its_time():
    data = _written(_evening().session).decode()
    assert data.startswith(f"schema_version = {SCHEMA_VERSION}\n")
    head = tomllib.loads(data.partition("\n[[")[0])
    assert (head["session"]["name"], head["overview"]["notes"], head["overview"]["step"]) == (
        "Ekerö",
        4,
        "A.2",
    )
    blocks = re.split(r"(?m)^(?=\[)", data)
    records = [block for block in blocks if re.match(r"\[\[(notes|answers|drafts|history)|\[session", block)]
    assert len(records) == 8
    assert all(re.match(r"at = \d{4}-", block.strip().split("\n")[-1]) for block in records)


def test_what_is_as_it_usually_is_takes_no_line():
    data = _written(_evening().session).decode()
    assert not re.search(r"(?m)^(gone|star|dissent|supporters|undoes|place) =", data)
    assert data.count("\nrev = ") == 1


# Damage


def test_a_file_cut_anywhere_gives_its_intact_blocks_and_never_another_note():
    session = _evening().session
    data, every = _written(session), set(every_version(session)) - {session.head}
    head = range(data.index(b"[session]"), data.index(b"[overview]") - 1)
    for cut in range(len(data)):
        found = read(data[:cut])
        heads = [one for one in found.versions if isinstance(one, Head)]
        assert set(found.versions) - set(heads) <= every, data[:cut][-80:]
        assert cut in head or heads in ([], [session.head])
        assert [one.id for one in heads] in ([], [session.id])
        whole = len(re.findall(rb"(?m)^at = \S+ \S+\+\d\d:\d\d\n", data[:cut]))
        assert len(found.versions) >= whole


@pytest.mark.parametrize(
    "damage", [b"\x00", b'"', b"= =", b"\n]", b'"""', b"\n[[notes", b"\nid = 1", b"\x1b"]
)
def test_one_damaged_block_costs_that_block_and_a_row_that_says_where(damage: bytes):
    session = _evening().session
    data = _written(session)
    place = data.index(b"Dubbla remisser") - len('text = "')
    found = read(data[:place] + damage + data[place:])
    lost = set(every_version(session)) - set(found.versions)
    assert [getattr(one, "text", "") for one in lost] == ["Dubbla remisser"]
    assert set(found.versions) < set(every_version(session))
    assert found.faults
    first = found.faults[0]
    if first.code == "damaged_block" and b"\n[" not in damage:
        start = data[:place].rindex(b"[[notes]]")
        assert first.line == data[:start].count(b"\n") + 1


@pytest.mark.parametrize(
    "beginning", [b"schema_ver\x00sion = 1\n", b'schema_version = "1\n', b"\xef\xbb\xbf=\n"]
)
def test_damage_at_the_very_beginning_does_not_cost_the_rest(beginning: bytes):
    session = _evening().session
    data = _written(session)
    found = read(beginning + data.partition(b"\n")[2])
    assert set(found.versions) == set(every_version(session))
    assert [(fault.code, fault.line) for fault in found.faults] == [("damaged_block", 1)]


@pytest.mark.parametrize("line", ["name", "facilitator", "state", "change", "writer", "at", "place"])
def test_a_damaged_line_in_the_head_costs_that_line_and_not_the_discussion(line: str):
    group = _evening()
    group.does(changes.set_details, {"facilitator": "Maj", "place": "Rum 3"})
    group.does(changes.set_state, "fastställd")
    session = group.session
    data = re.sub(rf"(?m)^{line} = (.*)$", rf'{line} = "\1', _written(session).decode(), count=1).encode()
    found = read(data)
    assert [(fault.code, fault.line) for fault in found.faults] == [("damaged_block", 3)]
    kept = session_of(found.versions, found.frame)
    assert (kept.id, kept.notes(), kept.frame) == (session.id, session.notes(), session.frame)
    told = {name: value for name, value in kept.head.said().items() if name != line}
    assert told == {name: value for name, value in session.head.said().items() if name != line}


def test_a_key_that_stands_twice_damages_its_own_block_only():
    session = _evening().session
    data = _written(session).replace(b'text = "Dubbla', b'text = "Enkla"\ntext = "Dubbla')
    found = read(data)
    assert len(found.versions) == len(every_version(session)) - 1
    assert [fault.code for fault in found.faults] == ["damaged_block"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_damage():
    session = _evening().session
    data = b"\xef\xbb\xbf" + _written(session).replace(b"\n", b"\r\n")
    found = read(data)
    assert (found.faults, set(found.versions)) == ((), set(every_version(session)))


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding_gives_one_row_with_its_line(encoding: str):
    text = _written(Group().session).decode()
    (fault,) = read(text.encode(encoding, errors="replace")).faults
    assert fault.code == "not_utf8"
    assert fault.line == (text[: text.index("ö")].count("\n") + 1 if encoding == "latin-1" else 1)


@pytest.mark.parametrize("depth", ["x = " + "[" * 5000, "x = " + "9" * 5000, f"{'.'.join('a' * 5000)} = 1"])
def test_what_would_overflow_the_reader_is_a_fault_and_no_crash(depth: str):
    session = _evening().session
    found = read(_written(session) + f"\n[[notes]]\n{depth}\n".encode())
    assert set(found.versions) == set(every_version(session))
    assert found.faults


def test_a_key_or_a_table_that_nobody_knows_is_told():
    data = _written(_evening().session).replace(b'kind = "nytt"', b'kind = "nytt"\nvaning = 3')
    found = read(data + b'\n[[bilder]]\nid = "x"\n')
    faults = {(fault.code, fault.detail) for fault in found.faults}
    assert faults == {("unknown_key", "notes: vaning"), ("unknown_table", "bilder")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'question = "A.2"', b"question = 5"),
        (b'kind = "bort"', b'kind = ["bort"]'),
        (b'writer = "anna"', b'wri = "anna"'),
        (b"+02:00", b""),
        (b"at = 2026-05-12 12:00:00+02:00", b"at = 2026-05-12"),
        (b'kind = "bort"', b'kind = "bort"\nsupporters = 0x' + b"f" * 5000),
    ],
)
def test_a_block_with_the_wrong_content_is_left_out_and_named(before: bytes, after: bytes):
    session = _evening().session
    data = _written(session)
    start = data.index(b"[[notes]]")
    found = read(data[:start] + data[start:].replace(before, after, 1))
    assert len(found.versions) == len(every_version(session)) - 1
    assert [fault.code for fault in found.faults if fault.code != "unknown_key"] == ["bad_record"]
    assert found.faults[0].detail.startswith("notes 01")


def test_a_file_of_a_later_version_is_read_as_far_as_it_is_known_and_told_from_a_damaged_one():
    session, later = _evening().session, SCHEMA_VERSION + 1
    data = _written(session).replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = %d" % later)
    data = data.replace(b'kind = "nytt"', b'kind = "nytt"\nvaning = 3') + b'\n[[bilder]]\nid = "x"\n'
    found = read(data)
    assert (found.newer, set(found.versions), found.faults) == (later, set(every_version(session)), ())
    assert [fault.code for fault in read(data.replace(b'"Dubbla', b"Dubbla")).faults] == ["damaged_block"]


def test_a_file_of_the_first_version_is_read_and_is_nobodys_until_it_is_written():
    session = _evening().session
    data = _written(session).replace(b"schema_version = %d" % SCHEMA_VERSION, b"schema_version = 1")
    found = read(data)
    assert (found.newer, found.written_by, set(found.versions)) == (0, "", set(every_version(session)))


def test_a_file_says_whose_it_is():
    session = _evening().session
    data = Encoder("anna").file(session)
    assert data.startswith(b'schema_version = %d\nwritten_by = "anna"\n' % SCHEMA_VERSION)
    assert (read(data).written_by, read(data).faults) == ("anna", ())
    assert set(read(data).versions) == set(every_version(session))
    assert read(data.replace(b'written_by = "anna"', b"written_by = 5")).written_by == ""


@given(evenings())
def test_what_was_removed_for_good_is_nowhere_in_the_file_but_its_id(evening: Evening):
    group = Group("skriv-d", evening.session, start=9000)
    (note,) = group.says("personnumret 19")
    group.does(changes.revise, note, "personnumret 20")
    group.does(changes.withdraw, note)
    group.does(changes.purge, note)
    data = _written(group.session)
    assert b"personnumret" not in data
    found = read(data)
    assert (found.faults, session_of(found.versions, found.frame)) == ((), group.session)
    assert group.session.purged(note)


@pytest.mark.parametrize(
    "data", [b"", b"x = 1\n", b"schema_version = 0\n", b'schema_version = "1"\n', b"hej"]
)
def test_a_file_without_a_version_is_no_session(data: bytes):
    found = read(data)
    assert found.versions == ()
    assert found.faults


ODD = (
    "5",
    "[]",
    "{}",
    '"x"',
    "[[1]]",
    "[{of = [1]}]",
    "[{of = 'notes'}]",
    "true",
    "1979-05-27",
    "inf",
    "[{id = {}}]",
    "0x" + "f" * 4000,
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["session", "notes", "history", "questions", "kinds", "overview", "x"]),
            st.sampled_from(ODD),
        ),
        unique_by=lambda one: one[0],
    )
)
def test_no_value_in_the_place_of_a_table_crashes_the_reader(tables: list[tuple[str, str]]):
    text = "schema_version = 1\n" + "".join(f"{name} = {value}\n" for name, value in tables)
    assert read(text.encode()).versions == ()


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data: bytes):
    assert read(data).versions == read(b"schema_version = 1\n" + data).versions == ()


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=4), st.integers(0, 40))
def test_no_damage_anywhere_crashes_the_reader(place: int, damage: bytes, over: int):
    data = _written(_evening().session)
    place %= len(data)
    found = read(data[:place] + damage + data[place + over :])
    assert all(one.at.tzinfo for one in found.versions)


def test_every_fault_has_a_sentence_in_both_languages():
    codes = (
        "damaged_block",
        "newer",
        "not_utf8",
        "no_schema",
        "no_session",
        "unknown_table",
        "unknown_key",
        "bad_record",
        "not_a_file",
        "too_large",
        "unreadable",
        "damaged",
    )
    for language in ("sv", "en"):
        said = [words(language).faults.of(code, "{detail} [x]") for code in codes]
        assert all(sentence.strip() for sentence in said)
        assert len(set(said)) == len(codes)


def test_a_time_is_kept_to_the_millisecond_with_its_offset():
    group = Group()
    group.clock.at = dt.datetime(
        2026, 1, 2, 3, 4, 5, 678_000, tzinfo=dt.timezone(dt.timedelta(hours=-3, minutes=-30))
    )
    group.says("sent")
    (note,) = [one for one in read(_written(group.session)).versions if isinstance(one, Note)]
    assert note.at == group.clock.at
    assert note.at.utcoffset() == group.clock.at.utcoffset()


def test_a_kind_with_brackets_in_its_name_is_counted_under_that_name():
    group = Group()
    group.says("x", kind="[kinds]")
    assert tomllib.loads(_written(group.session).decode())["overview"]["kinds"] == {"[kinds]": 1}


def test_a_letter_cut_in_half_costs_its_own_block():
    session = _evening().session
    data = _written(session)
    found = read(data.replace("på \\\\riktigt".encode(), b"p\xc3 riktigt"))
    assert len(set(every_version(session)) - set(found.versions)) == 1
    assert [fault.code for fault in found.faults] == ["damaged_block"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b'x = "open\n',
        b"[[notes]]\nid = \n",
        b"[[notes]]\ntext = '\xff'\n",
    ],
)
@pytest.mark.parametrize("pieces", [1, 40])
def test_a_file_of_more_values_than_a_discussion_has_is_not_taken_apart_however_it_is_damaged(
    damage: bytes, pieces: int, monkeypatch: pytest.MonkeyPatch
):
    group = Group()
    group.says("Fax bort", "Köerna är långa")
    whole = Encoder().file(group.session)
    many = b"".join(b"[[x%d]]\n" % at + b"a=1\n" * (4_000 // pieces) for at in range(pieces))
    data = whole.replace(b"[overview]", damage + b"[overview]", 1) + many
    monkeypatch.setattr(toml, "MAX_VALUES", 2_000)
    content = read(data)
    assert [fault.code for fault in content.faults] == ["too_many"]
    assert not content.versions
    assert read(whole).versions


def test_of_thousands_of_keys_that_are_none_of_ours_the_first_are_named_and_the_others_counted():
    group = Group()
    group.says("Fax bort")
    whole = Encoder().file(group.session).decode()
    keys = "".join(f"k{number} = 1\n" for number in range(5_000))
    for data in (keys + whole, whole + keys, whole + "".join(f"[t{number}]\n" for number in range(5_000))):
        content = read(data.encode())
        assert set(content.versions) == set(read(whole.encode()).versions)
        assert len(content.faults) == 101
        assert content.faults[-1].detail.endswith("+4900")
