"""The commands among the notes, and those in the menu of what is chosen there."""

from __future__ import annotations

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import Command

NOTES: tuple[Command, ...] = (
    # ---- among the notes
    Command(
        "edit_note",
        "enter",
        ("notes",),
        ranks={"notes": 2, "conclusions": 1},
        when=if_.opens,
        called=lambda at, _words: at.fold_title,
    ),
    Command(
        "withdraw_note",
        "delete",
        ("notes",),
        also=("backspace",),
        ranks={"notes": 3, "conclusions": 2},
        when=if_.on_something,
    ),
    Command("hands", "0–9", ("notes",), bound=False, ranks={"notes": 4}),
    Command(
        "menu",
        "space",
        ("notes", "plan", "ranking"),
        ranks={"notes": 5, "conclusions": 3, "plan": 1, "dots": 4, "order": 4, "closed": 1},
        when=if_.writable,
    ),
    Command("back_to_writing", "escape", ("notes",), also=("tab",), ranks={"notes": 6, "conclusions": 4}),
    # ---- in the menu of what is chosen
    Command(
        "mark_note",
        "space space",
        ("notes",),
        menu={"note": "space", "conclusion": "space", "action": "space"},
        when=if_.mark_fits,
        called=lambda at, words: "" if at.note else words.conclusions.done,
    ),
    Command(
        "merge_notes",
        "space m",
        ("notes",),
        also=("ctrl+e",),
        menu={"note": "m"},
        ranks={"notes": 1},
        when=if_.mergeable,
        helps=lambda at: bool(at.marked),
    ),
    Command(
        "kind_note",
        "space k",
        ("notes",),
        menu={"note": "k", "conclusion": "k"},
        when=if_.kind_fits,
        called=lambda at, words: words.conclusions.turn if at.conclusion else "",
    ),
    Command(
        "move_note",
        "space f",
        ("notes",),
        also=("ctrl+x",),
        menu={"note": "f", "conclusion": "f"},
        when=if_.on_something,
    ),
    Command("conclude_note", "space s", ("notes",), menu={"note": "s"}, when=if_.on_note),
    Command("park_note", "space p", ("notes",), menu={"note": "p"}, when=if_.on_note),
    Command("dissent_note", "space exclamation_mark", ("notes",), menu={"note": "!"}, when=if_.on_note),
    Command("star_note", "space t", ("notes",), menu={"note": "t"}, when=if_.on_note),
    Command(
        "notes_conclusion",
        "space g",
        ("notes",),
        menu={"conclusion": "g", "cell": "g"},
        when=if_.has_notes_behind,
    ),
    Command("split_note", "space d", ("notes",), menu={"note": "d"}, when=if_.on_merged),
    Command("originals_note", "space o", ("notes",), menu={"note": "o"}, when=if_.on_merged),
    Command(
        "versions_note",
        "space v",
        ("notes",),
        menu={"note": "v"},
        ranks={"notes": 1},
        when=if_.has_versions,
        helps=lambda at: at.at_rivals,
    ),
    Command("fold_all", "space a", ("notes",), menu={"part": "a"}, when=if_.on_summary),
)
