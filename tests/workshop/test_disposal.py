"""The record of a disposal: what was disposed of, by which decision and what became of its files, and nothing that was said."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.reports.profile import INTERNAL
from diskussion_tui.store.upkeep.purge import Purged
from diskussion_tui.texts import words
from diskussion_tui.workshop import archiving, clock
from diskussion_tui.workshop.archiving import check_package, digest_of, holds_all, originals_of, write_package
from diskussion_tui.workshop.disposal import Disposal, write_record
from diskussion_tui.workshop.removal import remove_note
from diskussion_tui.workshop.report import export_of, source_at
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock, Group, small_workbook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "local_now", FixedClock())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_says_what_was_decided_and_what_is_left_and_no_name_id_or_note(
    tmp_path: Path, language: str
) -> None:
    group = Group(name="Ring Tolvan")
    group.does(changes.set_details, {"unit": "Geriatriken", "retention": "gallras efter två år"})
    group.says("Faxen ska bort", "Köerna")
    gone, left, shut = (tmp_path / name for name in "abc")
    purged = Purged((gone, gone), (left,), shut=(shut,))
    path = write_record(tmp_path, Disposal(group.session, "2026/7  §\n4", "ab" * 32, purged), words(language))
    text = path.read_text(encoding="utf-8")
    said, terms = words(language).archive, words(language).terms
    facts = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
    facts = {label: value.strip() for label, value in facts.items()}
    assert facts[said.decision] == "2026/7 § 4"
    assert facts[said.disposed_at] == "2026-05-12 12:00"
    assert (facts[terms.unit], facts[terms.registry_number]) == ("Geriatriken", said.not_given)
    assert facts[terms.retention] == "gallras efter två år"
    assert (facts[said.notes], facts[said.removed_files], facts[said.left_files]) == ("2", "2", "2")
    assert facts[said.mark] == sha256(group.session.id.encode()).hexdigest()
    assert all(f"{label}: " in text for label in facts)
    assert not any(secret in text for secret in ("Ring Tolvan", group.session.id, "Faxen", "Köerna"))
    assert "2026-05-12" in path.name
    again = write_record(tmp_path, Disposal(group.session, "annat", "", purged), words(language))
    assert again != path
    assert path.read_text(encoding="utf-8") == text


def _kept(folder: Path) -> Workshop:
    workshop = Workshop.begin(folder, "Ekerö", small_workbook(), now=FixedClock())
    workshop.add_notes("A.2", ["fax", "köer"])
    assert workshop.close() == ""
    return workshop


def _package(workshop: Workshop) -> Path:
    source = source_at(workshop.path, workshop.session, small_workbook())
    return write_package(source, export_of(source, words("sv"), INTERNAL), "Maja", {})


def test_a_package_lies_beside_its_discussion_and_is_seen_to_hold_all_of_it(tmp_path: Path) -> None:
    workshop = _kept(tmp_path)
    path = _package(workshop)
    assert path.name == f"{workshop.path.stem}{archiving.SUFFIX}"
    assert digest_of(path) == sha256(path.read_bytes()).hexdigest()
    checked, kept = check_package(path)
    assert checked.problems == ()
    assert kept
    assert holds_all(kept, workshop.session)
    more = Workshop.open(workshop.path, small_workbook(), now=FixedClock())
    more.add_notes("A.2", ["en till"])
    more.close()
    assert not holds_all(kept, more.session)
    assert holds_all(more.session, kept)


def test_a_package_is_no_more_open_than_its_discussion(tmp_path: Path) -> None:
    workshop = _kept(tmp_path)
    workshop.path.chmod(0o600)
    assert _package(workshop).stat().st_mode & 0o077 == 0


def test_a_package_of_something_else_has_no_discussion_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(b"no zip")
    checked, kept = check_package(path)
    assert ([one.fault for one in checked.problems], kept) == (["no_package"], None)


def test_the_files_of_a_discussion_go_along_as_they_lie_but_none_with_what_was_removed_for_good(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "diskussioner"
    workshop = _kept(folder)
    copy = folder / "kopia.toml"
    copy.write_bytes(workshop.path.read_bytes())
    found = originals_of(workshop.session, workshop.path, folder, None)
    assert found.files == {one.name: one.read_bytes() for one in (workshop.path, copy)}
    assert found.unclean == ()
    backup = copy.read_bytes()
    remove_note(folder, tmp_path / "reserv", workshop.session.id, workshop.session.notes()[0].id)
    copy.write_bytes(backup)
    now = Workshop.open(workshop.path, small_workbook(), now=FixedClock())
    now.close()
    found = originals_of(now.session, workshop.path, folder, None)
    assert found.unclean == (copy,)
    assert list(found.files) == [workshop.path.name]
