"""The workbook set as lines of a given width: what every screen, the big picture and `diskussion show` print.

Set once here, so that what the check measures against the big picture is what the room is shown. `measure` gives the
width of a text in terminal cells; the screens hand in the terminal's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diskussion_tui.domain.workbook.workbook import (
        Area,
        Background,
        Closing,
        Compass,
        Introduction,
        Section,
        Term,
    )

    Measure: TypeAlias = Callable[[str], int]

BIG_LINES, BIG_COLUMNS = 14, 72
"""What the big picture holds: what a room reads from the back row."""

_TIE = "\u00a0"
_JOINTS = ("_/\\", "-")
"""Where a word that is wider than a line is cut rather than in the midst of it: a date has hyphens and is one piece."""

Tone = Literal["heading", "lead", "text", "muted"]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line and how it is meant: the theme turns the tone into ink."""

    text: str = ""
    tone: Tone = "text"


def wrap(text: str, width: int, first: str = "", rest: str = "", measure: Measure = len) -> tuple[str, ...]:
    """`text` in lines of at most `width` cells, `first` before the first and `rest` before the others.

    Line ends in the text are kept. No word is cut unless it is wider than a whole line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, empty = (rest if lines else first), True
        for word in paragraph.split(" "):
            joined = line + word if empty else f"{line} {word}"
            if not empty and measure(joined) > width:
                lines.append(line)
                joined = rest + word
            if width > measure(rest) + 1:
                *full, joined = _cut(joined[: len(joined) - len(word)], word, rest, width, measure)
                lines += full
            line, empty = joined, False
        lines.append(line)
    return tuple(lines)


def _cut(first: str, word: str, rest: str, width: int, measure: Measure) -> Iterator[str]:
    """A word behind what stands before it, cut where it is wider than a line; each piece after the first behind `rest`.

    Names of files and addresses are cut at their joints, so that no piece is a letter or two.

    Looked at a piece at a time: signs that take no cell can make a word of a line as long as a book.
    """
    before, at = first, 0
    while True:
        size = len(before) + max(2 * width, 16)
        while measure(window := before + word[at : at + size]) <= width and at + size < len(word):
            size *= 2
        if measure(window) <= width:
            yield window
            return
        head = _joint(window, len(before), max(_fitting(window, width, measure), len(before) + 1))
        yield window[:head]
        before, at = rest, at + head - len(before)


def _joint(window: str, begins: int, end: int) -> int:
    """Where to cut a word that has room up to `end`: behind the last joint of its second half, else there."""
    half = begins + (end - begins) // 2
    joints = (max(window.rfind(sign, half, end) for sign in signs) + 1 for signs in _JOINTS)
    return next(filter(None, joints), end)


def _fitting(text: str, width: int, measure: Measure) -> int:
    """How many characters of `text` fit in `width` cells: at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= width else (low, middle - 1)
    return low


def picture(section: Section, width: int, *, airy: bool = True) -> tuple[Line, ...]:
    """A focus area's picture: lead and bullets, with a blank line between them where `airy`."""
    lines = [Line(text, "lead") for text in wrap(" ".join(section.lead), width)]
    if airy:
        lines.append(Line())
    for bullet in section.bullets:
        lines += _bulleted(bullet.text, width)
        lines += [line for point in bullet.points for line in _bulleted(point, width, "  – ")]
    return tuple(lines)


def introduction(part: Introduction, width: int, *, airy: bool = True) -> tuple[Line, ...]:
    """The points that a discussion opens with."""
    lines: list[Line] = []
    for bullet in part.bullets:
        lines += _bulleted(bullet, width)
        if airy:
            lines.append(Line())
    return tuple(lines[:-1] if airy else lines)


def compass(part: Compass, width: int) -> tuple[Line, ...]:
    """The compass as lists: each area with its forms, then the branches."""
    lines = [Line(text, "lead") for text in wrap(part.invitation, width)]
    lines += [Line(text, "muted") for text in wrap(what_stands_on(part), width)]
    for area in part.areas:
        lines += [Line(), Line(area_name(area), "heading")]
        lines += listed(area.forms, width, "  ", "  ")
    lines += [Line(), Line(part.branch_label, "heading")]
    return (*lines, *listed(part.branches, width, "  ", "  "))


def compass_in_short(part: Compass, width: int) -> tuple[Line, ...]:
    """The compass on one screen: each area's forms run on behind its name, the branches last."""
    groups = [(area_name(area), area.forms) for area in part.areas] + [(part.branch_label, part.branches)]
    return tuple(
        Line(text) for name, items in groups for text in wrap(f"{name}: {' · '.join(items)}", width, "", " ")
    )


def what_stands_on(part: Compass) -> str:
    """What the compass's headings are, and what stands under them."""
    return f"{part.area_label} · {part.form_label}"


def area_name(area: Area) -> str:
    """An area's name with what it covers."""
    return f"{area.name} ({area.setting})" if area.setting else area.name


def background(part: Background, width: int) -> tuple[Line, ...]:
    """The background: each heading with its paragraphs and points."""
    lines: list[Line] = []
    for piece in part.parts:
        lines += [Line(), Line(piece.heading, "heading")] if lines else [Line(piece.heading, "heading")]
        lines += [Line(text) for paragraph in piece.text for text in wrap(paragraph, width)]
        lines += [line for point in piece.points for line in _bulleted(point, width)]
    return tuple(lines)


def glossary(terms: Iterable[Term], width: int) -> tuple[Line, ...]:
    """Short forms and what they stand for."""
    return tuple(
        Line(text) for term in terms for text in wrap(f"{term.term}  {term.meaning}", width, "", "     ")
    )


def closing(part: Closing, width: int, name: str = "") -> tuple[Line, ...]:
    """The thanks, and the name of the file; the naming rule where there is none yet."""
    lines = [Line(text) for paragraph in part.text for text in wrap(paragraph, width)]
    return (*lines, *(Line(text, "muted") for text in wrap(name or part.naming, width)))


def listed(items: Iterable[str], width: int, first: str, rest: str) -> list[Line]:
    """Names one after another, none of them broken between two lines if a line can hold it."""
    room = width - max(len(first), len(rest))
    tied = f"{_TIE}· ".join(item.replace(" ", _TIE) if len(item) <= room else item for item in items)
    return [Line(line.replace(_TIE, " ")) for line in wrap(tied, width, first, rest)]


def _bulleted(text: str, width: int, mark: str = "• ") -> list[Line]:
    return [Line(line) for line in wrap(text, width, mark, " " * len(mark))]
