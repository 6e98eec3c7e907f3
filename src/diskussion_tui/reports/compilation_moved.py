"""What of a compilation is otherwise than it was kept, in words and as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.reports.compilation import Labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_kept import CountedDiscussion, Kept, Missing, Moved
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts

MOST_NUMBERS = 30
"""So many numbers are told one by one; JSON has them all."""


def moved_rows(
    kept: Kept,
    of: Compilation,
    moved: Moved,
    missing: Missing,
    workbook: Workbook | None,
    words: Texts,
) -> Iterator[str]:
    """That all is the same, or which files and which numbers are not."""
    said, name = words.compiling, clean_line(kept.name)
    if moved.same:
        files = sum(max(1, len(one.files)) for one in kept.discussions)
        numbers = sum(map(bool, kept.numbers.values()))
        yield said.same_sentence.format(name=name, files=said.files_same(files), numbers=numbers)
    else:
        yield said.moved.format(name=name)
    for sentence, those in (
        (said.changed_file, moved.changed),
        (said.gone_file, moved.gone),
        (said.new_file, moved.new),
        (said.kept_twice, moved.twice),
    ):
        for one in those:
            yield "  " + sentence.format(date=one.date.isoformat(), name=clean_line(one.name))
    for was, now in moved.told:
        yield "  " + said.told_otherwise.format(was=_told(was, words), now=_told(now, words))
    yield from _beyond(of, moved, words)
    if moved.coding:
        yield f"  {said.other_coding}"
    labels = Labels(of, workbook, words)
    for key, was, now in moved.numbers[:MOST_NUMBERS]:
        yield "  " + said.number_moved.format(what=labels.named(key), was=was, now=now)
    if len(moved.numbers) > MOST_NUMBERS:
        yield "  " + said.more_numbers(len(moved.numbers) - MOST_NUMBERS)
    if moved.forged:
        yield said.forged
    yield from missing_rows(missing, words)


def missing_rows(missing: Missing, words: Texts, *, named: bool = True) -> Iterator[str]:
    """Which files are not counted, and which only as far as they can be read; for anybody only how many."""
    said = words.compiling
    for sentence, names in ((said.unread, missing.unread), (said.partly, missing.partly)):
        if names:
            told = sentence(len(names))
            yield f"{told} {', '.join(names)}" if named else f"{told.removesuffix(':')}."


def _beyond(of: Compilation, moved: Moved, words: Texts) -> Iterator[str]:
    """Quotes that nobody can find again, and what no file can say anything of; so many of each."""
    said = words.compiling
    for one in moved.lost[:MOST_NUMBERS]:
        known = of.discussions.get(one.discussion)
        where = f"{known.date.isoformat()} {clean_line(known.name)}" if known else clean_line(one.discussion)
        yield "  " + said.lost_quote.format(discussion=where, note=clean_line(one.record))
    for key in moved.unknown[:MOST_NUMBERS]:
        yield "  " + said.unknown_key.format(key=key)
    if more := max(0, len(moved.lost) - MOST_NUMBERS) + max(0, len(moved.unknown) - MOST_NUMBERS):
        yield "  " + said.more_rows(more)


def _told(one: CountedDiscussion, words: Texts) -> str:
    return f"{one.date.isoformat()} {clean_line(one.name)}, {words.terms.notes(one.notes)}"


def moved_values(kept: Kept, of: Compilation, moved: Moved, missing: Missing) -> dict[str, object]:
    """The same for other programs."""
    return {
        "name": kept.name,
        "same": moved.same,
        "discussions": len(of.discussions),
        "changed": [_values(one) for one in moved.changed],
        "gone": [_values(one) for one in moved.gone],
        "new": [_values(one) for one in moved.new],
        "coding_changed": moved.coding,
        "numbers": [{"number": key, "kept": was, "now": now} for key, was, now in moved.numbers],
        "told": [{"kept": _values(was), "now": _values(now)} for was, now in moved.told],
        "twice": [_values(one) for one in moved.twice],
        "lost_quotes": [{"discussion": one.discussion, "note": one.record} for one in moved.lost],
        "unknown_keys": list(moved.unknown),
        "unread": list(missing.unread),
        "partly_read": list(missing.partly),
    }


def _values(one: CountedDiscussion) -> dict[str, object]:
    return {"id": one.id, "name": one.name, "date": one.date, "notes": one.notes, "sha256": list(one.files)}
