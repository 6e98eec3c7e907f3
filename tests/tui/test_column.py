"""A column that draws its blocks as they come into view draws what one with all its blocks would, and few of them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.tui.rows import Block
from diskussion_tui.tui.widgets.column import Blocks, LazyColumn


@dataclass
class Names:
    """Ids, as a search has them."""

    ids: list[str]

    def __len__(self) -> int:
        return len(self.ids)

    def id_at(self, place: int) -> str:
        return self.ids[place]

    def place_of(self, hit_id: str, /) -> int | None:
        return self.ids.index(hit_id) if hit_id in self.ids else None


def _block(place: int, height: int) -> Block:
    return Block(tuple(((f"{place}.{line}", "text"),) for line in range(height)), f"id{place}")


def _drawn(heights: list[int], asked: list[int]) -> LazyColumn:
    def draw(place: int) -> Block:
        asked.append(place)
        return _block(place, heights[place])

    return LazyColumn(Names([f"id{place}" for place in range(len(heights))]), heights, draw)


@given(st.lists(st.integers(1, 5), max_size=12))
def test_a_column_drawn_as_it_comes_into_view_is_the_same_as_one_that_is_there(heights: list[int]):
    there, drawn = Blocks([_block(*pair) for pair in enumerate(heights)]), _drawn(heights, [])
    assert (drawn.height, list(drawn.ids)) == (there.height, list(there.ids))
    assert list(drawn.selectable()) == list(there.selectable())
    for line in range(there.height + 2):
        assert drawn.at(line) == there.at(line)
    for place, height in enumerate(heights):
        assert drawn.id_at(place) == there.id_at(place)
        assert drawn.place_of(f"id{place}") == there.place_of(f"id{place}") == place
        assert drawn.top_of(place) == there.top_of(place)
        assert drawn.height_of(place) == there.height_of(place) == height
    assert drawn.place_of("other") is there.place_of("other") is None


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_every_line_is_a_row_of_its_block_even_beside_blocks_without_rows(heights: list[int]):
    column = Blocks([_block(*pair) for pair in enumerate(heights)])
    rows = [found[0].rows[found[1]] for line in range(column.height) if (found := column.at(line))]
    assert rows == [row for pair in enumerate(heights) for row in _block(*pair).rows]


def test_only_what_is_looked_at_is_drawn_and_only_once():
    asked: list[int] = []
    column = _drawn([2] * 100_000, asked)
    assert (column.height, column.place_of("id70000"), column.top_of(70_000)) == (200_000, 70_000, 140_000)
    assert asked == []
    for _ in range(3):
        for line in range(140_000, 140_020):
            column.at(line)
    assert asked == list(range(70_000, 70_010))
