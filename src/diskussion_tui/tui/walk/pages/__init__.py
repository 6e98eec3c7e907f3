"""What each step of the walk shows, as rows and blocks: pure functions of the session, the step and the width.

The walk's screen puts them on its widgets; nothing in here knows a screen, so that every page can be tested, and kept, as
text.
"""

from diskussion_tui.tui.parts.compass import compass_rows
from diskussion_tui.tui.view import TEXT_WIDTH, View, step_name
from diskussion_tui.tui.walk.pages.originals import original_rows
from diskussion_tui.tui.walk.pages.overview import progress_row, rail_rows
from diskussion_tui.tui.walk.pages.step import background_rows, page

__all__ = [
    "TEXT_WIDTH",
    "View",
    "background_rows",
    "compass_rows",
    "original_rows",
    "page",
    "progress_row",
    "rail_rows",
    "step_name",
]
