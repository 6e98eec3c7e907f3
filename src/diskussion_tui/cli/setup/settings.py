"""`diskussion settings`: what is set on this machine and what else could be; the file checked, opened, or one setting put in it."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.own_keys import with_wrong_keys
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import settings_of
from diskussion_tui.content.settings import LISTS, NAMES, choices, fits, problems_of
from diskussion_tui.store.files.paths import expanded, settings_path

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts

_ACTIONS = ("check", "path", "open", "set")
_OPTIONS = {"language": "lang", "sessions": "sessions", "folders": "also"}
"""The settings that an option of every command goes before, and which one that is."""

_FOLDERS = ("sessions", "folders")
"""The settings that are paths: kept as they are meant from where somebody stands, since the next command may be run elsewhere."""


def add(parser: Parser) -> None:
    """What to do, and `--json`."""
    parser.argument("what", parser.words.word_settings, parser.words.help_settings)
    parser.option("--json", help_text=parser.words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Show the settings, or do what was asked for."""
    what, *more = arguments.what or [""]
    if what not in ("", *_ACTIONS):
        said = texts.settings.no_such_action
        raise Refused(said.format(given=clean_line(what), actions=texts.cli.any_of(_ACTIONS)))
    if more and what != "set":
        raise Refused(texts.cli.too_much.format(given=clean_line(more[0])))
    if what == "set":
        return _set(more, texts)
    if what == "path":
        output.put_row(str(settings_path()))
        return DONE
    if what == "open":
        return _open(texts)
    return _check(arguments, texts) if what == "check" else _show(arguments, texts)


def _show(arguments: Namespace, texts: Texts) -> int:
    found = [(name, *_standing(name, arguments, texts)) for name in NAMES]
    if arguments.json:
        told = {"file": str(settings_path()), "settings": {}}
        told["settings"] = {name: {"value": value, "from": origin} for name, value, origin, _said in found}
        output.put_json(told)
        return DONE
    output.put_row(str(settings_path()))
    for name, value, _origin, said in found:
        output.put_row("")
        output.put_row(f"{name} = {_shown(value) or texts.settings.unset}   ({said})")
        output.put_row(f"  {texts.settings.of(name)}")
        if choices(name):
            output.put_row(f"  {', '.join(filter(None, choices(name)))}")
    for one in settings_of(arguments).keys:
        output.put_row("")
        output.put_row(f"keys.{clean_line(one.command)} = {one.key}   ({texts.settings.from_file})")
    if not settings_path().exists():
        output.say(texts.settings.no_file)
    return _told(arguments, texts)


def _shown(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _standing(name: str, arguments: Namespace, texts: Texts) -> tuple[str | list[str], str, str]:
    """What a setting is, where that comes from, and that in words."""
    read, said = settings_of(arguments), texts.settings
    if name in _OPTIONS and (given := getattr(arguments, _OPTIONS[name])):
        there = [clean_line(one) for one in given] if name in LISTS else clean_line(given)
        return there, "option", said.from_option
    found = getattr(read.settings, name)
    value: str | list[str] = list(found) if name in LISTS else found
    return (value, "file", said.from_file) if name in read.given else (value, "default", said.as_it_comes)


def _check(arguments: Namespace, texts: Texts) -> int:
    problems = problems_of(with_wrong_keys(settings_of(arguments)), texts)
    if arguments.json:
        output.put_json([asdict(one) for one in problems])
        return WRONG if problems else DONE
    for one in problems:
        output.put_row(one.row())
    if not problems:
        output.say(texts.settings.all_right.format(file=settings_path()))
    return WRONG if problems else DONE


def _told(arguments: Namespace, texts: Texts) -> int:
    """Say what is wrong with the file; the exit code."""
    problems = problems_of(with_wrong_keys(settings_of(arguments)), texts)
    if problems:
        output.say(texts.settings.unheeded(len(problems)), [f"  {one.row()}" for one in problems])
    return WRONG if problems else DONE


def _set(given: list[str], texts: Texts) -> int:
    said = texts.settings
    if len(given) < 2:  # noqa: PLR2004 - a name and a value
        raise Refused(said.what_to_set)
    name, value = clean_line(given[0]).replace("-", "_"), clean_line(" ".join(given[1:]))
    listed = [one for one in map(clean_line, given[1:]) if one]
    if name not in NAMES:
        raise Refused(said.no_such.format(given=name, names=", ".join(NAMES)))
    if name in _FOLDERS:
        value, listed = _from_here(value), [_from_here(one) for one in listed]
    if name in LISTS:
        value = ", ".join(listed)
    elif value and not fits(name, value):
        values = texts.cli.any_of([one for one in choices(name) if one])
        raise Refused(said.cannot_be.format(name=name, given=value, values=values))
    _put(name, (listed if name in LISTS else value) or None, texts)
    output.say(said.is_set.format(name=name, value=value) if value else said.is_unset.format(name=name))
    return DONE


def _from_here(folder: str) -> str:
    """A path as it leads to the same place from everywhere; empty as it is."""
    return str(Path.cwd() / expanded(Path(folder))) if folder else ""


def _put(name: str, value: str | list[str] | None, texts: Texts) -> None:
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.files.settings_file import NotPutError, put_setting

    path = settings_path()
    try:
        put_setting(Fs(), path, name, value, texts.settings.begins)
    except NotPutError:
        raise Refused(texts.settings.not_put.format(file=path), WRONG) from None


def _open(texts: Texts) -> int:
    """Open the file in the editor that somebody has chosen, or say where it is."""
    path, said = settings_path(), texts.settings
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not editor.strip():
        output.put_row(str(path))
        output.say(said.no_editor.format(file=path))
        return DONE
    if not path.exists():
        _put("theme", "dark", texts)
    try:
        return WRONG if subprocess.run([*shlex.split(editor), str(path)], check=False).returncode else DONE  # noqa: S603 - their own editor
    except (OSError, ValueError) as error:
        open_quote = texts.faults.toml.of("open quote")
        why = texts.reasons.of_error(error) if isinstance(error, OSError) else open_quote
        raise Refused(
            said.editor_failed.format(editor=clean_line(editor), why=why, file=path), WRONG
        ) from None
