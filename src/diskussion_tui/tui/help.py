"""The help page: what to do, every command with its key and reason, what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.base.text import clean_line, sentence_case
from diskussion_tui.domain.session.faults import told_of
from diskussion_tui.tui.commands import commands
from diskussion_tui.tui.rows import Row, text_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from diskussion_tui.domain.session.faults import Fault
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.declaring import Place

_KEY_COLUMN = 13
_APART = 2
_WIDTH = 76
_SHOWN = 2_000
"""Characters of a damaged part that are shown; all of it is in the copy that is kept aside."""


def help_rows(
    words: Texts,
    workbook: Workbook | None,
    width: int,
    places: tuple[Place, ...] = ("writing", "notes", "walk"),
) -> tuple[Row, ...]:
    """Everything that can be done in some places, set for a width."""
    width = min(width, _WIDTH)
    said = words.dialogs
    rows: list[Row] = []
    if workbook:
        rows += [*text_rows(said.help_writing, width), *text_rows(said.help_notes, width)]
        rows += [(), *text_rows(said.help_kinds, width, "heading")]
    for kind in workbook.kinds if workbook else ():
        rows += text_rows(kind.meaning, width, "text", f"{kind.key}  {kind.sign} {kind.label}: ", "   ")
    for place in places:
        rows += [(), ((dict(words.walk.places)[place], "heading"),)]
        shown = [(command.shown_key(words, place), command) for command in commands(place)]
        column = max(_KEY_COLUMN, *(cell_len(key) + _APART for key, _ in shown))
        for key, command in shown:
            rows += _command_rows(key, command.words(words).reason, width, column)
    rows += query_rows(words, width) if "home" in places else ()
    rows += [(), *text_rows(said.help_walk, width, "muted"), *text_rows(said.help_home, width, "muted")]
    return tuple(rows)


def query_rows(words: Texts, width: int) -> tuple[Row, ...]:
    """How to search: what is written, and what it finds."""
    width = min(width, _WIDTH)
    rows: list[Row] = [(), ((words.query.help_title, "heading"),)]
    for written, finds in words.query.help_rows:
        rows += text_rows(written, width, "accent")
        rows += text_rows(finds, width, "text", "   ", "   ")
    return tuple(rows)


def fault_rows(faults: Iterable[Fault], words: Texts, width: int) -> tuple[Row, ...]:
    """What could not be read of the session's file, each with its line."""
    width = min(width, _WIDTH)
    rows: list[Row] = []
    for fault in told_of(tuple(faults)):
        rows += _fault_rows(fault, words, width)
        rows += text_rows(fault.text.strip()[:_SHOWN], width, "muted", "    ", "    ") if fault.text else ()
    if not rows:
        return ()
    head = ((words.dialogs.faults_title, "warning"),)
    return (head, *rows, *text_rows(words.dialogs.faults_explained, width, "muted"), ())


def removal_rows(removes: Iterable[tuple[str, int]], words: Texts, width: int) -> tuple[Row, ...]:
    """What others have removed for good that is still in our file: which file says so, and what one can do."""
    width = min(width, _WIDTH)
    found = tuple(removes)
    if not found:
        return ()
    number = sum(count for _file, count in found)
    rows = [row for file, _count in found for row in text_rows(file, width, "muted", "  ", "  ")]
    said = words.purge
    return (
        *text_rows(f"{said.others(number)} {said.others_in}", width, "warning"),
        *rows,
        *text_rows(said.others_decide, width),
        (),
    )


def unopened_rows(name: str, why: Sequence[Fault] | str, words: Texts, width: int) -> tuple[Row, ...]:
    """That a file could not be opened: every fault with its line and what to do about it, or the disk's reason."""
    width = min(width, _WIDTH)
    head = (*text_rows(name, width, "heading"), *text_rows(words.home.cannot_open, width), ())
    if isinstance(why, str):
        return (*head, *text_rows(f"{sentence_case(why)}.", width))
    remedies = dict.fromkeys(filter(None, (words.faults.remedy(fault.code) for fault in why)))
    return (
        *head,
        *(row for fault in told_of(why) for row in _fault_rows(fault, words, width)),
        *(row for remedy in remedies for row in ((), *text_rows(remedy, width))),
    )


def _fault_rows(fault: Fault, words: Texts, width: int) -> tuple[Row, ...]:
    place = f"{words.cli.at_line.format(line=fault.line)}: " if fault.line else ""
    return text_rows(place + words.faults.of(fault.code, fault.detail), width, "text", "• ", "  ")


def refuge_rows(refuge: Path | None, words: Texts, width: int) -> tuple[Row, ...]:
    """Where the discussion is being saved while its own folder refuses."""
    if refuge is None:
        return ()
    said = text_rows(words.walk.elsewhere_now, min(width, _WIDTH), "warning")
    return (*said, *text_rows(clean_line(str(refuge)), width), ())


def _command_rows(key: str, reason: str, width: int, column: int) -> tuple[Row, ...]:
    lines = text_rows(reason, width - column)
    indent = " " * column
    named = key + " " * (column - cell_len(key))
    return tuple(((named if not place else indent, "accent"), *line) for place, line in enumerate(lines))
