"""`diskussion purge`: a note, or a whole discussion, removed for good. The one command that takes something away.

Asked twice, each time another question, so that no habit of the fingers answers both; whatever is not a clear yes leaves
everything as it is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session, named, note_meant
from diskussion_tui.cli.kit.opening import held_in, readable, told
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import home_of, places_of
from diskussion_tui.domain.workbook.layout import wrap
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.store.files.paths import refuge_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.files.places import Home, Places
    from diskussion_tui.store.upkeep.purge import Purged
    from diskussion_tui.texts.catalogue import Texts

_QUOTED = 40
"""So much of a merged note is shown, in cells: enough to know it again."""
ANSWERS = 2
"""So many questions are asked, and so many `--yes` stand for their answers."""


def add(parser: Parser) -> None:
    """The discussion, `--note`, what is to become of others' removals, and `--yes`."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session)
    parser.option("--note", word=words.word_note, help_text=words.help_purge_note)
    parser.option("--names", help_text=words.help_purge_names)
    parser.option("--others", help_text=words.help_purge_others)
    parser.option("--keep", help_text=words.help_purge_keep)
    parser.option("--yes", help_text=words.help_yes, counted=True)


def run(arguments: Namespace, texts: Texts) -> int:
    """Ask, and remove."""
    from diskussion_tui.cli.session import others
    from diskussion_tui.workshop.removal import remove_note, remove_session

    if sum(map(bool, (arguments.note is not None, arguments.names, arguments.others, arguments.keep))) > 1:
        raise Refused(texts.purge.one_at_a_time)
    given = named(arguments)
    if arguments.note is None and (left := _has_no_file(given, places_of(arguments))):
        return _without_file(given, left, arguments, texts)
    path = find_session(arguments, texts)
    if gone := others.id_if_removed(path, arguments):
        return others.decide_of_whole(gone, path, arguments, texts, ask_twice, tell_of)
    if arguments.keep or arguments.others:
        return others.decide(path, arguments, texts, ask_twice, tell_of)
    session = readable(path, lambda: held_in(path, arguments), texts)
    folder, refuge = home_of(path, arguments)
    said, name = texts.purge, clean_line(session.head.name)
    if arguments.names:
        return _names(path, session, arguments, texts)
    if arguments.note is None:
        notes = texts.terms.notes(len(session.notes()))
        ask_twice(said.whole.format(name=name, notes=notes), name, arguments, texts)
        with told(path, texts):
            purged = remove_session(folder, refuge, session.id)
        output.say(said.whole_gone.format(name=name))
    else:
        note_id = _meant(clean_line(arguments.note), session, texts)
        short = _short_forms(session)[note_id]
        ask_twice(_shown(session, note_id, short, texts), said.word, arguments, texts)
        with told(path, texts):
            purged = remove_note(folder, refuge, session.id, note_id)
        is_note = ("conclusions", note_id) not in session.versions
        output.say((said.note_gone if is_note else said.conclusion_gone).format(id=short))
    return tell_of(purged, session, texts)


def _names(path: Path, session: Session, arguments: Namespace, texts: Texts) -> int:
    """Remove what the discussion was called before."""
    from diskussion_tui.domain.session.fields import texts_in
    from diskussion_tui.workshop.removal import remove_note

    said = texts.purge
    *before, now = session.versions["session", session.id]
    named_now = {text for _field, text in texts_in(now, "name")}
    earlier = {text for one in before for _field, text in texts_in(one, "name") if text} - named_now
    if not earlier:
        output.say(said.no_names)
        return DONE
    name = clean_line(session.head.name)
    ask_twice(
        said.names.format(names=", ".join(map(clean_line, sorted(earlier, key=swedish)))),
        name,
        arguments,
        texts,
    )
    with told(path, texts):
        purged = remove_note(*home_of(path, arguments), session.id, session.id)
    output.say(said.names_gone)
    return tell_of(purged, session, texts)


def _has_no_file(given: str, places: Places) -> list[Home]:
    """The folders that have journals of a discussion whose id is `given` and that has no file any more: no name leads to it."""
    from diskussion_tui.store.upkeep.scan import FIT_ID, look

    if not FIT_ID.fullmatch(given):
        return []
    seen = [(home, look(home.folder, home.refuge or refuge_of(home.folder))) for home in places.homes]
    if any(there.files_of(given) for _home, there in seen):
        return []
    return [home for home, there in seen if there.logs_of(given)]


def _without_file(session_id: str, homes: Sequence[Home], arguments: Namespace, texts: Texts) -> int:
    from diskussion_tui.workshop.removal import remove_session

    said = texts.purge
    ask_twice(said.journals.format(id=session_id), said.word, arguments, texts)
    purged = []
    for home in homes:
        with told(home.folder, texts):
            purged.append(remove_session(home.folder, home.refuge or refuge_of(home.folder), session_id))
    output.say(said.whole_gone.format(name=session_id))
    return max(tell_of(one, None, texts) for one in purged)


def _meant(given: str, session: Session, texts: Texts) -> str:
    """The id of the note, or of the conclusion, meant by `given`. Raises `Refused` with the candidates otherwise."""
    from diskussion_tui.base.short_ids import fitting

    concluded = fitting(sorted(key[1] for key in session.versions if key[0] == "conclusions"), given)
    notes = fitting(sorted(key[1] for key in session.versions if key[0] in {"notes", "purged"}), given)
    return concluded[0] if len(concluded) == 1 and not notes else note_meant(given, session, texts)


def _short_forms(session: Session) -> dict[str, str]:
    """The end of each note's id, as the history shows it."""
    from diskussion_tui.base.short_ids import endings

    return endings({key[1] for key in session.versions if key[0] in {"notes", "purged", "conclusions"}})


def _shown(session: Session, note_id: str, short: str, texts: Texts) -> str:
    """The question whether to remove a note, with the note as far as there is room."""
    from diskussion_tui.domain.session.conclusions import resting_on
    from diskussion_tui.domain.session.merging import told_in
    from diskussion_tui.domain.session.records import Conclusion
    from diskussion_tui.reports.page import shortened

    note = session.note(note_id)
    if concluded := next((one for one in session.current(Conclusion) if one.id == note_id), None):
        output.say(f"  {shortened(concluded.text, output.columns() - 4)}")
        return texts.purge.conclusion.format(id=short)
    if note is None:
        return texts.purge.note_again.format(id=short)
    output.say(
        f"  {called(note.question)}  {shortened(note.text, output.columns() - len(note.question) - 4)}"
    )
    short_of = _short_forms(session)
    for one in told_in(session, note_id):
        output.say(texts.purge.told_in.format(id=short_of[one.id], text=shortened(one.text, _QUOTED)))
    for conclusion in resting_on(session, note_id):
        output.say(texts.purge.concluded.format(text=shortened(conclusion.text, _QUOTED)))
    if note.sources:
        output.say(texts.purge.sources_stay(len(note.sources)))
    return texts.purge.note.format(id=short)


def ask_twice(question: str, word: str, arguments: Namespace, texts: Texts) -> None:
    """Ask what no `--yes` has answered. Raises `Refused` unless both answers are yes."""
    said, given = texts.purge, int(arguments.yes or 0)
    if given < ANSWERS and not sys.stdin.isatty():
        raise Refused(said.needs_yes)
    if given < 1 and folded(output.ask(f"{question} {said.yes_or_no}")) not in said.yeses:
        raise Refused(said.unchanged, WRONG)
    if given < ANSWERS and folded(output.ask(said.type_it.format(name=word))) != folded(word):
        raise Refused(said.unchanged, WRONG)


def _why_left(path: Path, texts: Texts) -> str:
    """A path where words are left, with the reason where it shows."""
    return texts.purge.left_link.format(path=path) if path.is_symlink() else str(path)


def tell_of(purged: Purged, session: Session | None, texts: Texts) -> int:
    """Tell what went, what could not go, and what the program cannot reach."""
    said = texts.purge
    if purged.removed:
        output.say(said.removed(len(purged.removed)), (f"  {path}" for path in purged.removed))
    if purged.twins and session:
        short_of = _short_forms(session)
        output.say(said.twins, (f"  {short_of[note]}" for note in purged.twins))
    if purged.left:
        output.say(said.left, (f"  {_why_left(path, texts)}" for path in purged.left))
    if purged.shut:
        output.say(said.not_looked_into, (f"  {_why_left(path, texts)}" for path in purged.shut))
    output.say("", wrap(said.beyond_reach, output.MOST_COLUMNS))
    return WRONG if purged.left or purged.shut else DONE
