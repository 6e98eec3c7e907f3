"""Windows without having it: what a stand-in that behaves like it lets one see (tests/support/windows.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.seen import seen

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.xdist_group("systems")


SYSTEM = "win32"
"""What `there` is."""


def test_every_command_of_the_shell_does_what_it_does_elsewhere(there: dict[str, Any]) -> None:
    told = seen(there, "commands")
    assert told["failed"] == []
    assert told["run"] > 50


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_an_evening_is_the_same_discussion_on_every_system(
    elsewhere: Callable[[str], dict[str, Any]], system: str
) -> None:
    here, there = (seen(elsewhere(one), "evening") for one in ("linux", system))
    assert there == here
    assert here["notes"] == [
        "Den andra säger",
        "Den första igen",
        "Den första säger",
        "Fax mellan sjukhus",
        "Köer – på riktigt",
        "Sagt före kraschen",
    ]
    assert here["said"] == ["", "", "", ""]
    assert here["purged"], "words that were removed for good stand somewhere still"


def test_a_second_program_is_kept_out_and_what_a_crash_left_is_taken_up(there: dict[str, Any]) -> None:
    closed, after_the_crash, half_made = seen(there, "evening")["journals"]
    assert (closed, half_made) == (0, 0), "each program cleared what was its own"
    assert after_the_crash == 1, "the dead program's journal"


def test_a_scanner_that_reads_the_file_is_waited_for(there: dict[str, Any]) -> None:
    told = seen(there, "scanner")
    assert (told["code"], told["err"], told["in_file"], told["left"]) == (0, "", True, [])
    assert told["pauses"] == [0.01, 0.02], "no longer than it takes, and longer each time"


def test_a_file_that_is_held_all_evening_costs_no_word_and_says_who_may_have_it(
    there: dict[str, Any],
) -> None:
    told = seen(there, "stubborn_scanner")
    assert told["codes"] == [0, 0]
    assert told["pauses"] == [0.01, 0.02, 0.05, 0.1, 0.2]
    assert told["read"] == ["Medan filen är öppen"], "readers have it from the journal"
    assert "ett annat program har filen öppen" in told["err"]
    assert told["in_file"]
    assert (told["after"], told["left"]) == (["Efteråt", "Medan filen är öppen"], [])


def test_a_journal_of_a_later_version_is_not_gone_on_in(there: dict[str, Any]) -> None:
    told = seen(there, "later_journal")
    assert (told["code"], told["kept"]) == (0, True), told["err"]
    assert "Bredvid" in told["notes"]


def test_a_discussion_may_be_called_what_no_file_may(there: dict[str, Any]) -> None:
    told = seen(there, "names")
    assert told["failed"] == []
    assert told["outside"] == []
    assert len(told["files"]) == 10
    assert "Diskussionsstöd_CON_2026-05-12.toml" in told["files"]
    assert told["folders"]["CON"] == "CON-"


def test_a_path_that_is_too_long_is_called_that_and_not_a_folder_that_is_gone(there: dict[str, Any]) -> None:
    told = seen(there, "long_path")
    assert told["code"] == 1
    assert "sökvägen är för lång" in told["err"]


def test_a_folder_that_onedrive_keeps_is_no_link_and_a_junction_is_one(there: dict[str, Any]) -> None:
    told = seen(there, "onedrive")
    assert (told["code"], told["err"], told["notes"]) == (0, "", ["I molnet"])
    assert told["junction_refused"]


def test_no_folder_beside_the_discussions_shuts_out_those_who_share_them(there: dict[str, Any]) -> None:
    assert seen(there, "onedrive")["private"] == []


@pytest.mark.parametrize("why", ["EINVAL", "ETIMEDOUT"])
def test_a_file_that_is_only_in_the_cloud_is_a_row_with_its_reason_and_harms_no_other(
    there: dict[str, Any], why: str
) -> None:
    told = seen(there, "out_of_reach")[why]
    code, out, _err = told["said"]["list"]
    assert code == 0
    assert "Här" in out
    assert "ligger den i molnet" in out
    for command in ("show", "note"):
        code, out, err = told["said"][command]
        assert (code, out) == (1, "")
        assert ("OneDrive" if why == "EINVAL" else "svarar inte") in err
    assert told["said"]["other"][0] == 0
    assert told["here"] == ["Det går bra"]
    assert told["kept"], "nothing was written over it, by repairing either"


def test_looking_again_at_a_folder_in_the_cloud_fetches_nothing(there: dict[str, Any]) -> None:
    told = seen(there, "fetched")
    assert sorted(told["listed"]) == ["Ett", "Två"]
    assert told["counts"] == [2, 0], "each file once: a list says what stands in them"


def test_an_evening_at_the_screen_goes_through_the_console_and_gives_it_back(there: dict[str, Any]) -> None:
    told = seen(there, "at_the_screen")
    assert (told["code"], told["err"]) == (0, "")
    assert told["notes"] == ["Fax på landet 👩‍⚕️", "rad ett\nrad två"], "Ctrl+J is a new line in the note"
    assert told["was_set"] >= 4, "both ends of the console were switched over, and back"
    assert told["modes"], "the shell has its console as it was"
    assert told["live"] == []


def test_a_stick_without_links_and_a_share_that_replaces_nothing_will_do(there: dict[str, Any]) -> None:
    told = seen(there, "stick")
    assert (told["codes"], told["err"], told["left"]) == ([0, 0, 0], "", [])
    assert told["notes"] == ["På stickan", "Skriven över", "I länkens ställe"]
    assert not told["line_ends"], "a file is the same bytes on every system"


def test_what_was_half_written_on_a_full_disk_is_taken_away(there: dict[str, Any]) -> None:
    assert seen(there, "torn") == {"why": True, "left": []}


def test_the_machines_number_is_the_registrys_and_files_are_opened_by_the_system(
    there: dict[str, Any],
) -> None:
    told = seen(there, "asks")
    assert told["number"] == "9a3b1c52-5f0e-4d4f-8a57-0d3e5c6a7b81"
    assert (told["opener"], told["shown"], told["steady"]) == ("", True, True)
