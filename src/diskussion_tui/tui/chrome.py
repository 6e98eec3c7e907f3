"""The lines around a page: where we are, how long is left and that it is saved above; the keys that matter here below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.clock import time_of_day
from diskussion_tui.domain.plan.standing import minutes_left, to_the_minute
from diskussion_tui.tui.rows import Row, clipped, row_length, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.plan.show import Item
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


def rule(width: int) -> Row:
    """One thin line across."""
    return (("─" * width, "muted"),)


_BREAK_CELLS = 16
"""No more cells than this for a break's name in the header."""


def item_place(item: Item) -> str:
    """Where in the run of show an item is: the part and number of a step, a break's name; empty where there is neither."""
    return f"{item.step.part} {item.step.number}".strip() if item.step else item.name


def clock_row(workshop: Workshop, words: Texts) -> Row:
    """Where the group is, minutes left or over by sign, word and tone, and the expected end."""
    timing, said = workshop.timing, words.plan
    standing = timing.standing
    minutes = minutes_left(standing.left)
    place = clipped(((item_place(standing.here.item), "muted"),), _BREAK_CELLS)
    before: Row = (*place, (" · ", "muted")) if row_length(place) else ()
    ends = words.terms.expected_end.format(time=time_of_day(to_the_minute(standing.ends)))
    after = (f" · {ends}", "muted")
    if standing.here.item.skipped:
        return (*before, (said.skipped, "muted"), after)
    if workshop.writable and not timing.running:
        return (*before, (said.paused, "bright"), after)
    if minutes < 0:
        return (*before, (said.over(-minutes), "warning"), after)
    if standing.little:
        return (*before, (said.little(minutes), "bright"), after)
    return (*before, (words.terms.minutes_left(minutes), "text"), after)


def saving_row(workshop: Workshop, words: Texts, *, practising: bool = False) -> Row:
    """How far saving has come, by sign and word."""
    saving = workshop.saving
    if practising or workshop.read_only:
        return ((words.walk.practising if practising else words.walk.read_only, "muted"),)
    said = words.walk
    if saving.state in ("saved", "untidy"):
        at = f" {time_of_day(saving.at)}" if saving.at else ""
        return ((f"{said.saved}{at}", "muted"),)
    rows: dict[str, Row] = {
        "saving": ((said.saving, "muted"),),
        "elsewhere": ((said.elsewhere, "bright"),),
        "refused": ((said.not_saved, "warning"),),
    }
    return rows[saving.state]


def saving_hint(workshop: Workshop, words: Texts) -> tuple[str, str]:
    """What there is to know about saving besides how far it has come, with its tone; empty where all is well."""
    said, saving = words.walk, workshop.saving
    why = words.reasons.of(saving.why) if saving.why else ""
    if workshop.read_only:
        refused = said.read_only_refused.format(why=words.reasons.of(workshop.read_only))
        return (said.read_only_newer if workshop.read_only == "newer" else refused), "muted"
    if saving.state == "refused":
        return said.not_saved_long.format(why=why), "warning"
    if saving.state == "elsewhere":
        return said.elsewhere_long.format(why=why), "bright"
    if saving.state == "untidy":
        return said.untidy_long.format(why=why), "muted"
    return "", ""


def keys_row(shown: Iterable[tuple[str, str]], width: int) -> Row:
    """Keys with what they do, as many as fit: those named first matter most."""
    row: list[tuple[str, str]] = [("  ", "text")]
    for key, title in shown:
        more = [(f"{key} ", "text"), (f"{title}   ", "muted")]
        if row_length((*row, *more)) - 3 > width:
            break
        row += more
    return tuple(row)


def footer_rows(shown: Iterable[tuple[str, str]], width: int) -> tuple[Row, ...]:
    """The rule and some keys with what they do."""
    return (rule(width), keys_row(shown, width))


def header_rows(left: Row, right: Row, below_left: Row, below_right: Row, width: int) -> tuple[Row, ...]:
    """Two lines and a rule, with a blank at both ends."""
    return (_padded(left, right, width), _padded(below_left, below_right, width), rule(width))


def _padded(left: Row, right: Row, width: int) -> Row:
    return (
        ("  ", "text"),
        *spread(clipped(left, max(0, width - 4)), right, max(0, width - 4)),
        ("  ", "text"),
    )
