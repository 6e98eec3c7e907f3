"""What was said, one value a note: what counts, and what does not but is still known."""

from __future__ import annotations

from diskussion_tui.domain.analysis.said import said_in
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.merging import merge
from diskussion_tui.domain.session.parking import park
from tests.support.builders import Group


def test_each_note_is_said_once_and_what_does_not_count_says_so() -> None:
    group = Group(name="Ekerö")
    kept, gone, parked = group.says("Bort med #fax @lena", "Nej", "Sedan", kind="bort")
    group.does(changes.support, kept, 3)
    group.does(changes.withdraw, gone)
    group.does(park, parked)
    counts, withdrawn, aside = said_in(group.session)
    assert (counts.tags, counts.owners, counts.supporters, counts.section) == (("fax",), ("lena",), 3, "A")
    assert [one.in_force for one in (counts, withdrawn, aside)] == [True, False, False]
    assert (withdrawn.withdrawn, aside.parked) == (True, True)
    assert counts.discussion.name == "Ekerö"


def test_notes_that_were_merged_are_found_by_their_words_and_counted_once() -> None:
    group = Group()
    one, other = group.says("Faxen bort", "Bort med telefaxen", kind="bort")
    group.does(merge, group.ids(), (one, other))
    (merged,) = said_in(group.session)
    assert {"Faxen bort", "Bort med telefaxen"} <= {merged.text, *merged.also}


def test_a_paste_that_was_undone_was_never_said() -> None:
    group = Group()
    group.says("Fel fil", "Fel rad")
    group.undoes()
    assert not list(said_in(group.session))
