"""The commands where actions are followed up."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

FOLLOWUP: tuple[Command, ...] = (
    Command(
        "tell_done",
        "f6",
        ("followup",),
        menu={"followed": "space"},
        ranks={"followup": 1},
        when=if_.on_action,
        called=lambda at, words: words.followup.not_done if at.action and at.action.action.done else "",
    ),
    Command(
        "read_action",
        "enter",
        ("followup",),
        menu={"followed": "l"},
        ranks={"followup": 2},
        when=if_.on_action,
    ),
    Command("untell", "ctrl+z", ("followup",), ranks={"followup": 4}, when=if_.told_something),
    Command(
        "hand_out_actions",
        "f11",
        ("followup",),
        menu={"followed": "r"},
        ranks={"followup": 3},
        when=if_.any_actions,
    ),
    Command("look_again", "f5", ("followup",), menu={"followed": "u"}),
    Command("leave_followup", "escape", ("followup",), also=("ctrl+o",), ranks={"followup": 5}),
)
