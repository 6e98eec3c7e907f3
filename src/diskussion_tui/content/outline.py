"""An outline of a workbook file: its language, title and kinds, for what must be quick.

A list of discussions and home's first frame need no more, and may not wait for pydantic. The outline judges nothing: of a
file that is wrong it gives what it can, and `reader.read_workbook` is the one that says what is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from diskussion_tui.base import toml
from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.workbook.outline import KindOutline, Outline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MAX_BYTES = 2_000_000
_FURTHER_KINDS = re.compile(r"^[ \t]*\[+[ \t]*[\"']?kinds", re.MULTILINE)
"""However else the header of a kind may be written."""


def outline(path: Path) -> Outline:
    """What a workbook file shows at a glance. Never raises."""
    try:
        if not path.is_file():  # opening a pipe would wait for whoever writes to it
            return Outline()
        with path.open("rb") as file:
            found = _head(file.read(_MAX_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError):
        return Outline()
    kinds = found.get("kinds")
    seen = [_kind(kind) for kind in (kinds if isinstance(kinds, list) else []) if isinstance(kind, dict)]
    language = found.get("language")
    return Outline(
        language if isinstance(language, str) else "",
        clean_line(_word(found.get("title"))),
        tuple(kind for kind in seen if kind.sign),
    )


def _head(text: str) -> Mapping[str, Any]:
    """A workbook up to the table after its kinds, the whole of it where that is not how it is written.

    Most of the file is sections, and parsing them took longer than everything else before the screens are imported.
    """
    last = text.rfind("\n[[kinds]]")
    end = text.find("\n[", last + 1)
    if last < 0 or end < 0 or _FURTHER_KINDS.search(text, end):
        return toml.parsed(text)
    try:
        return toml.parsed(text[: end + 1])
    except ValueError:  # what looked like a table may stand within a text
        return toml.parsed(text)


def _kind(kind: Mapping[str, Any]) -> KindOutline:
    role = _word(kind.get("role"))
    known = role if role in {"warm", "cool", "fresh", "bright"} else "text"
    return KindOutline(_word(kind.get("id")), clean_line(_word(kind.get("sign"))), known)


def _word(value: object) -> str:
    """A text, empty where something else stands: a number may be too long for Python to print."""
    return value if isinstance(value, str) else ""
