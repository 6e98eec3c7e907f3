"""`diskussion workbook`: making a workbook, from an empty file or somebody's guide to one that a group can be led through.

`new` writes a file and never over another, `check` says what is wrong with it, `preview` shows what it will look like.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.checking import add_checking, check
from diskussion_tui.cli.kit.new_file import must_be_free, put_new
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.setup.previewing import add_preview, preview
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.texts.catalogue import Texts

_OF = {
    "from": "new",
    "watch": "check",
    "json": "check",
    "step": "preview",
    "size": "preview",
    "html": "preview",
}
"""Which of the actions each option belongs to."""


def add(parser: Parser) -> None:
    """What to do, and the options of each action."""
    said = parser.texts.workbook
    parser.argument("what", f"new|check|preview {parser.words.word_file}", said.help_action)
    parser.option("--from", word=said.word_source, help_text=said.help_from)
    add_checking(parser)
    add_preview(parser)


def run(arguments: Namespace, texts: Texts) -> int:
    """List the workbooks that ship, or do what was asked for."""
    what, *files = arguments.what or [""]
    what = clean_line(what)
    actions: dict[str, Callable[[Sequence[str], Namespace, Texts], int]] = {
        "": _listed,
        "new": _new,
        "check": check,
        "preview": preview,
    }
    if what not in actions:
        named = texts.cli.any_of([one for one in actions if one])
        raise Refused(texts.workbook.no_such_action.format(given=what, actions=named))
    for option, action in _OF.items():
        if action != what and getattr(arguments, option, None):
            raise Refused(texts.workbook.only_with.format(option=f"--{option}", action=action))
    return actions[what](files, arguments, texts)


def _listed(_files: Sequence[str], _arguments: Namespace, texts: Texts) -> int:
    """The workbooks that ship: what each is called, its language, how long it takes, its title."""
    from diskussion_tui.content.reader import read_workbook
    from diskussion_tui.content.source import shipped_workbooks

    for name, file in shipped_workbooks().items():
        if book := read_workbook(file, texts).workbook:
            minutes = texts.workbook.minutes(book.total_minutes)
            output.put_row_of((name, book.language, minutes, book.title))
    return DONE


def _new(files: Sequence[str], arguments: Namespace, texts: Texts) -> int:
    """Write a start, or a draft from a guide, to a file that is not there yet."""
    said = texts.workbook
    if len(files) != 1:
        raise Refused(said.which_file if not files else texts.cli.too_much.format(given=clean_line(files[1])))
    path = expanded(Path(files[0]))
    must_be_free(path, texts)
    source = getattr(arguments, "from")
    text, decisions = _drafted(expanded(Path(source)), path, texts) if source else (_start(path, texts), 0)
    put_new(path, text, texts)
    output.put_row(str(path))
    output.say(said.begun.format(file=path), [said.decisions(decisions)] if decisions else [])
    return DONE


def _start(path: Path, texts: Texts) -> str:
    """The start in the language that is spoken, with an id of its own."""
    from diskussion_tui.content.source import start_file
    from diskussion_tui.content.writing import with_id

    text = start_file(texts.language).read_text(encoding="utf-8")
    return with_id(text, _id(path, texts))


def _id(path: Path, texts: Texts) -> str:
    """The id of a workbook, from what its file is called."""
    from diskussion_tui.domain.workbook.workbook import id_from

    return id_from(path.stem) or id_from(texts.terms.workbook)


def _drafted(source: Path, path: Path, texts: Texts) -> tuple[str, int]:
    """A draft from a guide, and how much of it is left to decide. Raises `Refused` where it cannot be read."""
    from diskussion_tui.cli.kit.installed import must_be_installed
    from diskussion_tui.cli.kit.resting import resting
    from diskussion_tui.intake.guide.drafting import drafted
    from diskussion_tui.intake.verdict import Outcome

    said = texts.workbook
    if not source.is_file():
        raise Refused(said.no_source.format(file=source))
    if source.suffix.lower() == ".pdf":
        must_be_installed(said.missing, "pypdf")
    with resting():
        found = drafted(source, _id(path, texts))
    if isinstance(found, Outcome):
        why = said.why(found.why if found.why == "letters" else found.code)
        raise Refused(said.not_read.format(file=source, why=why), WRONG)
    if not found.text:
        raise Refused(said.no_words.format(file=source), WRONG)
    return found.text, found.decisions
