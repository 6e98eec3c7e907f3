"""On which line of a TOML text a key stands.

`tomllib` gives values without places, and a problem without a line sends people hunting. This reads only what is
needed for that: table headers, keys at the start of a line, and where a value that spans lines ends.
"""

from __future__ import annotations

import re
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*+(\[\[?)([^\]\[]++)\]\]?\s*+(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w-]+|\"[^\"]*\")\s*=\s*(.*)$")
_STRINGS = re.compile(r"\"[^\"\\]*(?:\\.[^\"\\]*)*(?:\"|$)|'[^']*(?:'|$)|#.*$")


def lines_of(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every table and key of a TOML text, by its path (`("sections", 0, "heading")`)."""
    places: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    closing, depth = "", 0
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if depth > 0:
            depth += _depth(line)
            continue
        if header := _HEADER.match(line):
            table = _entered(header[2], counts, array=header[1] == "[[")
            places.setdefault(table, number)
        elif key := _KEY.match(line):
            places.setdefault((*table, key[1].strip('"')), number)
            closing = _open_string(key[2])
            depth = 0 if closing else max(0, _depth(key[2]))
    return places


def line_of(places: dict[KeyPath, int], path: KeyPath) -> int:
    """The line of a path, or of the nearest thing around it that has one; 0 where none has."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, 0)


def written(path: KeyPath) -> str:
    """A path as people write it, items counted from 1: `sections[3].questions[2].asks`."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")


def _entered(name: str, counts: dict[KeyPath, int], *, array: bool) -> KeyPath:
    """The path of a table header, with the number of the array's item that it stands in."""
    path: KeyPath = ()
    words = [word.strip().strip('"') for word in name.split(".")]
    for place, word in enumerate(words):
        path = (*path, word)
        if array and place == len(words) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _depth(line: str) -> int:
    bare = _STRINGS.sub("", line)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def _open_string(value: str) -> str:
    """The quotes that a value opens and does not close on its line, empty where it closes them."""
    for quotes in ('"""', "'''"):
        if value.startswith(quotes) and quotes not in value[3:]:
            return quotes
    return ""
