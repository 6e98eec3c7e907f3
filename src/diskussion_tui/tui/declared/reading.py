"""The commands where a discussion is read, and at its end."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

READING: tuple[Command, ...] = (
    # ---- where a discussion is read
    Command("find_next", "f3", ("reading",), ranks={"page": 2}, when=if_.found_something),
    Command("lead_on", "f9", ("reading",), menu={"page": "f"}, ranks={"page": 3}),
    Command("leave_reading", "escape", ("reading",), also=("ctrl+o",), ranks={"page": 4}),
    # ---- at the end of a discussion
    Command("hand_over", "f11", ("walk",), when=if_.can_hand_over),
    Command("choose", "enter", ("handover",), ranks={"handover": 1}),
    Command("leave_handover", "escape", ("handover",), also=("f11",), ranks={"handover": 2}),
)
