"""How each peer is started and brought to where letters go, with nobody's settings.

Editors are what fingers compare with; posting and harlequin are Textual programs of about our own size.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import fetch, ours
from benchmarks.measure import DidNotRun
from benchmarks.terminal import Terminal


@dataclass(frozen=True)
class Peer:
    """A program that is not ours. `marker` stands on its first screen; `enter` brings it to `entered`."""

    program: str
    marker: str
    options: tuple[str, ...] = ()
    enter: str = ""
    entered: str = ""

    def command(self) -> list[str | Path]:
        """Return the command that starts it, or say that it is not there."""
        found = fetch.find(self.program)
        if found is None:
            raise DidNotRun(f"{self.program} is not there, and could not be brought")
        return [found, *self.options]

    def make_ready(self, terminal: Terminal) -> None:
        """Bring the started program to where keys are measured."""
        terminal.wait_for(self.marker, timeout=20)
        terminal.idle()
        if self.enter:
            terminal.send(self.enter)
            terminal.wait_for(self.entered)


_VIM = ("-u", "NONE", "-i", "NONE", "-N", "-n")

VIM_INSERT = Peer("vim", "~", _VIM, "i", "INSERT")
VIM_LINES = Peer("vim", "line 1", (*_VIM, "lines.txt"))
NANO = Peer("nano", "GNU nano", ("--ignorercfiles",))
MICRO = Peer("micro", "No name", ("-config-dir", "micro"))
POSTING = Peer("posting", "Send")
HARLEQUIN = Peer("harlequin", "Run Query", ("--no-download-tzdata",))


def environment(scratch: Path) -> Mapping[str, str]:
    """Return the environment of peers, and lay out the files that they are started on."""
    (scratch / "micro").mkdir(exist_ok=True)
    (scratch / "lines.txt").write_text("".join(f"line {number}\n" for number in range(1, 1001)))
    return ours.environment(scratch)
