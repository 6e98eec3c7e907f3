"""The one door to TOML: a text is looked over, in time that grows with its length only, before the parser sees it.

`tomllib` takes a time that grows with the square of a dotted key's parts, and calls itself for every bracket: 80 KB of
`a.a.a… = 1` held everything up, whichever file they stood in. What no file of ours comes near is refused here, for session
files, journals and workbooks alike, so that no door can forget it.

Strings are told from structure, so that no note is refused for its dots or brackets. Nearly every line is a key and a plain
value, and such lines are passed over by the regular expression engine alone; only what is left is looked at piece by piece.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES: Final = 50_000_000
"""A file with more bytes is not read. A discussion of 10,000 notes and 100,000 versions has 26 million, and takes 5 seconds."""
MAX_BLOCKS: Final = 300_000
"""Tables in a text: three times as many as that discussion has."""
MAX_DEPTH: Final = 16
"""Brackets within each other, and parts of a dotted key. Our own files have three."""

_PLAIN = re.compile(
    r"""(?>[ \t]*+
        (?: [A-Za-z0-9_-]{1,64}+ [ \t]*+ = [ \t]*+
            (?: "(?!"") (?:[^"\\\n]|\\[^\n])*+ " | '(?!'') [^'\n]*+ ' | [A-Za-z0-9_+:-]{1,64}+ (?:\ [0-9.:+-]++)?+ )
          | \[\[?+ [A-Za-z0-9_-]{1,64}+ \]\]?+
        )?+
        [ \t]*+ (?:\#[^\n]*+)?+ \r?+ \n
    )++""",
    re.VERBOSE,
)
"""Lines that hold a key and a plain value, a header, a comment or nothing."""
_UNCOMMENTED = re.compile(_PLAIN.pattern.replace(r"(?:\#[^\n]*+)?+", ""), re.VERBOSE)
"""Such lines, but for those with a comment."""
_PIECE = re.compile(
    r"""\"{3} (?:[^"\\]|\\.|"(?!""))*+ "{3,5}+
      | '{3} (?:[^']|'(?!''))*+ '{3,5}+
      | "(?!"") (?:[^"\\\n]|\\[^\n])*+ "
      | '(?!'') [^'\n]*+ '
      | \#[^\n]*+
      | [\[\]{}=.\n]
      | [^\[\]{}=.\n"'\#]++
    """,
    re.VERBOSE | re.DOTALL,
)
"""A string, a comment, a sign that means something, or what lies between them. Where a string has no end nothing fits."""


class OverBudgetError(ValueError):
    """A text that is more than a file of ours can be. `code` is a fault's, `line` where it is too much, 0 where that is no line."""

    def __init__(self, code: str, line: int = 0) -> None:
        self.code, self.line = code, line
        super().__init__(code)


def parsed(text: str) -> dict[str, Any]:
    """What a TOML text holds. Raises `OverBudgetError`, and `ValueError` as `tomllib` does: a number may be too long for Python."""
    import tomllib

    check(text)
    return tomllib.loads(text)


def check(text: str) -> None:
    """Raise `OverBudgetError` where a text would cost the parser more than its length."""
    if text.count("\n[") >= MAX_BLOCKS:
        raise OverBudgetError("too_many")
    at = 0
    while at < len(text):
        plain = _PLAIN.match(text, at)
        at = plain.end() if plain else _end_of_statement(text, at)


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Every comment with where it begins and its `#`, up to where a string is left open."""
    at = 0
    while at < len(text):
        plain = _UNCOMMENTED.match(text, at)
        at = plain.end() if plain else at
        while found := _PIECE.match(text, at):
            if found[0].startswith("#"):
                yield at, found[0]
            at = found.end()
            if found[0] == "\n":
                break
        else:
            return


def _end_of_statement(text: str, at: int) -> int:
    """Where a statement ends that begins at `at`, be it on a later line; the text's end where a string is left open.

    There the parser gives up as well, so that what follows costs nothing.
    """
    depth = parts = 0
    while found := _PIECE.match(text, at):
        at, piece = found.end(), found[0]
        if piece in "[{":
            depth, parts = depth + 1, 0
        elif piece in "]}":
            depth, parts = depth - 1, 0
        elif piece == ".":
            parts += 1
        elif piece in "=\n" or "," in piece:
            parts = 0
        if depth > MAX_DEPTH or parts >= MAX_DEPTH:
            raise OverBudgetError("too_deep", text.count("\n", 0, at) + 1)
        if piece == "\n" and depth <= 0:
            return at
    return len(text)
