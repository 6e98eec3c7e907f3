"""`diskussion personal`: where personal data stands in past discussions, and a change that masks it.

The numbers themselves are never printed: what is read here may end up in a log, a mail or on a projector. Every text is
masked before it is cut to its row.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session, library_in, library_of, named, note_meant
from diskussion_tui.cli.kit.opening import held_in, readable
from diskussion_tui.cli.kit.personal import excerpt, masked_notes, names, today
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.reports.fields import label_of
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.masking import Place
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.session.replicas import Held
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion or folder, `--note`, `--mask` and `--json`."""
    words = parser.words
    parser.argument("session", words.word_session_or_folder, words.help_personal_where)
    parser.option("--note", word=words.word_note, help_text=words.help_personal_note)
    parser.option("--mask", help_text=words.help_mask)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Tell of what is found, or mask it."""
    given = named(arguments)
    one = bool(given) and not _is_folder(given)
    if not one and (arguments.mask or arguments.note is not None):
        raise Refused(texts.personal.mask_needs_one if arguments.mask else texts.personal.note_needs_one)
    if arguments.mask:
        return _mask(arguments, texts)
    found: list[tuple[Path, Session, Place]] = []
    code = DONE
    for path, hold in _one(arguments, texts) if one else _in_folder(given, arguments):
        try:
            session = readable(path, hold, texts)
        except Refused as refused:
            if one:
                raise
            output.say(refused.sentence, refused.rows)
            code = refused.code
            continue
        except OSError as error:
            if one:
                raise
            why = texts.reasons.of_error(error)
            output.say(texts.personal.cannot_read.format(file=clean_line(str(path)), why=why))
            code = WRONG
            continue
        found += ((path, session, place) for place in _places(session, arguments, texts))
    _told(found, arguments, texts)
    return WRONG if found else code


def _is_folder(given: str) -> bool:
    return expanded(Path(given)).is_dir()


def _one(arguments: Namespace, texts: Texts) -> list[tuple[Path, Callable[[], Held]]]:
    path = find_session(arguments, texts)
    return [(path, lambda: held_in(path, arguments))]


def _in_folder(given: str, arguments: Namespace) -> list[tuple[Path, Callable[[], Held]]]:
    library = library_in(expanded(Path(given))) if given else library_of(arguments)
    return [(entry.path, partial(library.held, entry)) for entry in library.entries]


def _places(session: Session, arguments: Namespace, texts: Texts) -> Iterator[Place]:
    """What is found in a discussion; with `--note`, only in that note."""
    from diskussion_tui.domain.session.masking import places_of

    wanted = None if arguments.note is None else note_meant(clean_line(arguments.note), session, texts)
    return (
        place for place in places_of(session, today()) if wanted is None or place.key == ("notes", wanted)
    )


def _told(found: list[tuple[Path, Session, Place]], arguments: Namespace, texts: Texts) -> None:
    said = texts.personal
    if arguments.json:
        output.put_json([_values(path, session, place, texts) for path, session, place in found])
        return
    short_of: dict[Path, dict[str, str]] = {}
    for path, session, place in found:
        if path not in short_of:
            short_of[path] = _short_forms(session)
        output.put_row("  ".join(_cells(path, session, place, short_of[path], texts)))
    output.say(said.found(len(found)) if found else said.none_found)


def _cells(path: Path, session: Session, place: Place, short_of: dict[str, str], texts: Texts) -> list[str]:
    """A row's parts: file, question or field, note, what it is and where, the text masked."""
    said = texts.personal
    where = dict(said.places)[place.where]
    named = said.listed(place.sorts) + (f" {where}" if where else "")
    id_ = short_of[place.key[1]] if place.key[0] == "notes" else ""
    about = label_of(place.field, texts)
    parts = [path.name, _question(session, place), id_, f"{about}: {named}" if about else named]
    return [*filter(None, parts), excerpt(place.text, texts)]


def _values(path: Path, session: Session, place: Place, texts: Texts) -> dict[str, object]:
    return {
        "file": str(path),
        "question": _question(session, place) or None,
        "table": place.key[0],
        "id": place.key[1],
        "field": place.field,
        "where": place.where,
        "sorts": place.sorts,
        "masked": clean_line(masked_notes([place.text], texts.language)[0]),
    }


def _question(session: Session, place: Place) -> str:
    """The question that a place belongs to, empty where it belongs to none."""
    note = session.note(place.key[1]) if place.key[0] == "notes" else None
    return note.question if note else place.key[1] if place.key[0] == "answers" else ""


def _short_forms(session: Session) -> dict[str, str]:
    """The end of each note's id, as the history shows it."""
    from diskussion_tui.base.short_ids import endings

    return endings({key[1] for key in session.versions if key[0] in {"notes", "purged"}})


def _mask(arguments: Namespace, texts: Texts) -> int:
    """Mask what is found in a discussion, as one change that can be undone. Raises `Refused` unless it is on disk."""
    from diskussion_tui.cli.kit.changing import changing
    from diskussion_tui.domain.session.masking import mask

    said = texts.personal
    with changing(arguments, texts, final=said.final) as workshop:
        found = list(_places(workshop.session, arguments, texts))
        standing = [place for place in found if place.where in {"now", "bin"}]
        if standing:
            keys = {place.key for place in standing}
            workshop.do(mask, keys, names(workshop.workbook.language), today())
    output.say(said.done(len(standing)) if standing else said.none_to_mask)
    if standing or any(place.where == "history" for place in found):
        output.say(said.in_history)
    if any(place.where == "draft" for place in found):
        output.say(said.in_draft)
    return DONE
