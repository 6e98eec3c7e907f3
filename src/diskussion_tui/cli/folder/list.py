"""`diskussion list`: the past discussions, one a row, newest first.

Reads the heads of the files only and imports neither Textual nor pydantic. A file that is wrong stands in the list with
what is wrong with it: a list that passed it over would look complete.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import library_of
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.kit.setting import folder_of, seen
from diskussion_tui.reports.cells import cells

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.store.library.heads import Entry
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """`--json`."""
    parser.option("--json", help_text=parser.words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the list."""
    folder = folder_of(arguments)
    library = library_of(arguments)
    library.settle()
    entries = library.entries
    if arguments.json:
        output.put_json([_values(entry) for entry in entries])
        return DONE
    for row in rows(entries, seen(arguments).signs, texts, library.places.name_of):
        output.put_row(row)
    if not entries:
        output.say(texts.cli.no_sessions.format(folder=folder))
    return DONE


def rows(
    entries: Sequence[Entry],
    signs: Mapping[str, str],
    texts: Texts,
    folder: Callable[[Path], str] = lambda _path: "",
) -> list[str]:
    """The rows of the list, each column as wide as its widest cell; a fault takes the place of the counts.

    `folder` says in which one a file lies, where there are several.
    """
    counted = [None if entry.fault else _counts(entry, signs, texts) for entry in entries]
    widths = [max(map(cells, column)) for column in zip(*filter(None, counted), strict=True)]
    name = max((cells(entry.name) for entry in entries), default=0)
    lies = [folder(entry.path) for entry in entries]
    wide = max(map(cells, lies), default=0)
    return [
        "  ".join(
            [
                str(entry.date or "-").ljust(len("2026-05-12")),
                _padded(entry.name, name),
                *([_padded(there, wide)] if wide else []),
                *(map(_padded, counts, widths) if counts else [texts.faults.of(entry.fault)]),
            ]
        ).rstrip()
        for entry, counts, there in zip(entries, counted, lies, strict=True)
    ]


def _counts(entry: Entry, signs: Mapping[str, str], texts: Texts) -> tuple[str, ...]:
    place = {kind: number for number, kind in enumerate(signs)}
    kinds = [
        _kind(clean_line(kind), count, signs)
        for kind, count in sorted(entry.kinds.items(), key=lambda item: place.get(item[0], len(place)))
    ]
    state = texts.terms.final if entry.state == "fastställd" else texts.terms.draft
    counted = (" ".join(entry.parts), " ".join(kinds), texts.terms.notes(entry.notes), state)
    unit = "" if folded(entry.unit) in folded(entry.name) else entry.unit  # not twice on a row
    return (*counted, unit, entry.registry_number)


def _kind(kind: str, count: int, signs: Mapping[str, str]) -> str:
    return f"{signs[kind]}{count}" if kind in signs else f"{kind}:{count}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _values(entry: Entry) -> dict[str, object]:
    return {field.name: getattr(entry, field.name) for field in fields(entry)}
