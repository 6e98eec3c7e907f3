r"""Keys that a terminal says in a newer way, said again in the classical one, which Textual knows.

Works around `XTermParser` (Textual 8.2.8): it reads these sequences only under the Kitty protocol, which is off since some
terminals lose å, ä and ö under it. Terminals send them all the same where they are set so, or where the program before left
the protocol on: `ESC [ code ; modifiers u` (CSI-u, Kitty) and `ESC [ 27 ; modifiers ; code ~` (xterm's modifyOtherKeys). To be
removed when Textual reads them without being told to ask for them.
"""

from __future__ import annotations

import re
from typing import Final

_CSI_U: Final = re.compile(r"\x1b\[(\d{1,7})[\d:]*(?:;(\d{0,3})(?::([123]))?)?(?:;([\d:]*))?u")
_OTHER_KEYS: Final = re.compile(r"\x1b\[27;(\d{1,3});(\d{1,7})~")
_EDITING: Final = re.compile(r"\x1b\[(\d{1,2});(\d{1,3})(?::([123]))?([A-HPQS~])")

"""Not R, with which a terminal says where its cursor is."""

_SHIFT, _ALT, _CTRL = 1, 2, 4
_LOCKS: Final = 64 | 128
"""Caps Lock and Num Lock."""
_RELEASED: Final = "3"
_KEYPAD: Final = dict(zip(range(57_399, 57_416), "0123456789./*-+\r=", strict=True))
_PRIVATE: Final = range(57_344, 63_744)
"""Kitty's codes for keys that are no characters."""
_ENTER, _TAB, _ESCAPE, _BACKSPACE = "\r", "\t", "\x1b", "\x7f"
_OTHER_THAN_SAID: Final = frozenset("him[")
"""With Ctrl these are Backspace, Tab, Enter and Escape to a classical terminal, and the key was none of them."""


def classical(sequence: str) -> str:
    """What a classical terminal sends for the key that `sequence` says; empty where it says none, or one that it cannot."""
    if found := _CSI_U.fullmatch(sequence):
        code, modifiers, event, text = found.groups(default="")
        return "" if event == _RELEASED else _typed(int(code), _modifiers(modifiers), _letters(text))
    if found := _OTHER_KEYS.fullmatch(sequence):
        return _typed(int(found[2]), _modifiers(found[1]), "")
    if found := _EDITING.fullmatch(sequence):
        return "" if found[3] == _RELEASED else _edited(found[1], _modifiers(found[2]), found[4])
    return ""


def with_alt(sequence: str) -> str:
    """An arrow or PgDn behind an Escape of its own, as most terminals say it with Alt."""
    end, number = sequence[-1], sequence[len("\x1b\x1b[") : -1]
    return f"\x1b[{number or 1};{_ALT + 1}{end}"


def _modifiers(said: str) -> int:
    """The bits of the modifiers, which are sent with one added."""
    return max(0, int(said or "1") - 1)


def _letters(codes: str) -> str:
    """The character that a key gave, where the terminal says it."""
    return "".join(map(_character, (int(code) for code in codes.split(":") if code)))[:1]


def _character(code: int) -> str:
    """The character with a code; nothing for what is none."""
    code = ord(_KEYPAD.get(code, "\0")) or code
    if code in _PRIVATE or code in range(0xD800, 0xE000) or code > 0x10FFFF:  # noqa: PLR2004 - where Unicode ends
        return ""
    return "\x7f" if chr(code) == "\b" else chr(code)


def _typed(code: int, modifiers: int, text: str) -> str:
    """A key that has a character."""
    character, locks, modifiers = _character(code), modifiers & _LOCKS, modifiers & ~_LOCKS
    if not character or modifiers > _SHIFT | _ALT | _CTRL:
        return ""
    if character in {_ENTER, _TAB, _ESCAPE, _BACKSPACE}:
        return _named(character, modifiers)
    if modifiers & _CTRL:
        return _with_ctrl(character.lower(), modifiers)
    letter = text or (character.upper() if modifiers & _SHIFT or locks & 64 else character)
    if len(letter) != 1 or not letter.isprintable():
        return ""
    return f"\x1b{letter}" if modifiers & _ALT else letter


def _named(character: str, modifiers: int) -> str:
    """Enter, Tab, Escape, Backspace. With Shift, Enter is the new line that people expect of it."""
    if character == _ENTER:
        return "\x1b\r" if modifiers & (_SHIFT | _ALT) else _ENTER
    if character == _TAB:
        return {0: _TAB, _SHIFT: "\x1b[Z"}.get(modifiers, "")
    if character == _BACKSPACE:
        return "\x1b\x7f" if modifiers & (_ALT | _CTRL) else _BACKSPACE
    return _ESCAPE


def _with_ctrl(letter: str, modifiers: int) -> str:
    """The control character of a letter; with Shift or Alt besides it would be another key."""
    is_plain = modifiers == _CTRL and letter.isascii() and letter.isalpha()
    return chr(ord(letter) & 0x1F) if is_plain and letter not in _OTHER_THAN_SAID else ""


def _edited(number: str, modifiers: int, end: str) -> str:
    """An arrow, PgDn or F-key that is said to be pressed, or to be pressed with Num Lock on."""
    modifiers &= ~_LOCKS
    if modifiers:
        return f"\x1b[{number};{modifiers + 1}{end}"
    if end in "PQS":
        return f"\x1bO{end}"
    return f"\x1b[{number}~" if end == "~" else f"\x1b[{end}"
