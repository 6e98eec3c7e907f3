"""Rows as CSV: with commas for machines, for Swedish Excel with its mark, semicolons and guarded cells, or with tabs.

A spreadsheet takes a cell that begins with one of some signs for a formula. For Excel such a cell is given an apostrophe, which a
person sees; for machines it is left as it is, since they read text as text.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"\s*[=+@\-|%]|[\t\r]")
_BETWEEN = {"csv": ",", "csv_excel": ";", "tsv": "\t"}


def put_rows(head: Sequence[str], rows: Iterable[Sequence[str | int]], form: str) -> None:
    """Print rows under a head, in the form `csv`, `csv_excel` or `tsv`."""
    output.put(separated(head, rows, form).removesuffix("\n"))


def separated(head: Sequence[str], rows: Iterable[Sequence[str | int]], form: str) -> str:
    """The same as a text; for Excel with its mark, which tells it that å is å."""
    out, for_excel = io.StringIO(), form == "csv_excel"
    writer = csv.writer(
        out,
        delimiter=_BETWEEN[form],
        lineterminator="\r\n" if for_excel else "\n",
        quoting=csv.QUOTE_ALL if for_excel else csv.QUOTE_MINIMAL,
    )
    writer.writerow(head)
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row] if for_excel else row)
    return ("\ufeff" if for_excel else "") + out.getvalue()


def _guarded(cell: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
