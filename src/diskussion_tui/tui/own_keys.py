"""Keys of one's own: which of those that somebody asks for can be had, and what is wrong with the others.

Only what a Swedish keyboard reaches without AltGr, a dead key or Shift+7, what no terminal keeps for itself, and what a line to
write in leaves free: the function keys, and those letters with Ctrl that commands have anyhow. What belongs to the line, to a
note's menu or to a list stays where it is, since a letter there is a letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.settings import Wrong
from diskussion_tui.tui.commands import AS_DECLARED
from diskussion_tui.tui.declaring import IN_MENU

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diskussion_tui.base.settings import KeyAsked
    from diskussion_tui.tui.declaring import Command, Place

_FUNCTION = tuple(f"f{number}" for number in range(1, 13))
_TOGETHER: tuple[tuple[Place, ...], ...] = (
    ("writing", "notes", "walk"),
    ("ranking",),
    ("plan",),
    ("reading",),
    ("home",),
    ("wall",),
)
"""Places whose keys hold at the same time."""


def changeable() -> tuple[str, ...]:
    """The commands that can have another key."""
    return tuple(one.id for one in AS_DECLARED if one.bound and _is_general(one.key))


def letters() -> tuple[str, ...]:
    """The keys with Ctrl that can be chosen."""
    return tuple(
        sorted({one.key for one in AS_DECLARED if one.key.startswith("ctrl+") and _is_general(one.key)})
    )


def checked(asked: Iterable[KeyAsked]) -> tuple[dict[str, str], tuple[Wrong, ...]]:
    """The keys that can be had, by command, and what is wrong with the others."""
    fit: dict[str, KeyAsked] = {}
    wrong: list[Wrong] = []
    known, keys = changeable(), (*_FUNCTION, *letters())
    for one in asked:
        if one.command not in known:
            wrong.append(Wrong("no_command", one.line, f"keys.{one.command}", one.command, known))
        elif one.key not in keys:
            wrong.append(Wrong("no_key", one.line, f"keys.{one.command}", one.key, keys))
        else:
            fit[one.command] = one
    while clash := _clash({name: one.key for name, one in fit.items()}):
        command, other = clash
        gone = fit.pop(command)
        wrong.append(Wrong("clash", gone.line, f"keys.{command}", gone.key, (other,)))
    return {name: one.key for name, one in fit.items()}, tuple(sorted(wrong, key=lambda one: one.line))


def _is_general(key: str) -> bool:
    if key.startswith(IN_MENU):
        return False
    return key in _FUNCTION or (key.startswith("ctrl+") and len(key) == len("ctrl+x"))


def _clash(own: Mapping[str, str]) -> tuple[str, str] | None:
    """A command whose own key another has where both hold, and which; None where all is well."""
    for places in _TOGETHER:
        taken: dict[str, str] = {}
        # Those with a key of their own last: it is theirs that cannot be had.
        for one in sorted(AS_DECLARED, key=lambda one: one.id in own):
            for key in _keys_of(one, places, own):
                other = taken.setdefault(key, one.id)
                if other != one.id and one.id in own:
                    return one.id, other
    return None


def _keys_of(one: Command, places: Iterable[Place], own: Mapping[str, str]) -> set[str]:
    said = one.rekeyed(own.get(one.id, ""))
    return {key for place in places if place in one.places for key in said.keys_in(place)}
