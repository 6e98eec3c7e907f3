"""A workbook as the text of its file, with comments above what they are about.

Values are written by the library that writes our other files; tables are set here, since it puts short ones on a line of their own,
where people who are to change them look for one key a line.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields, is_dataclass
from typing import TYPE_CHECKING, Any

import tomli_w

from diskussion_tui.base.text import one_line
from diskussion_tui.content.lines import lines_of
from diskussion_tui.content.reader import SCHEMA_VERSION
from diskussion_tui.domain.workbook.layout import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diskussion_tui.content.lines import KeyPath
    from diskussion_tui.domain.workbook.workbook import Workbook

_COLUMNS = 110
"""How wide a comment may be."""


def written(workbook: Workbook, above: Mapping[KeyPath, Sequence[str]]) -> str:
    """A workbook's text. `above` are comments, a sentence each, by the path of what they stand above."""
    text = "\n".join(_table({"schema_version": SCHEMA_VERSION, **_values(workbook)}, ()))
    at = {line: above[path] for path, line in lines_of(text).items() if path in above}
    out: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        out += [row for sentence in at.get(number, ()) for row in commented(sentence)]
        out.append(line)
    return "\n".join(out)


def commented(sentence: str) -> Iterable[str]:
    """A sentence as lines of comment."""
    return wrap(one_line(sentence), _COLUMNS, "# ", "# ")


def explained(text: str) -> dict[KeyPath, tuple[str, ...]]:
    """What stands in comments right above each table and key of a workbook's text, line by line, by its path."""
    lines = text.split("\n")
    found: dict[KeyPath, tuple[str, ...]] = {}
    for path, number in lines_of(text).items():
        first = number - 1
        while first > 0 and lines[first - 1].startswith("#"):
            first -= 1
        if first < number - 1:
            found[path] = (" ".join(line.removeprefix("#").strip() for line in lines[first : number - 1]),)
    return found


def with_id(text: str, workbook_id: str) -> str:
    """A workbook's text with another id; a comment or a wording that speaks of the old one stays."""
    line = tomli_w.dumps({"id": workbook_id}).rstrip("\n")
    return re.sub(r"^id = .*$", lambda _: line, text, count=1, flags=re.MULTILINE)


def _table(values: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """The lines of a table: its values, then the tables in it, each under its header."""
    tables = {key: value for key, value in values.items() if _is_tables(value)}
    for key, value in values.items():
        if key not in tables:
            yield from tomli_w.dumps({key: value}).rstrip("\n").split("\n")
    for key, value in tables.items():
        name = ".".join((*path, key))
        for one in value if isinstance(value, list) else [value]:
            yield from ("", f"[[{name}]]" if isinstance(value, list) else f"[{name}]")
            yield from _table(one, (*path, key))


def _is_tables(value: object) -> bool:
    """Whether a value is a table, or a list of some."""
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _values(value: Any) -> Any:  # noqa: ANN401 - whatever a workbook is made of
    """A value as TOML has it: tables and lists, without what is as it would be anyway."""
    if is_dataclass(value) and not isinstance(value, type):
        given = ((one.name, getattr(value, one.name), one.default) for one in fields(value))
        return {name: _values(of) for name, of, default in given if default is MISSING or of != default}
    return [_values(one) for one in value] if isinstance(value, tuple) else value
