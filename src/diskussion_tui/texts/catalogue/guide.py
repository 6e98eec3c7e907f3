"""The words of the guided practice, on the walk's screens and at the prompt."""

from __future__ import annotations

from typing import NamedTuple

from diskussion_tui.texts.catalogue.base import Words


class Task(NamedTuple):
    """Something to do, and how: by `keys` on the screen, by commands at the prompt's `line`."""

    what: str
    keys: str
    line: str

    @property
    def on_screen(self) -> str:
        """The whole of it where there are keys."""
        return f"{self.what} {self.keys}"

    @property
    def at_prompt(self) -> str:
        """The whole of it where there are commands."""
        return f"{self.what} {self.line}"


class Guide(Words):
    """The guided practice: its exercises by id."""

    number: str
    all_done: Task
    only_in_practice: Task
    go: Task
    say: Task
    hands: Task
    dissent: Task
    merge: Task
    place: Task
    tag: Task
    park: Task
    rank: Task
    clock: Task
    cues: Task
    mask: Task
    conclude: Task
