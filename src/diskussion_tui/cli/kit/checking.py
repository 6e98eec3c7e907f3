"""Checking workbooks, and the file beside one that says how documents look: what is wrong, a row a problem."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from diskussion_tui.base.value import dataclass
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import content_file, workbook_file

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.content.problems import Problem
    from diskussion_tui.texts.catalogue import Texts

_MOST = 2_000_000
_MARKED = re.compile(rb"^[ \t]*#[ \t]*(?:ATT AVG\xc3\x96RA|TO DECIDE):", re.MULTILINE)
"""A comment in which a draft asks its writer something, in either language."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a file: its problems, and the lines on which something is to be decided."""

    file: Path
    problems: tuple[Problem, ...]
    to_decide: tuple[int, ...] = ()


def add_checking(parser: Parser) -> None:
    """The options of checking."""
    parser.option("--watch", help_text=parser.texts.workbook.help_watch)
    parser.option("--json", help_text=parser.words.help_json)


def check(given: Sequence[str], arguments: Namespace, texts: Texts) -> int:
    """Print the problems of every file that was given, else those of the workbook in use; the exit code.

    With `--watch` again each time one of them is saved.
    """
    files = [workbook_file(file) for file in given] or [content_file(arguments)]
    if arguments.watch and arguments.json:
        raise Refused(texts.workbook.watch_or_json)
    if arguments.watch:
        from diskussion_tui.cli.kit.watching import watch

        watch(files, lambda: checked(files, texts), lambda found: tell(found, texts), texts)
    found = checked(files, texts)
    tell(found, texts, as_json=bool(arguments.json))
    return WRONG if any(one.problems for one in found) else DONE


def tell(found: Sequence[Checked], texts: Texts, *, as_json: bool = False) -> None:
    """Print every problem, and say which files are right, how many problems there are, and what is left to decide."""
    problems = [problem for one in found for problem in one.problems]
    if as_json:
        output.put_json([asdict(problem) for problem in problems])
    else:
        for problem in problems:
            output.put_row(problem.row())
    for one in found:
        if not one.problems:
            output.say(texts.cli.no_problems.format(file=one.file))
    if problems:
        output.say(texts.cli.problems(len(problems)))
    if left := sum(len(one.to_decide) for one in found):
        output.say(texts.workbook.decisions(left))


def checked(files: Sequence[Path], texts: Texts) -> list[Checked]:
    """What is wrong with files, and with the looks beside them where there are any."""
    return [one for file in files for one in _checked(file, texts)]


def _checked(file: Path, texts: Texts) -> list[Checked]:
    from diskussion_tui.content.look import FILE as LOOK
    from diskussion_tui.content.look import looks_beside, read_look
    from diskussion_tui.content.reader import read_workbook
    from diskussion_tui.reports.formats.trial import refused

    if file.name == LOOK:
        return [Checked(file, read_look(file, texts, refused).problems)]
    look = looks_beside(file)
    beside = [Checked(look, read_look(look, texts, refused).problems)] if look.exists() else []
    return [Checked(file, read_workbook(file, texts).problems, _to_decide(file)), *beside]


def _to_decide(file: Path) -> tuple[int, ...]:
    """The lines on which a draft asks something; a file that cannot be read asks nothing more than its problems say."""
    try:
        if not file.is_file():
            return ()
        with file.open("rb") as opened:
            data = opened.read(_MOST)
    except OSError:
        return ()
    return tuple(data.count(b"\n", 0, found.start()) + 1 for found in _MARKED.finditer(data))
