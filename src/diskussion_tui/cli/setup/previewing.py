"""`diskussion workbook preview`: every step as it will look, printed, or as a page for a browser."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.new_file import must_be_free, put_new
from diskussion_tui.cli.kit.refusal import DONE, Refused
from diskussion_tui.cli.kit.resting import resting
from diskussion_tui.cli.kit.setting import settings_of, workbook_of
from diskussion_tui.domain.workbook.steps import step_named, steps_of
from diskussion_tui.store.files.paths import expanded
from diskussion_tui.texts import words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from textual.strip import Strip

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.domain.workbook.steps import Step
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.preview import Seen

_SIZE = re.compile(r"(\d{1,3})\s*[xX×]\s*(\d{1,3})")
_LEAST, _MOST = (40, 12), (300, 100)
USUAL = (80, 24)


def add_preview(parser: Parser) -> None:
    """Which steps, how large, and where to."""
    said = parser.texts.workbook
    parser.option("--step", word=said.word_step, help_text=said.help_step, counted=True)
    parser.option("--size", word=said.word_size, help_text=said.help_size)
    parser.option("--html", word=parser.words.word_file, help_text=said.help_html)


def preview(given: Sequence[str], arguments: Namespace, texts: Texts) -> int:
    """Print the steps of a workbook, or write them to a file."""
    if len(given) > 1:
        raise Refused(texts.cli.too_much.format(given=clean_line(given[1])))
    if given:
        arguments.content = given[0]
    workbook = workbook_of(arguments, texts)
    size = _size(arguments, texts)
    steps = _steps(arguments, workbook, texts)
    page = expanded(Path(arguments.html)) if arguments.html else None
    if page:
        must_be_free(page, texts)
    spoken = words(arguments.lang or settings_of(arguments).settings.language or workbook.language)
    with resting():
        found = _seen(workbook, spoken, size, steps)
    if page:
        put_new(page, _page(found, size, workbook, spoken), texts)
        output.put_row(str(page))
    elif _has_keys():
        _leaf(found, size, spoken)
    else:
        _print(found, size, spoken)
    return DONE


def _size(arguments: Namespace, texts: Texts) -> tuple[int, int]:
    """Columns and rows. Raises `Refused` where they are none that a screen can have."""
    if not arguments.size:
        return USUAL
    found = _SIZE.fullmatch(arguments.size.strip())
    columns, rows = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (_LEAST[0] <= columns <= _MOST[0] and _LEAST[1] <= rows <= _MOST[1]):
        said = texts.workbook.wrong_size
        raise Refused(
            said.format(given=clean_line(arguments.size), least=_written(_LEAST), most=_written(_MOST))
        )
    return columns, rows


def _written(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def _steps(arguments: Namespace, workbook: Workbook, texts: Texts) -> Sequence[Step]:
    """The steps that are wanted; all where none is named. Raises `Refused` where there is none of that name."""
    steps = steps_of(workbook)
    found = []
    for given in arguments.step or ():
        step = step_named(steps, given)
        if step is None:
            known = ", ".join(one.id for one in steps)
            raise Refused(texts.workbook.no_such_step.format(given=clean_line(given), steps=known))
        found.append(step)
    return found or steps


def _seen(workbook: Workbook, words: Texts, size: tuple[int, int], steps: Sequence[Step]) -> list[Seen]:
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_FPS", "120")  # as it is led: a frame is waited for between two steps
    from diskussion_tui.tui.preview import seen
    from diskussion_tui.workshop import clock
    from diskussion_tui.workshop.rehearsal import Rehearsal

    rehearsal = Rehearsal(workbook, words.workbook.group, clock.local_now())
    return seen(rehearsal, words, size, steps)


def _has_keys() -> bool:
    """Whether somebody sits at a terminal that a screen can be drawn on."""
    keyed = sys.stdin is not None and sys.stdin.isatty()
    return keyed and _is_terminal() and os.environ.get("TERM") != "dumb"


def _leaf(found: Sequence[Seen], size: tuple[int, int], words: Texts) -> None:
    """Have the steps leafed through until whoever reads has seen enough."""
    from diskussion_tui.tui.preview import Leafing

    with resting():
        Leafing(found, words, size).run()


def _print(found: Sequence[Seen], size: tuple[int, int], words: Texts) -> None:
    """Print each step as on the screen and as on the wall, between rules as wide as it is."""
    from diskussion_tui.tui.toolkit.painted import as_ansi, as_text

    colours = _colours()
    rule = "─" * size[0]
    for one in found:
        for caption, strips in _both(one, size, words):
            output.put_row(caption)
            output.put(rule)
            output.put(as_ansi(strips, colours) if colours else as_text(strips))
            output.put(f"{rule}\n")


def _both(one: Seen, size: tuple[int, int], words: Texts) -> Iterator[tuple[str, Sequence[Strip]]]:
    """A step as on the screen and as on the wall, each under what it is."""
    said = words.workbook
    for caption, strips in ((said.on_screen, one.screen), (said.on_wall, one.wall)):
        yield caption.format(step=one.step.id, name=one.name, columns=size[0], rows=size[1]), strips


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _colours() -> Literal["standard", "256", "truecolor", ""]:
    """How many colours the terminal has; empty where there is none, or where none are wanted."""
    term = os.environ.get("TERM", "")
    if not _is_terminal() or os.environ.get("NO_COLOR") or term == "dumb":
        return ""
    if os.environ.get("COLORTERM", "").casefold() in {"truecolor", "24bit"}:
        return "truecolor"
    return "256" if "256" in term else "standard"


def _page(found: Sequence[Seen], size: tuple[int, int], workbook: Workbook, words: Texts) -> str:
    """The steps as a page for a browser, which asks nothing of a network."""
    from html import escape

    from diskussion_tui.tui.toolkit.painted import as_html

    parts = [
        f"<h2>{escape(caption)}</h2>\n<pre>{as_html(strips)}</pre>"
        for one in found
        for caption, strips in _both(one, size, words)
    ]
    title = escape(words.workbook.page_title.format(title=workbook.title))
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


_STYLE = (
    "body { font-family: sans-serif; margin: 2em; color: #1f2429; background: #fbfaf6 } "
    "h2 { font-size: 1em; margin: 2em 0 .5em } "
    "pre { font-family: monospace; line-height: 1.25; width: max-content; max-width: 100%; overflow-x: auto; "
    "border: 1px solid #5d6875; margin: 0 }"
)
