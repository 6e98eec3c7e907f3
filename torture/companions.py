"""Second writers: `diskussion note` in a loop beside the screen. What it prints is as good as what a screen calls saved."""

import random
import threading
from collections import Counter

from torture.desk import Desk
from torture.ledger import Ledger, Sent
from torture.sayings import sentence, token

_QUESTION = "E.A"
_PATIENCE = 60.0
_LONGEST = 0.6
"""Seconds within which a note that is killed dies; about as long as taking it down needs."""


class NoteLoop:
    """Takes down one note after the other from the shell until stopped. About every third is killed."""

    def __init__(self, desk: Desk, ledger: Ledger, dice: random.Random) -> None:
        self.counts: Counter[str] = Counter()
        self.kills = 0
        self._desk = desk
        self._ledger = ledger
        self._dice = random.Random(dice.random())
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._runs)
        self.sent: dict[str, Sent] = {}
        self._printed: set[str] = set()

    def starts(self) -> None:
        """Begin."""
        self._thread.start()

    def stops(self) -> None:
        """Let the last note end, and tell the ledger what was promised."""
        self._stop.set()
        self._thread.join()
        self._ledger.sent |= self.sent
        self._ledger.acknowledged |= self._printed

    def _runs(self) -> None:
        while not self._stop.is_set():
            known = token(self._dice)
            self.sent[known] = Sent(known, f"{known} {sentence(self._dice)}")
            self._takes_down(self.sent[known])

    def _takes_down(self, sent: Sent) -> None:
        with self._desk.notes(_QUESTION, sent.text) as process:
            if self._dice.random() < 0.35:
                self._stop.wait(self._dice.uniform(0, _LONGEST))
                process.kill()
            out, _ = process.communicate(timeout=_PATIENCE)
        self.kills += process.returncode == -9
        self.counts["notes from the shell"] += 1
        if out.endswith("\n"):
            self._printed.add(sent.token)
            self.counts["notes from the shell, acknowledged"] += 1
