"""Coding: which themes who has put which note under. A decision a note and coder, versions like any record.

Nobody changes another's decision: each coder has their own, and what coders settle together is a decision of its own that counts
before theirs. `Coding` is a frozen value; folding in a decision costs the same with ten and with ten thousand. What it says of a
note is read through the code book, so a theme that was merged takes its decisions with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from diskussion_tui.base.overlay import Overlay
from diskussion_tui.base.text import clean_note
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.codebook import CodeBook, Theme, book_of
from diskussion_tui.domain.analysis.versions import taken_back, united
from diskussion_tui.domain.session.following import next_version
from diskussion_tui.domain.session.records import Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diskussion_tui.domain.analysis.versions import Versions
    from diskussion_tui.domain.session.changes import Stamp

TOGETHER = "gemensamt"
"""The coder of what several have settled together."""
_APART = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Version):
    """What a coder has decided of a note: its themes, the first being the main one; none of them means that none fits.

    `id` is the note's and the coder's, so that a later decision of the same coder is a version of the same record.
    """

    table: ClassVar[str] = "decisions"

    note: str
    coder: str
    themes: tuple[str, ...] = ()
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Coding:
    """Every version of every theme and decision, the code book that they make up, and the decisions by note and coder."""

    versions: Versions
    book: CodeBook
    decided: Mapping[str, Mapping[str, Decision]]

    @property
    def coders(self) -> tuple[str, ...]:
        """Who has decided anything that stands, without what was settled together."""
        found = {coder for by in self.decided.values() for coder in by}
        return tuple(sorted(found - {TOGETHER}))

    def decision(self, note: str, coder: str) -> Decision | None:
        """What a coder has decided of a note; None where that is nothing, or was taken back."""
        return self.decided.get(note, {}).get(coder)

    def counted(self, note: str) -> Decision | None:
        """The decision of a note that counts: what was settled together, else the latest of any coder."""
        by = self.decided.get(note, {})
        return by.get(TOGETHER) or max(by.values(), key=lambda one: (one.at, one.coder), default=None)

    def themes_of(self, note: str, coder: str = "") -> tuple[str, ...] | None:
        """The themes of a note as they stand: a coder's, or those that count. None where it is not coded, empty where none fits.

        A theme that was withdrawn is none; a note that had only such is not coded.
        """
        found = self.decision(note, coder) if coder else self.counted(note)
        return self.themes_in(found) if found else None

    def themes_in(self, decision: Decision) -> tuple[str, ...] | None:
        """The themes of a decision as they stand now."""
        standing = tuple(
            dict.fromkeys(one for theme in decision.themes if (one := self.book.standing(theme)))
        )
        known = tuple(one for one in standing if self.book.theme(one))
        return known if known or not decision.themes else None

    def disputed(self, note: str) -> bool:
        """Whether coders have decided differently of a note, and not settled it."""
        by = self.decided.get(note, {})
        if TOGETHER in by:
            return False
        said = {frozenset(themes) for one in by.values() if (themes := self.themes_in(one)) is not None}
        return len(said) > 1

    def notes_of(self, theme: str) -> Iterator[str]:
        """The notes that count under a theme."""
        return (note for note in self.decided if theme in (self.themes_of(note) or ()))


def coding_of(versions: Iterable[Version] = ()) -> Coding:
    """The coding that a set of versions makes up."""
    return fold(Coding(Overlay({}), CodeBook((), {}), Overlay({})), versions)


def fold(coding: Coding, versions: Iterable[Version]) -> Coding:
    """A coding with versions taken in. Those that it has already change nothing."""
    new = tuple(versions)
    every = united(coding.versions, new)
    book = book_of(every) if any(one.table == Theme.table for one in new) else coding.book
    fresh: dict[str, dict[str, Decision]] = {}
    for version in new:
        if isinstance(version, Decision):
            by = fresh.setdefault(version.note, dict(coding.decided.get(version.note, {})))
            last = every[version.table, version.id][-1]
            by.pop(version.coder, None)
            if isinstance(last, Decision) and not last.gone:
                by[last.coder] = last
    known = coding.decided if isinstance(coding.decided, Overlay) else Overlay(coding.decided)
    return Coding(every, book, known.having(fresh))


# ---- changes ---------------------------------------------------------------------------------------------------------


def decide(
    coding: Coding,
    stamp: Stamp,
    coder: str,
    notes: Iterable[str],
    themes: Iterable[str],
    memo: str = "",
) -> tuple[Decision, ...]:
    """Notes put under themes by a coder, in one change; under none of them where there are no themes. A `memo` says why."""
    also = {"memo": clean_note(memo)} if memo else {}
    wanted = tuple(dict.fromkeys(themes))
    made = (_altered(coding, stamp, coder, note, gone=False, themes=wanted, **also) for note in notes)
    return tuple(one for one in made if one)


def clear(coding: Coding, stamp: Stamp, coder: str, notes: Iterable[str]) -> tuple[Decision, ...]:
    """A coder's decisions of some notes taken out."""
    found = (coding.decision(note, coder) for note in notes)
    return tuple(next_version(one, stamp, gone=True) for one in found if one)


def remark(coding: Coding, stamp: Stamp, coder: str, note: str, memo: str) -> tuple[Decision, ...]:
    """A memo to a decision: why. Nothing where there is no decision, or it says so already."""
    found = coding.decision(note, coder)
    cleaned = clean_note(memo)
    return (next_version(found, stamp, memo=cleaned),) if found and found.memo != cleaned else ()


def split(
    coding: Coding, stamp: Stamp, coder: str, theme: str, fresh: Theme, notes: Iterable[str]
) -> tuple[Version, ...]:
    """A theme split: some of a coder's notes under it go to a new theme, and so do words that are the new one's."""
    made: list[Version] = [fresh]
    for note in notes:
        before = coding.decision(note, coder)
        if before and theme in (themes := coding.themes_in(before) or ()):
            moved = tuple(fresh.id if one == theme else one for one in themes)
            made.append(next_version(before, stamp, themes=moved))
    old = coding.book.theme(theme)
    left = tuple(one for one in old.words if one not in fresh.words) if old else ()
    if old and left != old.words:
        made.append(next_version(old, stamp, words=left))
    return tuple(made)


def undo(coding: Coding, stamp: Stamp, change: str) -> tuple[Version, ...]:
    """What takes back a change, whatever it made; of an undo, what does it again."""
    return taken_back(coding.versions, stamp, change)


def _altered(coding: Coding, stamp: Stamp, coder: str, note: str, **altered: object) -> Decision | None:
    record = f"{note}{_APART}{coder}"
    known = coding.versions.get((Decision.table, record))
    if known and isinstance(before := known[-1], Decision):
        if all(getattr(before, name) == value for name, value in altered.items()):
            return None
        return next_version(before, stamp, **altered)
    made = Decision(id=record, change=stamp.change, writer=stamp.writer, at=stamp.at, note=note, coder=coder)
    return next_version(made, stamp, rev=1, **altered)
