"""Every text of the catalogue, with where it stands: for the rules that hold of each sentence the program says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts import words
from diskussion_tui.texts.catalogue import Room, Texts
from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOMS = tuple(name for name, field in vars(Texts).items() if isinstance(field, Room))


def sentences(language: str) -> dict[str, str]:
    """Every text of a language, by where it stands: `walk.saved`, `terms.notes.0`."""
    return spoken(words(language))


def spoken(said: Texts) -> dict[str, str]:
    """Every text of these words, by where it stands."""
    return dict(found for room in ROOMS for found in _texts(getattr(said, room), room))


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
        return
    inner: dict[str, object] = {}
    if isinstance(value, Words):
        inner = vars(value)
    elif isinstance(value, tuple):
        inner = {str(number): one for number, one in enumerate(value)}
    for name, one in inner.items():
        yield from _texts(one, f"{place}.{name}")
