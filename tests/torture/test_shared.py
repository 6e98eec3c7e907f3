"""The evenings in a shared folder: they hold, and their eye sees what is wrong."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from torture import shared
from torture.shared import Evening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    found = Evening(tmp_path, random.Random(7))
    yield found
    found.ends()


@pytest.mark.parametrize("trouble", [shared.names, shared.rights, shared.taken_away, shared.removals])
def test_an_evening_with_each_trouble_ends_with_everything_said_and_nothing_else_touched(
    evening: Evening, trouble: Callable[[Evening], None]
):
    trouble(evening)
    assert len(evening.said) >= 2
    assert list(evening.faults()) == []


def test_a_note_that_is_not_there_one_that_came_back_and_a_file_outside_are_seen(evening: Evening):
    anna = evening.person("anna")
    anna.does("begin", str(evening.folder))
    (kept,) = evening.says(anna)
    anna.does("close")
    evening.said.append("aldrig sagt")
    evening.removed.append(kept)
    (evening.outside / "pwn").write_text("", encoding="utf-8")
    assert sorted(evening.faults()) == [("lost", "aldrig sagt"), ("outside", "pwn"), ("returned", kept)]
