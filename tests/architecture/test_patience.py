"""How long the program waits, and how often it looks: between bounds that are promises to somebody, and both are kept.

Shorter than the least, a machine that is only busy is taken for one that is broken, or a laptop pays for each look; longer
than the most, somebody in a room of people waits. A constant that says of itself that it is seconds stands here.
"""

from __future__ import annotations

import ast
import itertools
import re
from importlib import import_module
from pathlib import Path

import pytest

import diskussion_tui

SOURCE = Path(diskussion_tui.__file__).parent
BOUNDS: dict[str, dict[str, tuple[float, float]]] = {
    # What is said is on disk within moments, and a share that hangs is left before anybody asks what is wrong.
    "workshop.saving.saver": {
        "PATIENCE": (0.2, 0.5),
        "HOMEWARD": (1, 3),
        "FAREWELL": (3, 6),
        "HURRIED": (1, 3),
    },
    # The file anybody can read follows in a quiet second; what others say is there while it is still being talked of.
    "workshop.saving.threads": {"QUIET": (0.5, 2), "LOOK": (0.2, 1), "RETRY": (0.5, 2), "WAKEFUL": (10, 60)},
    # A decision is on disk within moments; leaving waits as long as it does for a discussion.
    "workshop.coding": {"RETRY": (0.5, 2), "LEAVING": (6, 10)},
    # Nobody sees that a frame waits; from a second on it is said what is waited for, and a dialog never merely flickers.
    "tui.home.looking": {
        "IN_A_FRAME": (0.02, 0.1),
        "SAID_AFTER": (0.5, 2),
        "COUNT_AFTER": (0.1, 0.3),
        "DRAWN_IN": (0.1, 0.5),
    },
    "tui.patience": {"UNSAID": (0.1, 0.5), "LEAVING": (6, 10)},
    "tui.home.screen": {"TICK": (0.2, 1)},
    # What somebody else saves is listed within a second, and how far the index has come is told as often.
    "tui.home.watching": {"EVERY": (0.5, 1), "TOLD": (0.5, 2), "CALM": (0.3, 1)},
    "tui.dialogs.waiting": {"TICK": (0.2, 1)},
    "tui.analysing": {"QUIET": (0.5, 2)},
    "tui.compiling.screen": {"TICK": (0.1, 0.5)},
    # A local disk never counts as slow, a share always does.
    "store.files.parallel": {"SLOW": (0.005, 0.05)},
    # Of two that read files in, the second notices soon that the first is done.
    "store.session.arriving": {"_PAUSE": (0.02, 0.5)},
    "store.session.replicas": {"_LISTED": (1e-6, 1e-4)},
    # A share has answered by then whether a name is a link; one that hangs does not keep the screen away for long.
    "store.files.where": {"_PATIENCE": (0.5, 2)},
    # A command says what it waits for before anybody wonders, and ends one day.
    "cli.session.report": {"TOLD_AFTER": (0.5, 2)},
    "cli.kit.changing": {"TIDYING": (0.2, 1)},
    # What was saved in the editor is told of before one looks up, and a laptop does not notice that it is watched for.
    "cli.kit.watching": {"EVERY": (0.2, 0.5)},
    # A share that is slow has let go by then, and nobody notices the wait for one that does not.
    "cli.kit.in_front": {"LINGERS": (0.5, 2)},
    "cli.kit.watchdog": {
        "SAID_AFTER": (0.5, 2),
        "GIVES_UP": (20, 60),
        "LOOK": (0.1, 0.5),
        "_USED": (0, 1e-4),
    },
    # A form is read in a hundredth of a second; one that is not read by then never will be.
    "intake.workers": {"PATIENCE": (10, 60)},
    # A crash gives back all but the last words of a half-typed line.
    "tui.walk.alarm": {"_FLASH": (0.3, 2)},
    "tui.walk.line": {"_DRAFT_AFTER": (0.1, 0.5)},
    # At the prompt a line is answered within a moment, and the clock is looked at often enough to know a closed lid.
    "line.writing": {"PATIENCE": (0.5, 2)},
    "line.leading": {"BEAT": (2, 10)},
    # As soon as on the walk, but for a machine that is to rest: it is looked at, and not told.
    "line.ears": {"LOOKS": (0.2, 1)},
    # The clock in the header is never wrong by more than a glance.
    "tui.walk.screen": {"_CLOCK_EVERY": (1, 10)},
    "tui.plan.screen": {"_EVERY": (1, 10)},
    # What is said on the laptop is on the wall before it has been read out, and a disk that hangs is told of, not one that is busy.
    "workshop.following": {"LOOK": (0.1, 0.25)},
    "tui.wall.screen": {"_CLOCK_EVERY": (1, 10), "_SAID": (3, 15), "_HUNG_AFTER": (2, 10)},
    # Waiting is counted by turns that are many in the shortest patience.
    "tui.toolkit.beside": {"TURN": (0.01, 0.1)},
    # Two digits in a row are one number only where they are typed as one, and words behind them are of it only in the same breath.
    "tui.digits": {"_TOGETHER": (0.8, 2), "BREATH": (0.3, 0.7)},
    # A crash costs the clock at most a minute, and a closed lid is no discussion.
    "workshop.timing": {"BEAT": (30, 60), "OFF": (1, 5)},
    "domain.plan.show": {"GAP": (300, 900)},
    "domain.plan.standing": {"_LITTLE": (60, 180)},
    "domain.plan.habits": {"_LOOKED_IN": (10, 60)},
    # Whoever ends the program from outside gets the terminal back before the system loses its patience.
    "tui.toolkit.signals": {"_ANSWER": (1, 3), "_PATIENCE": (5, 15)},
    "tui.discussions": {"_PATIENCE": (1, 3)},
    # A widget that is gone does not hold up the next key for long.
    "tui.toolkit.idle": {"_PATIENCE": (0.2, 1)},
    "tui.toolkit.input_queue": {"_PATIENCE": (1, 3)},
    # A line that stalls does not tear a key, a letter or a paste; a mark that is lost leaves nobody deaf for long.
    "tui.toolkit.input_parser": {
        "PASTE_SILENCE": (1, 3),
        "TORN_SILENCE": (0.5, 1.5),
        "_NEXT_READ": (0.02, 0.1),
    },
    "tui.toolkit.input_thread": {
        "LETTER_SILENCE": (0.2, 0.5),
        "_LOOK_AGAIN": (0.02, 0.2),
        "_CALM_AFTER": (3, 10),
        "_LOOK_CALMLY": (0.1, 0.3),
    },
    # A still prompt is taken for one that hangs; what is there at once needs no word.
    "cli.kit.slow": {"UNSAID": (0.5, 2)},
    # A program that writes in the index is waited for, and no file system tells a change sooner.
    "store.library.index_schema": {"_WAITS": (1, 5)},
    "store.library.lying": {"YOUNG": (2, 5), "_LISTED": (1e-6, 1e-4)},
    # A file in the making is not taken from under whoever makes it.
    "store.upkeep.diagnose": {"SETTLED": (30, 300)},
    "store.session.cleanup": {"FORGOTTEN": (600, 86_400)},
}
"""By module and name, the fewest and the most seconds."""
ROWS = [(module, name, *bounds) for module, names in BOUNDS.items() for name, bounds in names.items()]


@pytest.mark.parametrize(("module", "name", "least", "most"), ROWS)
def test_nobody_is_left_to_wait_and_nothing_is_given_up_too_soon(
    module: str, name: str, least: float, most: float, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("monkeypatch").undo()  # the fence is patient for the sake of busy machines
    assert least <= getattr(import_module(f"diskussion_tui.{module}"), name) <= most


def _timed(file: Path) -> set[str]:
    """The constants of a module whose own words say that they are seconds."""
    body = ast.parse(file.read_text(encoding="utf-8")).body
    found = set()
    for one, after in itertools.pairwise(body):
        target = (
            one.targets[0]
            if isinstance(one, ast.Assign)
            else one.target
            if isinstance(one, ast.AnnAssign)
            else None
        )
        said = (
            after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
        )
        number = isinstance(getattr(one, "value", None), ast.Constant)
        if (
            isinstance(target, ast.Name)
            and number
            and re.match(r"(?i)(so many |more |a step .*)?seconds", str(said))
        ):
            found.add(target.id)
    return found


def test_every_constant_that_is_seconds_has_its_bounds() -> None:
    without = {
        f"{module}.{name}"
        for file in SOURCE.rglob("*.py")
        if (names := _timed(file))
        for module in [".".join(file.relative_to(SOURCE).with_suffix("").parts)]
        for name in names - BOUNDS.get(module, {}).keys()
    }
    assert without == set()
