"""Swedish: how keys are named."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.keys import Keys

WORDS = Keys(
    named=(
        ("pagedown", "PgDn"),
        ("pageup", "PgUp"),
        ("enter", "Enter"),
        ("tab", "Tab"),
        ("escape", "Esc"),
        ("delete", "Delete"),
        ("space", "Mellanslag"),
        ("exclamation_mark", "!"),
        ("up", "↑"),
        ("down", "↓"),
        ("left", "←"),
        ("right", "→"),
        ("home", "Home"),
        ("end", "End"),
        ("backspace", "Backsteg"),
        ("shift", "Skift"),
        ("ctrl", "Ctrl"),
        ("alt", "Alt"),
    )
)
