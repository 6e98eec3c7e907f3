"""What the program has given its word for, and whether the disk holds it.

A text is *sent* when Enter has been typed behind it, and *acknowledged* when the screen showed it as taken in and called
everything saved, or when `diskussion note` printed its id. Only what is acknowledged must be found; whatever is found must
be there once, word for word.
"""

import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from diskussion_tui.domain.session.faults import UnreadableSessionError
from diskussion_tui.domain.session.records import Answer, Note, Record
from diskussion_tui.domain.session.session import Session
from diskussion_tui.store.files import codec
from diskussion_tui.store.files.paths import refuge_of
from diskussion_tui.store.session.blocks import read_journal
from diskussion_tui.store.session.reading import read_session
from torture.sayings import TOKEN


@dataclass(frozen=True, slots=True)
class Sent:
    """A text that was sent. An addition to a note stands behind whatever the note said before."""

    token: str
    text: str
    addition: bool = False

    def is_in(self, texts: Iterable[str]) -> bool:
        """Say whether one of the versions of a record is what was sent, to the letter."""
        if not self.addition:
            return self.text in texts
        return any(text == self.text or text.endswith(" " + self.text) for text in texts)


@dataclass(slots=True)
class Ledger:
    """Everything sent to one discussion, by token, and which of it was acknowledged."""

    sent: dict[str, Sent] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    exempt: set[str] = field(default_factory=set)
    """What somebody else has destroyed since; it may be gone."""

    def missing(self, disk: "Disk") -> list[str]:
        """Return one line for each text that is lost, altered, or there twice."""
        return [said for token, sent in self.sent.items() if (said := self._wrong(token, sent, disk))]

    def _wrong(self, token: str, sent: Sent, disk: "Disk") -> str:
        records = disk.records.get(token, {})
        if len(records) > 1:
            return f"there {len(records)} times: {sent.text!r} {sorted(records)}"
        if token not in self.acknowledged - self.exempt:
            return ""
        if not records:
            return f"lost: {sent.text!r}"
        (texts,) = records.values()
        return "" if sent.is_in(texts) else f"altered: {sent.text!r} is {texts!r}"


@dataclass(frozen=True, slots=True)
class Disk:
    """What a folder holds of one discussion: texts by token and record, and what was wrong with its files."""

    session: Session | None
    records: dict[str, dict[tuple[str, str], list[str]]]
    wrong: tuple[str, ...] = ()


def read_disk(sessions: Path) -> Disk:
    """Read the one discussion of a folder, however many files it has, and of its refuge, with the program's own reading."""
    refuge = refuge_of(sessions)
    paths = sorted((*sessions.glob("*.toml"), *refuge.glob("*.toml")))
    wrong: list[str] = []
    session = None
    for path in paths:
        wrong += _not_whole(path)
        with suppress(UnreadableSessionError):
            held = read_session(path, refuge)
            if session and session.id != held.session.id:
                wrong.append(f"{path.name} is another discussion")
            session = held.session
            wrong += [f"{path.name}: {fault}" for fault in held.faults]
    live = chain(_journaled(sessions / ".live"), _journaled(refuge / ".live"))
    versions = chain.from_iterable(session.versions.values()) if session else live
    return Disk(session, _by_token(versions), tuple(wrong))


def tokens_in(file: Path) -> set[str]:
    """Return the tokens of what stands in a session file as said; a half-typed line is not."""
    return set(_by_token(codec.read(file.read_bytes()).versions))


def tokens_in_journals(live: Path) -> set[str]:
    """Return the tokens of what the journals of a folder hold."""
    return set(_by_token(_journaled(live)))


def _not_whole(path: Path) -> list[str]:
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return [f"{path.name} is not whole: {error}"]
    return []


def _journaled(folder: Path) -> Iterator[Record]:
    """Return what the journals of a folder hold; there need not be one."""
    for path in sorted(folder.glob("**/*.toml")):
        yield from read_journal(path.read_bytes()).versions


def _by_token(versions: Iterable[Record]) -> dict[str, dict[tuple[str, str], list[str]]]:
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for version in versions:
        for text in _texts(version):
            for token in TOKEN.findall(text):
                texts = found.setdefault(token, {}).setdefault((version.table, version.id), [])
                if text not in texts:
                    texts.append(text)
    return found


def _texts(version: Record) -> tuple[str, ...]:
    if isinstance(version, Note):
        return (version.text,)
    return (version.wording,) if isinstance(version, Answer) else ()
