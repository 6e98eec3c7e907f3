"""The key sheet, `docs/tangenter.md`: every command with its key and reason, in Swedish and then in English.

Made from the commands and the words that the program itself uses, so that it cannot say anything else than footer and F1
do. `python -m tools.keysheet` writes it; with `--check` nothing is written, and the exit code is 1 where it is stale.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook
from diskussion_tui.texts import words
from diskussion_tui.tui.commands import commands, with_keys
from diskussion_tui.tui.declaring import Place, key_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.declaring import Command

SHEET = Path(__file__).resolve().parents[1] / "docs" / "tangenter.md"
PLACES: tuple[Place, ...] = get_args(Place)


@dataclass(frozen=True, slots=True)
class Said:
    """The sheet's own words in one language."""

    title: str
    lead: str
    head: tuple[str, str, str]
    or_word: str
    kinds: str
    kinds_lead: str
    kinds_head: tuple[str, str]


SAID = {
    "sv": Said(
        "Tangenter",
        "I programmet visar `F1` samma lista. Sidan skrivs av `python -m tools.keysheet`; ändra den inte för hand.",
        ("tangent", "kommando", "vad den gör"),
        "eller",
        "Kategoriernas tangenter",
        "De hör till arbetshäftet och gäller i en tom skrivrad och bland anteckningarna.",
        ("tangent", "kategori"),
    ),
    "en": Said(
        "Keys",
        "In English. The program itself shows the same list on `F1`.",
        ("key", "command", "what it does"),
        "or",
        "Keys of the kinds",
        "They belong to the workbook, here the one that ships, and work in an empty line and among the notes.",
        ("key", "kind"),
    ),
}


class FaultyWorkbookError(Exception):
    """The default workbook cannot be read, so its kinds' keys are not known. Its text is a row for each problem."""


def sheet() -> str:
    """The whole page, Swedish first. Raises `FaultyWorkbookError`."""
    reading = read_workbook(default_workbook(), words("sv"))
    if reading.workbook is None:
        raise FaultyWorkbookError("\n".join(problem.row() for problem in reading.problems))
    return "\n".join(
        [
            *_part(with_keys(words("sv")), reading.workbook),
            "",
            *_part(with_keys(words("en")), reading.workbook),
            "",
        ]
    )


def main(arguments: Sequence[str]) -> int:
    """Write the sheet, or with `--check` only compare it; the exit code."""
    fresh = sheet()
    if "--check" not in arguments:
        SHEET.write_text(fresh, encoding="utf-8")
        return 0
    if SHEET.is_file() and SHEET.read_text(encoding="utf-8") == fresh:
        return 0
    sys.stderr.write(f"{SHEET.name} is stale: run python -m tools.keysheet\n")
    return 1


def _part(texts: Texts, workbook: Workbook) -> Iterable[str]:
    """The sheet in one language."""
    said = SAID[texts.language]
    yield from ("# " + said.title if texts.language == "sv" else "## " + said.title, "", said.lead)
    level = "##" if texts.language == "sv" else "###"
    for place in PLACES:
        yield from ("", f"{level} {dict(texts.walk.places)[place]}", "")
        yield from _table(said.head, (_row(command, place, texts) for command in commands(place)))
    yield from ("", f"{level} {said.kinds}", "", said.kinds_lead, "")
    kinds = ((f"`{kind.key}`", f"{kind.sign} {kind.label}") for kind in workbook.kinds)
    yield from _table(said.kinds_head, kinds)


def _row(command: Command, place: Place, texts: Texts) -> tuple[str, ...]:
    """A command's keys, title and reason."""
    said = command.words(texts)
    keys = (f"`{_capital(key_name(key, texts))}`" for key in command.keys_in(place))
    return f" {SAID[texts.language].or_word} ".join(keys), said.title, said.reason


def _capital(key: str) -> str:
    """A key's name with a capital to each part: keys that have no name on the screen come as Textual calls them."""
    return "+".join(part if len(part) == 1 else part[:1].upper() + part[1:] for part in key.split("+"))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
