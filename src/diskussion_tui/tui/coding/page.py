"""What the coding screen shows, as rows: the note at hand, what is suggested for it and why, and what is like it.

Pure functions of the queue's facts, the words and the width. The words of the note that speak for a theme are underlined in the
note, and stand beside the theme: nothing is suggested without its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.base.text import clean_line, folded, one_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.workbook.layout import wrap
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.compilation import share
from diskussion_tui.tui.rows import Block, Row, clipped, row_length, spread, text_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diskussion_tui.domain.analysis.codebook import CodeBook, Theme
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.analysis.suggesting import HitRate, Span, Suggestion
    from diskussion_tui.texts.catalogue import Texts

THEME, NOTE, NEW = "t:", "n:", "new"
"""What the ids of blocks begin with: a theme's, a similar note's; the new theme's."""
WIDEST = 96
_NAME = 34
_BARS = "▁▂▃▄▅▆▇█"
_HANDS = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of the note at hand."""

    note: Said
    suggestions: tuple[Suggestion, ...]
    similar: tuple[Said, ...]
    taken: frozenset[str]
    picked: tuple[str, ...]
    others: Mapping[str, tuple[str, ...]]
    now: tuple[str, ...] | None
    memo: str


def blocks_of(
    shown: Shown, book: CodeBook, signs: Mapping[str, str], words: Texts, width: int
) -> list[Block]:
    """The page of a note: itself, what is suggested, what is like it."""
    said, width = words.coding, min(width, WIDEST)
    blocks = [Block(note_rows(shown, signs, words, width))]
    if shown.others:
        told = (
            said.others_said.format(coder=coder, themes=named(themes, book, words))
            for coder, themes in shown.others.items()
        )
        blocks.append(
            Block(
                (*(row for one in told for row in text_rows(one, width - 8, "bright", " " * 8, " " * 8)), ())
            )
        )
    if shown.picked:
        chosen = f"{said.several_chosen}: {named(shown.picked, book, words)}"
        blocks.append(Block((*text_rows(chosen, width - 8, "accent", " " * 8, " " * 8), ())))
    for number, one in enumerate(shown.suggestions, 1):
        if theme := book.theme(one.theme):
            blocks.append(suggestion_block(number, one, theme, shown, words, width))
    if not shown.suggestions:
        blocks.append(Block(text_rows(said.no_suggestion, width - 4, "muted", "    ", "    ")))
    if shown.similar:
        taken = f"  ·  {said.taken_along(len(shown.taken))}" if shown.taken else ""
        blocks.append(Block(((), (("    ", "text"), (f"{said.similar}", "muted"), (taken, "accent")))))
        blocks += (similar_block(one, shown.taken, width) for one in shown.similar)
    return blocks


def note_rows(shown: Shown, signs: Mapping[str, str], words: Texts, width: int) -> tuple[Row, ...]:
    """The note with the words that speak for a theme underlined, and where it was said."""
    note, sign = shown.note, signs.get(shown.note.kind)
    place = f"  {called(note.question)}  "
    lead = f"{place}{f'{sign}  ' if sign else ''}"
    spans = [span for one in shown.suggestions[:3] for span in one.words]
    hands = "●" * note.supporters if note.supporters <= _HANDS else f"● {note.supporters}"
    marks: Row = tuple(
        (text, tone)
        for text, tone in ((f"  {hands}", "text"), ("  ★", "bright"), ("  !", "warning"))
        if (text.strip() == hands and note.supporters)
        or (text == "  ★" and note.star)
        or (text == "  !" and note.dissent)
    )
    rows = [list(row) for row in _underlined(note.text, spans, max(20, width - cell_len(lead)))]
    shifted = [((lead if not at else " " * cell_len(lead), "heading"), *row) for at, row in enumerate(rows)]
    last = (*shifted[-1], *marks)
    if row_length(last) > width:
        shifted, last = (
            [*shifted, ((" " * cell_len(lead), "text"),)],
            ((" " * cell_len(lead), "text"), *marks),
        )
        shifted[-1] = last
    else:
        shifted[-1] = last
    where = [note.discussion.name, note.discussion.date.isoformat()]
    where += [words.coding.table.format(table=note.table)] if note.table else []
    below = clipped(((" " * cell_len(place), "text"), (clean_line("  ·  ".join(where)), "muted")), width)
    memo = text_rows(shown.memo, width - 8, "lead", " " * 8, " " * 8) if shown.memo else ()
    return (*map(tuple, shifted), below, *memo, ())


def _underlined(text: str, spans: Iterable[Span], width: int) -> list[Row]:
    """A text wrapped to a width, the letters in some spans underlined."""
    pointed = {place for span in spans for place in range(span.start, span.end)}
    rows: list[Row] = []
    at = 0
    for line in wrap(text, width, "", "", cell_len):
        row: list[tuple[str, str]] = []
        for letter in line:
            found = text.find(letter, at)
            at = found + 1 if found >= 0 else at
            tone = "underlined" if found in pointed and found >= 0 else "text"
            if row and row[-1][1] == tone:
                row[-1] = (row[-1][0] + letter, tone)
            else:
                row.append((letter, tone))
        rows.append(tuple(row))
    return rows or [()]


def suggestion_block(
    number: int, one: Suggestion, theme: Theme, shown: Shown, words: Texts, width: int
) -> Block:
    """A suggestion: its digit, the theme, the words that speak for it, and why."""
    said = words.coding
    why = said.like(one.like) if one.like else said.by_word if one.by_word else said.by_learning
    parts = dict.fromkeys(one_line(shown.note.text[span.start : span.end]) for span in one.words)
    chosen = shown.picked or shown.now or ()
    digit = "●" if theme.id in chosen else str(number)
    name: Row = ((f"   {digit}  ", "accent"), (theme.name, theme.tone or "text"))
    room = max(8, min(_NAME, width // 2) + 6)
    left = clipped(name, room)
    gap = " " * max(2, room + 2 - row_length(left))
    reason = _joined(parts, width - row_length(left) - len(gap) - cell_len(why) - 1)
    middle: Row = (*left, (gap, "text"), (reason, "muted"))
    return Block((spread(middle, ((why, "muted"),), width),), f"{THEME}{theme.id}")


def _joined(words: Iterable[str], room: int) -> str:
    """Words with what is left out between them, those that there is room for whole, and the first in any case."""
    shown = ""
    for word in words:
        longer = f"{shown} … {word}" if shown else word
        if shown and cell_len(longer) > room:
            break
        shown = longer
    return shown


def similar_block(one: Said, taken: frozenset[str], width: int) -> Block:
    """A note that is like the one at hand, with whether it comes along."""
    box = "■" if one.id in taken else "□"
    row: Row = ((f"    {box} ", "accent" if one.id in taken else "muted"), (one_line(one.text), "text"))
    return Block((clipped(row, width),), f"{NOTE}{one.id}")


def found_blocks(typed: str, book: CodeBook, words: Texts, width: int) -> list[Block]:
    """The themes that what is typed means, the best first; the new one that it could be stands before those that only speak of it."""
    width = min(width, WIDEST)

    def block(theme: Theme) -> Block:
        told = (f"   {one_line(theme.when)}", "muted")
        return Block(
            (clipped(((f"    {theme.name}", theme.tone or "text"), told), width),), f"{THEME}{theme.id}"
        )

    named, speaking, exact = themes_found(typed, book)
    fresh = [] if exact else [new_block(typed, words, width)]
    return [*map(block, named), *fresh, *map(block, speaking)]


def new_block(typed: str, words: Texts, width: int) -> Block:
    """The theme that what is typed could become."""
    row: Row = ((f"    + {clean_line(typed)}", "fresh"), (f"   {words.coding.new_theme}", "muted"))
    return Block((clipped(row, width),), NEW)


def themes_found(typed: str, book: CodeBook) -> tuple[list[Theme], list[Theme], bool]:
    """The themes with every word of what is typed in their name; those with them in their words or meaning; whether one is called so."""
    wanted = folded(clean_line(typed)).split()
    if not wanted:
        return list(book.themes), [], True
    said = " ".join(wanted)

    def rank(theme: Theme) -> tuple[bool, bool]:
        name = folded(theme.name)
        return (name != said, not name.startswith(said))

    def speaks(theme: Theme) -> bool:
        more = folded(f"{theme.name} {' '.join(theme.words)} {theme.when}")
        return all(one in more for one in wanted)

    by_name = sorted(
        (one for one in book.themes if all(word in folded(one.name) for word in wanted)), key=rank
    )
    speaking = [one for one in book.themes if one not in by_name and speaks(one)]
    return by_name, speaking, bool(by_name) and folded(by_name[0].name) == said


def named(themes: Iterable[str], book: CodeBook, words: Texts) -> str:
    """What some themes are called; that there is none, where there is none."""
    names = [found.name for one in themes if (found := book.theme(one))]
    return ", ".join(names) or words.coding.none


def rate_row(rate: HitRate, curve: Sequence[float], words: Texts, room: int) -> Row:
    """How often suggestions were right, as figures and as a line; nothing before there is something to say."""
    if rate.of < 5:  # noqa: PLR2004 - fewer say nothing
        return ()
    first, three = (share(one, rate.of) or str(one) for one in (rate.first, rate.three))
    said = words.coding.hit_rate.format(first=first, three=three, of=rate.of)
    line = (
        "".join(_BARS[min(len(_BARS) - 1, int(one * len(_BARS)))] for one in curve) if len(curve) > 1 else ""
    )
    whole: Row = ((f"{said}  ", "muted"), (line, "cool"))
    if row_length(whole) <= room:
        return whole
    return ((f"{first} / {three}", "muted"),) if room > 12 else ()  # noqa: PLR2004 - as long as it is


def tree_blocks(
    book: CodeBook, counts: Mapping[str, int], typed: str, words: Texts, width: int
) -> list[Block]:
    """The code book as a tree, each theme with how many notes stand under it and when it applies."""
    width = min(width, WIDEST)
    if typed.strip():
        named, speaking, exact = themes_found(typed, book)
        fresh = [] if exact else [new_block(typed, words, width)]
        shown = [_in_tree(0, one, counts, words, width) for one in named]
        return [*shown, *fresh, *(_in_tree(0, one, counts, words, width) for one in speaking)]
    blocks = [_in_tree(depth, one, counts, words, width) for depth, one in book.tree()]
    return blocks or [Block(text_rows(words.coding.no_themes, width, "muted", "  ", "  "))]


def _in_tree(depth: int, theme: Theme, counts: Mapping[str, int], words: Texts, width: int) -> Block:
    left: Row = ((f"  {'   ' * depth}{theme.name}", theme.tone or "text"),)
    right: Row = ((words.coding.notes(counts.get(theme.id, 0)), "muted"),)
    indent = "     " + "   " * depth
    told = text_rows(theme.when, width - 12, "muted", indent, indent) if theme.when else ()
    return Block((spread(left, right, width), *told, ()), f"{THEME}{theme.id}")
