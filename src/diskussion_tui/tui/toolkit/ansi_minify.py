"""Frames in as few bytes as say the same, for whoever leads over a slow remote line.

Textual writes every span with all of its colours before it and a reset behind. Of two spans beside each other that differ in
nothing but the ink only the ink has to be said, and of blanks nothing but their ground. No screen is drawn otherwise for
that: this reads what is on its way to the terminal and takes out what the terminal knows already.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.driver import Driver

_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_MOVES = re.compile(r"(?:[\r\n]|\x1b\[[0-9;]*H)*")
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""What ends an attribute; one that is not named here is ended by a reset."""
_SEEN_ON_BLANKS = frozenset(_OFF) - {"1", "2", "3", "5", "8"}
"""Underline, reverse, strike: they show where there is no letter."""
_WIDE = {"5": 1, "2": 3}
"""How many numbers follow a colour by its way of naming it: one of 256, or red, green and blue."""


class _Style(NamedTuple):
    """What a style sequence says, in its own numbers. `strange` is one that is handed on as it is, after a reset."""

    ink: str = "39"
    ground: str = "49"
    marks: frozenset[str] = frozenset()
    strange: bool = False


def thin(frame: str) -> str:
    """What shows the same as `frame` on a terminal whose style is the plain one, and leaves it in the same style.

    The styles in `frame` are taken for whole ones, as Textual's are: each follows a reset.
    """
    pieces = _STYLE.split(frame)
    if len(pieces) == 1:
        return frame
    said = [pieces[0]]
    shown = wanted = ""
    for style, text in zip(pieces[1::2], pieces[2::2], strict=True):
        wanted = "" if style == "0" else style
        if not text:
            continue
        moves = _MOVES.match(text)
        here = moves.end() if moves else 0
        if here < len(text) and not _covers(shown, wanted, blank=text[here:].isspace()):
            said += (text[:here], _turn(shown, wanted), text[here:])
            shown = wanted
        else:
            said.append(text)
    said.append(_turn(shown, wanted))
    return "".join(said)


def minified(driver: type[Driver]) -> type[Driver]:
    """A driver that writes frames so."""

    class Thin(driver):
        """Hands on what is left of a frame."""

        def write(self, data: str) -> None:
            driver.write(self, thin(data))

    return Thin


def _covers(shown: str, wanted: str, *, blank: bool) -> bool:
    """Whether a text can be written in the style shown as if it were the one wanted."""
    if shown == wanted:
        return True
    return blank and _alike_on_blanks(shown, wanted)


@lru_cache(maxsize=4_096)
def _alike_on_blanks(one: str, other: str) -> bool:
    """Whether blanks look the same in two styles."""
    styles = (_read(one), _read(other))
    if any(style.strange or style.marks & _SEEN_ON_BLANKS for style in styles):
        return False
    return styles[0].ground == styles[1].ground


@lru_cache(maxsize=4_096)
def _turn(shown: str, wanted: str) -> str:
    """The shortest sequence that turns one style into another; empty where they are the same."""
    if shown == wanted:
        return ""
    whole = f"\x1b[0;{wanted}m" if wanted else "\x1b[0m"
    before, after = _read(shown), _read(wanted)
    if before.strange or after.strange or not before.marks - after.marks <= _OFF.keys():
        return whole
    turned = f"\x1b[{';'.join(_numbers(before, after))}m"
    return min(turned, whole, key=len)


def _numbers(before: _Style, after: _Style) -> Iterator[str]:
    """The numbers that turn one style into another."""
    ends = {_OFF[mark] for mark in before.marks - after.marks}
    yield from sorted(ends)
    kept = {mark for mark in before.marks & after.marks if _OFF.get(mark) not in ends}
    yield from sorted(after.marks - kept)
    if after.ink != before.ink:
        yield after.ink
    if after.ground != before.ground:
        yield after.ground


@lru_cache(maxsize=4_096)
def _read(numbers: str) -> _Style:
    """What a style's numbers say."""
    style, left = _Style(), numbers.split(";") if numbers else []
    while left:
        first, *left = left
        taken = 1 + _WIDE.get(left[0], 0) if first in {"38", "48"} and left else 0
        said, left = ";".join((first, *left[:taken])), left[taken:]
        if not first.isdecimal() or first == "0":
            return _Style(strange=True)
        if _is_colour(first, "3"):
            style = style._replace(ink=said)
        elif _is_colour(first, "4"):
            style = style._replace(ground=said)
        else:
            style = style._replace(marks=style.marks | {first})
    return style


def _is_colour(number: str, tens: str) -> bool:
    """Whether a number is a colour of the ink (`tens` 3) or of the ground (4): a plain one or a bright one."""
    bright = {"3": "9", "4": "10"}[tens]
    return (len(number) == len(tens) + 1 and number.startswith(tens)) or (
        len(number) == len(bright) + 1 and number.startswith(bright) and number[-1] <= "7"
    )
