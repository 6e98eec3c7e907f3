"""Minutes in Markdown or Word, read by their headings: those that reports write, also after somebody has edited them.

A heading that begins with a question's id, or is its wording, begins that question. What is listed under it are notes, of the kind that
the bold line above them names. What a report tells besides (hands, dissent, a star, tables) is read back; conclusions, rounds, what a
note was merged from and history are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.intake.called import day_in
from diskussion_tui.intake.given import Given, GivenNote
from diskussion_tui.intake.office import BookError, paragraphs_in
from diskussion_tui.intake.tables import places_in
from diskussion_tui.intake.verdict import Outcome
from diskussion_tui.texts import words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.workbook.workbook import Question, Workbook
    from diskussion_tui.texts.catalogue import Texts

_LOST = ("minutes",)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_ITEM = re.compile(r"(\s*)[-*+]\s+(.*)")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>&~|$#+=.()!{}-])")
_ENDING = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\Z")
"""What stands in brackets at the end of a note."""
_DEEPEST = 9


class Line(NamedTuple):
    """A piece of a minute: a `heading` of a level, an `item` at a depth, a `bold` line, or a `text`."""

    sort: str
    text: str
    level: int = 0


def from_markdown(data: bytes, workbook: Workbook) -> Given | Outcome:
    """What a minute in Markdown gives."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Outcome("broken", "letters")
    return _given(list(_markdown(text)), workbook)


def from_word(data: bytes, workbook: Workbook) -> Given | Outcome:
    """What a minute in Word gives."""
    try:
        paragraphs = paragraphs_in(data)
    except BookError as error:
        return Outcome(error.code, error.why)
    return _given([_of_word(one.style, one.text, bold=one.bold) for one in paragraphs], workbook)


def _of_word(style: str, text: str, *, bold: bool) -> Line:
    level = re.search(r"\d", style)
    if style == "title":
        return Line("heading", text, 1)
    if style.startswith("heading"):
        return Line("heading", text, int(level[0]) + 1 if level else 2)
    if style.startswith("list"):
        return Line("item", text, int(level[0]) - 1 if level else 0)
    return Line("bold" if bold else "text", text)


def _markdown(text: str) -> Iterator[Line]:
    """The pieces of a text in Markdown. Two blanks at the end of a line, or an indented line below an item, go on with it."""
    open_item: list[str] = []
    depth = 0
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        item, heading = _ITEM.fullmatch(line), _HEADING.fullmatch(line)
        goes_on = open_item and not item and line.startswith("  ") and line.strip()
        if goes_on:
            open_item.append(line[2 * depth + 2 :] if line.startswith("  " * (depth + 1)) else line.strip())
            continue
        if open_item:
            yield Line("item", _plain("\n".join(one.rstrip() for one in open_item)), depth)
            open_item = []
        if item:
            depth, open_item = min(len(item[1]) // 2, _DEEPEST), [item[2]]
        elif heading:
            yield Line("heading", _plain(heading[2]), len(heading[1]))
        elif line.strip():
            bold = re.fullmatch(r"\*\*(.*)\*\*", line.strip())
            yield Line("bold", _plain(bold[1])) if bold else Line("text", _plain(line.strip()))


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _given(lines: list[Line], workbook: Workbook) -> Given | Outcome:
    language = next((one for one in LANGUAGES if _speaks(lines, words(one))), LANGUAGES[0])
    reading = _Reading(workbook, words(language))
    for line in lines:
        reading.take(line)
    if not reading.asked:
        return Outcome("unknown", "headings")
    return reading.given()


def _speaks(lines: Iterable[Line], of: Texts) -> bool:
    return any(line.sort == "heading" and line.text == of.report.everything for line in lines)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is told of a note behind it."""

    supporters: int = 0
    star: bool = False
    dissent: bool = False
    group: str = ""
    places: tuple[str, ...] = ()


class _Reading:
    """A minute as far as it has been read."""

    def __init__(self, workbook: Workbook, said: Texts) -> None:
        self._workbook, self._words = workbook, said
        self._name = ""
        self._day: dt.date | None = None
        self._details: dict[str, str | int] = {}
        self._verdicts: dict[str, str] = {}
        self._wordings: dict[str, str] = {}
        self._notes: list[GivenNote] = []
        self._question: Question | None = None
        self._kind = ""
        self._ids = {question.id: question for question in workbook.questions()}
        self._texts = _worded(workbook)
        self._marks = _patterns(said)
        self.asked = False

    def given(self) -> Given:
        """What has been read."""
        return Given(
            self._name,
            self._day,
            self._details,
            self._verdicts,
            self._wordings,
            tuple(self._notes),
            _LOST,
        )

    def take(self, line: Line) -> None:
        """Take in a piece more."""
        if line.sort == "heading":
            self._heading(line)
        elif self._question is None:
            self._of_whom(line)
        elif line.sort == "bold":
            self._bold(line.text, self._question)
        elif line.sort == "item" and line.level > 0:
            self._under(line.text)
        elif line.text.strip():
            self._note(line.text, self._question)

    def _heading(self, line: Line) -> None:
        text = clean_line(line.text)
        if line.level == 1 and not self._name:
            self._name = text
        self._question, self._kind = None, ""
        found = re.match(r"(\S+?)[.:]?(?:\s+(.*))?\Z", text)
        question = self._ids.get(found[1]) if found else None
        question = question or self._texts.get(folded(text))
        if question:
            self._question, self.asked = question, True
            own = (found[2] or "").strip() if found and found[1] == question.id else ""
            called = self._words.terms.own_question
            own = "" if own == called else own.removeprefix(f"{called}: ")
            if question.asks == "own" and own:
                self._wordings[question.id] = own

    def _of_whom(self, line: Line) -> None:
        """What stands before the first question: whose it is, and when."""
        label, colon, value = line.text.partition(":")
        terms = self._words.terms
        if colon and line.sort in {"item", "text", "bold"}:
            self._detail(label.strip(), value.strip())
        elif not self._day:
            self._day = day_in(line.text)
        if label.strip() == terms.date and colon:
            self._day = day_in(value) or self._day

    def _detail(self, label: str, value: str) -> None:
        for name in (
            "place",
            "unit",
            "facilitator",
            "note_taker",
            "registry_number",
            "information_class",
            "retention",
        ):
            if label == getattr(self._words.terms, name):
                self._details.setdefault(name, clean_line(value))
        if label == self._words.terms.participants and value.isascii() and value.isdigit() and len(value) < 5:  # noqa: PLR2004 - up to 9999
            self._details.setdefault("participants", int(value))

    def _bold(self, text: str, question: Question) -> None:
        verdict = next((one.id for one in self._workbook.verdicts if one.label == text.strip()), "")
        kind = next(
            (
                one.id
                for one in self._workbook.kinds
                if text.strip() in {one.label, f"{one.sign} {one.label}"}
            ),
            "",
        )
        if question.asks == "verdict" and verdict:
            self._verdicts[question.id] = verdict
        elif kind:
            self._kind = kind
        else:
            self._note(text, question)

    def _note(self, text: str, question: Question) -> None:
        said, marks = self._marked(text)
        self._notes.append(
            GivenNote(
                question.id,
                said,
                self._kind,
                supporters=marks.supporters,
                star=marks.star,
                dissent=marks.dissent,
                group=marks.group,
                places=marks.places,
            )
        )

    def _under(self, text: str) -> None:
        """What stands under a note: what was said against it."""
        label, _, objection = text.partition(": ")
        if label == self._words.rounds.dissent and self._notes and objection:
            from dataclasses import replace

            self._notes[-1] = replace(self._notes[-1], objection=objection)

    def _marked(self, text: str) -> tuple[str, _Marks]:
        """A note without what is told of it in brackets behind it, where all that stands in them is that."""
        found = _ENDING.search(text)
        if found is None:
            return text, _Marks()
        rest, marks = found[1], {}
        for name, pattern in self._marks:
            if told := pattern.search(rest):
                marks[name] = told.groupdict().get("value", "")
                rest = f"{rest[: told.start()]},{rest[told.end() :]}"
        if rest.strip(" ,"):
            return text, _Marks()
        hands = marks.get("hands", "0")
        return text[: found.start()], _Marks(
            int(hands) if hands.isdigit() else 0,
            "star" in marks,
            "dissent" in marks,
            marks.get("group", ""),
            places_in(marks.get("places", ""), self._workbook),
        )


def _patterns(said: Texts) -> list[tuple[str, re.Pattern[str]]]:
    """How what is told of a note is written, the one that may have commas first."""

    def way(text: str, blank: str, value: str) -> re.Pattern[str]:
        before, _, after = text.partition(blank)
        return re.compile(rf"(?:(?<=, )|\A){re.escape(before)}(?P<value>{value}){re.escape(after)}(?=,|\Z)")

    fewer = re.escape(said.report.fewer).replace(re.escape("{n}"), r"\d+")
    return [
        ("places", way(said.report.placed, "{places}", ".+")),
        ("hands", way(said.report.agree, "{people}", rf"\d+|{fewer}")),
        ("group", way(said.report.table, "{table}", "[^,]+")),
        ("star", re.compile(rf"(?:(?<=, )|\A){re.escape(said.report.starred)}(?=,|\Z)")),
        ("dissent", re.compile(rf"(?:(?<=, )|\A){re.escape(said.terms.dissent)}(?=,|\Z)")),
    ]


def _worded(workbook: Workbook) -> dict[str, Question]:
    """The questions whose wording no other has."""
    found: dict[str, list[Question]] = {}
    for question in workbook.questions():
        if question.text:
            found.setdefault(folded(question.text), []).append(question)
    return {text: those[0] for text, those in found.items() if len(those) == 1}
