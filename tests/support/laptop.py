"""The laptop that leads, without its screen: what is said on it is on disk at once, for other programs to read."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from diskussion_tui.content.source import default_workbook
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import workbook_in
from tests.support.people import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diskussion_tui.domain.session.session import Change

WORKBOOK = workbook_in(default_workbook())


class Laptop:
    """The other program on the folder: what is said on it is on disk at once."""

    def __init__(self, workshop: Workshop, clock: Clock) -> None:
        self.workshop = workshop
        self.clock = clock

    def goes_to(self, step: str, half_typed: str = "") -> None:
        self.clock.passes(seconds=1)
        self.workshop.enter(step, "", half_typed)
        self.workshop.flush()

    def says(self, question: str, *texts: str, kind: str = "") -> list[str]:
        self.clock.passes(seconds=1)
        change = self.workshop.add_notes(question, list(texts), kind)
        self.workshop.flush()
        assert change
        return [version.id for version in change.versions]

    def does(self, make: Callable[..., Change | None], *given: Any, **more: Any) -> str:
        """Make a change; the id of the first record that it wrote."""
        self.clock.passes(seconds=1)
        change = self.workshop.do(make, *given, **more)
        self.workshop.flush()
        return change.versions[0].id if change else ""


@contextmanager
def laptop(
    sessions: Path, name: str = "Ekerö", clock: Clock | None = None, path: Path | None = None
) -> Iterator[Laptop]:
    """A discussion that begins, or that in `path`, led from the start."""
    clock = clock or Clock(dt.datetime.now().astimezone())
    if path:
        workshop = Workshop.open(path, WORKBOOK, now=clock, steady=clock.steady)
    else:
        workshop = Workshop.begin(sessions, name, WORKBOOK, now=clock, steady=clock.steady)
    workshop.enter("start")
    workshop.flush()
    try:
        yield Laptop(workshop, clock)
    finally:
        workshop.close()
