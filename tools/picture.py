"""Makes the README's picture: the real program, leading the example discussion, as it looks.

python -m tools.picture           write docs/bild.svg
python -m tools.picture --check   exit 1 where the picture in the tree is not the one the program gives
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.content.outline import outline
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook, example_folder
from diskussion_tui.store.files.paths import session_files
from diskussion_tui.texts import words
from diskussion_tui.tui.app import DiskussionApp
from diskussion_tui.tui.dialogs.chooser import Chooser
from diskussion_tui.tui.environment import Environment
from diskussion_tui.tui.session_screen import SessionScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "bild.svg"
_SIZE = (90, 27)
_AT = dt.datetime(2026, 5, 12, 18, 52, tzinfo=dt.timezone(dt.timedelta(hours=2)))
_STEP = "B.2"
_TYPED = "mobila team som möter i hemmet efter utskrivning"


def picture() -> str:
    """The picture as SVG: the same text for the same program."""
    with tempfile.TemporaryDirectory() as folder:
        (example,) = session_files(example_folder())
        svg = asyncio.run(_led(Path(shutil.copy(example, folder))))
    # Textual names a web font in the picture; ours asks nothing of the network.
    return (
        re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace(
            "Fira Code, monospace", "monospace"
        )
        + "\n"
    )


async def _led(session: Path) -> str:
    file = default_workbook()
    environment = Environment(
        session.parent, example_folder(), outline(file), lambda texts: read_workbook(file, texts), lambda: _AT
    )
    app = DiskussionApp(environment, words("sv"), open_path=session)
    async with app.run_test(size=_SIZE) as pilot:
        await _until(pilot, lambda: isinstance(app.screen, SessionScreen))
        await pilot.press("ctrl+g")
        await _until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press(*_STEP, "enter")
        await _until(pilot, lambda: isinstance(app.screen, SessionScreen))
        await pilot.press("tab", *_TYPED)
        await pilot.pause()
        svg = app.export_screenshot(title="diskussion")
        app.close_discussion()
    return svg


async def _until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Wait for what a key opens: on a busy machine that comes after the next key."""
    for _ in range(500):
        await pilot.pause(0.02)
        if holds():
            return
    raise TimeoutError


def main() -> int:
    """Write or check the picture; the exit code."""
    made = picture()
    if "--check" in sys.argv[1:]:
        if PICTURE.read_text() == made:
            return 0
        print(f"{PICTURE.name} is not the picture that the program gives: run python -m tools.picture")
        return 1
    PICTURE.write_text(made)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
