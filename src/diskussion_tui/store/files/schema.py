"""The version of the session file's format, apart from the codec so that a list can know it without loading that."""

SCHEMA_VERSION = 3
"""1: the first. 2: `written_by`, whose file it is, and `[[purged]]`, which a program that knows only 1 would undo.
3: `[[plan]]`, `[[clock]]`, `[[rounds]]`, `[[votes]]`, `[[conclusions]]`; notes that are merged, parked, placed on the compass."""
