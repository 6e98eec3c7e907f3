"""Rows as CSV: for Swedish Excel with its mark, semicolons and guarded cells; for machines with commas and nothing else; or with tabs.

A spreadsheet takes a cell that begins with one of some signs for a formula. For Excel such a cell is given an apostrophe, which a
person sees; for machines it is left as it is, since they read text as text.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.reports.document import Cell

Dialect = Literal["csv", "csv-excel", "tsv"]
_FORMULA = re.compile(r"'*(?:[\t\r]|\s*(?:[=+@＝＋－＠]|-(?! )))")
"""What is guarded already is guarded once more, so that it comes back as it was."""


def separated(head: Sequence[str], rows: Iterable[Sequence[Cell]], dialect: Dialect) -> str:
    """A table as text: UTF-8 with its mark where Excel is to read it, which tells it that å is å."""
    out = io.StringIO()
    for_excel = dialect == "csv-excel"
    writer = csv.writer(
        out,
        delimiter={"csv": ",", "csv-excel": ";", "tsv": "\t"}[dialect],
        lineterminator="\r\n" if for_excel else "\n",
        quoting=csv.QUOTE_ALL if for_excel else csv.QUOTE_MINIMAL,
    )
    writer.writerow(head)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row] if for_excel else row)
    return ("\ufeff" if for_excel else "") + out.getvalue()


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
