"""A pasted or piped text as the notes that a person would have typed of it: one a line, without what only makes it a list.

A sign before a line is a bullet or it means something (*more than*, *about*, *less*), a letter or number counts a list or
belongs to what was said (*t. ex.*, *A. Bergman*, *1. januari*). No line says which by itself: all lines are looked at
together, and what belongs to a list goes from the whole list or stays in all of it. What went is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.text import SOFT_BREAK, clean_but_soft, is_blank
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.numbering import numbered
from diskussion_tui.domain.language.wrapping import Row, is_divided, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

Sort = Literal["bullets", "signs", "numbers", "boxes", "quotes"]
"""What was taken off: bullets, signs that are used as such (`+`, `>`, `→`), numbers or letters that count, check boxes, quotes around the cells of a table."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """The notes of a text, one a line; the same with the lines joined that a page has broken; what was taken off."""

    notes: tuple[str, ...]
    joined: tuple[str, ...]
    taken: tuple[Sort, ...]
    is_divided: bool = False
    """Whether a word is divided between two lines."""

    @property
    def is_list(self) -> bool:
        """Whether it is several notes rather than one."""
        return len(self.notes) > 1

    @property
    def is_wrapped(self) -> bool:
        """Whether lines of it seem to have been broken by a page, and not by who wrote them."""
        return self.joined != self.notes


def pasted(text: str) -> Pasted:
    """A text from outside as notes. Pure: the same text gives the same notes, be it pasted or piped."""
    taken: list[Sort] = []
    whole = _without_cell_quotes(clean_but_soft(text), taken)
    lines = _unquoted(_lines(whole, quoted=bool(taken)), taken)
    for _ in range(_MOST_WITHIN):
        before = [line.text for line in lines]
        lines = _without_signs(lines, taken)
        lines = _without_boxes(lines, taken)
        lines = _without_numbers(lines, taken)
        if before == [line.text for line in lines]:
            break
    rows = _rows(lines)
    notes = tuple(row.text for row in rows)
    order: tuple[Sort, ...] = ("bullets", "signs", "numbers", "boxes", "quotes")
    return Pasted(notes, unwrapped(rows), tuple(sort for sort in order if sort in taken), is_divided(rows))


_MOST_WITHIN = 4
"""So many markers may stand before one line: `> • 1. [ ] Fax`."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, without the blanks before it; how far in it stood, and whether a marker was taken off it."""

    text: str
    indent: int
    marked: bool = False

    def without(self, width: int) -> _Line:
        """The line without so many of its first characters."""
        return _Line(self.text[width:].lstrip(), self.indent, marked=True)


# ---- lines ---------------------------------------------------------------------------------------------------------

_CELL = re.compile(r'(?:(?<=[\n\t])|\A)"([^"]*(?:""[^"]*)*)"(?=[\t\n]|\Z)')
"""A cell of a spreadsheet that is quoted, as those are that have several lines."""
_BROKEN = re.compile(rf"[ \t]*[\n{SOFT_BREAK}][ \t]*")
_BULLET_BEHIND_BREAK = re.compile(
    rf"{SOFT_BREAK}(?=[ \t]*(?:[•·‣▪●○◦■□☐☑☒✓➢]|[-–—*][ \t]|\(?\w{{1,3}}[.)][ \t]))"
)


def _without_cell_quotes(text: str, taken: list[Sort]) -> str:
    """A text in which a quoted cell of several lines is one line with soft breaks."""
    if '"' not in text:
        return text

    def plain(cell: re.Match[str]) -> str:
        if "\n" not in cell[1]:
            return cell[0]
        taken.append("quotes")
        return _BROKEN.sub(SOFT_BREAK, cell[1].strip()).replace('""', '"')

    return _CELL.sub(plain, text)


def _lines(text: str, *, quoted: bool) -> list[_Line]:
    """The lines of a text. A soft break ends one only where nothing else does, or where a bullet follows it."""
    if sum(not is_blank(line) for line in text.split("\n")) <= 1 and not quoted:
        text = text.replace(SOFT_BREAK, "\n")
    text = _BULLET_BEHIND_BREAK.sub("\n", text)
    return [_line(raw) for raw in text.split("\n")]


def _line(raw: str) -> _Line:
    text = raw.strip()
    wide = raw.expandtabs(4)
    return _Line("" if is_blank(text) else text, len(wide) - len(wide.lstrip()))


def _rows(lines: Iterable[_Line]) -> list[Row]:
    """The lines that say something, each cell of a table a blank from the next."""
    rows, apart = [], False
    for line in lines:
        text = _plain(line.text)
        if text:
            rows.append(Row(text, line.marked, apart))
        apart = not text and not line.marked
    return rows


def _plain(text: str) -> str:
    """A line's words: tabs and what lies around them a blank, soft breaks as new lines."""
    if "\t" in text:
        text = " ".join(cell for cell in map(str.strip, text.split("\t")) if not is_blank(cell))
    if SOFT_BREAK in text:
        text = "\n".join(part for part in map(str.strip, text.split(SOFT_BREAK)) if not is_blank(part))
    return "" if is_blank(text) else text.strip()


# ---- signs ---------------------------------------------------------------------------------------------------------

_BULLETS = "•·‣▪●○◦▫□■◻◼☐☑☒✓✔✗➢⁃∙◆◇❖❑❒❏►▶▸➤"
_BULLET = re.compile(rf"([{_BULLETS}])(?!\1)\s*")
_LETTER = re.compile(r"[o§Øüqnvwlà¨](?:[ \u00a0]*\t|[ \u00a0]{2,})\s*(?=[^\W\d_])")
"""A letter of a symbol font, with the tab that stands behind a bullet."""
_DASH = re.compile(r"[-–—−‒―‐*]\s+")
_ARROW = re.compile(r"[→⇒➔]\s*")
_PLUS = re.compile(r"\+\s+")
_MORE = re.compile(r">\s+(?![\s\d])")
_QUOTED = re.compile(r"(?:>[ \u00a0]?)+(?=[^=\s])|>+\Z")
_NUMBER = re.compile(r"[\d½¼¾]")
_NOTHING = re.compile(rf"[{_BULLETS}+>]|[-_=*–—]+|\[[ xX]?\]|(?:> ?)+")
"""A line of nothing but this says nothing: a bullet that was left alone, a rule."""
_FEWEST = 2


def _unquoted(lines: list[_Line], taken: list[Sort]) -> list[_Line]:
    """The lines without the `>` of a mail that is answered to, where each of them has one and most of them words behind it."""
    saying = sum(bool(line.text) and not _NOTHING.fullmatch(line.text) for line in lines)
    quoted = _ends(lines, _QUOTED)
    if len(quoted) < max(_FEWEST, saying) or not _has_words(lines, quoted):
        return lines
    taken.append("signs")
    return [_Line(line.text[quoted.get(at, 0) :].lstrip(), line.indent) for at, line in enumerate(lines)]


def _without_signs(lines: list[_Line], taken: list[Sort]) -> list[_Line]:
    """The lines without bullets. A sign that may mean something goes where those beside it have the same, and words behind it."""
    fresh = [_Line("", 0) if line.marked else line for line in lines]
    dashes, pluses, mores = (_ends(fresh, sign) for sign in (_DASH, _PLUS, _MORE))
    kinds = [{lines[at].indent for at in found} for found in (dashes, pluses, mores)]
    off = _ends(lines, _BULLET) | _ends(lines, _LETTER)
    if off:
        taken.append("bullets")
    for place, (found, fewest) in enumerate(((dashes, 1), (pluses, _FEWEST), (mores, _FEWEST))):
        others = set().union(*(kinds[:place] + kinds[place + 1 :]))
        if len(found) >= fewest and not kinds[place] & others and _has_words(lines, found):
            off |= found
            taken.append("signs" if place else "bullets")
    arrows = _ends(fresh, _ARROW)
    if len(arrows) >= _FEWEST:
        off |= arrows
        taken.append("signs")
    return [
        line.without(len(line.text) if _NOTHING.fullmatch(line.text) else off.get(at, 0))
        if at in off or _NOTHING.fullmatch(line.text)
        else line
        for at, line in enumerate(lines)
    ]


def _ends(lines: list[_Line], sign: re.Pattern[str]) -> dict[int, int]:
    """Which lines begin with a sign that stands before something, and where it ends."""
    found = (
        (at, sign.match(line.text)) for at, line in enumerate(lines) if not _NOTHING.fullmatch(line.text)
    )
    return {at: match.end() for at, match in found if match}


def _has_words(lines: list[_Line], ends: dict[int, int]) -> bool:
    """Whether more of the lines have words behind their sign than a number, to which the sign would belong."""
    numbers = sum(bool(_NUMBER.match(lines[at].text, end)) for at, end in ends.items())
    return numbers * 2 < len(ends)


# ---- boxes and numbers ---------------------------------------------------------------------------------------------

_BOX = re.compile(r"\[[ \u00a0xX✓✔]?\]\s+(?=\S)")


def _without_boxes(lines: list[_Line], taken: list[Sort]) -> list[_Line]:
    """The lines without the boxes of a check list."""
    return _without(lines, _ends(lines, _BOX), "boxes", taken)


def _without_numbers(lines: list[_Line], taken: list[Sort]) -> list[_Line]:
    """The lines without the numbers and letters that count them."""
    return _without(lines, numbered([line.text for line in lines]), "numbers", taken)


def _without(lines: list[_Line], ends: dict[int, int], sort: Sort, taken: list[Sort]) -> list[_Line]:
    if ends:
        taken.append(sort)
    return [line.without(ends[at]) if at in ends else line for at, line in enumerate(lines)]
