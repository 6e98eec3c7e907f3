"""The commands of the run of show."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

PLAN: tuple[Command, ...] = (
    Command(
        "pause_clock",
        "ctrl+a",
        ("plan",),
        menu={"item": "space"},
        ranks={"plan": 3},
        when=if_.writable,
    ),
    Command("add_one", "space 1", ("plan",), menu={"item": "1"}, when=if_.writable),
    Command("add_five", "right", ("plan",), menu={"item": "5"}, ranks={"plan": 4}, when=if_.writable),
    Command("take_time", "space t", ("plan",), menu={"item": "t"}, when=if_.writable),
    Command("plan_minutes", "enter", ("plan",), ranks={"plan": 6}, when=if_.writable),
    Command("plan_behaviour", "space k", ("plan",), menu={"item": "k"}, when=if_.writable),
    Command("skip_item", "space h", ("plan",), menu={"item": "h"}, when=if_.writable),
    Command("add_break", "ctrl+b", ("plan",), menu={"item": "b"}, ranks={"plan": 5}, when=if_.writable),
    Command("remove_break", "delete", ("plan",), also=("backspace",), when=if_.on_break),
    Command("set_end", "space s", ("plan",), menu={"item": "s"}, ranks={"plan": 7}, when=if_.writable),
    Command("as_before", "space m", ("plan",), menu={"item": "m"}, when=if_.writable),
    Command("clock_anew", "space n", ("plan",), menu={"item": "n"}, when=if_.writable),
    Command("close_plan", "escape", ("plan",), also=("f9",), ranks={"plan": 2}),
)
