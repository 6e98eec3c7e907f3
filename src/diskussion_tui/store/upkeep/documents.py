"""What a document says: its letters, whatever it is written and packed in, so that removed words are found there too.

A report has the words with tags between them, escaped, broken over lines or in a zip. So letters are compared, without what lies
between. What cannot be looked into, or only at a cost, is `SealedError`: then nobody says that no words are there.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Unsealing: TypeAlias = Callable[[bytes], str | None]
    """What a PDF says, handed in by whoever can read one; None where that cannot be told."""

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_PDF_WITHIN = 1024
"""So far in its head stands what a PDF says that it is."""
_OPAQUE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # Word and Excel before 2007
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
)
"""How files begin that may hold words, and that nothing here opens."""
_MOST = 100_000_000
"""Bytes that are unpacked of a file: a small one may claim to be endless."""
_MEMBERS = 5_000
_DEEP = 3
"""So many packages within packages."""
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BETWEEN = re.compile(r"[\W_]+")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


class SealedError(Exception):
    """A file that may hold words cannot be looked into."""


def sealed(_data: bytes) -> None:
    """A PDF where nothing reads one."""


def letters(text: str) -> str:
    """The letters and digits of a text, small ones, and a blank wherever something else stands between."""
    plain = unicodedata.normalize("NFKC", text.replace("\xad", "")).casefold()
    return _BETWEEN.sub(" ", plain).strip()


def said_in(data: bytes, unsealing: Unsealing) -> Iterator[str]:
    """The letters of everything that a file says, piece by piece. Raises `SealedError`."""
    return _said(data, unsealing, _DEEP, [_MOST])


def _said(data: bytes, unsealing: Unsealing, deep: int, left: list[int]) -> Iterator[str]:
    if data.startswith(_OPAQUE):
        raise SealedError
    if data.startswith(_ZIP):
        for inner in _members(data, deep, left):
            yield from _said(inner, unsealing, deep - 1, left)
    elif _PDF in data[:_PDF_WITHIN]:
        if (text := unsealing(data)) is None:
            raise SealedError
        yield letters(text)
    else:
        text = _decoded(data)
        plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        yield letters(html.unescape(_TAG.sub(" ", plain)))


def _members(data: bytes, deep: int, left: list[int]) -> Iterator[bytes]:
    """What is packed in a zip. Raises `SealedError` where it cannot be unpacked, or is too much."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # one can be broken in ways that the library has many errors for
        raise SealedError from error
    if not deep or len(opened.infolist()) > _MEMBERS:
        raise SealedError
    for name in opened.infolist():
        yield _unpacked(opened, name, left)


def _unpacked(opened: zipfile.ZipFile, name: zipfile.ZipInfo, left: list[int]) -> bytes:
    try:
        with opened.open(name) as one:
            inner = one.read(left[0] + 1)
    except Exception as error:  # as above; and it may be locked, or packed in a way that is not known here
        raise SealedError from error
    left[0] -= len(inner)
    if left[0] < 0:
        raise SealedError
    return inner


def _decoded(data: bytes) -> str:
    """Bytes as text, of whichever program: every byte is a letter of the old coding."""
    if data.startswith(_UNICODE_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
