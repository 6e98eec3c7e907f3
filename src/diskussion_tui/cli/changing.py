"""Making one change to a discussion from the shell, which may be open on a screen at the same time.

Whatever the change is, it ends alike: it is on disk when the command ends with 0, and where it cannot be it is said why.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.cli import output
from diskussion_tui.cli.finding import must_belong
from diskussion_tui.cli.opening import readable
from diskussion_tui.cli.refusal import WRONG, Refused
from diskussion_tui.cli.setting import folder_of, refuge_for
from diskussion_tui.domain.changes import FinalError, TooLongError
from diskussion_tui.domain.text import MAX_NOTE
from diskussion_tui.store.paths import at_home

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from diskussion_tui.domain.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


@contextmanager
def opened(path: Path, workbook: Workbook, arguments: Namespace, texts: Texts) -> Iterator[Workshop]:
    """The discussion in a file, to be changed; saved and closed behind it. Raises `Refused` unless all is on disk."""
    from diskussion_tui.workshop import clock  # noqa: PLC0415 - after the arguments are known to be right
    from diskussion_tui.workshop.workshop import ReadOnlyError, Workshop  # noqa: PLC0415 - brings pydantic

    refuge, said = refuge_for(arguments), texts.cli
    must_belong(readable(path, texts, refuge).head, workbook, texts)
    there = at_home(path, folder_of(arguments), refuge)
    workshop = Workshop.open(there, workbook, now=clock.local_now, refuge=refuge)
    why = later = ""
    try:
        yield workshop
        why = workshop.flush()
    except FinalError:
        raise Refused(said.final.format(name=workshop.session.head.name), WRONG) from None
    except ReadOnlyError:
        reason = said.newer.format(file=workshop.path)
        if workshop.read_only != "newer":
            reason = said.not_saved.format(why=texts.reasons.of(workshop.read_only))
        raise Refused(reason, WRONG) from None
    except TooLongError as error:
        length, most = said.grouped(error.length), said.grouped(MAX_NOTE)
        raise Refused(said.too_long.format(length=length, most=most), WRONG) from None
    finally:
        later = workshop.close()
    if why and later:  # closing tries once more
        raise Refused(said.not_saved.format(why=texts.reasons.of(later)), WRONG)
    if later:
        output.say(said.untidy.format(file=workshop.path, why=texts.reasons.of(later)))
    if workshop.refuge:
        output.say(said.elsewhere.format(folder=workshop.refuge))
