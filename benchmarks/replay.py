"""The screen as a person would see it, made out of the bytes that a program wrote.

pyte does the work. It stumbles over some of what today's programs send: it takes `CSI > 4 ; 1 m` for an
underline, prints the body of a DCS, drops the rest of a line after a joiner, and knows no second screen.
Those four are mended here, once, so that neither measurements nor tests need to know of them.
"""

import codecs
import re
from copy import copy
from itertools import groupby
from typing import Any
from unicodedata import combining

import pyte
from wcwidth import wcwidth

_UNREADABLE = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]"  # kitty keyboard, modifyOtherKeys, XTVERSION, DA2
    rb"|\x1b\[\?[0-?]*(?:[ -/]+[@-~]|[@-gi-km-~])"  # private, but neither h (set) nor l (reset)
    rb"|\x1b\[[0-?]*[ -/]+[@-~]"  # cursor shape, soft reset, mode requests
    rb"|\x1b\[[0-9;]*:[0-9;:]*m"  # styles with sub-parameters, such as curly underlines
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: titles, colours, the clipboard
    rb"|\x1b[PX^_][^\x1b]*\x1b\\"  # DCS and its like
)
"""Complete sequences that change no text on the screen and that pyte would misread."""

_UNFINISHED = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_][^\x1b]*\x1b?|[ -/]*)\Z",
)
"""A sequence that the end of a chunk has cut off."""

_SECOND_SCREEN = frozenset({47, 1047, 1049})
"""The private modes that switch to the screen without scrollback, where full-screen programs live."""


class Replay:
    """A screen of `columns` × `rows` that is fed bytes in the pieces in which they came."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = _Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = b""

    def feed(self, data: bytes) -> None:
        """Take in the next bytes; a sequence or a letter cut in two waits for its other half."""
        data = self._held + data
        unfinished = _UNFINISHED.search(data)
        whole = data[: unfinished.start()] if unfinished else data
        self._held = data[len(whole) :]
        self._stream.feed(self._decoder.decode(_UNREADABLE.sub(b"", whole)))

    def resize(self, columns: int, rows: int) -> None:
        """Change the size; as in a terminal, the program is expected to paint anew."""
        self._screen.resize(rows, columns)

    def rows(self) -> list[str]:
        """Return the text of every row, without the blanks at its end."""
        return [self._row(y) for y in range(self._screen.lines)]

    def cursor(self) -> tuple[int, int]:
        """Return the cursor's column and row, counted from 0."""
        return min(self._screen.cursor.x, self._screen.columns - 1), self._screen.cursor.y

    def _row(self, y: int) -> str:
        """Return one row. A wide character's second cell is empty; a half painted over is a blank."""
        line = self._screen.buffer[y]
        cells = [line[x].data for x in range(self._screen.columns)]
        texts: list[str] = []
        follows_wide = False
        for text, after in zip(cells, [*cells[1:], ""], strict=True):
            is_wide = _width(text) == 2 and _width(after) < 1
            is_torn = not follows_wide if not text else _width(text) == 2 and not is_wide
            texts.append(" " if is_torn else text)
            follows_wide = is_wide
        return "".join(texts).rstrip()


class _Screen(pyte.Screen):
    """pyte's screen with a second screen beside the first, and with joiners kept."""

    def __init__(self, columns: int, rows: int) -> None:
        self._first: tuple[dict[int, dict[int, Any]], Any] | None = None
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        """Draw text; joiners and selectors, at which pyte stops, go with the character before them."""
        if data.isascii():
            super().draw(data)
            return
        for takes_no_cell, characters in groupby(data, _takes_no_cell):
            text = "".join(characters)
            if not takes_no_cell:
                super().draw(text)
            elif self.cursor.x:
                line = self.buffer[self.cursor.y]
                before = line[self.cursor.x - 1]
                line[self.cursor.x - 1] = before._replace(data=before.data + text)

    def set_mode(self, *modes: int, **kwargs: Any) -> None:  # noqa: ANN401  # pyte's own signature
        """Set modes; the first screen is put aside when the second is asked for."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and _SECOND_SCREEN.intersection(modes) and self._first is None:
            self._first = {y: dict(line) for y, line in self.buffer.items()}, copy(self.cursor)
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:  # noqa: ANN401  # pyte's own signature
        """Reset modes; the first screen comes back as it was left."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and _SECOND_SCREEN.intersection(modes) and self._first is not None:
            lines, self.cursor = self._first
            self._first = None
            self.buffer.clear()
            for y, line in lines.items():
                self.buffer[y].update(line)


def _width(text: str) -> int:
    """Return how many cells the text of one cell asks for; accents and joiners alone ask for none."""
    return wcwidth(text[0]) if text else 0


def _takes_no_cell(character: str) -> bool:
    """Say whether pyte would stop at this character: no width, and no accent that it could combine.

    Accents are left to pyte, which composes them; every other mark without width is kept as it came.
    """
    return wcwidth(character) <= 0 and not combining(character)
