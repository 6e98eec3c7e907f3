"""Every command, declared once: its key, the places where it holds, when it can run and why not, and its rank in the footers.

Footer, palette, F1, the bindings themselves and the key sheet in the docs are read from here; the words come from
`texts`. Keys that are used while writing are function keys and Ctrl with a letter that a text area leaves free, none behind
AltGr, a dead key or Shift+7 on a Swedish keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from diskussion_tui.tui import conditions as if_
from diskussion_tui.tui.declaring import IN_MENU, Command, both_cases, key_name
from diskussion_tui.tui.dialog_keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.declaring import Footer, Place, Thing

_EVERYWHERE: tuple[Place, ...] = ("walk", "ranking", "plan", "reading", "handover", "home")
_DISCUSSION: tuple[Place, ...] = ("walk", "ranking", "plan")
_WINDOWS: tuple[Place, ...] = (*_EVERYWHERE, "wall")
_ROOM: tuple[Place, ...] = ("walk", "ranking", "wall")

AS_DECLARED: tuple[Command, ...] = (
    # ---- in the capture line
    Command(
        "save_note",
        "enter",
        ("writing",),
        bound=False,
        ranks={"writing": 1, "concluding": 1, "reading": 3},
        helps=lambda at: at.writes and not at.is_among,
    ),
    Command(
        "leave_edit",
        "escape",
        ("writing",),
        bound=False,
        ranks={"writing": 2, "concluding": 2},
        when=if_.at_task,
    ),
    Command("new_line", "alt+enter", ("writing",), also=("ctrl+j",), bound=False),
    Command(
        "turn",
        "tab",
        ("writing",),
        also=("shift+tab",),
        bound=False,
        ranks={"writing": 3, "concluding": 3},
        helps=lambda at: at.turns,
        called=lambda at, _words: at.turn_title,
    ),
    Command(
        "to_notes",
        "up",
        ("writing",),
        bound=False,
        ranks={"writing": 5, "concluding": 4},
        helps=lambda at: not at.at_task,
    ),
    # ---- anywhere in a discussion
    Command("next_step", "pagedown", ("walk",), ranks={"writing": 6, "reading": 1}, when=if_.not_last),
    Command("previous_step", "pageup", ("walk",), ranks={"concluding": 5, "reading": 2}, when=if_.not_first),
    Command("page_start", "home", ("walk",), when=if_.on_page),
    Command("page_end", "end", ("walk",), when=if_.on_page),
    Command(
        "jump", "ctrl+g", ("walk", "reading"), ranks={"writing": 11, "concluding": 9, "reading": 9, "page": 5}
    ),
    Command("parked", "f7", ("walk",), when=if_.has_parked),
    Command("table", "ctrl+s", ("walk",), when=if_.writable),
    Command("undo", "ctrl+z", _DISCUSSION, ranks={"dots": 5, "order": 6, "closed": 6}, when=if_.undoable),
    Command("redo", "ctrl+y", _DISCUSSION, when=if_.redoable),
    Command(
        "help",
        "f1",
        _EVERYWHERE,
        ranks={
            "writing": 7,
            "concluding": 7,
            "reading": 5,
            "dots": 8,
            "order": 8,
            "closed": 7,
            "plan": 9,
            "page": 6,
            "handover": 3,
            "home": 5,
        },
    ),
    Command(
        "compass",
        "f2",
        ("walk",),
        ranks={"writing": 10, "notes": 8, "reading": 7},
        called=lambda at, words: words.placing.footer if at.note and at.is_among else "",
    ),
    Command(
        "wording",
        "f3",
        ("walk",),
        ranks={"writing": 4},
        when=if_.own_question,
        helps=lambda at: not at.at_task,
    ),
    Command(
        "picture",
        "f4",
        ("walk",),
        ranks={"writing": 13},
        helps=lambda at: at.step.section is not None and at.step.role != "picture",
    ),
    Command(
        "big",
        "f5",
        ("walk", "ranking"),
        ranks={"writing": 9, "concluding": 8, "reading": 6, "dots": 7, "order": 7, "closed": 4},
    ),
    Command("room_back", "ctrl+up", _ROOM, also=("alt+up",), elsewhere={"wall": "pageup"}),
    Command("room_on", "ctrl+down", _ROOM, also=("alt+down",), elsewhere={"wall": "pagedown"}),
    Command("filter", "f6", ("walk",), ranks={"writing": 12}, when=if_.filterable),
    Command("cues", "f8", ("walk",), when=if_.has_cues),
    Command("plan", "f9", ("walk",)),
    Command("pause", "ctrl+a", ("walk",), when=if_.writable),
    Command("background", "ctrl+b", ("walk", "home"), elsewhere={"home": "f4"}, ranks={"reading": 8}),
    Command(
        "numbers",
        "ctrl+k",
        ("walk",),
        ranks={"writing": 8},
        when=if_.numbered,
        helps=lambda at: not at.at_task,
    ),
    Command("mask", "ctrl+d", ("walk",), when=if_.personal_found),
    Command("details", "ctrl+n", ("walk",), ranks={"reading": 4}, helps=lambda at: at.step.role == "start"),
    Command("bin", "ctrl+r", ("walk",), when=if_.has_withdrawn),
    Command(
        "find",
        "ctrl+f",
        ("walk", "reading"),
        menu={"page": "s"},
        ranks={"page": 1, "writing": 13, "reading": 11},
        when=if_.searchable,
        helps=lambda at: not getattr(at, "finding", False),
    ),
    Command("finish", "", ("walk",)),
    Command("theme", "ctrl+t", _WINDOWS, app=True),
    Command("language", "ctrl+l", _WINDOWS, app=True),
    Command("palette", "ctrl+p", _EVERYWHERE),
    Command(
        "rank",
        "f12",
        ("walk",),
        menu={"note": "r"},
        ranks={"notes": 13, "reading": 10},
        when=if_.rankable,
    ),
    Command("next_exercise", "f10", ("walk",), when=if_.practising),
    Command("go_home", "ctrl+o", ("walk",)),
    # ---- among the notes
    Command("edit_note", "enter", ("notes",), ranks={"notes": 2, "conclusions": 1}, when=if_.opens),
    Command(
        "withdraw_note",
        "delete",
        ("notes",),
        also=("backspace",),
        ranks={"notes": 3, "conclusions": 2},
        when=if_.on_something,
    ),
    Command("hands", "0–9", ("notes",), bound=False, ranks={"notes": 4}),
    Command("menu", "space", ("notes",), ranks={"notes": 5, "conclusions": 3}, when=if_.writable),
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
    # ---- in a round
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
    # ---- in the run of show
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
    # ---- where a discussion is read
    Command("find_next", "f3", ("reading",), ranks={"page": 2}, when=if_.found_something),
    Command("lead_on", "f9", ("reading",), menu={"page": "f"}, ranks={"page": 3}),
    Command("leave_reading", "escape", ("reading",), also=("ctrl+o",), ranks={"page": 4}),
    # ---- at the end of a discussion
    Command("hand_over", "f11", ("walk",), when=if_.can_hand_over),
    Command("choose", "enter", ("handover",), ranks={"handover": 1}),
    Command("leave_handover", "escape", ("handover",), also=("f11",), ranks={"handover": 2}),
    # ---- at home
    Command("open", "enter", ("home",), bound=False, ranks={"home": 1}),
    Command("clear", "escape", ("home",), ranks={"home": 2}, when=if_.typed),
    Command("read_chosen", "f3", ("home",), menu={"discussion": "l"}, when=if_.on_discussion),
    Command("lead_chosen", "f9", ("home",), menu={"discussion": "f"}, when=if_.on_discussion),
    Command(
        "practise",
        "f10",
        ("home",),
        menu={"discussion": "p"},
        ranks={"home": 3},
        helps=lambda at: not at.typed,
    ),
    Command("refresh", "f5", ("home",), menu={"discussion": "u"}),
    # ---- everywhere, and last
    Command("quit", "ctrl+q", _WINDOWS, app=True, ranks={"home": 6}),
)
COMMANDS = AS_DECLARED
_BY_ID = {command.id: command for command in COMMANDS}


def take_keys(own: Mapping[str, str]) -> dict[str, str]:
    """Have some commands have keys of somebody's own, the others those that are declared; the bindings that are others now.

    `own` are keys by commands' ids, as `own_keys.checked` leaves them. The bindings are by id, as Textual's keymap takes them.
    """
    global COMMANDS  # noqa: PLW0603 - one program has one keyboard; every app sets it anew as it begins
    COMMANDS = tuple(one.rekeyed(own.get(one.id, "")) for one in AS_DECLARED)
    _BY_ID.update((one.id, one) for one in COMMANDS)
    changed = [one for one in COMMANDS if one.id in own]
    return {_bound_as(one, place): ",".join(one.keys_in(place)) for one in changed for place in one.places}


def _bound_as(one: Command, place: Place) -> str:
    return f"{place}-{one.id}"


def command(command_id: str) -> Command:
    """A command by its id."""
    return _BY_ID[command_id]


def commands(*places: Place) -> tuple[Command, ...]:
    """The commands of some places, place by place in the order they are declared: a place's own before those it shares."""
    return tuple(
        one
        for place in places
        for one in sorted(COMMANDS, key=lambda one: one.places[0] != place)
        if place in one.places
    )


def bindings(place: Place) -> list[BindingType]:
    """The bindings of a place. Nothing is shown by Textual: the footer is our own."""
    return [
        Binding(",".join(keys), one.action, show=False, id=_bound_as(one, place))
        for one in commands(place)
        if one.bound and (keys := [key for given in one.keys_in(place) for key in both_cases(given)])
    ]


def menu_of(thing: Thing) -> Iterable[tuple[str, Command]]:
    """The menu of a thing: keys with what they do as the commands are declared, those last that have a key elsewhere too."""
    found = [(one.menu[thing], one) for one in COMMANDS if one.menu and thing in one.menu]
    return sorted(found, key=lambda entry: not entry[1].key.startswith(IN_MENU))


def footer(at: object, doing: Footer, words: Texts) -> Iterable[tuple[str, str]]:
    """The keys that a footer names where somebody is, with what they do, in the order of their use."""
    ranks = {one.id: one.ranks[doing] for one in COMMANDS if one.ranks and doing in one.ranks}
    for one in map(command, sorted(ranks, key=ranks.__getitem__)):
        if not _helps(one, at):
            continue
        title = one.called(at, words) if one.called else ""
        place: Place | None = "notes" if doing in {"notes", "conclusions"} else None
        yield one.shown_key(words, place), title or one.words(words).title


def keys_in(words: Texts) -> dict[str, str]:
    """Every key that a sentence can speak of, as it is written on the screen, by what its blank is called.

    That is a command's id, with `_2` behind it for the command's second key, or the place where it has another; or the
    name of a dialog's key.
    """
    shown = {one.id: one.shown_key(words) for one in COMMANDS}
    second = {f"{one.id}_2": one.also[0] for one in COMMANDS if one.also}
    elsewhere = {f"{one.id}_{place}": key for one in COMMANDS for place, key in (one.elsewhere or {}).items()}
    named = second | elsewhere | KEYS
    return shown | {name: key_name(key, words) for name, key in named.items()}


def with_keys(words: Texts) -> Texts:
    """The words of a language as screens say them: wherever they speak of a key, it is that of the command."""
    return type(words)(words.language, keys_in(words))


def _helps(one: Command, at: object) -> bool:
    return one.why_not(at) is None and (one.helps is None or one.helps(at))
