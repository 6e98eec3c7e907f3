"""A guide as a draft of a workbook: what it has goes in, what it lacks is taken from the start, and what is to be decided is told by its place.

The start is a workbook that is whole, so that a draft can be checked and led from the first minute, however little a guide had in it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.domain.workbook.workbook import (
    Area,
    Background,
    Bullet,
    Kind,
    Question,
    Reflection,
    Section,
    Term,
    id_from,
)
from diskussion_tui.domain.workbook.workbook import Part as Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.content.lines import KeyPath
    from diskussion_tui.domain.workbook.workbook import (
        Asks,
        Closing,
        Compass,
        Introduction,
        Reflections,
        Role,
        Workbook,
    )
    from diskussion_tui.intake.guide.structure import Asked, Guide, Part
    from diskussion_tui.texts.catalogue.workbook import Deciding

_SIGNS: tuple[tuple[str, str, Role], ...] = (
    ("−", "-", "warm"),
    ("›", ">", "cool"),
    ("+", "+", "fresh"),
    ("=", "=", "bright"),
    ("*", "*", "cool"),
)
"""Sign, key and colour of the categories that a guide names, in its order; all are reached without AltGr."""
_MINUTES: dict[Asks, int] = {"verdict": 5, "kinds": 12, "own": 4, "reflection": 3}
_PICTURE = 3
_LISTED = re.compile(r"\(([^()]{5,80})\)")
_HOLDS = re.compile(
    r"(?:in)?stämmer\b|håller (?:ni|du) med|delar (?:ni|du)\b|känner (?:ni|du) igen|does\b|do you (?:agree|recogni[sz]e|share)",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?P<term>[^:–=]{1,40}?)\s*[:–=]\s*(?P<meaning>\S.*)\Z", re.DOTALL)
_FEWEST_KINDS, _MOST_WORDS = 2, 2
_SHORT = 12
"""No more letters has a heading such as *Tack!*."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: the workbook, what is to be decided by the path of what it is about, and lines that found no place in it."""

    workbook: Workbook
    decide: Mapping[KeyPath, Sequence[str]]
    unplaced: tuple[str, ...]


def draft_of(guide: Guide, start: Workbook, workbook_id: str, said: Deciding) -> Draft:
    """The draft that a guide makes."""
    return _Drafting(guide, start, said).made(workbook_id)


class _Drafting:
    """A draft as far as it is made, with what is to be decided."""

    def __init__(self, guide: Guide, start: Workbook, said: Deciding) -> None:
        self._guide, self._start, self._said = guide, start, said
        self._decide: dict[KeyPath, list[str]] = {}
        self._unplaced: list[str] = [*guide.unplaced]

    def made(self, workbook_id: str) -> Draft:
        """The draft."""
        guide, start = self._guide, self._start
        title = guide.title or start.title
        self._ask(("title",), self._said.title if guide.title else self._said.no_title)
        prefix = guide.prefix or start.file_prefix
        book = replace(
            start,
            id=workbook_id,
            title=title,
            short_title=self._short(title),
            subtitle=guide.subtitle or start.subtitle,
            file_prefix=prefix,
            kinds=self._kinds(),
        )
        book = replace(book, introduction=self._opening(), compass=self._compass())
        book = replace(book, sections=self._sections() or self._no_sections())
        book = replace(book, reflections=self._reflections(book.sections))
        book = replace(book, closing=self._closing(prefix), background=self._background())
        book = replace(book, glossary=tuple(self._glossary()))
        self._ask(("total_minutes",), self._said.minutes)
        whole = replace(book, total_minutes=sum(step.minutes for step in steps_of(book)))
        return Draft(whole, self._decide, tuple(self._unplaced))

    def _ask(self, path: KeyPath, sentence: str) -> None:
        self._decide.setdefault(path, []).append(sentence)

    def _short(self, title: str) -> str:
        """The title as it stands at the top of the screen all evening, cut at a word where it is long."""
        words, short = title.split(), ""
        while words and len(short) + len(words[0]) < 30:  # noqa: PLR2004 - beside a group's name
            short = f"{short} {words.pop(0)}".strip()
        if words:
            self._ask(("short_title",), self._said.short_title)
        return short or title

    # ---- categories and opening --------------------------------------------------------------------------------

    def _kinds(self) -> tuple[Kind, ...]:
        named = self._named_kinds()
        if not named:
            self._ask(("kinds", 0), self._said.no_kinds)
            return self._start.kinds
        self._ask(("kinds", 0), self._said.kinds)
        return tuple(map(_kind, _SIGNS, named))

    def _named_kinds(self) -> tuple[str, ...]:
        """The words in brackets that several questions have, such as *(avvecklas, vidareutvecklas, nyutvecklas)*."""
        counted: Counter[tuple[str, ...]] = Counter()
        for part in self._guide.parts:
            for asked in part.asked:
                for found in _LISTED.findall(asked.text):
                    words = tuple(
                        one.strip() for one in re.split(r",|/|\b(?:och|eller|and|or)\b", found) if one.strip()
                    )
                    counted[words] += all(len(one.split()) <= _MOST_WORDS for one in words)
        kinds, times = counted.most_common(1)[0] if counted else ((), 0)
        distinct = len({id_from(_active(one)) for one in kinds}) == len(kinds)
        fits = _FEWEST_KINDS <= len(kinds) <= len(_SIGNS) and distinct
        return kinds if fits and times > 1 else ()

    def _opening(self) -> Introduction:
        opening, start = self._guide.opening, self._start.introduction
        if opening is None or not (opening.points or opening.lead or opening.loose):
            self._ask(("introduction",), self._said.no_opening)
            return start
        said = (*opening.lead, *_flat(opening), *opening.loose)
        if opening.lead or opening.loose:
            self._ask(("introduction", "bullets"), self._said.loose)
        return replace(
            start,
            heading=opening.heading or start.heading,
            bullets=said,
            minutes=opening.minutes or start.minutes,
            cues=opening.cues or start.cues,
        )

    def _compass(self) -> Compass:
        found, start = self._guide.compass, self._start.compass
        if found is None or not (found.cells or found.points):
            self._ask(("compass",), self._said.no_compass)
            return start
        if found.cells:
            self._ask(("compass", "areas", 0), self._said.cells)
            areas = (Area("underlaget", self._said.cells_area, found.cells),)
        else:
            self._ask(("compass", "areas", 0), self._said.compass_points)
            areas = tuple(
                Area(id_from(point.text) or f"omrade-{place}", point.text, point.under or (point.text,))
                for place, point in enumerate(found.points, 1)
            )
        self._ask(("compass", "branches"), self._said.branches)
        return replace(start, heading=found.heading or start.heading, areas=areas, branches=())

    # ---- the parts ---------------------------------------------------------------------------------------------

    def _no_sections(self) -> tuple[Section, ...]:
        self._ask(("sections", 0), self._said.no_sections)
        return self._start.sections

    def _sections(self) -> tuple[Section, ...]:
        ids = _ids(self._guide.parts)
        return tuple(
            self._section(place, one, part)
            for place, (one, part) in enumerate(zip(ids, self._guide.parts, strict=True))
        )

    def _section(self, place: int, section_id: str, part: Part) -> Section:
        path: KeyPath = ("sections", place)
        if not part.sure:
            self._ask((*path, "heading"), self._said.heading)
        if not (part.lead or part.points):
            self._ask(path, self._said.no_picture)
        if part.loose:
            self._ask(path, self._said.loose)
        bullets = [Bullet(point.text, point.under) for point in part.points]
        bullets += [Bullet(text) for text in (*part.loose, *part.cells)]
        questions = [
            self._question((*path, "questions", number), f"{section_id}.{number + 1}", asked)
            for number, asked in enumerate(part.asked)
        ]
        return Section(
            section_id,
            part.heading or self._guide.title or self._start.title,
            part.lead,
            tuple(bullets),
            tuple(questions),
            part.minutes or _PICTURE,
            part.cues,
            "fast",
        )

    def _question(self, path: KeyPath, question_id: str, asked: Asked) -> Question:
        asks = self._asks(asked.text)
        if not asked.sure:
            self._ask(path, self._said.question)
        elif asks == "kinds" and not _LISTED.search(asked.text):
            self._ask((*path, "asks"), self._said.open_question)
        minutes = asked.minutes or _MINUTES[asks]
        return Question(
            question_id, asks, minutes, asked.text, asked.cues, "kan utgå" if asks == "own" else "krympbar"
        )

    @staticmethod
    def _asks(text: str) -> Asks:
        """What a question wants, as far as its words tell."""
        if not text:
            return "own"
        return "verdict" if _HOLDS.match(text) else "kinds"

    # ---- the end -----------------------------------------------------------------------------------------------

    def _reflections(self, sections: Sequence[Section]) -> Reflections:
        found, start = self._guide.reflections, self._start.reflections
        taken = {section.id for section in sections}
        label = found.label if found and found.label not in taken else ""
        free = (*ascii_uppercase[::-1], *(f"{letter}{letter}" for letter in ascii_uppercase))
        own = label or next(one for one in (start.id, *free) if one and one not in taken)
        *_, whole = start.fields
        fields = [
            Reflection(f"{own}.{one.id}", one.heading, _MINUTES["reflection"], one.id) for one in sections
        ]
        last = Reflection(f"{own}.{whole.id.partition('.')[2]}", whole.heading, whole.minutes)
        if found is None:
            self._ask(("reflections",), self._said.no_reflections)
            return replace(start, id=own, fields=(*fields, last))
        self._ask(("reflections",), self._said.reflections)
        self._unplaced += _besides(found, [one.heading for one in sections])
        text = next((one.text for one in found.asked if one.text), start.text)
        heading = start.heading if found.heading.endswith("?") else found.heading
        return replace(start, id=own, heading=heading, text=text, fields=(*fields, last))

    def _closing(self, prefix: str) -> Closing:
        start, thanks = self._start.closing, self._guide.thanks
        *_, name, day = start.naming.split("_")
        if not thanks:
            return replace(start, naming=f"{prefix}_{name}_{day}")
        self._ask(("closing", "text"), self._said.thanks)
        heading, first, *rest = (
            thanks if len(thanks) > 1 and len(thanks[0]) <= _SHORT else (start.heading, *thanks)
        )
        self._unplaced += rest
        return replace(start, heading=heading, text=(first, *start.text[1:]), naming=f"{prefix}_{name}_{day}")

    def _background(self) -> Background:
        parts = tuple(
            Reading(part.heading, (*part.lead, *part.loose), (*_flat(part), *part.cells))
            for part in self._guide.background
            if part.heading
        )
        if parts:
            self._ask(("background",), self._said.background)
        return Background(self._start.background.heading, parts)

    def _glossary(self) -> Iterator[Term]:
        for part in self._guide.glossary:
            for text in (*part.lead, *_flat(part), *part.loose):
                if found := _TERM.match(text):
                    yield Term(found["term"], found["meaning"])
                else:
                    self._unplaced.append(text)


def _kind(sign: tuple[str, str, Role], verb: str) -> Kind:
    """A category with the sign, key and colour of its place, called after what its verb does."""
    label = _active(verb)
    return Kind(id_from(label), sign[0], sign[1], label.capitalize(), verb, sign[2])


def _active(verb: str) -> str:
    """*avvecklas* as *avveckla*, *byggas ut* as *bygga ut*."""
    return re.sub(r"as\b", "a", verb, count=1)


def _flat(part: Part) -> tuple[str, ...]:
    """The points of a part, those under a point behind it."""
    return tuple(text for point in part.points for text in (point.text, *point.under))


def _ids(parts: Iterable[Part]) -> list[str]:
    """The ids of the parts: their own letters where every one has another, else letters in their order."""
    labels = [part.label for part in parts]
    if all(labels) and len(set(labels)) == len(labels):
        return labels
    return [_letter(place) for place in range(len(labels))]


def _letter(place: int) -> str:
    """The letter of a place: A to Z, then A2 and on."""
    turn, at = divmod(place, len(ascii_uppercase))
    return f"{ascii_uppercase[at]}{turn + 1 if turn else ''}"


def _besides(found: Part, headings: Sequence[str]) -> Iterator[str]:
    """What stands under the look back and is no heading of a part."""
    for text in (*found.lead, *_flat(found), *found.loose, *found.cells):
        if text.casefold() not in {one.casefold() for one in headings}:
            yield text
    yield from (one.text for one in found.asked[1:] if one.text)
