"""What PDFs say, each read by a process beside us: so that whoever removes words for good is told of those that still have them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.intake.verdict import Outcome
from diskussion_tui.intake.workers import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SAID = "said"


def read_words(_name: str, data: bytes) -> Outcome:
    """Every word of a PDF, among the facts; a verdict without them where not all can be read."""
    from diskussion_tui.intake.pdf import words_in

    said = words_in(data)
    return said if isinstance(said, Outcome) else Outcome("no_data", facts={_SAID: said})


@contextmanager
def pdfs_read() -> Iterator[Callable[[bytes], str | None]]:
    """What tells every word of a PDF, None where it cannot; nothing is started before the first is asked for."""
    with workers(read_words, 1) as at_work:

        def said(data: bytes) -> str | None:
            try:
                (outcome,) = at_work.read([lambda: ("", data)])
            except OSError:  # no process can be begun
                return None
            return outcome.facts.get(_SAID)

        yield said
