"""What the program writes and prints is kept, byte for byte: session files, journals, and what the shell says of them.

Every kept file of a format (tests/data/formats), the example, and an evening in which everything happens once are printed
in both languages, opened and written anew; tests/data/kept holds what came out. Where code is only moved nothing here
changes. Where a change is meant, `KEEP_BYTES=1 pytest -n 0 tests/formats` keeps it as it is now, and the diff is read.

Nothing of the machine is in it: the clock is set by hand, chance is counted, the laptop has a name, paths are relative. So
nothing that comes out needs to be made alike before it is compared.
"""

from __future__ import annotations

import os
import re
import secrets
import shlex
import shutil
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.domain.plan import changes as planning
from diskussion_tui.domain.session import changes, conclusions, masking, merging, parking, placing, rounds
from diskussion_tui.texts import words
from diskussion_tui.workshop.disk import Disk
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import NOON, workbook_in
from tests.support.disk import QuickFs
from tests.support.kept import is_as_kept
from tests.support.shell import Shell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from diskussion_tui.domain.session.session import Change

AGAIN = "KEEP_BYTES"
ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests" / "data" / "kept"
FORMATS = ROOT / "tests" / "data" / "formats"
(EXAMPLE,) = (ROOT / "sessions" / "exempel").glob("*.toml")
PARKEN = KEPT / "parken.toml"
WORKBOOKS = {"parken.toml": PARKEN, "vården.toml": ROOT / "content.toml"}
"""The workbooks by what they are called where the commands are run."""
FOLDER = Path("diskussioner")
LANGUAGES = ("sv", "en")

HOME = "/hem/anna"
WRITERS = {"skriv-anna", "skriv-h4kn"}
ID = re.compile("[0-9A-Z]{26}")
AT_ONE = NOON.replace(hour=13)
CHANCE = 0x9E3779B97F4A7C15F39D

# ---- what is kept ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kept:
    """A discussion: its files by what they are called in the folder, and what is asked about it."""

    files: Mapping[str, Path]
    name: str = "Ekerö"
    note: str = "01KRDT23800000000000000004"
    like: str = "köerna inte först"
    workbook: str = "parken.toml"
    other: str = "vården.toml"
    writer: str = "skriv-anna"
    at: dt.datetime = AT_ONE

    def lies_in(self, folder: Path) -> None:
        """Copy the files, all written at the same moment."""
        for name, source in self.files.items():
            there = folder / name
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, there)
            os.utime(there, (NOON.timestamp(), NOON.timestamp()))

    def asked(self, command: str) -> list[str]:
        """The words of a command about it."""
        named = {"name": shlex.quote(self.name), "like": shlex.quote(self.like)}
        given = shlex.split(command.format(**named, note=self.note, other=self.other))
        return given if "--content" in given else [*given, "--content", self.workbook]


SESSION_FILE = "Samtal_Ekerö_2026-05-12.toml"
JOURNAL = ".live/01JE8AYGD8W7RQ4T0Z5N9K3M2B.skriv-anna.toml"
VERSIONS = sorted(folder.name for folder in FORMATS.iterdir())
DISCUSSIONS = {
    **{f"format-{one}": Kept({SESSION_FILE: FORMATS / one / "file.toml"}) for one in VERSIONS},
    **{
        f"format-{one}-crashed": Kept(
            {SESSION_FILE: FORMATS / one / "file.toml", JOURNAL: FORMATS / one / "journal.toml"}
        )
        for one in VERSIONS
    },
    "example": Kept(
        {EXAMPLE.name: EXAMPLE},
        name="Vårdcentralen Solgläntan",
        note="01KREFRRD56WMZ101R5CMDDS66",
        like="samma prover tas om, journalerna pratar inte",
        workbook="vården.toml",
        other="parken.toml",
        writer="skriv-h4kn",
        at=NOON.replace(hour=18, minute=30),
    ),
    "evening": Kept(
        {SESSION_FILE: KEPT / "written" / "evening-file.toml"},
        note="01KRDXKSXGDACVV0S5X53WZE3T",
        like="faxen ska inte bort",
        at=NOON.replace(hour=13, minute=25),
    ),
}
COMMANDS = {
    "show": "show {name}",
    "show-notes": "show {name} --notes",
    "show-json": "show {name} --json",
    "show-narrow": "show {name}",
    "show-in-another-workbook": "show {name} --content {other}",
    "history": "history {name}",
    "history-json": "history {name} --json",
    "history-narrow": "history {name}",
    "history-of-a-note": "history {name} --note {note}",
    "history-of-a-note-json": "history {name} --note {note} --json",
    "list": "list",
    "list-json": "list --json",
    "rank": "rank {name} A",
    "rank-json": "rank {name} A --json",
    "rank-narrow": "rank {name} A",
    "compass": "compass {name}",
    "compass-json": "compass {name} --json",
    "compass-narrow": "compass {name}",
    "plan": "plan {name}",
    "plan-json": "plan {name} --json",
    "plan-narrow": "plan {name}",
    "actions": "actions",
    "actions-json": "actions --json",
    "similar": "similar {name} {like}",
    "similar-to-nothing": "similar {name} Zeppelinare",
    "personal": "personal {name}",
    "personal-json": "personal --json",
    "doctor": "doctor",
    "doctor-json": "doctor --json",
}
"""What is asked about each; `narrow` at a terminal of 60 columns, everything else in a pipe."""
NOTHING = Kept({}, name="Ekerö")
BLANK = {
    "show": "show",
    "show-json": "show --json",
    "show-narrow": "show",
    "compass": "compass",
    "compass-json": "compass --json",
    "list": "list",
    "list-json": "list --json",
    "actions": "actions",
    "no-such-discussion": "history {name}",
}
"""What is asked where there is no discussion."""
PRINTED = [
    *(
        (f"{name}/{command}", kept, asked)
        for name, kept in DISCUSSIONS.items()
        for command, asked in COMMANDS.items()
    ),
    *((f"nothing/{command}", NOTHING, asked) for command, asked in BLANK.items()),
]


# ---- a laptop on which nothing is left to chance ---------------------------------------------------------------------


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """A shell at a laptop that is the same on every machine, in a folder with the workbooks in it."""
    monkeypatch.chdir(tmp_path)
    for name, value in {"TZ": "Europe/Stockholm", "HOME": HOME, "USERPROFILE": HOME, "COLUMNS": "60"}.items():
        monkeypatch.setenv(name, value)
    time.tzset()
    for name, workbook in WORKBOOKS.items():
        shutil.copyfile(workbook, name)
    FOLDER.mkdir()
    shell = Shell(FOLDER, monkeypatch)
    _no_chance(shell, monkeypatch)
    yield shell
    monkeypatch.undo()
    time.tzset()


def _no_chance(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every clock stand, also where the program took its own at the start, and count where it draws lots."""
    drawn = (number * CHANCE for number in count(1))
    now = SimpleNamespace(now=lambda: shell.clock().replace(tzinfo=None))
    monkeypatch.setattr("diskussion_tui.workshop.clock.dt", SimpleNamespace(datetime=now))
    monkeypatch.setattr(os, "urandom", lambda size: (next(drawn) % 256**size).to_bytes(size, "big"))
    monkeypatch.setattr(secrets, "randbits", lambda bits: next(drawn) % 2**bits)
    sits_at("skriv-anna", monkeypatch)


def sits_at(writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a writer from now on: at a machine that has kept who that is."""
    monkeypatch.setattr("diskussion_tui.store.session.identity._kept", lambda _: [writer])


def opens(shell: Shell, kept: Kept) -> Workshop:
    """The discussion that lies in the folder, opened as a screen opens it."""
    (file,) = (FOLDER / name for name in kept.files if "/" not in name)
    workbook = workbook_in(WORKBOOKS[kept.workbook])
    return Workshop.open(file, workbook, Disk(fs=QuickFs()), now=shell.clock, steady=shell.clock.steady)


def told(shell: Shell, given: Sequence[str], stdin: str = "", *, terminal: bool = False) -> str:
    """What a command said, as it stands in a terminal: what was typed, its exit code, stdout and then stderr."""
    said = shell.runs(*given, stdin=stdin, terminal=terminal)
    return f"[{said.code}]\n{_whole(said.out)}" + (f"[stderr]\n{_whole(said.err)}" if said.err else "")


def _whole(text: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}\n[no line feed]\n"


def in_both(tell: Callable[[str], str], command: str) -> bytes:
    """What a command said in each language; what is the same in both is there once."""
    swedish, english = (tell(language) for language in LANGUAGES)
    english = "as above\n" if english == swedish else english
    said = zip(LANGUAGES, (swedish, english), strict=True)
    return "".join(f"$ diskussion {command} --lang {one} {text}" for one, text in said).encode()


def on_disk(pattern: str = "**/*") -> bytes:
    """Every file of the folder, by name."""
    files = sorted(path for path in FOLDER.glob(pattern) if path.is_file())
    return b"".join(f"==== {path}\n".encode() + path.read_bytes() for path in files)


def as_kept(name: str, now: bytes) -> None:
    is_as_kept(KEPT / name, now, AGAIN)


# ---- an evening, first: what it writes is printed and written anew below ---------------------------------------------


class Evening:
    """An evening at the screen: each change is on disk before the next, a while later."""

    def __init__(self, shell: Shell) -> None:
        self.clock = shell.clock
        self.clock.at = AT_ONE
        self.leads = Workshop.begin(
            FOLDER,
            "Ekerö",
            workbook_in(PARKEN),
            Disk(fs=QuickFs()),
            now=shell.clock,
            steady=shell.clock.steady,
        )

    def does(self, make: Callable[..., Change | None], *given: Any, **more: Any) -> str:
        """Make a change; the id of the first record of it."""
        change = self.leads.do(make, *given, **more)
        assert change, make
        self.waits()
        return change.versions[0].id

    def says(self, *texts: str, question: str = "A.2", kind: str = "", group: str = "") -> list[str]:
        change = self.leads.add_notes(question, list(texts), kind, group=group)
        assert change
        self.waits()
        return [version.id for version in change.versions]

    def waits(self) -> None:
        assert self.leads.flush() == ""
        self.clock.passes(seconds=21)

    def item(self, name: str) -> Any:
        """A step or break of the run of show."""
        return next(one for one in self.leads.timing.show if name in (one.id, one.name))

    def is_led(self) -> None:
        """Everything that there is happens once."""
        self._begins()
        notes = self._talks()
        self._merges(notes)
        self._counts(notes)
        self._concludes(notes)
        self._plans()
        self._removes(notes)
        self._ends()

    def _begins(self) -> None:
        details = {"facilitator": "utvecklare", "note_taker": "sekreterare", "place": "Biblioteket"}
        self.does(changes.set_details, details | {"participants": 11})
        for step in ("A", "A.1", "A.2"):
            self.leads.enter(step)
            self.waits()
        self.does(changes.set_verdict, "A.1", "ja")
        self.does(changes.set_wording, "A.3", "Vad saknas?")

    def _talks(self) -> list[str]:
        fax, queue = self.says("Faxen ska bort\npå riktigt", 'Köerna "först" \\ och å̈ 👩‍👩‍👧', kind="bort")
        (bench,) = self.says("En bänk vid sjön #sjön @Bo", kind="nytt", group="Bord 2")
        whole, personal = self.says("Allt hänger ihop", "Ring Tolvan, 19121212-1212", question="E.allt")
        self.leads.keep_draft("A.2", "nytt", "halv men", group="Bord 3")
        self.waits()
        self.does(changes.revise, fax, "Faxen ska bort i år")
        self.does(changes.support, fax, 6)
        self.does(changes.toggle_star, queue)
        self.does(changes.toggle_dissent, bench)
        self.does(changes.word_dissent, fax, "Någon vill ha den kvar")
        self.does(changes.set_kind, queue, "nytt")
        self.does(changes.move, whole, "E.A", "")
        self.does(placing.place, bench, ["b/Brygga", "a/Ek"])
        self.does(placing.unplace, bench, ["a/Ek"])
        self.leads.undo()
        self.waits()
        self.leads.redo()
        self.waits()
        (lost,) = self.says("En som ångras")
        self.leads.undo()
        self.waits()
        return [fax, queue, bench, whole, personal, lost]

    def _merges(self, notes: list[str]) -> None:
        fax, queue, bench, *_ = notes
        (brush,) = self.says("Fler faxar bort", kind="bort")
        self.does(changes.support, brush, 3)
        self.does(changes.word_dissent, brush, "Inte den i receptionen")
        merged = self.does(merging.merge, self.leads.ids.endless(), [fax, brush])
        self.does(merging.split, merged)
        wish = merging.Wish("Bänk och köer", "highest", "nytt")
        merged = self.does(merging.merge, self.leads.ids.endless(), [queue, bench], (wish,))
        self.does(parking.park, merged)
        self.does(parking.unpark, merged)
        self.does(parking.park, brush)
        notes += [merged, brush]

    def _counts(self, notes: list[str]) -> None:
        fax, *_, merged, _brush = notes
        for method, each, give in (("prickar", 3, rounds.give_dots), ("ordning", 0, rounds.put_in_order)):
            number = self.does(rounds.begin_round, self.leads.ids.new(), "A", method, each)
            self.does(give, number, fax, 1)
            self.does(give, number, merged, 2)
            self.does(give, number, merged, 1)
            self.does(rounds.close_round, number)
        self.does(rounds.reopen_round, number)

    def _concludes(self, notes: list[str]) -> None:
        today, fax = self.clock().date(), notes[0]
        said = conclusions.read("A: Ring regionen @Bo senast 1/12", "åtgärd", ["A"], today)
        ring = self.does(conclusions.conclude, self.leads.ids.new(), "åtgärd", said, [fax])
        whole = conclusions.Read("", "Vi vill ha en park")
        park = self.does(conclusions.conclude, self.leads.ids.new(), "slutsats", whole, [])
        self.does(conclusions.conclude_again, ring, "Ring kommunen @Eva senast 2/12", ["A"])
        self.does(conclusions.toggle_done, ring)
        self.does(conclusions.toggle_done, ring)
        self.does(conclusions.sort_conclusion, park, "medskick")
        self.does(conclusions.place_conclusion, park, "A")
        self.does(conclusions.withdraw_conclusion, park)
        self.does(conclusions.restore_conclusion, park)

    def _plans(self) -> None:
        self.does(planning.set_minutes, self.item("A.2"), 9)
        self.does(planning.set_behaviour, self.item("A.1"), "fast")
        self.does(planning.set_skipped, self.item("kompass"), skipped=True)
        self.does(planning.add_break, self.leads.ids.new(), "Fika", 10, "A.3")
        gone = self.does(planning.add_break, self.leads.ids.new(), "Rast", 5, "E.A")
        self.does(planning.remove_break, gone)
        self.does(planning.set_ends, self.clock().replace(hour=14, minute=30))
        for go in (lambda: self.leads.timing.begin(self.item("Fika").id), self.leads.timing.pause):
            go()
            self.waits()

    def _removes(self, notes: list[str]) -> None:
        whole, personal, lost = notes[3:6]
        names = dict(words("sv").personal.names)
        self.does(masking.mask, {("notes", personal)}, names, self.clock().date())
        self.does(changes.withdraw, whole)
        self.does(changes.purge, lost)

    def _ends(self) -> None:
        self.does(changes.set_state, "fastställd")
        self.does(changes.set_state, "utkast")


def test_an_evening_is_written_as_it_was(shell: Shell):
    """The journal while it is led, and the file after it."""
    evening = Evening(shell)
    evening.is_led()
    as_kept("written/evening-led.txt", on_disk(".live/*.toml"))
    assert evening.leads.close() == ""
    (file,) = (path for path in FOLDER.rglob("*") if path.is_file())
    assert file.name == SESSION_FILE
    as_kept("written/evening-file.toml", file.read_bytes())


# ---- printed ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "kept", "command"), PRINTED, ids=[name for name, *_ in PRINTED])
def test_what_is_printed_is_as_it_was(shell: Shell, name: str, kept: Kept, command: str):
    kept.lies_in(FOLDER)
    shell.clock.at = kept.at
    given, narrow = kept.asked(command), name.endswith("narrow")

    def tell(language: str) -> str:
        return told(shell, [*given, "--lang", language], terminal=narrow)

    as_kept(f"{name}.txt", in_both(tell, shlex.join(given)))


@pytest.mark.parametrize("name", DISCUSSIONS)
def test_what_is_mended_is_as_it_was(shell: Shell, name: str):
    """Print what `doctor --repair` says and leaves."""
    kept = DISCUSSIONS[name]
    shell.clock.at = kept.at

    def tell(language: str) -> str:
        shutil.rmtree(FOLDER)
        kept.lies_in(FOLDER)
        return told(shell, ["doctor", "--repair", "--content", kept.workbook, "--lang", language])

    as_kept(f"{name}/doctor-repair.txt", in_both(tell, "doctor --repair"))
    as_kept(f"written/{name}-mended.txt", on_disk())


# ---- written ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DISCUSSIONS)
def test_a_file_is_written_anew_as_it_was(shell: Shell, monkeypatch: pytest.MonkeyPatch, name: str):
    """Open it as the one who wrote it, and close; then say something in it."""
    kept = DISCUSSIONS[name]
    kept.lies_in(FOLDER)
    sits_at(kept.writer, monkeypatch)
    shell.clock.at = kept.at
    assert opens(shell, kept).close() == ""
    as_kept(f"written/{name}-opened.txt", on_disk())
    workshop = opens(shell, kept)
    workshop.add_notes("A.2", ["En till", "och\nen till"], workshop.workbook.kinds[0].id)
    assert workshop.flush() == ""
    as_kept(f"written/{name}-journal.txt", on_disk(".live/*.toml"))
    assert workshop.close() == ""
    as_kept(f"written/{name}-said.txt", on_disk())


@pytest.mark.parametrize("name", DISCUSSIONS)
def test_a_file_of_another_writer_stays_and_ours_is_written_as_it_was(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, name: str
):
    kept = DISCUSSIONS[name]
    kept.lies_in(FOLDER)
    (other,) = WRITERS - {kept.writer}
    sits_at(other, monkeypatch)
    shell.clock.at = kept.at
    workshop = opens(shell, kept)
    workshop.add_notes("A.2", ["Från en annan laptop"], workshop.workbook.kinds[-1].id)
    assert workshop.close() == ""
    as_kept(f"written/{name}-beside.txt", on_disk())


# ---- said at the shell -----------------------------------------------------------------------------------------------

SAID = (
    ("new Ekerö", ""),
    ("plan Ekerö --minutes A.2=7 --minutes 10 --break Fika --before A.3 --ends 14:30", ""),
    ("plan Ekerö --behaviour A.1=fast --skip A.3 --no-break Fika", ""),
    ("note Ekerö -q A.2 -k bort Faxen ska bort", ""),
    ("note Ekerö -q A.2 -k bort --group 'Bord 2'", "Fler faxar bort\nKöerna ska bort\n"),
    ("note Ekerö -q E.allt 'Ring Tolvan, 19121212-1212'", ""),
    ("note Ekerö -q E.allt --mask 'Ring Tolvan, 19121212-1212'", ""),
    ("mark Ekerö {0} --hands 6 --star --dissent 'Någon vill ha den kvar'", ""),
    ("merge Ekerö {0} {1} --text 'Alla faxar bort' --hands highest", ""),
    ("split Ekerö {5}", ""),
    ("merge Ekerö {0} {1}", ""),
    ("place Ekerö {2} Brygga Alm", ""),
    ("place Ekerö {2} Alm --remove", ""),
    ("park Ekerö {2}", ""),
    ("park Ekerö {2} --back", ""),
    ("rank Ekerö A --dots 3 --give {2}=2 --give {6}=1 --close", ""),
    ("rank Ekerö A --order --give {2}=1 --give {6}=2", ""),
    ("conclude Ekerö --action 'Ring regionen @Bo senast 1/12' --section A --notes {2},{6}", ""),
    ("conclude Ekerö --message Hälsningar", ""),
    ("personal Ekerö --mask", ""),
    ("purge Ekerö --note {2} --yes --yes", ""),
    ("purge Ekerö --note {3} --yes --yes", ""),
    ("show Ekerö", ""),
)
"""What is said at the shell, and into the pipe; notes by the order in which their ids were printed."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_at_the_shell_is_answered_and_written_as_it_was(shell: Shell, language: str):
    answers: list[str] = []
    for command, stdin in SAID:
        notes = _notes_in(answers)
        given = [*shlex.split(command.format(*notes)), "--content", "parken.toml", "--lang", language]
        answers.append(f"$ diskussion {shlex.join(given)} {told(shell, given, stdin)}")
        shell.clock.passes(minutes=1)
    as_kept(f"shell/{language}.txt", "".join(answers).encode())
    as_kept("shell/files.txt", on_disk())


def _notes_in(answers: Sequence[str]) -> list[str]:
    """The ids that have been printed, each where it stood first."""
    return list(
        dict.fromkeys(line for answer in answers for line in answer.splitlines() if ID.fullmatch(line))
    )


def test_nothing_is_kept_that_no_test_looks_at():
    stages = ("opened", "journal", "said", "beside", "mended")
    looked_at = {f"{name}.txt" for name, *_ in PRINTED}
    looked_at |= {f"{name}/doctor-repair.txt" for name in DISCUSSIONS}
    looked_at |= {f"written/{name}-{stage}.txt" for name in DISCUSSIONS for stage in stages}
    looked_at |= {f"shell/{name}.txt" for name in (*LANGUAGES, "files")}
    looked_at |= {"written/evening-led.txt", "written/evening-file.toml", PARKEN.name}
    assert {path.relative_to(KEPT).as_posix() for path in KEPT.rglob("*") if path.is_file()} == looked_at
