"""Keys that terminals say in newer ways do what a person expects of them, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.tui.toolkit.modified_keys import classical


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("\x1b[13;2u", "\x1b\r"),  # Shift+Enter: a new line
        ("\x1b[27;2;13~", "\x1b\r"),
        ("\x1b[13;5u", "\r"),
        ("\x1b[13u", "\r"),
        ("\x1b[32;2u", " "),
        ("\x1b[27;2;32~", " "),
        ("\x1b[113;5u", "\x11"),
        ("\x1b[27;5;113~", "\x11"),
        ("\x1b[81;5u", "\x11"),
        ("\x1b[9;2u", "\x1b[Z"),
        ("\x1b[9u", "\t"),
        ("\x1b[27u", "\x1b"),
        ("\x1b[127u", "\x7f"),
        ("\x1b[8;1u", "\x7f"),
        ("\x1b[127;5u", "\x1b\x7f"),
        ("\x1b[229;2u", "Å"),
        ("\x1b[27;2;197~", "Å"),
        ("\x1b[229;65u", "Å"),  # Caps Lock
        ("\x1b[97;;97u", "a"),
        ("\x1b[50:34;2;34u", '"'),
        ("\x1b[97:65;2:1u", "A"),
        ("\x1b[102;3u", "\x1bf"),
        ("\x1b[57400u", "1"),
        ("\x1b[57414;129u", "\r"),
        ("\x1b[1;129A", "\x1b[A"),  # Num Lock
        ("\x1b[6;129~", "\x1b[6~"),
        ("\x1b[1;130A", "\x1b[1;2A"),
        ("\x1b[1;129P", "\x1bOP"),
        ("\x1b[1;1:1A", "\x1b[A"),
    ],
)
def test_a_key_is_said_as_a_classical_terminal_says_it(said: str, meant: str) -> None:
    assert classical(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "\x1b[97;1:3u",  # let go
        "\x1b[1;1:3A",
        "\x1b[105;5u",  # Ctrl+I, which is not Tab
        "\x1b[113;6u",  # Ctrl+Shift+Q
        "\x1b[113;9u",  # with the Windows key
        "\x1b[57441;2u",  # Shift alone
        "\x1b[57358u",  # Caps Lock
        "\x1b[55296u",
        "\x1b[1114112u",
        "\x1b[9999999u",
        "\x1b[24;80R",
        "\x1b[1;65R",
        "\x1b[9;5u",
        "\x1b[u",
        "\x1b[?1u",
    ],
)
def test_a_key_that_none_of_them_has_does_nothing(said: str) -> None:
    assert classical(said) == ""


@given(st.text("\x1b[0123456789;:u~AR?"))
def test_whatever_a_terminal_says_is_read_without_an_error(said: str) -> None:
    meant = classical(said)
    assert len(meant) <= 1 or meant.startswith("\x1b")
