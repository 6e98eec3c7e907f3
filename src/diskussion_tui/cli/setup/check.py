"""`diskussion check`: what is wrong with a workbook, a row a problem, for whoever writes one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE, WRONG
from diskussion_tui.cli.kit.setting import content_file
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.content.problems import Problem
    from diskussion_tui.texts.catalogue import Texts


def add(parser: Parser) -> None:
    """The files, and `--json`."""
    parser.argument("files", parser.words.word_file, parser.words.help_files)
    parser.option("--json", help_text=parser.words.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Print the problems of every file."""
    from diskussion_tui.content.look import FILE as LOOK
    from diskussion_tui.content.look import looks_beside, read_look
    from diskussion_tui.content.reader import read_workbook

    files = [expanded(Path(file)) for file in arguments.files] or [content_file(arguments)]
    readings: list[tuple[Path, tuple[Problem, ...]]] = []
    for file in files:
        if file.name == LOOK:
            readings.append((file, read_look(file, texts).problems))
        else:
            readings.append((file, read_workbook(file, texts).problems))
            if looks_beside(file).exists():
                readings.append((looks_beside(file), read_look(looks_beside(file), texts).problems))
    problems = [problem for _file, found in readings for problem in found]
    if arguments.json:
        output.put_json([asdict(problem) for problem in problems])
    else:
        for problem in problems:
            output.put_row(problem.row())
    for file, found in readings:
        if not found:
            output.say(texts.cli.no_problems.format(file=file))
    if problems:
        output.say(texts.cli.problems(len(problems)))
    return WRONG if problems else DONE
