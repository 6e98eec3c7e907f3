"""Who wrote it stays who wrote it: a machine that is called something else goes on with its file, its undo and its line."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.session import identity as who
from diskussion_tui.store.session.identity import Identity
from diskussion_tui.workshop import disk as disks
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import FixedClock, small_workbook, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OFFICE, HOME = "kontoret", "hemma"


class Desk:
    """A machine with a folder of discussions, which can be given other names, and a clock that goes on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.refuge = folder / "diskussioner", folder / "reserv"
        self.clock = FixedClock()
        self._patch = monkeypatch
        self._open: list[Workshop] = []
        self.is_called(OFFICE)

    def is_called(self, name: str) -> None:
        self._patch.setattr(platform, "node", lambda: name)

    def is_machine(self, number: str) -> None:
        self._patch.setattr(who, "machine_number", lambda: number)

    def leads(self, *, under_the_old_rule: bool = False) -> Workshop:
        """The discussion of the folder, begun if need be."""
        self.clock.passes(minutes=1)
        disk, book = Disk(self.folder, self.refuge), small_workbook()
        with self._patch.context() as old:
            if under_the_old_rule:
                then = Identity(who._by_name()[0])
                old.setattr(disks, "identity", lambda: then)
                old.setattr(disks, "keep", lambda *_: then)
            files = self.files
            self._open.append(
                Workshop.open(files[0], book, disk, now=self.clock)
                if files
                else Workshop.begin(self.folder, "Ekerö", book, disk, now=self.clock)
            )
        return self._open[-1]

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.toml"))

    @property
    def live(self) -> list[str]:
        return sorted(path.name for path in (self.folder / ".live").iterdir())

    def leaves(self) -> None:
        for one in self._open:
            one.close()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = Desk(tmp_path, monkeypatch)
    desk.is_machine("4c4c4544003957108052b4c04f384833")
    yield desk
    desk.leaves()


def says(me: Workshop, *texts: str) -> None:
    me.add_notes("A.2", list(texts))
    assert me.flush() == ""


@pytest.mark.parametrize("old", [False, True], ids=["today", "under the old rule"])
@pytest.mark.parametrize("second", [OFFICE, HOME, f"{OFFICE}.wifi.region.example"])
def test_the_machine_goes_on_with_its_file_and_undo_reaches_back(desk: Desk, second: str, *, old: bool):
    first = desk.leads(under_the_old_rule=old)
    says(first, "fax")
    says(first, "köer")
    first.close()
    desk.leads().close()  # the new program at its first start, at the old name
    desk.is_called(second)
    again = desk.leads()
    assert again.writer == first.writer
    says(again, "kallelser")
    for left in (["fax", "köer"], ["fax"], []):
        again.undo()
        assert texts_of(again.session) == left
    assert not again.can_undo
    again.close()
    assert len(desk.files) == 1
    assert desk.live == []


def test_a_crash_at_one_name_is_made_good_at_another(desk: Desk):
    first = desk.leads(under_the_old_rule=True)
    says(first, "fax")
    first.keep_draft("A.2", "", "halvskri")
    first.flush()
    assert first._sink
    copies = {path: path.read_bytes() for path in (desk.folder / ".live").iterdir()}
    first.close()
    for path, data in copies.items():  # as a program leaves it that dies
        path.write_bytes(data)
    again = desk.leads()
    draft = again.last_draft()
    assert draft
    assert draft.text == "halvskri"
    assert again.writer == first.writer
    again.close()
    assert desk.live == []


def test_a_line_that_was_sent_at_another_name_never_comes_back(desk: Desk):
    first = desk.leads()
    first.keep_draft("A.2", "", "fax mellan")
    first.flush()
    first.close()
    desk.is_called(HOME)
    again = desk.leads()
    says(again, "fax mellan sjukhus")
    again.keep_draft("A.2", "", "")
    again.close()
    desk.is_called(OFFICE)
    back = desk.leads()
    draft = back.last_draft()
    assert draft
    assert draft.text == ""


def test_whose_files_were_parted_under_the_old_rule_takes_back_what_both_say(desk: Desk):
    first = desk.leads(under_the_old_rule=True)
    says(first, "fax")
    first.keep_draft("A.2", "", "köer i")
    first.close()
    desk.leads().close()
    desk.is_called(HOME)
    parted = desk.leads(under_the_old_rule=True)
    says(parted, "köer i receptionen")
    parted.close()
    assert len(desk.files) == 2
    again = desk.leads()
    draft = again.last_draft()
    assert draft is None or draft.text == ""
    again.undo()
    again.undo()
    assert texts_of(again.session) == []


def test_another_machine_is_another_writer_and_takes_nothing_back(desk: Desk):
    first = desk.leads()
    says(first, "fax")
    first.close()
    desk.is_machine("ffeeddccbbaa99887766554433221100")
    desk.is_called("annan")
    other = desk.leads()
    assert other.writer != first.writer
    assert not other.can_undo
    says(other, "köer")
    other.close()
    assert len(desk.files) == 2


def test_a_second_program_takes_back_nothing_of_the_first(desk: Desk):
    first = desk.leads(under_the_old_rule=True)
    says(first, "fax")
    second = desk.leads()
    assert second.writer == f"{first.writer}-2"
    assert not second.can_undo


def test_an_old_id_that_was_met_is_not_forgotten_when_the_name_changes_again(desk: Desk):
    desk.leads(under_the_old_rule=True).close()
    desk.is_called(HOME)
    Disk(desk.folder, desk.refuge).identity()  # kept at home, where the office's name is not known
    desk.is_called(OFFICE)
    met = desk.leads().writer
    desk.is_called("hotellet")
    assert met in Disk(desk.folder, desk.refuge).identity().earlier


def test_practice_which_writes_nowhere_else_keeps_nothing(desk: Desk, fence: Path):
    desk.leads(under_the_old_rule=True).close()
    Workshop.open(desk.files[0], small_workbook(), Disk(desk.folder)).close()
    assert not list(fence.rglob("skribent*"))
