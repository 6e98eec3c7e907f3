"""Keys of one's own, held against the commands: only for whoever has asked for some, since that loads the commands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.setting import settings_of

if TYPE_CHECKING:
    from argparse import Namespace

    from diskussion_tui.base.settings import SettingsRead
    from diskussion_tui.texts.catalogue import Texts


def own_keys_of(arguments: Namespace, texts: Texts) -> tuple[dict[str, str], int]:
    """The keys that can be had, by command, and how many that were asked for cannot; those are told, a row each."""
    read = settings_of(arguments)
    if not read.keys:
        return {}, 0
    from diskussion_tui.content.settings import problems_of
    from diskussion_tui.tui.own_keys import checked

    keys, wrong = checked(read.keys)
    if wrong:
        rows = [f"  {one.row()}" for one in problems_of(replace(read, wrong=wrong), texts)]
        output.say(texts.settings.unheeded(len(wrong)), rows)
    return keys, len(wrong)


def with_wrong_keys(read: SettingsRead) -> SettingsRead:
    """What a settings file gave, also what is wrong with the keys in it."""
    if not read.keys:
        return read
    from diskussion_tui.tui.own_keys import checked

    _keys, wrong = checked(read.keys)
    return replace(read, wrong=(*read.wrong, *wrong))
