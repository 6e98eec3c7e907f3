"""`diskussion rank`: how a section has been prioritised, and counting a round from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing, number_in
from diskussion_tui.cli.kit.finding import note_meant
from diskussion_tui.cli.kit.opening import read
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.domain.session import rounds

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.session.records import Round
    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.workshop import Workshop


def add(parser: Parser) -> None:
    """The discussion, the section, and what to do in its rounds."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("section", words.word_section, words.help_section, many=False)
    parser.option("--dots", word=words.word_number, help_text=words.help_dots)
    parser.option("--order", help_text=words.help_order)
    parser.option("--give", word=words.word_given, help_text=words.help_give, counted=True)
    parser.option("--close", help_text=words.help_close)
    parser.option("--reopen", help_text=words.help_reopen)
    parser.option("--round", word=words.word_number, help_text=words.help_round)
    parser.option("--json", help_text=words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Do what was asked for, and print how the section stands."""
    said = texts.rounds
    _belong_together(arguments, texts)
    each = number_in(arguments.dots, 1, rounds.MAX_EACH) if arguments.dots is not None else 0
    if each is None:
        raise Refused(said.wrong_dots.format(most=rounds.MAX_EACH))
    changes_something = each or arguments.order or arguments.give or arguments.close or arguments.reopen
    if changes_something:
        with changing(arguments, texts) as workshop:
            section = _section(arguments.section or "", workshop.session, texts)
            done = _done(workshop, section, each, arguments, texts)
        _print(workshop.session, done, arguments, texts)
        return DONE
    session = read(arguments, texts)
    section = _section(arguments.section or "", session, texts)
    every = rounds.rounds_in(session, section)
    shown = (_numbered(every, section, arguments, texts),) if arguments.round else every
    _print(session, shown, arguments, texts)
    return DONE


def _belong_together(arguments: Namespace, texts: Texts) -> None:
    """Raise `Refused` where two options say different things."""
    begins = [f"--{name}" for name in ("dots", "order") if getattr(arguments, name) not in (None, 0, False)]
    others = [f"--{name}" for name in ("reopen", "round") if getattr(arguments, name) not in (None, 0, False)]
    pairs = [begins] if len(begins) > 1 else [[begins[0], other] for other in others] if begins else []
    if arguments.close and arguments.reopen:
        pairs.append(["--close", "--reopen"])
    for one, other in pairs:
        raise Refused(texts.rounds.either.format(one=one, other=other))


def _section(given: str, session: Session, texts: Texts) -> str:
    """The section that is meant: one that is asked about in the discussion. Raises `Refused`."""
    ids = sorted({asked.id.partition(".")[0] for asked in session.frame.asked})
    wanted = folded(clean_line(given))
    for one in ids:
        if folded(one) == wanted:
            return one
    if not wanted:
        raise Refused(texts.rounds.section_missing.format(ids=", ".join(ids)))
    raise Refused(texts.rounds.no_such_section.format(given=clean_line(given), ids=", ".join(ids)))


def _numbered(every: Sequence[Round], section: str, arguments: Namespace, texts: Texts) -> Round:
    number = number_in(arguments.round, 1, max(1, len(every)))
    if number is None or number > len(every):
        raise Refused(texts.rounds.no_such_round.format(section=section, n=clean_line(arguments.round)))
    return every[number - 1]


def _done(
    workshop: Workshop, section: str, each: int, arguments: Namespace, texts: Texts
) -> tuple[Round, ...]:
    """Begin, reopen, give and close as asked for, in that order; the round it was done in.

    All that is given is known to be right before anything is done.
    """
    of = None if each or arguments.order else _meant(workshop.session, section, arguments, texts)
    given = _given(workshop.session, section, of, arguments, texts)
    round_id = of.id if of else workshop.ids.new()
    if of is None:
        workshop.do(rounds.begin_round, round_id, section, "prickar" if each else "ordning", each)
    elif arguments.reopen:
        workshop.do(rounds.reopen_round, round_id)
    by_dots = each or (of and of.method == "prickar")
    for note, number in given:
        if by_dots:
            workshop.do(rounds.give_dots, round_id, note, number)
        else:
            workshop.do(rounds.put_in_order, round_id, note, number)
    if arguments.close:
        workshop.do(rounds.close_round, round_id)
    now = rounds.round_named(workshop.session, round_id)
    return (now,) if now else ()


def _meant(session: Session, section: str, arguments: Namespace, texts: Texts) -> Round:
    """The round that is meant: by its number, else the latest that is open, or, to be reopened, the latest of all."""
    every = rounds.rounds_in(session, section)
    if arguments.round:
        return _numbered(every, section, arguments, texts)
    fit = [one for one in every if arguments.reopen or not one.closed]
    if not fit:
        raise Refused(texts.rounds.no_open_round.format(section=section))
    return fit[-1]


def _given(
    session: Session, section: str, of: Round | None, arguments: Namespace, texts: Texts
) -> list[tuple[str, int]]:
    """What is to be given to which note. Raises `Refused` where one of them cannot be given."""
    said, given = texts.rounds, arguments.give or ()
    if given and of and of.closed and not arguments.reopen:
        raise Refused(said.is_closed)
    here = {one.id for one in rounds.in_section(session, section)}
    here |= {one.note for one in rounds.ballot(session, of)} if of else set()
    wanted: list[tuple[str, int]] = []
    for one in map(clean_line, given):
        name, _, points = one.rpartition("=")
        if not name:
            raise Refused(said.wrong_given.format(given=one))
        number = number_in(points, 0, rounds.MAX_POINTS)
        if number is None:
            raise Refused(said.wrong_place.format(given=points, most=rounds.MAX_POINTS))
        note = note_meant(name, session, texts)
        if note not in here:
            raise Refused(said.not_here.format(id=name))
        wanted.append((note, number))
    return wanted


def _print(session: Session, every: Sequence[Round], arguments: Namespace, texts: Texts) -> None:
    from diskussion_tui.reports.rounds import round_rows, round_values

    if arguments.json:
        output.put_json([round_values(session, one) for one in every])
        return
    if not every:
        output.say(texts.rounds.none_yet)
        return
    rows = [
        row
        for one in reversed(every)
        for row in round_rows(session, one, texts, output.columns(), short_ids=True)
    ]
    output.put_text("\n".join(rows).strip("\n"))
