"""Archive packages on disk: made of a discussion, held against their own manifests and against the discussion as it is now."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session.records import REMOVABLE
from diskussion_tui.reports.archive import ALWAYS, SESSION, Kept, package
from diskussion_tui.reports.formats.bag import TAGS, checked
from diskussion_tui.reports.profile import INTERNAL, told
from diskussion_tui.store.files import codec
from diskussion_tui.store.files.ground import read_whole
from diskussion_tui.store.files.paths import file_name
from diskussion_tui.store.session.report_file import put_report
from diskussion_tui.workshop.looking_in import Places, versions_of

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.reports.exporting import Export
    from diskussion_tui.reports.formats.bag import Checked
    from diskussion_tui.workshop.report import Source

SUFFIX = ".arkiv.zip"
_MOST = 600_000_000
"""Bytes of a package at most: no discussion makes one that is nearly as large."""


@dataclass(frozen=True, slots=True)
class Originals:
    """The files of a discussion as they lie, by name; `unclean` are those that still hold what was removed for good."""

    files: dict[str, bytes]
    unclean: tuple[Path, ...]


def originals_of(session: Session, path: Path, folder: Path, refuge: Path | None) -> Originals:
    """Every file of a discussion that holds nothing which the discussion does not. Raises as opening does."""
    files: dict[str, bytes] = {}
    unclean: list[Path] = []
    for one, _ in versions_of(path, Places(folder, refuge)):
        data = read_whole(one)
        stands = {(each.table, each.id) for each in codec.read(data).versions}
        if any(key[0] in REMOVABLE and key not in session.versions for key in stands):
            unclean.append(one)
        else:
            files[one.name] = data
    return Originals(files, tuple(unclean))


def write_package(source: Source, export: Export, responsible: str, originals: dict[str, bytes]) -> Path:
    """Put the package into the folder of `source`; which file it is. Raises `OSError` and `RefusedPdfError`."""
    head = source.session.head
    named = (source.path.stem.partition("_")[0], head.name, head.date)
    folder = file_name(*named).removesuffix(".toml")  # its file may still be called as it was before
    data = package(folder, export, Kept(responsible, originals))
    return put_report(source.folder, named, SUFFIX, data, source=source.path)


def check_package(path: Path) -> tuple[Checked, Session | None]:
    """A package held against its manifests, and the discussion in it, None where that cannot be read. Raises `OSError`."""
    from diskussion_tui.domain.session.fold import NoHeadError, session_of

    needed = (*(tuple(f"data/{name}" for name in names) for names in ALWAYS), (TAGS,))
    found = checked(read_whole(path, most=_MOST), (f"data/{SESSION}",), needed)
    data = found.data.get(f"data/{SESSION}")
    if data is None:
        return found, None
    content = codec.read(data)
    try:
        return found, session_of(content.versions, content.frame)
    except NoHeadError:
        return found, None


def digest_of(path: Path) -> str:
    """The SHA-256 of a package. Raises `OSError`."""
    return sha256(read_whole(path, most=_MOST)).hexdigest()


def holds_all(kept: Session, now: Session) -> bool:
    """Whether a package's discussion has everything that counts of the discussion as it is."""
    return told(now, INTERNAL, "").versions.items() <= told(kept, INTERNAL, "").versions.items()
