"""What opening a session brings up besides the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import NotOpenedError

if TYPE_CHECKING:
    from diskussion_tui.domain.session.faults import Fault
    from diskussion_tui.store.session.replicas import Held
    from diskussion_tui.texts.catalogue import Texts


class NewerFormatError(NotOpenedError):
    """A file of a later format version: it can be read as far as we know it, and must not be written."""

    code = "newer"

    def __init__(self, held: Held) -> None:
        self.held = held
        super().__init__(f"format version {held.newer}")

    def sentence(self, words: Texts) -> str:
        """That it can only be read."""
        return words.walk.read_only_newer

    def in_shell(self, words: Texts, file: str) -> str:
        """The same of the file."""
        return words.cli.newer.format(file=file)


@dataclass(frozen=True, slots=True)
class Found:
    """What opening a session found besides the session.

    `faults` are parts of its files that could not be read, `recovered` counts notes that only a journal held,
    `from_files` those that only other files of the same session held. `removes` are the names of files that have removed notes for good which
    nobody here has agreed to, and how many each.
    """

    faults: tuple[Fault, ...] = ()
    recovered: int = 0
    from_files: int = 0
    removes: tuple[tuple[str, int], ...] = ()
