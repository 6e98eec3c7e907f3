"""An id is named by a few characters of it, and never another one with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.short_ids import endings, fitting

NEAR = st.text("abAB", min_size=1, max_size=9)


def test_an_id_is_meant_by_the_whole_of_it_its_beginning_or_its_ending_in_any_case():
    ids = ("01JYRME1H3G3", "01JZZZZZZ4Q8")
    for given_ in ("01JYRME1H3G3", "01jyr", "H3G3", "h3g3"):
        assert fitting(ids, given_) == (ids[0],)


def test_what_fits_several_or_none_means_all_of_them_or_none():
    ids = ("01JYRME1H3G3", "01JYZZZZZ4Q8")
    assert fitting(ids, "01JY") == ids
    assert fitting(ids, "XXXX") == ()
    assert fitting(ids, "RME1") == ()


def test_three_characters_name_an_id_only_where_they_are_the_whole_of_it():
    assert fitting(("01JYRME1H3G3",), "3G3") == ()
    assert fitting(("3G3", "01JYRME1H3G3"), "3G3") == ("3G3",)


def test_a_short_form_has_four_characters_where_they_suffice():
    assert endings(("01JYRME1H3G3", "01JYRME1H4Q8")) == {"01JYRME1H3G3": "H3G3", "01JYRME1H4Q8": "H4Q8"}
    assert endings(("01JYRME1H3G3", "01JYRME2H3G3")) == {"01JYRME1H3G3": "1H3G3", "01JYRME2H3G3": "2H3G3"}
    assert endings(()) == {}


@given(st.lists(NEAR, unique=True, max_size=8))
def test_a_short_form_names_its_id_and_no_other(ids: list[str]):
    for whole, short in endings(ids).items():
        found = fitting(ids, short)
        assert whole in found
        assert found == (whole,) or short == whole
