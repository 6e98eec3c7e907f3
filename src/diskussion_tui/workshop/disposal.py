"""The record of a disposal: what was disposed of, by which decision, when and by which program. Nothing that was said is in it.

Neither is the name of the discussion nor its id: the name may be somebody's, and whatever holds the id counts as holding the discussion.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from diskussion_tui.base.clock import moment
from diskussion_tui.base.value import dataclass
from diskussion_tui.reports.page import in_columns
from diskussion_tui.store.files.paths import stems
from diskussion_tui.store.session.report_file import put_called
from diskussion_tui.workshop import clock

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.upkeep.purge import Purged
    from diskussion_tui.texts.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Disposal:
    """A discussion that is gone: what it was, the decision, the SHA-256 of the package that is kept of it if any, what became of its files."""

    session: Session
    decision: str
    package: str
    purged: Purged


def write_record(folder: Path, of: Disposal, texts: Texts) -> Path:
    """Put the record into a folder; which file it is. Raises `OSError`."""
    now, head, said, terms = clock.local_now(), of.session.head, texts.archive, texts.terms
    left = len(of.purged.left) + len(of.purged.shut)
    rows = (
        (said.disposed_at, moment(now)),
        (said.decision, of.decision),
        (terms.registry_number, head.registry_number),
        (terms.date, head.date.isoformat()),
        (terms.unit, head.unit),
        (terms.information_class, head.information_class),
        (terms.retention, head.retention),
        (said.notes, str(len(of.session.notes()))),
        (said.removed_files, str(len(of.purged.removed))),
        (said.left_files, str(left)),
        (said.kept_package, of.package),
        (said.mark, sha256(of.session.id.encode()).hexdigest()),
    )
    text = "\n".join((said.record_title, "", *in_columns(rows, said.not_given), "", said.record_ends)) + "\n"
    return put_called(folder, stems(said.record_file, f"{now:%Y-%m-%d}"), ".txt", text.encode())
