"""What people have written behind `#` in a session file, so that it still stands there when the file is written anew.

A comment is of the file and not of the discussion: no version holds it, and it goes to no other file. It belongs to the block
that it stands right before or within, and is written before that block's header; one of the file's beginning comes under the
first lines. Where a block is gone its comment goes to the beginning too, but not that of a note that was removed for good:
it may say what was to go.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base import toml
from diskussion_tui.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

Place: TypeAlias = tuple[str, str]
"""A block's table and id, both empty for the beginning of the file; a record's earlier versions stand for the record."""
Comments: TypeAlias = "Mapping[Place, tuple[str, ...]]"

BEGINNING: Place = ("", "")

_HEADER = re.compile(r"^\[+[ \t]*([\w-]+)", re.MULTILINE)
_ID = re.compile(r"^[ \t]*id[ \t]*=[ \t]*[\"']([^\"'\n]*)[\"']", re.MULTILINE)
_OF = re.compile(r"^[ \t]*of[ \t]*=[ \t]*[\"']([^\"'\n]*)[\"']", re.MULTILINE)


def comments_in(data: bytes) -> Comments:
    """The comments in a session file, each with its `#`, by the block that they belong to. Damage ends where it begins."""
    if b"#" not in data:
        return {}
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    blocks = _Blocks(text)
    found: dict[Place, list[str]] = {}
    begins, ahead = -1, 0  # where the lines of comments right before a block begin, and which block
    for at, comment in reversed(list(toml.comments(text))):
        line, end = text.rfind("\n", 0, at) + 1, at + len(comment) + 1
        if text[line:at].strip(" \t"):  # behind a value
            ahead = blocks.at(at)
        elif blocks.begins(end):
            begins, ahead = line, blocks.at(end)
        elif end == begins:
            begins = line
        else:
            ahead = blocks.at(at)
        found.setdefault(blocks.place(ahead), []).append(one_line(comment).rstrip())
    return {place: tuple(reversed(comments)) for place, comments in found.items()}


def written(comments: tuple[str, ...]) -> str:
    """Comments as lines of their own."""
    return "".join(f"{comment}\n" for comment in comments)


class _Blocks:
    """Where the blocks of a text begin, and which they are. Their numbers count from 1; 0 is what stands before them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._headers = list(_HEADER.finditer(text))
        self._starts = [header.start() for header in self._headers]
        self._places: dict[int, Place] = {0: BEGINNING}

    def at(self, where: int) -> int:
        """The number of the block in which a character stands."""
        return bisect_right(self._starts, where)

    def begins(self, where: int) -> bool:
        """Whether a block begins at a character."""
        number = self.at(where)
        return number > 0 and self._starts[number - 1] == where

    def place(self, number: int) -> Place:
        """Which block that is."""
        if number not in self._places:
            start = self._starts[number - 1]
            end = self._starts[number] if number < len(self._starts) else len(self._text)
            table = self._headers[number - 1][1]
            named, of = _ID.search(self._text, start, end), _OF.search(self._text, start, end)
            if table == "history" and of:
                table = of[1]
            self._places[number] = (table, "" if table in {"session", "overview"} or not named else named[1])
        return self._places[number]
