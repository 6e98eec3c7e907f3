"""All tools of a walk, by the names under which the rest of it asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.walk.tools.compass import Compass
from diskussion_tui.tui.walk.tools.complete import Completion
from diskussion_tui.tui.walk.tools.elsewhere import Elsewhere
from diskussion_tui.tui.walk.tools.filter import Filter
from diskussion_tui.tui.walk.tools.find import Finding
from diskussion_tui.tui.walk.tools.finish import Finishing
from diskussion_tui.tui.walk.tools.guide import Guide
from diskussion_tui.tui.walk.tools.last_time import LastTime
from diskussion_tui.tui.walk.tools.likeness import Likeness
from diskussion_tui.tui.walk.tools.look import Look
from diskussion_tui.tui.walk.tools.mask import Mask
from diskussion_tui.tui.walk.tools.merge import Merge
from diskussion_tui.tui.walk.tools.park import Concluding, Parking, Tables
from diskussion_tui.tui.walk.tools.room import Room

if TYPE_CHECKING:
    from diskussion_tui.tui.walk.screen import Walk


class Tools:
    """What a walk has at hand."""

    def __init__(self, walk: Walk) -> None:
        self.looking = Look(walk)
        self.filter = Filter(walk)
        self.compass = Compass(walk)
        self.merging = Merge(walk)
        self.masking = Mask(walk)
        self.likeness = Likeness(walk)
        self.completion = Completion(walk)
        self.parking = Parking(walk)
        self.tables = Tables(walk)
        self.concluding = Concluding(walk)
        self.finishing = Finishing(walk)
        self.finding = Finding(walk)
        self.elsewhere = Elsewhere(walk)
        self.last_time = LastTime(walk)
        self.room = Room(walk)
        self.guide = Guide(walk)
