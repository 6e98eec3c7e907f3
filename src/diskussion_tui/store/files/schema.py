"""The version of the session file's format, apart from the codec so that a list can know it without loading that."""

from __future__ import annotations

import re

SCHEMA_VERSION = 3
"""1: the first. 2: `written_by`, whose file it is, and `[[purged]]`, which a program that knows only 1 would undo.
3: `[[plan]]`, `[[clock]]`, `[[rounds]]`, `[[votes]]`, `[[conclusions]]`; notes that are merged, parked, placed on the compass."""

_IN_A_JOURNAL = re.compile(rb"^# schema (\d{1,6})$", re.MULTILINE)


def is_later(journal: bytes) -> bool:
    """Whether a journal, or some of it, was written by a later version of the program."""
    return any(int(found[1]) > SCHEMA_VERSION for found in _IN_A_JOURNAL.finditer(journal))
