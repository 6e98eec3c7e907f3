"""Where in a workbook's text a key stands, whatever else in it looks like one."""

from __future__ import annotations

import pytest

from diskussion_tui.content.lines import line_of, lines_of, written

TEXT = '''# [remark]
title = "Parken"

[closing] # the end
lines = [
  "name = [1]",
  "x",
]
name = 1

[[sections]]
heading = """
id = "no key"
[no.table]
"""
id = "A"
one = \'\'\'on one line\'\'\'
after = 1

[[sections.questions]]
id = "A.1"
[[sections.questions]]
"a key" = { x = [1, "]"], y = 2 }
last = "[" # ]
end = 2
[[sections]]
id = "B"
[[sections.questions]]
id = "B.1"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("closing",), 4),
        (("closing", "lines"), 5),
        (("closing", "name"), 9),
        (("sections", 0), 11),
        (("sections", 0, "heading"), 12),
        (("sections", 0, "id"), 16),
        (("sections", 0, "one"), 17),
        (("sections", 0, "after"), 18),
        (("sections", 0, "questions", 0, "id"), 21),
        (("sections", 0, "questions", 1, "a key"), 23),
        (("sections", 0, "questions", 1, "last"), 24),
        (("sections", 0, "questions", 1, "end"), 25),
        (("sections", 1, "id"), 27),
        (("sections", 1, "questions", 0, "id"), 29),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_key_stands_on_its_line_whatever_spans_lines_before_it(path: tuple, line: int, ends: str) -> None:
    places = lines_of(TEXT.replace("\n", ends))
    assert places[path] == line
    assert ("name",) not in places
    assert ("remark",) not in places
    assert ("no", "table") not in places


def test_what_stands_nowhere_is_looked_for_around_it() -> None:
    places = lines_of(TEXT)
    assert line_of(places, ("sections", 0, "missing")) == 11
    assert line_of(places, ("sections", 0, "questions", 1, "a key", 2)) == 23
    assert line_of(places, ("nowhere", 3)) == 0


def test_a_path_is_written_as_people_count() -> None:
    assert written(("sections", 2, "questions", 1, "asks")) == "sections[3].questions[2].asks"
    assert written(("title",)) == "title"


@pytest.mark.parametrize(
    ("value", "height"),
    [
        ("{a = 1}", 1),
        ("[{a = 1}, {b = [2]}]", 1),
        ("[\n1,\n2]", 3),
        ("[{a = 1},\n{b = 2}\n]", 3),
        ("[[1], [2,\n3]]", 2),
        ('"] } [ {"', 1),
        ("1 # ] } [ {", 1),
        ("'''a\n] = 3\nb'''", 3),
    ],
)
def test_the_key_after_a_value_stands_on_the_line_where_it_stands(value: str, height: int) -> None:
    places = lines_of(f"first = {value}\nsecond = 2\n[table]\nthird = 3\n")
    assert (places["first",], places["second",], places["table", "third"]) == (1, 1 + height, 3 + height)
