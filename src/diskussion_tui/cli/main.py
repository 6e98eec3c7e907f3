"""`diskussion`: finds the command among the arguments, imports that one, and turns every ending into an exit code.

A command is a module with `add(parser)`, which declares its arguments, and `run(arguments, words) -> int`. What is
heavy (Textual, pydantic) is imported inside `run`, so that help and lists are there at once.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from diskussion_tui.base import ending
from diskussion_tui.base.text import clean_line, nearest
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.commands import ALIASES, COMMANDS, module_of, parser_of
from diskussion_tui.cli.kit.parser import PROGRAM, language_asked, split
from diskussion_tui.cli.kit.refusal import DONE, INTERRUPTED, WRONG, Refused
from diskussion_tui.texts import LANGUAGES, words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from diskussion_tui.texts.catalogue import Texts


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    return ending.told(_ended(argv))


def _ended(argv: Sequence[str] | None) -> int:
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
    command = ALIASES.get(clean_line(command), command)
    if command and command not in COMMANDS:
        raise Refused(_unknown(command, texts))
    parser = parser_of(command, texts)
    arguments = parser.read(rest)
    if asked and asked not in LANGUAGES:
        known = texts.cli.any_of(LANGUAGES)
        raise Refused(texts.cli.no_such_language.format(given=asked, languages=known))
    if arguments.help:
        output.put(parser.format_help().rstrip("\n"))
        return DONE
    if arguments.version:
        return _version()
    return _carried_out(command, arguments)


def _carried_out(command: str, arguments: Namespace) -> int:
    from diskussion_tui.cli.kit.setting import (
        folder_of,
        meets_a_share,
        settings_of,
        tell_of_folders,
        words_of,
    )
    from diskussion_tui.cli.kit.watchdog import patience_of, watched

    if sys.platform == "linux" and meets_a_share(arguments):
        from diskussion_tui.cli.kit.in_front import stand_in_front

        stand_in_front()
    texts = words_of(arguments)
    if command != "settings" and settings_of(arguments).wrong:
        from diskussion_tui.content.settings import problems_of

        problems = problems_of(settings_of(arguments), texts)
        output.say(texts.settings.unheeded(len(problems)), [f"  {one.row()}" for one in problems])
    try:
        with watched(lambda: str(folder_of(arguments)), patience_of(arguments, texts), texts):
            if COMMANDS.get(command, "lead") != "setup":
                tell_of_folders(arguments, texts)
            code: int = module_of(command).run(arguments, texts)
    except BrokenPipeError:
        raise
    except UnicodeEncodeError as error:
        letters = error.object[error.start : error.end]
        raise Refused(texts.cli.no_such_letters.format(letters=letters), WRONG) from None
    except OSError as error:
        said = texts.cli.disk_refused.format(
            file=error.filename or PROGRAM, why=texts.reasons.of_error(error)
        )
        raise Refused(said, WRONG) from None
    return code


def _unknown(command: str, texts: Texts) -> str:
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
