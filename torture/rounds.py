"""One discussion through many rounds: start, type, kill, look at what the disk holds, and again.

Each round opens what the kill before has left, so journals pile up, half-typed lines come back, and a program that dies
over what another program left behind is seen to die.
"""

import os
import random
import shutil
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.terminal import Key, Terminal, ctrl
from diskussion_tui.domain.session import Draft
from diskussion_tui.domain.steps import step_named
from diskussion_tui.workshop.identity import writer_name
from torture import glass
from torture.desk import Desk
from torture.ledger import Disk, Ledger, read_disk
from torture.sayings import TOKEN
from torture.tally import Loss, Tally
from torture.typist import Typist

_MOMENTS = {"starting": 12, "typing": 50, "idle": 8, "tidying": 18, "closing": 12}
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

    def __init__(self, place: Path, seed: str, options: Options) -> None:
        self.desk = Desk(place, options.sabotage)
        self.ledger = Ledger()
        self.seed = seed
        self.rounds = 0
        self.sound = True
        self._options = options
        self._draft: Draft | None = None
        self._tally = Tally()
        self._dice = random.Random(seed)
        self._seed = seed
        os.environ.update(self.desk.env)  # the reading done here knows the desk's writer and folders

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
        self._looks_at_the_disk()
        self._tally.counts["texts acknowledged"] += len(self.ledger.acknowledged) - known
        self._tally.counts["rounds"] += 1
        return self._tally

    # ---- a round ---------------------------------------------------------------------------------------------------

    def _plays(self) -> None:
        moment = self._dice.choices([*_MOMENTS], [*_MOMENTS.values()])[0]
        with ExitStack() as stack:
            terminal = stack.enter_context(self.desk.starts())
            typist = Typist(terminal, self.ledger, self._dice)
            if moment == "starting":
                typist.waits(self._dice.uniform(0, _START))
            else:
                self._opens(terminal, typist)
                for _ in range(self._dice.randint(1, 12)):
                    typist.does_something()
                self._comes_to(moment, typist)
            self._kills(terminal, typist, moment)

    def _opens(self, terminal: Terminal, typist: Typist) -> None:
        """Wait until the discussion is there, as it was left, with the half-typed line."""
        terminal.wait_until(
            lambda: glass.says_saved(terminal.screen()), "the discussion did not open", _OPENS
        )
        draft = self._draft
        if draft is None:
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

    def _kills(self, terminal: Terminal, typist: Typist, moment: str) -> None:
        """Kill the program, and take in what it had still painted."""
        terminal.kill()
        if terminal.exit_code() == -9:
            self._tally.kills[moment] += 1
        else:
            self._tally.counts["ended before the kill"] += 1
        typist.looks()

    # ---- afterwards ------------------------------------------------------------------------------------------------

    def _looks_at_the_disk(self) -> None:
        disk = read_disk(self.desk.sessions, self.desk.spill)
        if disk.wrong:
            self._loses("a file is not whole", disk.wrong)
        if missing := self.ledger.missing(disk):
            self._loses("texts", tuple(missing))
        self._tally.counts["texts lost"] += len(missing)
        self._draft = _half_typed(disk) if disk.session else None

    def _loses(self, what: str, details: tuple[str, ...]) -> None:
        self.sound = False
        self._tally.losses.append(Loss(what, self._seed, self._keeps(), details))

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
    draft = (session.draft(writer_name()) or session.latest_draft()) if session else None
    if session is None or draft is None:
        return None
    if any(token in disk.records for token in TOKEN.findall(draft.text)):
        draft = replace(draft, text="")
    edited = session.note(draft.note)
    if edited and edited.change > draft.change:
        draft = replace(draft, note="", edited="")
    return draft


def _soon(dice: random.Random) -> float:
    """Return a delay in seconds: mostly a few thousandths, where saving happens, now and then longer."""
    return 10 ** dice.uniform(-4, -0.7)


def clock() -> float:
    """Return seconds for deadlines."""
    return time.monotonic()
