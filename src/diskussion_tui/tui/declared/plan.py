"""The commands of the run of show."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

PLAN: tuple[Command, ...] = (
    Command("pause_clock", "space", ("plan",), ranks={"plan": 1}, when=if_.writable),
    Command("add_one", "1", ("plan",), ranks={"plan": 12}, when=if_.writable),
    Command("add_five", "5", ("plan",), ranks={"plan": 3}, when=if_.writable),
    Command("take_time", "t", ("plan",), ranks={"plan": 6}, when=if_.writable),
    Command("plan_minutes", "enter", ("plan",), ranks={"plan": 7}, when=if_.writable),
    Command("plan_behaviour", "k", ("plan",), ranks={"plan": 10}, when=if_.writable),
    Command("skip_item", "h", ("plan",), ranks={"plan": 8}, when=if_.writable),
    Command("add_break", "b", ("plan",), ranks={"plan": 5}, when=if_.writable),
    Command("remove_break", "delete", ("plan",), also=("backspace",), when=if_.on_break),
    Command("set_end", "s", ("plan",), ranks={"plan": 4}, when=if_.writable),
    Command("as_before", "m", ("plan",), ranks={"plan": 11}, when=if_.writable),
    Command("clock_anew", "n", ("plan",), when=if_.writable),
    Command("close_plan", "escape", ("plan",), also=("f9",), ranks={"plan": 2}),
)
