"""Files as one package that can be checked in fifty years: BagIt (RFC 8493) in a zip, its contents as they are and not compressed.

A manifest has the SHA-256 of every file, and another that of the manifest, so that whoever has the package and any tool for hashes
can see that nothing has changed. The zip has one time for all, so that the same files are the same bytes.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_MANIFEST, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_MOST = 500_000_000
"""Bytes that are read of a package: a small file may claim to be endless."""
_PIECE = 1 << 20
_LENGTHS_AT = 26
"""Where the head of a file in a zip says how long its name and its extra field are."""
_DESCRIBED, _DESCRIPTOR = 0x08, 24
"""The flag of a file whose sizes stand behind it, and the bytes that those take at most."""
_END, _END_SIZE = b"PK\5\6", 22
"""How the end of a zip begins, and its bytes where no comment follows."""

Fault = Literal[
    "no_package", "changed", "missing", "unlisted", "too_large", "listed_badly", "twice", "link", "beside"
]
"""What is wrong with a package, or with one of its files."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was packed: the file, empty where it is the package, and what is wrong."""

    file: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at a package found: its files with their hashes, and what is wrong. `data` has the files that were asked for."""

    hashes: Mapping[str, str]
    problems: tuple[Problem, ...]
    data: Mapping[str, bytes]


def bag(name: str, files: Mapping[str, bytes], about: Iterable[tuple[str, str]]) -> bytes:
    """The package: one folder of a name, with `files` below `data/` and what is said `about` it, label by label."""
    held = {f"data/{path}": data for path, data in sorted(files.items())}
    size = f"{sum(map(len, held.values()))}.{len(held)}"
    lines = [f"{label}: {' '.join(value.split())}" for label, value in (*about, ("Payload-Oxum", size))]
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": "".join(f"{line}\n" for line in lines).encode(),
        _MANIFEST: _hashed(held),
    }
    return _zipped(name, {**tags, TAGS: _hashed(tags), **held})


def _hashed(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in files.items()).encode()


def _zipped(name: str, files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for path, data in files.items():
            entry = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # as on every machine
            made.writestr(entry, data)
    return out.getvalue()


def checked(package: bytes, wanted: Iterable[str] = (), needed: Iterable[tuple[str, ...]] = ()) -> Checked:
    """Hold a package against its own manifests. Nothing of it is unpacked onto the disk. `wanted` are files to hand back.

    Manifests may be written anew by whoever takes a file away: `needed` are those it must have, one of each.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as given:
            return _checked(given, package, frozenset(wanted), tuple(needed))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, struct.error):
        return Checked({}, (Problem("", "no_package"),), {})


def _checked(
    given: zipfile.ZipFile, package: bytes, wanted: frozenset[str], needed: tuple[tuple[str, ...], ...]
) -> Checked:
    there = {_path_of(entry): entry for entry in given.infolist() if not entry.is_dir()}
    if "bagit.txt" not in there or _MANIFEST not in there:
        return Checked({}, (Problem("", "no_package"),), {})
    if sum(entry.file_size for entry in there.values()) > _MOST:
        return Checked({}, (Problem("", "too_large"),), {})
    problems = [*_misled(given), *_beside(given, package)]
    problems += (Problem(one[0], "missing") for one in needed if there.keys().isdisjoint(one))
    data: dict[str, bytes] = {}
    hashes: dict[str, str] = {}
    for path, entry in there.items():
        try:
            read = _read(given, entry)
        except (zipfile.BadZipFile, EOFError, ValueError):
            problems.append(Problem(path, "changed"))
            continue
        hashes[path] = sha256(read).hexdigest()
        if path in wanted or path in {_MANIFEST, TAGS}:
            data[path] = read
    listed = {**_listed(data.get(_MANIFEST, b""), problems), **_listed(data.get(TAGS, b""), problems)}
    problems += _compared(listed, hashes, {one.file for one in problems})
    return Checked(hashes, tuple(problems), {path: data[path] for path in wanted if path in data})


def _path_of(entry: zipfile.ZipInfo) -> str:
    """Where a file lies within the package's folder."""
    return entry.filename.partition("/")[2]


def _misled(given: zipfile.ZipFile) -> Iterator[Problem]:
    """What would be another file to other programs: one that is there twice, or in two folders, and links."""
    seen: set[str] = set()
    folder = given.infolist()[0].filename.partition("/")[0]
    for entry in given.infolist():
        path = _path_of(entry)
        if stat.S_ISLNK(entry.external_attr >> 16):
            yield Problem(path, "link")
        elif entry.filename.partition("/")[0] != folder:
            yield Problem(entry.filename, "unlisted")
        elif not entry.is_dir() and path.casefold() in seen:
            yield Problem(path, "twice")
        seen.add(path.casefold())


def _beside(given: zipfile.ZipFile, package: bytes) -> Iterator[Problem]:
    """What no manifest can cover: bytes before, between and behind the files, comments, and folders that hold no file."""
    entries = sorted(given.infolist(), key=lambda one: one.header_offset)
    at, apart = 0, False
    for entry in entries:
        apart = apart or entry.header_offset > at or bool(entry.comment)
        name, extra = struct.unpack_from("<HH", package, entry.header_offset + _LENGTHS_AT)
        at = entry.header_offset + _LENGTHS_AT + 4 + name + extra + entry.compress_size
        at += _DESCRIPTOR if entry.flag_bits & _DESCRIBED else 0
    if apart or given.start_dir > at or package.rfind(_END) + _END_SIZE != len(package):
        yield Problem("", "beside")
    files = [one.filename for one in entries if not one.is_dir()]
    for entry in entries:
        if entry.is_dir() and not any(one.startswith(entry.filename) for one in files):
            yield Problem(_path_of(entry) or entry.filename, "unlisted")


def _read(given: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A file of the zip, no more of it than it says of itself."""
    with given.open(entry) as source:
        return b"".join(iter(lambda: source.read(_PIECE), b""))


def _listed(manifest: bytes, problems: list[Problem]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in manifest.decode("utf-8", "replace").splitlines():
        digest, apart, path = line.partition("  ")
        if apart and path and path not in found:
            found[path] = digest
        else:
            problems.append(Problem(line, "listed_badly"))
    return found


def _compared(listed: Mapping[str, str], hashes: Mapping[str, str], told: set[str]) -> Iterator[Problem]:
    for path, digest in listed.items():
        if path not in hashes and path not in told:
            yield Problem(path, "missing")
        elif path in hashes and hashes[path] != digest:
            yield Problem(path, "changed")
    yield from (Problem(path, "unlisted") for path in hashes if path not in listed and path != TAGS)
