"""Signs that a stream's encoding lacks, as what can be read there: consoles and pipes on Windows have code pages of 256 signs.

A question mark for each would say nothing: an arrow becomes `->`, a bar `#`, a quotation mark a straight one.
"""

from __future__ import annotations

from typing import Final

READABLE: Final = "diskussion-readable"
"""The name by which a stream is told to ask here."""
_AS: Final = {
    **dict.fromkeys("−–—‐‑⌞─━", "-"),
    **dict.fromkeys("”“„″‟", '"'),
    **dict.fromkeys("’‘‚", "'"),
    **dict.fromkeys("•●★", "*"),
    **dict.fromkeys("○◐◯", "o"),
    **dict.fromkeys("│┃║", "|"),
    **dict.fromkeys("↑▲", "^"),
    **dict.fromkeys("☑☒", "[x]"),
    "…": "...",
    "→": "->",
    "←": "<-",
    "⇒": "=>",
    "↓": "v",
    "✓": "v",
    "✗": "x",
    "›": ">",
    "‹": "<",
    "·": ".",
    "═": "=",
    "≠": "!=",
    "≈": "~",
    "≤": "<=",
    "≥": ">=",
    "☐": "[ ]",
    "⌖": "+",
    "⌘": "Cmd",
    "░": ".",
    "×": "x",
}
_LINES: Final = range(0x2500, 0x2580)
_BLOCKS: Final = range(0x2580, 0x25A0)


def readable(error: UnicodeError) -> tuple[str, int]:
    """What stands for the signs that could not be encoded, and where to go on. Raises `error` where something else was wrong."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain, error.object[error.start : error.end])), error.end


def plain(sign: str) -> str:
    """A sign in ASCII: what looks like it, its letter without the accent, nothing for what only joins others, else a question mark."""
    import unicodedata

    if found := _AS.get(sign):
        return found
    if ord(sign) in _LINES:
        return "+"
    if ord(sign) in _BLOCKS:
        return "#"
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return ""
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"
