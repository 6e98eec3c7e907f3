"""The checker of the long runs sees what it is there to see: a run that cannot fail proves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import small_workbook
from torture.glass import in_line, says_saved, taken_in
from torture.ledger import Ledger, Sent, read_disk

if TYPE_CHECKING:
    from pathlib import Path

FAX, QUEUE = "zq00000fax fax mellan sjukhus", "zq0000kier köer"

WALK = [
    "  Ekerö                    B 2 · 12 min kvar · klar 01:51",
    "  A ○○○                                   ✓ sparat 00:32",
    "─────────",
    "  − Avveckla  1            › Vidareutveckla  0",
    "  − zq00000fax fax",
    "",
    "  − Avveckla  zq0000kier köer och",
    "              mer",
    "",
    "─────────",
    "  Enter spara   Tab kategori",
]


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    """A folder with a discussion in which two things were said, one of them altered and withdrawn since."""
    workshop = Workshop.begin(tmp_path, "Ekerö", small_workbook())
    made = workshop.add_notes("A.2", [FAX, QUEUE])
    assert made
    workshop.do(changes.revise, made.versions[0].id, f"{FAX} zq00000ner nu")
    workshop.do(changes.withdraw, made.versions[0].id)
    assert not workshop.close()
    return tmp_path


def ledger(*sent: Sent) -> Ledger:
    return Ledger({one.token: one for one in sent}, {one.token for one in sent})


def test_what_is_there_is_found_also_where_it_was_altered_and_withdrawn_since(spoken: Path) -> None:
    disk = read_disk(spoken)
    said = ledger(
        Sent("zq00000fax", FAX), Sent("zq0000kier", QUEUE), Sent("zq00000ner", "zq00000ner nu", addition=True)
    )
    assert disk.wrong == ()
    assert said.missing(disk) == []


def test_a_note_that_is_not_there_is_lost_unless_nobody_called_it_saved(spoken: Path) -> None:
    disk, gone = read_disk(spoken), Sent("zq0000000x", "zq0000000x borta")
    assert ledger(gone).missing(disk) == ["lost: 'zq0000000x borta'"]
    assert Ledger({gone.token: gone}).missing(disk) == []


def test_a_note_with_other_words_is_altered(spoken: Path) -> None:
    (said,) = ledger(Sent("zq0000kier", QUEUE + " till")).missing(read_disk(spoken))
    assert said.startswith("altered:")


def test_a_note_that_is_there_twice_is_seen(spoken: Path) -> None:
    workshop = Workshop.open(next(spoken.glob("*.toml")), small_workbook())
    workshop.add_notes("A.2", [QUEUE])
    workshop.close()
    (said,) = ledger(Sent("zq0000kier", QUEUE)).missing(read_disk(spoken))
    assert said.startswith("there 2 times:")


def test_a_file_that_is_cut_off_is_not_whole(spoken: Path) -> None:
    file = next(spoken.glob("*.toml"))
    file.write_bytes(file.read_bytes()[:-20])
    assert any("is not whole" in said for said in read_disk(spoken).wrong)


def test_only_what_stands_above_the_capture_line_has_been_taken_in() -> None:
    assert says_saved(WALK)
    assert "zq00000fax" in taken_in(WALK)
    assert "zq0000kier" not in taken_in(WALK)
    assert "zq0000kier" in in_line(WALK)
    assert not says_saved([WALK[0], WALK[1].replace("✓ sparat 00:32", "… sparar")])
