"""The one way a command gives up: a sentence for the person at the shell, rows that belong to it, and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DONE, WRONG, MISUSED, GAVE_UP, INTERRUPTED = 0, 1, 2, 3, 130
"""Done; something was found wrong or not saved; wrong use, no such session or no terminal; the folder does not answer;
stopped with Ctrl+C."""


class Refused(Exception):  # noqa: N818 - not an error of the program: it is the command's answer
    """A command cannot do what it was asked. `sentence` says what happened, what it means and what to do."""

    def __init__(self, sentence: str, code: int = MISUSED, rows: Iterable[str] = ()) -> None:
        self.sentence = sentence
        self.code = code
        self.rows = tuple(rows)
        super().__init__(sentence)
