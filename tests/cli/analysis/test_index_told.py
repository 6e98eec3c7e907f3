"""Making the index anew tells how far it has come: often enough to be believed, never a screenful."""

from __future__ import annotations

import pytest

from diskussion_tui.cli.analysis import index
from diskussion_tui.texts import words


@pytest.mark.parametrize(("of", "told"), [(90, 0), (300, 3), (10_000, 20), (100_000, 20)])
def test_it_is_told_at_most_twenty_times(of: int, told: int, capsys: pytest.CaptureFixture[str]) -> None:
    for done in range(of + 1):
        index._tell(done, of, words("sv"))
    said = capsys.readouterr().err.splitlines()
    assert len(said) == told
    assert not said or "av" in said[0]
