"""What stands above a compilation, and the help that belongs to it: its name, whether it is the same, its pages, its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.tui import chrome
from diskussion_tui.tui.compiling.page import PAGES
from diskussion_tui.tui.rows import clipped, row_length, spread, text_rows

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.compiling.page import PageName
    from diskussion_tui.tui.rows import Row
    from diskussion_tui.workshop.compiling import Made

_TEXT = 76


def rows(
    name: str, page: PageName, made: Made | None, words: Texts, width: int, *, counts: bool
) -> tuple[Row, ...]:
    """Name and state, the pages, a rule. Without `made` nothing has been counted yet; `counts` where it is being."""
    left: Row = (("  ", "text"), (f"{words.compiling.title}  ·  ", "heading"), (clean_line(name), "text"))
    right = _state(made, words, counts=counts)
    return (
        spread(clipped(left, width - 4), right, width - 2),
        _pages(page, words, width),
        chrome.rule(width),
    )


def _state(made: Made | None, words: Texts, *, counts: bool) -> Row:
    """How many files were counted, and whether all is as it was kept."""
    said = words.compiling
    if made is None:
        return ((said.counting, "muted"),) if counts else ()
    grouped = words.cli.grouped
    counted = said.files_counted.format(
        counted=grouped(made.files - len(made.missing.unread)), all=grouped(made.files)
    )
    same = made.moved.same
    if partly := len(made.missing.partly):
        return ((f"{counted} · ", "muted"), (said.partly_counted(partly), "warning"))
    if made.away:
        return ((f"{counted} · ", "muted"), (said.folders_away(made.away), "warning"))
    return ((f"{counted} · ", "muted"), (said.same if same else said.not_same, "text" if same else "warning"))


def _pages(page: PageName, words: Texts, width: int) -> Row:
    """The pages beside each other, the one in view plain to see; where not all have room, that one and those that follow."""
    said, at = words.compiling, PAGES.index(page)
    place: Row = ((said.page_of.format(n=at + 1, all=len(PAGES)), "muted"),)
    titles = [said.table(one).title for one in PAGES]
    room = width - row_length(place) - 6
    first = 0 if sum(len(one) + 3 for one in titles) <= room else at
    row: list[tuple[str, str]] = [(" ", "text")]
    for number, title in enumerate(titles[first:], first):
        here = number == at
        shown = (f" ▸{title}" if here else f"  {title}", "heading" if here else "muted")
        if not here and row_length((*row, shown)) > room:
            break
        row.append(shown)
    return spread(tuple(row), place, width - 2)


def help_rows(words: Texts, width: int) -> tuple[Row, ...]:
    """Every key, and by which rule each table counts."""
    from diskussion_tui.tui import help as keys

    found: list[Row] = list(keys.help_rows(words, None, width, ("compiling",)))
    for name in ("counts", *PAGES[1:], "parts", "verdicts", "tags", "supported"):
        table = words.compiling.table(name)
        told = " ".join(filter(None, (table.rule, table.explained)))
        found += [(), *text_rows(table.title, min(_TEXT, width), "heading")]
        found += text_rows(told, min(_TEXT, width))
    return tuple(found)
