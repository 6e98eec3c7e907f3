"""Minutes in Markdown or Word, read by their headings: those that reports write, also after somebody has edited them.

A heading that begins with a question's id, or is its wording, begins that question. What is listed under it are notes, of the kind that
the heading, the line or the word before a colon above or before them names. What a report tells besides (hands, dissent, a star,
tables) is read back; conclusions, rounds, what a note was merged from and history are not. In anybody else's minute a line that found
no place is counted, so that whoever reads it in is told.
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
from diskussion_tui.reports.marks import Marks
from diskussion_tui.texts import words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from diskussion_tui.domain.workbook.workbook import Question, Workbook
    from diskussion_tui.texts.catalogue import Texts

_LOST = ("minutes",)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,3}[.)])\s+(.*)")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>&~|$#+=.()!{}-])")
_DEEPEST = 9
_ASKED = "(?:fråga|question)"
"""What people write before a question's id, in whichever language."""
_DETAILS = (
    *("place", "unit", "facilitator", "note_taker"),
    *("registry_number", "information_class", "retention"),
)
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
_MANY = re.compile(r"[0-9]{1,4}")
"""How many took part: a number up to 9999."""


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
        if line.sort == "text" and (of := _whose(line.text)):
            reading.of = of
        else:
            reading.take(line)
    if not reading.asked:
        return Outcome("unknown", "headings")
    return reading.given()


def _whose(text: str) -> str:
    """The id of the discussion that a line says a report is of."""
    for language in LANGUAGES:
        before, _, _ = words(language).report.of_discussion.partition("{id}")
        found = clean_line(text).removeprefix(before) if clean_line(text).startswith(before) else ""
        if _ID.fullmatch(found):
            return found
    return ""


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
        self._said_day = ""
        self._details: dict[str, str | int] = {}
        self._verdicts: dict[str, str] = {}
        self._wordings: dict[str, str] = {}
        self._notes: list[GivenNote] = []
        self._question: Question | None = None
        self._level = 0
        self._kind = ""
        self._unread: list[str] = []
        self._ids = _numbered(workbook)
        self._kinds = {folded(name): one.id for one in workbook.kinds for name in (one.label, one.id)}
        self._said_verdicts = {folded(one.label): one.id for one in workbook.verdicts}
        self._texts = _worded(workbook)
        self._marks = Marks(said)
        self._is_own = False
        self.asked = False
        self.of = ""

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
            () if self._is_own else tuple(self._unread),
            self.of,
            self._said_day,
        )

    def take(self, line: Line) -> None:
        """Take in a piece more."""
        if line.sort == "heading":
            self._heading(line)
        elif self._question is None:
            if not self._of_whom(line):
                self._unread.append(line.text)
        elif line.sort == "item" and line.level > 0:
            self._under(line, self._question)
        elif line.text.strip() and not self._says(line, self._question) and self._may_be_said(line):
            self._note(line.text, self._question)

    def _may_be_said(self, line: Line) -> bool:
        """Whether a line can be a note: in our own reports only what is listed; all else there are the report's words."""
        return line.sort == "item" or not self._is_own

    def _says(self, line: Line, question: Question) -> bool:
        """Whether a line names a verdict or a kind. In our own reports only what is bold does; all else there is a note."""
        return (line.sort == "bold" or not self._is_own) and self._names(line.text, question)

    def _heading(self, line: Line) -> None:
        text = clean_line(line.text)
        if line.level == 1 and not self._name:
            self._name = text
        elif text == self._words.report.everything:
            self._is_own = True
        elif found := self._asked_in(text):
            self._question, self._level, self._kind, self.asked = found[0], line.level, "", True
            self._worded(*found)
        elif self._question and self._names(text, self._question):
            pass
        elif line.level <= self._level:
            self._question = None
        else:
            self._kind = ""
            self._unread.append(text)

    def _asked_in(self, text: str) -> tuple[Question, str] | None:
        """The question that a heading is of, and what stands behind its id."""
        for number, question in self._ids:
            if found := number.match(text):
                return question, text[found.end() :].strip()
        question = self._texts.get(folded(text))
        return (question, "") if question else None

    def _worded(self, question: Question, own: str) -> None:
        called = self._words.terms.own_question
        own = "" if own == called else own.removeprefix(f"{called}: ")
        if question.asks == "own" and own:
            self._wordings[question.id] = own

    def _of_whom(self, line: Line) -> bool:
        """What stands before the first question: whose it is, and when; whether it says that."""
        label, colon, value = line.text.partition(":")
        day = day_in(value if colon else line.text)
        if folded(label) == folded(self._words.terms.date) and colon:
            self._day, self._said_day = day, "" if day else clean_line(value)
        elif colon and self._detail(folded(label), clean_line(value)):
            return True
        elif not self._day:
            self._day = day
        return bool(day)

    def _detail(self, label: str, value: str) -> bool:
        """Take in what is said of the meeting; whether it was that."""
        terms = self._words.terms
        name = next((one for one in _DETAILS if label == folded(getattr(terms, one))), "")
        if name:
            self._details.setdefault(name, value)
        called = folded(terms.participants)
        if label in {called, called.split()[-1]}:
            name = "participants" if _MANY.fullmatch(value) else ""
            if name:
                self._details.setdefault(name, int(value))
        return bool(name)

    def _names(self, text: str, question: Question) -> bool:
        """Whether a line by itself says a verdict, or of which kind the notes below it are."""
        said = folded(text).rstrip(":. ").lstrip("".join(one.sign for one in self._workbook.kinds)).strip()
        if question.asks == "verdict" and said in self._said_verdicts:
            self._verdicts[question.id] = self._said_verdicts[said]
        elif question.asks == "kinds" and said in self._kinds:
            self._kind = self._kinds[said]
        else:
            return False
        return True

    def _note(self, text: str, question: Question) -> None:
        said, marks = self._marked(text)
        label, _, rest = said.partition(":")
        named = question.asks == "kinds" and not self._is_own
        kind = self._kinds.get(folded(label).strip(), "") if named else ""
        self._notes.append(
            GivenNote(
                question.id,
                rest.strip() if kind and rest.strip() else said,
                kind or self._kind,
                supporters=marks.supporters,
                star=marks.star,
                dissent=marks.dissent,
                group=marks.group,
                places=marks.places,
            )
        )

    def _under(self, line: Line, question: Question) -> None:
        """What stands under a note: what was said against it; else it is a note as well."""
        label, _, objection = line.text.partition(": ")
        if label == self._words.rounds.dissent and self._notes and objection:
            from dataclasses import replace

            self._notes[-1] = replace(self._notes[-1], objection=objection)
        elif not self._is_own and not self._names(line.text, question):
            self._note(line.text, question)

    def _marked(self, text: str) -> tuple[str, _Marks]:
        """A note without what is told of it in brackets behind it, where all that stands in them is that."""
        found = self._marks.behind(text)
        if found is None or (found.left and (not self._is_own or len(found.left) > 1)):
            return text, _Marks()
        marks = found.marks
        hands = marks.get("hands", "0")
        return found.text, _Marks(
            int(hands) if hands.isdigit() else 0,
            "star" in marks,
            "dissent" in marks,
            marks.get("group", "") or "".join(found.left),
            places_in(marks.get("places", ""), self._workbook),
        )


def _numbered(workbook: Workbook) -> list[tuple[re.Pattern[str], Question]]:
    """How the questions' ids are written, the longest first: `A.2`, `A 2`, `a2`, `Fråga A 2:`; one without a number as it is."""
    found: list[tuple[re.Pattern[str], Question]] = []
    for question in sorted(workbook.questions(), key=lambda one: -len(one.id)):
        parts = [re.escape(part) for part in question.id.split(".")]
        between = "[. ]?" if any(sign.isdigit() for sign in question.id) else "[. ]"
        found.append(
            (re.compile(rf"(?:{_ASKED}\s+)?{between.join(parts)}(?!\.?\w)[.:)]*", re.IGNORECASE), question)
        )
    return found


def _worded(workbook: Workbook) -> dict[str, Question]:
    """The questions whose wording no other has."""
    found: dict[str, list[Question]] = {}
    for question in workbook.questions():
        if question.text:
            found.setdefault(folded(question.text), []).append(question)
    return {text: those[0] for text, those in found.items() if len(those) == 1}
