"""What discussions give to a compilation is the same out of the index as out of their files, whatever has happened to them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from diskussion_tui.domain.analysis.compilation import Coded, compiled
from diskussion_tui.domain.analysis.compilation_share import counting, share_of
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.said import discussion_of
from diskussion_tui.domain.session import changes
from diskussion_tui.domain.session.conclusions import conclude, read
from diskussion_tui.domain.session.merging import merge
from diskussion_tui.domain.session.placing import place_on
from diskussion_tui.store.library import index_rows as rows
from diskussion_tui.store.library.giving import Lent
from diskussion_tui.store.library.index_schema import _FORM
from diskussion_tui.store.library.saying import all_said
from tests.store.library.sides import always, edit, indexed, plain, put, texts
from tests.support.builders import NOON, Group

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.compilation import Compilation
    from diskussion_tui.domain.analysis.compilation_share import Giving
    from diskussion_tui.store.library.listing import Library

__all__ = ["always"]

QUERIES = (
    "",
    "fax",
    "slag:bort",
    "vård -fax",
    "namn:norr",
    "stöd:>2",
    "borttagna:ja",
    "#fax ELLER åtta",
    "xyz",
)
NAMES = ("Ekerö", "Norr", "Väst")


def _told(one: Giving | None) -> object:
    return one and (
        one.discussion,
        one.files,
        list(one.said),
        list(one.concluded),
        one.share(),
        list(one.ids()),
    )


def _givens(library: Library, *, sure: bool = False) -> dict[Path, object]:
    return {entry.path: _told(one) for entry, one in library.given(sure=sure)}


def _compiled(library: Library, asked: str, coded: Coded) -> Compilation:
    query = parse(asked).query if asked else None
    those = [one for _entry, one in library.given(query) if one]
    return compiled(those, query.matches if query else None, coded, ("bort",))


@settings(max_examples=12, phases=(Phase.generate,))
@given(st.data())
def test_the_index_gives_what_the_files_give_after_any_edits(data: st.DataObject) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        groups = [Group(start=1_000_000 * number, name=name) for number, name in enumerate(NAMES, 1)]
        numbers = data.draw(st.sampled_from(((1, 2, 3), (1, 2, 2))))
        for which, group in enumerate(groups):
            group.says(*data.draw(st.lists(texts, min_size=1, max_size=3)))
            put(folder, group.session, NAMES[which], numbers[which])
        kept = indexed(folder)
        for _ in range(data.draw(st.integers(1, 4))):
            which = data.draw(st.integers(0, 2))
            edit(groups[which], data)
            path = put(folder, groups[which].session, NAMES[which], numbers[which])
            if data.draw(st.booleans()) and len(list(folder.glob("*.toml"))) > 1:
                path.unlink()
            kept.refresh()
            anew = plain(folder)
            assert _givens(kept) == _givens(kept, sure=True) == _givens(anew)
            ids = [note.id for group in groups for note in group.session.notes()]
            coded = data.draw(
                st.dictionaries(
                    st.sampled_from(ids or [""]), st.frozensets(st.sampled_from("ab")), max_size=4
                )
            )
            asked = data.draw(st.sampled_from(QUERIES))
            assert repr(_compiled(kept, asked, Coded(coded))) == repr(_compiled(anew, asked, Coded(coded)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sessions"
    made.mkdir()
    for number, name in enumerate(NAMES, 1):
        group = Group(start=1_000_000 * number, name=name)
        group.says("Fax mellan sjukhus #fax", "Dubbla remisser", kind="bort")
        put(made, group.session, name, number)
    return made


def test_a_number_out_of_the_index_is_counted_without_a_file_or_a_note_being_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(folder)
    for what in ("look.opened", "seen.read_entry", "giving.read_whole", "index.said_of"):
        monkeypatch.setattr(f"diskussion_tui.store.library.{what}", lambda *_: pytest.fail("it was read"))
    library = indexed(folder)
    found = _compiled(library, "", Coded())
    assert found.numbers()["tags/fax/kind.bort"] == 3
    assert found.numbers()["counts/all/notes"] == 6


def test_what_lies_behind_a_number_is_asked_of_the_discussion_that_is_shown_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = indexed(folder)
    found = _compiled(library, "", Coded())
    asked: list[int] = []
    monkeypatch.setattr(
        Lent, "said", property(lambda self: (asked.append(self._no), self._shelf.index.said(self._no))[1])
    )
    cell = found.cell("tags", "fax", "notes")
    assert cell
    assert len(cell.behind) == 3
    assert not asked
    assert found.notes[cell.behind[0]].text == "Fax mellan sjukhus #fax"
    assert len(asked) == 1
    assert [found.notes[ref].text for ref in cell.behind] == ["Fax mellan sjukhus #fax"] * 3


def test_to_be_sure_the_files_are_read_and_other_words_in_one_are_seen_though_its_times_are_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = indexed(folder)
    path = next(folder.glob("*Norr*"))
    path.write_text(path.read_text("utf-8").replace("Dubbla", "Tredje"), encoding="utf-8")
    monkeypatch.setattr("diskussion_tui.store.library.seen.Seen.is_as_it_was", lambda _self: True)
    ways = {sure: [one for _e, one in library.given(sure=sure) if one] for sure in (False, True)}
    texts = {sure: {note.text for one in those for note in one.said} for sure, those in ways.items()}
    assert "Tredje remisser" not in texts[False]
    assert "Tredje remisser" in texts[True]


def test_a_discussion_that_another_program_takes_in_anew_meanwhile_is_opened(folder: Path) -> None:
    library = indexed(folder)
    found = _compiled(library, "", Coded())
    path = next(folder.glob("*Norr*"))
    path.write_text(path.read_text("utf-8").replace("Dubbla", "Tredje"), encoding="utf-8")
    indexed(folder)
    assert {note.text for note in found.notes.values()} >= {"Tredje remisser", "Dubbla remisser"}


def test_what_is_made_of_a_discussion_for_the_index_is_what_its_form_stands_for() -> None:
    """Whoever changes what a row says raises the first number of the form, so that no index is taken for one that says the same."""
    group = Group(name="Ekerö")
    one, other, third = group.says("Fax mellan sjukhus #fax @regionen", "Faxen", "Mer tid", kind="bort")
    group.does(changes.support, third, 4)
    group.does(changes.word_dissent, third, "Nej, mindre")
    group.does(place_on, third, ("akut/Närakuter",))
    group.does(merge, group.ids(), (one, other))
    group.does(conclude, group.new_id(), "åtgärd", read("Ring @regionen", "åtgärd", (), NOON.date()))
    said = all_said(group.session)
    notes, concluded = counting(said), [one for one in said if one.sort]
    told = (
        share_of(notes, concluded),
        rows.terms_of(said),
        rows.packed_of(said),
        rows.held_row(discussion_of(group.session)),
        said,
    )
    fingerprint = sha256(repr(told).encode()).hexdigest()[:12]
    assert (_FORM.split()[0], fingerprint) == ("5", "ae68043bd3ce")
