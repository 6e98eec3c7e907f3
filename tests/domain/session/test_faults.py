"""What is wrong in a file, told as far as anybody reads."""

from __future__ import annotations

from diskussion_tui.domain.session.faults import MOST_TOLD, Fault, told_of


def test_twenty_faults_are_all_told_and_of_more_how_many_there_are_besides() -> None:
    faults = [Fault("no_id", line) for line in range(1, 24)]
    assert told_of(faults[:20]) == tuple(faults[:20])
    told = told_of(faults)
    assert told[:MOST_TOLD] == tuple(faults[:20])
    assert [(one.code, one.detail) for one in told[20:]] == [("more_faults", "3")]
