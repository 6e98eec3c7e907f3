"""macOS without having it: what a stand-in that behaves like it lets one see (tests/support/mac.py)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.seen import seen

pytestmark = pytest.mark.xdist_group("systems")


SYSTEM = "darwin"
"""What `there` is."""


def test_what_is_saved_is_asked_to_be_on_the_disk_itself(there: dict[str, Any]) -> None:
    told = seen(there, "synced")
    assert told["code"] == 0
    assert told["full"] >= 2, "the journal's block, and the file"


def test_a_share_that_knows_no_such_call_takes_notes_all_the_same(there: dict[str, Any]) -> None:
    told = seen(there, "on_a_share")
    assert (told["code"], told["err"], told["notes"]) == (0, "", ["På utdelad mapp"])
    assert told["plain"] >= 2, "then it is handed over as elsewhere"
    assert told["elsewhere"] == [], "and nothing had to take refuge"


def test_names_with_their_accents_apart_are_the_same_discussion(there: dict[str, Any]) -> None:
    told = seen(there, "apart")
    assert told["codes"] == [0, 0]
    assert told["files"] == [True]
    assert told["notes"] == ["Ihop", "Isär"]


def test_the_machines_number_is_the_systems_to_tell(there: dict[str, Any]) -> None:
    assert seen(there, "asks")["number"] == bytes(range(16)).hex()
    assert seen(there, "apart")["polls"] == 5_000, (
        "whether the terminal has gone is looked at there, not told"
    )
