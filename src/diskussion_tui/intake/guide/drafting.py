"""From the file of a guide to the text of a draft: read beside us, told apart, drafted, and written with what is to be decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diskussion_tui.base.text import one_line
from diskussion_tui.base.value import dataclass
from diskussion_tui.content.reader import read_text
from diskussion_tui.content.source import start_file
from diskussion_tui.content.writing import commented, explained, written
from diskussion_tui.intake.guide.draft import draft_of
from diskussion_tui.intake.guide.reading import read_guide
from diskussion_tui.intake.guide.structure import guide_of
from diskussion_tui.intake.taking import data_of
from diskussion_tui.intake.verdict import Outcome
from diskussion_tui.intake.workers import PATIENCE, workers
from diskussion_tui.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from diskussion_tui.content.lines import KeyPath
    from diskussion_tui.intake.guide.draft import Draft
    from diskussion_tui.intake.guide.pieces import Pieces
    from diskussion_tui.texts.catalogue.workbook import WorkbookWords

_SPEAKS = {
    "sv": re.compile(r"\b(?:och|att|det|som|för|inte|vi|är|vad)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:and|the|that|of|for|not|we|is|what)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text of a draft, and how many things are left to decide in it."""

    text: str
    decisions: int


def drafted(source: Path, workbook_id: str) -> Drafted | Outcome:
    """The draft that a file makes, in the language that the guide is in; or why there is none. Raises `OSError`."""
    outcome = _read(source)
    if outcome.pieces is None:
        return outcome
    return draft_text(outcome.pieces, source.name, workbook_id)


def draft_text(read: Pieces, name: str, workbook_id: str) -> Drafted:
    """The draft of some pieces that were read from a file of this name; no text where there are none."""
    if not read.pieces:
        return Drafted("", 0)
    language = _language(one.text for one in read.pieces)
    said = words(language).workbook
    text = start_file(language).read_text(encoding="utf-8")
    start = read_text(text, "", words(language)).workbook
    if start is None:
        raise ValueError(language)
    draft = draft_of(guide_of(read.pieces), start, workbook_id, said.deciding)
    above = {path: [*sentences] for path, sentences in explained(text).items()}
    for path, sentences in _decisions(draft, read, said).items():
        above.setdefault(path, []).extend(f"{said.mark}: {one}" for one in sentences)
    behind = [
        row for title, rows in _left(draft, read, said) for row in _listed(f"{said.mark}: {title}", rows)
    ]
    body = "\n".join([written(draft.workbook, above), *behind])
    number = body.count(f"# {said.mark}:")
    head = commented(said.drafted_from.format(file=one_line(name), n=number))
    return Drafted("\n".join([*head, "", body]).rstrip("\n") + "\n", number)


def _read(source: Path) -> Outcome:
    data = data_of(source)
    if isinstance(data, Outcome):
        return data
    with workers(read_guide, 1, PATIENCE) as at_work:
        (outcome,) = at_work.read([lambda: (source.name, data)])
    return outcome


def _decisions(draft: Draft, read: Pieces, said: WorkbookWords) -> dict[KeyPath, list[str]]:
    found = {path: [*sentences] for path, sentences in draft.decide.items()}
    found.setdefault(("subtitle",), []).append(said.deciding.provenance)
    if read.mended:
        found.setdefault(("schema_version",), []).append(
            said.deciding.mended.format(words=", ".join(read.mended))
        )
    return found


def _left(draft: Draft, read: Pieces, said: WorkbookWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is told behind the workbook: lines that were left out, and lines without a place."""
    if read.left_out:
        yield said.deciding.left_out, read.left_out
    if draft.unplaced:
        yield said.deciding.unplaced, draft.unplaced


def _listed(title: str, rows: Iterable[str]) -> Iterator[str]:
    yield from ("", *commented(title))
    for row in rows:
        yield from (f"#   {line.removeprefix('# ')}" for line in commented(row))


def _language(texts: Iterable[str]) -> str:
    """The language that most of the small words are of."""
    text = " ".join(texts)
    return max(_SPEAKS, key=lambda language: len(_SPEAKS[language].findall(text)))
