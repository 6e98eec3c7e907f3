"""A discussion that was read in: its file, what it was read from beside it, and never over what somebody else has there."""

from __future__ import annotations

import errno
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.paths import LIVE
from diskussion_tui.store.session import arriving
from diskussion_tui.store.session.arriving import (
    keep_original,
    one_at_a_time,
    original_name,
    originals_of,
    put_arrived,
    put_draft,
    sessions_of,
)
from tests.support.builders import NOON
from tests.support.disk import FaultyFs, QuickFs

if TYPE_CHECKING:
    from pathlib import Path

DAY = NOON.date()
FS = QuickFs()
FORM = b"%PDF form"


def _arrives(folder: Path, name: str = "Svar från Ekerö.PDF", session: str = "s1") -> Path:
    return put_arrived(folder, ("Samtal", "Ekerö", DAY), b"toml", (name, FORM), session, FS)


def _names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_it_stands_among_the_others_with_what_it_was_read_from_beside_it(tmp_path: Path) -> None:
    path = _arrives(tmp_path / "ny")
    assert path == tmp_path / "ny" / "Samtal_Ekerö_2026-05-12.toml"
    assert path.read_bytes() == b"toml"
    kept, told = originals_of(tmp_path / "ny", "s1")
    digits = sha256(FORM).hexdigest()
    assert kept.name == f"Svar-från-Ekerö.s1.{digits[:12]}.pdf"
    assert kept.read_bytes() == FORM
    assert told.name == f"{kept.name}.sha256"
    assert told.read_bytes().decode() == f"{digits}  {kept.name}\n"
    assert not (tmp_path / "ny" / LIVE).exists()


def test_read_in_again_the_original_is_kept_once_and_the_file_has_another_name(tmp_path: Path) -> None:
    _arrives(tmp_path)
    again = _arrives(tmp_path)
    assert again.name == "Samtal_Ekerö_2026-05-12_2.toml"
    assert len(originals_of(tmp_path, "s1")) == 2


def test_what_somebody_has_put_in_the_original_s_place_is_not_written_over(tmp_path: Path) -> None:
    _arrives(tmp_path)
    kept, _told = originals_of(tmp_path, "s1")
    kept.write_bytes(b"deras")
    with pytest.raises(FileExistsError):
        _arrives(tmp_path)
    assert kept.read_bytes() == b"deras"
    assert len(list(tmp_path.glob("*.toml"))) == 1


def test_without_room_for_the_original_there_is_no_discussion(tmp_path: Path) -> None:
    full = FaultyFs(lambda _number, name: errno.ENOSPC if name == "write" else 0)
    with pytest.raises(OSError, match="No space"):
        put_arrived(tmp_path, ("Samtal", "Ekerö", DAY), b"toml", ("x.pdf", FORM), "s1", full)
    assert list(tmp_path.glob("*.toml")) == []


def test_which_discussions_have_an_original_is_told_by_what_it_holds_whatever_it_is_called(
    tmp_path: Path,
) -> None:
    keep_original(tmp_path, "s1", "ett.pdf", FORM, FS)
    keep_original(tmp_path, "s2", "två.pdf", FORM, FS)
    keep_original(tmp_path, "s3", "tre.pdf", b"annat", FS)
    assert sorted(sessions_of(tmp_path, "fyra.pdf", FORM)) == ["s1", "s2"]
    assert sessions_of(tmp_path, "fyra.pdf", b"ingens") == ()
    assert sessions_of(tmp_path / "borta", "ett.pdf", FORM) == ()
    assert originals_of(tmp_path / "borta", "s1") == ()
    assert len(originals_of(tmp_path, "s3")) == 2
    assert not (tmp_path / LIVE).exists()


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("Blankett.DOCX", "Blankett.s1.", ".docx"),
        ("a/b/c.txt", "c.s1.", ".txt"),
        ("", "fil.s1.", ""),
        ("...", "fil.s1.", ""),
        ("x.mycketlångtsuffix", "x.s1.", ".mycketlån"),
    ],
)
def test_an_original_is_called_so_that_every_system_can_have_it(name: str, begins: str, ends: str) -> None:
    called = original_name(name, FORM, "s1")
    assert called.startswith(begins)
    assert called.endswith(sha256(FORM).hexdigest()[:12] + ends)


def test_the_draft_of_a_mapping_that_is_there_is_let_alone(tmp_path: Path) -> None:
    path = put_draft(tmp_path, "enkät", "första", FS)
    assert put_draft(tmp_path, "enkät", "andra", FS) == path == tmp_path / "formular" / "enkät.toml"
    assert path.read_text(encoding="utf-8") == "första"
    assert _names(tmp_path) == ["formular", "formular/enkät.toml"]


def test_of_two_that_read_in_the_second_waits_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    folder = tmp_path / "ny"
    with one_at_a_time(folder, FS) as first:

        class TiredError(Exception):
            pass

        def sleep(seconds: float) -> None:
            waited.append(seconds)
            raise TiredError

        monkeypatch.setattr(arriving.time, "sleep", sleep)
        with pytest.raises(TiredError), one_at_a_time(folder, FS):
            pytest.fail("both read")
        assert first is None
    assert waited == [0.1]
    assert not folder.exists()
    with one_at_a_time(folder, FS):
        _arrives(folder)
    assert len(list(folder.glob("*.toml"))) == 1
    assert not (folder / LIVE).exists()
