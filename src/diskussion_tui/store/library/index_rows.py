"""What the index keeps of a discussion, as rows: made from the session as opening gives it, and read back as the same values.

What is searched is kept apart from the rest: looking through ten thousand discussions must not unpack what nobody will see.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import zlib
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Any

from diskussion_tui.base.text import folded
from diskussion_tui.domain.analysis.compilation_share import Share
from diskussion_tui.domain.analysis.said import Discussion, Said
from diskussion_tui.store.library.heads import Entry, kinds_as_one, local, parts_as_one
from diskussion_tui.store.library.packed import Packed, packed
from diskussion_tui.store.library.results import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+")
_APART, _NEXT = "\0", "\1"
"""Stand between two texts of a note, and between two notes: no clean text holds them."""
_QUICK = 1
"""How hard a discussion is packed: what is twice as small takes ten times as long."""


def words_in(text: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(text)


def terms_of(said: Iterable[Said]) -> list[str]:
    """The words by which each note is found, each once. All are folded at once, which is far quicker than one by one."""
    texts = [_APART.join((one.text, *one.also)).replace(_NEXT, " ") for one in said]
    notes = folded(_NEXT.join(texts)).split(_NEXT) if texts else []
    return [" ".join(sorted(set(words_in(text)))) for text in notes]


def packed_of(said: Iterable[Said]) -> Packed:
    """The notes in force as search and lists have them."""
    return packed(
        (Shown(one.kind, one.text, one.supporters, one.question, one.id), one.also) for one in listed(said)
    )


def listed(said: Iterable[Said]) -> list[Said]:
    """The notes in force, in the order in which search and lists have them."""
    return [one for one in said if one.in_force and not one.sort]


def light(searched: str, own: int, merged: str, facets: str, names: Mapping[str, tuple[str, str]]) -> Packed:
    """As much of the notes as counting them takes, also by question and kind; `names` are those of each facet."""
    named = [names[facet] for facet in facets.split()]
    questions, kinds = (tuple(one[place] for one in named) for place in (0, 1))
    return Packed(
        "", searched, "", kinds, (0,) * own, questions, tuple(json.loads(merged) if merged != "[]" else ())
    )


def shown_row(pack: Packed) -> bytes:
    """What lists show of the notes in force besides what is searched, packed."""
    supporters = " ".join(map(str, pack.supporters))
    return zlib.compress(
        _NEXT.join((pack.shown, pack.ids, supporters)).encode("utf-8", "surrogatepass"), _QUICK
    )


def pack_from(lent: Packed, row: bytes) -> Packed:
    """The notes in force again, of as much of them as counting takes and of the rest. Raises `ValueError` for what is none."""
    shown, ids, supporters = zlib.decompress(row).decode("utf-8", "surrogatepass").split(_NEXT)
    hands = tuple(map(int, supporters.split()))
    if not len(hands) == len(lent.kinds) == len(lent.supporters):
        raise ValueError(len(hands))
    return replace(lent, shown=shown, ids=ids, supporters=hands)


# ---- an entry --------------------------------------------------------------------------------------------------------


def entry_row(entry: Entry) -> str:
    """An entry as text; its path is kept beside it."""
    row = [
        entry.id,
        entry.name,
        entry.date.isoformat() if entry.date else "",
        entry.state,
        entry.workbook,
        entry.notes,
        dict(entry.kinds),
        list(entry.parts),
        entry.step,
        entry.modified.timestamp() if entry.modified else None,
        entry.unit,
        entry.registry_number,
        entry.information_class,
        entry.retention,
        entry.fault,
        [str(path) for path in entry.also],
    ]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def entry_from(path: str, row: str) -> Entry:
    """The same entry again. Raises `ValueError`, `TypeError`, `IndexError` and `AttributeError` for what is none."""
    one: list[Any] = json.loads(row)
    return Entry(
        Path(path),
        one[0],
        one[1],
        dt.date.fromisoformat(one[2]) if one[2] else None,
        intern(one[3]),
        intern(one[4]),
        one[5],
        kinds_as_one(tuple(one[6].items())),
        parts_as_one(tuple(one[7])),
        intern(one[8]),
        None if one[9] is None else local(one[9]),
        intern(one[10]),
        one[11],
        intern(one[12]),
        intern(one[13]),
        one[14],
        tuple(map(Path, one[15])),
    )


# ---- what was said ---------------------------------------------------------------------------------------------------

_OF_DISCUSSION = [one.name for one in fields(Discussion)]
_OF_NOTE = [one.name for one in fields(Said) if one.name != "discussion"]
_TUPLES = tuple(_OF_NOTE.index(name) for name in ("also", "places", "rests_on"))
_AT, _DUE = _OF_NOTE.index("at"), _OF_NOTE.index("due")
_values = attrgetter(*_OF_NOTE)


def held_row(discussion: Discussion) -> str:
    """A discussion as text."""
    row = {name: getattr(discussion, name) for name in _OF_DISCUSSION}
    row |= {"date": discussion.date.isoformat(), "verdicts": dict(discussion.verdicts)}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def held_from(row: str) -> Discussion:
    """The same discussion again."""
    return held_in((row,))[0]


def held_in(rows: Sequence[str]) -> list[Discussion]:
    """The same discussions again, read at once: one by one ten thousand take twice as long. Raises `ValueError` for what are none."""
    every: list[dict[str, Any]] = _read_at_once(rows)
    for one in every:
        one["date"] = dt.date.fromisoformat(one["date"])
    return [Discussion(**one) for one in every]


def _read_at_once(rows: Sequence[str]) -> list[Any]:
    found: list[Any] = json.loads(f"[{','.join(rows)}]")
    if len(found) != len(rows):
        raise ValueError(len(found))
    return found


def said_row(said: Sequence[Said]) -> bytes:
    """The notes of a discussion, packed."""
    rows = [list(_values(one)) for one in said]
    for row in rows:
        row[_AT] = row[_AT] and row[_AT].isoformat()
        row[_DUE] = row[_DUE] and row[_DUE].isoformat()
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def said_from(discussion: Discussion, row: bytes) -> list[Said]:
    """The same notes again."""
    rows: list[list[Any]] = json.loads(zlib.decompress(row).decode("utf-8", "surrogatepass"))
    for one in rows:
        for place in _TUPLES:
            one[place] = tuple(one[place])
        if one[_AT]:
            one[_AT] = dt.datetime.fromisoformat(one[_AT])
        if one[_DUE]:
            one[_DUE] = dt.date.fromisoformat(one[_DUE])
    return [Said(discussion, *one) for one in rows]


# ---- what it adds to a compilation -----------------------------------------------------------------------------------

_OF_SHARE = tuple(one.name for one in fields(Share) if one.name not in ("marks", "rows"))


def share_row(share: Share) -> str:
    """What a discussion adds to a compilation, but for its marks and rows, as text."""
    return json.dumps(list(attrgetter(*_OF_SHARE)(share)), ensure_ascii=False, separators=(",", ":"))


def shares_from(rows: Sequence[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> list[Share]:
    """The same again, of several discussions, each with its marks and rows."""
    told = _read_at_once([row for row, _marks, _rows in rows])
    return [
        Share(
            notes,
            dissent,
            marks,
            listed,
            tuple(map(tuple, supported)),
            tuple(map(tuple, actions)),
            (between[0], between[1]),
        )
        for (notes, dissent, supported, actions, between), (_row, marks, listed) in zip(
            told, rows, strict=True
        )
    ]


def ids_row(ids: Iterable[str]) -> str:
    """The ids of notes, as text."""
    return _NEXT.join(ids)


def ids_from(row: str) -> list[str]:
    """The same again."""
    return row.split(_NEXT) if row else []
