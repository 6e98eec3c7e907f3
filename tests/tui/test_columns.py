"""What a column shows: whole blocks only, the one that is wanted among them, no more lines than there are, none wasted."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from diskussion_tui.tui.columns import (
    GAP,
    LEAST,
    Window,
    beginning_with,
    bringing,
    ending_with,
    latest,
    side_by_side,
    widths,
)

heights = st.lists(st.integers(1, 6), min_size=1, max_size=14)
rooms = st.integers(3, 16)


def lines(window: Window, of: list[int]) -> int:
    """How many lines a window takes, those included that tell of what is above and below."""
    shown = of[window.first : window.last]
    blocks = window.cut or sum(shown) + window.gap * (len(shown) - 1)
    return blocks + (window.above > 0) + (window.below > 0)


def holds(window: Window, of: list[int], room: int) -> None:
    assert 0 <= window.first < window.last <= len(of) == window.count
    assert lines(window, of) <= room
    if window.cut:
        assert window.last - window.first == 1
        assert window.cut < of[window.first]


@given(heights, rooms, st.data())
def test_only_whole_blocks_are_shown_and_no_more_lines_than_there_is_room_for(of, room, data):
    place, gap = data.draw(st.integers(0, len(of) - 1)), data.draw(st.integers(0, 1))
    for fit in (ending_with, beginning_with):
        window = fit(place, len(of), of.__getitem__, room, gap)
        holds(window, of, room)
        assert window.shows(place)


@given(heights, rooms)
def test_the_latest_is_in_view_and_there_is_air_only_where_all_is(of, room):
    window = latest(len(of), of.__getitem__, room)
    holds(window, of, room)
    assert window.last == len(of)
    if sum(of) + len(of) - 1 <= room:
        assert (window.first, window.gap) == (0, 1)
    else:
        assert window.gap == 0
        if window.first and not window.cut:  # one more would not have fitted
            more = Window(window.first - 1, window.last, window.count)
            assert lines(more, of) > room


@given(heights, rooms, st.lists(st.integers(0, 13), max_size=6))
def test_what_is_chosen_comes_into_view_and_what_is_in_view_stays_where_it_is(of, room, chosen):
    window = latest(len(of), of.__getitem__, room)
    for place in chosen:
        assume(place < len(of))
        moved = bringing(place, window, of.__getitem__, room)
        holds(moved, of, room)
        assert moved.shows(place)
        assert moved == window or not window.shows(place)
        window = moved


@given(st.integers(1, 10_000), rooms)
def test_of_ten_thousand_only_those_are_set_that_may_come_into_view(count, room):
    asked: set[int] = set()

    def height(place: int) -> int:
        asked.add(place)
        return 2

    latest(count, height, room)
    assert len(asked) <= room


@given(st.lists(st.integers(0, 60), min_size=1, max_size=4), st.integers(20, 170))
def test_a_column_is_as_wide_as_what_it_holds_and_an_empty_one_as_its_heading(counts, width):
    assume(side_by_side(len(counts), width))
    heads = [12 + place for place in range(len(counts))]
    given_ = widths(counts, heads, width, 76)
    assert sum(given_) + GAP * (len(counts) - 1) <= width
    for place, count in enumerate(counts):
        if not any(counts):
            continue
        if count:
            assert LEAST <= given_[place] <= 76
        else:
            assert given_[place] == min(heads[place], (width - GAP * (len(counts) - 1)) // len(counts))
    for one, count in enumerate(counts):
        for other, less in enumerate(counts):
            assert not (count >= less > 0) or given_[one] >= given_[other]


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(4, 30)), min_size=2, max_size=3), st.integers(66, 170)
)
def test_a_columns_longest_word_is_whole_wherever_all_of_them_have_room(of, width):
    held, longest = [one for one, _ in of], [max(LEAST, word) for _, word in of]
    assume(side_by_side(len(of), width) and sum(longest) + GAP * (len(of) - 1) <= width)
    given_ = widths(held, [14] * len(of), width, 76, longest)
    assert sum(given_) + GAP * (len(of) - 1) <= width
    assert all(cells >= word for cells, word in zip(given_, longest, strict=True))


def test_an_address_takes_no_column_from_the_others_and_a_word_that_has_no_room_moves_none():
    assert min(widths([3, 3, 3], [14] * 3, 76, 76, [80, 12, 12])) >= LEAST
    assert min(widths([3, 3, 3], [14] * 3, 66, 76, [30, 30, 30])) >= LEAST
