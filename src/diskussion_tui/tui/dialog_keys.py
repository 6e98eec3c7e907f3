"""The keys of dialogs, each once: what a dialog binds, and what its last line says of it.

They are no commands, for they hold only while a dialog is open: no palette offers them, and no key sheet lists them. Enter
and Tab in a line to type in belong to the line, and are named here for the sentences that speak of them.
"""

from __future__ import annotations

KEYS = {
    "close": "escape",
    "take": "enter",
    "up": "up",
    "down": "down",
    "switch": "tab",
    "several": "tab",
    "done": "ctrl+s",
    "join": "ctrl+e",
    "change": "end",
    "count": "f3",
    "known": "f2",
    "take_off": "exclamation_mark",
}
"""By the name that stands in the blanks for them, as in `{key_close}`. No command may be called the same."""
