"""A folder seen from two sides: with an index and without one, to be held against each other after any edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st

from diskussion_tui.domain.session import changes, parking
from diskussion_tui.domain.session.conclusions import conclude, read
from diskussion_tui.domain.session.merging import merge
from diskussion_tui.domain.session.placing import place_on
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.library import lying, nearby, remembered
from diskussion_tui.store.library.listing import Library
from tests.support.builders import NOON, Group, another

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

WORDS = (
    "hemsjukvård",
    "sjukvård",
    "vård",
    "fax",
    "faxen",
    "akut",
    "åtta",
    "atta",
    "1177",
    "a-b",
    "Köer",
    "#fax",
    "@regionen",
    "e\u0301n",
    "ö",
    "日本語",
)
EDITS = (
    *("say", "withdraw", "park", "purge", "support", "final", "judge", "word", "conclude", "merge"),
    *("object", "disagree", "place", "star"),
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder has an index, of which one discussion is kept at hand; what was just written is trusted: tests write all they read."""
    monkeypatch.setattr(nearby, "_AT_A_TIME", 1)
    monkeypatch.setattr(nearby, "_AT_HAND", -1)
    monkeypatch.setattr(remembered, "FEWEST", 1)
    monkeypatch.setattr(lying, "YOUNG", -60.0)
    monkeypatch.setattr(lying, "SLOW", 60.0)  # a busy machine is no slow disk


def plain(folder: Path) -> Library:
    """A library that does without an index."""
    library = Library(folder)
    library._remembered.lose()
    library.refresh()
    return library


def indexed(folder: Path) -> Library:
    library = Library(folder)
    library.refresh()
    library.read()
    assert library._look.index is not None
    return library


def put(folder: Path, session: Session, name: str, number: int = 0) -> Path:
    """A discussion in a folder; with a number it is another one than those of other numbers."""
    path = folder / f"Diskussionsstöd_{name}_2026-05-12.toml"
    text = Encoder("anna").file(session).decode()
    path.write_text(another(text, number) if number else text, encoding="utf-8")
    return path


def edit(group: Group, data: st.DataObject) -> None:
    notes = group.session.notes()
    what = data.draw(st.sampled_from(EDITS))
    if group.session.final:
        group.does(changes.set_state, "utkast")
    if what == "say" or not notes:
        group.says(data.draw(texts), kind=data.draw(st.sampled_from(("", "bort"))))
    elif what == "final":
        group.does(changes.set_state, "fastställd")
    elif what == "judge":
        group.does(changes.set_verdict, "A.1", data.draw(st.sampled_from(("ja", "nej", ""))))
    elif what == "word":
        group.does(changes.set_wording, "A.3", data.draw(texts))
    elif what == "conclude":
        group.does(
            conclude, group.new_id(), "åtgärd", read(f"Ring @{data.draw(texts)}", "åtgärd", (), NOON.date())
        )
    elif what == "merge":
        group.does(merge, group.ids(), [note.id for note in notes[:2]])
    else:
        note = data.draw(st.sampled_from(notes)).id
        make: dict[str, Callable[[], object]] = {
            "withdraw": lambda: group.does(changes.withdraw, note),
            "park": lambda: group.does(parking.park, note),
            "purge": lambda: group.does(changes.purge, note),
            "support": lambda: group.does(changes.support, note, data.draw(st.integers(0, 4))),
            "object": lambda: group.does(changes.word_dissent, note, data.draw(texts)),
            "disagree": lambda: group.does(changes.toggle_dissent, note),
            "place": lambda: group.does(place_on, note, ("akut/Närakuter", "Psykiatri")),
            "star": lambda: group.does(changes.toggle_star, note),
        }
        make[what]()
