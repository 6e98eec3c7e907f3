"""People who code at a screen: the driver of the facilitator, at a desk with notes that somebody has made up."""

from __future__ import annotations

import datetime as dt
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diskussion_tui.domain.analysis.said import Discussion, Said
from diskussion_tui.tui.coding.screen import Coding
from diskussion_tui.workshop.coding import Desk, starter_for
from diskussion_tui.workshop.coding_queue import Queue, set_out
from tests.support.people import Clock, facilitator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.support.people import Facilitator

LINES = Path(__file__).parents[1] / "data" / "coding" / "anteckningar.txt"
SIGNS = {"avveckla": "−", "vidareutveckla": "›", "nyutveckla": "+"}


def notes(many: int = 0) -> list[tuple[str, str]]:
    """Notes with the theme that whoever wrote them meant, mixed, so many of them or all."""
    lines = [line.split("\t") for line in LINES.read_text(encoding="utf-8").splitlines()]
    mixed = [(theme, text) for at in range(7) for theme, text in lines[at::7]]
    return mixed[: many or len(mixed)]


def said(texts: Sequence[str]) -> list[Said]:
    """Notes as analysis knows them: of three discussions, of every kind."""
    places = [
        Discussion(f"D{at}", name, dt.date(2026, 11, 17 + at))
        for at, name in enumerate(("Närakuten Järva, kväll", "Geriatriken Danderyd", "Kommundialog Botkyrka"))
    ]
    return [
        Said(
            places[at % 3],
            f"01KRDT0000000000000000{at:04d}",
            ("A.2", "B.2", "C.2")[at % 3],
            tuple(SIGNS)[at % 3],
            text,
            supporters=at % 4,
            table=str(at % 2 + 1),
        )
        for at, text in enumerate(texts)
    ]


def desk(folder: Path, coder: str = "maja", clock: Clock | None = None) -> Desk:
    """A desk with the code book that ships."""
    workbook = "vardens-struktur"
    return Desk.at(folder, coder, starter_for(workbook), now=clock or Clock(), workbook=workbook)


@asynccontextmanager
async def coding(
    tmp_path: Path, texts: Sequence[str] = (), *, coder: str = "maja", blind: bool = False, **given: Any
) -> AsyncIterator[tuple[Facilitator, Queue]]:
    """Somebody who has opened the queue of some notes."""
    texts = texts or [text for _, text in notes()]
    async with facilitator(tmp_path / "diskussioner", **given) as me:
        queue = set_out(desk(tmp_path / "våren", coder, me.clock), said(texts), blind=blind)
        me.app.push_screen(Coding(queue, "Våren 2026", SIGNS, me.app.texts))
        await me.waits()
        yield me, queue
