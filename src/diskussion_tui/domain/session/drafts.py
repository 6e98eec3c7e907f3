"""What of a draft is still half typed.

A note and the emptied line behind it are two writes, and a program can die between them. Its draft then holds, whole or in
part, what had just been sent: given back, it would be sent twice, or take an edit halfway back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, clean_note
from diskussion_tui.domain.session.conclusions import without_section
from diskussion_tui.domain.session.records import Answer, Conclusion, Draft, Note

if TYPE_CHECKING:
    from diskussion_tui.domain.session.records import Record
    from diskussion_tui.domain.session.session import Session


def unsent(session: Session, draft: Draft, *ours: str) -> Draft:
    """`draft` without what its writer has sent since. `ours` are the ids of one person, where that is their draft."""
    writers = {draft.writer, *(ours if draft.writer in ours else ())}
    later = [
        version
        for versions in session.versions.values()
        for version in versions
        if version.writer in writers and version.change > draft.change and not version.undoes
    ]
    if draft.note and any(isinstance(one, Note | Conclusion) and one.id == draft.note for one in later):
        draft = replace(draft, note="", edited="", task="")
    if draft.text and any(_begins_with(one, draft.text) for one in later):
        draft = replace(draft, text="")
    return draft


def _begins_with(version: Record, text: str) -> bool:
    if isinstance(version, Note):
        return version.rev == 1 and version.text.startswith(clean_note(text))
    if isinstance(version, Conclusion) and not version.notes:  # one made from notes was not typed
        typed = clean_note(text)
        return version.rev == 1 and any(map(version.text.startswith, (typed, without_section(typed))))
    return isinstance(version, Answer) and version.wording.startswith(clean_line(text))
