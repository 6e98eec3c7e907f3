"""`#tagg` and `@ansvarig`: what counts as one, and which of those used before goes on from what is typed."""

from __future__ import annotations

import pytest
from hypothesis import given

from diskussion_tui.domain.language.tags import Half, completed, half_typed, owners_of, spans_of, tags_of
from tests.support.hostile import hostile_texts


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Fax bort #fax", ("fax",)),
        ("#fax och #1177, sedan #hemsjuk-vård_2.", ("fax", "1177", "hemsjuk-vård_2")),
        ("#Fax #fax #FAX", ("Fax",)),
        ("(#öppet)", ("öppet",)),
        ("a#b c##d # e #-", ()),
        ("https://ekero.se/sida#rubrik", ()),
        ("C# är inget", ()),
        ("sist #fax-", ("fax",)),
        ("", ()),
    ],
)
def test_a_tag_is_a_word_that_begins_with_the_sign(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ring regionen @Anna", ("Anna",)),
        ("@Anna och @bo, @anna igen", ("Anna", "bo")),
        ("@Anna.", ("Anna",)),
        ("@Åsa-Lena: ring", ("Åsa-Lena",)),
        ("anna@ekero.se", ()),
        ("förnamn.efternamn@ekero.se", ()),
        ("@ekero.se eller @anna@ekero.se", ()),
        ("@ ensam", ()),
    ],
)
def test_an_owner_is_named_with_an_at_and_an_email_address_is_no_owner(
    text: str, owners: tuple[str, ...]
) -> None:
    assert owners_of(text) == owners


@given(hostile_texts)
def test_whatever_is_marked_stands_in_the_text_with_its_sign(text: str) -> None:
    marked = {text[start:end] for start, end in spans_of(text)}
    assert {f"#{tag}" for tag in tags_of(text)} | {f"@{owner}" for owner in owners_of(text)} <= marked


@pytest.mark.parametrize(
    ("before", "half"),
    [
        ("Fax bort #fa", Half("#", "fa")),
        ("@", Half("@", "")),
        ("anna@ek", None),
        ("#fax ", None),
        ("fax", None),
    ],
)
def test_a_mark_is_half_typed_as_long_as_the_cursor_stands_right_behind_it(
    before: str, half: Half | None
) -> None:
    assert half_typed(before) == half


@pytest.mark.parametrize(
    ("typed", "best"),
    [("f", "fax"), ("FA", "fax"), ("", "fax"), ("fr", "framtid"), ("fax", "faxen"), ("x", "")],
)
def test_the_one_used_most_is_offered_and_of_those_alike_the_latest(typed: str, best: str) -> None:
    used = ("fax", "faxen", "framtid", "fax")
    assert completed(Half("#", typed), used) == best


def test_of_two_used_as_often_the_later_one_is_offered() -> None:
    assert completed(Half("@", "a"), ("Anna", "Ali")) == "Ali"
    assert completed(Half("@", "a"), ("Ali", "Anna")) == "Anna"


def test_a_sign_with_nothing_but_a_line_behind_it_marks_nothing() -> None:
    assert spans_of("#_ och @__") == ()
    assert tags_of("#_") == owners_of("@_") == ()
