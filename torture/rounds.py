"""One discussion through many rounds: start, type, kill, look at what the disk holds, and again.

Each round opens what the kill before has left, so journals pile up, half-typed lines come back, and a program that dies
over what another program left behind is seen to die.
"""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.terminal import Key, Terminal, ctrl
from diskussion_tui.domain.session.drafts import unsent
from diskussion_tui.domain.session.records import Draft
from diskussion_tui.domain.workbook.steps import step_named
from diskussion_tui.store.session.identity import identity
from torture import glass
from torture.companions import NoteLoop
from torture.desk import Desk
from torture.ledger import Disk, Ledger, read_disk
from torture.tally import Loss, Tally
from torture.troubles import Heal, Scene, mount_small, troubles, unmount
from torture.typist import Typist

_MOMENTS = {"starting": 12, "typing": 50, "idle": 8, "tidying": 18, "closing": 12}
_SHELL, _SECOND = 0.12, 0.1
"""How often notes come from the shell as well, and how often a second screen is open; half of the first have both."""
_TROUBLE, _TROUBLE_WHERE_SMALL = 0.2, 0.6
"""How often something goes wrong around the program."""
_START = 0.7
"""Seconds within which a kill still meets a starting program."""
_OPENS = 30.0
"""Seconds after which a program that has not opened is given up; machines may be busy."""


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every round. `kept` is where folders go that something was wrong with."""

    kept: Path
    sabotage: str = ""


class Discussion:
    """One discussion on a desk of its own, killed again and again."""

    def __init__(self, place: Path, seed: str, options: Options, *, small: bool = False) -> None:
        self.desk = Desk(place, options.sabotage)
        self.small = small and self._has_little_room()
        self._troubles = troubles(small=self.small, place=place)
        self._heals: list[Heal] = []
        self.ledger = Ledger()
        self.seed = seed
        self.rounds = 0
        self.sound = True
        self._options = options
        self._draft: Draft | None = None
        self._tally = Tally()
        self._done: list[str] = []
        self._dice = random.Random(seed)
        self._seed = seed
        os.environ.update(self.desk.env)  # the reading done here knows the desk's writer and folders

    def ends(self) -> None:
        """Take everything away."""
        if self.small:
            unmount(self.desk.sessions)
        shutil.rmtree(self.desk.place, ignore_errors=True)

    def goes_on(self) -> Tally:
        """Play one round and return what it came to."""
        self.rounds += 1
        self._seed = f"{self.seed}/{self.rounds}"
        self._dice = random.Random(self._seed)
        self._tally = Tally()
        known = len(self.ledger.acknowledged)
        try:
            self._plays()
        except AssertionError as error:
            self._notices("the program did not answer", str(error).splitlines())
        finally:
            while self._heals:
                self._heals.pop()()
        self._looks_at_the_disk()
        self._tally.counts["texts acknowledged"] += len(self.ledger.acknowledged) - known
        self._tally.counts["rounds"] += 1
        return self._tally

    def _has_little_room(self) -> bool:
        self.desk.sessions.mkdir()
        return mount_small(self.desk.sessions)

    # ---- a round ---------------------------------------------------------------------------------------------------

    def _plays(self) -> None:
        moment = self._dice.choices([*_MOMENTS], [*_MOMENTS.values()])[0]
        with ExitStack() as stack:
            terminal = stack.enter_context(self.desk.starts())
            typist = Typist(terminal, self.ledger, self._dice)
            self._done = typist.done
            if moment == "starting":
                typist.waits(self._dice.uniform(0, _START))
            else:
                self._opens(terminal, typist)
                others = self._joined_by(stack)
                with self._in_trouble(typist):
                    for _ in range(self._dice.randint(1, 12)):
                        self._dice.choice((typist, *others)).does_something()
                if others and self._dice.random() < 0.5:
                    self._kills(others[0], "second screen")
                self._comes_to(moment, typist)
                for other in others:
                    self._kills(other, "second screen")
            self._kills(typist, moment)

    def _joined_by(self, stack: ExitStack) -> list[Typist]:
        """Let second writers join now and then: notes from the shell, another screen."""
        luck = self._dice.random()
        if luck < _SHELL:
            loop = NoteLoop(self.desk, self.ledger, self._dice)
            loop.starts()
            stack.callback(self._counts_notes, loop)
        if not _SHELL / 2 < luck < _SHELL + _SECOND:
            return []
        other = Typist(stack.enter_context(self.desk.starts()), self.ledger, self._dice)
        self._opens(other.terminal, None)
        other.joins()
        self._tally.counts["rounds with a second screen"] += 1
        return [other]

    def _counts_notes(self, loop: NoteLoop) -> None:
        loop.stops()
        if self._tally.errors[".live removed"]:
            self.ledger.exempt |= set(loop.sent)  # the outsider may have taken them along
        self._tally.kills["note"] += loop.kills
        self._tally.counts += loop.counts

    @contextmanager
    def _in_trouble(self, typist: Typist) -> Iterator[None]:
        """Have something go wrong around the program while it is typed into, now and then for as long as it lives."""
        if self._dice.random() > (_TROUBLE_WHERE_SMALL if self.small else _TROUBLE):
            yield
            return
        for _ in range(self._dice.randint(0, 4)):
            typist.does_something()
        if self._dice.random() < 0.5:
            typist.waits(1.2)  # so that the readable file is there and has been written
        typist.waits(0.05)
        name = self._dice.choice([*self._troubles])
        self._tally.errors[name] += 1
        heal = self._troubles[name](Scene(self.desk, typist.terminal.pid, self.ledger, self._dice))
        self._heals.append(heal)
        yield
        if self._dice.random() < 0.6:
            self._heals.remove(heal)
            heal()
            self._recovers(typist, name)

    def _recovers(self, typist: Typist, name: str) -> None:
        """Check that everything is called saved again once the trouble is over."""
        try:
            typist.terminal.wait_until(typist.looks, "not saved although the trouble is over", _OPENS)
            self._tally.counts["errors recovered from"] += 1
        except AssertionError as error:
            self._loses(f"not saved again: {name}", tuple(str(error).splitlines()))

    def _opens(self, terminal: Terminal, typist: Typist | None) -> None:
        """Wait until the discussion is there, as it was left, with the half-typed line."""
        terminal.wait_until(
            lambda: glass.says_saved(terminal.screen()), "the discussion did not open", _OPENS
        )
        draft = self._draft
        if draft is None or typist is None:
            return
        typist.step = step_named(glass.steps(), draft.step)
        if draft.text or draft.note:
            self._tally.counts["half-typed lines expected"] += 1
            self._tally.counts["half-typed lines returned"] += self._gives_back(terminal, draft)
        typist.takes_up(draft.text, draft.note)

    def _gives_back(self, terminal: Terminal, draft: Draft) -> bool:
        """Say whether the screen stands where the draft does and shows the end of its line."""
        step = step_named(glass.steps(), draft.step)
        end = "".join((draft.edited or draft.text).split())[-10:]

        def shown() -> bool:
            rows = terminal.screen()
            line = "".join(glass.in_line(rows).split())
            hidden = step is None or step.question is None
            return (step is None or glass.stands_at(rows, step)) and (hidden or end in line)

        try:
            terminal.wait_until(shown, f"the half-typed line did not come back: {draft}", 5.0)
        except AssertionError as error:
            self._notices("a half-typed line did not come back", str(error).splitlines())
            return False
        return True

    def _comes_to(self, moment: str, typist: Typist) -> None:
        """Bring the program to the moment in which it is to die."""
        dice, terminal = self._dice, typist.terminal
        if dice.random() < 0.5:
            typist.half_types()
        match moment:
            case "typing":
                typist.waits(_soon(dice))
            case "idle":
                typist.waits(dice.uniform(0.3, 1.0))
            case "tidying" if dice.random() < 0.5:
                typist.waits(1.0 + dice.uniform(-0.05, 0.15))
            case "tidying":
                terminal.send(dice.choice((Key.PAGE_DOWN, Key.PAGE_UP)))
                typist.waits(_soon(dice))
            case _:
                terminal.send(dice.choice((ctrl("q"), ctrl("o"))))
                typist.waits(_soon(dice) * 2)

    def _kills(self, typist: Typist, moment: str) -> None:
        """Kill the program unless it has been killed, and take in what it had still painted."""
        if typist.ended:
            return
        typist.ended = True
        typist.terminal.kill()
        if typist.terminal.exit_code() == -9:
            self._tally.kills[moment] += 1
        else:
            self._tally.counts["ended before the kill"] += 1
        typist.looks()

    # ---- afterwards ------------------------------------------------------------------------------------------------

    def _looks_at_the_disk(self) -> None:
        disk = read_disk(self.desk.sessions)
        if disk.wrong:
            self._loses("a file is not whole", disk.wrong)
        if missing := self.ledger.missing(disk):
            self._loses("texts", tuple(missing))
        self._tally.counts["texts lost"] += len(missing)
        self._draft = _half_typed(disk) if disk.session else None

    def _loses(self, what: str, details: tuple[str, ...]) -> None:
        self.sound = False
        details = (*details, f"typed: {' '.join(self._done)}")
        around = f" ({'; '.join(self._tally.errors)})" if self._tally.errors else ""
        self._tally.losses.append(Loss(what + around, self._seed, self._keeps(), details))

    def _notices(self, what: str, details: list[str]) -> None:
        self.sound = False
        self._tally.notices.append(Loss(what, self._seed, self._keeps(), tuple(details)))

    def _keeps(self) -> str:
        """Copy the desk as it lies, for whoever looks into it."""
        kept = self._options.kept / self._seed.replace("/", "-")
        if not kept.exists():
            shutil.copytree(self.desk.place, kept, symlinks=True)
        return str(kept)


def _half_typed(disk: Disk) -> Draft | None:
    """Return the draft on the disk, without a line or an edit that had been sent before the program died."""
    session = disk.session
    draft = (session.draft(identity().writer) or session.latest_draft()) if session else None
    return unsent(session, draft) if session and draft else None


def _soon(dice: random.Random) -> float:
    """Return a delay in seconds: mostly a few thousandths, where saving happens, now and then longer."""
    return 10 ** dice.uniform(-4, -0.7)
