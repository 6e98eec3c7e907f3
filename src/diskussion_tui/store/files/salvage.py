"""What can still be read of a file that is damaged: its intact blocks, each taken by itself, and a fault for each of the others."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import fields
from typing import Any

from diskussion_tui.base import toml
from diskussion_tui.base.text import clean, excerpt, is_utf8
from diskussion_tui.domain.session.faults import Fault
from diskussion_tui.domain.session.records import Head
from diskussion_tui.store.files.schema import SCHEMA_VERSION

CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")
"""How git marks two versions of a place."""
_UNSAID = {"name": "?", "change": "", "writer": "fil", "at": dt.datetime(1970, 1, 1, tzinfo=dt.UTC)}
"""What stands in for damaged lines of a head. Id, date and workbook nothing can stand in for."""
_OF_HEAD = frozenset(one.name for one in fields(Head))
_MOST_OTHERS = 1_000
"""Lines of a damaged head that are looked at though they hold nothing that is known of one: it may go on for millions."""


def not_decoded(data: bytes) -> str:
    """The text of a file that is not UTF-8 throughout; empty where it was saved in another encoding altogether.

    Damage touches some blocks and leaves the letters of the others whole. In another encoding no letter beyond ASCII is
    UTF-8: such a file wants saving anew, not salvage.
    """
    text = data.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
    pieces = [piece for _, piece in _pieces(text)]
    touched = [piece for piece in pieces if not is_utf8(piece)]
    swedish = any(not piece.isascii() for piece in pieces if is_utf8(piece))
    if len(touched) == len(pieces) or (len(touched) > 1 and not swedish):
        return ""
    return text


def salvaged(text: str) -> tuple[dict[str, Any], list[Fault]]:
    """What the intact blocks of a damaged text hold, and a fault for each of the others.

    Where the damage is at the very beginning, the rest is taken to be of the present version. Of the head, which there is
    only one of and without which nothing can be opened, every whole line counts. Raises `OverBudgetError` where all blocks
    together hold too much, however little each does.
    """
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    pieces = _pieces(text)
    _must_be_within_budget(pieces)
    for line, piece in pieces:
        try:
            values = toml.parsed(piece.encode().decode())  # a byte that is not UTF-8 fails here
            if _is_another(values, found):
                faults.append(
                    Fault("another_session", line, excerpt(str(values["session"].get("name", "?"))))
                )
                break
        except ValueError as error:
            faults.append(_damage(error, line, piece))
            if line == 1:
                found["schema_version"] = SCHEMA_VERSION
            if piece.startswith("[session]"):
                found.setdefault("session", [_UNSAID | _whole_lines(piece)])
            continue
        for name, value in values.items():
            if name == "session":
                found.setdefault(name, []).append(value)
            elif isinstance(value, list) and isinstance(found.setdefault(name, []), list):
                found[name] += value
            else:
                found[name] = value
    return found, faults


def _must_be_within_budget(pieces: list[tuple[int, str]]) -> None:
    """Raise `OverBudgetError` where some pieces hold too much together. What is wrong in one of them is told as that is read."""
    held = 0
    for _, piece in pieces:
        try:
            held += toml.check(piece)
        except toml.OverBudgetError as error:
            held += toml.MAX_VALUES + 1 if error.code == "too_many" else 0
        if held > toml.MAX_VALUES:
            raise toml.OverBudgetError("too_many")


def _damage(error: ValueError, line: int, piece: str) -> Fault:
    """What is wrong with a block that begins on a line: more than a block can be, or no TOML."""
    shown = clean(piece.encode(errors="surrogateescape").decode(errors="replace"))
    if isinstance(error, toml.OverBudgetError):
        return Fault(error.code, line + max(0, error.line - 1), text=shown)
    return Fault("damaged_block", line, str(error), shown)


def _is_another(values: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a block is the head of another discussion than the one found so far: two files in one."""
    head, before = values.get("session"), found.get("session")
    if not before or not isinstance(head, dict):
        return False
    return isinstance(before[0], dict) and head.get("id") != before[0].get("id")


def _whole_lines(piece: str) -> dict[str, Any]:
    """The keys of a damaged block whose lines are whole by themselves."""
    found: dict[str, Any] = {}
    others = 0
    for line in piece.split("\n")[1:]:
        is_other = line.partition("=")[0].strip() not in _OF_HEAD
        others += is_other
        if is_other and others > _MOST_OTHERS:
            continue
        with suppress(ValueError):
            for key, value in toml.parsed(line.encode().decode()).items():
                found.setdefault(key, value)
    return found


def _pieces(text: str) -> list[tuple[int, str]]:
    """A text cut before every line that starts with a bracket, each piece with its first line's number.

    Where git has put its marks between the items of a list, it is cut there too: the block before them is whole.
    """
    pieces: list[tuple[int, list[str]]] = [(1, [])]
    for number, line in enumerate(text.split("\n"), 1):
        among_items = (pieces[-1][1] or [""])[0].startswith(("[[", *CONFLICT))
        if line.startswith("[") or (among_items and line.startswith(CONFLICT)):
            pieces.append((number, []))
        pieces[-1][1].append(line)
    return [(number, "\n".join(lines)) for number, lines in pieces]
