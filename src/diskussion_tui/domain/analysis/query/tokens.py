"""A query cut into what it is written of: words, phrases, fields with their values, brackets, and the word for *or*.

A bracket counts where a word could begin, its end where one ends; elsewhere it is a sign of the word, as in `f(x)`. A mark of
quotation counts where a word or a value could begin. So nothing that people write in a name or a sentence is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.analysis.query.grammar import OR, Field, field_called

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 2_000
"""So many characters of a query are read: more than any line shows, and nobody waits for it."""
_QUOTES = {'"': '"', "”": "”“", "“": "”“", "„": "”“", "»": "»«", "«": "»«"}
"""What a quotation begins with, and what ends it."""
_HARD = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None}
)
_FIELD = re.compile(r"[^\W\d_]+(?=:)")
_DENIED = re.compile(r"-+(?=[^\s-])")
_WORD = re.compile(r"\S+")
_VALUE = re.compile(r"[^\s,]+")


class Token(NamedTuple):
    """A piece of a query, from where to where it stands. `words` are what is quoted or written, `values` those of a field.

    Of a value it is kept whether it was quoted: what is quoted is taken as it stands.
    """

    sort: Literal["word", "phrase", "field", "open", "close", "or"]
    start: int
    end: int
    denied: bool = False
    words: str = ""
    open: bool = False
    field: Field | None = None
    values: tuple[tuple[str, bool], ...] = ()


def plain(text: str) -> str:
    """A query as it is read: one clean line, hard hyphens as hyphens. Places in it are told by this."""
    return clean_line(clean_line(text[: MOST * 2]).translate(_HARD))[:MOST].rstrip()


def tokens_of(text: str) -> Iterator[Token]:
    """The pieces of a text that is `plain`."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        signs = _DENIED.match(text, at)
        for token in _piece(text, at, signs.end() if signs else at, denied=bool(signs)):
            yield token
            at = token.end


def _piece(text: str, start: int, at: int, *, denied: bool) -> Iterator[Token]:
    """The piece that begins at `at`, and the brackets that end behind it; `start` is where its minus sign stands."""
    if text[at] == "(":
        yield Token("open", start, at + 1, denied)
    elif text[at] in _QUOTES:
        words, end, is_open = _quoted(text, at)
        yield Token("phrase", start, end, denied, words, is_open)
    elif (name := _FIELD.match(text, at)) and (field := field_called(name[0])):
        values, end = _values(text, name.end() + 1)
        yield Token("field", start, end, denied, text[start:end], field=field, values=values)
        yield from _closing(text, end)
    else:
        found = _WORD.match(text, at)
        end = _without_brackets(text, at, found.end() if found else at)
        if end == at:  # nothing but closing brackets: a minus sign before them is a word
            if denied:
                yield Token("word", start, at, words=text[start:at])
            yield from _closing(text, at)
            return
        is_or = text[at:end] in OR and not denied
        yield Token("or" if is_or else "word", start, end, denied, _stable(text[at:end]))
        yield from _closing(text, end)


def _closing(text: str, at: int) -> Iterator[Token]:
    while at < len(text) and text[at] == ")":
        yield Token("close", at, at + 1)
        at += 1


def _without_brackets(text: str, start: int, end: int) -> int:
    """Where a word ends, without the closing brackets behind it that none in it opens."""
    while end > start and text[end - 1] == ")" and text.count(")", start, end) > text.count("(", start, end):
        end -= 1
    return end


def _quoted(text: str, at: int) -> tuple[str, int, bool]:
    """What stands in quotation marks, where it ends, and whether nothing has closed it yet."""
    ends = [place for mark in _QUOTES[text[at]] if (place := text.find(mark, at + 1)) >= 0]
    end = min(ends, default=len(text))
    return _stable(" ".join(text[at + 1 : end].split())), min(end + 1, len(text)), not ends


def _values(text: str, at: int) -> tuple[tuple[tuple[str, bool], ...], int]:
    """The values behind a colon, with a comma between two, and where they end."""
    found: list[tuple[str, bool]] = []
    while at < len(text):
        if text[at] in _QUOTES:
            value, at, _is_open = _quoted(text, at)
            found.append((value, True))
        elif bare := _VALUE.match(text, at):
            end = bare.end()
            end = end if text[end : end + 1] == "," else _without_brackets(text, at, end)
            if end > at:
                found.append((text[at:end], False))
            at = end
        if text[at : at + 1] != ",":
            break
        at += 1
    return tuple(found), at


def _stable(text: str) -> str:
    """A text folded until folding changes no more of it."""
    for _ in range(4):
        if (again := folded(text)) == text:
            break
        text = again
    return text


def quoted(text: str) -> str:
    """A text in quotation marks that it does not hold."""
    if '"' not in text:
        return f'"{text}"'
    return f"”{text}”" if not {"”", "“"} & set(text) else f"»{text}»"
