"""Every command, declared once: its key, the places where it holds, when it can run and why not, and its rank in the footers.

Footer, palette, F1, the bindings themselves and the key sheet in the docs are read from here; the words come from
`texts`. Keys that are used while writing are function keys and Ctrl with a letter that a text area leaves free, none behind
AltGr, a dead key or Shift+7 on a Swedish keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from diskussion_tui.tui.declared.coding import CODING
from diskussion_tui.tui.declared.comparing import COMPARING
from diskussion_tui.tui.declared.compiling import COMPILING
from diskussion_tui.tui.declared.discussion import DISCUSSION
from diskussion_tui.tui.declared.followup import FOLLOWUP
from diskussion_tui.tui.declared.home import HOME
from diskussion_tui.tui.declared.notes import NOTES
from diskussion_tui.tui.declared.plan import PLAN
from diskussion_tui.tui.declared.ranking import RANKING
from diskussion_tui.tui.declared.reading import READING
from diskussion_tui.tui.declaring import IN_MENU, WINDOWS, Command, both_cases, key_name
from diskussion_tui.tui.dialog_keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.declaring import Footer, Place, Thing

AS_DECLARED: tuple[Command, ...] = (
    *DISCUSSION,
    *NOTES,
    *RANKING,
    *PLAN,
    *READING,
    *COMPARING,
    *CODING,
    *HOME,
    *COMPILING,
    *FOLLOWUP,
    Command("quit", "ctrl+q", WINDOWS, app=True, ranks={"home": 6}),
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
