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
MAX_VALUES: Final = 3_000_000
"""Keys, items of lists and parts of dotted keys in a text. Our own files have at most one every 17 bytes, and so no more in the longest."""
MAX_DEPTH: Final = 16
"""Brackets within each other, and parts of a dotted key. Our own files have three."""

_LINES = r"""(?:
    [ \t]{0,64}
    (?: [A-Za-z0-9_-]{1,64} [ \t]{0,64} = [ \t]{0,64}
        (?: "(?!"") [^"\\\n]* " | '(?!'') [^'\n]* ' | [A-Za-z0-9_+:-]{1,64} (?:\ [0-9.:+-]{1,64})? )
      | \[\[? [A-Za-z0-9_-]{1,64} \]\]?
    )?
    [ \t]{0,64} COMMENT \r? \n
){1,500}"""
"""Lines that hold a key and a plain value, a header, a comment or nothing: so many of them at a time.

Bounded, rather than possessive: Python before 3.11.5 matches possessive groups wrongly (gh-106052).
"""
_PLAIN = re.compile(_LINES.replace("COMMENT", r"(?:\#[^\n]*)?"), re.VERBOSE)
_UNCOMMENTED = re.compile(_LINES.replace("COMMENT", ""), re.VERBOSE)
_PIECE = re.compile(r"""\"{3}|'{3}|["']|\#[^\n]*|[\[\]{}=.\n]|[^\[\]{}=.\n"'\#]+""")
"""What begins a string, a comment, a sign that means something, or what lies between them."""
_ENDS = {
    '"': re.compile(r"\\.|[\"\n]", re.DOTALL),
    '"""': re.compile(r'\\.|"{3,5}', re.DOTALL),
    "'": re.compile(r"['\n]"),
    "'''": re.compile(r"'{3,5}"),
}
"""Where a string may end, by what it begins with."""


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


def check(text: str) -> int:
    """How many values a text holds at most, up to where a string is left open. Raise `OverBudgetError` where a text would cost the parser more than its length, or keep it busy for longer than anybody waits."""
    if text.count("\n[") >= MAX_BLOCKS:
        raise OverBudgetError("too_many")
    at = values = 0
    while at < len(text):
        if plain := _PLAIN.match(text, at):
            lines, bare = text.count("\n", at, plain.end()), ("\n\n", "\n[")
            values += lines - sum(text.count(one, at, plain.end()) for one in bare)
            at = plain.end()
        else:
            at, held = _end_of_statement(text, at)
            values += held
        if values > MAX_VALUES:
            raise OverBudgetError("too_many")
    return values


_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
_CURLY = re.compile("[“”„‟‘’‚«»″]")
_HARD_BLANK = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
_ESCAPES = ("Invalid hex", "Escaped character", "Unescaped")
"""How the parser begins to speak of what stands behind a backslash."""


def told(message: str, text: str, line: int) -> str:
    """What is wrong with a text, where the parser's `message` says only what follows from it; `line` is the one it names.

    Word and TextEdit put curly quotes and hard blanks into what is typed; a quote that is left open and a path of Windows are
    what people write.
    """
    rows = text.split("\n")
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    left = _STRING.sub("", row)
    bare = left.partition("#")[0]
    if _CURLY.search(bare):
        return "curly quotes"
    if _HARD_BLANK.search(bare):
        return "hard blank"
    if message.startswith(_ESCAPES):
        return "backslash"
    if left.count('"') % 2 and '"""' not in row:
        return "open quote"
    return message


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Every comment with where it begins and its `#`, up to where a string is left open."""
    at = 0
    while at < len(text):
        plain = _UNCOMMENTED.match(text, at)
        at = plain.end() if plain else at
        for begins, piece in _pieces(text, at):
            at = begins + len(piece)
            if piece.startswith("#"):
                yield begins, piece
            if piece == "\n":
                break
        else:
            return


def _pieces(text: str, at: int) -> Iterator[tuple[int, str]]:
    """What a text holds from `at` on, piece by piece, each with where it begins; a string is one piece. It ends where one is open."""
    while found := _PIECE.match(text, at):
        ends = _string_end(text, found.end(), found[0]) if found[0] in _ENDS else found.end()
        if ends < 0:
            return
        yield at, text[at:ends]
        at = ends


def _string_end(text: str, at: int, quotes: str) -> int:
    """Where a string ends whose text begins at `at`; -1 where it does not, or not on its line."""
    for found in _ENDS[quotes].finditer(text, at):
        if found[0] == "\n":
            return -1
        if not found[0].startswith("\\"):
            return found.end()
    return -1


def _end_of_statement(text: str, at: int) -> tuple[int, int]:
    """Where a statement ends that begins at `at`, be it on a later line, and how many values it holds; the text's end where a string is left open.

    There the parser gives up as well, so that what follows costs nothing.
    """
    depth = parts = values = 0
    for begins, piece in _pieces(text, at):
        if piece in "[{":
            depth, parts = depth + 1, 0
        elif piece in "]}":
            depth, parts = depth - 1, 0
        elif piece == ".":
            parts += 1
        elif piece in "=\n" or ("," in piece and piece[0] not in "\"'"):
            parts = 0
        if piece in "=.":
            values += 1
        elif piece[0] not in "\"'#":
            values += piece.count(",")
        if depth > MAX_DEPTH or parts >= MAX_DEPTH:
            raise OverBudgetError("too_deep", text.count("\n", 0, begins) + 1)
        if piece == "\n" and depth <= 0:
            return begins + 1, values
    return len(text), values
