"""How documents look: everything that is written can be read where it stands. Each pair is computed, none is taken for granted."""

from __future__ import annotations

import pytest

from diskussion_tui.base.colours import READABLE, SEEN, contrast, mixed
from diskussion_tui.base.look import OURS, PAPER, STEPS, Look


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(
        4.478, abs=0.001
    )  # the example that everybody knows
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("ink", [OURS.ink, OURS.quiet, *OURS.kinds])
def test_what_is_written_can_be_read_on_paper(ink: str) -> None:
    assert contrast(ink, PAPER) >= READABLE


@pytest.mark.parametrize("heat", [OURS.heat, "#7a1f00", "#1f6e34", "#888888", "#ffcc00", "#000000"])
@pytest.mark.parametrize("step", range(len(STEPS)))
def test_a_number_can_be_read_on_every_shade_of_any_heat(heat: str, step: int) -> None:
    look = Look(heat=heat)
    assert contrast(look.on_shade(step), look.shade(step)) >= READABLE


def test_bars_are_seen() -> None:
    assert all(contrast(look, PAPER) >= SEEN for look in (*OURS.kinds, OURS.quiet))
