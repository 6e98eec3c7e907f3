"""Reading the settings file: what is right in it counts, and what is not is told, a row each; nothing becomes an exception.

The settings are few and flat, so that nothing but their declaration is needed to say what is wrong with one: pydantic, which
stands at the doors of larger files, would take longer to load than the program takes to start.
"""

from __future__ import annotations

import errno
import stat
from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from diskussion_tui.base import toml
from diskussion_tui.base.settings import KeyAsked, Settings, SettingsRead, Wrong
from diskussion_tui.base.text import clean_line, excerpt, nearest
from diskussion_tui.content.lines import KeyPath, line_of, lines_of
from diskussion_tui.content.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diskussion_tui.texts.catalogue import Texts

NAMES = tuple(one.name for one in fields(Settings))
LISTS = frozenset(name for name in NAMES if isinstance(getattr(Settings(), name), tuple))
"""The settings that are several texts."""
_MOST = 100_000
"""Bytes: a file with more of them is no settings file."""


def problems_of(read: SettingsRead, words: Texts) -> tuple[Problem, ...]:
    """What is wrong with a settings file, in words."""
    return tuple(_problem(one, read.file, words) for one in read.wrong)


def _problem(one: Wrong, file: str, words: Texts) -> Problem:
    said, near = words.problems, ""
    if one.code == "unknown_key":
        near = nearest(one.key, NAMES)
        what, write = said.unknown_key, said.known_keys.format(keys=", ".join(NAMES))
        write = said.did_you_mean.format(key=near) if near else write
    elif one.code == "choice":
        what = said.not_one_of.format(found=one.found)
        write = said.one_of.format(values=", ".join(map(_quoted, choices(one.key))))
    elif one.code == "type":
        many = one.key in LISTS
        what = said.wrong_type.format(wanted=said.a_list if many else said.a_text)
        write = f'{one.key.removeprefix("keys.")} = {"[" * many}"…"{"]" * many}'
    elif one.code == "table":
        what, write = said.wrong_type.format(wanted=said.a_table), "[keys]"
    elif one.code == "no_command":
        near = nearest(one.found, one.known)
        what, write = words.settings.no_command, said.known_keys.format(keys=", ".join(one.known))
        write = said.did_you_mean.format(key=near) if near else write
    elif one.code == "no_key":
        what, write = (
            said.not_one_of.format(found=one.found),
            words.settings.keys_are.format(keys=", ".join(one.known)),
        )
    elif one.code == "clash":
        what, write = (
            words.settings.clash.format(key=one.found, command=one.known[0]),
            words.settings.clash_write,
        )
    elif one.code == "not_toml":
        what, write = said.not_toml.format(why=said.toml.of(one.found)), words.settings.untouched
    elif one.code == "unreadable":
        what, write = said.unreadable.format(why=words.reasons.of(one.found)), said.check_the_name
    else:
        what, write = said.not_utf8, said.save_as_utf8
    return Problem(file, one.line, excerpt(one.key), what, write, near)


def choices(name: str) -> tuple[str, ...]:
    """What a setting can be; empty where it may be any text, or several."""
    return () if name in LISTS else get_args(get_type_hints(Settings)[name])


def read_settings(path: Path) -> SettingsRead:
    """The settings in a file; those of nobody's choice where there is none."""
    try:
        data = _read(path)
    except (FileNotFoundError, NotADirectoryError):
        return SettingsRead(str(path))
    except OSError as error:
        found = errno.errorcode.get(error.errno or 0, "")
        return SettingsRead(str(path), wrong=(Wrong("unreadable", found=found),))
    return settings_in(data, str(path))


def _read(path: Path) -> bytes:
    """The bytes of a file; a pipe that stands under its name is not waited for. Raises `OSError`."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "no file", str(path))
    with path.open("rb") as file:
        return file.read(_MOST)


def settings_in(data: bytes, file: str) -> SettingsRead:
    """The settings in the bytes of a file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return SettingsRead(file, wrong=(Wrong("not_utf8", data[: error.start].count(b"\n") + 1),))
    try:
        found = toml.parsed(text)
    except ValueError as error:
        line = getattr(error, "line", 0) or toml_line(str(error), text)
        return SettingsRead(file, wrong=(Wrong("not_toml", line, found=toml.told(str(error), text, line)),))
    places = lines_of(text)
    keys = found.pop("keys", {})
    wrong = [*_wrong(found, places), *_wrong_keys(keys, places)]
    left = {one.key for one in wrong}
    given: dict[str, Any] = {
        key: tuple(map(clean_line, value)) if key in LISTS else clean_line(value)
        for key, value in found.items()
        if key in NAMES and key not in left
    }
    return SettingsRead(file, Settings(**given), frozenset(given), tuple(wrong), _asked(keys, places))


def fits(name: str, value: str) -> bool:
    """Whether a setting can be a text."""
    return not choices(name) or value in choices(name)


def toml_line(message: str, text: str) -> int:
    """The line that an error of the parser's names."""
    from diskussion_tui.content.reader import line_in

    return line_in(message, text)


def _asked(keys: object, places: dict[KeyPath, int]) -> tuple[KeyAsked, ...]:
    """The keys that are asked for in the table of keys."""
    if not isinstance(keys, dict):
        return ()
    return tuple(
        KeyAsked(command, clean_line(key).casefold(), line_of(places, ("keys", command)))
        for command, key in keys.items()
        if isinstance(key, str)
    )


def _wrong_keys(keys: object, places: dict[KeyPath, int]) -> Iterator[Wrong]:
    if not isinstance(keys, dict):
        yield Wrong("table", line_of(places, ("keys",)), "keys")
        return
    for command, key in keys.items():
        if not isinstance(key, str):
            yield Wrong("type", line_of(places, ("keys", command)), f"keys.{command}")


def _wrong(found: dict[str, Any], places: dict[KeyPath, int]) -> Iterator[Wrong]:
    for key, value in found.items():
        code = _code(key, value)
        if code:
            yield Wrong(code, line_of(places, (key,)), key, excerpt(str(value)))


def _code(key: str, value: object) -> str:
    if key not in NAMES:
        return "unknown_key"
    if key in LISTS:
        return "" if isinstance(value, list) and all(isinstance(one, str) for one in value) else "type"
    if not isinstance(value, str):
        return "type"
    return "" if fits(key, clean_line(value)) else "choice"


def _quoted(value: str) -> str:
    return f'"{value}"'
