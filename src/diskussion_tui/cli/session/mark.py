"""`diskussion mark`: what the group makes of a note, from the shell: how many agree, dissent, a star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit.changing import changing, number_in
from diskussion_tui.cli.kit.finding import note_standing
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.domain.session import changes

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop

_OPTIONS = ("hands", "star", "unstar", "dissent", "undissent")


def add(parser: Parser) -> None:
    """The discussion, the note, and a mark each."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("note", words.word_note, words.help_marked, many=False)
    parser.option("--hands", word=words.word_number, help_text=words.help_hands)
    parser.option("--star", help_text=words.help_star)
    parser.option("--unstar", help_text=words.help_unstar)
    parser.option("--dissent", word=words.word_text, help_text=words.help_dissent)
    parser.option("--undissent", help_text=words.help_undissent)


def run(arguments: Namespace, texts: Texts) -> int:
    """Mark the note."""
    said = texts.rounds
    given = [name for name in _OPTIONS if getattr(arguments, name) not in (None, 0, False)]
    if not given:
        raise Refused(said.nothing_to_do)
    for one in ("star", "dissent"):
        if one in given and f"un{one}" in given:
            raise Refused(said.either.format(one=f"--{one}", other=f"--un{one}"))
    hands = None
    if "hands" in given:
        hands = number_in(arguments.hands, 0, changes.MAX_SUPPORTERS)
        if hands is None:
            raise Refused(said.wrong_hands.format(most=changes.MAX_SUPPORTERS))
    with changing(arguments, texts) as workshop:
        note = note_standing(clean_line(arguments.note or ""), workshop.session, texts)
        _mark(workshop, note.id, hands, given, arguments)
    return DONE


def _mark(workshop: Workshop, note: str, hands: int | None, given: list[str], arguments: Namespace) -> None:
    if hands is not None:
        workshop.do(changes.support, note, hands)
    if _differs(workshop, note, "star", given):
        workshop.do(changes.toggle_star, note)
    if "dissent" in given:
        workshop.do(changes.word_dissent, note, arguments.dissent)
    elif _differs(workshop, note, "dissent", given):
        workshop.do(changes.toggle_dissent, note)


def _differs(workshop: Workshop, note_id: str, mark: str, given: list[str]) -> bool:
    """Whether a mark has to be turned for it to be as asked for."""
    note = workshop.session.note(note_id)
    wanted = mark in given
    return note is not None and (wanted or f"un{mark}" in given) and getattr(note, mark) != wanted
