"""What is said: sentences on lines of the reader's width, each letter of it plain text.

A speech synthesiser or a braille display gets what stands here in the order it was written, so nothing is drawn, nothing is
taken back, and no line is longer than one can follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean
from diskussion_tui.domain.workbook.layout import wrap
from diskussion_tui.reports.cells import cells

if TYPE_CHECKING:
    from collections.abc import Callable

NARROWEST, WIDEST = 40, 200
"""Columns: what is asked for beyond these is brought within them."""


class Speech:
    """Says things to whoever sits at the prompt. `write` takes whole lines with their ends."""

    def __init__(self, write: Callable[[str], object], width: int) -> None:
        self._write = write
        self.width = max(NARROWEST, min(width, WIDEST))

    def say(self, *sentences: str) -> None:
        """Each sentence on lines of its own; an empty one is not said."""
        for sentence in sentences:
            if sentence.strip():
                for line in wrap(clean(sentence).expandtabs(), self.width, measure=cells):
                    self._write(f"{line.rstrip()}\n")

    def say_text(self, text: str) -> None:
        """A text that is set in lines already; what separates its parts for the eye only is left out."""
        self.say(*(line for line in text.split("\n") if any(map(str.isalnum, line))))
