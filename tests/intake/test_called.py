"""The name of a file: the rule, in all the forms that people write it in."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from diskussion_tui.intake.called import called, day_in

DAY = dt.date(2026, 11, 19)


@pytest.mark.parametrize(
    "stem",
    [
        "Diskussionsstöd_Ekerö_2026-11-19",
        unicodedata.normalize("NFD", "Diskussionsstöd_Ekerö_2026-11-19"),
        "diskussionsstöd ekerö 20261119".replace("ekerö", "Ekerö"),
        "Diskussionsstod-Ekerö-2026-11-19",
        "Diskussionsstoed_Ekerö_2026-11-19",
        "Diskussionsstöd - Ekerö - 19.11.2026",
        "Diskussionsstöd_Ekerö_19 nov 2026",
        "Diskussionsstöd_Ekerö_19 november 2026",
        "Diskussionsstöd_Ekerö_261119",
        "Diskussionsstöd_2026-11-19_Ekerö",
        "Diskussionsstöd_Ekerö_2026_11_19",
        "Diskussionsstöd_Ekerö_2026-11-19 (2)",
        "Diskussionsstöd_Ekerö_2026-11-19_slutlig",
        "Diskussionsstöd_Ekerö_slutversion_2026-11-19",
        "Kopia av Diskussionsstöd_Ekerö_2026-11-19",
        "Copy of Diskussionsstöd_Ekerö_2026-11-19 (1)",
        "SV_ Diskussionsstöd_Ekerö_2026-11-19",
        "Diskussionsstöd_Ekerö_2026-11-19_formulär",
        "Diskussionsstöd__Ekerö__2026-11-19",
    ],
)
def test_whose_and_when_is_read_however_it_is_written(stem: str) -> None:
    assert called(stem, "Diskussionsstöd") == ("Ekerö", DAY)


@pytest.mark.parametrize(
    ("stem", "name", "day"),
    [
        ("Diskussionsstöd_Team 7_2026-11-19", "Team 7", DAY),
        ("Diskussionsstöd_Vårdcentralen-Ekerö_2026-11-19", "Vårdcentralen Ekerö", DAY),
        ("Diskussionsstöd_Ekerö", "Ekerö", None),
        ("Diskussionsstöd_Ekerö_2026-13-45", "Ekerö 2026 13 45", None),
        ("Diskussionsstöd_2026-11-19", "", DAY),
        ("scan0012", "", None),
        ("", "", None),
    ],
)
def test_what_it_does_not_say_is_not_made_up(stem: str, name: str, day: dt.date | None) -> None:
    assert called(stem, "Diskussionsstöd") == (name, day)


def test_so_many_digits_are_so_many() -> None:
    """As `%Y%m%d` reads it, 261119 is in the year 2611."""
    assert day_in("261119") == DAY
    assert day_in("2611190") is None
    assert day_in("19 brumaire 2026") is None
