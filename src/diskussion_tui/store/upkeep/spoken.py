"""What removed words can be found by: in the bytes of the program's own files, and in what other documents say.

A file of the discussion holds a note where its id stands. A document holds it only where its words do: what analysts decide in a
compilation names notes by their ids alone, and that is no word of anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomli_w

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.fields import texts_in
from diskussion_tui.domain.session.fold import order
from diskussion_tui.domain.session.records import Draft, Head, Removable
from diskussion_tui.store.files import codec
from diskussion_tui.store.files.ground import COMPILED
from diskussion_tui.store.files.paths import file_name
from diskussion_tui.store.upkeep.documents import letters, said_in
from diskussion_tui.store.upkeep.scan import contents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.store.upkeep.documents import Unsealing
    from diskussion_tui.store.upkeep.scan import Inventory

TELLING = 4
"""A text of fewer characters stands in every file by chance; it is looked for by its note's id alone."""
TELLING_LINE = 20
"""A line of this length is one note's own: it is looked for also where damage has taken the rest."""
_TELLING_OF_MANY = 12
"""A discussion has many notes, of which the shorter ones are said in others as well."""
_RUNNING = 8
"""From so many letters on it does not count where words are parted: a document breaks them, and sets parts of them apart."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a note, or a whole discussion, can be found by. `needles` are its texts as bytes of a file, `letters` as a document has them."""

    note_id: str
    texts: tuple[str, ...]
    needles: tuple[bytes, ...]
    letters: tuple[str, ...]

    def stand_in(self, data: bytes, *, own: bool) -> bool:
        """Whether bytes hold the note. Its text counts only in what is the discussion's `own`."""
        if not self.note_id:
            return own and any(needle in data for needle in self.needles)
        mark = self.note_id.encode()
        for told in (b'[[purged]]\nid = "%s"' % mark, b'of = "purged"\nid = "%s"' % mark):
            data = data.replace(told, b"")
        return mark in data or (own and any(needle in data for needle in self.needles))

    def are_told(self, path: Path, data: bytes, unsealing: Unsealing) -> bool:
        """Whether a file that is none of the discussion's says it. Raises `SealedError` where nobody can tell."""
        if any(needle in data for needle in self.needles):
            return True
        if not _is_of_ids(path) and self.stand_in(data, own=False):
            return True
        if _listed(self.note_id) in data:
            return True
        return any(self._are_among(said) for said in said_in(data, unsealing)) if self.letters else False

    def _are_among(self, said: str) -> bool:
        apart, running = f" {said} ", said.replace(" ", "")
        return any(_is_among(one, apart, running) for one in self.letters)


def _is_among(one: str, apart: str, running: str) -> bool:
    joined = one.replace(" ", "")
    return joined in running if len(joined) >= _RUNNING else f" {one} " in apart


def _is_of_ids(path: Path) -> bool:
    """Whether a file is one of those in which a compilation names notes by their ids."""
    return path.parent.parent.name == COMPILED and path.suffix == ".toml"


def _listed(session_id: str) -> bytes:
    """How a compilation lists a discussion, with its name behind."""
    return f'id = "{session_id}"\nname = '.encode()


def words_of(seen: Inventory, session_id: str, note_id: str) -> Words:
    """Everything that the note has said, in any file, and how it may be written there."""
    everything: list[Record] = [one for file in seen.files for one in file.content.versions]
    everything += [one for log in seen.logs_of(session_id) for one in log.found.versions]
    for path in (*seen.aside, *seen.half_made):
        everything += codec.read(contents(path)).versions
    if note_id == session_id:
        return _names(everything, session_id)
    said = [said_by(one) for one in everything if isinstance(one, Removable) and one.id == note_id]
    half = {one.edited for one in everything if isinstance(one, Draft) and one.note == note_id}
    told = tuple(sorted(text for text in half.union(*said) if text))
    lines = {line for text in told for line in text.split("\n") if len(line) >= TELLING_LINE}
    return Words(note_id, told, _needles((*told, *lines)), _in_letters((*told, *lines), TELLING))


def all_words_of(seen: Inventory, session_id: str) -> Words:
    """Everything that a discussion has said, and its names; what is so short that others say it too is left out."""
    records = [one for file in seen.files_of(session_id) for one in file.content.versions]
    records += [one for log in seen.logs_of(session_id) for one in log.found.versions]
    texts = {text for one in records for _, text in texts_in(one, "words") if len(text) >= _TELLING_OF_MANY}
    heads = heads_of(seen, session_id)
    named = {f"{one.date} {one.name}" for one in heads} | {f"{one.name} {one.date}" for one in heads}
    lines = {line for text in texts for line in text.split("\n") if len(line) >= TELLING_LINE}
    told = tuple(sorted(texts | lines))
    return Words(session_id, told, _needles(told), _in_letters((*told, *named), _TELLING_OF_MANY))


def heads_of(seen: Inventory, session_id: str) -> tuple[Head, ...]:
    """What a discussion was called, from the first on."""
    everything = (one for file in seen.files_of(session_id) for one in file.content.versions)
    return tuple(sorted((one for one in everything if isinstance(one, Head)), key=order))


def called_after(seen: Inventory, session_id: str) -> tuple[str, ...]:
    """How the names of its reports begin: as its files are called, and as they were when it had another name."""
    paths = [one.path for one in seen.files_of(session_id)]
    prefixes = {one.stem.partition("_")[0] for one in paths}
    before = {
        file_name(prefix, head.name, head.date).removesuffix(".toml")
        for prefix in prefixes
        for head in heads_of(seen, session_id)
    }
    return tuple(sorted({one.stem for one in paths} | before))


def said_by(note: Removable) -> set[str]:
    """Everything that somebody said in a note or a conclusion."""
    return {text for _, text in texts_in(note, "words") if text}


def _names(everything: Iterable[Record], session_id: str) -> Words:
    """What the discussion was called before, and who led it, but for what it still says of itself."""
    heads = sorted((one for one in everything if isinstance(one, Head) and one.id == session_id), key=order)
    said = [{text for _field, text in texts_in(one, "name") if text} for one in heads]
    told = tuple(sorted(set().union(*said[:-1]) - (said[-1] if said else set())))
    # Between quotation marks: a name may be part of the one it has now.
    return Words("", told, tuple(f'"{needle.decode()}"'.encode() for needle in _needles(told)), ())


def _in_letters(texts: Iterable[str], least: int) -> tuple[str, ...]:
    found = {letters(text) for text in texts}
    return tuple(sorted(one for one in found if len(one) >= least))


def _needles(texts: Iterable[str]) -> tuple[bytes, ...]:
    """Some texts as they may be written in a file."""
    long = (text for text in texts if len(text) >= TELLING)
    return tuple(sorted({needle for text in long for needle in (text.encode(), *_written(text))}))


def _written(text: str) -> tuple[bytes, ...]:
    """A text as it stands within the quotation marks of a file and of a journal."""
    one_line = tomli_w.dumps({"t": text}).removeprefix('t = "').removesuffix('"\n')
    several = (
        tomli_w.dumps({"t": text}, multiline_strings=True).removeprefix('t = """\n').removesuffix('"""\n')
    )
    return one_line.encode(), several.encode()
