"""What is held side by side, as pages: an overview, then one page a question. Pure functions of the comparison and the width.

Where there is room the sides stand beside each other, each in a column that is scrolled by itself; where there is not they stand
below each other. The id of a note's block is the side and the note, that of a question in the overview the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.comparing import MOST_ALIKE, are_versions, changed
from diskussion_tui.domain.workbook import layout
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.names import Names
from diskussion_tui.tui.columns import GAP
from diskussion_tui.tui.comparing.wording import diff_rows
from diskussion_tui.tui.parts.marks import marks_of, tagged
from diskussion_tui.tui.rows import Block, Row, clipped, folded, row_length, text_rows
from diskussion_tui.tui.view import Page
from diskussion_tui.tui.widgets.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diskussion_tui.domain.analysis.comparing import Asked, Changed, Comparison, Side, Stance
    from diskussion_tui.domain.analysis.said import Said
    from diskussion_tui.domain.session.session import KindWord
    from diskussion_tui.texts.catalogue import Texts

WIDE = 116
"""From so many cells the sides stand beside each other."""
_COLUMN = 34
"""The fewest cells of a column."""
_TEXT = 76
_NAME = 30
"""The most cells of a side's name in the overview."""
_IN = "  "
QUESTION = "?"
_APART = "\0"


@dataclass(frozen=True, slots=True)
class Held:
    """What is held side by side. `files` are those of the discussions, by side and id; `tones` those of the kinds."""

    comparison: Comparison
    words: Texts
    files: Mapping[tuple[int, str], Path]
    tones: Mapping[str, str]

    @property
    def versions(self) -> bool:
        """Whether it is one discussion twice."""
        return are_versions(self.comparison)

    @property
    def kinds(self) -> Mapping[str, KindWord]:
        """The kinds by id."""
        return {one.id: one for one in self.comparison.frame.kinds}

    def note_id(self, block_id: str) -> tuple[int, str] | None:
        """The side and the note that a block is; None where it is neither."""
        side, apart, note = block_id.partition(_APART)
        return (int(side), note) if apart else None


def pages_in(of: Held) -> int:
    """How many pages there are: the overview and one a question."""
    return 1 + len(of.comparison.questions)


def page_of(of: Held, number: int, width: int) -> Page:
    """A page by its number, 0 for the overview."""
    if number == 0:
        return Page((), (tuple(_overview(of, width)),))
    asked = of.comparison.questions[number - 1]
    lead = tuple(_lead(of, asked, min(width, 2 * _TEXT)))
    if of.versions:
        return Page(lead, (tuple(_changes(of, asked, min(width, _TEXT))),))
    sides = len(of.comparison.sides)
    each = (width - GAP * (sides - 1)) // sides
    if width < WIDE or each < _COLUMN:
        return Page(lead, (tuple(_stacked(of, asked, min(width, _TEXT))),))
    heads = tuple(_head(side) for side in of.comparison.sides)
    columns = tuple(tuple(_column(of, asked, side, each - 1)) for side in range(sides))
    return Page(lead, columns, heads, (each,) * sides)


def _head(side: Side) -> Head:
    row: Row = ((side.name, "heading"),)
    return Head(row, row)


# ---- the overview ----------------------------------------------------------------------------------------------------


def _overview(of: Held, width: int) -> Iterator[Block]:
    said, found = of.words.comparing, of.comparison
    width = min(width, 2 * _TEXT)
    if not found.one_workbook:
        yield Block((*text_rows(said.not_one_workbook, width, "warning", _IN, _IN), ()))
    for side in found.sides:
        yield Block(_side_rows(of, side, width))
    yield Block(((),))
    if of.versions:
        number = len(changed(*found.sides))
        told = said.differences(number) if number else said.no_difference
        yield Block((((f"{_IN}{told}", "heading"),), ()))
    for asked in found.questions:
        yield Block(_question_rows(of, asked, width), f"{QUESTION}{asked.id}")
    if not any(side.said for side in found.sides):
        yield Block(text_rows(said.nothing_to_compare, width, "muted", _IN, _IN))
    yield Block(((), *text_rows(said.rule, min(width, _TEXT), "muted", _IN, _IN)))


def _side_rows(of: Held, side: Side, width: int) -> tuple[Row, ...]:
    terms, held = of.words.terms, side.discussions
    told = [terms.sessions(len(held))] if len(held) > 1 else [str(one.date) for one in held]
    told.append(terms.notes(len(side.said)))
    if side.participants:
        told.append(f"{terms.participants} {side.participants}")
    row: Row = ((f"{_IN}{side.name}", "heading"), (f"   {' · '.join(told)}", "muted"))
    return (row,) if row_length(row) <= width else (row[:1], ((f"{_IN * 2}{' · '.join(told)}", "muted"),))


def _question_rows(of: Held, asked: Asked, width: int) -> tuple[Row, ...]:
    """A question and, a line each, what every side said of it in numbers."""
    number_row: Row = ((f"{_IN}{_number(asked)}  ", "accent"),)
    asks = (*number_row, (_asks(of, asked), "heading"))
    if row_length(asks) > width:
        asks = (*number_row, (_asks_in_short(of, asked), "heading"))
    rows: list[Row] = [clipped(asks, width)]
    told = Names(side.name for side in of.comparison.sides)
    shown = [told.shown(side.name, _NAME) for side in of.comparison.sides]
    names = max(map(cell_len, shown))
    for name, side, stance in zip(shown, of.comparison.sides, asked.stances, strict=True):
        lead = f"{_IN * 3}{name}{' ' * (names - cell_len(name) + 2)}"
        for row in folded(_counts(of, side, stance), width - cell_len(lead)):
            rows.append(((lead, "text"), *row))
            lead = " " * cell_len(lead)
    if of.versions:
        number = sum(one.question == asked.id for one in changed(*of.comparison.sides))
        rows += [((f"{_IN * 3}≠ {of.words.comparing.differences(number)}", "accent"),)] if number else []
    elif asked.alike:
        rows.append(((f"{_IN * 3}≈ {of.words.comparing.shared(len(asked.alike))}", "muted"),))
    return (*rows, ())


def _counts(of: Held, side: Side, stance: Stance) -> Row:
    """Notes by kind, hands, and how it was judged; that nothing was said where it was not."""
    said = of.words.comparing
    row = [
        (f"{kind.sign} {number}  ", of.tones.get(kind.id, "muted"))
        for kind in of.kinds.values()
        if (number := stance.kinds.get(kind.id))
    ]
    if without := len(stance.notes) - sum(stance.kinds.values()):
        row.append((f"• {without}  ", "text"))
    if stance.hands:
        row.append((f"● {of.words.cli.grouped(stance.hands)}  ", "text"))
        if side.participants:
            each = f"{stance.hands / side.participants:.2f}"
            each = each.replace(".", ",") if of.words.language == "sv" else each
            row.append((f"{said.per_participant.format(hands=each)}  ", "muted"))
    if stance.verdicts:
        row.append((_verdicts(of, stance), "accent"))
    return tuple(row) or ((said.nothing, "muted"),)


def _verdicts(of: Held, stance: Stance) -> str:
    """The verdict; of several discussions how many gave each."""
    words = {one.id: one.label for one in of.comparison.frame.verdicts}
    several = sum(stance.verdicts.values()) > 1
    told = (
        f"{words.get(one, one)} {number}" if several else words.get(one, one)
        for one, number in of.comparison.verdicts(stance)
    )
    return ", ".join(told)


# ---- a question ------------------------------------------------------------------------------------------------------


def _number(asked: Asked) -> str:
    return called(asked.id)


def _asks(of: Held, asked: Asked) -> str:
    found = next((one for one in of.comparison.frame.asked if one.id == asked.id), None)
    own = dict.fromkeys(text for stance in asked.stances for text in stance.worded)
    given = (found.text or found.heading) if found else ""
    return " / ".join(own) or given or of.words.terms.own_question


def _asks_in_short(of: Held, asked: Asked) -> str:
    """A question by what tells it from others: the kinds, where its notes have them and the groups did not word it."""
    own = any(stance.worded for stance in asked.stances)
    kinds = [kind.label for kind in of.kinds.values()] if any(one.kinds for one in asked.stances) else []
    return _asks(of, asked) if own or not kinds else ", ".join([kinds[0], *map(str.lower, kinds[1:])])


def _lead(of: Held, asked: Asked, width: int) -> Iterator[Row]:
    number = f"{_IN}{_number(asked)}  "
    for place, line in enumerate(layout.wrap(_asks(of, asked), width - len(number), measure=cell_len)):
        yield ((number if not place else " " * len(number), "accent"), (line, "heading"))
    if asked.in_part:
        told = of.words.comparing.in_part.format(most=MOST_ALIKE)
        yield from text_rows(told, min(width, _TEXT), "warning", _IN, _IN)
    yield ()


def _column(of: Held, asked: Asked, side: int, width: int) -> Iterator[Block]:
    """What one side says: what others may say too first, with the same sign and number everywhere."""
    said, stance = of.words.comparing, asked.stances[side]
    yield Block((*folded(_counts(of, of.comparison.sides[side], stance), width), ()))
    shared = [
        (number, one.note)
        for number, group in enumerate(asked.alike, 1)
        for one in group.notes
        if one.side == side
    ]
    if shared:
        yield Block((clipped(((said.several, "muted"),), width),))
    for number, note in shared:
        yield _note(of, side, note, width, f"≈{number:<{len(str(len(asked.alike)))}} ", asked)
    if asked.only[side]:
        yield Block((*([()] if shared else []), clipped(((said.only, "muted"),), width)))
    for note in asked.only[side]:
        yield _note(of, side, note, width, "", asked)
    if asked.unsought[side]:
        yield Block(((), *text_rows(said.unsought, width, "muted")))
    for note in asked.unsought[side]:
        yield _note(of, side, note, width, "", asked)


def _stacked(of: Held, asked: Asked, width: int) -> Iterator[Block]:
    """The sides below each other: in numbers, what several may say group by group, then what only one says."""
    said, sides = of.words.comparing, of.comparison.sides
    for side, stance in zip(sides, asked.stances, strict=True):
        row: Row = ((_IN, "text"), (f"{side.name}  ", "heading"), *_counts(of, side, stance))
        fits = row_length(row) <= width
        below = folded(_counts(of, side, stance), width - 2 * len(_IN))
        rows = (row,) if fits else (clipped(row[:2], width), *(((_IN * 2, "text"), *one) for one in below))
        yield Block(rows)
    yield Block(((),))
    if asked.alike:
        yield Block((((f"{_IN}{said.several}", "muted"),),))
    for number, group in enumerate(asked.alike, 1):
        for one in group.notes:
            sign = f"{_IN}≈{number:<{len(str(len(asked.alike)))}} "
            yield _note(of, one.side, one.note, width, sign, asked, named=True)
    for told, those in ((said.only_of, asked.only), (said.unsought_of, asked.unsought)):
        for number, side in enumerate(sides):
            if those[number]:
                yield Block(((), ((f"{_IN}{told.format(name=side.name)}", "muted"),)))
            for note in those[number]:
                yield _note(of, number, note, width, _IN, asked)


def _note(
    of: Held, side: int, note: Said, width: int, before: str, asked: Asked, *, named: bool = False
) -> Block:
    kind = of.kinds.get(note.kind)
    tone = of.tones.get(note.kind, "muted")
    first = f"{_IN}{before}{kind.sign if kind else '•'} "
    hang = " " * cell_len(first)
    lines = layout.wrap(note.text, max(10, width - len(hang)), measure=cell_len)
    rows: list[Row] = [((hang if place else first, tone), *tagged(line)) for place, line in enumerate(lines)]
    marks = marks_of(note, tone)
    if marks and row_length(rows[-1]) + row_length(marks) + 2 <= width:
        rows[-1] = (*rows[-1], (_IN, "text"), *marks)
    elif marks:
        rows.append(((hang, "text"), *marks))
    held = of.comparison.sides[side]
    name = held.name if named else note.discussion.name if len(held.discussions) > 1 else ""
    told = [name] if name else []
    if any(note.id == one.note.id for pair in asked.contrasts for one in (pair.one, pair.other)):
        told.append(f"≠ {of.words.comparing.contrast}")
    for text in told:
        rows += text_rows(text, width, "muted", hang, hang)
    return Block(tuple(rows), f"{side}{_APART}{note.id}")


# ---- two files of one discussion ---------------------------------------------------------------------------------------


def _changes(of: Held, asked: Asked, width: int) -> Iterator[Block]:
    """The notes of a question that differ, each as one text with what went and what came."""
    found = [one for one in changed(*of.comparison.sides) if one.question == asked.id]
    if not found:
        yield Block(text_rows(of.words.comparing.no_difference, width, "muted", _IN, _IN))
    for one in found:
        rows = (*_change_rows(of, one, width), ())
        yield Block(rows, f"{1 if one.after else 0}{_APART}{one.id}")


def _change_rows(of: Held, one: Changed, width: int) -> Iterator[Row]:
    said, sides = of.words.comparing, of.comparison.sides
    note = one.after or one.before
    if note is None:
        return
    kind = of.kinds.get(note.kind)
    first = f"{_IN}{kind.sign if kind else '•'} "
    before, after = one.before.text if one.before else "", one.after.text if one.after else ""
    yield from diff_rows(before, after, width, ((first, of.tones.get(note.kind, "muted")),), len(first))
    told: list[str] = []
    if one.before is None or one.after is None:
        told.append(said.only_before.format(name=sides[0 if one.before else 1].name))
    else:
        told += _otherwise(of, one.before, one.after)
    for text in told:
        yield from text_rows(text, width, "muted", " " * len(first), " " * len(first))


def _otherwise(of: Held, before: Said, after: Said) -> Iterator[str]:
    """What else two versions of a note have otherwise than its words."""
    said, kinds = of.words.comparing, of.kinds
    if before.supporters != after.supporters:
        yield said.hands_changed.format(before=before.supporters, after=after.supporters)
    if before.question != after.question:
        yield said.moved.format(before=called(before.question), after=called(after.question))
    if before.kind != after.kind:
        names = [kinds[one].label if one in kinds else one or "–" for one in (before.kind, after.kind)]
        yield said.kind_changed.format(before=names[0], after=names[1])
    if (before.dissent, before.objection) != (after.dissent, after.objection):
        yield f"{said.objection}: {before.objection or '–'} → {after.objection or '–'}"
    if before.star != after.star:
        yield f"{said.star}: {'★' if before.star else '–'} → {'★' if after.star else '–'}"
