"""What the program says of itself, in either language, and what it answers to slips of the pen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit.commands import COMMANDS
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.texts.catalogue.base import Words
from tests.support.sentences import ROOMS

if TYPE_CHECKING:
    from tests.support.shell import Shell

ENGLISH = re.compile(r"\b(usage|options|positional|arguments?:|show this|required|error)\b", re.IGNORECASE)


def test_practice_goes_by_its_swedish_name_too(shell: Shell) -> None:
    assert shell.runs("öva", "--help").out == shell.runs("practise", "--help").out
    assert shell.runs("o\u0308va", "--help").code == 0


def test_the_help_lists_every_command_and_the_exit_codes(shell: Shell) -> None:
    said = shell.runs("--help")
    assert said.code == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\w", said.out, re.MULTILINE)
    assert "Slutkoder:\n  0  klart\n  1  " in said.out
    assert said.err == ""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_swedish_through_and_through_and_fits_80_columns(shell: Shell, command: str) -> None:
    said = shell.runs(*command.split(), "--help")
    assert said.code == 0
    assert said.out.startswith("Användning: diskussion")
    assert not re.search(r"\b(usage|options|positional|required|show this|default)\b", said.out)
    assert max(map(len, said.lines)) <= 80


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_english_when_asked_before_or_after_the_command(shell: Shell, command: str) -> None:
    before = shell.runs("--lang", "en", *command.split(), "-h")
    after = shell.runs(*command.split(), "-h", "--lang=en")
    assert before == after
    assert before.out.startswith("Usage: diskussion")
    assert not set("åäö") & set(before.out)


def test_the_words_of_both_languages_are_all_there() -> None:
    for language in LANGUAGES:
        for room in ROOMS:
            group = getattr(words(language), room)
            assert isinstance(group, Words)
            assert set(vars(group)) >= set(type(group).__annotations__) - {"details"}


def test_every_option_of_a_command_stands_in_its_help(shell: Shell) -> None:
    assert "--question FRÅGA" in shell.runs("note", "--help").out
    assert "--notes" in shell.runs("show", "--help").out
    assert "--json" in shell.runs("list", "--help").out


def test_the_version_is_told_before_or_after_a_command(shell: Shell) -> None:
    said = shell.runs("--version")
    assert said.code == 0
    assert re.fullmatch(r"diskussion \d+\.\d+\.\d+\n", said.out)
    assert shell.runs("list", "--version") == said


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (("blist",), "”blist” är inget kommando. Menade du list?"),
        (("xyzzy",), "”xyzzy” är inget kommando. Kommandon: start, line, new,"),
        (("list", "--foo"), "--foo är inget val här. Se diskussion list --help."),
        (("list", "mer"), "”mer” hör inte hemma här."),
        (("--lang",), "--lang måste följas av ett värde. Se diskussion --help."),
        (("list", "--content"), "--content måste följas av ett värde."),
        (("list", "--json=ja"), "--json tar inget värde."),
        (("list", "--lang", "fi"), "Språket ”fi” finns inte. Välj sv eller en."),
        (("completion", "cmd"), "Ange vilket skal"),
        (("note", "x", "-q"), "--question måste följas av ett värde."),
    ],
)
def test_a_slip_is_answered_in_a_swedish_sentence(shell: Shell, given: tuple[str, ...], answer: str) -> None:
    said = shell.runs(*given)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith(answer)
    assert not ENGLISH.search(said.err.replace("--help", ""))


def test_a_slip_is_answered_in_english_when_english_is_asked_for(shell: Shell) -> None:
    assert shell.runs("--lang", "en", "lst").err == "“lst” is not a command. Did you mean list?\n"
    assert shell.runs("list", "--sessions", "--lang", "en").code == 2


@pytest.mark.parametrize("given", [(), ("start", "Ekerö"), ("practise",)])
def test_without_a_terminal_the_screens_say_so_and_name_what_works(
    shell: Shell, given: tuple[str, ...]
) -> None:
    said = shell.runs(*given)
    assert said.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "terminal" in said.err
    assert "new, list, find, " in said.err
    assert not shell.folder.exists()


@pytest.mark.parametrize(
    "text", ["\x1b[31mröd", "a\x00b", "\udcff\ud800", "\u202eab", "{0} %s", "👩‍👩‍👧", "[red]x"]
)
def test_hostile_text_in_any_argument_is_only_text(shell: Shell, text: str) -> None:
    for given in (
        (text,),
        ("list", text),
        ("show", text),
        ("list", f"--{text}"),
        ("list", "--lang", text),
        ("list", "--content", text),
        ("check", text),
        ("note", text, "-q", text, "-k", text, text),
        ("completion", text),
    ):
        said = shell.runs(*given)
        assert said.code in {0, 1, 2}
        assert not set("\x1b\x00\u202e") & set(said.err + said.out)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_line_of_help_ends_in_a_blank_or_beyond_80_columns(
    shell: Shell, command: str, language: str
) -> None:
    lines = shell.runs(*filter(None, (command, "--help", "--lang", language)), anywhere=True).lines
    assert lines
    assert [line for line in lines if line != line.rstrip() or len(line) > 80] == []
