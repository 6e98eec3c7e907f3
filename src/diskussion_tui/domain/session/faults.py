"""What can be wrong with a discussion that somebody wants to see: values, without the file or the wire that they were found in.

They stand here, below every room, so that whoever reads discussions (the disk, later a room) says it in the same way, and
whoever shows them (a screen, a command) need not know who read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a part of a file: a code that `texts` has a sentence for, the line, the facts, and its text."""

    code: str
    line: int = 0
    detail: str = ""
    text: str = ""


MOST_TOLD = 20
"""So many faults of one file are told; whoever has more needs no longer list."""


def told_of(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The faults that are told where they are very many, and how many there are besides."""
    more = (Fault("more_faults", 0, str(len(faults) - MOST_TOLD)),) if len(faults) > MOST_TOLD else ()
    return (*faults[:MOST_TOLD], *more)


class NotOpenedError(Exception):
    """A discussion that cannot be opened; it is left as it is. Each kind says in words why, and `faults` what is wrong in it."""

    code: ClassVar[str]
    """What it is called where only a word is kept of it."""
    misused: ClassVar[bool] = False
    """Whether something else should have been asked for, and nothing is wrong with the discussion."""
    faults: tuple[Fault, ...] = ()

    def sentence(self, words: Texts) -> str:
        """Why, and what to do, for somebody at the screen."""
        raise NotImplementedError

    def in_shell(self, words: Texts, file: str) -> str:  # noqa: ARG002 - one signature for all of them
        """The same for somebody at the shell, where it was looked for in `file`."""
        return self.sentence(words)


class UnreadableSessionError(NotOpenedError):
    """What was asked for holds no session that can be opened. `faults` say why."""

    code = "unreadable"

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(f"{name}: {', '.join(fault.code for fault in faults)}")

    def sentence(self, words: Texts) -> str:
        """That it is as it was; the faults say what to do."""
        return words.home.cannot_open

    def in_shell(self, words: Texts, file: str) -> str:
        """The same, before the faults."""
        return words.cli.unreadable_session.format(file=file)


class OtherWorkbookError(NotOpenedError):
    """A discussion that was led with another workbook than the one in use: its name, that workbook's id, and ours."""

    code = "other_workbook"
    misused = True

    def __init__(self, name: str, its: str, ours: str) -> None:
        self.name, self.its, self.ours = name, its, ours
        super().__init__(f"{name}: led with {its}, not {ours}")

    def sentence(self, words: Texts) -> str:
        """Which workbook it needs."""
        return words.home.other_workbook.format(id=self.its)

    def in_shell(self, words: Texts, file: str) -> str:  # noqa: ARG002 - one signature for all of them
        """Which workbook it needs, and which is in use."""
        return words.cli.another_workbook.format(name=self.name, its=self.its, ours=self.ours)


class Led(Protocol):
    """What says with which workbook a discussion was led: its head, or its row in a list."""

    @property
    def name(self) -> str:
        """The discussion's name."""
        ...

    @property
    def workbook(self) -> str:
        """The workbook's id."""
        ...


def must_belong(head: Led, workbook: Workbook) -> None:
    """Raise `OtherWorkbookError` where a discussion was led with another workbook than `workbook`."""
    if head.workbook != workbook.id:
        raise OtherWorkbookError(head.name, head.workbook, workbook.id)
