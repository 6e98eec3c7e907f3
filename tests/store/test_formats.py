"""A file written today opens in every later version: one kept file and journal of each format version, read for ever.

Each was written by the program of its day and is never changed. A new format version adds a folder; it touches none.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.schema import SCHEMA_VERSION
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import SESSION, shown, texts_of
from tests.support.disk import QuickFs

KEPT = Path(__file__).parents[1] / "data" / "formats"
VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture(params=VERSIONS)
def file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A kept file in a folder, with its journal beside it as after a crash."""
    kept, live = KEPT / str(request.param), tmp_path / paths.LIVE
    live.mkdir()
    shutil.copyfile(kept / "journal.toml", live / f"{SESSION}.skriv-anna.toml")
    return Path(shutil.copyfile(kept / "file.toml", tmp_path / "Samtal_Ekerö_2026-05-12.toml"))


def test_there_is_a_kept_file_of_every_version_and_it_says_so():
    assert sorted(int(folder.name) for folder in KEPT.iterdir()) == list(VERSIONS)
    for version in VERSIONS:
        first = (KEPT / str(version) / "file.toml").read_text(encoding="utf-8").splitlines()[0]
        assert first == f"schema_version = {version}"


def test_every_version_opens_with_everything_that_was_said(file: Path):
    session_writer = SessionWriter.open(QuickFs(), file, "skriv-anna")
    session = session_writer.session
    assert session_writer.found.faults == ()
    notes, answers, details, *_ = shown(session)
    assert [note[2:] for note in notes] == [
        ("bort", "Bort med faxen\npå riktigt", 7, False, False),
        ("", 'Köerna "först" \\ och å̈ 👩‍👩‍👧', 0, True, True),
        ("", "Bara i journalen\nmed två rader", 0, False, False),
    ]
    assert answers == {"A.1": ("ja", ""), "A.3": ("", "Vad saknas?")}
    assert details == ("Ekerö", "utkast", "utvecklare", "sekreterare", "Biblioteket", 11)
    assert [note.text for note in session.withdrawn()] == ["En som tas bort", "En som ångras"]
    draft = session.draft("skriv-anna")
    assert draft
    assert (draft.step, draft.text) == ("A.3", "halv mening")
    assert [version.rev for version in session.versions["notes", notes[0][0]]] == [1, 2, 3, 4]
    session_writer.abandon()


def test_every_version_is_written_in_the_present_one_and_says_the_same(file: Path):
    before = SessionWriter.open(QuickFs(), file, "skriv-anna")
    before.abandon()
    SessionWriter.open(QuickFs(), file, "skriv-anna").close()
    assert file.read_text(encoding="utf-8").startswith(f"schema_version = {SCHEMA_VERSION}\n")
    assert codec.read(file.read_bytes()).faults == ()
    after = SessionWriter.open(QuickFs(), file, "skriv-anna")
    assert after.session == before.session
    assert len(texts_of(after.session)) == 3
    after.abandon()
