"""What the typist reads of a screen: the line with what is half typed in it, whatever it is used for and however tall it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.people import leading
from torture import glass

if TYPE_CHECKING:
    from pathlib import Path

LONG = " ".join(f"ord{number}" for number in range(90))


@pytest.mark.parametrize(
    ("step", "keys", "text"),
    [
        ("b2", ("up", "enter"), LONG),
        ("b2", ("up", "space", "!"), LONG),
        ("b3", (), LONG),
        ("start", (), "kort"),
        ("slut", (), LONG),
    ],
)
async def test_the_end_of_what_is_half_typed_is_seen_in_the_line(
    tmp_path: Path, step: str, keys: tuple[str, ...], text: str
) -> None:
    async with leading(tmp_path, at="b2", said=["Fax mellan sjukhus"]) as me:
        await me.goes_to(step)
        await me.presses(*keys)
        await me.types(text)
        rows = me.screen()
        assert text[-5:] in "".join(glass.in_line(rows).split())
        assert text[-5:] not in "".join(glass.taken_in(rows).split())
        assert glass.stands_at(rows, me.stage.step)
