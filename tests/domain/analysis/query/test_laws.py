"""The laws of the search language, whatever is typed."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from diskussion_tui.base.text import folded
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.said import Discussion, Said
from tests.domain.analysis.query import naive

PIECES = [
    *("hemsjuk", "akut", "närakut", "fax", "ELLER", "OR", "(", ")", "-", "-(", '"', "”", ",", " ", "  "),
    *("del:B", "del:b,C", "fråga:b2", "slag:-", "slag:avv", "kind:none", "tagg:fax", "tag:ingen", "bord:3"),
    *("stöd:>3", "support:2-5", "stöd:3", "stöd:x", "avvikande:ja", "star:no", "utslag:delvis", "namn:ekerö"),
    *('plats:"a, b"', "från:2026", "till:2026-05", "to:2026-05-12", "från:2026-13", "tillstånd:utkast"),
    *(
        "sort:åtgärd",
        "borttagna:ja",
        "-borttagna:ja",
        "http://x",
        "12:30",
        "a:b",
        "f(x)",
        '5"',
        "slag:",
        "tema:x",
    ),
    *("kompass:Närakuter", "owner:anna", "enhet:x", "parkerade:bara", "İ", "ß", "\u00ad", "\x00", "dnr:1"),
]
typed = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
)
words = st.sampled_from(
    ["hemsjuk", "fax", "akut", "Botkyrka", "närakut", "del:B", "slag:-", "stöd:>1", "bord:3"]
)
groups = st.builds(
    Discussion,
    id=st.just("01"),
    name=st.sampled_from(["Botkyrka", "Ekerö, kväll", "Järva fax"]),
    date=st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1)),
    state=st.sampled_from(["utkast", "fastställd"]),
    verdicts=st.just({"B.1": "delvis"}),
)
notes = st.builds(
    Said,
    discussion=groups,
    id=st.just("n"),
    question=st.sampled_from(["A.1", "B.2", "B.3"]),
    kind=st.sampled_from(["", "avveckla", "nyutveckla"]),
    text=st.sampled_from(["Faxen bort", "Hemsjukvård till närakuten #fax", "akut", "f(x) och fax, Akut"]),
    supporters=st.integers(0, 6),
    table=st.sampled_from(["", "3", "bord 3"]),
    star=st.booleans(),
    dissent=st.booleans(),
)


@given(typed)
@settings(max_examples=400)
def test_every_text_is_a_query_and_written_out_it_is_the_same_query(text: str) -> None:
    query = parse(text).query
    for language in ("sv", "en"):
        again = parse(query.spelled(language))
        assert again.query == query
        assert again.problem is None


@given(typed, notes)
@settings(max_examples=200)
def test_every_query_can_be_put_to_every_note(text: str, note: Said) -> None:
    query = parse(text).query
    assert query.finds(note) <= query.matches(note)
    assert query.matches(note) <= query.loosely().matches(note) or "-" in text


@given(words, words, notes)
def test_words_side_by_side_are_all_asked_for_and_either_of_them_with_the_word_for_it(
    one: str, other: str, note: Said
) -> None:
    def fits(text: str) -> bool:
        return parse(text).query.matches(note)

    assert fits(f"{one} {other}") == (fits(one) and fits(other)) == fits(f"{other} {one}")
    assert fits(f"{one} ELLER {other}") == (fits(one) or fits(other)) == fits(f"{other} OR {one}")
    assert fits(f"-{one}") == (not fits(one))
    assert fits(f"-({one} ELLER {other})") == fits(f"-{one} -{other}")
    assert fits(f"{one} ELLER {other} {one}") == (fits(f"({one} ELLER {other}) {one}"))
    assert fits(f"-(-{one})") == fits(one)


@given(st.lists(words, min_size=1, max_size=4), notes)
def test_what_matches_is_what_a_plain_reading_says(asked: list[str], note: Said) -> None:
    assert parse(" ".join(asked)).query.matches(note) == all(naive.fits(one, note) for one in asked)


@given(st.text(alphabet="abåäö -x", max_size=12))
def test_words_alone_are_what_the_quick_search_takes(text: str) -> None:
    plain = parse(text).query.plain_words
    if " -" not in f" {text}":
        assert plain == tuple(folded(text).split())
