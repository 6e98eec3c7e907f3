"""What is typed where one of a few answers is to be chosen.

The first letter of an answer, or its first word, chooses it, and only Enter gives it: whoever types a sentence without looking
answers nothing with its first letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from diskussion_tui.base.text import MAX_NOTE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

A = TypeVar("A")


class Reply(Generic[A]):
    """What has been typed so far. `answers` are those that words stand for, in small letters."""

    def __init__(self, answers: Mapping[str, A]) -> None:
        self._answers = answers
        self._typed = ""

    @property
    def is_none(self) -> bool:
        """Whether something else is typed than an answer."""
        return bool(self._typed) and self._typed not in self._answers

    def hears(self, event: events.Key) -> bool:
        """Whether a key is part of what is typed."""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.is_printable and len(self._typed) < MAX_NOTE:
            self._typed += (event.character or "").lower()
        else:
            return event.is_printable
        return True

    def chosen(self, usual: A) -> A:
        """The answer that is typed; the usual one where none is."""
        return self._answers.get(self._typed, usual)

    def forget(self) -> None:
        """Begin again."""
        self._typed = ""
