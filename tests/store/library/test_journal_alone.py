"""A discussion whose file is gone is a row in the list, as long as its journal is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.store.library.listing import Library
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import Group
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("where", ["folder", "refuge"])
def test_a_discussion_of_which_only_the_journal_is_left_is_a_row_that_says_so(tmp_path: Path, where: str):
    """Somebody has deleted the file while it was open, and the program died."""
    group = Group("anna")
    folder, refuge = tmp_path / "delad", tmp_path / "reserv"
    session_writer = SessionWriter.create(QuickFs(), tmp_path / "delad", "Samtal", group.session, "anna")
    if where == "refuge":
        session_writer.close()
        session_writer = SessionWriter.move_in(QuickFs(), refuge, "Samtal_Ekerö.toml", group.session, "anna")
    session_writer.append((group.saying("fax"),))
    session_writer.abandon()
    for path in folder.glob("*.toml"):
        path.unlink()
    library = Library(folder, refuge)
    for _ in range(2):
        (entry,) = library.refresh()
        assert (entry.name, entry.date, entry.fault) == (
            group.session.head.name,
            group.session.head.date,
            "journal_alone",
        )
        assert list(library.search("fax")) == []
    with pytest.raises(UnreadableSessionError) as refused:
        library.held(entry)
    assert [fault.code for fault in refused.value.faults] == ["journal_alone"]


def test_an_empty_journal_and_one_that_says_nothing_of_its_discussion_are_no_rows(tmp_path: Path):
    live = tmp_path / ".live"
    live.mkdir()
    for number, data in enumerate(
        (b"", b"# schema 3\n", b"skr\xe4p", b'[[history]]\nof = "notes"\n# crc32 00000000\n')
    ):
        (live / f"01JE8AYGD8W7RQ4T0Z5N9K3M2{number}.anna.toml").write_bytes(data)
    assert Library(tmp_path).refresh() == ()
