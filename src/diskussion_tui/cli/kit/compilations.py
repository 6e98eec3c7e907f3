"""The compilations of the folder in use, and what is said where one of them cannot be made, found or read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.refusal import WRONG, Refused
from diskussion_tui.cli.kit.setting import places_of, reading_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.compiling import Compilations


def compilations_in(arguments: Namespace, texts: Texts) -> Compilations:
    """Those of the folder in use, counted in the order of the workbook in use."""
    from diskussion_tui.workshop.clock import local_now
    from diskussion_tui.workshop.compiling import Compilations

    workbook = reading_of(arguments, texts).workbook
    kinds = tuple(one.id for one in workbook.kinds) if workbook else ()
    verdicts = tuple(one.id for one in workbook.verdicts) if workbook else ()
    return Compilations(places_of(arguments), local_now, (kinds, verdicts))


@contextmanager
def refusing(name: str, texts: Texts) -> Iterator[None]:
    """Have what goes wrong with a compilation said in words. Raises `Refused`."""
    from diskussion_tui.workshop import compiling

    said = texts.compiling
    try:
        yield
    except compiling.NoSuchCompilationError as error:
        known = said.there_are.format(names=", ".join(error.near)) if error.near else said.none_at_all
        raise Refused(said.none_such.format(name=name, known=known)) from None
    except compiling.UnnamedError:
        raise Refused(said.unnamed.format(name=name)) from None
    except compiling.NameTakenError as error:
        raise Refused(said.name_taken.format(other=clean_line(error.other))) from None
    except compiling.WrongQueryError as error:
        raise Refused(said.wrong_query.format(given=error.given)) from None
    except compiling.UnreadableCompilationError as error:
        rows = [f"  {said.fault(*fault)}" for fault in error.faults]
        told = said.unreadable.format(folder=error.path.parent, file=compiling.FILE)
        raise Refused(told, WRONG, rows) from None
