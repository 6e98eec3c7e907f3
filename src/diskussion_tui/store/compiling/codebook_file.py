"""`kodbok.toml`: a code book that a person can read and write, which a compilation begins with.

It is plain TOML with a block a theme. Its themes are what everything later builds on: what coders do to them stands in their own
files and counts before it, whoever writes it down first. So the file may be edited by hand, and copied to another compilation.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import tomli_w

from diskussion_tui.base import toml
from diskussion_tui.base.text import clean_line, clean_note, excerpt
from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.analysis.codebook import TONES, Theme, words_from
from diskussion_tui.domain.session.faults import Fault
from diskussion_tui.domain.session.records import BY_HAND
from diskussion_tui.store.compiling.decisions import FORMAT
from diskussion_tui.store.files.atomic import write_free
from diskussion_tui.store.files.ground import read_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

FILE = "kodbok.toml"
MOST = 10_000_000
"""No code book has more bytes: two thousand themes with all their words have three million."""
_BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_KEYS = {"id", "name", "when", "unless", "words", "stops", "parent", "tone"}


@dataclass(frozen=True, slots=True)
class BookRead:
    """What a code book's file held, `workbook` being the one that it is written for, if any."""

    themes: tuple[Theme, ...]
    workbook: str = ""
    faults: tuple[Fault, ...] = ()


def read_book(path: Path) -> BookRead:
    """What a code book's file holds. Raises `OSError`."""
    return book_in(read_whole(path, most=MOST))


def book_in(data: bytes) -> BookRead:
    """What the bytes of a code book hold. Never raises: what cannot be taken in is a fault."""
    try:
        found = toml.parsed(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return BookRead((), faults=(Fault("not_utf8"),))
    except ValueError as error:
        return BookRead((), faults=(Fault("damaged_block", 0, excerpt(str(error))),))
    items, workbook = found.get("themes"), found.get("workbook")
    faults: list[Fault] = []
    themes: dict[str, Theme] = {}
    for item in items if isinstance(items, list) else []:
        theme = _theme(item, faults)
        if theme and theme.id not in themes:
            themes[theme.id] = theme
    return BookRead(tuple(themes.values()), workbook if isinstance(workbook, str) else "", tuple(faults))


def _theme(item: Any, faults: list[Fault]) -> Theme | None:  # noqa: ANN401 - whatever TOML holds
    name = clean_line(item["name"]) if isinstance(item, dict) and isinstance(item.get("name"), str) else ""
    if not name:
        faults.append(Fault("bad_record", 0, "themes: name"))
        return None
    faults += [Fault("unknown_key", 0, f"themes: {excerpt(str(key))}") for key in item if key not in _KEYS]

    def text(key: str) -> str:
        value = item.get(key, "")
        return clean_note(value) if isinstance(value, str) else ""

    def words(key: str) -> tuple[str, ...]:
        return words_from(item.get(key, ()))

    tone = text("tone")
    return Theme(
        id=clean_line(text("id")) or name,
        rev=0,
        change=BY_HAND,
        writer=BY_HAND,
        at=_BEGINNING,
        name=name,
        when=text("when"),
        unless=text("unless"),
        words=words("words"),
        stops=words("stops"),
        parent=clean_line(text("parent")),
        tone=tone if tone in TONES else "",
    )


def book_bytes(themes: Iterable[Theme], workbook: str = "") -> bytes:
    """A code book's file."""
    top = {"schema_version": FORMAT} | ({"workbook": workbook} if workbook else {})
    parts = [tomli_w.dumps(top)]
    for one in themes:
        said = {"id": one.id, "name": one.name, "when": one.when, "unless": one.unless}
        more = {"words": list(one.words), "stops": list(one.stops), "parent": one.parent, "tone": one.tone}
        values = {key: value for key, value in {**said, **more}.items() if value}
        parts.append("[[themes]]\n" + tomli_w.dumps(values, multiline_strings=True))
    return "\n".join(parts).encode()


def begin_book(fs: Fs, folder: Path, themes: Iterable[Theme], workbook: str = "") -> bool:
    """Write the code book that a compilation begins with, unless it has one. Whether it did. Raises `OSError`."""
    try:
        write_free(fs, [folder / FILE], book_bytes(themes, workbook), folder)
    except FileExistsError:
        return False
    return True
