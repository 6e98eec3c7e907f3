"""The commands where discussions are compared."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

COMPARING: tuple[Command, ...] = (
    Command(
        "read_note",
        "enter",
        ("comparing",),
        menu={"compared": "l"},
        ranks={"comparing": 1},
        when=if_.something_chosen,
    ),
    Command("next_question", "pagedown", ("comparing",), also=("tab",), ranks={"comparing": 2}),
    Command("previous_question", "pageup", ("comparing",), also=("shift+tab",), ranks={"comparing": 3}),
    Command("leave_comparing", "escape", ("comparing",), also=("f8",), ranks={"comparing": 5}),
)
