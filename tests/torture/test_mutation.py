"""The mutation run puts in what it says, where it says: a fault that changes nothing would count against the tests."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from torture.mutation.coverage_map import CoverageMap
from torture.mutation.faults import broken, faults
from torture.mutation.trial import Ending, Trial

if TYPE_CHECKING:
    from pathlib import Path


def _every(source: str) -> list[str]:
    return [broken(source, fault) for fault in faults(source)]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("late = now > end", "late = (now >= end)"),
        ("kept = a and b", "kept = (a or b)"),
        ("kept = a and b", "kept = (b)"),
        ("patience = 0.5", "patience = (50.0)"),
        ("seconds = 0", "seconds = (100)"),
        ("bold = True", "bold = (False)"),
        ("sync(handle)", "pass"),
        ("def name():\n    return words", "def name():\n    return None"),
        ("if not found:\n    go()", "if (found):\n    go()"),
        ("for file in files:\n    read(file)", "for file in ():\n    read(file)"),
        ("try:\n    read()\nexcept OSError:\n    tell()", "try:\n    read()\nexcept ():\n    tell()"),
        ("notes = [note for note in all if note.kept]", "notes = ([note for note in all])"),
        ("å = f(ö, key=len)", "å = (f(ö))"),
    ],
)
def test_a_small_fault_is_put_where_it_stood(source: str, fault: str) -> None:
    assert fault in _every(source)


@pytest.mark.parametrize(
    "source",
    [
        "x: int | None",
        "def f(x: int | None) -> str | None: ...",
        "if TYPE_CHECKING:\n    from a import b",
        '"""Words = 1."""',
        "name = 'words'",
        "pairs = zip(a, b, strict=True)",
    ],
)
def test_what_cannot_matter_is_left_alone(source: str) -> None:
    assert _every(source) == []


@pytest.mark.parametrize("source", ["seconds = 0", "share = 0.0", "step = 1", "both = a is a"])
def test_every_fault_says_something_else_than_what_stands_there(source: str) -> None:
    whole = ast.dump(ast.parse(source))
    assert _every(source)
    assert all(ast.dump(ast.parse(text)) != whole for text in _every(source))


def test_the_rest_of_a_module_stays_as_it_is() -> None:
    source = "# a remark\nä = 'å', 1  # why\nlast = None\n"
    assert _every(source)[0] == "# a remark\nä = 'å', (2)  # why\nlast = None\n"
    assert all(ast.parse(text) for text in _every(source))


def test_tests_that_run_the_line_come_first_and_those_that_run_little_before_them() -> None:
    known = CoverageMap(
        seconds={"tests/a/test_a.py::wide": 1, "tests/a/test_a.py::narrow": 1, "tests/a/test_a.py::other": 1},
        lines={
            "tests/a/test_a.py::wide": {"src/m.py": [1, 2, 3, 4]},
            "tests/a/test_a.py::narrow": {"src/m.py": [3]},
            "tests/a/test_a.py::other": {"src/m.py": [9]},
        },
    )
    covering = known.tests_of("src/m.py", range(3, 4))
    assert covering == ["tests/a/test_a.py::narrow", "tests/a/test_a.py::wide"]
    assert known.rest_of("a", covering) == ["tests/a/test_a.py::other"]
    assert len(known.tests_of("src/m.py", range(20, 21))) == 3


def test_of_a_module_that_has_changed_its_lines_are_followed_and_new_ones_go_by_what_stands_around() -> None:
    known = CoverageMap(
        modules={"src/m.py": [*range(1, 41)]},
        seconds={"tests/a/test_a.py::early": 1, "tests/a/test_a.py::late": 1},
        lines={
            "tests/a/test_a.py::early": {"src/m.py": [2, 3]},
            "tests/a/test_a.py::late": {"src/m.py": [30, 31]},
        },
    )
    known.follow(
        {"src/m.py": [1, 2, 3, 100, *range(4, 30), 300, 31]}
    )  # one more, one otherwise, the end left out
    assert known.tests_of("src/m.py", range(3, 4)) == ["tests/a/test_a.py::early"]
    assert known.tests_of("src/m.py", range(4, 5)) == ["tests/a/test_a.py::early"]
    assert known.tests_of("src/m.py", range(32, 33)) == ["tests/a/test_a.py::late"]
    assert known.tests_of("src/m.py", range(31, 32)) == ["tests/a/test_a.py::late"]
    assert len(known.tests_of("src/m.py", range(15, 16))) == 2
    known.follow({"src/m.py": [0, 1, 2, 3, 100, *range(4, 30), 300, 31]})
    assert known.tests_of("src/m.py", range(5, 6)) == ["tests/a/test_a.py::early"]
    assert known.tests_of("src/m.py", range(33, 34)) == ["tests/a/test_a.py::late"]


def test_each_test_is_asked_once_before_it_is_asked_with_other_things_and_those_beside_the_module_first() -> (
    None
):
    module = "src/diskussion_tui/store/library/look.py"
    lines = {
        "tests/store/library/test_b.py::b[one]": {module: [3], "src/x.py": [1, 2]},
        "tests/store/library/test_b.py::b[two]": {module: [3]},
        "tests/store/test_a.py::a[one]": {module: [3]},
        "tests/store/test_a.py::a[two]": {module: [3], "src/x.py": [1]},
    }
    known = CoverageMap(seconds=dict.fromkeys(lines, 1.0), lines=lines)
    assert [test.rpartition("/")[2] for test in known.tests_of(module, range(3, 4))] == [
        "test_b.py::b[two]",
        "test_a.py::a[one]",
        "test_b.py::b[one]",
        "test_a.py::a[two]",
    ]


@pytest.mark.parametrize(
    ("body", "ending"),
    [
        ("pass", Ending.WELL),
        ("assert False", Ending.FAILED),
        ("import signal; signal.setitimer(signal.ITIMER_REAL, 0.01); signal.pause()", Ending.LATE),
    ],
)
def test_a_test_that_does_not_end_is_told_apart_from_one_that_fails(
    tmp_path: Path, body: str, ending: Ending
) -> None:
    (tmp_path / "test_one.py").write_text(f"def test_one():\n    {body}\n", encoding="utf-8")
    name = "test_one.py::test_one"
    assert Trial(tmp_path, [name], {name: 5.0}).ending() is ending
