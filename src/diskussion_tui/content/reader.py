"""Reading a workbook file: text → TOML → values → checks. Every problem becomes a row; none becomes an exception.

pydantic stands at this door for every file that is not exactly right: it builds the domain's frozen dataclasses and its errors are turned into sentences. It does
not report keys that nobody knows, so those are looked for here, where the nearest right key can be named too.
"""

from __future__ import annotations

import json
import math
import re
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from diskussion_tui.base import toml
from diskussion_tui.base.exact import BITS, NotExactError, built
from diskussion_tui.base.text import clean, excerpt, nearest
from diskussion_tui.base.value import dataclass
from diskussion_tui.content.checks import check
from diskussion_tui.content.lines import KeyPath, line_of, lines_of, written
from diskussion_tui.content.problems import Problem
from diskussion_tui.domain.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pydantic import TypeAdapter

    from diskussion_tui.texts.catalogue import Texts

SCHEMA_VERSION = 1
_AT_LINE = re.compile(r"\(at line (\d+),")
MAX_BYTES = 2_000_000
"""A workbook is a few pages; a larger file is something else, and is not read into memory."""
_MOST = 100
"""So many problems of a file are told; whoever has more needs no longer list."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: the workbook, or None and the problems that stand in its way."""

    workbook: Workbook | None
    problems: tuple[Problem, ...] = ()


def read_workbook(path: Path, words: Texts) -> Reading:
    """The workbook in a file. Whatever is wrong with the file is in `problems`, in the language of `words`."""
    said = words.problems
    try:
        if not path.is_file():
            return _only(path, said.not_a_file if path.exists() else said.no_such_file, said.check_the_name)
        if path.stat().st_size > MAX_BYTES:
            return _only(path, said.too_large, said.check_the_name)
        data = path.read_bytes()
    except OSError as error:
        return _only(path, said.unreadable.format(why=words.reasons.of_error(error)), said.check_the_name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _only(path, said.not_utf8, said.save_as_utf8, line)
    return read_text(text, str(path), words)


def read_text(text: str, file: str, words: Texts) -> Reading:
    """The workbook in a TOML text; `file` is what the problems call it."""
    said = words.problems
    try:
        data = _cleaned(toml.parsed(text))
    except toml.OverBudgetError as error:
        what = said.too_nested if error.code == "too_deep" else said.too_large
        return Reading(None, (Problem(file, error.line, "", what, said.see_toml),))
    except ValueError as error:  # TOMLDecodeError, and a number of more digits than Python takes
        place = line_in(str(error), text)
        return Reading(
            None,
            (
                Problem(
                    file,
                    place,
                    "",
                    said.not_toml.format(why=said.toml.of(toml.told(str(error), text, place))),
                    said.see_toml,
                ),
            ),
        )

    @cache
    def places() -> dict[KeyPath, int]:  # a file that is right needs no lines
        return lines_of(text)

    def problem(path: KeyPath, what: str, write: str = "", near: str = "") -> Problem:
        line = line_of(places(), path) or 1  # what a file lacks altogether is told at its top
        return Problem(file, line, excerpt(written(path)), what, write, near)

    version = data.pop("schema_version", None)
    if type(version) is not int or version != SCHEMA_VERSION:  # true is no number here
        what = said.missing if version is None else said.schema.format(found=excerpt(_shown(version)))
        write = said.schema_write.format(version=SCHEMA_VERSION)
        return Reading(None, (problem(("schema_version",), what, write),))
    with suppress(NotExactError):
        exact = built(Workbook, data)
        found = [problem(path, what, write) for path, what, write in check(exact, words)]
        return Reading(None if found else exact, _told(found, file, words))
    return _explained(data, problem, file, words)


def _told(found: list[Problem], file: str, words: Texts) -> tuple[Problem, ...]:
    """The problems in the order of their lines, the first of them where they are very many."""
    told = sorted(found, key=lambda one: one.line)[:_MOST]
    more = [Problem(file, 0, "", words.problems.more)] if len(found) > _MOST else []
    return (*told, *more)


def _explained(data: dict[str, Any], problem: Callable[..., Problem], file: str, words: Texts) -> Reading:
    """The reading of a file whose values are not exactly right: pydantic says what is wrong with each."""
    from pydantic import ValidationError

    said = words.problems
    found = [
        problem(
            path,
            said.unknown_key,
            said.did_you_mean.format(key=near) if near else said.known_keys.format(keys=known),
            near,
        )
        for path, near, known in islice(_unknown(data, Workbook, ()), _MOST + 1)
    ]
    try:
        workbook = _adapter().validate_python(data)
    except ValidationError as error:
        for item in error.errors(include_url=False, include_input=True)[: _MOST + 1]:
            what, write = _sentence(item, words)
            found.append(problem(tuple(item["loc"]), what, write))
        return Reading(None, _told(found, file, words))
    found += [problem(path, what, write) for path, what, write in check(workbook, words)]
    return Reading(None if found else workbook, _told(found, file, words))


@cache
def _adapter() -> TypeAdapter[Workbook]:
    from pydantic import TypeAdapter

    return TypeAdapter(Workbook)


def _only(path: Path, what: str, write: str, line: int = 0) -> Reading:
    return Reading(None, (Problem(str(path), line, "", what, write),))


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """The values with every text cleaned: a workbook comes from outside as much as a note does.

    A whole number beyond TOML's 64 bits, which Python may refuse to print, becomes infinite and so the wrong type.
    """
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    if isinstance(value, int) and value.bit_length() > BITS:
        return math.inf
    return value


def line_in(message: str, text: str) -> int:
    """The line that one of `tomllib`'s messages names: older Pythons tell it nowhere else. 0 where it names none."""
    if found := _AT_LINE.search(message):
        return int(found[1])
    return text.count("\n") + 1 if message.endswith("(at end of document)") else 0


def _unknown(value: object, expected: type, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    """Keys that the dataclass `expected` does not have, with the nearest that it has and all that it has."""
    if not isinstance(value, dict):
        return
    hints = get_type_hints(expected)
    known = [field.name for field in fields(expected)]
    for key, item in value.items():
        if key not in known:
            yield (*path, key), nearest(key, known), ", ".join(known)
            continue
        inner = [
            hint
            for hint in (hints[key], *get_args(hints[key]))
            if isinstance(hint, type) and is_dataclass(hint)
        ]
        for one in inner:
            items = list(enumerate(item)) if isinstance(item, list) else [(None, item)]
            for number, deeper in items:
                yield from _unknown(deeper, one, (*path, key) if number is None else (*path, key, number))


def _sentence(item: Any, words: Texts) -> tuple[str, str]:  # noqa: ANN401 - pydantic's ErrorDetails
    """A pydantic error as what is wrong and what to write."""
    said, kind = words.problems, str(item["type"])
    if kind == "missing":
        return said.missing, said.missing_write.format(key=item["loc"][-1])
    if kind == "literal_error":
        choices = re.findall("'([^']*)'", item["ctx"]["expected"])
        values = ", ".join(map(_shown, choices))
        return said.not_one_of.format(found=excerpt(str(item["input"]))), said.one_of.format(values=values)
    expected = {
        "string": (said.a_text, '"…"'),
        "int": (said.a_number, "5"),
        "finite": (said.a_number, "5"),
        "tuple": (said.a_list, '["…"]'),
        "dataclass": (said.a_table, ""),
    }
    wanted, example = next(
        (one for name, one in expected.items() if kind.startswith(name)), (said.another_value, '"…"')
    )
    return said.wrong_type.format(wanted=wanted), _example(tuple(item["loc"]), example)


def _shown(value: object) -> str:
    """A value as it is written in a file, not as Python prints it."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _example(path: KeyPath, value: str) -> str:
    """What a key looks like with a value of the right sort; the header of a table where it is to be one."""
    named = [str(part) for part in path if isinstance(part, str)]
    if not value:
        return f"[{'.'.join(named)}]"
    return f"{named[-1]} = {value}" if isinstance(path[-1], str) else value
