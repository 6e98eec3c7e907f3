"""What was found as a discussion was opened, and of its clock, told in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.plan import RunOfShow
    from diskussion_tui.texts.catalogue.walk import Walk
    from diskussion_tui.tui.walk.hints import Hint
    from diskussion_tui.workshop.timing import Timing
    from diskussion_tui.workshop.workshop import Workshop


def found_at_opening(workshop: Workshop, words: Walk, *, half_typed: bool) -> Hint:
    """What came back, what came in from files, and whether anything could not be read; empty where there is nothing to tell."""
    found = workshop.found
    said = (
        words.faults_found(len(found.faults)) if found.faults else "",
        words.removes(sum(number for _file, number in found.removes)) if found.removes else "",
        words.recovered(found.recovered) if found.recovered else "",
        words.from_files(found.from_files) if found.from_files else "",
        words.draft_back if half_typed else "",
    )
    return " ".join(filter(None, said)), "warning" if found.faults or found.removes else "muted"


def found_of_clock(timing: Timing, words: RunOfShow) -> tuple[str, bool]:
    """What has become of the clock, told once; whether it matters more than what is told already."""
    what, seconds = timing.found
    timing.found = ("", 0)
    if what == "gap":
        return words.gap(seconds // 60), True
    return {"anew": words.anew, "stands": words.stands}.get(what, ""), False
