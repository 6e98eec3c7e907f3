"""The commands of a round: dots, or putting in order."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

RANKING: tuple[Command, ...] = (
    Command(
        "give_dots",
        "0–9",
        ("ranking",),
        bound=False,
        ranks={"dots": 1, "order": 3},
        called=lambda at, words: words.rounds.place if at.puts_in_order else "",
    ),
    Command("ten_more", "+", ("ranking",), bound=False, ranks={"dots": 2}),
    Command("rank_up", "u", ("ranking",), ranks={"order": 1}, when=if_.round_open),
    Command("rank_down", "n", ("ranking",), ranks={"order": 2}, when=if_.round_open),
    Command("called_dots", "ctrl+k", ("ranking",), ranks={"dots": 3}, when=if_.dots_open),
    Command("finish_round", "enter", ("ranking",), ranks={"dots": 3, "order": 4}, when=if_.round_open),
    Command("reopen_round", "o", ("ranking",), ranks={"closed": 1}, when=if_.round_closed),
    Command("new_round", "r", ("ranking",), ranks={"closed": 2}),
    Command(
        "other_round",
        "tab",
        ("ranking",),
        also=("shift+tab",),
        bound=False,
        ranks={"dots": 6, "closed": 3},
        when=if_.several_rounds,
    ),
    Command("leave_round", "escape", ("ranking",), ranks={"dots": 4, "order": 5, "closed": 5}),
)
