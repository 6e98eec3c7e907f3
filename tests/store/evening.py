"""Evenings on a recorded disk, and the eye that looks at every disk a power cut may leave of them.

A scenario leads a discussion through the store and notes what was called saved, and when. `losses` then builds each disk
that may be found (tests/support/disk.py), opens it with the store itself, and says what of the promises it does not
keep. The same eye looks at the store broken on purpose (test_mutants.py), or it would prove nothing.
"""

from __future__ import annotations

import shutil
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diskussion_tui.domain.session import changes, merging
from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.domain.session.fold import session_of
from diskussion_tui.domain.session.records import BY_HAND, Draft, Note, Purge
from diskussion_tui.store.files import codec, paths
from diskussion_tui.store.files.paths import session_files
from diskussion_tui.store.session.blocks import sealed
from diskussion_tui.store.session.journal import journals_of
from diskussion_tui.store.session.locations import Locations
from diskussion_tui.store.session.reading import read_session
from diskussion_tui.store.session.session_writer import SessionWriter
from tests.support.builders import Group, every_version, texts_of
from tests.support.disk import QuickFs, RecordingFs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Change, Session

LATER = "01KZZZZZZZ0000000000000000"
"""Sorts behind every id of an evening."""


@dataclass(frozen=True)
class Promised:
    """What had been said and called saved when the power was cut.

    `saved` are the versions acknowledged, `begun` those handed over, by change; `edits` the texts somebody has written
    into a file, `shown` those that must be seen, `untouched` the files that are others', `erased` words removed for good.
    """

    saved: frozenset[Record] = frozenset()
    begun: tuple[tuple[Record, ...], ...] = ()
    edits: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    untouched: frozenset[tuple[Path, bytes]] = frozenset()
    erased: frozenset[str] = frozenset()


@dataclass
class Seat:
    """Somebody at the table: a group, and the session writer that their words go through."""

    evening: Evening
    group: Group
    session_writer: SessionWriter

    def does(self, make: Callable[..., Change | None], *args: Any) -> tuple[Record, ...]:
        """Make a change of what this one knows and have it saved; its versions."""
        self.group.session = self.session_writer.session
        made = self.group.does(make, *args)
        assert made
        self.evening.begins(made.versions)
        try:
            self.session_writer.append((made,))
        except OSError:
            try:
                self.session_writer.append((made,))  # as the saver does: the words are still there
            except OSError:
                self._flees(made)
        self.evening.saves(made.versions)
        return made.versions

    def says(self, *texts: str) -> str:
        """Take down notes; the first one's id."""
        return self.does(changes.add_notes, self.group.ids(), "A.2", texts)[0].id

    def types(self, text: str) -> None:
        """Leave half a sentence, which is not waited for."""
        self.session_writer.append(
            (), changes.draft(self.session_writer.session, self.group.stamp(), "A.2", "", text)
        )

    def undoes(self) -> None:
        """Take back this one's latest change, whoever has written since."""
        self.group.session = self.session_writer.session
        self.does(changes.take_back, changes_of(self.group)[-1])

    def tidies(self) -> None:
        """Bring the file up to date, and try again where the disk refused."""
        for _ in range(3):
            try:
                self.session_writer.tidy()
            except OSError:
                continue
            return

    def leaves(self) -> None:
        """Close, and if the disk refuses that, leave everything as it is."""
        try:
            self.session_writer.close()
        except OSError:
            self.session_writer.abandon()

    def _flees(self, made: Change) -> None:
        """Go on in the refuge."""
        away = self.evening.places(self.session_writer).refuge(self.session_writer)
        assert away
        self.session_writer.abandon()
        self.session_writer = away
        self.session_writer.append((made,))

    def goes_away(self) -> None:
        """Go on in the refuge, from a share that hangs: nothing is torn."""
        away = self.evening.places(self.session_writer).refuge(self.session_writer)
        assert away
        self.session_writer.abandon()
        self.session_writer = away

    def comes_home(self) -> None:
        """Go on in the discussion's own folder."""
        home = self.evening.places(self.session_writer).home(self.session_writer)
        home.put(self.session_writer.beyond(home.session))
        self.session_writer.abandon()
        self.session_writer = home


def changes_of(group: Group) -> list[str]:
    """The ids of the changes that a group has made and can take back, the latest last."""
    from diskussion_tui.domain.session.undo import undo_of

    return list(undo_of(group.session, group.writer).done)


@dataclass
class Evening:
    """A discussion that is being led on a recorded disk, with every promise and the step from which it holds."""

    fs: RecordingFs
    root: Path
    path: Path = field(init=False)
    log: list[tuple[int, str, Any]] = field(default_factory=list)
    seats: int = 0

    @property
    def home(self) -> Path:
        return self.root / "hem" / "sessions"

    @property
    def refuge(self) -> Path:
        return self.root / "reserv"

    def places(self, session_writer: SessionWriter) -> Locations:
        writer = session_writer.writer.partition("-")[0]
        return Locations(self.fs, self.path, writer, self.refuge)

    # ---- who is there --------------------------------------------------------------------------------------------

    def begin(self, writer: str = "anna") -> Seat:
        """A new discussion; where its making is refused it is tried again."""
        group = Group(writer)
        self.begins(every_version(group.session))
        for _ in range(3):
            try:
                session_writer = SessionWriter.create(self.fs, self.home, "Samtal", group.session, writer)
            except OSError:
                continue
            self.path = session_writer.path
            self.saves(every_version(group.session))
            return self._seated(group, session_writer)
        raise AssertionError("cannot begin")

    def sit(self, writer: str = "anna", path: Path | None = None) -> Seat:
        """Open what is on disk."""
        session_writer = SessionWriter.open(self.fs, path or self.path, writer, self.refuge)
        return self._seated(Group(session_writer.writer, session_writer.session), session_writer)

    def sit_down(self) -> Seat:
        """Open what is on disk; where that is refused it is tried again."""
        for _ in range(3):
            try:
                return self.sit()
            except OSError:
                continue
        raise AssertionError("cannot open")

    def _seated(self, group: Group, session_writer: SessionWriter) -> Seat:
        self.seats += 1
        last = f"{LATER[:-3]}{self.seats:03}"[: len(LATER)] if self.seats > 1 else ""
        seat = Seat(
            self,
            Group(session_writer.writer, session_writer.session, 1000 * self.seats, last=last),
            session_writer,
        )
        seat.group.clock.at = group.clock.at
        return seat

    def elsewhere(self, writer: str, *texts: str) -> tuple[bytes, tuple[Record, ...]]:
        """The file of somebody who took down notes of this discussion on another laptop, and what they said."""
        self.seats += 1
        group = Group(
            writer, read_session(self.path).session, 1000 * self.seats, last=f"{LATER[:-3]}{self.seats:03}"
        )
        made = group.saying(*texts)
        return codec.Encoder(writer).file(group.session), made.versions

    # ---- what others do to the disk, durably ---------------------------------------------------------------------

    def brings(self, name: str, data: bytes, versions: tuple[Record, ...], *, other: bool = False) -> Path:
        """A synchroniser, a USB stick: a file comes into the folder. With `other` nobody here may write to it."""
        self.begins(versions)
        path = self._puts(self.home / name, data)
        self.saves(versions)
        if other:
            self.log.append((self.now, "untouched", (path.relative_to(self.root), data)))
        return path

    def edits(self, path: Path, before: str, after: str) -> None:
        """Somebody changes the file in an editor."""
        data = path.read_bytes()
        assert before.encode() in data
        self.log.append((self.now, "edits", after))
        self._puts(path, data.replace(f'"{before}"'.encode(), f'"{after}"'.encode(), 1))
        self.shows(after)

    def tears(self, seat: Seat, *texts: str) -> None:
        """The program dies in the middle of writing notes into its journal."""
        made = seat.group.saying(*texts)
        self.begins(made.versions)
        (path,) = seat.session_writer._journal.paths
        seat.session_writer.abandon()
        handle = self.fs.open_journal(path)
        block = sealed(made.versions)
        self.fs.write(handle, block[: len(block) - 9])
        self.fs.close(handle)

    def time_passes(self) -> None:
        """The system gets round to writing what nobody waits for.

        Torn halves on a full disk are looked at in every state while the discussion moves away from them. Later on they
        would only multiply what else may be found.
        """
        for node in range(1, self.fs.nodes_made + 1):
            self.fs._settle(node, "durable")

    def _puts(self, path: Path, data: bytes) -> Path:
        fresh = path.with_suffix(".annan")
        handle = self.fs.open_new(fresh)
        self.fs.write(handle, data)
        RecordingFs._settle(self.fs, self.fs._open[handle], "durable")
        self.fs.close(handle)
        self.fs.replace(fresh, path)
        RecordingFs._promise(self.fs, path.parent)
        return path

    # ---- what was promised ---------------------------------------------------------------------------------------

    @property
    def now(self) -> int:
        return len(self.fs.steps)

    def begins(self, versions: tuple[Record, ...]) -> None:
        self.log.append((self.now, "begun", versions))

    def saves(self, versions: tuple[Record, ...]) -> None:
        self.log.append((self.now, "saved", versions))

    def shows(self, text: str) -> None:
        self.log.append((self.now, "shown", text))

    def erases(self, words: str) -> None:
        self.log.append((self.now, "erased", words))

    def promised(self, step: int) -> Promised:
        """What holds after a step."""
        now = [(kind, what) for when, kind, what in self.log if when <= step]
        return Promised(
            saved=frozenset(one for kind, what in now if kind == "saved" for one in what),
            begun=tuple(what for kind, what in now if kind == "begun"),
            edits=frozenset(what for kind, what in now if kind == "edits"),
            shown=frozenset(what for kind, what in now if kind == "shown"),
            untouched=frozenset(what for kind, what in now if kind == "untouched"),
            erased=frozenset(what for kind, what in now if kind == "erased"),
        )

    def disks(self, seen: set) -> Iterator[tuple[int, Promised, Mapping[Path, bytes]]]:
        """Every disk that may be found, each once, with what it must give back. `seen` are those looked at before."""
        for step, disk in self.fs.disks():
            promised = self.promised(step)
            for state in disk.states():
                key = hash((promised, frozenset(state.items())))
                if key not in seen:
                    seen.add(key)
                    yield step, promised, state


# ---- the eye -----------------------------------------------------------------------------------------------------


def losses(evening: Evening, spare: Path, seen: set | None = None) -> Iterator[str]:
    """What any of the disks that may be found has lost of what was promised, or cannot show."""
    seen = set() if seen is None else seen
    for step, promised, state in evening.disks(seen):
        root = spare / str(len(seen))
        for path, data in state.items():
            # What was in the making is another process's now.
            place = root / path.relative_to(evening.root)
            place = (
                place.with_name(f"{place.stem.rpartition('.')[0]}.1.ny") if place.suffix == ".ny" else place
            )
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        if lost := lost_in(root, promised):
            yield f"after step {step}: {lost}"
        shutil.rmtree(root, ignore_errors=True)


def lost_in(root: Path, promised: Promised) -> str:
    """What of `promised` a disk does not give back exactly once, or fails to keep when the evening goes on."""
    home, refuge = root / "hem" / "sessions", root / "reserv"
    files = session_files(home)
    if not files:
        return "the session file" if promised.saved else ""
    try:
        for path in (*files, *session_files(refuge)):
            tomllib.loads(path.read_text(encoding="utf-8"))
        said = _goes_on(files, refuge, promised)
    except (ValueError, UnreadableSessionError) as error:
        return f"the session file is not whole: {error}"
    if said:
        return said
    for path, data in promised.untouched:
        if (root / path).read_bytes() != data:
            return f"another writer's file: {path.name}"
    everything = b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())
    return next((f"kept: {words}" for words in promised.erased if words.encode() in everything), "")


def _goes_on(files: list[Path], refuge: Path, promised: Promised) -> str:
    """Open what is there, take down one more note, die, open it again, close; what was wrong on the way."""
    session_writer = SessionWriter.open(QuickFs(), files[0], "anna", refuge)
    if wrong := _wrong(session_writer.session, promised) or _not_alike(files, refuge, session_writer.session):
        session_writer.abandon()
        return wrong
    more = Group("anna", session_writer.session, start=900, last=LATER).saying("efteråt")
    session_writer.append((more,))
    session_writer.abandon()
    later = Promised(
        promised.saved | set(more.versions), (*promised.begun, more.versions), promised.edits, promised.shown
    )
    again = SessionWriter.open(QuickFs(), files[0], "anna", refuge)
    if wrong := _wrong(again.session, later) or str(list(again.found.faults) or ""):
        again.abandon()
        return f"going on: {wrong}"
    again.close()
    in_file = codec.read(again.path.read_bytes())
    if in_file.faults or _wrong(session_of(in_file.versions), later):
        return f"closing: {in_file.faults or _wrong(session_of(in_file.versions), later)}"
    left = [path.name for path in journals_of(again.path.parent / paths.LIVE, again.session.id)]
    return f"left behind: {left}" if any(".anna" in name for name in left) else ""


def _wrong(session: Session, promised: Promised) -> str:
    """What of the promises a session does not keep."""
    held = {one for one in every_version(session) if not isinstance(one, Draft)}
    purged = {one.id for one in held if isinstance(one, Purge)}
    begun = {one for change in promised.begun for one in change}
    lasting: set[Record] = {one for one in promised.saved if not isinstance(one, Draft)}
    lost = [one for one in lasting - held if not (isinstance(one, Note) and one.id in purged)]
    made_up = [one for one in held - begun if not _by_hand(one, promised.edits)]
    halves = [change for change in promised.begun if not _all_or_nothing(change, held, purged)]
    older = [
        found[-1] for found in session.versions.values() if found[-1].rev != max(one.rev for one in found)
    ]
    shown = Counter(texts_of(session))
    unseen = [text for text in promised.shown | _in_force(lasting, begun) if shown[text] != 1]
    found = {"lost": lost, "made up": made_up, "half": halves, "older shown": older, "not seen once": unseen}
    return "; ".join(f"{name}: {what}" for name, what in found.items() if what)


def _in_force(saved: set[Record], begun: set[Record]) -> set[str]:
    """The texts that must be seen: of the notes that nothing was under way with when the power was cut."""
    moving = {one.id for one in begun - saved}
    newest: dict[str, Note] = {}
    for one in saved:
        if isinstance(one, Note) and (one.id not in newest or newest[one.id].rev < one.rev):
            newest[one.id] = one
    rivals = Counter((one.id, one.rev) for one in saved if isinstance(one, Note))
    gone = {one.id for one in saved if isinstance(one, Purge)}
    return {
        one.text
        for one in newest.values()
        if one.id not in moving | gone and not one.gone and rivals[one.id, one.rev] == 1 and not _edited(one)
    }


def _edited(note: Note) -> bool:
    """Whether a note is one that the scenarios have somebody edit in the file, marked so in its text."""
    return note.text.startswith("handskrivet")


def _by_hand(record: Record, edits: frozenset[str]) -> bool:
    return record.writer == BY_HAND and isinstance(record, Note) and record.text in edits


def _all_or_nothing(change: tuple[Record, ...], held: set[Record], purged: set[str]) -> bool:
    lasting = [one for one in change if not isinstance(one, Draft) and one.id not in purged]
    return len({one in held for one in lasting}) < 2 or any(isinstance(one, Purge) for one in lasting)


def _not_alike(files: list[Path], refuge: Path, session: Session) -> str:
    """Which file gives another discussion when it is the one that is opened."""
    for path in files[1:]:
        if read_session(path, refuge).session.versions != session.versions:
            return f"another discussion through {path.name}"
    return ""


# ---- the scenarios -----------------------------------------------------------------------------------------------


def first_start(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("fax bort\npå riktigt")
    anna.session_writer.abandon()


def whole_evening(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("fax bort\npå riktigt")
    anna.types("halv men")
    anna.says("hemsjukvård", "köer", "remisser")
    anna.tidies()
    anna.types("halv mening")
    anna.says("[[notes]]\n# crc32 00000000")
    anna.leaves()


def undone_and_redone(evening: Evening) -> None:
    anna = evening.begin()
    note = anna.says("ett")
    anna.does(changes.revise, note, "ett till")
    anna.tidies()
    anna.undoes()
    anna.types("halv")
    anna.does(changes.withdraw, note)
    anna.does(merging.restore, note)
    anna.leaves()


def clock_set_back(evening: Evening) -> None:
    anna = evening.begin()
    note = anna.says("före")
    anna.group.clock.passes(hours=-3)
    anna.does(changes.revise, note, "efter")
    anna.says("sist")
    anna.leaves()


def edited_by_hand(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("handskrivet")
    anna.tidies()
    evening.edits(evening.path, "handskrivet", "aaa för hand")
    anna.says("köer")
    anna.tidies()
    anna.leaves()


def edited_by_hand_after_a_crash(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("handskrivet")
    anna.tidies()
    anna.session_writer.abandon()
    evening.edits(evening.path, "handskrivet", "aaa för hand")
    anna = evening.sit()
    anna.says("köer")
    anna.leaves()


def united_with_a_copy(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("fax")
    anna.tidies()
    data, said = evening.elsewhere("anna", "från kopian")
    evening.brings("Samtal_Ekerö_2026-05-12 (konflikt).toml", data, said)
    anna.says("köer")
    anna.leaves()
    anna = evening.sit()
    anna.says("remisser")
    anna.leaves()


def beside_another_writers(evening: Evening) -> None:
    bo = evening.begin("bo")
    bo.says("bos")
    bo.leaves()
    evening.log.append(
        (
            evening.now,
            "untouched",
            (bo.session_writer.path.relative_to(evening.root), bo.session_writer.path.read_bytes()),
        )
    )
    anna = evening.sit()
    anna.says("fax")
    anna.tidies()
    data, said = evening.elsewhere("cilla", "från Cilla")
    evening.brings("Samtal_Ekerö_2026-05-12.cilla.toml", data, said, other=True)
    anna.tidies()
    anna.says("köer")
    anna.leaves()


def two_programs(evening: Evening) -> None:
    one = evening.begin()
    two = evening.sit()
    one.says("ettans")
    two.says("tvåans")
    one.tidies()
    two.tidies()
    two.says("tvåans till")
    one.leaves()
    two.says("tvåans sista")
    two.leaves()


def two_laptops(evening: Evening) -> None:
    anna = evening.begin()
    note = anna.says("fax")
    anna.tidies()
    bo = evening.sit("bo")
    bo.does(changes.revise, note, "bos ord")
    bo.tidies()
    anna.session_writer.others()
    anna.says("köer")
    anna.does(changes.toggle_star, note)
    anna.undoes()
    evening.shows("bos ord")
    anna.leaves()
    bo.leaves()


def crashed_and_gone_on(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("fax")
    evening.tears(anna, "avbrutet", "mitt i")
    anna = evening.sit()
    anna.says("köer")
    anna.tidies()
    anna.says("remisser")
    anna.leaves()


def home_full(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("fax")
    anna.tidies()
    evening.fs.full = evening.home
    anna.says("köer")
    evening.time_passes()
    anna.says("remisser")
    anna.tidies()
    evening.fs.full = None
    anna.comes_home()
    anna.says("hemma igen")
    anna.leaves()


def home_full_and_dead(evening: Evening) -> None:
    """The program dies in the refuge; the next one brings it all home."""
    anna = evening.begin()
    anna.says("fax")
    anna.goes_away()
    anna.says("köer")
    anna.session_writer.abandon()
    anna = evening.sit()
    anna.says("hemma igen")
    anna.leaves()


def removed_for_good(evening: Evening) -> None:
    anna = evening.begin()
    anna.says("fax")
    note = anna.says("personnumret")
    evening.fs.failing_syncs = {evening.fs.syncs + 1}
    anna.says("köer")
    anna.session_writer.abandon()
    anna = evening.sit()
    anna.does(changes.revise, note, "personnumret rättat")
    anna.tidies()
    anna.does(changes.purge, note)
    anna.leaves()
    evening.erases("personnumret")


def removed_for_good_at_home_and_away(evening: Evening) -> None:
    """The words went into the refuge too before they were removed."""
    anna = evening.begin()
    anna.goes_away()
    note = anna.says("personnumret")
    anna.tidies()
    anna.session_writer.abandon()
    anna = evening.sit()
    anna.does(changes.purge, note)
    anna.leaves()
    evening.erases("personnumret")


def evening_in_two_sittings(evening: Evening) -> None:
    """Short, to be led again and again with another sync failing each time."""
    anna = evening.begin()
    anna.says("ett")
    anna.leaves()
    anna = evening.sit_down()
    anna.says("tre")
    anna.tidies()
    anna.leaves()


SCENARIOS: tuple[Callable[[Evening], None], ...] = (
    first_start,
    whole_evening,
    undone_and_redone,
    clock_set_back,
    edited_by_hand,
    edited_by_hand_after_a_crash,
    united_with_a_copy,
    beside_another_writers,
    two_programs,
    two_laptops,
    crashed_and_gone_on,
    home_full,
    home_full_and_dead,
    removed_for_good,
    removed_for_good_at_home_and_away,
)


def led(scenario: Callable[[Evening], None], root: Path, *, failing: frozenset[int] = frozenset()) -> Evening:
    """An evening as a scenario leads it, in `root`, which is on the disk from before."""
    root.mkdir()
    fs = RecordingFs()
    fs.failing_syncs = set(failing)
    evening = Evening(fs, root)
    root.joinpath("hem").mkdir()
    scenario(evening)
    return evening


def first_loss(scenario: Callable[[Evening], None], folder: Path) -> str:
    """What the first disk that loses something of a scenario has lost, empty where none does."""
    return next(losses(led(scenario, folder / "då"), folder / "efter"), "")
