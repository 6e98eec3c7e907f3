"""Names in the list of home: never cut where they differ as long as columns are free."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.reports.names import Names
from diskussion_tui.tui.home.widths import FEWEST, layout_for

TABLES = [f"Ungdomsmottagningen Kista, bord {number}" for number in range(1, 13)]


def test_names_that_fit_are_whole_and_take_no_more_than_they_need() -> None:
    assert layout_for(115, 35, 27, 5, 12) == (35, True, True)
    assert layout_for(76, 35, 27, 5, 12) == (32, True, True)
    assert layout_for(76, 10, 27, 5, 12) == (10, True, True)


def test_in_a_narrow_window_what_stands_beside_goes_first() -> None:
    assert layout_for(64, 35, 27, 5, 12) == (25, False, True)
    assert layout_for(55, 35, 27, 5, 12) == (28, False, False)
    assert layout_for(30, 35, 27, 5, 12) == (8, False, False)


def test_what_tells_a_name_from_the_others_stays() -> None:
    names = Names(TABLES)
    assert names.shown(TABLES[2], 40) == "Ungdomsmottagningen Kista, bord 3"
    assert names.shown(TABLES[2], 28) == "Ungdomsmottagningen Kista,…3"
    assert names.shown(TABLES[11], 20) == "Ungdomsmottagning…12"
    shown = {names.shown(name, FEWEST) for name in TABLES}
    assert len(shown) == len(TABLES)


def test_where_the_beginning_differs_the_end_goes() -> None:
    names = Names(["Vårdcentralen Ekerö och hemsjukvården i väst", "Geriatriken Danderyd, tredje våningen"])
    assert names.shown("Geriatriken Danderyd, tredje våningen", 24) == "Geriatriken Danderyd, t…"


@given(st.lists(st.text("ab å", min_size=1, max_size=30), min_size=1, max_size=6), st.integers(8, 30))
def test_no_name_is_wider_than_its_room(names: list[str], room: int) -> None:
    told = Names(names)
    assert all(len(told.shown(name, room)) <= room for name in names)
