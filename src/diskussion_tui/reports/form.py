"""The form of a workbook as a value: its sheets, and on them what is read and the boxes that are filled in.

Made from any workbook, blank or with what a group has said already. It says nothing of PDF: `formats/form_pdf.py` sets it, to be
typed into or to be printed and written on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.listed import listed
from diskussion_tui.domain.workbook.form import DETAILS, Box, boxes_under, detail_boxes, identity
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.document import Heading, Item, Items, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.domain.workbook.workbook import Bullet, Question, Section, Workbook
    from diskussion_tui.reports.document import Block
    from diskussion_tui.texts.catalogue import Texts

_PAGE, _BOXES = 250, 150
"""Millimetres: of a page, and of the boxes of a section at least. A section that leaves less goes on over pages."""
_LINE, _SIGNS = 5.4, 96
"""Millimetres of a line, and about how many signs stand on it."""
_LOW, _HIGH = 38, 75
"""Millimetres of a box, and of the boxes of kinds, where they do not share a page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A box on a sheet: what stands above it, what is told in the program that shows it, and what is in it already."""

    box: Box
    label: str
    tip: str
    value: str = ""
    sign: str = ""
    role: int = -1
    hands: bool = False


@dataclass(frozen=True, slots=True)
class Lows:
    """Boxes of one line, two a row."""

    boxes: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers: its id, its words, what is told of it, and whether it is chosen."""

    id: str
    label: str
    tip: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A box of which one answer is chosen."""

    shown: Shown
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Tall:
    """Boxes for notes, so many beside each other. They take a `share` of what the sheet has left, or are `least` millimetres high."""

    boxes: tuple[Shown, ...]
    share: float
    least: int = 0
    across: int = 1


@dataclass(frozen=True, slots=True)
class Card:
    """A piece of the compass: its heading, what qualifies it, and what is in it."""

    heading: str
    note: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The compass, to look at."""

    heading: str
    invitation: str
    cards: tuple[Card, ...]


FormBlock: TypeAlias = "Block | Lows | Choice | Tall | Cards"


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `typed` is whether it is typed into, else it is written on. Each sheet begins a page."""

    title: str
    subject: str
    language: str
    foot: str
    pages: str
    hands: str
    identity: str
    hidden: str
    typed: bool
    sheets: tuple[tuple[FormBlock, ...], ...]


def form(workbook: Workbook, words: Texts, session: Session | None = None, *, typed: bool = True) -> Form:
    """The form of a workbook, with what `session` says already. The session must be of this workbook."""
    making = _Making(workbook, words, session, typed=typed)
    said = words.form
    return Form(
        workbook.title,
        f"{said.subject}: {workbook.title}",
        workbook.language,
        workbook.short_title,
        words.report.where_pages,
        said.hands,
        identity(workbook),
        said.hidden,
        typed,
        tuple(tuple(sheet) for sheet in making.sheets()),
    )


class _Making:
    """A form in the making: all of its sheets need the same things."""

    def __init__(self, workbook: Workbook, words: Texts, session: Session | None, *, typed: bool) -> None:
        self.workbook, self.words, self.terms = workbook, words.form, words.terms
        self.session, self.typed = session, typed
        self.roles = {kind.id: place for place, kind in enumerate(workbook.kinds)}

    def sheets(self) -> Iterator[Iterator[FormBlock]]:
        """Every sheet, in order."""
        yield self._first()
        for section in self.workbook.sections:
            yield self._section(section)
        yield self._reflections()

    # ---- the first sheets

    def _first(self) -> Iterator[FormBlock]:
        workbook, said = self.workbook, self.words
        yield Heading(workbook.title, 1)
        yield Paragraph(workbook.subtitle, "lead")
        how = said.how_typed.format(name=workbook.closing.naming) if self.typed else said.how_written
        yield Paragraph(how, "strong")
        yield Heading(said.who, 2)
        labels = {name: getattr(self.terms, name) for name in DETAILS if name != "name"} | {"name": said.name}
        yield Lows(
            tuple(
                Shown(
                    box,
                    labels[box.of],
                    said.tip_detail.format(what=self._asked(labels[box.of], box)),
                    self._detail(box.of),
                )
                for box in detail_boxes()
            )
        )
        yield Heading(workbook.introduction.heading, 2)
        yield Items(tuple(Item(text) for text in workbook.introduction.bullets))
        if workbook.provenance:
            yield Paragraph(workbook.provenance, "quiet")
        if workbook.compass.areas:
            yield self._compass()

    def _asked(self, label: str, box: Box) -> str:
        return f"{label}, {self.words.date_like}" if box.of == "date" else label

    def _detail(self, name: str) -> str:
        value = getattr(self.session.head, name) if self.session else ""
        return str(value) if value else ""

    def _compass(self) -> Cards:
        compass = self.workbook.compass
        cards = [Card(area.name, area.setting, tuple(map(Item, area.forms))) for area in compass.areas]
        if compass.branches:
            cards.append(Card(compass.branch_label, "", tuple(map(Item, compass.branches))))
        return Cards(compass.heading, compass.invitation, tuple(cards))

    # ---- what is asked

    def _section(self, section: Section) -> Iterator[FormBlock]:
        yield Heading(f"{section.id}. {section.heading}", 2)
        yield Paragraph(" ".join(section.lead), "lead")
        yield Items(tuple(map(_item, section.bullets)))
        shares = _rows_of(section) + 2 * len(section.questions) < (_PAGE - _BOXES) / _LINE
        for number, question in enumerate(section.questions, 1):
            yield from self._question(question, f"{number}. {question.text}".rstrip(), shares=shares)

    def _question(self, question: Question, heading: str, *, shares: bool) -> Iterator[FormBlock]:
        asked = self.session.asks(question.id, question.text) if self.session else question.text
        asked = f"{called(question.id)} {asked or f'{self.words.own}.'}"
        yield Heading(f"{heading} {self.words.own}" if question.asks == "own" else heading, 3)
        boxes = [
            box for box in boxes_under(question, self.workbook.kinds) if not box.spare or self._value(box)
        ]
        for box in boxes:
            if box.holds == "verdict":
                yield self._choice(box, asked)
            elif box.holds == "wording":
                yield Lows((Shown(box, self.words.wording, self._tip(box, question.id), self._value(box)),))
        notes = tuple(self._shown(box, asked) for box in boxes if box.holds == "notes")
        by_kind = len(notes) > 1
        across = min(len(notes), 3)
        yield Tall(notes, 1.7 if by_kind else 1, 0 if shares else (_HIGH if by_kind else _LOW), across)

    def _choice(self, box: Box, asked: str) -> Choice:
        given = self._value(box)
        shown = Shown(box, self.words.verdict, self.words.tip_verdict.format(what=asked), given)
        return Choice(
            shown,
            tuple(
                Option(
                    one.id,
                    one.label,
                    self.words.tip_option.format(what=asked, kind=one.label),
                    one.id == given,
                )
                for one in self.workbook.verdicts
            ),
        )

    def _shown(self, box: Box, asked: str) -> Shown:
        kind = self.workbook.kind(box.kind)
        if kind:
            tip = self.words.tip_kind.format(kind=kind.label, what=asked)
            return Shown(box, kind.label, tip, self._value(box), kind.sign, self.roles[kind.id], hands=True)
        label = self.words.without_kind if box.spare else self.words.notes
        return Shown(box, label, self._tip(box, asked), self._value(box), hands=True)

    def _tip(self, box: Box, asked: str) -> str:
        said = self.words.tip_wording if box.holds == "wording" else self.words.tip_notes
        return said.format(what=asked)

    def _value(self, box: Box) -> str:
        if self.session is None:
            return ""
        if box.holds == "verdict":
            return self.session.verdict(box.of)
        if box.holds == "wording":
            return self.session.wording(box.of)
        return listed(note.text for note in self.session.notes_of(box.of, box.kind))

    def _reflections(self) -> Iterator[FormBlock]:
        closing, reflections = self.workbook.closing, self.workbook.reflections
        yield Heading(f"{reflections.id}. {reflections.heading}", 2)
        yield Paragraph(reflections.text, "strong")
        boxes = []
        for field, question in zip(reflections.fields, self.workbook.reflections_asked(), strict=True):
            for box in boxes_under(question, self.workbook.kinds):
                if not box.spare or self._value(box):
                    shown = self._shown(box, f"{reflections.text} {field.heading}.")
                    label = f"{field.heading}: {shown.label}" if box.kind else field.heading
                    boxes.append(
                        Shown(box, label, shown.tip, shown.value, shown.sign, shown.role, hands=True)
                    )
        yield Tall(tuple(boxes), 1, 0, 2 if len(boxes) > 1 else 1)
        yield Heading(closing.heading, 3)
        yield Paragraph("\n".join(closing.text))
        yield Paragraph(f"{closing.naming}.pdf", "strong")


def _item(bullet: Bullet) -> Item:
    return Item(bullet.text, under=tuple(map(Item, bullet.points)))


def _rows_of(section: Section) -> float:
    """About how many lines the picture of a section takes."""
    texts = [" ".join(section.lead), *(text for one in section.bullets for text in (one.text, *one.points))]
    texts += [question.text for question in section.questions]
    return sum(len(text) // _SIGNS + 1.3 for text in texts)
