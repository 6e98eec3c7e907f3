"""The words of the settings: what each is for, and what is said of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue.base import Plural


class Settings(Words):
    """The sentences under the settings, each called as its setting is, and what the file and the command say."""

    language: str
    theme: str
    sessions: str
    folders: str
    facilitator: str
    note_taker: str
    unit: str
    coder: str
    time_up: str
    begins: str
    from_file: str
    from_option: str
    as_it_comes: str
    unset: str
    unheeded: Plural
    unheeded_here: Plural
    untouched: str
    forgotten: str
    own_file: str
    no_command: str
    keys_are: str
    clash: str
    clash_write: str
    no_file: str
    all_right: str
    no_such: str
    no_such_action: str
    what_to_set: str
    cannot_be: str
    is_set: str
    is_unset: str
    not_put: str
    no_editor: str
    editor_failed: str

    def of(self, name: str) -> str:
        """The sentence under a setting."""
        sentence: str = getattr(self, name)
        return sentence
