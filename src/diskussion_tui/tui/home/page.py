"""What home shows, as rows: the things to do, the past discussions with what a search found in them, the preview.

Pure functions of an entry, the words and the width. They stand apart from the pages of the walk, because home is the first
screen and waits for none of what those need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.bars import bar
from diskussion_tui.tui.chrome import rule
from diskussion_tui.tui.home.choices import NEW, PRACTISE
from diskussion_tui.tui.home.widths import layout_for
from diskussion_tui.tui.parts.found import from_the_word, with_words_marked
from diskussion_tui.tui.parts.hands import hands_of
from diskussion_tui.tui.rows import Block, clipped, row_length, spread, text_rows
from diskussion_tui.tui.widgets.column import LazyColumn

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.reports.names import Names
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.home.choices import FoundRows
    from diskussion_tui.tui.home.widths import Layout
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.folder import Entry, Hit, Hits, Shown

UNREAD = "unread"
"""The fault of a discussion of which only the file's name is known so far."""
_BAR = 6
"""Cells of the bar that says how far the index has come."""
MOST_OF_A_NAME = 5
"""So many discussions of one name are offered where it is asked which is meant."""
_BESIDE_THING, _BESIDE_REASON = 4, 21
"""Cells that are taken beside a thing to do, and beside why one would."""
_DATE, _GAP = 14, 2
"""Cells that the day takes before a name, and the blanks behind it."""


class Menu(NamedTuple):
    """The things to do: which there are, what is chosen, the name that is typed, the discussion that could be gone on with."""

    things: tuple[str, ...]
    chosen: str
    name: str
    unfinished: Entry | None


def menu_rows(menu: Menu, words: Texts, today: dt.date, width: int) -> tuple[Row, ...]:
    """The things to do, a line each: what, and with what or why."""
    said = words.home

    def thing(which: str) -> Row:
        if which == NEW:
            about = (said.new, said.named.format(name=menu.name) if menu.name else said.new_reason)
        elif which == PRACTISE or menu.unfinished is None:
            about = (said.practise, said.practise_reason)
        else:
            about = (said.go_on, where_left(menu.unfinished, words, today, width - _BESIDE_REASON))
        return _thing_row(*about, width - _BESIDE_THING, chosen=which == menu.chosen)

    return ((), *map(thing, menu.things), ())


def told_rows(said: str, hits: Hits, words: Texts, width: int) -> tuple[Row, ...]:
    """What there is to tell below the things to do: a sentence, or that a search has taken letters for others."""
    told = said or (words.query.loose if hits.loose else "")
    return text_rows(told, width, "warning", "  ", "  ") if told else ((),)


def _thing_row(title: str, reason: str, width: int, *, chosen: bool) -> Row:
    row = (
        ("▸ " if chosen else "  ", "accent"),
        (title.ljust(15), "heading" if chosen else "text"),
        (reason, "text" if chosen else "muted"),
    )
    return clipped(row, width)


def where_left(entry: Entry, words: Texts, today: dt.date, width: int) -> str:
    """Name, when and at which question, and how much there is; the last of it goes where there is no room, then the time of day."""
    at = words.home.at_question.format(id=called(entry.step)) if "." in entry.step else ""
    when = _when(entry, words, today)
    said = [part for part in (when, at, words.terms.notes(entry.notes)) if part]
    ways = [*(" · ".join(said[:parts]) for parts in range(len(said), 0, -1)), when.rpartition(" ")[0]]
    told = (f"{entry.name}   {way}" for way in ways)
    return next((one for one in told if len(one) <= width), entry.name)


def latest_draft(entries: Iterable[Entry]) -> Entry | None:
    """The draft that was last worked on: sought once a look at the folder, not for every key among ten thousand."""
    drafts = [entry for entry in entries if entry.state == "utkast" and not entry.fault and entry.modified]
    return max(drafts, key=lambda entry: entry.modified.timestamp() if entry.modified else 0.0, default=None)


def header_rows(title: str, told: str, words: Texts, width: int) -> tuple[Row, ...]:
    """The program and the workbook, and what there is to tell, above a line."""
    left: Row = ((f"{words.home.title}  ·  ", "heading"), (title, "text"))
    return ((("  ", "text"), *spread(left, ((told, "muted"),), width - 4)), rule(width))


def nothing_listed(words: Texts, waits: str, sought: str, width: int) -> tuple[Row, ...]:
    """Why the list is empty: nothing found of what is `sought`, nothing there, or what is waited for, as `waits` says it."""
    said = words.home.none_yet
    if sought:
        from diskussion_tui.reports.queries import hints  # the first screen seeks nothing

        said = "\n\n".join((words.home.none_found, *hints(sought, words)))
    if waits:
        plain = waits in (words.waiting.reading, words.home.searching)
        said = waits if plain else f"{waits}\n\n{words.waiting.can_home}"
    return text_rows(said, width, "muted")


def list_column(
    rows: FoundRows,
    words: Texts,
    outline: Outline,
    width: int,
    names: Names,
    marked: Callable[[Row, Entry], Row],
) -> LazyColumn:
    """The list, of which only what is in view is drawn. `names` are those of all discussions; `marked` puts in their marks."""

    def draw(place: int) -> Block:
        hit, note = rows[place]
        row = (
            marked(entry_row(hit.entry, words, outline, width, names), hit.entry)
            if note is None
            else note_row(hit, note, words, outline, width)
        )
        return Block((row,), rows.id_at(place))

    return LazyColumn(rows, None, draw)


def found_words(hits: Hits, words: Texts) -> str:
    """How much a search has found."""
    return words.home.found.format(
        notes=words.terms.notes(hits.notes), sessions=words.terms.sessions(len(hits))
    )


def indexed_words(indexed: tuple[int, int], told: str, words: Texts) -> str:
    """What is told while the index is being filled: how far it has come, as a bar and in numbers."""
    done, of = indexed
    drawn, grouped = bar(done, of, _BAR), words.cli.grouped
    read = words.home.indexing.format(done=grouped(done), of=grouped(of))
    return f"{told} · {read} {drawn}{'·' * (_BAR - len(drawn))}"


def goes_on(entry: Entry, today: dt.date) -> bool:
    """Whether opening a discussion is going on with it: one of today that is no more than a draft. Others are read first."""
    return entry.date == today and entry.state == "utkast" and not entry.fault


def said_of(entry: Entry, words: Texts, today: dt.date) -> tuple[str, str]:
    """A discussion where it is asked which one is meant: what would be done with it, and what tells it from others."""
    do = words.home.go_on_with if goes_on(entry, today) else words.home.open_that
    said = (_when(entry, words, today) or str(entry.date or ""), words.terms.notes(entry.notes))
    return do.format(name=entry.name), " · ".join(filter(None, said))


def entry_row(entry: Entry, words: Texts, outline: Outline, width: int, names: Names) -> Row:
    """A discussion on one line."""
    if entry.fault == UNREAD:
        room = _layout(words, outline, width, names).name
        return clipped((*_named(entry, room, names), (words.faults.unread, "muted")), width)
    if entry.fault:
        lies = names.folder(entry.path)
        told = (f"{lies}  " if lies else "") + words.faults.of(entry.fault)
        return clipped(((f"  ? {entry.name}  ", "warning"), (told, "muted")), width)
    return clipped(_entry_row(entry, words, outline, width, names), width)


def note_row(hit: Hit, number: int, words: Texts, outline: Outline, width: int) -> Row:
    """A note that was found in a discussion, on one line under it: its question, and the words in it marked."""
    note = note_at(hit, number)
    return clipped(_note_row(note, hit.words, words.home.also_said, outline, width), width) if note else ()


def note_at(hit: Hit, number: int) -> Shown | None:
    """The note that was found in a discussion as this number, from 0; None where the files have changed meanwhile."""
    notes = hit.first(number + 1)
    return notes[number] if number < len(notes) else None


def preview_rows(
    entry: Entry, notes: Iterable[Shown], words: Texts, outline: Outline, width: int
) -> tuple[Row, ...]:
    """A discussion with all its notes."""
    rows: list[Row] = [
        *text_rows(entry.name, width, "heading"),
        ((f"{entry.date}  {words.terms.notes(entry.notes)}", "muted"),),
        *(text_rows(told, width, "muted") if (told := _noted(entry)) else ()),
        (),
    ]
    above = ""
    for note in sorted(notes, key=lambda note: note.question):
        if note.question != above:
            rows += [*([()] if above else []), ((called(note.question), "muted"),)]
            above = note.question
        rows += text_rows(note.text, width, "text", f"{_sign(note.kind, outline)} ", "  ")
        if note.supporters:
            rows.append(((f"  ● {note.supporters}", _tone(note.kind, outline)),))
    if entry.fault and entry.fault != UNREAD:
        rows += text_rows(words.faults.of(entry.fault), width, "warning")
    return tuple(rows)


def _entry_row(entry: Entry, words: Texts, outline: Outline, width: int, names: Names) -> Row:
    beside = _layout(words, outline, width, names)
    state = words.terms.final if entry.state == "fastställd" else words.terms.draft
    row: Row = (
        *_named(entry, beside.name, names),
        *(((f"{_parts(entry.parts):<5}", "muted"),) if beside.parts else ()),
        *(_counts(entry, words, outline) if beside.kinds else ()),
        (f" {state}", "muted"),
    )
    noted = f"  {_noted(entry)}"  # whole or not at all: half a number is none
    return (
        (*row, (noted, "muted")) if noted.strip() and row_length((*row, (noted, "muted"))) <= width else row
    )


def _counts(entry: Entry, words: Texts, outline: Outline) -> Row:
    """How many notes of each kind; how many at all of a discussion of another workbook, whose kinds are not ours."""
    if entry.kinds.keys() <= outline.signs.keys():
        return tuple((f"{kind.sign}{entry.kinds.get(kind.id, 0):<2} ", kind.role) for kind in outline.kinds)
    return ((words.terms.notes(entry.notes).ljust(4 * len(outline.kinds)), "muted"),)


def _layout(words: Texts, outline: Outline, width: int, names: Names) -> Layout:
    state = max(cell_len(words.terms.final), cell_len(words.terms.draft))
    folder = names.widest + _GAP if names.widest else 0
    return layout_for(width, names.longest, _DATE + _GAP + folder + 1 + state, 5, 4 * len(outline.kinds))


def _named(entry: Entry, room: int, names: Names) -> Row:
    """Day and name, and the folder where there are several, with the blanks behind each."""
    name = clipped(((names.shown(entry.name, room), "text"),), room)
    return (
        (f"  {entry.date or ' ' * 10}  ", "muted"),
        *name,
        (" " * (room - row_length(name) + _GAP), "text"),
        *_folder(entry, names),
    )


def _folder(entry: Entry, names: Names) -> Row:
    if not names.widest:
        return ()
    lies = clipped(((names.folder(entry.path), "muted"),), names.widest)
    return (*lies, (" " * (names.widest - row_length(lies) + _GAP), "text"))


def _noted(entry: Entry) -> str:
    """Which unit held a discussion, and its registry number."""
    return " · ".join(filter(None, (entry.unit, entry.registry_number)))


def _note_row(note: Shown, words: tuple[str, ...], also: str, outline: Outline, width: int) -> Row:
    before = f"     {called(note.question):<3} "
    hands = f"  {hands_of(note.supporters)}" if note.supporters else ""
    room = width - len(before) - len(hands) - 2
    by = _found_by(note, words, f"  {also} ", room // 2)
    room -= row_length(by)  # the end of the note gives way: else it could not be seen why it is here
    said = from_the_word(note.text.replace("\n", " "), words, room)
    return (
        (before, "muted"),
        (f"{_sign(note.kind, outline)} ", _tone(note.kind, outline)),
        *clipped(with_words_marked(((said, "text"),), words), max(1, room)),
        *by,
        (hands, "muted"),
    )


def _found_by(note: Shown, words: tuple[str, ...], lead: str, room: int) -> Row:
    """The other text of a note by which it was found, behind its own."""
    if not note.by:
        return ()
    text = from_the_word(note.by.replace("\n", " "), words, room - cell_len(lead))
    return clipped(((lead, "muted"), *with_words_marked(((text, "muted"),), words)), room)


def _sign(kind: str, outline: Outline) -> str:
    return next((one.sign for one in outline.kinds if one.id == kind), "•")


def _tone(kind: str, outline: Outline) -> str:
    return next((one.role for one in outline.kinds if one.id == kind), "muted")


def _when(entry: Entry, words: Texts, today: dt.date) -> str:
    at = entry.modified
    if at is None:
        return ""
    days = (today - at.date()).days
    day = {0: words.home.today, 1: words.home.yesterday}.get(days, at.date().isoformat())
    return f"{day} {time_of_day(at)}"


def _parts(parts: tuple[str, ...]) -> str:
    """`A–E` for everything between, the parts one by one otherwise."""
    if (
        len(parts) > 1
        and all(len(part) == 1 for part in parts)
        and ord(parts[-1]) - ord(parts[0]) == len(parts) - 1
    ):
        return f"{parts[0]}–{parts[-1]}"
    return "".join(parts)
