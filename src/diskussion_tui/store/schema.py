"""The version of the session file's format, apart from the codec so that a list can know it without loading that."""

SCHEMA_VERSION = 1
