"""Whatever cannot be done says why, and what is too much, on the screen and in the shell, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.faults import (
    MOST_TOLD,
    Fault,
    OtherWorkbookError,
    UnreadableSessionError,
    must_belong,
    told_of,
)
from diskussion_tui.domain.session.refusals import (
    FinalError,
    FullError,
    InShell,
    ReadOnlyError,
    TooLongError,
    TooMuchError,
)
from diskussion_tui.domain.session.rounds import ClosedRoundError
from diskussion_tui.domain.session.uniting import DifferentWorkbooksError
from diskussion_tui.texts import LANGUAGES, words
from tests.support.builders import Group, small_workbook

if TYPE_CHECKING:
    from diskussion_tui.domain.session.refusals import RefusedError

AT = InShell("den är fastställd", "sparas inte: {why}", "samtal.toml")
REFUSED = [
    TooLongError(23_456),
    TooMuchError(7_654_321),
    FullError(),
    FinalError(),
    ClosedRoundError(),
    DifferentWorkbooksError(["parken", "torget"]),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence_of_its_own_in_which_nothing_is_left_blank(language: str) -> None:
    said = words(language)
    for told in ([one.sentence(said) for one in REFUSED], [one.in_shell(said, AT) for one in REFUSED]):
        assert all(told)
        assert len(set(told)) == len(told)
        assert not any("{" in one.replace("{key_", "") for one in told)


def test_a_note_that_is_too_long_says_how_long_it_is_and_the_shell_how_long_it_may_be() -> None:
    said = words("sv")
    assert "23456" in TooLongError(23_456).sentence(said)
    told = TooLongError(23_456).in_shell(said, AT)
    assert said.cli.grouped(23_456) in told
    assert said.cli.grouped(20_000) in told
    assert "23456" in str(TooLongError(23_456))


def test_too_much_at_once_says_how_much_that_is_everywhere() -> None:
    said = words("en")
    refused = TooMuchError(7_654_321)
    assert said.cli.grouped(7_654_321) in refused.sentence(said)
    assert refused.in_shell(said, AT) == refused.sentence(said)
    assert "7654321" in str(refused)


def test_of_what_is_final_the_screen_says_how_to_open_it_and_the_shell_what_it_was_asked() -> None:
    said = words("sv")
    assert FinalError().sentence(said) == said.walk.final_hint
    assert FinalError().in_shell(said, AT) == AT.final
    assert ClosedRoundError().sentence(said) == said.rounds.closed_hint
    assert ClosedRoundError().in_shell(said, AT) == said.rounds.is_closed


def test_what_is_only_read_is_told_by_the_line_of_hints_and_by_the_shell_with_its_reason() -> None:
    said = words("sv")
    assert ReadOnlyError("EACCES").sentence(said) == ""
    assert ReadOnlyError("EACCES").in_shell(said, AT) == f"sparas inte: {said.reasons.of('EACCES')}"
    assert ReadOnlyError("newer").in_shell(said, AT) == said.cli.newer.format(file="samtal.toml")


def test_a_closed_round_is_said_quietly_and_all_else_as_a_warning() -> None:
    tones: dict[type[RefusedError], str] = {type(one): one.tone for one in REFUSED}
    assert tones.pop(ClosedRoundError) == "muted"
    assert set(tones.values()) == {"warning"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_discussion_of_another_workbook_says_which_it_needs(language: str) -> None:
    said = words(language)
    with pytest.raises(OtherWorkbookError) as refused:
        must_belong(Group().session.head, replace(small_workbook(), id="torget"))
    error = refused.value
    assert (error.code, error.misused, error.faults) == ("other_workbook", True, ())
    assert "parken" in error.sentence(said)
    for named in ("Ekerö", "parken", "torget"):
        assert named in error.in_shell(said, "x.toml")
        assert named in str(error)
    must_belong(Group().session.head, small_workbook())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_no_discussion_is_named_in_the_shell_with_what_is_wrong_in_it(language: str) -> None:
    said = words(language)
    error = UnreadableSessionError("x.toml", (Fault("no_schema", 1), Fault("cut_short")))
    assert (error.code, error.misused) == ("unreadable", False)
    assert str(error) == "x.toml: no_schema, cut_short"
    assert error.sentence(said) == said.home.cannot_open
    assert "samtal.toml" in error.in_shell(said, "samtal.toml")


@pytest.mark.parametrize("many", [0, 1, MOST_TOLD - 1, MOST_TOLD])
def test_as_many_faults_as_somebody_reads_are_told_each(many: int) -> None:
    faults = [Fault(f"fault{number}", number) for number in range(many)]
    assert told_of(faults) == tuple(faults)


def test_of_very_many_faults_it_is_told_how_many_more_there_are() -> None:
    faults = [Fault("torn", number) for number in range(MOST_TOLD + 3)]
    assert told_of(faults) == (*faults[:MOST_TOLD], Fault("more_faults", 0, "3"))
