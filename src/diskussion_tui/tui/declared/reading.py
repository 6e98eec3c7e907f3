"""The commands where a discussion is read, and at its end."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import FINDING, Command

READING: tuple[Command, ...] = (
    # ---- where a discussion is read
    Command("unfold", "enter", ("reading",), menu={"page": "u"}, ranks={"page": 7}, when=if_.foldable),
    Command(
        "find_next",
        "f3",
        FINDING,
        ranks={"page": 2, "comparing": 4, "followup": 3},
        when=if_.found_something,
    ),
    Command("lead_on", "f9", ("reading",), menu={"page": "f"}, ranks={"page": 5}),
    Command("leave_reading", "escape", ("reading",), also=("ctrl+o",), ranks={"page": 6}),
    Command("history", "f6", ("reading",), menu={"page": "h"}, ranks={"page": 3}),
    Command("replay", "f7", ("reading",), menu={"page": "t"}, ranks={"page": 4}),
    Command("compare", "f8", ("reading",), menu={"page": "j"}, ranks={"page": 10}),
    # ---- where one sees how it grew
    Command("replay_on", "right", ("replay",), ranks={"replay": 1}),
    Command("replay_back", "left", ("replay",), ranks={"replay": 2}),
    Command("replay_first", "home", ("replay",), ranks={"replay": 4}),
    Command("replay_last", "end", ("replay",), ranks={"replay": 5}),
    Command("leave_replay", "escape", ("replay",), also=("f7",), ranks={"replay": 3}),
    # ---- at the end of a discussion
    Command("hand_over", "f11", ("walk",), when=if_.can_hand_over),
    Command("choose", "enter", ("handover",), ranks={"handover": 1}),
    Command("leave_handover", "escape", ("handover",), also=("f11",), ranks={"handover": 2}),
)
