"""The commands where notes are coded, and in the code book."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

CODING: tuple[Command, ...] = (
    # ---- the queue: digits choose suggestions, letters search themes
    Command("code_theme", "enter", ("coding",), bound=False, ranks={"coding": 1}),
    Command(
        "code_undo",
        "left",
        ("coding",),
        also=("ctrl+z",),
        bound=False,
        ranks={"coding": 3},
        when=if_.can_uncode,
        helps=lambda at: not at.typed,
    ),
    Command(
        "code_skip",
        "right",
        ("coding",),
        bound=False,
        ranks={"coding": 4},
        when=if_.on_note_to_code,
        helps=lambda at: not at.typed,
    ),
    Command(
        "code_none",
        "0",
        ("coding",),
        bound=False,
        ranks={"coding": 5},
        when=if_.on_note_to_code,
        helps=lambda at: not at.typed,
    ),
    Command("take_along", "tab", ("coding",), ranks={"coding": 2}, when=if_.has_similar),
    Command(
        "code_memo", "f6", ("coding",), ranks={"coding": 6}, menu={"theme": "k"}, when=if_.on_note_to_code
    ),
    Command("code_several", "f2", ("coding",), menu={"theme": "l"}, when=if_.on_note_to_code),
    Command("code_themes", "f7", ("coding",), ranks={"coding": 7}, menu={"theme": "t"}),
    Command("code_blind", "f8", ("coding",), menu={"theme": "b"}),
    Command("code_disputed", "f9", ("coding",), menu={"theme": "g"}),
    Command("code_redo", "ctrl+y", ("coding", "themes")),
    Command("leave_coding", "escape", ("coding",), ranks={"coding": 8}),
    # ---- the code book
    Command("open_theme", "enter", ("themes",), bound=False, ranks={"themes": 1}),
    Command("edit_theme", "space e", ("coding", "themes"), menu={"theme": "e"}, when=if_.on_theme),
    Command("merge_theme", "space s", ("coding", "themes"), menu={"theme": "s"}, when=if_.on_theme),
    Command("split_theme", "space d", ("coding", "themes"), menu={"theme": "d"}, when=if_.on_theme),
    Command("withdraw_theme", "space x", ("coding", "themes"), menu={"theme": "x"}, when=if_.on_theme),
    Command("leave_themes", "escape", ("themes",), ranks={"themes": 3}),
)
