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
        ranks={"dots": 1, "order": 1},
        called=lambda at, words: words.rounds.place if at.puts_in_order else "",
    ),
    Command("ten_more", "+", ("ranking",), bound=False, ranks={"dots": 5}),
    Command(
        "rank_up", "shift+up", ("ranking",), menu={"ranked": "u"}, ranks={"order": 5}, when=if_.order_open
    ),
    Command(
        "rank_down",
        "shift+down",
        ("ranking",),
        menu={"ranked": "n"},
        ranks={"order": 6},
        when=if_.order_open,
    ),
    Command(
        "called_dots", "ctrl+k", ("ranking",), menu={"ranked": "k"}, ranks={"dots": 6}, when=if_.dots_open
    ),
    Command("finish_round", "enter", ("ranking",), ranks={"dots": 2, "order": 2}, when=if_.round_open),
    Command(
        "reopen_round",
        "space o",
        ("ranking",),
        menu={"ranked": "o"},
        when=if_.round_closed,
    ),
    Command("new_round", "space r", ("ranking",), menu={"ranked": "r"}, when=if_.writable),
    Command(
        "other_round",
        "tab",
        ("ranking",),
        also=("shift+tab",),
        bound=False,
        ranks={"dots": 7, "closed": 3},
        when=if_.several_rounds,
    ),
    Command(
        "leave_round",
        "escape",
        ("ranking",),
        also=("f12",),
        ranks={"dots": 3, "order": 3, "closed": 2},
    ),
)
