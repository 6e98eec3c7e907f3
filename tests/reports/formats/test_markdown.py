"""Markdown: every word of a group's is shown to the letter, and nothing of it acts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from diskussion_tui.reports.formats.markdown import escaped, markdown
from diskussion_tui.reports.report import report
from diskussion_tui.texts import words
from tests.support.builders import Group
from tests.support.hostile import hostile_texts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# ingen rubrik", "\\# ingen rubrik"),
        ("#fax", "#fax"),
        ("- inget streck", "\\- inget streck"),
        ("1. ingen lista", "1\\. ingen lista"),
        ("10 procent", "10 procent"),
        (
            "*stjärna* _snabb_ [länk](x) <b> & `kod`",
            "\\*stjärna\\* \\_snabb\\_ \\[länk\\](x) \\<b\\> \\& \\`kod\\`",
        ),
    ],
)
def test_signs_are_text(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(hostile_texts)
def test_nothing_is_lost_of_any_text(text: str) -> None:
    assert re.sub(r"\\([\\`*_\[\]<>&~|$#+=.)-])", r"\1", escaped(text.replace("\\", ""))) == text.replace(
        "\\", ""
    )


def test_a_note_of_several_lines_stays_one() -> None:
    group = Group()
    group.says("rad ett\n# rad två", kind="bort")
    assert "- rad ett  \n  \\# rad två" in markdown(report(group.session, None, words("sv")))
