"""Files of earlier format versions, brought up to the present one as they are read.

One step a version, each from the plain tables of one version to those of the next; a kept file of every version is read
in the tests for ever. Nothing is written here: the file takes its new form when it is next brought up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Tables: TypeAlias = dict[str, Any]


def _from_1(tables: Tables) -> Tables:
    """Version 1 did not say whose file it was; whoever brings it up to date makes it theirs."""
    return {"written_by": "", **tables}


_STEPS: dict[int, Callable[[Tables], Tables]] = {1: _from_1}


def migrated(tables: Tables, version: int) -> Tables:
    """The tables of a file of an earlier version as the present one has them."""
    while step := _STEPS.get(version):
        tables = step(tables)
        version += 1
    return tables
