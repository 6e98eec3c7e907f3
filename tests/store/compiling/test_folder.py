"""The file of a compilation: written whole, read back the same, told in words where it is wrong, and never led out of its folder."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.domain.analysis.compilation_cells import Ref
from diskussion_tui.domain.analysis.compilation_kept import CountedDiscussion, Kept
from diskussion_tui.store.compiling.folder import (
    UnreadableCompilationError,
    folder_of,
    folders_in,
    read,
    write,
    written,
)
from diskussion_tui.store.compiling.taking import Taking
from diskussion_tui.store.files.fs import Fs
from tests.support.hostile import hostile_texts

if TYPE_CHECKING:
    from pathlib import Path

AT = dt.datetime(2026, 5, 12, 18, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
TEXT = hostile_texts


def kept(name: str = "Våren", text: str = "", **more: object) -> Kept:
    one = CountedDiscussion("D1", "Ekerö", dt.date(2026, 5, 12), 3, ("a" * 64,))
    return Kept(name, "anna-k3v9", AT, AT, text=text, quotes=(Ref("D1", "N1"),), discussions=(one,), **more)  # type: ignore[arg-type]


@settings(max_examples=60)
@given(TEXT, TEXT, TEXT)
def test_any_name_text_and_row_come_back_as_they_were(name: str, text: str, row: str) -> None:
    name, text = clean_line(name), clean_note(text)
    before = kept(name, text, query=name, numbers={f"tags/{clean_line(row)}/notes": 3})
    taking = Taking(written(before))
    assert (taking.kept(1), taking.faults) == (before, [])


@given(TEXT)
def test_any_name_makes_a_folder_right_below_or_is_refused(name: str) -> None:
    from pathlib import Path

    try:
        folder = folder_of(Path("/s"), name)
    except ValueError:
        return
    assert folder.parent == Path("/s/sammanstallning")
    assert not folder.name.startswith(".")
    assert len(os.fsencode(folder.name)) < 200


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "Våren")
    assert write(Fs(), folder, kept())
    assert not write(Fs(), folder, kept())
    assert read(folder) == kept()
    assert folders_in(tmp_path) == [folder]
    assert sorted(path.name for path in folder.iterdir()) == ["sammanstallning.toml"]


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("[compilation", "no_toml", "1"),
        ("schema_version = 9\n", "newer", ""),
        ("schema_version = 1\n", "missing", "compilation"),
        (written(kept()).replace('"Våren"', "3"), "wrong", "compilation.name"),
        (written(kept()).replace("threshold = 5", "threshold = 0"), "wrong", "compilation.threshold"),
        (written(kept()).replace("a" * 64, "kort"), "wrong", "discussions[1].sha256"),
        (written(kept(numbers={"a": 1})).replace("a = 1", "a = true"), "wrong", "numbers.a"),
        (written(kept(numbers={"a": 1})).replace("a = 1", f"a = 0x{'f' * 9_000}"), "wrong", "numbers.a"),
        (written(kept()).replace("notes = ", f"notes = 0x{'f' * 9_000} # "), "wrong", "discussions[1].notes"),
    ],
)
def test_each_fault_says_where_it_is(tmp_path: Path, text: str, code: str, where: str) -> None:
    folder = folder_of(tmp_path, "Våren")
    folder.mkdir(parents=True)
    (folder / "sammanstallning.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableCompilationError) as raised:
        read(folder)
    assert (code, where) in raised.value.faults


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    outside, sessions = tmp_path / "ute", tmp_path / "diskussioner"
    outside.mkdir()
    (outside / "sammanstallning.toml").write_text("rör ej", encoding="utf-8")
    (sessions / "sammanstallning").mkdir(parents=True)
    folder = folder_of(sessions, "Våren")
    folder.symlink_to(outside)
    with pytest.raises(OSError, match=r"."):
        write(Fs(), folder, kept())
    folder.unlink()
    folder.mkdir()
    (folder / "sammanstallning.toml").symlink_to(outside / "sammanstallning.toml")
    with pytest.raises(OSError, match=r"."):
        read(folder)
    assert (outside / "sammanstallning.toml").read_text(encoding="utf-8") == "rör ej"
    assert len(list(outside.iterdir())) == 1
