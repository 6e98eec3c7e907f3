"""`diskussion dispose`: a whole discussion disposed of as a decision allows (*gallra*), with a record that it was, and why.

It is `purge` of a discussion with what an authority must be able to show afterwards. The record has no word of what was said.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.finding import find_session, must_be_there
from diskussion_tui.cli.kit.opening import held_in, readable, told
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.cli.kit.setting import home_of
from diskussion_tui.cli.session.purge import ask_twice, tell_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.upkeep.purge import Purged
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, the decision that allows it, the package that is kept of it, where the record goes, and `--yes`."""
    said = parser.words
    parser.argument("session", said.word_session, said.help_session)
    parser.option("--decision", word=said.word_text, help_text=said.help_decision)
    parser.option("--archive", word=said.word_package, help_text=said.help_archived)
    parser.option("--out", word=said.word_folder, help_text=said.help_out_record)
    parser.option("--yes", help_text=said.help_yes, counted=True)


def run(arguments: Namespace, texts: Texts) -> int:
    """Ask, remove, and record it."""
    from diskussion_tui.workshop.disposal import Disposal, write_record
    from diskussion_tui.workshop.removal import remove_session

    said, decision = texts.archive, clean_line(arguments.decision or "")
    if not decision:
        raise Refused(said.needs_decision)
    path = find_session(arguments, texts)
    session = readable(path, lambda: held_in(path, arguments), texts)
    digest = _archived(session, arguments, texts)
    head, (folder, refuge) = session.head, home_of(path, arguments)
    name, notes = clean_line(head.name), texts.terms.notes(len(session.notes()))
    output.say(said.ask_first.format(retention=clean_line(head.retention) or said.not_given))
    if not digest:
        output.say(said.nothing_kept)
    ask_twice(said.dispose.format(name=name, notes=notes, decision=decision), name, arguments, texts)
    with told(path, texts):
        purged = _but_for(arguments.archive, remove_session(folder, refuge, session.id))
    record = write_record(
        Path(arguments.out) if arguments.out else folder, Disposal(session, decision, digest, purged), texts
    )
    output.say(texts.purge.whole_gone.format(name=name))
    code = tell_of(purged, session, texts)
    output.put_row(str(record))
    return code


def _but_for(package: str | None, purged: Purged) -> Purged:
    """The same without the package that is kept: it holds the words because it is meant to."""
    kept = Path(package).absolute() if package else None
    return replace(purged, left=tuple(path for path in purged.left if path.absolute() != kept))


def _archived(session: Session, arguments: Namespace, texts: Texts) -> str:
    """The SHA-256 of the package that is kept; refused where it is not whole, or not of this discussion as it is now."""
    from diskussion_tui.workshop.archiving import check_package, digest_of, holds_all

    if arguments.archive is None:
        return ""
    path = must_be_there(Path(arguments.archive), texts)
    found, kept = check_package(path)
    if found.problems or kept is None or kept.id != session.id:
        raise Refused(texts.archive.not_of_it.format(file=clean_line(str(path))))
    if not holds_all(kept, session):
        raise Refused(texts.archive.outdated.format(file=clean_line(str(path))))
    return digest_of(path)
