"""Running the screens, from a terminal as it was found to the exit code: whatever ends them, all that was said is saved."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from diskussion_tui.tui.app import DiskussionApp
from diskussion_tui.tui.toolkit.terminal import tell_alt_enter

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.environment import Environment


def run_app(
    environment: Environment,
    texts: Texts,
    *,
    open_path: Path | None = None,
    practise: bool = False,
    reads: bool = False,
    follows: tuple[Path | None] | None = None,
) -> int:
    """Run the screens until the user leaves; the exit code."""
    tell_alt_enter()
    app = DiskussionApp(
        environment, texts, open_path=open_path, practise=practise, reads=reads, follows=follows
    )
    if app.console.color_system == "standard":
        app.bear_few_colours()
    if sys.platform != "win32":
        from diskussion_tui.tui.toolkit.signals import SignalListener

        app.signal_listener = SignalListener(app)
    try:
        code = app.run()
    finally:
        app.close_discussion()  # also where an error ended the screens: what was said is saved and tidy
        if app.signal_listener:
            app.signal_listener.over()
    return code if code is not None else app.return_code or 0
