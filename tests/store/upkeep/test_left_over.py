"""What a kill leaves of a file in the making, wherever the program writes: `doctor` tells of it, and takes away what is its own."""

from __future__ import annotations

import datetime as dt
import os
import signal
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit.new_file import put_new
from diskussion_tui.domain.analysis.compilation_kept import Kept
from diskussion_tui.store.compiling import folder as compiling
from diskussion_tui.store.compiling.codebook_file import FILE as BOOK
from diskussion_tui.store.files.atomic import write_free, write_whole
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.settings_file import put_setting
from diskussion_tui.store.session.arriving import put_arrived, put_draft
from diskussion_tui.store.session.report_file import put_called, put_report
from diskussion_tui.store.upkeep.diagnose import Ward, find
from diskussion_tui.store.upkeep.repair import mend
from diskussion_tui.texts import words
from tests.support.builders import NOON, SESSION
from tests.support.disk import QuickFs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FS = QuickFs()
LATER = NOON + dt.timedelta(days=1)
DAY = NOON.date()
KEPT = Kept("K2", "anna", NOON, NOON)


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    folder = tmp_path / "diskussioner"
    folder.mkdir()
    return Ward(folder, tmp_path / "reserv", "anna", also=(tmp_path / "config",))


def killed(write: Callable[[], object]) -> None:
    """Let a process write something, and kill it when the file is whole and has not got its name yet."""
    child = os.fork()
    if child == 0:
        for call in ("link_new", "replace"):
            setattr(Fs, call, lambda *_told: os.kill(os.getpid(), signal.SIGKILL))
        write()
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def compiled(ward: Ward) -> Path:
    folder = compiling.folder_of(ward.folder, "K2")
    compiling.write(FS, folder, KEPT)
    return folder


WRITERS: dict[str, Callable[[Ward], object]] = {
    "a report": lambda ward: put_report(ward.folder, ("Samtal", "Ekerö", DAY), ".pdf", b"%PDF-1.7"),
    "a form, a record, a list of actions": lambda ward: put_called(ward.folder, ["Samtal"], ".pdf", b"x"),
    "a form that came": lambda ward: put_arrived(
        ward.folder, ("Samtal", "Ekerö", DAY), b"x", ("svar.pdf", b"y"), SESSION
    ),
    "a mapping": lambda ward: put_draft(ward.folder, "ab12", "box"),
    "a page that was asked for by name": lambda ward: put_new(
        ward.folder / "sida.svg", "<svg/>", words("sv")
    ),
    "an export": lambda ward: write_whole(Fs(), ward.folder / "K2.qdpx", b"PK", ward.folder),
    "a document of a compilation": lambda ward: write_whole(
        Fs(), compiled(ward) / "K2.md", b"# K2", compiled(ward)
    ),
    "a code book": lambda ward: write_free(Fs(), [compiled(ward) / BOOK], b"x", compiled(ward)),
    "a setting": lambda ward: put_setting(Fs(), ward.also[0] / "settings.toml", "theme", "ljust"),
}


def held(ward: Ward) -> set[Path]:
    return {path for path in ward.folder.parent.rglob("*") if path.is_file() and "original" not in path.parts}


@pytest.mark.parametrize("which", WRITERS)
def test_what_a_kill_leaves_is_told_and_taken_away_and_nothing_else(ward: Ward, which: str) -> None:
    compiled(ward)
    (ward.folder / "mina.2024-abcdef.ny.txt").write_text("inte programmets", encoding="utf-8")
    (ward.folder / "anteckningar.ny").write_text("inte heller", encoding="utf-8")
    before = held(ward)
    killed(lambda: WRITERS[which](ward))
    (left,) = held(ward) - before
    os.utime(left, (NOON.timestamp(), NOON.timestamp()))
    (found,) = (one for one in find(ward, LATER) if one.path == left)
    assert (found.code, found.remedy, found.wrong) == ("half_made", "remove", True)
    assert held(ward) == before | {left}
    assert mend(FS, ward, [found]) == ()
    assert held(ward) == before


def test_one_that_is_being_written_now_is_let_alone(ward: Ward) -> None:
    killed(lambda: WRITERS["a document of a compilation"](ward))
    now = dt.datetime.now(dt.UTC)
    assert {one.code: one.remedy for one in find(ward, now)} == {"half_made_now": ""}


def test_a_text_that_stands_nowhere_else_is_told_and_kept(ward: Ward) -> None:
    from dataclasses import replace

    folder = compiled(ward)
    killed(lambda: compiling.write(Fs(), folder, replace(KEPT, text="Det viktigaste")))
    (left,) = folder.glob("*.ny")
    os.utime(left, (NOON.timestamp(), NOON.timestamp()))
    assert [(one.code, one.remedy) for one in find(ward, LATER)] == [("half_made_words", "")]
    compiling.write(FS, folder, replace(KEPT, text="Det viktigaste"))
    assert [(one.code, one.remedy) for one in find(ward, LATER)] == [("half_made", "remove")]


def test_a_link_and_a_second_name_are_not_its_own(ward: Ward) -> None:
    mine = ward.folder.parent / "mitt.txt"
    mine.write_text("mitt", encoding="utf-8")
    (ward.folder / "a.1-abcdef.ny").symlink_to(mine)
    (ward.folder / "b.1-abcdef.ny").hardlink_to(mine)
    (ward.folder / "c.1-abcdef.ny").mkdir()
    assert find(ward, LATER) == ()
