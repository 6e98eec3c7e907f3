"""Checking workbooks, and the file beside one that says how documents look: what is wrong, a row a problem."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE, WRONG
from diskussion_tui.cli.kit.setting import content_file, workbook_file

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.content.problems import Problem
    from diskussion_tui.texts.catalogue import Texts


def add_checking(parser: Parser) -> None:
    """The options of checking."""
    parser.option("--json", help_text=parser.words.help_json)


def check(given: Sequence[str], arguments: Namespace, texts: Texts) -> int:
    """Print the problems of every file that was given, else those of the workbook in use; the exit code."""
    files = [workbook_file(file) for file in given] or [content_file(arguments)]
    found = [one for file in files for one in _read(file, texts)]
    problems = [problem for _file, those in found for problem in those]
    if arguments.json:
        output.put_json([asdict(problem) for problem in problems])
    else:
        for problem in problems:
            output.put_row(problem.row())
    for file, those in found:
        if not those:
            output.say(texts.cli.no_problems.format(file=file))
    if problems:
        output.say(texts.cli.problems(len(problems)))
    return WRONG if problems else DONE


def _read(file: Path, texts: Texts) -> list[tuple[Path, tuple[Problem, ...]]]:
    """What is wrong with a file, and with the look beside a workbook where there is one."""
    from diskussion_tui.content.look import FILE as LOOK
    from diskussion_tui.content.look import looks_beside, read_look
    from diskussion_tui.content.reader import read_workbook

    if file.name == LOOK:
        return [(file, read_look(file, texts).problems)]
    look = looks_beside(file)
    beside = [(look, read_look(look, texts).problems)] if look.exists() else []
    return [(file, read_workbook(file, texts).problems), *beside]
