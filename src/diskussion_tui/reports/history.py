"""What happened in a discussion as plain text: day by day and change by change, with the words before and after.

It is set from the session's own words alone. A change that nobody wrote at the screen, an edit of the file, says so; the
time that it carries is not when it was made and is not printed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.clock import moment, time_of_day
from diskussion_tui.base.short_ids import endings
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fields import declared
from diskussion_tui.domain.session.records import BY_HAND, Answer, Conclusion, Note, Planned, Round, Vote
from diskussion_tui.domain.session.session import KindWord
from diskussion_tui.domain.story.history import parts_of
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.compass import cell_named
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.cells import cells
from diskussion_tui.reports.fields import label_of, shown
from diskussion_tui.reports.page import heading, joined, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, datetime

    from diskussion_tui.domain.session.fields import Value
    from diskussion_tui.domain.session.records import Record, Version
    from diskussion_tui.domain.session.session import Change, Session
    from diskussion_tui.domain.story.diff import Deed
    from diskussion_tui.domain.story.history import Entry, Part
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.base import Plural

_GUTTER = " " * 7
_HANG = _GUTTER + "  "
_APART = 2
"""The blanks that must stand between what was done and who did it."""
_NOTHING = "–"
_PHRASE = 24
"""So many cells of a text are told in a phrase."""
_FIELDS = ("detail", "field")
"""Deeds that are told by the label of the field they are about."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of the page is set from. `short` holds the short form of each note's id."""

    words: Texts
    width: int
    kinds: Mapping[str, KindWord]
    verdicts: Mapping[str, str]
    short: Mapping[str, str]
    session: Session


def in_short(session: Session, parts: tuple[Part, ...], words: Texts, others: Plural) -> str:
    """What a change did, as a phrase: the first words of what it was done to, what was done, and to how many others."""
    if not parts:
        return words.history.nothing
    page = _page(session, words, _PHRASE)
    version = parts[0].version
    whats = ", ".join(_whats(parts[0], page))
    text = version.text if isinstance(version, Note | Conclusion) else ""
    about = f"”{shortened(text, _PHRASE)}”" if text else _about(version, page)[0]
    told = f"{about}, {whats}" if about else _capital(whats)
    return f"{told}, {others(len(parts) - 1)}" if len(parts) > 1 else told


def taken_back(session: Session, made: Change, words: Texts) -> str:
    """What an undo took back, or a redo did again, in few words."""
    parts = parts_of(session, made.versions[0].undoes, made.versions)
    if any(part.version.undoes for part in parts):
        parts = parts_of(session, made.id, made.versions)  # an undo is taken back: what is done again is told
    return in_short(session, parts, words, words.walk.undone_others)


def history(
    session: Session, entries: tuple[Entry, ...], words: Texts, width: int = 80, note_id: str = ""
) -> str:
    """Entries of a session's history, set for reading; `note_id` is the note that they are about, if one."""
    short = endings([key[1] for key in session.versions if key[0] == Note.table])
    page = replace(_page(session, words, width), short=short)
    return joined([*_top(session, note_id, len(entries), page), *_days(entries, page)])


def _page(session: Session, words: Texts, width: int) -> _Page:
    frame = session.frame
    verdicts = {verdict.id: verdict.label for verdict in frame.verdicts}
    return _Page(words, width, {kind.id: kind for kind in frame.kinds}, verdicts, {}, session)


def _top(session: Session, note_id: str, changes: int, page: _Page) -> Iterator[str]:
    terms, said = page.words.terms, page.words.history
    yield from heading(session.head.name, page.width)
    state = terms.final if session.final else terms.draft
    about = said.of_note.format(id=note_id) if note_id else state
    yield from layout.wrap(f"{about} · {said.changes(changes)}", page.width, measure=cells)


def _days(entries: tuple[Entry, ...], page: _Page) -> Iterator[str]:
    """The entries under the day that each was made. One of unknown time stands under that of the entry before."""
    day: date | None = None
    for entry in entries:
        if entry.writer != BY_HAND and entry.at.date() != day:
            day = entry.at.date()
            yield from heading(day.isoformat(), page.width)
        yield ""
        yield from _entry(entry, page)


def _entry(entry: Entry, page: _Page) -> Iterator[str]:
    """When, what, and who at the end of the first line; where that has no room, a line of its own has it."""
    lines = [*_act(entry, page), *(line for part in entry.parts for line in _part(part, page))]
    if entry.writer != BY_HAND:
        lines = [*_signed(lines[0], entry, page), *lines[1:]]
    yield from lines


def _signed(line: str, entry: Entry, page: _Page) -> Iterator[str]:
    """A line with the time before it and the writer behind."""
    time = time_of_day(entry.at).ljust(len(_GUTTER))
    for head, *under in ([time + line.removeprefix(_GUTTER)], [time, line]):
        room = page.width - cells(head) - cells(entry.writer)
        if room >= _APART:
            yield from (f"{head}{' ' * room}{entry.writer}", *under)
            return
    yield from layout.wrap(entry.writer, page.width, time, _GUTTER, cells)
    yield line


def _act(entry: Entry, page: _Page) -> Iterator[str]:
    """That a change was made in the file, or takes back another, and when that one was made."""
    said = page.words.history
    if entry.writer == BY_HAND:
        yield from _line(said.by_hand, page)
    if entry.act == "did":
        return
    if entry.undone_at is None:
        yield from _line(said.undid_unknown, page)
    else:
        template = said.undid if entry.act == "undid" else said.redid
        yield from _line(template.format(when=_when(entry.undone_at, entry.at)), page)


def _when(at: datetime, seen_from: datetime) -> str:
    """A time of day, with its day where that is another one."""
    return time_of_day(at) if at.date() == seen_from.date() else moment(at)


def _part(part: Part, page: _Page) -> Iterator[str]:
    """What was done to a record: where and what on a line, then the words that it was done to."""
    said, version = page.words.history, part.version
    where, note_id = _about(version, page)
    which = f"({page.short[note_id]})" if note_id in page.short else ""
    for what in _whats(part, page):
        yield from _line("  ".join(filter(None, (where, _capital(what), which))), page)
    yield from _texts(part, page)
    if part.beside:
        template = said.beside_stood if part.stood else said.beside_fell
        yield from _line(template.format(writers=", ".join(part.beside)), page, _HANG)


def _about(version: Record, page: _Page) -> tuple[str, str]:
    """Which question or section a version is about, and which note."""
    match version:
        case Note():
            return called(version.question), version.id
        case Answer():
            return called(version.id), ""
        case Round() | Conclusion():
            return version.section, ""
        case Vote():
            found = page.session.versions.get((Round.table, version.round))
            of = found[-1] if found else None
            return of.section if isinstance(of, Round) else "", version.note
        case Planned():
            return version.name or called(version.id), ""
    return "", ""


def _whats(part: Part, page: _Page) -> list[str]:
    """What was done, as phrases for a line each: fields on their own, everything else together."""
    kind = type(part.version)
    fields = [_field(deed, kind, page) for deed in part.deeds if deed.what in _FIELDS]
    told = {*_FIELDS, *(("dissented",) if any(deed.what == "objected" for deed in part.deeds) else ())}
    sort = part.version.kind if isinstance(part.version, Conclusion) else ""
    others = ", ".join(_deed(deed, page, sort) for deed in part.deeds if deed.what not in told)
    return [*filter(None, [others]), *fields] or [page.words.history.nothing]


def _line(text: str, page: _Page, indent: str = _GUTTER) -> Iterator[str]:
    return iter(layout.wrap(_capital(text), page.width, indent, _HANG, cells))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _deed(deed: Deed, page: _Page, sort: str = "") -> str:
    """What was done, as a phrase; to a conclusion in words that agree with its sort."""
    if known := page.words.conclusions.of_sort(sort):
        agreeing = {
            "concluded": known.new,
            "withdrawn": known.gone,
            "restored": known.restored,
            "reworded": known.reworded,
            "purged": known.purged,
        }
        if deed.what in agreeing:
            return agreeing[deed.what]
    if deed.what == "round_begun":
        return page.words.history.round_begun.format(
            method=page.words.rounds.method(deed.detail, int(deed.after or 0))
        )
    if deed.what == "vote":
        return _vote(deed, page)
    if deed.what == "objected" and deed.after is None:
        return page.words.history.objection_off
    template: str = getattr(page.words.history, deed.what)
    before, after = (_named(deed, value, page) for value in (deed.before, deed.after))
    return template.format(before=before, after=after)


def _vote(deed: Deed, page: _Page) -> str:
    """Dots or a place, before and after; the round, whose id is the deed's detail, says which of the two."""
    found, said = page.session.versions.get((Round.table, deed.detail)), page.words.history
    of = found[-1] if found else None
    template = said.vote_place if isinstance(of, Round) and of.method == "ordning" else said.vote
    before, after = (said.no_vote if value is None else value for value in (deed.before, deed.after))
    return template.format(before=before, after=after)


def _named(deed: Deed, value: Value, page: _Page) -> str:
    """A value as it is called: a kind and a verdict by their labels."""
    if deed.what == "kind":
        kind = _kind(str(value), page)
        return f"{kind.sign} {kind.label}" if value else page.words.history.no_kind
    if value is None:
        return _NOTHING
    words = page.words
    naming: dict[str, Callable[[str], str]] = {
        "moved": called,
        "plan_behaviour": words.plan.behaviour,
        "merged_away": lambda note: page.short.get(note, note),
        "stands_again": lambda note: page.short.get(note, note),
        "concluded": words.conclusions.sort,
        "conclusion_sorted": words.conclusions.sort,
        "placed": lambda cell: cell_named(None, cell).name,
        "unplaced": lambda cell: cell_named(None, cell).name,
    }
    if deed.what.startswith("verdict"):
        return page.verdicts.get(str(value), str(value))
    return naming.get(deed.what, str)(str(value))


def _field(deed: Deed, kind: type[Version], page: _Page) -> str:
    """What a field that has no words of its own was set to, and what it was before."""
    sort = declared(kind)[deed.detail].sort
    before, after = (
        _NOTHING if value is None else shown(value, sort, page.words, page.short)
        for value in (deed.before, deed.after)
    )
    label = label_of(deed.detail, page.words)
    return f"{label}: {after}" if deed.before is None else f"{label}: {before} → {after}"


def _texts(part: Part, page: _Page) -> Iterator[str]:
    """The words that something was done to: whole where they are new, with those before where they were changed."""
    version, before = part.version, part.before
    if isinstance(version, Conclusion):
        yield from _conclusion_texts(version, before, page)
    if isinstance(version, Note):
        whole = {deed.what for deed in part.deeds} & {"added", "kept", "reworded"}
        if isinstance(before, Note) and before.text != version.text:
            yield from _text(before.text, _sign(before, page), page)
            yield from _text(version.text, "→", page)
        elif whole:
            yield from _text(version.text, _sign(version, page), page)
        else:
            yield _line_of(version, page)
    elif isinstance(version, Vote) and (note := page.session.note(version.note)):
        yield _line_of(note, page)
    for deed in part.deeds:
        if deed.what.startswith("question"):
            yield from _text(str(deed.before or deed.after), "?", page)
            if deed.before and deed.after:
                yield from _text(str(deed.after), "→", page)


def _conclusion_texts(version: Conclusion, before: Record | None, page: _Page) -> Iterator[str]:
    sign = page.words.conclusions.sign(version.kind, done=version.done)
    if isinstance(before, Conclusion) and before.text != version.text:
        yield from _text(before.text, sign, page)
        yield from _text(version.text, "→", page)
    elif before is None:
        yield from _text(version.text, sign, page)
    else:
        lead = f"{_HANG}{sign} "
        yield lead + shortened(version.text, page.width - cells(lead))


def _line_of(note: Note, page: _Page) -> str:
    sign = f"{_HANG}{_sign(note, page)} "
    return sign + shortened(note.text, page.width - cells(sign))


def _text(text: str, sign: str, page: _Page) -> Iterator[str]:
    return iter(layout.wrap(text, page.width, f"{_HANG}{sign} ", f"{_HANG}  ", cells))


def _sign(note: Note, page: _Page) -> str:
    return _kind(note.kind, page).sign if note.kind else "•"


def _kind(kind: str, page: _Page) -> KindWord:
    return page.kinds.get(kind, KindWord(kind, "•", kind))
