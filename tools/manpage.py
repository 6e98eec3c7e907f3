"""The manual pages, `packaging/man/`: every command with its arguments and options, made of the declarations that `--help` is made of.

`python -m tools.manpage` writes them; with `--check` nothing is written, and the exit code is 1 where one is stale. The wheel puts them
where `man diskussion` looks.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.commands import COMMANDS, parser_of
from diskussion_tui.texts import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diskussion_tui.texts.catalogue import Texts

FOLDER = Path(__file__).resolve().parents[1] / "packaging" / "man"


@dataclass(frozen=True, slots=True)
class Said:
    """The page's own words in one language."""

    manual: str
    name: str
    synopsis: str
    description: str
    commands: str
    see: str
    see_also: str


SAID = {
    "sv": Said(
        "Användarkommandon",
        "NAMN",
        "SYNOPSIS",
        "BESKRIVNING",
        "KOMMANDON",
        "SE ÄVEN",
        "Handboken, som följer med programmet: diskussion handbok",
    ),
    "en": Said(
        "User commands",
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "COMMANDS",
        "SEE ALSO",
        "The handbook, which comes with the program: diskussion handbok",
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or with `--check` say whether they are fresh."""
    given = sys.argv[1:] if arguments is None else arguments
    pages = {path_of(language): page(language) for language in LANGUAGES}
    if "--check" in given:
        stale = [
            path for path, text in pages.items() if not path.is_file() or path.read_text("utf-8") != text
        ]
        for path in stale:
            print(f"{path} is stale: python -m tools.manpage", file=sys.stderr)
        return 1 if stale else 0
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def path_of(language: str) -> Path:
    """Where the page of a language lies."""
    return FOLDER / f"diskussion.{language}.1"


def page(language: str) -> str:
    """The page of a language, in the language of man."""
    return "\n".join(_lines(words(language), SAID[language])) + "\n"


def _lines(texts: Texts, said: Said) -> Iterator[str]:
    whole = texts.usages.of("")
    yield "'\\\" -*- coding: UTF-8 -*-"
    yield '.\\" Made by python -m tools.manpage of what --help says. Do not change it by hand.'
    yield f'.TH DISKUSSION 1 "" "diskussion\\-tui" "{_safe(said.manual)}"'
    yield from (f".SH {said.name}", f"diskussion \\- {_safe(whole.summary)}")
    yield from (f".SH {said.synopsis}", ".B diskussion", _safe(whole.usage))
    yield from (f".SH {said.description}", *_text(whole.details))
    yield f".SH {said.commands}"
    for name in COMMANDS:
        yield from _command(name, texts)
    for title, rows in parser_of("", texts).sections().items():
        yield from (f".SH {_title(title)}", *_rows(rows))
    title, *codes = texts.cli.exit_codes.splitlines()
    yield from (f".SH {_title(title)}", *_rows(tuple(line.split(maxsplit=1)) for line in codes))
    yield from (f".SH {said.see}", _safe(said.see_also))


def _command(name: str, texts: Texts) -> Iterator[str]:
    """A command: how it is written, what it does, and what can be given that not every command takes."""
    usage = texts.usages.of(name)
    yield from (
        f".SS diskussion {_safe(usage.usage)}",
        f"{_safe(_sentence(usage.summary))}",
        *_text(usage.details),
    )
    for title, rows in parser_of(name, texts).sections().items():
        if title != texts.cli.everywhere_title:
            yield from _rows(rows)


def _rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for head, help_text in rows:
        yield from (".TP", f".B {_safe(head)}", _safe(help_text))


def _text(text: str) -> Iterator[str]:
    """Paragraphs; lines that are set in from the margin stay lines."""
    for line in text.splitlines():
        if line.startswith(" "):
            yield from (".br", f"\\ \\ {_safe(line.strip())}")
        elif line:
            yield from (".PP", _safe(line))


def _title(text: str) -> str:
    return _safe(text.rstrip(":").upper())


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _safe(text: str) -> str:
    """A text that man takes for text: its sign for commands, its hyphens, and what a line may not begin with."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return re.sub(r"^(?=[.'])", "\\\\&", escaped)


if __name__ == "__main__":
    sys.exit(main())
