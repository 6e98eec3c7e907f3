"""The terminal window, as the system has it."""

from __future__ import annotations

import os
import pty
import termios
import tty

from diskussion_tui.tui.toolkit.window import Window


def test_a_terminal_is_given_back_as_it_was_found() -> None:
    outside, inside = pty.openpty()
    before = termios.tcgetattr(inside)
    window = Window(inside)
    tty.setraw(inside)
    window.give_back()
    given = os.read(outside, 1024)
    assert termios.tcgetattr(inside) == before
    for off in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?7h"):
        assert off in given
    assert os.get_blocking(inside)


def test_a_terminal_whose_window_was_closed_has_gone_and_giving_it_back_harms_nobody() -> None:
    outside, inside = pty.openpty()
    window = Window(inside)
    assert not window.has_gone()
    os.close(outside)
    assert window.has_gone()
    window.give_back()
    os.close(inside)
