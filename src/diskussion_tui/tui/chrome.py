"""The lines around a page: where we are, how long is left and that it is saved above; the keys that matter here below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.tui.ink import Row, clipped, row_length, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.domain.plan import Clock
    from diskussion_tui.domain.steps import Step
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.commands import Command
    from diskussion_tui.workshop.workshop import Saving


def rule(width: int) -> Row:
    """One thin line across."""
    return (("─" * width, "muted"),)


def clock_row(step: Step, clock: Clock, words: Texts) -> Row:
    """The step, minutes left or over by word and tone, and the expected end."""
    left = words.terms.minutes_left(clock.left) if clock.left >= 0 else words.terms.minutes_over(-clock.left)
    place = f"{step.part} {step.number}".strip()
    ends = words.terms.expected_end.format(time=f"{clock.ends:%H:%M}")
    before: Row = ((f"{place} · ", "muted"),) if place else ()
    return (*before, (left, "text" if clock.left >= 0 else "warning"), (f" · {ends}", "muted"))


def saving_row(saving: Saving, words: Texts, *, practising: bool = False) -> Row:
    """How far saving has come, by sign and word."""
    if practising:
        return ((words.walk.practising, "muted"),)
    if saving.state == "saved":
        at = f" {saving.at:%H:%M}" if saving.at else ""
        return ((f"{words.walk.saved}{at}", "muted"),)
    return (
        ((words.walk.saving, "muted"),) if saving.state == "saving" else ((words.walk.not_saved, "warning"),)
    )


def keys_row(shown: Iterable[tuple[str, str]], width: int) -> Row:
    """Keys with what they do, as many as fit: those named first matter most."""
    row: list[tuple[str, str]] = [("  ", "text")]
    for key, title in shown:
        more = [(f"{key} ", "text"), (f"{title}   ", "muted")]
        if row_length((*row, *more)) - 3 > width:
            break
        row += more
    return tuple(row)


def footer_rows(
    commands: Iterable[Command], words: Texts, width: int, titles: dict[str, str] | None = None
) -> tuple[Row, ...]:
    """The rule and the keys of some commands; `titles` gives some of them another name here."""
    named = [
        (command.shown_key(words), (titles or {}).get(command.id) or command.words(words).title)
        for command in commands
    ]
    return (rule(width), keys_row(named, width))


def header_rows(left: Row, right: Row, below_left: Row, below_right: Row, width: int) -> tuple[Row, ...]:
    """Two lines and a rule, with a blank at both ends."""
    return (_padded(left, right, width), _padded(below_left, below_right, width), rule(width))


def _padded(left: Row, right: Row, width: int) -> Row:
    return (
        ("  ", "text"),
        *spread(clipped(left, max(0, width - 4)), right, max(0, width - 4)),
        ("  ", "text"),
    )
