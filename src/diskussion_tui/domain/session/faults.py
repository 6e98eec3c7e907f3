"""What can be wrong with a discussion that somebody wants to see: values, without the file or the wire that they were found in.

They stand here, below every room, so that whoever reads discussions (the disk, later a room) says it in the same way, and
whoever shows them (a screen, a command) need not know who read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from diskussion_tui.domain.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a part of a file: a code that `texts` has a sentence for, the line, the facts, and its text."""

    code: str
    line: int = 0
    detail: str = ""
    text: str = ""


class UnreadableSessionError(Exception):
    """What was asked for holds no session that can be opened. `faults` say why; it is left as it is."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(f"{name}: {', '.join(fault.code for fault in faults)}")


class OtherWorkbookError(Exception):
    """A discussion that was led with another workbook than the one in use: its name, that workbook's id, and ours."""

    def __init__(self, name: str, its: str, ours: str) -> None:
        self.name, self.its, self.ours = name, its, ours
        super().__init__(f"{name}: led with {its}, not {ours}")


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
