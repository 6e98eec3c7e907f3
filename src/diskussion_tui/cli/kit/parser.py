"""The command line's grammar: argparse, with our own words and layout.

argparse speaks English whatever it is told, so it is only asked to sort the arguments: it raises what it finds, and
the sentences are made here. Each command has a parser of its own, so that a start builds one and imports one command;
the options that apply everywhere stand in each of them, and so may come before or after the command.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.cli.kit.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diskussion_tui.texts.catalogue import Texts

PROGRAM = "diskussion"
COLUMNS = 80
VALUED = ("--content", "--sessions", "--also", "--lang", "--patience")
"""The options of every command that take a value: what follows one is no command."""


class Parser(argparse.ArgumentParser):
    """The parser of one command, or of the program itself where `command` is empty."""

    def __init__(self, command: str, texts: Texts) -> None:
        super().__init__(
            prog=f"{PROGRAM} {command}".strip(),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            formatter_class=_formatter,
        )
        self.words, self.texts = texts.cli, texts
        self.commands: Iterable[str] = ()
        self.texts = self._texts = texts
        self.denials = False
        self._command = command
        self._rows: dict[str, list[tuple[str, str]]] = {}
        self._flags: set[str] = set()
        self._everywhere()

    def argument(self, name: str, word: str, help_text: str, *, many: bool = True) -> None:
        """An argument by its place: as many words as there are, or at most one. Whoever needs one says so itself."""
        self.add_argument(name, nargs="*" if many else "?")
        self._row(self.words.arguments_title, word, help_text)

    def option(
        self, *names: str, help_text: str, word: str = "", title: str = "", counted: bool = False
    ) -> None:
        """An option, with a value where `word` says which; `counted` where it may be given more than once.

        Of a counted one with a value every value is kept, in a list.
        """
        if word:
            self.add_argument(*names, action="append" if counted else "store")
        else:
            self.add_argument(*names, action="count" if counted else "store_true")
            self._flags.add("/".join(names))
        self._row(title or self.words.options_title, f"{', '.join(names)} {word}".strip(), help_text)

    def options(self) -> tuple[str, ...]:
        """The long options, for completion."""
        heads = [head for rows in self._rows.values() for head, _help in rows]
        return tuple(word for head in heads for word in head.split(" ") if word.startswith("--"))

    def read(self, given: Sequence[str]) -> argparse.Namespace:
        """The arguments sorted. Raises `Refused` where something does not belong."""
        try:
            apart = _apart(given)
            if self.denials:
                apart = [_WORD + word if _is_denial(word) else word for word in apart]
            arguments, left = self.parse_known_intermixed_args(apart)
        except argparse.ArgumentError as error:
            name = error.argument_name or ""
            said = self.words.takes_no_value if name in self._flags else self.words.needs_value
            self.error(said.format(option=name.rpartition("/")[2]))
        for name, value in vars(arguments).items():
            setattr(arguments, name, _as_given(value))
        if left:
            said = self.words.unknown_option if left[0].startswith("-") else self.words.too_much
            self.error(said.format(given=_as_given(left[0])))
        return arguments

    def error(self, message: str) -> NoReturn:
        """Wrong use: the sentence, and where to read more."""
        raise Refused(f"{message} {self.words.see_help.format(command=self.prog)}")

    def format_help(self) -> str:
        """The help: how the command is written, what it does, and every argument and option."""
        words, usages = self.words, self._texts.usages
        said = usages.of(self._command)
        summary = f"{said.summary[:1].upper()}{said.summary[1:]}." if said.summary else ""
        blocks = [f"{words.usage_title} {PROGRAM} {said.usage}"]
        blocks += ["\n".join(map(_wrapped, text.splitlines())) for text in (summary, said.details) if text]
        commands = [(name, usages.of(name).summary) for name in self.commands]
        blocks += [_table(words.commands_title, commands)] if commands else []
        blocks += [_table(title, rows) for title, rows in self.sections().items()]
        return "\n\n".join([*blocks, words.exit_codes]) + "\n"

    def sections(self) -> dict[str, list[tuple[str, str]]]:
        """What can be given, each with what it is for, under its title: arguments, options, and the options of every command."""
        words = self.words
        order = (words.arguments_title, words.options_title, words.everywhere_title)
        return {title: self._rows[title] for title in order if title in self._rows}

    def _everywhere(self) -> None:
        words, title = self.words, self.words.everywhere_title
        self.option("--content", word=words.word_file, help_text=words.help_content, title=title)
        self.option("--sessions", word=words.word_folder, help_text=words.help_sessions, title=title)
        self.option("--also", word=words.word_folder, help_text=words.help_also, title=title, counted=True)
        spoken = words.help_lang.format(languages=words.any_of(LANGUAGES))
        self.option("--lang", word="|".join(LANGUAGES), help_text=spoken, title=title)
        self.option("--patience", word=words.word_seconds, help_text=words.help_patience, title=title)
        self.option("-h", "--help", help_text=words.help_help, title=title)
        self.option("--version", help_text=words.help_version, title=title)

    def _row(self, title: str, head: str, help_text: str) -> None:
        self._rows.setdefault(title, []).append((head, help_text))


_WORD = "\0"
"""Stands before what is a word whatever it begins with; nothing that is given can hold it."""


def _is_denial(word: str) -> bool:
    """Whether a word says what must not be there, `-fax`, and is no option."""
    return len(word) > 1 and word[0] == "-" != word[1] and word != "-h"


def _apart(given: Sequence[str]) -> list[str]:
    """The arguments with those behind `--` told to be words: argparse asks for one before it, where they may be anywhere."""
    at = list(given).index("--") if "--" in given else len(given)
    return [*given[:at], *(_WORD + word for word in given[at + 1 :])]


def _as_given(value: Any) -> Any:  # noqa: ANN401 - whatever argparse makes of arguments
    """A value as it was given."""
    if isinstance(value, list):
        return [_as_given(one) for one in value]
    return value.removeprefix(_WORD) if isinstance(value, str) else value


def split(given: Sequence[str]) -> tuple[str, list[str]]:
    """The command among the arguments, empty where there is none, and the arguments without it."""
    place = 0
    while place < len(given) and given[place] != "--":
        if given[place] in VALUED:
            place += 1
        elif not given[place].startswith("-"):
            return given[place], [*given[:place], *given[place + 1 :]]
        place += 1
    return "", list(given)


def language_asked(given: Sequence[str]) -> str:
    """The language that `--lang` names, empty where it is not there; read before anything else can be said."""
    for place, word in enumerate(given):
        if word == "--":
            break
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and place + 1 < len(given):
            return given[place + 1]
    return ""


def _formatter(prog: str) -> argparse.HelpFormatter:
    """What argparse checks an argument's form with; a width given spares it the import that finds one out."""
    return argparse.HelpFormatter(prog, width=COLUMNS)


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    rows = list(rows)
    column = max(len(head) for head, _help in rows) + 4
    lines = [_wrapped(help_text, f"  {head}".ljust(column), " " * column) for head, help_text in rows]
    return "\n".join([title, *lines])


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    """A text in lines of at most `COLUMNS`. `textwrap` compiles patterns, which took a tenth of what help takes."""
    lines, begun = [first], False
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if begun else lines[-1] + word
        if begun and word and len(longer) > COLUMNS:
            lines[-1] = lines[-1].rstrip()
            longer = rest + word
            lines.append(longer)
        lines[-1], begun = longer, True
    return "\n".join(lines).rstrip()
