"""Every command, declared once: its key, where it works, and the action of that name on its screen.

Footer, palette, F1, the bindings themselves and the key sheet in the docs are read from here; the words come from
`texts`. Keys that are used while writing are function keys and Ctrl with a letter that a text area leaves free, none behind
AltGr, a dead key or Shift+7 on a Swedish keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import CommandWords, Texts

Place = Literal["writing", "walk", "notes", "ranking", "plan", "home"]
"""Where a command works: in the capture line, anywhere in a discussion, among the notes, in a round, in the run of show,
at home."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command.

    `id` is its action and its field in `texts.commands`; `bound` is False where a widget owns the key; `owner` is where the action lies, if not on the screen; `english` the key of `also` that is shown in English.
    """

    id: str
    place: Place
    key: str
    also: tuple[str, ...] = ()
    bound: bool = True
    owner: Literal["", "app."] = ""
    english: str = ""

    def words(self, words: Texts) -> CommandWords:
        """Title and reason."""
        found: CommandWords = getattr(words.commands, self.id)
        return found

    def shown_key(self, words: Texts) -> str:
        """The key as it is written on the screen."""
        key = self.english if self.english and words.language == "en" else self.key
        return key_name(key, words)


COMMANDS: tuple[Command, ...] = (
    Command("save_note", "writing", "enter", bound=False),
    Command("leave_edit", "writing", "escape", bound=False),
    Command("new_line", "writing", "alt+enter", ("ctrl+j",), bound=False),
    Command("turn", "writing", "tab", ("shift+tab",), bound=False),
    Command("to_notes", "writing", "up", bound=False),
    Command("next_step", "walk", "pagedown"),
    Command("previous_step", "walk", "pageup"),
    Command("jump", "walk", "ctrl+g"),
    Command("parked", "walk", "f7"),
    Command("table", "walk", "ctrl+s"),
    Command("undo", "walk", "ctrl+z"),
    Command("redo", "walk", "ctrl+y"),
    Command("help", "walk", "f1"),
    Command("compass", "walk", "f2"),
    Command("wording", "walk", "f3"),
    Command("picture", "walk", "f4"),
    Command("big", "walk", "f5"),
    Command("filter", "walk", "f6"),
    Command("cues", "walk", "f8"),
    Command("plan", "walk", "f9"),
    Command("background", "walk", "ctrl+b"),
    Command("mask", "walk", "ctrl+d"),
    Command("details", "walk", "ctrl+n"),
    Command("bin", "walk", "ctrl+r"),
    Command("finish", "walk", "ctrl+f"),
    Command("theme", "walk", "ctrl+t", owner="app."),
    Command("language", "walk", "ctrl+l", owner="app."),
    Command("palette", "walk", "ctrl+p"),
    Command("rank", "walk", "f12"),
    Command("next_exercise", "walk", "f10"),
    Command("go_home", "walk", "ctrl+o"),
    Command("quit", "walk", "ctrl+q", owner="app."),
    Command("edit_note", "notes", "enter"),
    Command("withdraw_note", "notes", "delete", ("backspace",)),
    Command("star_note", "notes", "space"),
    Command("dissent_note", "notes", "exclamation_mark"),
    Command("hands", "notes", "0–9", bound=False),
    Command("kind_note", "notes", "k"),
    Command("move_note", "notes", "f"),
    Command("versions_note", "notes", "v"),
    Command("park_note", "notes", "p"),
    Command("conclude_note", "notes", "s"),
    Command("notes_conclusion", "notes", "g"),
    Command("rank", "notes", "r"),
    Command("mark_note", "notes", "x"),
    Command("merge_notes", "notes", "m"),
    Command("split_note", "notes", "d"),
    Command("originals_note", "notes", "o"),
    Command("back_to_writing", "notes", "escape", ("tab",)),
    Command("give_dots", "ranking", "0–9", bound=False),
    Command("ten_more", "ranking", "+", bound=False),
    Command("rank_up", "ranking", "u"),
    Command("rank_down", "ranking", "n"),
    Command("finish_round", "ranking", "enter"),
    Command("reopen_round", "ranking", "o"),
    Command("new_round", "ranking", "r"),
    Command("other_round", "ranking", "tab", ("shift+tab",), bound=False),
    Command("undo", "ranking", "ctrl+z"),
    Command("redo", "ranking", "ctrl+y"),
    Command("big", "ranking", "f5"),
    Command("help", "ranking", "f1"),
    Command("theme", "ranking", "ctrl+t", owner="app."),
    Command("language", "ranking", "ctrl+l", owner="app."),
    Command("palette", "ranking", "ctrl+p"),
    Command("leave_round", "ranking", "escape"),
    Command("quit", "ranking", "ctrl+q", owner="app."),
    Command("pause_clock", "plan", "space"),
    Command("add_one", "plan", "1"),
    Command("add_five", "plan", "5"),
    Command("take_time", "plan", "t"),
    Command("plan_minutes", "plan", "enter"),
    Command("plan_behaviour", "plan", "k"),
    Command("skip_item", "plan", "h"),
    Command("add_break", "plan", "b"),
    Command("remove_break", "plan", "delete", ("backspace",)),
    Command("set_end", "plan", "s"),
    Command("as_before", "plan", "m"),
    Command("clock_anew", "plan", "n"),
    Command("undo", "plan", "ctrl+z"),
    Command("redo", "plan", "ctrl+y"),
    Command("help", "plan", "f1"),
    Command("theme", "plan", "ctrl+t", owner="app."),
    Command("language", "plan", "ctrl+l", owner="app."),
    Command("palette", "plan", "ctrl+p"),
    Command("close_plan", "plan", "escape", ("f9",)),
    Command("quit", "plan", "ctrl+q", owner="app."),
    Command("open", "home", "enter"),
    Command("new", "home", "n"),
    Command("practise", "home", "ö", ("p",), english="p"),
    Command("search", "home", "s"),
    Command("refresh", "home", "r"),
    Command("help", "home", "f1"),
    Command("background", "home", "f4"),
    Command("theme", "home", "ctrl+t", owner="app."),
    Command("language", "home", "ctrl+l", owner="app."),
    Command("palette", "home", "ctrl+p"),
    Command("quit", "home", "ctrl+q", owner="app."),
)


def commands(*places: Place) -> tuple[Command, ...]:
    """The commands of some places, in the order they are declared."""
    return tuple(command for command in COMMANDS if command.place in places)


def bindings(*places: Place) -> list[BindingType]:
    """The bindings of some places. Nothing is shown by Textual: the footer is our own."""
    return [
        Binding(",".join((command.key, *command.also)), command.owner + command.id, show=False)
        for command in commands(*places)
        if command.bound
    ]


def key_name(key: str, words: Texts) -> str:
    """A key as people read it: `Ctrl+G`, `PgDn`, `F1`."""
    names = dict(words.keys.named)
    parts = [
        names.get(part, part.upper() if part[:1] == "f" and part[1:].isdigit() else part)
        for part in key.split("+")
    ]
    return "+".join(part.upper() if len(part) == 1 and len(parts) > 1 else part for part in parts)
