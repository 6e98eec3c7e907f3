"""What was said in a discussion, one value a note, as everything that looks across discussions asks about it.

Searching, comparing, compiling and coding read these and nothing else, whether they were made from an opened session here or
from a row of the index that was made from one. So there is one answer to what counts: a note that was merged into another is
no row of its own, and one that is withdrawn or parked says so. What knows sessions is loaded by whoever has one open: an index is
read without, and home's first rows wait for none of it.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.language.tags import owners_of, tags_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.session.session import Session


@dataclass(frozen=True, slots=True)
class Discussion:
    """A discussion as analysis knows it. `verdicts` are ids of verdicts by the question that they answer."""

    id: str
    name: str
    date: dt.date
    state: str = "utkast"
    workbook: str = ""
    workbook_version: int = 0
    unit: str = ""
    place: str = ""
    registry_number: str = ""
    participants: int = 0
    verdicts: Mapping[str, str] = field(default_factory=dict)
    information_class: str = ""
    retention: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A note and where it was said; or a conclusion, which has a `sort` (*slutsats*, *åtgärd*, *medskick*) where a note has none.

    A conclusion `rests_on` notes; what is to be done has an `owner` and a last day, `due`.
    `section` is the part of the workbook (`B`), `also` other words by which it is found: an objection, notes that were merged
    into it. `table` is who said it, `owners` and `tags` stand in its text. It counts where it is `in_force`.
    """

    discussion: Discussion
    id: str
    question: str
    kind: str
    text: str
    also: tuple[str, ...] = ()
    supporters: int = 0
    dissent: bool = False
    objection: str = ""
    star: bool = False
    table: str = ""
    places: tuple[str, ...] = ()
    parked: bool = False
    withdrawn: bool = False
    at: dt.datetime | None = None
    sort: str = ""
    owner: str = ""
    done: bool = False
    due: dt.date | None = None
    rests_on: tuple[str, ...] = ()

    @property
    def section(self) -> str:
        """The part of the workbook."""
        return self.question.partition(".")[0]

    @property
    def in_force(self) -> bool:
        """Whether it counts."""
        return not (self.parked or self.withdrawn)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags in its text, without their signs."""
        return tuple(tags_of(self.text))

    @property
    def owners(self) -> tuple[str, ...]:
        """Who is named in its text, without the sign; who takes on an action first."""
        return tuple(dict.fromkeys(filter(None, (self.owner, *owners_of(self.text)))))


def discussion_of(session: Session) -> Discussion:
    """What analysis knows of a discussion as a whole."""
    from diskussion_tui.domain.session.records import Answer

    head = session.head
    verdicts = {one.id: one.verdict for one in session.current(Answer) if one.verdict}
    return Discussion(
        head.id,
        head.name,
        head.date,
        head.state,
        head.workbook,
        head.workbook_version,
        head.unit,
        head.place,
        head.registry_number,
        head.participants,
        verdicts,
        head.information_class,
        head.retention,
    )


def said_in(session: Session) -> Iterator[Said]:
    """Every note of a discussion but those merged into others, oldest first; withdrawn and parked ones too."""
    discussion = discussion_of(session)
    notes = (*session.notes(), *session.parked(), *session.withdrawn())
    for note in sorted(notes, key=lambda one: one.id):
        yield said_of(session, discussion, note)


def concluded_in(session: Session) -> Iterator[Said]:
    """Every conclusion of a discussion, those taken out last. They are told apart from notes by their `sort`, and never counted as such."""
    from diskussion_tui.domain.session.conclusions import withdrawn_conclusions
    from diskussion_tui.domain.session.records import Conclusion

    discussion = discussion_of(session)
    for one in (*session.current(Conclusion), *withdrawn_conclusions(session)):
        text, owner = one.text.strip(), one.owner
        yield Said(
            discussion,
            one.id,
            one.section,
            "",
            text,
            also=tuple(filter(None, (owner, str(one.due or "")))),
            withdrawn=one.gone,
            at=one.at,
            sort=one.kind,
            owner=owner,
            done=one.done,
            due=one.due,
            rests_on=one.notes,
        )


def said_of(session: Session, discussion: Discussion, note: Note) -> Said:
    """A note as analysis asks about it."""
    return Said(
        discussion,
        note.id,
        note.question,
        note.kind,
        note.text.strip(),
        (*also_said(note), *merged_into(note, session)),
        note.supporters,
        note.dissent,
        note.objection,
        note.star,
        note.group,
        note.places,
        note.parked,
        note.gone,
        note.at,
    )


def also_said(note: Note) -> Iterator[str]:
    """The words of a note besides its text, by which it is found too."""
    from diskussion_tui.domain.session.fields import texts_in

    return (text for name, text in texts_in(note, "words") if text and name != "text")


def merged_into(note: Note, session: Session) -> Iterator[str]:
    """The words of the notes that were merged into one and are not withdrawn or apart again."""
    if not note.sources:
        return
    from diskussion_tui.domain.session.merging import originals_of

    for one in originals_of(session, note):
        if one.note and not (one.apart or one.note.gone):
            yield one.note.text.strip()
