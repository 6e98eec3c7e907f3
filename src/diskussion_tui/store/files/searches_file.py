"""Saved searches: a small file beside the settings, since what somebody looks for is theirs and no part of the discussions.

```toml
[[searches]]
name = "fax i våras"
query = "fax kategori:- från:2026-03 till:2026-05"
```

Whatever else stands in it is left alone: a file that cannot be read is not written over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.base.toml import parsed
from diskussion_tui.store.files.coerce import list_of, table_of
from diskussion_tui.store.files.paths import settings_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.store.files.fs import Fs

_MOST_BYTES = 200_000


class Search(NamedTuple):
    """A query under a name."""

    name: str
    query: str


class UnreadableSearchesError(ValueError):
    """The file holds no searches as they are written here."""


def searches_path() -> Path:
    """Where the searches of whoever sits here lie; the file need not be there."""
    return settings_path().with_name("sokningar.toml")


def read_searches(path: Path) -> tuple[Search, ...]:
    """The saved searches, the latest last; none where there is no file. Raises `UnreadableSearchesError` and `OSError`."""
    return tuple(_searches(_whole(path)))


def put_search(fs: Fs, path: Path, name: str, query: str) -> None:
    """Save a query under a name, in place of one that is called so already; without a query that one is only removed.

    Raises as `read_searches` does.
    """
    whole = _whole(path)
    kept = [one for one in _searches(whole) if folded(one.name) != folded(clean_line(name))]
    if query:
        kept.append(Search(clean_line(name), clean_line(query)))
    _write(fs, path, whole, kept)


def _write(fs: Fs, path: Path, whole: dict[str, Any], searches: Iterable[Search]) -> None:
    import tomli_w

    from diskussion_tui.store.files.atomic import write_free, write_whole

    text = tomli_w.dumps(whole | {"searches": [one._asdict() for one in searches]})
    if path.exists():
        write_whole(fs, path, text.encode(), path.parent)
        return
    fs.make_folder(path.parent)
    write_free(fs, (path,), text.encode(), path.parent)


def _whole(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    try:
        if len(data) > _MOST_BYTES:
            raise UnreadableSearchesError
        return parsed(data.decode("utf-8-sig"))
    except ValueError:
        raise UnreadableSearchesError from None


def _searches(whole: dict[str, Any]) -> Iterable[Search]:
    listed = whole.get("searches", [])
    if not isinstance(listed, list):
        raise UnreadableSearchesError
    for one in list_of(listed):
        name, query = table_of(one).get("name"), table_of(one).get("query")
        if not isinstance(name, str) or not isinstance(query, str):
            raise UnreadableSearchesError
        if clean_line(name) and clean_line(query):
            yield Search(clean_line(name), clean_line(query))
