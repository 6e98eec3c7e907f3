"""Coding as it is kept: the queue, a theme being typed, the code book, what is to be settled, at the sizes that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.coding import decide
from tests.support.coders import coding, desk, notes, said
from tests.support.kept import looks_as_kept

if TYPE_CHECKING:
    from pathlib import Path

SMALLEST, SMALL, MIDDLE, WIDE = (60, 18), (80, 24), (120, 36), (160, 45)
TEXTS = [text for _, text in notes(40)]


@pytest.mark.parametrize(
    ("size", "lang"), [(SMALLEST, "sv"), (SMALL, "sv"), (SMALL, "en"), (MIDDLE, "sv"), (WIDE, "sv")]
)
async def test_the_queue_and_the_code_book(tmp_path: Path, size: tuple[int, int], lang: str) -> None:
    name = f"{'' if lang == 'sv' else 'en-'}{size[0]}x{size[1]}"
    async with coding(tmp_path, TEXTS, size=size, lang=lang) as (me, queue):
        for _ in range(8):
            await me.presses("1")
        queue.go_to(
            next(note for note, one in queue.said.items() if "bord" not in one.text and len(one.text) > 40)
        )
        await me.presses("f2", "f2", "down")
        looks_as_kept(f"coding-{name}", me.screen())
        await me.presses("escape")
        await me.types("jou")
        looks_as_kept(f"coding-typed-{name}", me.screen())
        await me.presses("escape", "f7", "down")
        looks_as_kept(f"coding-themes-{name}", me.screen())


async def test_what_is_to_be_settled_and_the_menu_of_a_theme(tmp_path: Path) -> None:
    for coder, theme in (("maja", "it-journal"), ("sven", "samordning")):
        one = desk(tmp_path / "våren", coder)
        note = said(TEXTS)[4].id

        one.do(lambda c, stamp, coder=coder, theme=theme, note=note: decide(c, stamp, coder, [note], [theme]))
        one.close()
    async with coding(tmp_path, TEXTS) as (me, _):
        await me.presses("f9")
        looks_as_kept("coding-settling-80x24", me.screen())
        await me.presses("down", "space")
        looks_as_kept("coding-menu-80x24", me.screen())
        await me.presses("escape", "f1")
        looks_as_kept("coding-help-80x24", me.screen())
