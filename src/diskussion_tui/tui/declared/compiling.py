"""The commands of a compilation, and of the notes behind a number of it."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

COMPILING: tuple[Command, ...] = (
    # ---- a compilation
    Command("open_number", "enter", ("compiling",), ranks={"compiling": 1}, when=if_.counted),
    Command("next_page", "tab", ("compiling",), ranks={"compiling": 2}),
    Command(
        "code_notes",
        "f7",
        ("compiling",),
        menu={"compilation": "c"},
        ranks={"compiling": 3},
        when=if_.counted,
    ),
    Command("show_themes", "space t", ("compiling",), menu={"compilation": "t"}, when=if_.counted),
    Command("show_compass", "f2", ("compiling",), menu={"compilation": "k"}, when=if_.counted),
    Command("show_growth", "space h", ("compiling",), menu={"compilation": "h"}, when=if_.counted),
    Command("show_quotes", "space q", ("compiling",), menu={"compilation": "q"}, when=if_.counted),
    Command("own_text", "f4", ("compiling",), menu={"compilation": "e"}, when=if_.counted),
    Command(
        "verify", "f8", ("compiling",), menu={"compilation": "v"}, ranks={"compiling": 4}, when=if_.counted
    ),
    Command("count_anew", "f5", ("compiling",), menu={"compilation": "u"}, ranks={"compiling": 5}),
    Command("leave_compilation", "escape", ("compiling",), also=("ctrl+o",), ranks={"compiling": 6}),
    Command("report_compilation", "f11", ("compiling",), menu={"compilation": "r"}, when=if_.counted),
    Command(
        "quote_note",
        "f6",
        ("behind", "compiling"),
        menu={"counted": "q"},
        ranks={"behind": 2},
        when=if_.on_counted_note,
    ),
    # ---- what lies behind a number
    Command("read_counted", "enter", ("behind",), menu={"counted": "l"}, ranks={"behind": 1}),
    Command("leave_counted", "escape", ("behind",), also=("ctrl+o",), ranks={"behind": 3}),
)
