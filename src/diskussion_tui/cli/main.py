"""`diskussion`: finds the command among the arguments, imports that one, and turns every ending into an exit code.

A command is a module with `add(parser)`, which declares its arguments, and `run(arguments, words) -> int`. What is
heavy (Textual, pydantic) is imported inside `run`, so that help and lists are there at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.parser import PROGRAM, Parser, language_asked, split
from diskussion_tui.cli.kit.refusal import DONE, INTERRUPTED, WRONG, Refused
from diskussion_tui.texts import LANGUAGES, words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from types import ModuleType

    from diskussion_tui.texts.catalogue import Texts

COMMANDS = {
    "start": "lead",
    "new": "session",
    "list": "folder",
    "show": "session",
    "history": "session",
    "note": "session",
    "park": "session",
    "conclude": "session",
    "actions": "folder",
    "place": "session",
    "compass": "session",
    "mark": "session",
    "rank": "session",
    "plan": "session",
    "merge": "session",
    "split": "session",
    "similar": "session",
    "check": "setup",
    "doctor": "folder",
    "purge": "session",
    "personal": "folder",
    "practise": "lead",
    "completion": "setup",
}
"""Every command by name, with the room its module lies in; its module and its words are called the same. No command at all is `home`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    output.open_streams()
    code = DONE
    try:
        code = _answered(given)
        output.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough; what was done is done
        output.give_up_stdout()
    except output.NotWritten as error:
        output.give_up_stdout()
        texts = words(language_asked(given))
        output.say(texts.cli.output_refused.format(why=texts.reasons.of(error.why)))
        return WRONG
    return code


def parser_of(command: str, texts: Texts) -> Parser:
    """The parser of a command, all its arguments declared; of the program itself where `command` is empty."""
    parser = Parser(command, texts)
    module_of(command).add(parser)
    return parser


def module_of(command: str) -> ModuleType:
    """The module of a command."""
    return import_module(f"diskussion_tui.cli.{COMMANDS.get(command, 'lead')}.{command or 'home'}")


def _answered(given: list[str]) -> int:
    try:
        return _run(given)
    except Refused as refused:
        output.say(refused.sentence, refused.rows)
        return refused.code


def _run(given: list[str]) -> int:
    asked = language_asked(given)
    texts = words(asked)
    command, rest = split(given)
    if command and command not in COMMANDS:
        raise Refused(_unknown(command, texts))
    parser = parser_of(command, texts)
    arguments = parser.read(rest)
    if asked and asked not in LANGUAGES:
        raise Refused(texts.cli.no_such_language.format(given=asked))
    if arguments.help:
        output.put(parser.format_help().rstrip("\n"))
        return DONE
    if arguments.version:
        return _version()
    return _carried_out(command, arguments)


def _carried_out(command: str, arguments: Namespace) -> int:
    from diskussion_tui.cli.kit.setting import words_of

    texts = words_of(arguments)
    try:
        code: int = module_of(command).run(arguments, texts)
    except BrokenPipeError:
        raise
    except OSError as error:
        said = texts.cli.disk_refused.format(
            file=error.filename or PROGRAM, why=texts.reasons.of_error(error)
        )
        raise Refused(said, WRONG) from None
    return code


def _unknown(command: str, texts: Texts) -> str:
    from diskussion_tui.content.problems import nearest

    near = nearest(command, COMMANDS)
    hint = (
        texts.problems.did_you_mean.format(key=near) if near else f"{texts.cli.commands_title} {_listed()}."
    )
    return f"{texts.cli.unknown_command.format(given=command)} {hint[:1].upper()}{hint[1:]}"


def _listed() -> str:
    return ", ".join(COMMANDS)


def _version() -> int:
    from importlib.metadata import version

    output.put(f"{PROGRAM} {version('diskussion-tui')}")
    return DONE
