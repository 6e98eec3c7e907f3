"""Pieces of a guide as what they are to a workbook: title, opening points, parts with their picture and questions, compass, look back, thanks.

Which part a heading begins is told by what stands under it: a part is what asks something. Words that people use for the other parts are
looked for in Swedish and in English.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diskussion_tui.intake.guide.pieces import Piece

_ABOUT: dict[str, re.Pattern[str]] = {
    "compass": re.compile(r"\b(?:kompass|compass|karta över|map of)", re.IGNORECASE),
    "reflections": re.compile(
        r"reflektion|reflection|återblick|sammanfatt|summing up|look(?:ing)? back", re.IGNORECASE
    ),
    "glossary": re.compile(r"\b(?:ordlista|begrepp|förkortningar|glossary|terms)\b", re.IGNORECASE),
    "closing": re.compile(r"\A(?:(?:tack|thank)\b|avslut|closing)", re.IGNORECASE),
    "background": re.compile(
        r"\b(?:bakgrund|läs mer|fördjupning|källor|background|further reading|sources)\b", re.IGNORECASE
    ),
}
_THANKS = re.compile(r"(?:tack|thank)\b", re.IGNORECASE)
_SUPPORT = re.compile(
    r"(?:samtals|diskussions)(?:stöd|underlag|guide|material)|häfte|arbetsmaterial|studiecirkel|handledning|\bworkbook\b|\bguide\b",
    re.IGNORECASE,
)
"""Words that say what sort of paper it is: a line with one of them is the line under a title."""
_ASKS = re.compile(r"(?:fråga|question)(?:\s+\d{1,2})?[.:]\s*(?P<asked>.+\?)\Z", re.IGNORECASE | re.DOTALL)
_CUE = re.compile(
    r"(?:(?:till (?:den som leder|samtalsledaren|ledaren)|to the (?:facilitator|leader)):?\s*)?(?P<cue>(?:säg|fråga|metod|say|ask|method):\s*.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NAMING = re.compile(r"(?<![\w-])(?P<prefix>[^\W_][\w-]{0,80}?)_(?:namn|name)_(?:datum|date)", re.IGNORECASE)
_MINUTES = re.compile(
    r"\s{0,8}[(,–-]?\s{0,8}(?:ca|cirka|about)?\s{0,8}(?P<minutes>(?<!\d)\d{1,3})\s{0,8}min(?:uter|utes|\b)\.?\)?\s{0,8}\Z",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:er |gruppens |your )?(?:egen fråga|egna frågor|own questions?)[.:?]?\Z", re.IGNORECASE)
_ASKED = re.compile(
    r"\A(?:frågor|diskussionsfrågor|att diskutera|diskutera|questions?|to discuss)\b.{0,20}\Z", re.IGNORECASE
)
_FEWEST_CELLS, _CELL = 5, 70
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Point:
    """A point with those under it."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its wording, empty where only its number stands there; whether it is written as one; its minutes, 0 where none are told."""

    text: str
    sure: bool = True
    minutes: int = 0
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a heading. `loose` is running text behind the points, `cells` what was a table before it was flattened."""

    heading: str
    label: str = ""
    lead: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    asked: tuple[Asked, ...] = ()
    loose: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    minutes: int = 0
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide by its parts. `naming` is what files are called after; empty and None stand for what it does not have."""

    title: str = ""
    subtitle: str = ""
    opening: Part | None = None
    parts: tuple[Part, ...] = ()
    compass: Part | None = None
    reflections: Part | None = None
    background: tuple[Part, ...] = ()
    glossary: tuple[Part, ...] = ()
    thanks: tuple[str, ...] = ()
    prefix: str = ""
    unplaced: tuple[str, ...] = field(default=())


Group: TypeAlias = "list[Piece]"


def guide_of(pieces: Sequence[Piece]) -> Guide:
    """The guide that some pieces are."""
    pieces, cells = _without_cells(list(pieces))
    pieces, thanks, prefix = _without_thanks(pieces)
    level = _level_of_parts(pieces)
    cover, groups = _grouped(pieces, level)
    title, subtitle, rest = _titled(cover, groups)
    found: dict[str, list[Part]] = {name: [] for name in (*_ABOUT, "parts", "opening")}
    if rest:
        found["opening"].append(_part(rest, headed=False))
    for group in groups:
        part = _part(group)
        found[_sort_of(part, first=not found["parts"])].append(part)
    if not found["parts"] and found["opening"] and any(one.asked for one in found["opening"]):
        found["parts"], found["opening"] = found["opening"], []
    compass = next(iter(found["compass"]), None)
    if cells:
        compass = _with_cells(compass, cells)
    return Guide(
        title,
        subtitle,
        _united(found["opening"]),
        tuple(found["parts"]),
        compass,
        next(iter(found["reflections"]), None),
        tuple(found["background"]),
        tuple(found["glossary"]),
        (*thanks, *(text for one in found["closing"] for text in _texts(one))),
        prefix,
        tuple(text for one in found["reflections"][1:] for text in _texts(one)),
    )


def _without_cells(pieces: Group) -> tuple[Group, tuple[str, ...]]:
    """The pieces without a run of short lines that nobody has written below each other, and the lines of it."""
    kept: Group = []
    cells: list[str] = []
    run: Group = []

    def end() -> None:
        if len(run) >= _FEWEST_CELLS:
            cells.extend(one.text for one in run)
        else:
            kept.extend(run)
        run.clear()

    for place, piece in enumerate(pieces):
        short = (
            piece.sort in {"heading", "text"}
            and len(piece.text) <= _CELL
            and not re.search(r"[.?!:]\Z", piece.text)
        )
        if place > 1 and short and not (piece.sort == "heading" and piece.sure):
            run.append(piece)
        else:
            end()
            kept.append(piece)
    end()
    return kept, tuple(cells)


def _with_cells(compass: Part | None, cells: tuple[str, ...]) -> Part:
    """The compass with the cells of a flattened table; a cell that names the compass is its heading."""
    heading = next((one for one in cells if _ABOUT["compass"].search(one)), "")
    rest = tuple(dict.fromkeys(one for one in cells if one != heading))
    return Part(compass.heading if compass else heading, cells=rest, points=compass.points if compass else ())


def _without_thanks(pieces: Group) -> tuple[Group, tuple[str, ...], str]:
    """The pieces up to the thanks at the end, what stands there, and what files are called after."""
    last = max((at for at, one in enumerate(pieces) if one.sort == "numbered"), default=0)
    begins = next(
        (
            at
            for at, one in enumerate(pieces)
            if at > last and one.sort in {"text", "heading"} and _THANKS.match(one.text)
        ),
        len(pieces),
    )
    prefix = next((found["prefix"] for one in pieces if (found := _NAMING.search(one.text))), "")
    return pieces[:begins], tuple(one.text for one in pieces[begins:]), prefix


def _level_of_parts(pieces: Group) -> int:
    """The level of the headings under which something is asked: the outermost with two of them.

    Where only one asks, it is the outermost that has more before it than the title of all.
    """
    asking: dict[int, list[int]] = {}
    for level in range(1, _DEEPEST):
        cover, groups = _grouped(pieces, level)
        found = [place + bool(cover) for place, group in enumerate(groups) if any(map(_asks, group))]
        if found:
            asking[level] = found
    several = [level for level, found in asking.items() if len(found) > 1]
    behind = [level for level, found in asking.items() if found[0] > 0]
    return next(iter([*several, *behind, *asking]), 1)


def _asks(piece: Piece) -> bool:
    return piece.sort == "numbered" or _timed(piece.text)[0].endswith("?")


def _grouped(pieces: Iterable[Piece], level: int) -> tuple[Group, list[Group]]:
    """What stands before the first heading of a level or above it, and each such heading with what stands under it."""
    cover: Group = []
    groups: list[Group] = []
    for piece in pieces:
        if piece.sort == "heading" and piece.level <= level and not _ASKED.match(piece.text):
            groups.append([piece])
        elif groups:
            groups[-1].append(piece)
        else:
            cover.append(piece)
    return cover, groups


def _titled(cover: Group, groups: list[Group]) -> tuple[str, str, Group]:
    """Title, the line under it, and what is left of what stands before the first part."""
    if not cover and len(groups) > 1 and not any(map(_asks, groups[0][1:])):
        first = groups[0][0]
        if not any(about.search(first.text) for about in _ABOUT.values()) and not first.label:
            cover = groups.pop(0)
            if groups and len(cover) == len(groups[0]) == 1 and not groups[0][0].sure:
                cover = [*cover, *groups.pop(0)]  # the line under it
    heads: Group = []
    for piece in cover:
        if piece.sort not in {"heading", "text"} or len(piece.text) > _CELL or len(heads) > 1:
            break
        if heads and piece.sort == "text" and re.search(r"[.?!:]\Z", piece.text):
            break
        heads.append(piece)
    named = [one.text for one in heads]
    if len(named) > 1 and _SUPPORT.search(named[0]) and not _SUPPORT.search(named[1]):
        named.reverse()
    title, subtitle, *_ = [*named, "", ""]
    title = title.capitalize() if title.isupper() else title
    return title, subtitle, cover[len(heads) :]


def _sort_of(part: Part, *, first: bool) -> str:
    """Which part of a workbook it is."""
    about = next((name for name, words in _ABOUT.items() if words.search(part.heading)), "")
    if about == "closing" and part.asked:
        about = "reflections"
    if about == "reflections" or (about and not part.asked):
        return about
    if part.asked:
        return "parts"
    return "opening" if first else "background"


def _part(group: Group, *, headed: bool = True) -> Part:
    head, rest = (group[0], group[1:]) if headed else (None, group)
    heading, minutes = _timed(head.text if head else "")
    building = _Building()
    for piece in rest:
        building.take(piece)
    if head and not building.asked and head.text.endswith("?"):
        building.asked.append(Asked(head.text, sure=False))
    return Part(
        heading.strip(),
        head.label if head else "",
        tuple(building.lead),
        tuple(building.points),
        tuple(building.asked),
        tuple(building.loose),
        (),
        tuple(building.cues),
        minutes,
        head.sure if head else False,
    )


class _Building:
    """A part as far as it has been read."""

    def __init__(self) -> None:
        self.lead: list[str] = []
        self.points: list[Point] = []
        self.asked: list[Asked] = []
        self.loose: list[str] = []
        self.cues: list[str] = []
        self._after_heading = False
        self._by_word = False  # whether questions here are those lines that say so

    def take(self, piece: Piece) -> None:
        """A piece more."""
        if (asked := _ASKS.fullmatch(piece.text)) and (self._by_word or not self.asked):
            self._by_word = True
            self._ask(asked["asked"], sure=True)
        elif found := _CUE.fullmatch(piece.text):
            self._cue(found["cue"])
        elif piece.sort == "heading" and _ASKED.match(piece.text):
            self._after_heading = True
        elif (
            piece.sort == "numbered"
            or _OWN.fullmatch(piece.text)
            or (piece.sort == "item" and self._after_heading)
        ):
            self._ask(piece.text, sure=True)
        elif _timed(piece.text)[0].endswith("?"):
            self._ask(piece.text, sure=piece.sort == "item")
        elif piece.sort == "item" and piece.level and self.points:
            last = self.points[-1]
            self.points[-1] = Point(last.text, (*last.under, piece.text))
        elif piece.sort == "item":
            self.points.append(Point(piece.text))
        else:
            (self.loose if self.points or self.asked else self.lead).append(piece.text)

    def _cue(self, text: str) -> None:
        if self.asked:
            last = self.asked[-1]
            self.asked[-1] = Asked(last.text, last.sure, last.minutes, (*last.cues, text))
        else:
            self.cues.append(text)

    def _ask(self, text: str, *, sure: bool) -> None:
        text, minutes = _timed(text)
        own = not text or bool(_OWN.fullmatch(text))
        self.asked.append(Asked("" if own else text, own or (sure and text.endswith("?")), minutes))


def _timed(text: str) -> tuple[str, int]:
    """A text without the minutes that stand behind it, and those."""
    found = _MINUTES.search(text)
    return (text[: found.start()].rstrip(), int(found["minutes"])) if found else (text, 0)


def _united(openings: Sequence[Part]) -> Part | None:
    """What stands before the first part as one, under the first heading that is there."""
    if not openings:
        return None
    return Part(
        next((one.heading for one in openings if one.heading), ""),
        lead=tuple(text for one in openings for text in one.lead),
        points=tuple(point for one in openings for point in one.points),
        loose=tuple(text for one in openings for text in (*(asked.text for asked in one.asked), *one.loose)),
        cues=tuple(cue for one in openings for cue in one.cues),
        minutes=max(one.minutes for one in openings),
    )


def _texts(part: Part) -> Iterator[str]:
    """All that stands in a part, as texts."""
    yield from filter(None, (part.heading, *part.lead))
    for point in part.points:
        yield from (point.text, *point.under)
    yield from (*(one.text for one in part.asked), *part.loose, *part.cells)
