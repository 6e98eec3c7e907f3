"""One file read: what sort of file it is, and the discussion in it or the verdict that there is none.

Pure but for the library that reads it: it is handed bytes and gives a value, so that it can be done in a process that is ended when a
file makes it run away. What a file is, its first bytes say before its name does.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from diskussion_tui.base.text import excerpt
from diskussion_tui.domain.session.refusals import TooLongError
from diskussion_tui.domain.workbook.form import IDENTITY, identified
from diskussion_tui.intake.called import called, may_be
from diskussion_tui.intake.given import session_given
from diskussion_tui.intake.own_files import from_json, from_toml, told_of
from diskussion_tui.intake.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diskussion_tui.intake.given import Given
    from diskussion_tui.intake.setting import Setting

_ZIP = b"PK\x03\x04"
_WEB = (b"<!doctype", b"<html")
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp", ".bmp"})


def read_file(name: str, data: bytes, setting: Setting) -> Outcome:
    """What a file with this name and these bytes tells."""
    try:
        return _reader_of(name, data)(name, data, setting)
    except TooLongError:
        return Outcome("too_large", "note")


def _reader_of(name: str, data: bytes) -> Callable[[str, bytes, Setting], Outcome]:
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf" or b"%PDF-" in data[:1024]:
        return _pdf
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix in _PICTURES:
        return lambda _name, _data, _setting: Outcome("scanned", "picture")
    return lambda _name, _data, _setting: Outcome("unknown", "suffix", {"suffix": suffix or "–"})


def _pdf(name: str, data: bytes, setting: Setting) -> Outcome:
    from diskussion_tui.intake.pdf import held_in

    held = held_in(data)
    if isinstance(held, Outcome):
        return _told_apart(held, data)
    if held.attached:
        return from_toml(held.attached)
    return _form(name, data, held.fields, setting)


def _told_apart(outcome: Outcome, data: bytes) -> Outcome:
    """What a file is that calls itself a PDF and is none."""
    if outcome.code != "not_pdf":
        return outcome
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_ZIP):
        return Outcome("not_pdf", "zip")
    return Outcome("not_pdf", "web" if start.lower().startswith(_WEB) else "")


def _form(name: str, data: bytes, fields: Mapping[str, str], setting: Setting) -> Outcome:
    from diskussion_tui.intake.form import given_in
    from diskussion_tui.intake.mapping import given_as_mapped

    workbook = setting.workbook
    if IDENTITY not in fields:
        found = given_as_mapped(fields, setting, lambda given: outcome_of(given, name, data, setting))
        return _drafted(found, data, setting) if found.code == "unknown_form" and setting.draft else found
    of = identified(fields[IDENTITY])
    if of is None:
        return Outcome("unknown_form", "identity")
    facts = {"given": f"{of[0]}/{of[1]}", "workbook": workbook.id, "version": str(workbook.version)}
    if of[0] != workbook.id:
        return Outcome("other_workbook", "", facts)
    if of[1] != workbook.version:
        return Outcome("other_version", "workbook", facts)
    return outcome_of(given_in(fields, workbook), name, data, setting)


def _drafted(outcome: Outcome, data: bytes, setting: Setting) -> Outcome:
    """The same, with a draft of a mapping among its facts."""
    from diskussion_tui.intake.mapping import drafted
    from diskussion_tui.intake.pdf import places_in

    comment, place = setting.draft or ("", "")
    told = [
        (one.name, "; ".join(filter(None, (place.format(page=one.page, number=one.number), one.tip))))
        for one in places_in(data)
    ]
    return replace(outcome, facts={**outcome.facts, "draft": drafted(told, setting.workbook, comment)})


def outcome_of(given: Given, name: str, data: bytes, setting: Setting) -> Outcome:
    """What was given as a discussion, with what its file's name says where it does not say it itself."""
    if given.is_blank:
        return Outcome("blank")
    hint = called(PurePath(name).stem, setting.workbook.file_prefix)
    whose = setting.name or given.name or hint.name
    day = setting.day or given.day or hint.day
    if not whose:
        return Outcome("asks", "no_name")
    if setting.day is None and given.said_day and not may_be(given.said_day, hint.day):
        return Outcome("asks", "unread_day", {"given": excerpt(given.said_day)})
    if day is None:
        return Outcome("asks", "no_day")
    whole = replace(given, name=whose, day=day)
    session = session_given(whole, setting.workbook, hashlib.sha256(data).digest(), setting.at)
    told = replace(told_of(session, lost=given.lost), of=given.of, named=given.is_named)
    if given.unread:
        told = replace(told, unread=len(given.unread), first_unread=excerpt(given.unread[0]))
    return Outcome("told", told=told)


def _toml(_name: str, data: bytes, _setting: Setting) -> Outcome:
    return from_toml(data)


def _json(_name: str, data: bytes, _setting: Setting) -> Outcome:
    return from_json(data)


def _csv(name: str, data: bytes, setting: Setting) -> Outcome:
    from diskussion_tui.intake.tables import from_csv

    given = from_csv(data, setting.workbook)
    return given if isinstance(given, Outcome) else outcome_of(given, name, data, setting)


def _xlsx(name: str, data: bytes, setting: Setting) -> Outcome:
    from diskussion_tui.intake.tables import from_xlsx

    given = from_xlsx(data, setting.workbook)
    return given if isinstance(given, Outcome) else outcome_of(given, name, data, setting)


def _md(name: str, data: bytes, setting: Setting) -> Outcome:
    from diskussion_tui.intake.minutes import from_markdown

    given = from_markdown(data, setting.workbook)
    return given if isinstance(given, Outcome) else outcome_of(given, name, data, setting)


def _docx(name: str, data: bytes, setting: Setting) -> Outcome:
    from diskussion_tui.intake.minutes import from_word

    given = from_word(data, setting.workbook)
    return given if isinstance(given, Outcome) else outcome_of(given, name, data, setting)


_BY_SUFFIX: dict[str, Callable[[str, bytes, Setting], Outcome]] = {
    ".toml": _toml,
    ".json": _json,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".md": _md,
    ".docx": _docx,
}
SUFFIXES = (".pdf", *_BY_SUFFIX)
"""What is read, by suffix; in a folder nothing else is looked at."""
