"""The commands of home."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

HOME: tuple[Command, ...] = (
    Command("open", "enter", ("home",), bound=False, ranks={"home": 1}),
    Command("clear", "escape", ("home",), ranks={"home": 2}, when=if_.typed_or_marked),
    Command("narrow", "tab", ("home",), when=if_.typed),
    Command("narrow_back", "shift+tab", ("home",), when=if_.typed),
    Command(
        "save_query", "f2", ("home",), menu={"discussion": "h"}, ranks={"home": 4}, helps=lambda at: at.typed
    ),
    Command("read_chosen", "f3", ("home",), menu={"discussion": "l"}, when=if_.on_discussion),
    Command("lead_chosen", "f9", ("home",), menu={"discussion": "f"}, when=if_.on_discussion),
    Command(
        "practise",
        "f10",
        ("home",),
        menu={"discussion": "p"},
        ranks={"home": 7},
        helps=lambda at: not at.typed,
    ),
    Command(
        "home_menu",
        "space",
        ("home",),
        bound=False,
        ranks={"home": 4},
        when=if_.on_discussion,
        helps=lambda at: not at.typed,
    ),
    Command(
        "report",
        "f11",
        ("home", "reading"),
        menu={"discussion": "r", "page": "r"},
        ranks={"page": 11},
        when=if_.can_report,
    ),
    Command("mark", "f6", ("home",), menu={"discussion": "x"}, when=if_.on_discussion),
    Command(
        "compare_marked",
        "f8",
        ("home",),
        menu={"discussion": "j"},
        ranks={"home": 2},
        when=if_.can_compare,
        helps=lambda at: bool(at.marks),
    ),
    Command("compare_groups", "space g", ("home",), menu={"discussion": "g"}),
    Command(
        "follow_up",
        "f12",
        ("home",),
        menu={"discussion": "a"},
        ranks={"home": 4},
        helps=lambda at: not at.typed,
    ),
    Command("unite_marked", "space b", ("home",), menu={"discussion": "b"}, when=if_.several_marked),
    Command("refresh", "f5", ("home",), menu={"discussion": "u"}),
    Command(
        "compilations",
        "f7",
        ("home",),
        menu={"discussion": "s"},
        ranks={"home": 5},
        helps=lambda at: at.typed,
    ),
)
