"""One setting put into the settings file. Whatever else stands in it, comments too, stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tomli_w

from diskussion_tui.base.toml import parsed
from diskussion_tui.store.files.atomic import write_free, write_whole
from diskussion_tui.store.files.ground import read_whole

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_REST = r"""^[ \t]*{key}[ \t]*=[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\[[^\]\n]*\]|[^\s#"']*)(?P<rest>[ \t]*(?:\#[^\r\n]*)?\r?)$"""
"""A line that holds a setting and nothing but it, a comment apart."""


class NotPutError(ValueError):
    """The file is not such that one setting in it could be changed and all else left."""


def put_setting(fs: Fs, path: Path, key: str, value: str | list[str] | None, begins: str = "") -> None:
    """Have a setting be `value`, a text or several, or without one be left out. A file that is made for it begins with a comment.

    Raises `NotPutError`, and `OSError`.
    """
    try:
        before = read_whole(path)
    except FileNotFoundError:
        if value is not None:
            fs.make_folder(path.parent)
            new = _with(begins, key, value).encode()
            write_free(fs, (path,), new, path.parent)
        return
    try:
        old = before.decode()
        was = parsed(old.removeprefix("\ufeff"))
        text = _with(old, key, value)
        now = parsed(text.removeprefix("\ufeff"))
    except ValueError:
        raise NotPutError from None
    wanted = {one: it for one, it in was.items() if one != key} | ({} if value is None else {key: value})
    if now != wanted or read_whole(path) != before:
        raise NotPutError
    if text != old:
        write_whole(fs, path, text.encode(), path.parent)


def _with(text: str, key: str, value: str | list[str] | None) -> str:
    """A text with a setting changed where it stands, else put before the first table."""
    line = re.compile(_REST.format(key=re.escape(key)), re.MULTILINE)
    said = "" if value is None else f"{key} = {_written(value)}"
    end = found.start() if (found := _TABLE.search(text)) else len(text)
    if there := line.search(text, 0, end):
        if value is None:
            return text[: there.start()] + text[there.end() :].removeprefix("\n")
        return text[: there.start()] + said + there["rest"] + text[there.end() :]
    if value is None:
        return text
    head = text[:end]
    gap = "" if not head or head.endswith("\n") else "\n"
    return f"{head}{gap}{said}\n{text[end:]}"


def _written(value: str | list[str]) -> str:
    """A value on one line, so that the next who changes it finds where it ends."""
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")
