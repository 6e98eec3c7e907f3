"""`diskussion note`: notes from the shell or a pipe, into a discussion that may be open on a screen at the same time.

The exit code is the promise: 0 says that every note is on disk, and nothing is printed on stdout before it is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from diskussion_tui.base.text import MOST_PASTED, clean_line, clean_note, folded
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.changing import changing
from diskussion_tui.cli.kit.finding import look_ahead
from diskussion_tui.cli.kit.personal import masked_notes, warn
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.resting import resting
from diskussion_tui.cli.kit.setting import workbook_of
from diskussion_tui.domain.workbook.steps import called, step_named, steps_of

_MOST_BYTES = 4 * MOST_PASTED + 8
"""As many bytes as so many characters can have, and a mark before them."""

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.workbook.workbook import Question, Workbook
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The discussion, the question, the kind and the text."""
    words = parser.words
    parser.argument("session", words.word_session, words.help_session, many=False)
    parser.argument("text", words.word_text, words.help_text)
    parser.option("-q", "--question", word=words.word_question, help_text=words.help_question)
    parser.option("--group", word=words.word_table, help_text=words.help_group)
    parser.option("-k", "--kind", word=words.word_kind, help_text=words.help_kind)
    parser.option("--join", help_text=words.help_join)
    parser.option("--mask", help_text=words.help_mask_note)


def run(arguments: Namespace, texts: Texts) -> int:
    """Take down the notes and print their ids."""
    look_ahead(arguments)
    workbook, group = workbook_of(arguments, texts), clean_line(arguments.group or "")
    question = question_of(arguments.question or "", workbook, texts)
    kind = kind_of(arguments.kind or "", question, workbook, texts)
    with changing(
        arguments, texts, texts.cli
    ) as workshop:  # before anything is typed that could not be taken down
        notes = _notes(arguments, workbook, texts)
        change = workshop.add_notes(question.id, notes, kind, group=group)
    for note in change.versions if change else ():
        output.put_row(note.id)
    return DONE


def _notes(arguments: Namespace, workbook: Workbook, texts: Texts) -> list[str]:
    """What is to be taken down, masked or looked through for personal data. Raises `Refused` where there is nothing."""
    notes = [" ".join(arguments.text)] if arguments.text else list(_piped(texts, join=arguments.join))
    if not any(map(clean_note, notes)):
        raise Refused(texts.cli.nothing_said)
    if arguments.mask:
        return masked_notes(notes, workbook.language)
    warn(notes, texts)
    return notes


def question_of(given: str, workbook: Workbook, texts: Texts) -> Question:
    """The question that `given` names, with or without its full stop. Raises `Refused`."""
    ids = ", ".join(question.id for question in workbook.questions())
    if not given:
        raise Refused(texts.cli.question_missing.format(ids=ids))
    step = step_named(steps_of(workbook), given)
    if step is None or step.question is None:
        raise Refused(texts.cli.no_such_question.format(given=clean_line(given), ids=ids))
    return step.question


def kind_of(given: str, question: Question, workbook: Workbook, texts: Texts) -> str:
    """The id of the kind that `given` is or begins, empty where the question asks for none. Raises `Refused`."""
    said, every = texts.cli, [kind.id for kind in workbook.kinds]
    if question.asks != "kinds":
        if given:
            raise Refused(said.kind_refused.format(question=called(question.id)))
        return ""
    if not given:
        raise Refused(said.kind_missing.format(question=called(question.id), kinds=said.any_of(every)))
    wanted = folded(given)
    found = [kind for kind in every if folded(kind) == wanted] or [
        kind for kind in every if folded(kind).startswith(wanted)
    ]
    if not found:
        raise Refused(said.no_such_kind.format(given=clean_line(given), kinds=said.any_of(every)))
    if len(found) > 1:
        raise Refused(said.several_kinds.format(given=clean_line(given), kinds=said.any_of(found)))
    return found[0]


def _piped(texts: Texts, *, join: bool) -> tuple[str, ...]:
    """The notes on standard input, one a line, or one for what a page has broken over several; told what was taken off them.

    Raises `Refused` where it is more than is taken in at once, or not UTF-8: nothing may be garbled.
    """
    from diskussion_tui.domain.language.pasting import pasted

    found = pasted(_read(texts))
    told = [sort for sort in found.taken if sort != "bullets"]  # that those go is what anybody expects
    if told:
        output.say(texts.pasting.taken.format(taken=texts.pasting.listed(told)))
    return found.joined if join else found.notes


def _read(texts: Texts) -> str:
    """What stands on standard input, and no more of it than shows that it is too much. Raises `Refused`."""
    if sys.stdin.isatty():
        output.say(texts.cli.type_notes)
    with resting():
        data = sys.stdin.buffer.read(_MOST_BYTES)
    try:
        text = "" if len(data) == _MOST_BYTES else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused(texts.cli.not_utf8.format(line=line)) from None
    if len(data) == _MOST_BYTES or len(text) > MOST_PASTED:
        raise Refused(texts.pasting.too_much_piped.format(most=texts.cli.grouped(MOST_PASTED)))
    return text
