"""Taking in the file of a compilation: every value is looked at, and each that is wrong is told with where it stands.

What people have changed by hand is taken in as they meant it where that can be known. Numbers are not judged here: whether they
are right is for counting anew to say.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from diskussion_tui.base.exact import BITS
from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.base.toml import OverBudgetError, parsed
from diskussion_tui.domain.analysis.compilation_cells import Ref
from diskussion_tui.domain.analysis.compilation_kept import CountedDiscussion, Kept
from diskussion_tui.domain.analysis.compilation_published import THRESHOLD

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

V = TypeVar("V")
_LINE = re.compile(r"line (\d+)")
_SHA = re.compile(r"[0-9a-f]{64}")
_MOST_THRESHOLD = 1000
_PLACES: Mapping[str, frozenset[str]] = {
    "schema_version": frozenset(),
    "compilation": frozenset(
        (
            "name",
            "query",
            "only",
            "created_by",
            "created_at",
            "counted_at",
            "threshold",
            "coded_sha256",
            "text",
        )
    ),
    "quotes": frozenset({"discussion", "note"}),
    "discussions": frozenset({"id", "name", "date", "notes", "sha256"}),
    "numbers": frozenset(),
}
"""What the file has a place for, by table; numbers are called whatever they count."""
_NEVER = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


class Faulty(NamedTuple):
    """What is wrong: a code of `texts/*/compiling.py`, and where: a key, or a line."""

    code: str
    where: str = ""


class Taking:
    """Takes in a text, once; `faults` are what was wrong with it."""

    def __init__(self, text: str) -> None:
        self.faults: list[Faulty] = []
        self._text = text

    def kept(self, version: int) -> Kept | None:
        """What stands in the text; None where it is no such file at all."""
        whole = self._parsed()
        if whole is None:
            return None
        if self._value(whole, "schema_version", int, 0) > version:
            self.faults.append(Faulty("newer"))
            return None
        head = self._value(whole, "compilation", dict, {})
        at = "compilation."
        created = self._time(head, "created_at")
        return Kept(
            clean_line(self._optional(head, "name", str, "", at)),
            clean_line(self._value(head, "created_by", str, "", at)),
            created,
            self._time(head, "counted_at"),
            clean_line(self._optional(head, "query", str, "", at)),
            self._threshold(head),
            clean_note(self._optional(head, "text", str, "", at)),
            tuple(self._quotes(whole)),
            self._optional(head, "coded_sha256", str, "", at),
            tuple(self._discussions(whole)),
            self._numbers(whole),
            self._only(head),
            tuple(_unknown_in(whole)),
        )

    def _parsed(self) -> Mapping[str, Any] | None:
        try:
            return parsed(self._text)
        except OverBudgetError as error:
            self.faults.append(Faulty(error.code, str(error.line or "")))
        except (ValueError, RecursionError) as error:
            line = _LINE.search(str(error))
            self.faults.append(Faulty("no_toml", line[1] if line else str(self._text.count("\n") + 1)))
        return None

    def _value(self, table: Mapping[str, Any], key: str, kind: type[V], instead: V, at: str = "") -> V:
        if key not in table:
            self.faults.append(Faulty("missing", f"{at}{key}"))
            return instead
        return self._optional(table, key, kind, instead, at)

    def _optional(self, table: Mapping[str, Any], key: str, kind: type[V], instead: V, at: str = "") -> V:
        value = table.get(key, instead)
        if isinstance(value, kind) and (kind is not int or _is_number(value)):
            return value
        self.faults.append(Faulty("wrong", f"{at}{key}"))
        return instead

    def _time(self, head: Mapping[str, Any], key: str) -> dt.datetime:
        value = self._value(head, key, dt.datetime, _NEVER, "compilation.")
        if value.tzinfo is None:
            self.faults.append(Faulty("wrong", f"compilation.{key}"))
        return value

    def _only(self, head: Mapping[str, Any]) -> tuple[str, ...]:
        found = self._optional(head, "only", list, [], "compilation.")
        if not all(isinstance(one, str) for one in found):
            self.faults.append(Faulty("wrong", "compilation.only"))
            return ()
        return tuple(sorted(set(found)))

    def _threshold(self, head: Mapping[str, Any]) -> int:
        value = self._optional(head, "threshold", int, THRESHOLD, "compilation.")
        if not 1 <= value <= _MOST_THRESHOLD:
            self.faults.append(Faulty("wrong", "compilation.threshold"))
        return value

    def _blocks(self, whole: Mapping[str, Any], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for number, one in enumerate(self._optional(whole, key, list, []), 1):
            if isinstance(one, dict):
                yield f"{key}[{number}].", one
            else:
                self.faults.append(Faulty("wrong", f"{key}[{number}]"))

    def _quotes(self, whole: Mapping[str, Any]) -> Iterator[Ref]:
        for at, one in self._blocks(whole, "quotes"):
            yield Ref(self._value(one, "discussion", str, "", at), self._value(one, "note", str, "", at))

    def _discussions(self, whole: Mapping[str, Any]) -> Iterator[CountedDiscussion]:
        for at, one in self._blocks(whole, "discussions"):
            files = self._optional(one, "sha256", list, [], at)
            if not all(isinstance(file, str) and _SHA.fullmatch(file) for file in files):
                self.faults.append(Faulty("wrong", f"{at}sha256"))
                files = []
            date = self._value(one, "date", dt.date, dt.date.min, at)
            yield CountedDiscussion(
                self._value(one, "id", str, "", at),
                clean_line(self._optional(one, "name", str, "", at)),
                date,
                self._optional(one, "notes", int, 0, at),
                tuple(sorted(files)),
            )

    def _numbers(self, whole: Mapping[str, Any]) -> dict[str, int]:
        found = self._optional(whole, "numbers", dict, {})
        for key, value in found.items():
            if not _is_number(value):
                self.faults.append(Faulty("wrong", f"numbers.{clean_line(key)}"))
        return {key: value for key, value in found.items() if _is_number(value)}


def _unknown_in(whole: Mapping[str, Any]) -> Iterator[str]:
    """What stands in the file besides what it has a place for, by where that is."""
    yield from _others(whole, _PLACES, "")
    for key, known in _PLACES.items():
        found = whole.get(key)
        if isinstance(found, dict) and known:
            yield from _others(found, known, f"{key}.")
        for number, one in enumerate(found if isinstance(found, list) else (), 1):
            yield from _others(one if isinstance(one, dict) else {}, known, f"{key}[{number}].")


def _others(table: Mapping[str, Any], known: Container[str], at: str) -> Iterator[str]:
    return (f"{at}{clean_line(key)}" for key in table if key not in known)


def _is_number(value: object) -> bool:
    """Whether something is a whole number as TOML has them."""
    return type(value) is int and value.bit_length() <= BITS
