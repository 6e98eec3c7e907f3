"""Handing over to the screens: the only place that knows both a command and the TUI."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit.commands import COMMANDS
from diskussion_tui.cli.kit.refusal import Refused
from diskussion_tui.cli.kit.setting import (
    also_of,
    folder_of,
    look_read,
    reading_of,
    refuge_for,
    seen,
    settings_of,
)
from diskussion_tui.cli.kit.watchdog import let_be
from diskussion_tui.content.source import example_folder
from diskussion_tui.workshop.clock import local_now

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from diskussion_tui.texts.catalogue import Texts


def need_terminal(texts: Texts) -> None:
    """Raise `Refused` where there is nobody to show a screen to, or no terminal to draw it on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        scripted = ", ".join(name for name, room in COMMANDS.items() if room != "lead")
        raise Refused(texts.cli.no_terminal.format(commands=scripted))
    if os.environ.get("TERM") == "dumb":
        raise Refused(texts.cli.dumb_terminal)


def remember(key: str, value: str) -> None:
    """Have a setting be what was chosen on a screen. Raises `NotPutError` and `OSError`."""
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.files.paths import settings_path
    from diskussion_tui.store.files.settings_file import put_setting

    put_setting(Fs(), settings_path(), key, value)


def lead(
    arguments: Namespace,
    texts: Texts,
    *,
    open_path: Path | None = None,
    practise: bool = False,
    reads: bool = False,
    follows: tuple[Path | None] | None = None,
) -> int:
    """Run the screens until the user leaves them, and return the exit code.

    With `reads` the discussion is only shown. With `follows` it is the window for the room, on that discussion, or where that is None on the one that is being led.
    """
    # Textual reads these as it is imported. Under the Kitty protocol some terminals drop dead keys, and a long commit
    # of an input method arrives as garbage; animations delay what the room is to read; and where something needs two
    # frames, as a dialog does, the second need not wait for a sixtieth of a second.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    os.environ.setdefault("TEXTUAL_FPS", "120")
    let_be()
    gc.disable()  # thousands of objects are made while importing, and none of them goes: collecting costs a tenth
    from diskussion_tui.cli.kit.own_keys import own_keys_of
    from diskussion_tui.tui.environment import Environment
    from diskussion_tui.tui.run import run_app

    own_keys, wrong = own_keys_of(arguments, texts)
    environment = Environment(
        folder_of(arguments),
        example_folder(),
        seen(arguments),
        partial(reading_of, arguments),
        local_now,
        refuge_for(arguments),
        settings=settings_of(arguments).settings,
        unheeded=len(settings_of(arguments).wrong) + wrong,
        own_keys=own_keys,
        remember=remember,
        read_look=partial(look_read, arguments),
        also=also_of(arguments),
    )
    return run_app(environment, texts, open_path=open_path, practise=practise, reads=reads, follows=follows)
