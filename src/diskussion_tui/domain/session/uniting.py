"""Tables of one evening united into one new discussion: a set union of what each has said, note by note.

Each note has the table that said it: its own where it has one, else that of its discussion. So the union can be made in any order,
of unions again, and of the same discussion twice, and gives the same. What any table removed for good stays removed. A verdict
stands where all tables that gave one gave the same; where they differ none is set, and it is told who gave which. Run of show,
clocks and what is half typed belong to a table's evening, and stay there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import Answer, Conclusion, Head, Note, Purge, Round, Vote
from diskussion_tui.domain.session.refusals import RefusedError
from diskussion_tui.domain.session.session import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts

UNITED = "sammanslagning"
"""The writer of what was made of several tables' answers. Without verdict and wording it says that they differed."""
_TABLE = re.compile(r"\b(?:bord|table|grupp|group)\s*(\d{1,3})\b")
_KEPT = (Note.table, Conclusion.table, Round.table, Vote.table, Purge.table)
_BETWEEN = " / "


class DifferentWorkbooksError(RefusedError):
    """Some discussions answer other questions than the rest. `found` are the workbooks' ids."""

    def __init__(self, found: Sequence[str] = ()) -> None:
        self.found = tuple(found)
        super().__init__(", ".join(found))

    def sentence(self, words: Texts) -> str:
        """Which workbooks they belong to."""
        return words.comparing.different_workbooks.format(ids=", ".join(self.found))


@dataclass(frozen=True, slots=True)
class Differing:
    """A question on which tables judged differently: the verdict of each that gave one, by the name of its discussion."""

    question: str
    given: tuple[tuple[str, str], ...]


def table_of(head: Head) -> str:
    """What a discussion's table is called: its number where the name says one, else the name."""
    found = _TABLE.search(folded(head.name))
    return found[1] if found else clean_line(head.name)


def united(sessions: Iterable[Session]) -> tuple[Record, ...]:
    """Every record of some discussions' tables, without a head. Raises `DifferentWorkbooksError`."""
    sessions = tuple(sessions)
    must_be_one_workbook(sessions)
    heads = {one.id for one in sessions}
    found: dict[tuple[object, ...], Record] = {}
    for session in sessions:
        table = table_of(session.head)
        for version in chain.from_iterable(session.versions.values()):
            if version.table in _KEPT and not (isinstance(version, Purge) and version.id in heads):
                known = found.get(_identity(version))
                found[_identity(version)] = _of_table(version, known, table)
    purged = {one.id for one in found.values() if isinstance(one, Purge)}
    kept = (one for one in found.values() if isinstance(one, Purge) or one.id not in purged)
    return (*_answers(sessions), *sorted(kept, key=lambda one: tuple(map(str, _identity(one)))))


def must_be_one_workbook(sessions: Iterable[Session]) -> None:
    """Raise `DifferentWorkbooksError` where some discussions were led with other workbooks than the rest."""
    ids = sorted({one.head.workbook for one in sessions})
    if len(ids) > 1:
        raise DifferentWorkbooksError(ids)


def frame_united(sessions: Iterable[Session]) -> Frame:
    """The words of the questions, kinds and verdicts, those of the newest workbook first."""
    frames = [one.frame for one in sorted(sessions, key=lambda one: (-one.head.workbook_version, one.id))]
    return Frame(
        tuple({one.id: one for frame in reversed(frames) for one in frame.asked}.values()),
        tuple({one.id: one for frame in reversed(frames) for one in frame.kinds}.values()),
        tuple({one.id: one for frame in reversed(frames) for one in frame.verdicts}.values()),
    )


def details_united(sessions: Sequence[Session]) -> dict[str, str | int]:
    """What is the same for all tables; participants are added up where every table says how many and none is there twice."""
    heads = list({one.id: one.head for one in sessions}.values())
    said: dict[str, str | int] = {}
    for name in ("place", "unit", "registry_number", "information_class", "retention"):
        values = {getattr(head, name) for head in heads}
        if len(values) == 1 and (value := values.pop()):
            said[name] = value
    ids = [
        key
        for one in {one.id: one for one in sessions}.values()
        for key in one.versions
        if key[0] == Note.table
    ]
    if all(head.participants for head in heads) and len(ids) == len(set(ids)):
        said["participants"] = sum(head.participants for head in heads)
    return said


def differing(sessions: Iterable[Session]) -> tuple[Differing, ...]:
    """The questions on which the tables judged differently, and how."""
    given: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for session in sorted(sessions, key=lambda one: (swedish(one.head.name), one.id)):
        for answer in session.current(Answer):
            if answer.verdict:
                given[answer.id][session.head.name, answer.verdict] = None
    return tuple(
        Differing(question, tuple(those))
        for question, those in sorted(given.items(), key=lambda one: swedish(one[0]))
        if len({verdict for _name, verdict in those}) > 1
    )


def _identity(version: Record) -> tuple[object, ...]:
    """What tells a version from others, but for the table that a note got here."""
    said: Mapping[str, object] = version.said()
    rest = tuple(value for name, value in said.items() if name != "group")
    return (version.table, version.id, version.rev, version.change, version.writer, version.at, rest)


def _of_table(version: Record, known: Record | None, table: str) -> Record:
    """A version with its table; where several discussions have it, the first of their tables."""
    if not isinstance(version, Note):
        return version
    tables = [version.group or table, *([known.group] if isinstance(known, Note) else [])]
    return replace(version, group=min(tables, key=swedish))


def _answers(sessions: Iterable[Session]) -> list[Answer]:
    """What the tables say of the questions together. That they differed is one of the values, so that it is not forgotten."""
    by_question: defaultdict[str, list[Answer]] = defaultdict(list)
    for session in sessions:
        for answer in session.current(Answer):
            by_question[answer.id].append(answer)
    return [_together(those) for _question, those in sorted(by_question.items())]


def _together(answers: Sequence[Answer]) -> Answer:
    verdicts = {one.verdict for one in answers if one.verdict}
    agree = len(verdicts) == 1 and not any(_differed(one) for one in answers)
    wordings = {text for one in answers for text in one.wording.split(_BETWEEN) if text}
    last = max(answers, key=lambda one: (one.at, one.change))
    return Answer(
        id=last.id,
        change=max(one.change for one in answers),
        writer=UNITED,
        at=max(one.at for one in answers),
        verdict=verdicts.pop() if agree else "",
        wording=_BETWEEN.join(sorted(wordings, key=swedish)),
    )


def _differed(answer: Answer) -> bool:
    return answer.writer == UNITED and not (answer.verdict or answer.wording)
