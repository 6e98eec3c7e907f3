"""What a journal is made of: blocks of TOML, each with a seal that tells whether all of it reached the disk.

How they are written, read back, and told from what is none. Of files and locks it knows nothing.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.faults import Fault
from diskussion_tui.store.files import codec
from diskussion_tui.store.files.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diskussion_tui.domain.session.records import Head, Record

_SEAL = re.compile(rb"^# crc32 ([0-9a-f]{8})\n", re.MULTILINE)
_SEAL_LENGTH = len(b"# crc32 00000000\n")
_CUT_OFF = b"00000000"
"""The seal that is put behind what a crash cut off."""
END_OF_ANOTHER = b"\n# crc32 " + _CUT_OFF + b"\n"
_VERSION = re.compile(rb"# schema (\d{1,6})\n")
"""Begins what a program wrote from when it opened the journal: one left by a crash may go on in a later version."""
_BEGINS = b"# schema"
_AT_ONCE = 1_000_000
"""About so many bytes of blocks are parsed together: a journal may be long where a file may not, since all of it is acknowledged."""


class Place(NamedTuple):
    """How far a journal has been read: so many bytes, the format's version there, and the seal that ends there."""

    upto: int = 0
    version: int = 1
    seal: bytes = b""


@dataclass(frozen=True, slots=True)
class Journaled:
    """What a journal held.

    `faults` are the blocks that were damaged after they had been written, `cut_off` counts the bytes of what a crash cut
    off; `newer` is the format's version where that is later than ours.
    `upto` is where the last seal ends, `version` the format's version there, and `seal` that seal: where to read on when it
    has grown.
    """

    versions: tuple[Record, ...]
    faults: tuple[Fault, ...] = ()
    cut_off: int = 0
    newer: int = 0
    upto: int = 0
    version: int = 1
    seal: bytes = b""

    @property
    def place(self) -> Place:
        """Where it was read to."""
        return Place(self.upto, self.version, self.seal)


def sealed(records: Iterable[Record]) -> bytes:
    """Records as one block of TOML with its seal."""
    return seal(_text(records))


def read_journal(data: bytes, version: int = 1) -> Journaled:
    """What the sealed blocks of a journal hold. A block whose seal does not match is told of, not guessed at.

    `version` is the format's until the journal says another.
    """
    whole = sealed_in(data, version)
    parts, faults, cut_off, start = whole.parts, whole.faults, whole.cut_off, whole.upto
    contents = [
        codec.read(b"schema_version = %d\n" % written + b"".join(good)) for written, good in parts if good
    ]
    return Journaled(
        tuple(record for content in contents for record in content.versions),
        (*faults, *(fault for content in contents for fault in content.faults)),
        cut_off,
        max((content.newer for content in contents), default=0),
        start,
        parts[-1][0],
        data[start - _SEAL_LENGTH : start] if start else b"",
    )


def read_on(read: Callable[[int], bytes], place: Place) -> Journaled:
    """What a journal has got beyond a place, `read` giving its bytes from one on; all of it where that place is not in it any more.

    A file's number says too little: a writer that comes back may be given the number that its last journal had.
    """
    data = read(place.upto - len(place.seal))
    if not data.startswith(place.seal):
        place, data = Place(), read(0)
    found = read_journal(data[len(place.seal) :], place.version)
    return replace(found, upto=place.upto + found.upto, seal=found.seal or place.seal)


class Sealed(NamedTuple):
    """What a journal's seals vouch for: its whole blocks with the version of their format, and what is amiss with the others."""

    parts: list[tuple[int, list[bytes]]]
    faults: list[Fault]
    cut_off: int
    upto: int


def sealed_in(data: bytes, version: int = 1) -> Sealed:
    """The blocks of a journal whose seals match, about as many together as are parsed at once."""
    parts: list[tuple[int, list[bytes]]] = [(version, [])]
    faults: list[Fault] = []
    cut_off, start, room = 0, 0, _AT_ONCE
    line, counted = (
        1,
        0,
    )  # of a fault; counted on from the one before, or many faults would take their number's square
    for seal in _SEAL.finditer(data):
        text = data[start : seal.start()]
        if zlib.crc32(text) == int(seal[1], 16):
            if begun := _VERSION.match(text):
                parts.append((int(begun[1]), []))
            elif room < 0:
                parts.append((parts[-1][0], []))
                room = _AT_ONCE
            parts[-1][1].append(text)
            room -= len(text)
        elif seal[1] == _CUT_OFF:
            cut_off += len(text.strip(b"\n"))
        else:
            shown = text.decode(errors="replace")
            line, counted = line + data.count(b"\n", counted, start), start
            faults.append(Fault("damaged_block", line, "crc32", shown))
        start = seal.end()
    return Sealed(parts, faults, cut_off + len(data) - start, start)


def is_foreign(data: bytes) -> bool:
    """Whether what stands under a journal's name is none: no program of ours has begun it, not even half a block."""
    begun = data.lstrip(b"\0")[: len(_BEGINS)]  # a power cut leaves zeros
    return not (_SEAL.search(data) or _BEGINS.startswith(begun))


def beginning(head: Head) -> bytes:
    """What makes a journal readable without its session file: the version of the format, and whose discussion."""
    return seal(b"# schema %d\n" % SCHEMA_VERSION + _text([head]))


def _text(records: Iterable[Record]) -> bytes:
    return "".join(codec.block("history", record, one_line=True) for record in records).encode()


def seal(text: bytes) -> bytes:
    """A text with its checksum behind it."""
    return text + b"# crc32 %08x\n" % zlib.crc32(text)
