"""Consoles of Windows that have 256 signs: nothing ends there, å, ä and ö are right, and what is lacking can still be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.cli.kit.commands import COMMANDS
from diskussion_tui.cli.kit.narrow import plain
from diskussion_tui.texts import LANGUAGES
from tests.support.sentences import sentences

if TYPE_CHECKING:
    from tests.support.shell import Shell

CODE_PAGES = ("cp1252", "cp850", "cp437")
"""What a Western Windows has in its pipes, in a Swedish console, and in an American one."""


def test_the_help_of_every_command_can_be_read(shell: Shell) -> None:
    for command in ("", *COMMANDS):
        for language in LANGUAGES:
            given = ("--lang", language, *command.split(), "--help")
            wide = shell.runs(*given)
            for page in CODE_PAGES:
                said = shell.runs(*given, encoding=page)
                assert (said.code, said.err) == (0, ""), (given, page)
                assert said.out.count("?") == wide.out.count("?"), (given, page)
                assert [said.out.count(one) for one in "åäöÅÄÖ"] == [wide.out.count(one) for one in "åäöÅÄÖ"]


@pytest.mark.parametrize("page", CODE_PAGES)
def test_an_evening_is_read_back_with_what_the_console_has(shell: Shell, page: str) -> None:
    shell.creates("Vårdcentralen Ängö")
    shell.runs("note", "ängö", "-q", "B.2", "-k", "avv", "Åsa – ”köer” → 3 ● … 👩‍⚕️ Łódź", encoding=page)
    for given in (("list",), ("show", "ängö", "--notes"), ("history", "ängö"), ("doctor",), ("find", "köer")):
        said = shell.runs(*given, encoding=page)
        assert said.code == 0, said.err
        assert "Traceback" not in said.err
    shown = shell.runs("show", "ängö", "--notes", encoding=page).out
    assert "Vårdcentralen Ängö" in shown
    quoted = "Åsa – ”köer” -> 3 * … ??" if page == "cp1252" else 'Åsa - "köer" -> 3 * ... ??'
    assert f"{quoted} ?ódz" in shown, "what has no likeness at all is a question mark"


def test_whatever_the_program_itself_says_has_a_likeness() -> None:
    said = {sign for language in LANGUAGES for text in sentences(language).values() for sign in text}
    assert [sign for sign in said if not sign.isascii() and plain(sign) == "?"] == []
